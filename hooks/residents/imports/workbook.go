package imports

import (
	"io"

	"github.com/xuri/excelize/v2"
)

// peopleSheet is what OpenSID calls the sheet of people.
const peopleSheet = "Data Penduduk"

// workbook writes rows of text to one sheet, as a stream: 100,000 rows do not
// fit into memory as excelize's objects.
type workbook struct {
	file   *excelize.File
	stream *excelize.StreamWriter
	rows   int
	plain  int // style: text, also for digits
	header int
	row    []any
}

func newWorkbook(widths ...float64) (*workbook, error) {
	w := &workbook{file: excelize.NewFile()}
	if err := w.file.SetSheetName("Sheet1", peopleSheet); err != nil {
		return nil, err
	}
	for _, style := range []struct {
		into *int
		of   *excelize.Style
	}{
		{&w.plain, &excelize.Style{NumFmt: 49}},
		{&w.header, &excelize.Style{NumFmt: 49, Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E5EFEA"}}}},
	} {
		var err error
		if *style.into, err = w.file.NewStyle(style.of); err != nil {
			return nil, err
		}
	}
	var err error
	if w.stream, err = w.file.NewStreamWriter(peopleSheet); err != nil {
		return nil, err
	}
	for i, width := range widths {
		if err := w.stream.SetColWidth(i+1, i+1, width); err != nil {
			return nil, err
		}
	}
	return w, w.stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

func (w *workbook) headings(names []string) error { return w.write(names, w.header) }

// add writes a row as text, so that no program takes a NIK for a number, a date
// for another date, or a name for a formula.
func (w *workbook) add(values []string) error { return w.write(values, w.plain) }

func (w *workbook) write(values []string, style int) error {
	w.row = w.row[:0]
	for _, value := range values {
		if value == "" {
			w.row = append(w.row, nil)
		} else {
			w.row = append(w.row, excelize.Cell{StyleID: style, Value: value})
		}
	}
	w.rows++
	at, err := excelize.CoordinatesToCellName(1, w.rows)
	if err != nil {
		return err
	}
	return w.stream.SetRow(at, w.row)
}

// finish writes the workbook out.
func (w *workbook) finish(to io.Writer) error {
	if err := w.stream.Flush(); err != nil {
		return err
	}
	w.file.SetActiveSheet(0)
	if err := w.file.Write(to); err != nil {
		return err
	}
	return w.file.Close()
}
