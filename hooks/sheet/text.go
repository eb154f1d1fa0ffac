package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"iter"
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

var (
	utf8Mark    = []byte("\xEF\xBB\xBF")
	utf16LEMark = []byte("\xFF\xFE")
	utf16BEMark = []byte("\xFE\xFF")
)

// openText reads the whole file: whether it is UTF-8 is only known at its end.
func openText(content io.ReaderAt, size int64, head []byte) (*File, error) {
	if bytes.IndexByte(head, 0) >= 0 && !bytes.HasPrefix(head, utf16LEMark) && !bytes.HasPrefix(head, utf16BEMark) {
		return nil, ErrNoTable
	}
	body := make([]byte, size)
	if _, err := content.ReadAt(body, 0); err != nil && err != io.EOF {
		return nil, ErrBroken.Because(err)
	}
	body, err := decode(body)
	if err != nil {
		return nil, ErrBroken.Because(err)
	}
	body, comma := delimiter(body)
	file := &File{Sheets: []string{""}, size: int64(len(body))}
	file.rows = func(int) iter.Seq2[Row, error] { return textRows(body, comma, &file.read) }
	return file, nil
}

// decode gives UTF-8 of a text in UTF-8, UTF-16 with its mark, or Windows-1252,
// which is what Excel writes in Indonesia unless it is told otherwise.
func decode(body []byte) ([]byte, error) {
	switch {
	case bytes.HasPrefix(body, utf8Mark):
		return bytes.ToValidUTF8(body[len(utf8Mark):], []byte("�")), nil
	case bytes.HasPrefix(body, utf16LEMark), bytes.HasPrefix(body, utf16BEMark):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(body)
	case utf8.Valid(body):
		return body, nil
	}
	return charmap.Windows1252.NewDecoder().Bytes(body)
}

// delimiter is what stands most often between the fields of the first line,
// outside of quotation marks. A line "sep=;", which Excel understands, says it.
func delimiter(body []byte) ([]byte, rune) {
	line, rest, _ := bytes.Cut(body, []byte("\n"))
	if name, said := bytes.CutPrefix(bytes.TrimRight(line, "\r"), []byte("sep=")); said && len(name) == 1 {
		return rest, rune(name[0])
	}
	best, most := ',', 0
	for _, candidate := range ",;\t|" {
		count, quoted := 0, false
		for _, r := range string(line) {
			if r == '"' {
				quoted = !quoted
			} else if r == candidate && !quoted {
				count++
			}
		}
		if count > most {
			best, most = candidate, count
		}
	}
	return body, best
}

// maxLines is how many lines one cell may have. More, and a quotation mark was
// opened by mistake and has swallowed the rows below.
const maxLines = 10

func textRows(body []byte, comma rune, read *atomic.Int64) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		reader := csv.NewReader(bytes.NewReader(body))
		reader.Comma, reader.LazyQuotes, reader.FieldsPerRecord, reader.ReuseRecord = comma, true, -1, true
		var row Row
		for {
			fields, err := reader.Read()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(Row{}, ErrBroken.Because(err))
				return
			}
			read.Store(reader.InputOffset())
			row.Cells = row.Cells[:0]
			row.Number, _ = reader.FieldPos(0)
			for i, field := range fields {
				if strings.Count(field, "\n") > maxLines {
					yield(Row{}, ErrOpenQuote.With("row", row.Number))
					return
				}
				if i < maxCells {
					row.Cells = append(row.Cells, Cell{Text: field})
				}
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}
