package hooks_test

import (
	"testing"
	"time"

	"github.com/pocketbase/dbx"

	"mdesa/hooks/requests"
)

func TestWorkPhotosThatNoAnswerNamesAreTidied(t *testing.T) {
	v := openReports(t)
	id, _ := v.file(v.Resident, "report-waste", wasteReport(nil))
	unused, used := v.upload(v.Officer, map[string]string{"kind": "report_work"}), v.upload(v.Officer, map[string]string{"kind": "report_work"})
	scanned := v.upload(v.Officer, map[string]string{"kind": "ktp", "resident": v.Wayan.Id})
	v.act(v.Officer, id, "approve", "note", "Kami periksa.").Want(200)
	v.act(v.Officer, id, "resolve", "note", "Sudah diangkut.", "data", map[string]any{"photos": []string{used}}).Want(200)
	if got := v.tidied(6, unused, used, scanned); got != 3 {
		t.Errorf("after six days %d of 3 are there", got)
	}
	if got := v.tidied(8, unused, used, scanned); got != 2 {
		t.Errorf("after eight days %d are there, not the photo of the answer and the resident's paper", got)
	}
}

// tidied is how many of some documents are there after so many days.
func (v reporting) tidied(days int, documents ...any) (n int) {
	v.t.Helper()
	if err := requests.TidyWorkPhotos(v, time.Now().Add(time.Duration(days)*24*time.Hour)); err != nil {
		v.t.Fatal(err)
	}
	if err := v.DB().Select("count(*)").From("documents").Where(dbx.In("id", documents...)).Row(&n); err != nil {
		v.t.Fatal(err)
	}
	return n
}
