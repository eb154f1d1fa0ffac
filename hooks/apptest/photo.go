package apptest

import "encoding/binary"

// PhotoWithPosition is the start of a JPEG: an Exif block with an orientation
// and a GPS directory that holds a latitude of 8°39'12".
func PhotoWithPosition(order binary.AppendByteOrder, magic string) []byte {
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
	entry(0x8825, 4, 1, 38)
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
