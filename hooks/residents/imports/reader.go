package imports

import (
	"strconv"
	"strings"

	"mdesa/hooks/fault"
	"mdesa/hooks/sheet"
)

var (
	errFailedCell = fault.New(fault.Invalid, "import.failed_cell",
		"Sel ini berisi kesalahan rumus ({value}). Perbaiki rumusnya, atau ketik nilainya.",
		"This cell holds the error of a formula ({value}). Mend the formula, or type the value.")
	errFormula = fault.New(fault.Invalid, "import.formula",
		"Sel ini berisi rumus yang belum dihitung. Buka berkas di Excel atau LibreOffice, simpan, lalu unggah lagi.",
		"This cell holds a formula that was never worked out. Open the file in Excel or LibreOffice, save it, and upload it again.")
)

// Person is one row of a file as it was understood. Values are in the register's
// form; "" says nothing, which leaves alone what the register has.
type Person struct {
	Sheet    string
	Row      int
	Cells    []sheet.Cell // as they stand in the file
	Values   [columnCount]string
	Place    Place // of the hamlet
	Problems []Problem

	layout *Layout
	faulty [columnCount]bool // cells that a problem was told of
}

// Refused tells whether the row cannot be imported as it is.
func (p *Person) Refused() bool {
	for _, problem := range p.Problems {
		if !problem.Warning {
			return true
		}
	}
	return false
}

// refuse notes what is wrong with a column of the row; once a column, the first.
func (p *Person) refuse(c Column, suggestion string, reason *fault.Fault) {
	if c != none && p.faulty[c] {
		return
	}
	p.note(c, suggestion, reason, false)
	if c != none {
		p.faulty[c] = true
	}
}

func (p *Person) warn(c Column, reason *fault.Fault) { p.note(c, "", reason, true) }

func (p *Person) note(c Column, suggestion string, reason *fault.Fault, warning bool) {
	place, value := -1, ""
	for i := range p.Cells {
		if c != none && p.layout.column(i) == c {
			place, value = i, p.Cells[i].Text
		}
	}
	if place < 0 && c != none {
		for i, found := range p.layout.Columns {
			if found == c {
				place = i
			}
		}
	}
	p.Problems = append(p.Problems, Problem{Sheet: p.Sheet, Row: p.Row, Place: place, Column: c, Value: value,
		Reason: reason, Suggestion: suggestion, Warning: warning})
}

// Reader understands the cells of a row, each by itself.
type Reader struct {
	Codes    *Codes
	Hamlets  *Hamlets
	Fallback Place  // hamlet of rows that name none
	Today    string // "YYYY-MM-DD"
	From1904 bool
}

// Read understands a row. All that is wrong with its cells is told at once.
func (r *Reader) Read(name string, row sheet.Row, layout *Layout) *Person {
	p := &Person{Sheet: name, Row: row.Number, Cells: append([]sheet.Cell(nil), row.Cells...), layout: layout}
	for place, cell := range p.Cells {
		c := layout.column(place)
		if c == none || cell.Text == "" && cell.Kind == sheet.Text {
			continue
		}
		switch cell.Kind {
		case sheet.Failed:
			p.refuse(c, "", errFailedCell.With("value", cell.Text))
		case sheet.Formula:
			p.refuse(c, "", errFormula)
		default:
			r.read(p, c, cell)
		}
	}
	if layout.Format == SIAK {
		r.hamletFromAddress(p)
	}
	if p.Values[Hamlet] == "" && r.Fallback.ID != "" && !p.faulty[Hamlet] {
		p.Place, p.Values[Hamlet] = r.Fallback, r.Fallback.Name
	}
	return p
}

func (r *Reader) read(p *Person, c Column, cell sheet.Cell) {
	typed := tidy(cell.Text)
	if cell.Kind == sheet.Text {
		typed = unguarded(typed)
	}
	value, suggestion := "", ""
	var wrong *fault.Fault
	switch of := columns[c]; of.manner {
	case asText:
		if typed, wrong = plainNumber(cell, typed, of.label); wrong == nil {
			value, wrong = readText(typed, of.most)
		}
	case asName:
		value, suggestion, wrong = readName(typed, of.most)
	case asPersonNumber, asParentNumber:
		value, wrong = readPersonNumber(cell, typed, r.Today)
	case asFamilyNumber:
		var warnings []*fault.Fault
		value, warnings, wrong = readFamilyNumber(cell, typed, r.Today)
		for _, warning := range warnings {
			p.warn(c, warning)
		}
	case asDay:
		value, suggestion, wrong = readDay(typed, r.From1904 && cell.Kind == sheet.Number)
	case asCode:
		value, suggestion, wrong = r.readCode(p, c, typed)
	case asHamlet:
		value, suggestion, wrong = r.readHamlet(p, typed)
	case asArea:
		if typed, wrong = plainNumber(cell, typed, of.label); wrong == nil {
			value, wrong = readArea(typed, of.most)
		}
	case asYesNo:
		value, wrong = readYesNo(typed)
	case asTag:
		if typed, wrong = plainNumber(cell, typed, of.label); wrong == nil {
			value, wrong = readTag(typed)
		}
	case asDegrees:
		value, wrong = readDegrees(typed, of.most)
	}
	if wrong != nil {
		p.refuse(c, suggestion, wrong)
		return
	}
	p.Values[c] = value
}

func (r *Reader) readCode(p *Person, c Column, typed string) (value, suggestion string, wrong *fault.Fault) {
	found := r.Codes.read(columns[c].table, typed)
	if !found.found {
		return "", found.suggestion, errCode.With("value", typed).WithText("column", columns[c].label, columns[c].labelEN)
	}
	if c == MaritalStatus && p.Values[MarriageRegistered] == "" {
		p.Values[MarriageRegistered] = registered(typed)
	}
	return found.value, "", nil
}

func (r *Reader) readHamlet(p *Person, typed string) (value, suggestion string, wrong *fault.Fault) {
	if strings.Trim(typed, "- ") == "" {
		return "", "", nil
	}
	p.Place, suggestion, wrong = r.Hamlets.find(typed)
	return p.Place.Name, suggestion, wrong
}

// hamletFromAddress splits what the civil registry writes as one.
func (r *Reader) hamletFromAddress(p *Person) {
	place, rest := r.Hamlets.inAddress(p.Values[Address])
	if place.Name != "" {
		p.Place, p.Values[Hamlet] = place, place.Name
		if rest != "" {
			p.Values[Address] = rest
		}
	}
}

// plainNumber writes a number cell as a person would: 7, not 7.0 or 7E+00.
func plainNumber(cell sheet.Cell, typed, what string) (string, *fault.Fault) {
	value, err := strconv.ParseFloat(typed, 64)
	if cell.Kind != sheet.Number || err != nil || value < 0 || value != float64(int64(value)) {
		return typed, nil
	}
	return digitsOf(cell, typed, what)
}
