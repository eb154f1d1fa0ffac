package ledger

import (
	"encoding/csv"
	"net/http"
	"strconv"
	"strings"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

// form is the report's wording in one language.
type form struct {
	headings []string
	lines    map[string]string
}

// forms are the official form's words, and what they say in English.
var forms = map[string]form{
	"id": {[]string{"Uraian", "WNI L", "WNI P", "WNA L", "WNA P", "Jumlah jiwa", "KK"}, map[string]string{
		"opening": "Penduduk awal bulan", "birth": "Lahir", "death": "Mati", "arrival": "Datang", "departure": "Pindah",
		"missing": "Hilang", "away": "Pergi", "found": "Ditemukan / kembali", Within: "Perpindahan di dalam desa",
		"registered": "Pendataan baru", "import": "Impor data", "corrected": "Perbaikan data",
		"removed": "Data dihapus", "invalid": "Data tidak valid", "closing": "Penduduk akhir bulan",
	}},
	"en": {[]string{"Line", "Citizens M", "Citizens F", "Foreigners M", "Foreigners F", "People", "Families"}, map[string]string{
		"opening": "At the beginning", "birth": "Births", "death": "Deaths", "arrival": "Arrivals", "departure": "Departures",
		"missing": "Missing", "away": "Away", "found": "Found, back again", Within: "Moves within the village",
		"registered": "Newly registered", "import": "Imported", "corrected": "Corrected",
		"removed": "Removed", "invalid": "Invalid records", "closing": "At the end",
	}},
}

// sendCSV writes the report as a spreadsheet reads it. The mark at the beginning
// tells Excel that it is UTF-8.
func sendCSV(e *core.RequestEvent, made Report) error {
	var out strings.Builder
	out.WriteString("\ufeff")
	sheet := csv.NewWriter(&out)
	form := forms[fault.Lang(e)]
	_ = sheet.Write(form.headings)
	for _, line := range made.Lines {
		row := []string{form.lines[line.Key]}
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
