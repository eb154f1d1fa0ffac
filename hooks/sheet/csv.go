package sheet

import (
	"bytes"
	"encoding/csv"
)

// CSV is a table with commas, in UTF-8; each cell is [Harmless].
func CSV(rows [][]string) []byte {
	var body bytes.Buffer
	out := csv.NewWriter(&body) // a buffer takes everything: nothing here can fail
	for _, row := range rows {
		safe := make([]string, len(row))
		for i, cell := range row {
			safe[i] = Harmless(cell)
		}
		_ = out.Write(safe)
	}
	out.Flush()
	return body.Bytes()
}

// CSVForExcel begins with the mark that tells Excel that it is UTF-8.
func CSVForExcel(rows [][]string) []byte { return append([]byte("\ufeff"), CSV(rows)...) }
