package demo

import (
	"bytes"
	_ "embed"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"sync"

	"github.com/pocketbase/pocketbase/tools/filesystem"
)

var (
	gold  = color.RGBA{0xc8, 0x9b, 0x3c, 0xff}
	green = color.RGBA{0x0f, 0x5e, 0x56, 0xff}
	sky   = color.RGBA{0xcf, 0xe3, 0xee, 0xff}
	ink   = color.RGBA{0x4a, 0x5a, 0x66, 0xff}
	paper = color.RGBA{0xfa, 0xf8, 0xf2, 0xff}
)

// scriptLine is the village's name in Balinese script, drawn with Noto Sans
// Balinese: letters take it as a picture, since the script needs shaping.
//
//go:embed script.png
var scriptLine []byte

// emblem is an invented sign for the letterhead: a lotus of eight leaves.
func emblem() (*filesystem.File, error) {
	const size = 320
	picture := image.NewRGBA(image.Rect(0, 0, size, size))
	for y := range size {
		for x := range size {
			dx, dy := x-size/2, y-size/2
			switch d := dx*dx + dy*dy; {
			case d > 155*155:
			case d > 140*140:
				picture.Set(x, y, gold)
			case leaf(dx, dy) || d < 30*30:
				picture.Set(x, y, gold)
			default:
				picture.Set(x, y, green)
			}
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		return nil, err
	}
	return filesystem.NewFileFromBytes(out.Bytes(), "lambang.png")
}

// leaf tells whether a point lies on one of eight leaves around the middle.
func leaf(dx, dy int) bool {
	for _, at := range [][2]int{{0, -85}, {60, -60}, {85, 0}, {60, 60}, {0, 85}, {-60, 60}, {-85, 0}, {-60, -60}} {
		x, y := dx-at[0], dy-at[1]
		if x*x+y*y < 27*27 {
			return true
		}
	}
	return false
}

// A card and a page as somebody photographed them, which show nobody; drawn once.
var (
	card = sync.OnceValues(func() ([]byte, error) { return photographed(860, 540) })
	page = sync.OnceValues(func() ([]byte, error) { return photographed(700, 990) })
)

// scan is one of the two by that name.
func scan(name string, tall bool) (*filesystem.File, error) {
	picture := card
	if tall {
		picture = page
	}
	bytes, err := picture()
	if err != nil {
		return nil, err
	}
	return filesystem.NewFileFromBytes(bytes, name+".jpg")
}

func photographed(width, height int) ([]byte, error) {
	page := image.NewRGBA(image.Rect(0, 0, width, height))
	fill := func(x, y, w, h int, c color.Color) {
		draw.Draw(page, image.Rect(x, y, x+w, y+h), image.NewUniform(c), image.Point{}, draw.Src)
	}
	fill(0, 0, width, height, paper)
	fill(20, 20, width-40, height-40, sky)
	fill(20, 20, width-40, 70, green)
	for y := 130; y < height-60; y += 44 {
		fill(60, y, 150, 12, ink)
		fill(230, y, width-500+(y*37)%160, 12, ink)
	}
	if width > height {
		fill(width-220, 130, 160, 210, paper)
		fill(width-180, 160, 80, 80, ink)
		fill(width-200, 250, 120, 80, ink)
	}
	var out bytes.Buffer
	err := jpeg.Encode(&out, page, &jpeg.Options{Quality: 80})
	return out.Bytes(), err
}
