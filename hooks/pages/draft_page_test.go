package pages_test

import (
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/pocketbase/dbx"

	"mdesa/hooks/apptest"
)

func TestDraftSurvivesAReload(t *testing.T) {
	v := start(t)
	p := v.visitor(apptest.Phone()).as(v.Resident)
	p.visit("/ajukan/domicile")
	p.answersDomicile()
	p.attach("attachments.ktp-file", photo(t, "ktp.jpg"))
	p.sees("Terkirim")
	p.do(chromedp.Reload())
	p.sees("ktp.jpg", "Terkirim")

	p.visit("/")
	p.press("Belum selesai diisi")
	p.at("Dokumen") // the first place that is not filled in
	p.attach("attachments.kk-file", photo(t, "kk.jpg"))
	p.sees("kk.jpg")
	p.press("Lanjutkan")
	p.at("Periksa jawaban Anda")
	p.sees("Milik sendiri", "1 Januari 2015", "Pembukaan rekening", "ktp.jpg", "kk.jpg")
}

func TestDraftWaitsForTheNetwork(t *testing.T) {
	v := start(t)
	p := v.visitor(apptest.Phone()).as(v.Resident)
	p.visit("/ajukan/domicile")
	p.answersDomicile()
	p.network(false)
	p.sees("Tidak ada jaringan.")
	p.attach("attachments.ktp-file", photo(t, "ktp.jpg"))
	p.attach("attachments.kk-file", photo(t, "kk.jpg"))
	p.sees("ktp.jpg", "kk.jpg", "Tersimpan, dikirim saat ada jaringan")
	p.press("Lanjutkan")
	p.at("Periksa jawaban Anda")
	p.agreesAndSends("Kirim permohonan")
	p.sees("Belum terkirim: tidak ada jaringan", "Kirim lagi", "Milik sendiri", "ktp.jpg")
	p.sound("/ajukan/tanpa-jaringan")
	if n := v.requestsOfWayan(); n != 0 {
		t.Fatalf("%d requests without a network", n)
	}

	p.network(true)
	p.visit("/") // the phone was put away in between
	p.press("Menunggu dikirim")
	p.sees("Belum terkirim. Silakan kirim lagi", "Milik sendiri")
	p.agreesAndSends("Kirim lagi")
	p.at("Permohonan terkirim")
	if n := v.requestsOfWayan(); n != 1 {
		t.Errorf("%d requests were filed", n)
	}
	if n, err := v.CountRecords("documents"); err != nil || n != 2 {
		t.Errorf("%d documents arrived: %v", n, err)
	}
	p.visit("/permohonan")
	p.sees("Sedang berjalan")
	if text := p.shown(); strings.Contains(text, "Belum terkirim") {
		t.Errorf("the draft is still there: %s", text)
	}
}

func TestDraftWhoseAnswerWasLostIsFiledOnce(t *testing.T) {
	v := start(t)
	p := v.visitor(apptest.Phone()).as(v.Resident)
	p.visit("/ajukan/domicile")
	p.answersDomicile()
	p.attachesPapers()
	p.press("Lanjutkan")
	p.at("Periksa jawaban Anda")
	p.losesOneAnswer("*/api/collections/requests/records*")
	p.agreesAndSends("Kirim permohonan")
	p.sees("Kirim lagi")
	if n := v.requestsOfWayan(); n != 1 {
		t.Fatalf("the request that arrived: %d", n)
	}
	p.press("Kirim lagi")
	p.at("Permohonan terkirim")
	if n := v.requestsOfWayan(); n != 1 {
		t.Errorf("%d requests were filed", n)
	}
}

func TestPageForAReturnedRequestSendsWhatWasMended(t *testing.T) {
	v := start(t)
	id := v.returned()
	p := v.visitor(apptest.Phone()).as(v.Resident)
	p.visit("/")
	p.press("Surat Keterangan Domisili Perlu Anda perbaiki")
	p.press("Perbaiki dan kirim lagi")
	p.at("Perbaiki permohonan")
	p.sees("Foto KTP buram.", "Sejak kapan Anda tinggal di alamat ini?")
	p.fill("Tahun", "2016")
	p.press("Lepaskan ktp")
	p.attach("attachments.ktp-file", photo(t, "ktp-baru.jpg"))
	p.sees("ktp-baru.jpg", "Terkirim")
	p.press("Kirim perbaikan")
	p.sees("Perbaikan terkirim.", "Di tangan Kelian Banjar Dinas.")

	mended := v.Found("requests", id)
	var answers map[string]any
	if err := mended.UnmarshalJSONField("answers", &answers); err != nil {
		t.Fatal(err)
	}
	if answers["since"] != "2016-01-01" || answers["home_status"] != "own" || mended.GetString("status") == "returned" {
		t.Errorf("mended: %s %v", mended.GetString("status"), answers)
	}
}

func TestPageKeepsWhatWasTypedWhenItsFrameIsSkipped(t *testing.T) {
	v := start(t)
	p := v.visitor(apptest.Phone())
	p.visit("/masuk")
	p.fill("NIK", "5171 0417")
	p.do(chromedp.Focus(chromedp.CSS(".skip")), chromedp.KeyEvent("\r"))
	p.until("the focus to be on the content", func() bool { return asks[string](p, "document.activeElement.id") == "main" })
	if typed := asks[string](p, `document.getElementById("nik").value`); typed != "5171 0417" {
		t.Errorf("the NIK is now %q", typed)
	}
}

func (p visitor) agreesAndSends(button string) {
	p.t.Helper()
	p.press("Saya menyatakan isian dan dokumen ini benar.")
	p.press(button)
}

func (v village) requestsOfWayan() int64 {
	v.t.Helper()
	n, err := v.CountRecords("requests", dbx.HashExp{"account": v.Resident.Id})
	if err != nil {
		v.t.Fatal(err)
	}
	return n
}

// network takes the phone's network away, or gives it back.
func (p visitor) network(there bool) {
	p.t.Helper()
	_, err := chromedp.Call(p.tab, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{{Offline: !there, DownloadThroughput: -1, UploadThroughput: -1}},
	})
	if err == nil {
		_, err = chromedp.Call(p.tab, network.OverrideNetworkState, network.OverrideNetworkStateParams{
			Offline: !there, DownloadThroughput: -1, UploadThroughput: -1,
		})
	}
	if err != nil {
		p.t.Fatal(err)
	}
}

// losesOneAnswer lets the next request to an address arrive, and its answer not.
func (p visitor) losesOneAnswer(address string) {
	p.t.Helper()
	var lost atomic.Bool
	answers := chromedp.Events(p.tab, fetch.RequestPaused)
	go func() {
		for answer, err := range answers {
			switch {
			case err != nil:
				return
			case lost.Swap(true):
				_, _ = chromedp.Call(p.tab, fetch.ContinueRequest, fetch.ContinueRequestParams{RequestID: answer.RequestID})
			default:
				_, _ = chromedp.Call(p.tab, fetch.FailRequest, fetch.FailRequestParams{
					RequestID: answer.RequestID, ErrorReason: network.ErrorReasonConnectionReset,
				})
			}
		}
	}()
	_, err := chromedp.Call(p.tab, fetch.Enable, fetch.EnableParams{
		Patterns: []*fetch.RequestPattern{{URLPattern: address, RequestStage: fetch.RequestStageResponse}},
	})
	if err != nil {
		p.t.Fatal(err)
	}
}
