package ledger

import (
	"encoding/csv"
	"net/http"
	"strconv"
	"strings"

	"github.com/pocketbase/pocketbase/core"
)

var headings = []string{"Uraian", "WNI L", "WNI P", "WNA L", "WNA P", "Jumlah jiwa", "KK"}

// words are the lines' names on the official form.
var words = map[string]string{
	"opening": "Penduduk awal bulan", "birth": "Lahir", "death": "Mati", "arrival": "Datang", "departure": "Pindah",
	"missing": "Hilang", "away": "Pergi", "found": "Ditemukan / kembali", Within: "Perpindahan di dalam desa",
	"registered": "Pendataan baru", "import": "Impor data", "corrected": "Perbaikan data",
	"removed": "Data dihapus", "invalid": "Data tidak valid", "closing": "Penduduk akhir bulan",
}

// sendCSV writes the report as a spreadsheet reads it. The mark at the beginning
// tells Excel that it is UTF-8.
func sendCSV(e *core.RequestEvent, made Report) error {
	var out strings.Builder
	out.WriteString("\ufeff")
	sheet := csv.NewWriter(&out)
	_ = sheet.Write(headings)
	for _, line := range made.Lines {
		row := []string{words[line.Key]}
		for _, number := range []int{line.WNIMen, line.WNIWomen, line.WNAMen, line.WNAWomen, line.Total, line.Households} {
			row = append(row, strconv.Itoa(number))
		}
		_ = sheet.Write(row)
	}
	sheet.Flush() // a strings.Builder never fails
	e.Response.Header().Set("Content-Type", "text/csv; charset=utf-8")
	e.Response.Header().Set("Content-Disposition", `attachment; filename="laporan-penduduk-`+made.Month+`.csv"`)
	return e.String(http.StatusOK, out.String())
}
