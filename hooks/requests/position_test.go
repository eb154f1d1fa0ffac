package requests

import (
	"bytes"
	"encoding/binary"
	"testing"
)

// photoWithPosition is the start of a JPEG: an Exif block with an orientation
// and a GPS directory that holds a latitude of 8°39'12".
func photoWithPosition(order binary.AppendByteOrder, magic string) []byte {
	tiff := []byte(magic)
	tiff = order.AppendUint32(tiff, 8)
	tiff = order.AppendUint16(tiff, 2)
	entry := func(tag, kind uint16, count, value uint32) {
		tiff = order.AppendUint16(tiff, tag)
		tiff = order.AppendUint16(tiff, kind)
		tiff = order.AppendUint32(tiff, count)
		tiff = order.AppendUint32(tiff, value)
	}
	entry(0x0112, 3, 1, 6)
	entry(tagGPS, 4, 1, 38)
	tiff = order.AppendUint32(tiff, 0)
	tiff = order.AppendUint16(tiff, 1)
	entry(0x0002, 5, 3, 56)
	tiff = order.AppendUint32(tiff, 0)
	for _, v := range []uint32{8, 1, 39, 1, 12, 1} {
		tiff = order.AppendUint32(tiff, v)
	}
	photo := append([]byte("\xff\xd8\xff\xe1\x00\x80Exif\x00\x00"), tiff...)
	return append(photo, []byte("the picture itself")...)
}

func TestAPhotoLosesItsPositionAndKeepsItsOrientation(t *testing.T) {
	for name, photo := range map[string][]byte{
		"little endian": photoWithPosition(binary.LittleEndian, "II*\x00"),
		"big endian":    photoWithPosition(binary.BigEndian, "MM\x00*"),
	} {
		t.Run(name, func(t *testing.T) {
			before := bytes.Clone(photo)
			WipePosition(photo)
			if len(photo) != len(before) {
				t.Fatal("the length changed")
			}
			tiff := photo[12:]
			if !bytes.Equal(tiff[10:22], before[22:34]) {
				t.Error("the orientation is gone")
			}
			if !bytes.Equal(tiff[56:80], make([]byte, 24)) {
				t.Errorf("the latitude is still there: % x", tiff[56:80])
			}
			if !bytes.HasSuffix(photo, []byte("the picture itself")) {
				t.Error("the picture changed")
			}
		})
	}
}

func TestGPSInXMPTextIsZeroed(t *testing.T) {
	packet := []byte(`<rdf exif:GPSLatitude="8,39.2000S" tiff:Make="X"/>`)
	WipePosition(packet)
	if !bytes.Contains(packet, []byte(`exif:GPSLatitude="0,00.0000S"`)) {
		t.Errorf("got %s", packet)
	}
}

func FuzzWipePositionTakesAnything(f *testing.F) {
	f.Add(photoWithPosition(binary.LittleEndian, "II*\x00"))
	f.Add([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x08eXIfII*\x00\x08\x00\x00\x00CRC!"))
	f.Fuzz(func(t *testing.T, content []byte) {
		length := len(content)
		WipePosition(content)
		if len(content) != length {
			t.Fatal("the length changed")
		}
	})
}
