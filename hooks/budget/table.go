package budget

import (
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"mdesa/hooks/fault"
	"mdesa/hooks/sheet"
)

var (
	errNoHeading = fault.New(fault.Invalid, "budget.no_heading",
		"Baris judul kolom tidak ditemukan. Tabel perlu kolom kode rekening, uraian, dan anggaran atau realisasi, seperti cetakan Siskeudes.",
		"No row of column headings was found. The table needs columns for code, description (uraian) and budget or realisation, as Siskeudes prints them.")
	errNoColumn = fault.New(fault.Invalid, "budget.no_column",
		"Tidak ada kolom untuk tahap ini ({stage}). Kolom jumlah yang ada: {found}. Pilih tahap yang sesuai dengan berkas.",
		"There is no column for this stage ({stage}). Columns of amounts: {found}. Choose the stage that the file is about.")
	errNoLines = fault.New(fault.Invalid, "budget.no_lines",
		"Tidak ada satu pun baris dengan kode dan jumlah. Periksa apakah lembar dan kolomnya benar.",
		"There is no row with a code and an amount. See whether this is the right sheet and the right columns.")
	errTooManyRows = fault.New(fault.Invalid, "budget.too_many_rows",
		"Berkas ini lebih dari {most} baris; anggaran desa tidak sebesar itu. Pilih lembar APBDes saja.",
		"This file has more than {most} rows; no village budget is that long. Keep the sheet of the budget only.")
	errCode = fault.New(fault.Invalid, "budget.code",
		"Kode \"{value}\" tidak dikenal. Tulis kode rekening seperti 4.2.1, atau kode kegiatan seperti 02.03.10 dengan belanja 5.3 di sampingnya.",
		"The code \"{value}\" is not known. Write an account like 4.2.1, or an activity like 02.03.10 with spending 5.3 beside it.")
	errNoActivity = fault.New(fault.Invalid, "budget.no_activity",
		"Rekening belanja {value} tidak berada di bawah bidang atau kegiatan. Pakai cetakan Siskeudes yang dirinci per kegiatan.",
		"Spending account {value} stands under no field or activity. Use the Siskeudes print that lists activities.")
	errTwice = fault.New(fault.Invalid, "budget.twice",
		"Kode {value} sudah ada di baris {row}. Bila keduanya benar, jumlahkan menjadi satu baris; bila tidak, hapus yang salah.",
		"Code {value} is already in row {row}. If both are right, add them up in one row; if not, remove the wrong one.")
	errNegative = fault.New(fault.Invalid, "budget.negative",
		"{value} kurang dari nol. Satu rekening tidak dapat negatif; kurung hanya untuk selisih dan defisit.",
		"{value} is below zero. An account cannot be; brackets are for differences and deficits only.")
	errUnread = fault.New(fault.Invalid, "budget.unread",
		"Baris ini berisi jumlah tetapi tidak berkode, jadi tidak dihitung. Bila ini rekening, tulis kodenya; rincian di bawah rekening boleh dibiarkan.",
		"This row has an amount but no code, so it is not counted. If it is an account, write its code; details below an account may stay.")
)

// Table is a file as it was understood for one stage.
type Table struct {
	Sheet    string   // that was read
	Skipped  []string // other sheets
	Layout   *Layout
	Year     int // "TAHUN ANGGARAN 2026" in its titles; 0: none
	Rows     int // below the heading, blank ones left out
	Lines    []*Line
	Names    map[Code]string // of all codes, also of those without an amount
	Totals   []Total         // what the file says at its foot
	Problems []Problem

	stage  string
	amount span
	at     reading
	wrong  map[*Line]Problem // amounts that cannot be read; only of leaves they matter
}

// maxRows of a sheet; the longest budgets in detail have some 3,000.
const maxRows = 20_000

// headingWithin is how many rows of titles a sheet may have.
const headingWithin = 60

// ReadTable reads the first sheet that has a table of a budget in it.
func ReadTable(file *sheet.File, stage string) (*Table, *fault.Fault) {
	for i, name := range file.Sheets {
		table := &Table{Sheet: name, stage: stage, Names: map[Code]string{}, wrong: map[*Line]Problem{}}
		found, err := table.read(file, i)
		if err != nil {
			return nil, err
		}
		if found {
			table.Skipped = slices.Delete(slices.Clone(file.Sheets), i, i+1)
			return table, nil
		}
	}
	return nil, errNoHeading
}

// read goes through a sheet; a row is held back until the one below is known,
// which may belong to the same heading.
func (t *Table) read(file *sheet.File, index int) (found bool, wrong *fault.Fault) {
	var held sheet.Row
	read := 0
	for row, err := range file.Rows(index) {
		if err != nil {
			return false, asFault(err)
		}
		if read++; read > maxRows {
			return false, errTooManyRows.With("most", maxRows)
		}
		switch {
		case t.Layout != nil:
			t.row(row)
			continue
		case read > headingWithin+1:
			return false, nil
		}
		t.title(row)
		if held.Cells != nil {
			if wrong := t.heading(held, row); wrong != nil {
				return false, wrong
			}
		}
		held = sheet.Row{Number: row.Number, Cells: slices.Clone(row.Cells)}
	}
	return t.Layout != nil, nil
}

