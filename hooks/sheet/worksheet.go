package sheet

import (
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// sheetReader reads the rows of one worksheet part.
type sheetReader struct {
	scanner *scanner
	texts   *texts
	row     Row
	cell    openCell
}

// openCell is the cell that is being read.
type openCell struct {
	column           int
	kind             string // its t attribute
	value            []byte
	formula          bool
	inValue, inText  bool
	spoken, hasValue bool
}

func (r *sheetReader) read(yield func(Row, error) bool) error {
	inData := false
	for {
		t, err := r.scanner.next()
		if errors.Is(err, io.EOF) {
			return errMalformed // a worksheet says where its data ends
		}
		if err != nil {
			return err
		}
		name := string(t.name)
		switch {
		case t.kind == 't':
			if r.cell.inValue || r.cell.inText && !r.cell.spoken {
				r.cell.value = t.resolve(r.cell.value)
			}
		case name == "sheetData":
			if t.kind == 'c' || t.empty {
				return nil
			}
			inData = true
		case !inData:
		case name == "row" && t.kind == 'o':
			r.beginRow(t)
			if t.empty && !yield(r.row, nil) {
				return nil
			}
		case name == "row":
			if !yield(r.row, nil) {
				return nil
			}
		default:
			r.inRow(name, t)
		}
	}
}

func (r *sheetReader) beginRow(t token) {
	number := r.row.Number + 1
	if said, err := strconv.Atoi(string(t.attribute("r"))); err == nil && said > r.row.Number {
		number = said
	}
	r.row = Row{Number: number, Cells: r.row.Cells[:0]}
	r.cell.column = -1
}

func (r *sheetReader) inRow(name string, t token) {
	opens := t.kind == 'o' && !t.empty
	switch name {
	case "c":
		if t.kind == 'o' {
			r.beginCell(t)
		}
		if t.kind == 'c' || t.empty {
			r.endCell()
		}
	case "v":
		r.cell.inValue = opens
		r.cell.hasValue = r.cell.hasValue || opens
	case "t":
		r.cell.inText = opens
	case "rPh":
		r.cell.spoken = opens
	case "f":
		r.cell.formula = true
	}
}

func (r *sheetReader) beginCell(t token) {
	column := r.cell.column + 1
	if said, ok := columnOf(t.attribute("r")); ok {
		column = said
	}
	r.cell = openCell{column: column, kind: string(t.attribute("t")), value: r.cell.value[:0]}
}

func (r *sheetReader) endCell() {
	c := &r.cell
	if c.column < 0 || c.column >= maxCells {
		return
	}
	cell := Cell{Kind: Text}
	switch c.kind {
	case "s":
		index, err := strconv.Atoi(strings.TrimSpace(string(c.value)))
		text, known := r.texts.get(index)
		if err != nil || !known {
			text, cell.Kind = "#", Failed
		}
		cell.Text = text
	case "e":
		cell.Text, cell.Kind = string(c.value), Failed
	case "b":
		cell.Text = string(c.value) // 1 or 0
	case "", "n":
		cell.Text, cell.Kind = string(c.value), Number
		if cell.Text == "" {
			cell.Kind = Text
		}
	default: // str, inlineStr, d
		cell.Text = string(c.value)
	}
	if c.formula && !c.hasValue {
		cell.Kind = Formula
	}
	cell.Text = unescape(cell.Text)
	if cell.Text == "" && cell.Kind == Text {
		return
	}
	for len(r.row.Cells) <= c.column {
		r.row.Cells = append(r.row.Cells, Cell{})
	}
	r.row.Cells[c.column] = cell
}

// columnOf reads the letters of "AQ17": A is 0.
func columnOf(reference []byte) (int, bool) {
	column := 0
	for i, letter := range reference {
		if letter < 'A' || letter > 'Z' {
			return column - 1, i > 0
		}
		if column = column*26 + int(letter-'A') + 1; column > 1<<14 {
			return maxCells, true
		}
	}
	return column - 1, column > 0
}

// Letter is the name of a column in a spreadsheet: 0 is A, 26 is AA.
func Letter(column int) string {
	if column < 26 {
		return string(rune('A' + column))
	}
	return Letter(column/26-1) + string(rune('A'+column%26))
}

var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescape resolves Excel's own way to write control characters: _x000D_.
func unescape(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	return escaped.ReplaceAllStringFunc(text, func(found string) string {
		code, _ := strconv.ParseUint(found[2:6], 16, 32)
		return string(rune(code))
	})
}
