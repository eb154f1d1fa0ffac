package letters

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
)

func TestCode_is_read_from_a_printed_letter(t *testing.T) {
	keys := testKeys(t)
	l := sampleLetter(t, sampleText())
	payload, err := keys.EncodePayload(samplePayload(t))
	if err != nil {
		t.Fatal(err)
	}
	l.QR = "https://tamansarikaja.example/v/K7QF2M9XABCD#" + payload
	path := saved(t, "code", sealed(t, keys, rendered(t, l)))
	picture := strings.TrimSuffix(path, ".pdf")
	tool(t, "pdftoppm", "-r", "130", "-png", "-singlefile", path, picture)
	if got := tool(t, "zbarimg", "-q", "--raw", picture+".png"); !strings.Contains(got, l.QR) {
		t.Errorf("read %q", got)
	}
}

func TestCode_that_is_too_long_is_refused(t *testing.T) {
	l := sampleLetter(t, "<p>a</p>")
	l.QR = strings.Repeat("x", 5000)
	if _, err := Render(l); !errors.Is(err, errQR) {
		t.Error(err)
	}
}

func TestLetterhead_takes_PNG_and_JPEG_of_any_sort(t *testing.T) {
	grey := image.NewGray16(image.Rect(0, 0, 40, 20))
	clear := image.NewNRGBA(image.Rect(0, 0, 2000, 30))
	pal := image.NewPaletted(image.Rect(0, 0, 10, 400), color.Palette{color.White, color.Black})
	for name, img := range map[string]image.Image{"16 bits": grey, "clear and wide": clear, "palette and tall": pal} {
		var asPNG, asJPEG bytes.Buffer
		if err := png.Encode(&asPNG, img); err != nil {
			t.Fatal(err)
		}
		if err := jpeg.Encode(&asJPEG, img, nil); err != nil {
			t.Fatal(err)
		}
		for _, data := range [][]byte{asPNG.Bytes(), asJPEG.Bytes()} {
			l := sampleLetter(t, "<p>a</p>")
			l.Letterhead.Logo, l.Letterhead.Script = data, data
			rendered(t, l)
			l.Letterhead.Whole = data
			rendered(t, l)
			_ = name
		}
	}
}

func TestClear_ground_of_a_logo_becomes_white(t *testing.T) {
	p, err := prepare(crest(), 300)
	if err != nil {
		t.Fatal(err)
	}
	img, _, err := image.Decode(bytes.NewReader(p.data))
	if err != nil {
		t.Fatal(err)
	}
	if r, g, b, _ := img.At(0, 0).RGBA(); r < 0xf000 || g < 0xf000 || b < 0xf000 || p.width != 300 {
		t.Errorf("corner %x %x %x, width %d", r, g, b, p.width)
	}
}

func TestBroken_or_giant_picture_is_refused_in_words(t *testing.T) {
	giant := append([]byte{}, crest()[:33]...)
	copy(giant[16:24], []byte{0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff})
	for _, data := range [][]byte{[]byte("GIF89a"), crest()[:200], giant} {
		l := sampleLetter(t, "<p>a</p>")
		l.Letterhead.Logo = data
		if _, err := Render(l); !errors.Is(err, errPicture) {
			t.Error(err)
		}
	}
}
