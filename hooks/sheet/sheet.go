// Package sheet reads tables out of the files that offices have: .xlsx and .xlsm
// workbooks, and text with commas, semicolons or tabs. It reads a row at a time,
// so that a workbook of 100,000 people needs no more memory than one of ten.
//
// Workbooks are written with excelize elsewhere in M-Desa. Reading with it costs
// 4 µs and 1.2 KB a cell, 18 s for the 43 columns of 100,000 people; the scanner
// here needs a fifth, and gives what checks need to know: whether a cell is a
// number, an error, or a formula without a result.
package sheet

import (
	"bytes"
	"io"
	"iter"
	"sync/atomic"

	"mdesa/hooks/fault"
)

// Kind is what sort of content a cell has.
type Kind uint8

const (
	Text    Kind = iota
	Number       // the spreadsheet holds a number, not digits: 15 of them count
	Failed       // an error such as #REF!, named in Text
	Formula      // a formula that was never worked out; Text is empty
)

// Cell is one cell as the file holds it. Dates of workbooks are Numbers.
type Cell struct {
	Text string
	Kind Kind
}

// Row is one row of a table. Its cells are good until the next row is read.
type Row struct {
	Number int // as a spreadsheet shows it, from 1
	Cells  []Cell
}

// Blank tells whether nothing stands in the row.
func (r Row) Blank() bool {
	for _, cell := range r.Cells {
		if cell.Text != "" || cell.Kind != Text {
			return false
		}
	}
	return true
}

// Limits of what is read at all. A row of M-Desa's workbook has 43 cells of some
// 10 letters.
const (
	maxCells     = 300      // of a row; what stands further right is left out
	maxToken     = 1 << 20  // bytes of one cell
	maxStrings   = 96 << 20 // bytes of a workbook's texts, which stay in memory
	maxUnpacked  = 1 << 30  // bytes of one packed part
	maxStructure = 4 << 20  // bytes of a part that says what else there is
)

// Faults of files that cannot be read.
var (
	ErrOldWorkbook = fault.New(fault.Invalid, "sheet.old_workbook",
		"Berkas ini buku kerja Excel format lama (.xls), atau dikunci kata sandi. Buka di Excel atau LibreOffice, simpan sebagai .xlsx tanpa kata sandi, lalu unggah lagi.",
		"This is a workbook of the old kind (.xls), or one with a password. Open it in Excel or LibreOffice, save it as .xlsx without password, and upload that.")
	ErrOtherWorkbook = fault.New(fault.Invalid, "sheet.other_workbook",
		"Berkas ini bukan buku kerja .xlsx. Buka di Excel atau LibreOffice, simpan sebagai .xlsx, lalu unggah lagi.",
		"This is no .xlsx workbook. Open it in Excel or LibreOffice, save it as .xlsx, and upload that.")
	ErrNoTable = fault.New(fault.Invalid, "sheet.no_table",
		"Berkas ini bukan tabel. Unggah buku kerja .xlsx atau berkas CSV.",
		"There is no table in this file. Upload an .xlsx workbook or a CSV file.")
	ErrBroken = fault.New(fault.Invalid, "sheet.broken",
		"Berkas ini rusak atau tidak lengkap, mungkin terputus saat disalin. Salin atau simpan ulang, lalu unggah lagi.",
		"This file is damaged or incomplete; it may have been cut off while being copied. Copy or save it again, and upload that.")
	ErrTooBig = fault.New(fault.Invalid, "sheet.too_big",
		"Isi berkas ini terlalu besar untuk sebuah daftar penduduk. Bagi menjadi beberapa berkas, atau hapus lembar lain.",
		"What this file holds is too big for a list of residents. Divide it into several files, or remove other sheets.")
	ErrOpenQuote = fault.New(fault.Invalid, "sheet.open_quote",
		"Tanda kutip pada baris {row} tidak ditutup, sehingga baris-baris sesudahnya terbaca sebagai satu sel. Hapus tanda kutip itu.",
		"The quotation mark in row {row} is not closed, so the rows after it read as one cell. Remove that mark.")
)

// File is a table file opened for reading.
type File struct {
	Workbook  bool     // .xlsx; otherwise text
	Epoch1904 bool     // its dates count from 1904, as on old Macs
	Sheets    []string // names of the visible sheets in order; one without name for text

	rows func(sheet int) iter.Seq2[Row, error]
	read atomic.Int64 // bytes of what the rows stand in
	size int64
}

// Percent is how much of the file was read, as far as that can be said. It may
// be asked while rows are being read.
func (f *File) Percent() int {
	if f.size == 0 {
		return 0
	}
	return int(min(100, f.read.Load()*100/f.size))
}

// Rows gives the rows of a sheet from the top. Blank rows may be left out. An
// error ends it.
func (f *File) Rows(sheet int) iter.Seq2[Row, error] { return f.rows(sheet) }

var (
	zipMark = []byte("PK\x03\x04")
	oleMark = []byte{0xD0, 0xCF, 0x11, 0xE0}
)

// Open finds out what a file is by its content; names lie.
func Open(content io.ReaderAt, size int64) (*File, error) {
	head := make([]byte, min(size, 512))
	if _, err := content.ReadAt(head, 0); err != nil && err != io.EOF {
		return nil, ErrBroken.Because(err)
	}
	start := bytes.ToLower(bytes.TrimSpace(head))
	switch {
	case bytes.HasPrefix(head, zipMark):
		return openWorkbook(content, size)
	case bytes.HasPrefix(head, oleMark):
		return nil, ErrOldWorkbook
	case bytes.HasPrefix(start, []byte("<html")), bytes.HasPrefix(start, []byte("<table")), bytes.HasPrefix(start, []byte("<!doctype")), bytes.HasPrefix(start, []byte("<?xml")):
		return nil, ErrOtherWorkbook // web pages that call themselves .xls
	}
	return openText(content, size, head)
}
