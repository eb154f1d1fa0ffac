package imports

import (
	"encoding/csv"
	"io"
	"strings"

	"github.com/pocketbase/pocketbase/core"
	"github.com/xuri/excelize/v2"

	"mdesa/hooks/office"
	"mdesa/hooks/residents"
)

var contentTypes = map[string]string{
	"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	"csv":  "text/csv; charset=utf-8",
}

// exportName is "penduduk-2026-11-23".
func exportName(app core.App) string { return "penduduk-" + office.Today(app) }

// inOrder is how people are written: by hamlet, family and place in it.
const inOrder = ` ORDER BY b.sort, b.name, h.kk, CASE r.family_role WHEN 'kepala keluarga' THEN 0 WHEN 'suami' THEN 1 WHEN 'istri' THEN 1
	WHEN 'anak' THEN 2 ELSE 3 END, r.birth_date, r.name`

// Export writes the whole register in the 43 columns of OpenSID's workbook, as
// "xlsx" or "csv". Importing it again changes nothing.
func Export(app core.App, to io.Writer, format string) error {
	defer frugal()()
	codes, err := codesOf(app)
	if err != nil {
		return err
	}
	if format == "csv" {
		return exportText(app, to, codes)
	}
	return exportWorkbook(app, to, codes)
}

func machineNames() (names []string) {
	for _, c := range columns[:ofOpenSID] {
		names = append(names, c.machine)
	}
	return names
}

// codesOf gives for each column the code of each value.
func codesOf(app core.App) (codes [columnCount]map[string]string, err error) {
	for i, c := range columns {
		if c.table == "" {
			continue
		}
		values, err := residents.Table(app, c.table)
		if err != nil {
			return codes, err
		}
		codes[i] = codeOf(values)
	}
	return codes, nil
}

// outward is a person in the columns of the workbook.
func outward(person *Registered, codes *[columnCount]map[string]string, row []string) []string {
	row = row[:0]
	for i, value := range person.Values[:ofOpenSID] {
		switch c := Column(i); {
		case columns[c].manner == asCode && codes[c][value] != "":
			value = codes[c][value]
		case c == Pregnant && value == "" && person.Values[Sex] == "P":
			value = no
		case columns[c].manner == asArea && value == "":
			value = "-"
		}
		row = append(row, value)
	}
	return row
}

func exportText(app core.App, to io.Writer, codes [columnCount]map[string]string) error {
	if _, err := io.WriteString(to, "\ufeff"); err != nil { // tells Excel that it is UTF-8
		return err
	}
	out := csv.NewWriter(to)
	if err := out.Write(machineNames()); err != nil {
		return err
	}
	var row []string
	err := eachPerson(app.DB().NewQuery(selectPeople+inOrder), func(person *Registered) error {
		row = outward(person, &codes, row)
		for i := range row {
			row[i] = guarded(row[i])
		}
		return out.Write(row)
	})
	out.Flush()
	if err != nil {
		return err
	}
	return out.Error()
}

func exportWorkbook(app core.App, to io.Writer, codes [columnCount]map[string]string) error {
	book, err := newWorkbook(28, 18, 6, 6, 28, 18, 18)
	if err != nil {
		return err
	}
	if err := book.headings(machineNames()); err != nil {
		return err
	}
	var row []string
	err = eachPerson(app.DB().NewQuery(selectPeople+inOrder), func(person *Registered) error {
		row = outward(person, &codes, row)
		for i := range row {
			if strings.HasPrefix(row[i], guard) {
				row[i] = guard + row[i] // the import takes one away
			}
		}
		return book.add(row)
	})
	if err != nil {
		return err
	}
	if err := book.add([]string{"", endMark, "", "", "Isi data penduduk di atas baris ini."}); err != nil {
		return err
	}
	if err := explainCodes(app, book.file); err != nil {
		return err
	}
	return book.finish(to)
}

// explainCodes adds OpenSID's sheet with the tables, three columns each.
func explainCodes(app core.App, file *excelize.File) error {
	if _, err := file.NewSheet(codeSheet); err != nil {
		return err
	}
	at := 1
	for _, c := range columns[:ofOpenSID] {
		if c.table == "" {
			continue
		}
		values, err := residents.Table(app, c.table)
		if err != nil {
			return err
		}
		cells := [][2]any{{c.machine, c.label}}
		for _, value := range values {
			if value.Code != 0 {
				cells = append(cells, [2]any{value.Code, value.Label})
			} else {
				cells = append(cells, [2]any{value.Value, value.Label})
			}
		}
		for i, pair := range cells {
			cell, err := excelize.CoordinatesToCellName(at, i+1)
			if err != nil {
				return err
			}
			if err := file.SetSheetRow(codeSheet, cell, &[]any{pair[0], pair[1]}); err != nil {
				return err
			}
		}
		at += 3
	}
	return nil
}
