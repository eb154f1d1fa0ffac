package imports

import (
	"errors"
	"slices"
	"strings"

	"mdesa/hooks/fault"
	"mdesa/hooks/residents"
	"mdesa/hooks/sheet"
)

// maxRows is how many people one file may bring: four times the largest desa of
// Denpasar, and what stays well below the memory of a small server.
const maxRows = 200_000

// headingsWithin is how many rows may stand above the headings: a title, a logo.
const headingsWithin = 20

var errTooManyRows = fault.New(fault.Invalid, "import.too_many_rows",
	"Berkas ini berisi lebih dari 200.000 baris. Bagi menjadi beberapa berkas.",
	"This file has more than 200,000 rows. Divide it into several files.")

// codeSheet is OpenSID's sheet that explains the codes; it holds no people.
const codeSheet = "Kode Data"

// Table are the rows of people in a file.
type Table struct {
	Format  string   // of the first sheet with people
	Sheets  []string // that were read
	Skipped []string // without headings that say what is in them
	Ignored []string // headings that nothing is read from
	Heading []string // of the first sheet
	rows    int
}

// Read gives every person of a file to take, in the file's order, as reader
// understands them. An error of take ends it and is given back. What is found
// out about the file stands in t as soon as it is known.
func (t *Table) Read(file *sheet.File, reader *Reader, take func(*Person) error) error {
	reader.From1904 = file.Epoch1904
	var unclear *fault.Fault
	for i, name := range file.Sheets {
		if strings.EqualFold(strings.TrimSpace(name), codeSheet) {
			continue
		}
		layout, err := t.readSheet(file, i, reader, take)
		var reason *fault.Fault
		if errors.As(err, &reason) && reason.Key == errTwiceHeading.Key {
			unclear = reason
		} else if err != nil {
			return err
		}
		if layout == nil {
			t.Skipped = append(t.Skipped, name)
		}
	}
	if len(t.Sheets) == 0 {
		if unclear != nil {
			return unclear
		}
		return errNoHeadings
	}
	return nil
}

func (t *Table) readSheet(file *sheet.File, index int, reader *Reader, take func(*Person) error) (*Layout, error) {
	var layout *Layout
	var above []sheet.Row
	for row, err := range file.Rows(index) {
		if err != nil {
			return layout, err
		}
		if ends(row) {
			break
		}
		if row.Blank() {
			continue
		}
		if layout == nil {
			var wrong *fault.Fault
			if layout, wrong = recognise(row); wrong != nil {
				return nil, wrong
			}
			if layout == nil {
				if above = append(above, kept(row)); len(above) >= headingsWithin {
					return nil, nil
				}
				continue
			}
			t.found(file.Sheets[index], layout)
			if layout.Format != SIAK {
				continue
			}
			for _, missed := range peopleAbove(above) {
				if err := t.give(file.Sheets[index], missed, layout, reader, take); err != nil {
					return layout, err
				}
			}
		}
		if err := t.give(file.Sheets[index], row, layout, reader, take); err != nil {
			return layout, err
		}
	}
	return layout, nil
}

func (t *Table) give(name string, row sheet.Row, layout *Layout, reader *Reader, take func(*Person) error) error {
	if t.rows++; t.rows > maxRows {
		return errTooManyRows
	}
	return take(reader.Read(name, row, layout))
}

func (t *Table) found(name string, layout *Layout) {
	t.Sheets = append(t.Sheets, name)
	for _, heading := range layout.Ignored {
		if !slices.Contains(t.Ignored, heading) {
			t.Ignored = append(t.Ignored, heading)
		}
	}
	if t.Format == "" {
		t.Format, t.Heading = layout.Format, layout.Heading
	}
}

func kept(row sheet.Row) sheet.Row {
	row.Cells = slices.Clone(row.Cells)
	return row
}

// peopleAbove are rows of a SIAK export above the first one whose numbers are
// sound: people too, unless there is no digit where their numbers stand.
func peopleAbove(rows []sheet.Row) []sheet.Row {
	return slices.DeleteFunc(rows, func(row sheet.Row) bool {
		if len(row.Cells) < leastSIAK {
			return true
		}
		return !strings.ContainsAny(residents.TidyNumber(row.Cells[0].Text+row.Cells[1].Text), "0123456789")
	})
}
