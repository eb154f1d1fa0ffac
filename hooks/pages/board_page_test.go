package pages_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/apptest"
)

// reported puts a report that all may see beside a request of Wayan's.
func (v village) reported(code, title, state string, lat float64) *core.Record {
	v.t.Helper()
	service := v.Service("report-light")
	now := time.Now()
	return apptest.Save(v.t, v.App.App, apptest.Record(v.t, v.App.App, "reports", map[string]any{
		"request": v.File(), "code": code, "service": service.Id, "category": "report-light", "category_name": "Lampu jalan",
		"category_name_en": "Street lights", "hamlet": apptest.KajaID, "identity": "hidden", "title": title, "text": "Sudah tiga malam gelap.",
		"place": "Depan balai banjar", "point": types.GeoPoint{Lat: lat, Lon: 115.22}, "public": true, "state": state, "class": "normative",
		"submitted_at": now.Add(-48 * time.Hour), "first_due_at": now.Add(-24 * time.Hour), "due_at": now.Add(24 * time.Hour),
	}))
}

func TestAxeOnThePublicPagesOfReports(t *testing.T) {
	v := start(t)
	v.reported("AAAA2222", "Lampu mati di gang", "new", -8.650)
	v.reported("BBBB2222", "Lampu pos ronda", "done", -8.651)
	p := v.visitor(apptest.Phone())
	p.opens("/laporan", "Lampu mati di gang")
	p.opens("/laporan?warna=green", "Lampu pos ronda")
	p.opens("/laporan?tampil=peta", "Terlambat")
	p.until("the marks", func() bool { return asks[int](p, `document.querySelectorAll(".map-icon").length`) > 0 })
	p.sound("/laporan/peta")
	p.opens("/laporan/AAAA2222", "Menunggu tanggapan pertama")
	p.opens("/laporan/ZZZZ2222", "tidak lagi ditampilkan")
	p = p.speaksEnglish()
	p.opens("/laporan", "Residents' reports")
	p.opens("/laporan/BBBB2222", "Done")
}

func TestAxeOnTheOfficesBoard(t *testing.T) {
	v := start(t)
	v.reported("AAAA2222", "Lampu mati di gang", "new", -8.650)
	p := v.visitor(apptest.Desktop()).as(v.Secretary)
	p.opens("/petugas/pantau", "Paling lama menunggu")
	p.press("Layar penuh")
	p.sees("Tutup layar penuh")
	p.sound("/petugas/pantau/layar")
}

// The board says by itself what happened elsewhere.
func TestTheBoardIsLive(t *testing.T) {
	v := start(t)
	p := v.visitor(apptest.Desktop()).as(v.Secretary)
	p.visit("/petugas/pantau")
	p.sees("Tidak ada laporan yang menunggu", "Langsung, data pukul")
	v.reported("AAAA2222", "Lampu mati di gang", "handling", -8.650)
	p.sees("Lampu jalan")
}

// tileServer is the maker of a map's pictures, who counts what is asked for.
func tileServer(t *testing.T) (address string, asked *atomic.Int64) {
	asked = new(atomic.Int64)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		w.Header().Set("Content-Type", "image/svg+xml")
		_, _ = w.Write([]byte(`<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"/>`))
	}))
	t.Cleanup(server.Close)
	return server.URL, asked
}

func TestAMapTakesItsPicturesWhereTheOfficeSaysAndNowhereElse(t *testing.T) {
	v := start(t)
	v.reported("AAAA2222", "Lampu mati di gang", "new", -8.650)
	address, asked := tileServer(t)
	p := v.visitor(apptest.Desktop())
	marked := func() bool { return asks[int](p, `document.querySelectorAll(".map-icon").length`) > 0 }
	p.visit("/laporan?tampil=peta")
	p.until("the marks on a plain map", marked)
	if asked.Load() != 0 || asks[int](p, `document.querySelectorAll(".leaflet-tile").length`) != 0 {
		t.Error("a plain map asked for pictures")
	}
	office := v.Found("office", apptest.OfficeID)
	office.Set("tiles", address+"/{z}/{x}/{y}.svg")
	office.Set("tiles_credit", "© Kartografer Desa https://peta.example/hak")
	apptest.Save(t, v.App.App, office)
	p.visit("/laporan?tampil=peta")
	p.until("the marks", marked)
	p.sees("© Kartografer Desa")
	p.until("the pictures", func() bool { return asks[int](p, `document.querySelectorAll(".leaflet-tile-loaded").length`) > 0 })
	if asked.Load() == 0 {
		t.Error("the pictures came from elsewhere")
	}
	if policy := asks[string](p, `fetch(location.pathname).then((answer) => answer.headers.get("content-security-policy"))`); strings.Contains(policy, "img-src *") {
		t.Errorf("the page takes pictures from everywhere: %s", policy)
	}
}
