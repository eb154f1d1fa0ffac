package letters

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/signintech/gopdf"
	"github.com/signintech/gopdf/fontmaker/core"
)

// The faces are subsets made when M-Desa is developed; see fonts/OFL.txt.
var (
	//go:embed fonts/regular.ttf
	regularTTF []byte
	//go:embed fonts/bold.ttf
	boldTTF []byte
	//go:embed fonts/italic.ttf
	italicTTF []byte
	//go:embed fonts/bold-italic.ttf
	boldItalicTTF []byte
)

type face int

const (
	regular face = iota
	bold
	italic
	boldItalic
	faceCount
)

// Share of the type size that the letters reach above and below the baseline.
const (
	ascent  = 0.891
	descent = 0.216
)

func faceOf(r Run) face {
	switch {
	case r.Bold && r.Italic:
		return boldItalic
	case r.Bold:
		return bold
	case r.Italic:
		return italic
	}
	return regular
}

func (f face) family() string {
	return [...]string{"DesaSerif", "DesaSerif-Bold", "DesaSerif-Italic", "DesaSerif-BoldItalic"}[f]
}

// typeface is a face's measures, in thousandths of the type size.
type typeface struct {
	advance map[rune]int
	kern    map[[2]rune]int
}

type fontSet struct {
	faces     [faceCount]typeface
	container gopdf.FontContainer // parsed once; a letter copies from it
}

// fonts parses the embedded faces when the first letter is drawn.
var fonts = sync.OnceValue(func() *fontSet {
	set := &fontSet{}
	for f, data := range [...][]byte{regularTTF, boldTTF, italicTTF, boldItalicTTF} {
		option := gopdf.TtfOption{UseKerning: true}
		if err := set.container.AddTTFFontDataWithOption(face(f).family(), data, option); err != nil {
			panic(fmt.Sprintf("letters: embedded font %d: %v", f, err)) // broken at build time, not by input
		}
		set.faces[f] = measure(data)
	}
	return set
})

func measure(data []byte) typeface {
	var ttf core.TTFParser
	ttf.SetUseKerning(true)
	if err := ttf.ParseFontData(data); err != nil {
		panic("letters: embedded font: " + err.Error())
	}
	t := typeface{advance: map[rune]int{}, kern: map[[2]rune]int{}}
	byGlyph := map[uint][]rune{}
	widths, em := ttf.Widths(), int(ttf.UnitsPerEm())
	for code, glyph := range ttf.Chars() {
		if glyph == 0 {
			continue
		}
		byGlyph[glyph] = append(byGlyph[glyph], rune(code))
		t.advance[rune(code)] = int(widths[min(int(glyph), len(widths)-1)]) * 1000 / em
	}
	if table := ttf.Kern(); table != nil {
		for left, pairs := range table.Kerning {
			for right, value := range pairs {
				for _, a := range byGlyph[left] {
					for _, b := range byGlyph[right] {
						t.kern[[2]rune{a, b}] = int(value) * 1000 / em
					}
				}
			}
		}
	}
	return t
}

// width of text in points.
func (f face) width(text string, size float64) float64 {
	t := &fonts().faces[f]
	sum, previous := 0, rune(0)
	for _, r := range text {
		sum += t.advance[r]
		if previous != 0 {
			sum += t.kern[[2]rune{previous, r}]
		}
		previous = r
	}
	return float64(sum) * size / 1000
}

// drawable reports whether every face has a picture of the character.
func drawable(r rune) bool {
	for f := range fonts().faces {
		if _, ok := fonts().faces[f].advance[r]; !ok {
			return false
		}
	}
	return true
}
