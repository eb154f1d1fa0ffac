package web_test

import (
	"bytes"
	"encoding/binary"
	"testing"

	"mdesa/hooks/apptest"
	"mdesa/hooks/web"
)

func TestAPhotoLosesItsPositionAndKeepsItsOrientation(t *testing.T) {
	for name, photo := range map[string][]byte{
		"little endian": apptest.PhotoWithPosition(binary.LittleEndian, "II*\x00"),
		"big endian":    apptest.PhotoWithPosition(binary.BigEndian, "MM\x00*"),
	} {
		t.Run(name, func(t *testing.T) {
			before := bytes.Clone(photo)
			web.WipePosition(photo)
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
	web.WipePosition(packet)
	if !bytes.Contains(packet, []byte(`exif:GPSLatitude="0,00.0000S"`)) {
		t.Errorf("got %s", packet)
	}
}

func FuzzWipePositionTakesAnything(f *testing.F) {
	f.Add(apptest.PhotoWithPosition(binary.LittleEndian, "II*\x00"))
	f.Add([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x08eXIfII*\x00\x08\x00\x00\x00CRC!"))
	f.Fuzz(func(t *testing.T, content []byte) {
		length := len(content)
		web.WipePosition(content)
		if len(content) != length {
			t.Fatal("the length changed")
		}
	})
}
