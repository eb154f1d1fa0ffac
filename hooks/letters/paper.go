package letters

// All lengths are in points of 1/72 inch.
const mm = 72 / 25.4

// leaf is the size of one sheet of paper. F4 is the Indonesian folio of 215 × 330 mm.
type leaf struct{ width, height float64 }

func leafOf(paper string) leaf {
	if paper == "F4" {
		return leaf{215 * mm, 330 * mm}
	}
	return leaf{210 * mm, 297 * mm}
}

// style is how tightly a letter is set.
type style struct {
	size    float64 // of the body's type
	leading float64 // line height as a multiple of size
	gap     float64 // between paragraphs
	top     float64
	bottom  float64
	left    float64
	right   float64
	qr      float64 // side of the code without its white edge
}

// styles go from roomy to tight: a letter takes the first that lets it fit one
// page, since a second page gets lost on the way to the bank.
var styles = []style{
	{size: 11.5, leading: 1.36, gap: 7, top: 13 * mm, bottom: 10 * mm, left: 24 * mm, right: 20 * mm, qr: 30 * mm},
	{size: 11.5, leading: 1.24, gap: 5, top: 12 * mm, bottom: 10 * mm, left: 22 * mm, right: 19 * mm, qr: 30 * mm},
	{size: 11, leading: 1.2, gap: 4, top: 11 * mm, bottom: 9 * mm, left: 21 * mm, right: 18 * mm, qr: 30 * mm},
	{size: 10.5, leading: 1.17, gap: 3.5, top: 10 * mm, bottom: 8 * mm, left: 20 * mm, right: 18 * mm, qr: 30 * mm},
	{size: 10, leading: 1.14, gap: 3, top: 9 * mm, bottom: 7 * mm, left: 19 * mm, right: 17 * mm, qr: 29 * mm},
}
