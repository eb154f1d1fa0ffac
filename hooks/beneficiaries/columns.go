package beneficiaries

import (
	"strconv"
	"strings"

	"mdesa/hooks/fault"
	"mdesa/hooks/sheet"
)

var (
	errNoHeading = fault.New(fault.Invalid, "benefit.no_heading",
		"Baris judul tidak ditemukan. Berkas harus punya kolom NIK atau nomor KK, dan kolom nama.",
		"There is no row of headings. The file needs a column NIK or family card number, and one of names.")
	errRows = fault.New(fault.Invalid, "benefit.rows",
		"Berkas ini kosong, atau lebih dari {most} baris. Bagi menjadi beberapa berkas.",
		"This file is empty, or has more than {most} rows. Divide it into several files.")
)

// mostRows is far more than a village has families.
const mostRows = 20_000

// headings are how lists of the state call their columns.
var headings = map[string][]string{
	"nik":                {"nik", "no nik", "nomor nik", "nik kpm", "nik penerima", "no ktp", "nomor ktp", "nomor induk kependudukan"},
	"kk":                 {"kk", "no kk", "nomor kk", "nokk", "no kartu keluarga", "nomor kartu keluarga"},
	"name":               {"nama", "nama penerima", "nama kpm", "nama lengkap", "nama kepala keluarga", "nama pengurus", "nama peserta", "name"},
	"participant_number": {"nomor peserta", "no peserta", "id peserta", "no pkh", "nomor pkh", "no kks", "nomor kks", "id bdt", "id dtks", "id dtsen", "participant number"},
	"amount":             {"jumlah", "nominal", "jumlah bantuan", "nilai", "besaran", "besar bantuan", "nilai bantuan", "rp", "jumlah rp", "amount"},
	"in_kind":            {"barang", "jenis barang", "bantuan barang", "in kind"},
}

// Entry is one row of a list as the file has it.
type Entry struct {
	Row         int // as a spreadsheet shows it
	NIK, KK     string
	Name        string
	Participant string
	Amount      int // rupiah; -1: not a number
	InKind      string
	Rounded     bool     // a number of 16 digits that the spreadsheet rounded
	Cells       []string // the whole row, to give back what was refused
}

// Table is a file that was read.
type Table struct {
	Heading []string
	Entries []Entry
}

// ReadTable reads the first sheet that has a row of headings.
func ReadTable(file *sheet.File) (*Table, error) {
	for i := range max(1, len(file.Sheets)) {
		table, err := readSheet(file, i)
		if err != nil || table != nil {
			if err == nil && (len(table.Entries) == 0 || len(table.Entries) > mostRows) {
				err = errRows.With("most", mostRows)
			}
			return table, err
		}
	}
	return nil, errNoHeading
}

func readSheet(file *sheet.File, number int) (*Table, error) {
	var table *Table
	var columns map[string]int
	for row, err := range file.Rows(number) {
		if err != nil {
			return nil, err
		}
		if row.Blank() {
			continue
		}
		cells := make([]string, len(row.Cells))
		for i, cell := range row.Cells {
			cells[i] = strings.TrimSpace(cell.Text)
		}
		if table == nil {
			if columns = columnsIn(cells); columns != nil {
				table = &Table{Heading: cells}
			} else if row.Number > 30 {
				return nil, nil
			}
			continue
		}
		if len(table.Entries) > mostRows {
			return table, nil
		}
		if entry := entryOf(row, cells, columns); entry.NIK+entry.KK+entry.Name != "" {
			table.Entries = append(table.Entries, entry)
		}
	}
	return table, nil
}

// columnsIn finds the columns in a row of headings; nil when it is none.
func columnsIn(cells []string) map[string]int {
	columns := map[string]int{}
	for i, cell := range cells {
		words := strings.Join(strings.FieldsFunc(strings.ToLower(cell), func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') }), " ")
		for key, names := range headings {
			if _, there := columns[key]; there {
				continue
			}
			for _, name := range names {
				if words == name {
					columns[key] = i
				}
			}
		}
	}
	_, nik := columns["nik"]
	_, kk := columns["kk"]
	_, name := columns["name"]
	if (nik || kk) && name {
		return columns
	}
	return nil
}

func entryOf(row sheet.Row, cells []string, columns map[string]int) Entry {
	entry := Entry{Row: row.Number, Cells: cells}
	get := func(key string) string {
		if i, there := columns[key]; there && i < len(cells) {
			return strings.TrimPrefix(cells[i], "'")
		}
		return ""
	}
	for _, key := range []string{"nik", "kk"} {
		if i, there := columns[key]; there && i < len(row.Cells) && row.Cells[i].Kind == sheet.Number && len(digits(cells[i])) >= 16 {
			entry.Rounded = true // 15 digits of a number count
		}
	}
	entry.NIK, entry.KK, entry.Name = digits(get("nik")), digits(get("kk")), get("name")
	entry.Participant, entry.InKind, entry.Amount = cut(get("participant_number"), 60), cut(get("in_kind"), 150), amountOf(get("amount"))
	return entry
}

func digits(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, text)
}

// amountOf reads "300000", "Rp 300.000" and "300.000,00"; -1 for what is no
// amount in whole rupiah.
func amountOf(text string) int {
	text = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(strings.TrimSpace(text)), "rp"), "."))
	if text == "" || text == "-" {
		return 0
	}
	text = strings.TrimSuffix(strings.TrimSuffix(text, ",-"), ",00")
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '.' || r == ',' || r == ' ' })
	for i, part := range parts {
		if i > 0 && len(part) != 3 || len(part) > 3 && len(parts) > 1 {
			return -1
		}
	}
	amount, err := strconv.Atoi(strings.Join(parts, ""))
	if err != nil || amount < 0 || amount > most {
		return -1
	}
	return amount
}

func cut(text string, letters int) string {
	if runes := []rune(text); len(runes) > letters {
		return string(runes[:letters])
	}
	return text
}
