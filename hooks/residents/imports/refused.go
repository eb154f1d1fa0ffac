package imports

import (
	"bytes"
	"strings"
	"time"

	"github.com/pocketbase/pocketbase/tools/filesystem"

	"mdesa/hooks/sheet"
)

// refusals are the refused rows of a file, in the same columns and with their
// reasons behind, so that they can be mended and uploaded again.
type refusals struct {
	lang string
	book *workbook
	from *Layout // of the rows so far
}

// reasonsAfterSIAK keeps the reasons out of its 37 columns.
const reasonsAfterSIAK = 40

func (r *refusals) add(p *Person) error {
	if err := r.begin(p.layout); err != nil {
		return err
	}
	place := reasonsAfterSIAK
	if r.from.Heading != nil {
		place = len(r.from.Heading)
	}
	values := make([]string, place+1)
	for i, cell := range p.Cells {
		if to := r.place(p.layout, i); to >= 0 && to < place {
			values[to] = p.asText(i, cell)
		}
	}
	values[place] = strings.Join(p.reasons(r.lang), " | ")
	return r.book.add(values)
}

func (r *refusals) begin(layout *Layout) (err error) {
	if r.book != nil {
		return nil
	}
	if r.book, err = newWorkbook(); err != nil {
		return err
	}
	r.from = layout
	if layout.Heading == nil {
		return nil
	}
	headings := append([]string{}, layout.Heading...)
	for i := len(headings) - 1; i >= 0; i-- {
		if headings[i] == reasonsHeading { // mended once already
			headings[i] = ""
		}
	}
	return r.book.headings(append(headings, reasonsHeading))
}

// place is where a cell goes: further sheets may have their columns elsewhere.
func (r *refusals) place(layout *Layout, i int) int {
	if layout == r.from {
		if i < len(layout.Heading) && layout.Heading[i] == reasonsHeading {
			return -1
		}
		return i
	}
	for to, c := range r.from.Columns {
		if c != none && c == layout.column(i) {
			return to
		}
	}
	return -1
}

// asText is a cell for another workbook, whose days may count from elsewhere: a
// number that was understood as a day is written as that day.
func (p *Person) asText(i int, cell sheet.Cell) string {
	c := p.layout.column(i)
	if c != none && columns[c].manner == asDay && cell.Kind == sheet.Number && p.Values[c] != "" {
		if day, err := time.Parse(time.DateOnly, p.Values[c]); err == nil {
			return day.Format("02-01-2006")
		}
	}
	return cell.Text
}

func (p *Person) reasons(lang string) (reasons []string) {
	for _, problem := range p.Problems {
		if problem.Warning {
			continue
		}
		reason := problem.Reason.In(lang)
		if problem.Column != none {
			label := columns[problem.Column].label
			if lang == "en" {
				label = columns[problem.Column].labelEN
			}
			reason = label + ": " + reason
		}
		if problem.Suggestion != "" {
			reason += " → " + problem.Suggestion
		}
		reasons = append(reasons, reason)
	}
	return reasons
}

// file is nil where nothing was refused.
func (r *refusals) file() (*filesystem.File, error) {
	if r.book == nil {
		return nil, nil
	}
	var body bytes.Buffer
	if err := r.book.finish(&body); err != nil {
		return nil, err
	}
	return filesystem.NewFileFromBytes(body.Bytes(), "baris-ditolak.xlsx")
}
