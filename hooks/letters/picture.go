package letters

import (
	"bytes"
	"crypto/sha256"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"sync"

	"mdesa/hooks/fault"
)

var errPicture = fault.New(fault.Invalid, "letter.picture",
	"Gambar kepala surat tidak dapat dibaca. Unggah ulang sebagai PNG atau JPEG, paling besar 6000 × 6000 titik.",
	"The letterhead's picture cannot be read. Upload it again as PNG or JPEG, at most 6000 × 6000 pixels.")

// picture is an image in the form in which it goes into letters: opaque, and no
// finer than print shows.
type picture struct {
	data          []byte
	width, height int
}

// fit is the size at which the picture fills a box without being bent.
func (p *picture) fit(width, height float64) (w, h float64) {
	scale := min(width/float64(p.width), height/float64(p.height))
	return float64(p.width) * scale, float64(p.height) * scale
}

// prepared keeps the few pictures of an office's letterhead, so that letter
// after letter does not scale them again.
var prepared = struct {
	sync.Mutex
	byHash map[[32]byte]*picture
}{byHash: map[[32]byte]*picture{}}

// prepare brings an uploaded image down to most pixels in width. No data gives
// no picture.
func prepare(data []byte, most int) (*picture, error) {
	if len(data) == 0 {
		return nil, nil
	}
	hash := sha256.Sum256(data)
	prepared.Lock()
	known := prepared.byHash[hash]
	prepared.Unlock()
	if known != nil {
		return known, nil
	}
	p, err := scaled(data, most)
	if err != nil {
		return nil, errPicture.Because(err)
	}
	prepared.Lock()
	defer prepared.Unlock()
	if len(prepared.byHash) >= 16 {
		clear(prepared.byHash)
	}
	prepared.byHash[hash] = p
	return p, nil
}

func scaled(data []byte, most int) (*picture, error) {
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if config.Width < 1 || config.Height < 1 || config.Width > 6000 || config.Height > 6000 {
		return nil, errPicture
	}
	source, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	width := min(config.Width, most)
	height := max(1, config.Height*width/config.Width)
	return encode(shrink(source, width, height))
}

// shrink averages the pixels behind each new one, on white paper.
func shrink(source image.Image, width, height int) *image.RGBA {
	from := source.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		y0, y1 := from.Min.Y+y*from.Dy()/height, from.Min.Y+max((y+1)*from.Dy()/height, y*from.Dy()/height+1)
		for x := range width {
			x0, x1 := from.Min.X+x*from.Dx()/width, from.Min.X+max((x+1)*from.Dx()/width, x*from.Dx()/width+1)
			out.SetRGBA(x, y, average(source, x0, y0, x1, y1))
		}
	}
	return out
}

func average(source image.Image, x0, y0, x1, y1 int) color.RGBA {
	var r, g, b, n uint64
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			pr, pg, pb, pa := source.At(x, y).RGBA() // already multiplied by its opacity
			white := uint64(0xffff - pa)
			r, g, b, n = r+uint64(pr)+white, g+uint64(pg)+white, b+uint64(pb)+white, n+1
		}
	}
	return color.RGBA{uint8(r / n >> 8), uint8(g / n >> 8), uint8(b / n >> 8), 0xff}
}

// encode takes the smaller of PNG, which suits drawings, and JPEG, which suits photographs.
func encode(img *image.RGBA) (*picture, error) {
	var flat, photo bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&flat, img); err != nil {
		return nil, err
	}
	if err := jpeg.Encode(&photo, img, &jpeg.Options{Quality: 90}); err != nil {
		return nil, err
	}
	p := &picture{data: flat.Bytes(), width: img.Rect.Dx(), height: img.Rect.Dy()}
	if photo.Len() < flat.Len() {
		p.data = photo.Bytes()
	}
	return p, nil
}
