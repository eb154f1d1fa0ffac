package web

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
)

// WipePosition blanks, in place, where a photo was taken: the GPS directory of
// its Exif block (JPEG, HEIC, PNG) and GPS values in XMP text. Everything else,
// the orientation among it, stays as it is, and so does the length. Content
// that has none of this is left alone.
func WipePosition(content []byte) {
	marker := []byte("Exif\x00\x00")
	for at := 0; ; {
		found := bytes.Index(content[at:], marker)
		if found < 0 {
			break
		}
		at += found + len(marker)
		wipeTIFF(content[at:])
	}
	wipePNG(content)
	wipeXMP(content)
}

// tagGPS points from a TIFF directory to its GPS directory (Exif 2.3, 4.6.3).
const tagGPS = 0x8825

// tiffSizes are the bytes of one value, by TIFF field type 1 to 12.
var tiffSizes = [...]int{0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8}

const entryBytes = 12

func wipeTIFF(tiff []byte) {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(tiff, []byte("II*\x00")):
		order = binary.LittleEndian
	case bytes.HasPrefix(tiff, []byte("MM\x00*")):
		order = binary.BigEndian
	default:
		return
	}
	if len(tiff) < 8 {
		return
	}
	for _, entry := range entries(tiff, order, int(order.Uint32(tiff[4:]))) {
		if order.Uint16(entry) == tagGPS {
			wipeDirectory(tiff, order, int(order.Uint32(entry[8:])))
		}
	}
}

// entries are the 12-byte entries of the directory at an offset; none if the
// offset leads nowhere.
func entries(tiff []byte, order binary.ByteOrder, offset int) [][]byte {
	if offset < 8 || offset+2 > len(tiff) {
		return nil
	}
	var found [][]byte
	for i := range int(order.Uint16(tiff[offset:])) {
		start := offset + 2 + i*entryBytes
		if start+entryBytes > len(tiff) {
			break
		}
		found = append(found, tiff[start:start+entryBytes])
	}
	return found
}

func wipeDirectory(tiff []byte, order binary.ByteOrder, offset int) {
	all := entries(tiff, order, offset)
	for _, entry := range all {
		kind, count := int(order.Uint16(entry[2:])), int(order.Uint32(entry[4:]))
		if kind < len(tiffSizes) && count < len(tiff) {
			size, at := tiffSizes[kind]*count, int(order.Uint32(entry[8:]))
			if size > 4 && at >= 0 && at+size <= len(tiff) {
				clear(tiff[at : at+size])
			}
		}
		clear(entry)
	}
	if len(all) > 0 {
		order.PutUint16(tiff[offset:], 0)
	}
}

// wipePNG handles the eXIf chunk, which carries a checksum.
func wipePNG(content []byte) {
	if !bytes.HasPrefix(content, []byte("\x89PNG\r\n\x1a\n")) {
		return
	}
	for at := 8; at+12 <= len(content); {
		length := int(binary.BigEndian.Uint32(content[at:]))
		end := at + 8 + length
		if length < 0 || end+4 > len(content) {
			return
		}
		if string(content[at+4:at+8]) == "eXIf" {
			wipeTIFF(content[at+8 : end])
			binary.BigEndian.PutUint32(content[end:], crc32.ChecksumIEEE(content[at+4:end]))
		}
		at = end + 4
	}
}

// xmpReach is how far behind "exif:GPS…" its value can end, in bytes.
const xmpReach = 80

func wipeXMP(content []byte) {
	marker := []byte("exif:GPS")
	for at := 0; ; {
		found := bytes.Index(content[at:], marker)
		if found < 0 {
			return
		}
		at += found + len(marker)
		for i := at; i < min(at+xmpReach, len(content)); i++ {
			if content[i] >= '0' && content[i] <= '9' {
				content[i] = '0'
			}
		}
	}
}
