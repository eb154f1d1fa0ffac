package demo

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
)

// scene is what a photo of a report shows, drawn roughly: nobody is in it.
type scene string

var (
	asphalt = color.RGBA{0x6b, 0x70, 0x74, 0xff}
	verge   = color.RGBA{0x7f, 0xa8, 0x5c, 0xff}
	earth   = color.RGBA{0x8a, 0x66, 0x42, 0xff}
	water   = color.RGBA{0x5b, 0x8f, 0xa8, 0xff}
	rubbish = []color.RGBA{{0xd9, 0x5d, 0x39, 0xff}, {0xe8, 0xc5, 0x47, 0xff}, {0xf2, 0xf2, 0xee, 0xff}, {0x3c, 0x6e, 0x71, 0xff}}
)

// draw gives a small JPEG, before or after somebody has worked there.
func (s scene) draw(after bool) ([]byte, error) {
	const width, height = 480, 320
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	fill := func(x, y, w, h int, c color.Color) {
		draw.Draw(picture, image.Rect(x, y, x+w, y+h), image.NewUniform(c), image.Point{}, draw.Src)
	}
	fill(0, 0, width, 140, sky)
	fill(0, 140, width, 60, verge)
	fill(0, 200, width, 120, asphalt)
	switch s {
	case "waste":
		for i := 0; i < 40 && !after; i++ {
			fill(120+(i*53)%220, 150+(i*31)%70, 18+i%13, 12+i%9, rubbish[i%len(rubbish)])
		}
	case "road":
		for x := 0; x < width; x += 80 {
			fill(x, 256, 40, 6, paper)
		}
		if !after {
			fill(190, 225, 110, 46, earth)
			fill(206, 234, 78, 26, ink)
		}
	case "drain":
		fill(0, 200, width, 44, earth)
		fill(0, 208, width, 28, water)
		if !after {
			fill(150, 196, 180, 40, earth)
		}
	case "tree":
		fill(220, 60, 34, 150, earth)
		fill(140, 20, 200, 70, green)
		if !after {
			fill(254, 96, 150, 14, earth)
			fill(340, 80, 90, 40, green)
		}
	}
	var out bytes.Buffer
	err := jpeg.Encode(&out, picture, &jpeg.Options{Quality: 80})
	return out.Bytes(), err
}
