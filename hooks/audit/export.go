package audit

import (
	"net/http"
	"strconv"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/office"
	"mdesa/hooks/sheet"
)

var exportHeadings = []string{"Nomor", "Waktu", "Pelaku", "Jabatan", "Yang dilakukan", "Keperluan", "Keterangan",
	"Permohonan", "Warga", "Jumlah warga", "Sidik jari (SHA-256)"}

var whatWords = map[string]string{Listed: "tampil di daftar", Found: "hasil pencarian", Viewed: "dibuka",
	Revealed: "nomor lengkap dibuka", Opened: "dokumen dibuka", Letter: "surat dibuka", Exported: "diekspor", Changed: "diubah"}

var purposeWords = map[string]string{ForRequest: "permohonan", AtCounter: "warga di loket", ByPhone: "telepon atau pesan",
	InField: "kunjungan lapangan", Upkeep: "pemeliharaan register", Oversight: "pengawasan", InAdminUI: "admin, tanpa keterangan",
	Other: "lainnya"}

// export writes what was found as CSV, newest first, with the office's time.
func export(e *core.RequestEvent, found *dbx.SelectQuery) error {
	lines := []line{}
	if err := found.Limit(exportLines).All(&lines); err != nil {
		return err
	}
	noteReading(e, Exported, lines)
	zone := locationOf(e.App)
	rows := [][]string{exportHeadings}
	for _, l := range lines {
		rows = append(rows, l.cells(zone))
	}
	e.Response.Header().Set("Content-Disposition", `attachment; filename="jejak-akses-`+office.Today(e.App)+`.csv"`)
	return e.Blob(http.StatusOK, "text/csv; charset=utf-8", sheet.CSVForExcel(rows))
}

func locationOf(app core.App) *time.Location {
	record, err := office.Current(app)
	if err != nil {
		return time.UTC
	}
	zone, err := time.LoadLocation(record.GetString("time_zone"))
	if err != nil {
		return time.UTC
	}
	return zone
}

func (l line) cells(zone *time.Location) []string {
	name := l.Name
	if l.Resident == "" {
		name = "semua"
		if l.Hamlets != "" {
			name = "semua di wilayah tertentu"
		}
	}
	count := ""
	if l.Count > 0 {
		count = strconv.Itoa(l.Count)
	}
	return []string{strconv.Itoa(l.Seq), l.At.Time().In(zone).Format(time.DateTime), l.ActorName, l.ActorTitle,
		whatWords[l.What], purposeWords[l.Purpose], l.Note, l.Code, name, count, l.Hash}
}