func (t *Table) heading(row, next sheet.Row) *fault.Fault {
	layout := findLayout(row, next.Cells)
	if layout == nil {
		return nil
	}
	amount, ok := layout.amount(t.stage)
	if !ok {
		labels := make([]string, len(layout.amounts))
		for i, column := range layout.amounts {
			labels[i] = column.label
		}
		return errNoColumn.With("found", strings.Join(labels, ", ")).WithText("stage", stageNames[t.stage].id, stageNames[t.stage].en)
	}
	t.Layout, t.amount = layout, amount
	t.row(next)
	return nil
}

var budgetYear = regexp.MustCompile(`(?i)(?:tahun\s+anggaran|t\.?\s?a\.?)\s*:?\s*(20\d\d)`)

func (t *Table) title(row sheet.Row) {
	for _, cell := range row.Cells {
		if found := budgetYear.FindStringSubmatch(cell.Text); found != nil && t.Year == 0 {
			t.Year, _ = strconv.Atoi(found[1])
		}
	}
}

var (
	letters    = regexp.MustCompile(`\pL{2}`)
	leadingOne = regexp.MustCompile(`^([\d.\[\]\s]*\d[\d.\[\]]*)\s*[.)]?\s+(\pL.*)$`)
)

// row understands one row below the heading.
func (t *Table) row(row sheet.Row) {
	name, codes := t.nameAndCodes(row)
	if row.Blank() || numbersColumns(row) || t.isHeading(row) {
		return // nothing, or what belongs to a heading that stands on every page
	}
	t.Rows++
	cell, column := t.amount.first(row.Cells)
	sen, told, wrong := ReadAmount(cell)
	if strings.Join(codes, "") == "" {
		t.uncoded(row.Number, name, sen, told && wrong == nil)
		return
	}
	at := Problem{Row: row.Number, Column: sheet.Letter(t.Layout.Code.from), Name: name, Value: strings.Join(strings.Fields(strings.Join(codes, " ")), " ")}
	code, ok := t.at.code(codes, t.Layout.marks, name)
	if _, known := t.Names[code]; ok && !known {
		t.Names[code] = NameOf(code, name)
	}
	if !told { // a heading within the table, or an account that is not used
		return
	}
	if !ok {
		at.Reason = errCode.With("value", at.Value)
		if strings.HasPrefix(code.Account, "5.") && code.Activity == "" {
			at.Reason = errNoActivity.With("value", code.Account)
		}
		t.Problems = append(t.Problems, at)
		return
	}
	at.Column, at.Value = sheet.Letter(column), cell.Text
	source, _ := t.Layout.Source.first(row.Cells)
	line := &Line{Code: code, Name: NameOf(code, name), Source: sheet.Plain(tidy(source.Text)), Sen: sen, Row: row.Number}
	if wrong != nil {
		at.Reason = wrong
		t.wrong[line] = at
	} else if sen < 0 {
		at.Reason = errNegative.With("value", inSen(sen))
		t.wrong[line] = at
	}
	t.Lines = append(t.Lines, line)
}

// nameAndCodes are what a row says left of its amounts. Without columns for codes
// they stand before the name; a merged "JUMLAH BELANJA" stands where codes do.
func (t *Table) nameAndCodes(row sheet.Row) (name string, codes []string) {
	texts := t.Layout.Name.texts(row.Cells)
	codes = t.Layout.Code.texts(row.Cells)
	for i, text := range codes {
		if letters.MatchString(text) {
			codes[i], texts = "", append([]string{text}, texts...)
		}
	}
	if t.Layout.Code.none() {
		for len(texts) > 0 && (texts[0] == "" || codeLike.MatchString(texts[0])) {
			codes, texts = append(codes, texts[0]), texts[1:]
		}
	}
	name = sheet.Plain(tidy(strings.Join(texts, " ")))
	if found := leadingOne.FindStringSubmatch(name); found != nil && strings.Join(codes, "") == "" {
		return tidy(found[2]), []string{found[1]}
	}
	return name, codes
}

var columnNumber = regexp.MustCompile(`^(\(?\d{1,2}\)?(\s*[=(].*)?|[a-g])$`)

// numbersColumns: "1 | 2 | 3 | 4 | 5=4-3", or "a | b | c", under a heading.
func numbersColumns(row sheet.Row) bool {
	filled := 0
	for _, cell := range row.Cells {
		text := strings.TrimSpace(cell.Text)
		if text == "" {
			continue
		}
		if filled++; !columnNumber.MatchString(text) {
			return false
		}
	}
	return filled >= 3
}

func (t *Table) isHeading(row sheet.Row) bool {
	cell, _ := t.Layout.Name.first(row.Cells)
	return kindOf(cell.Text) == "name" && len(cell.Text) < 30
}

func tidy(text string) string { return strings.Join(strings.Fields(text), " ") }

// asFault keeps what the reader of sheets says of a file.
func asFault(err error) *fault.Fault {
	if said := (*fault.Fault)(nil); errors.As(err, &said) {
		return said
	}
	return sheet.ErrBroken.Because(err)
}

// namesAbove are the names of what stands above lines, as far as the file has
// them.
func (t *Table) namesAbove(lines []kept) map[Code]string {
	names := map[Code]string{}
	for _, line := range lines {
		for _, code := range above(line.code()) {
			if name := t.Names[code]; name != "" {
				names[code] = name
			}
		}
	}
	return names
}
