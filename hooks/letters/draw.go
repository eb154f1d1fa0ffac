package letters

import (
	"bytes"

	"github.com/signintech/gopdf"

	"mdesa/hooks/fault"
)

var errDraw = fault.New(fault.Internal, "letter.draw",
	"Surat tidak dapat dibuat. Coba lagi; bila tetap gagal, hubungi admin.",
	"The letter could not be made. Try again; if it still fails, tell the admin.")

// Render draws a letter as PDF, not signed yet. Equal letters give equal bytes.
func Render(l Letter) ([]byte, error) {
	if err := l.Check(); err != nil {
		return nil, err
	}
	p, err := prepareParts(l)
	if err != nil {
		return nil, err
	}
	laid, err := lay(l, p)
	if err != nil {
		return nil, err
	}
	pdf, err := laid.draw(l)
	if err != nil {
		return nil, errDraw.Because(err)
	}
	return pdf, nil
}

func (laid layout) draw(l Letter) ([]byte, error) {
	pdf := &gopdf.GoPdf{}
	pdf.Start(gopdf.Config{PageSize: gopdf.Rect{W: laid.leaf.width, H: laid.leaf.height}})
	pdf.SetInfo(gopdf.PdfInfo{
		Title: oneLine(l.Title + " " + l.Number), Author: oneLine(l.Author),
		Creator: "M-Desa", Producer: "M-Desa", CreationDate: l.IssuedAt,
	})
	pen := &pen{pdf: pdf, face: -1}
	if err := pen.load(laid.pages); err != nil {
		return nil, err
	}
	for _, page := range laid.pages {
		pdf.AddPage()
		for _, m := range page.marks {
			if err := pen.draw(m); err != nil {
				return nil, err
			}
		}
	}
	var out bytes.Buffer
	out.Grow(64 << 10)
	_, err := pdf.WriteTo(&out)
	return out.Bytes(), err
}

// pen remembers the face it writes with, since choosing one is a search.
type pen struct {
	pdf  *gopdf.GoPdf
	face face
	size float64
}

// load adds the faces that the pages use, and no others.
func (p *pen) load(pages []page) error {
	var used [faceCount]bool
	for _, page := range pages {
		for _, m := range page.marks {
			if m.text != "" {
				used[m.face] = true
			}
		}
	}
	for f, yes := range used {
		if !yes {
			continue
		}
		if err := p.pdf.AddTTFFontFromFontContainer(face(f).family(), &fonts().container); err != nil {
			return err
		}
	}
	return nil
}

func (p *pen) draw(m mark) error {
	switch {
	case m.picture != nil:
		holder, err := gopdf.ImageHolderByBytes(m.picture.data)
		if err != nil {
			return err
		}
		return p.pdf.ImageByHolder(holder, m.x, m.y, &gopdf.Rect{W: m.width, H: m.height})
	case m.text == "":
		p.pdf.RectFromUpperLeftWithStyle(m.x, m.y, m.width, m.height, "F")
		return nil
	}
	if m.face != p.face {
		if err := p.pdf.SetFontWithStyle(m.face.family(), gopdf.Regular, m.size); err != nil {
			return err
		}
		p.face, p.size = m.face, m.size
	}
	if m.size != p.size {
		p.size = m.size
		if err := p.pdf.SetFontSize(m.size); err != nil {
			return err
		}
	}
	p.pdf.SetXY(m.x, m.y)
	return p.pdf.Text(m.text)
}
