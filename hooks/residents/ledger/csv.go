package ledger

import (
	"net/http"
	"strconv"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/sheet"
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

// sendCSV writes the report as a spreadsheet reads it.
func sendCSV(e *core.RequestEvent, made Report) error {
	form := forms[fault.Lang(e)]
	rows := [][]string{form.headings}
	for _, line := range made.Lines {
		row := []string{form.lines[line.Key]}
		for _, number := range []int{line.WNIMen, line.WNIWomen, line.WNAMen, line.WNAWomen, line.Total, line.Households} {
			row = append(row, strconv.Itoa(number))
		}
		rows = append(rows, row)
	}
	e.Response.Header().Set("Content-Disposition", `attachment; filename="laporan-penduduk-`+made.Month+`.csv"`)
	return e.Blob(http.StatusOK, "text/csv; charset=utf-8", sheet.CSVForExcel(rows))
}
