package demo

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"

	"github.com/pocketbase/pocketbase/tools/filesystem"
)

var (
	meadow = color.RGBA{0x8f, 0xa8, 0x6a, 0xff}
	gravel = color.RGBA{0x9b, 0x8b, 0x74, 0xff}
	tarmac = color.RGBA{0x4b, 0x4e, 0x52, 0xff}
	hole   = color.RGBA{0x5e, 0x4c, 0x3a, 0xff}
)

// roadSite is a drawn picture of a lane at a percentage of its repair: paved from
// the front to the back, with holes where it is not.
func roadSite(percent int) (*filesystem.File, error) {
	const width, height, horizon = 480, 360, 130
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(picture, image.Rect(0, 0, width, horizon), image.NewUniform(sky), image.Point{}, draw.Src)
	draw.Draw(picture, image.Rect(0, horizon, width, height), image.NewUniform(meadow), image.Point{}, draw.Src)
	paved := height - (height-horizon)*percent/100
	for y := horizon; y < height; y++ {
		half := 20 + (y-horizon)*150/(height-horizon)
		surface := gravel
		if y >= paved {
			surface = tarmac
		}
		for x := width/2 - half; x < width/2+half; x++ {
			at := surface
			switch {
			case y >= paved && percent == 100 && abs(x-width/2) < 3+(y-horizon)/60 && (y/18)%2 == 0:
				at = paper
			case y < paved && (x*7+y*y/9)%61 < 9 && (y/14)%3 == 0:
				at = hole
			}
			picture.Set(x, y, at)
		}
	}
	draw.Draw(picture, image.Rect(40, 70, 120, horizon+20), image.NewUniform(gold), image.Point{}, draw.Src)
	draw.Draw(picture, image.Rect(28, 56, 132, 76), image.NewUniform(green), image.Point{}, draw.Src)
	var out bytes.Buffer
	if err := jpeg.Encode(&out, picture, &jpeg.Options{Quality: 75}); err != nil {
		return nil, err
	}
	return filesystem.NewFileFromBytes(out.Bytes(), "lokasi.jpg")
}

func abs(n int) int { return max(n, -n) }
