package pages_test

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/letters"
)

// The main job, as four people and a stranger do it.
func TestWalkFromTheQuestionToTheVerifiedLetter(t *testing.T) {
	v := start(t)
	wayan := v.visitor(apptest.Phone())
	request := wayan.filesForDomicile(t)

	v.decides("kelian.kaja", "Setujui", "Disetujui: I Wayan Sukarta.", apptest.Phone())
	wayan.sees("Persetujuan kepala wilayah: disetujui")
	v.decides("loket", "Setujui", "Disetujui: I Wayan Sukarta.", apptest.Desktop())
	wayan.sees("Pemeriksaan berkas: disetujui")
	v.decides("perbekel", "Tanda tangani", "Ditandatangani: surat I Wayan Sukarta sudah terbit.", apptest.Desktop())

	wayan.sees("Surat Anda sudah jadi", "Ditandatangani I Ketut Mudra, Perbekel")
	letter := v.Letter(request)
	file := wayan.downloads(t, "Unduh surat (PDF)")
	pdf := contents(t, file)
	if verdict := letters.VerifySeal(pdf); !verdict.Intact || !verdict.Whole || !bytes.Equal(pdf, v.PDF(letter)) {
		t.Errorf("the downloaded letter: %+v", verdict)
	}
	v.strangerVerifies(letter, file)
}

// filesForDomicile logs in, goes through the form page by page and sends it. It
// ends at the request's page, listening, and gives the request's id.
func (p visitor) filesForDomicile(t *testing.T) string {
	t.Helper()
	p.visit("/")
	p.at("Selamat datang")
	p.press("Masuk")
	p.at("Masuk")
	p.fill("NIK", "5171 0417 0590 0001")
	p.fill("Kata sandi", apptest.Password)
	p.press("Masuk")
	p.at("Selamat datang, I Wayan Sukarta")
	p.press("Surat Keterangan Domisili")
	p.at("Surat Keterangan Domisili")
	p.press("Ajukan sekarang")

	p.at("Untuk siapa permohonan ini?")
	p.answersDomicile()
	p.attachesPapers()
	p.press("Lanjutkan")

	p.at("Periksa jawaban Anda")
	p.sees("5171041705900001", "Milik sendiri", "1 Januari 2015", "ktp.jpg", "kk.jpg")
	p.press("Saya menyatakan isian dan dokumen ini benar.")
	p.press("Kirim permohonan")
	p.at("Permohonan terkirim")
	filed, err := p.FindFirstRecordByData("requests", "account", p.Resident.Id)
	if err != nil {
		t.Fatal(err)
	}
	code := filed.GetString("code")
	p.sees(code[:4]+"-"+code[4:], "Dijanjikan selesai paling lambat")
	p.press("Lihat permohonan")
	p.sees("Di tangan Kelian Banjar Dinas.")
	p.listens("requests/" + filed.Id)
	return filed.Id
}

// answersDomicile goes from the first question to the documents.
func (p visitor) answersDomicile() {
	p.t.Helper()
	p.press("Saya sendiri") // he has a child to file for, too
	p.press("Lanjutkan")
	p.at("Tempat tinggal Anda")
	p.press("Milik sendiri")
	p.fillDay("1", "Januari", "2015")
	p.press("Lanjutkan")
	p.at("Keperluan")
	p.press("Pembukaan rekening atau urusan bank")
	p.press("Lanjutkan")
	p.at("Dokumen")
}

func (p visitor) attachesPapers() {
	p.t.Helper()
	p.attach("attachments.ktp-file", photo(p.t, "ktp.jpg"))
	p.sees("ktp.jpg", "Terkirim")
	p.attach("attachments.kk-file", photo(p.t, "kk.jpg"))
	p.until("both photos to arrive", func() bool { return strings.Count(p.shown(), "Terkirim") == 2 })
}

func (p visitor) fillDay(day, month, year string) {
	p.t.Helper()
	p.fill("Tanggal", day)
	p.pick("Bulan", month)
	p.fill("Tahun", year)
}

// listens waits until the server knows that somebody wants to hear of a topic.
func (p visitor) listens(topic string) {
	p.t.Helper()
	p.until("somebody to listen to "+topic, func() bool {
		for _, client := range p.SubscriptionsBroker().Clients() {
			if client.HasSubscription(topic) {
				return true
			}
		}
		return false
	})
}

// decides has an officer log in at the desk, open Wayan's request and decide.
func (v village) decides(username, action, told string, screen chromedp.Action[chromedp.Void]) {
	v.t.Helper()
	p := v.visitor(screen)
	p.visit("/petugas")
	p.at("Masuk petugas")
	p.fill("Nama pengguna", username)
	p.fill("Kata sandi", apptest.Password)
	p.press("Masuk")
	p.at("Permohonan")
	p.press("I Wayan Sukarta")
	p.at("Surat Keterangan Domisili")
	p.sees("Milik sendiri", "Dokumen (2)")
	p.press(action)
	p.until("the dialog", func() bool { return asks[bool](p, `document.querySelector("dialog[open]") !== null`) })
	p.press(action)
	p.sees(told)
}

// downloads presses the button and waits for the file, whose path it gives.
func (p visitor) downloads(t *testing.T, button string) string {
	t.Helper()
	folder := t.TempDir()
	_, err := chromedp.CallBrowser(p.tab, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: folder,
		BrowserContextID: chromedp.FromContext(p.tab).BrowserContextID,
	})
	if err != nil {
		t.Fatal(err)
	}
	p.press(button)
	var file string
	p.until("the download", func() bool {
		files, _ := filepath.Glob(filepath.Join(folder, "*"))
		if len(files) != 1 || filepath.Ext(files[0]) != ".pdf" {
			return false // nothing yet, or a .crdownload being written
		}
		file = files[0]
		is, err := os.Stat(file)
		return err == nil && is.Size() > 0 // Chromium keeps the name by an empty file
	})
	return file
}

// strangerVerifies reads the letter's QR code, and compares the file and a
// changed one with what was issued.
func (v village) strangerVerifies(letter *core.Record, file string) {
	v.t.Helper()
	address, payload := "/v/"+letter.GetString("code"), letter.GetString("payload")
	p := v.visitor(apptest.Phone())
	p.visit(address + "#" + payload)
	p.sees("Asli dan berlaku", letter.GetString("number"), "Tanda tangan kode QR: diperiksa di perangkat Anda, asli.")
	if strings.Contains(p.shown(), "Sukarta") {
		v.t.Error("the page shows the holder's whole name")
	}
	p.attach("compare", file)
	p.sees("Sama persis")
	p.drops(".drop", changed(v.t, file))
	p.sees("Tidak sama")

	p.visit(address + "#" + payload[:len(payload)-6] + "AAAAAA")
	p.sees("Kode QR tidak asli")
}

// drops lets a file fall onto a place of the page.
func (p visitor) drops(place, file string) {
	p.t.Helper()
	at := asks[spot](p, reached+`(document.querySelector("`+place+`"))`)
	for _, kind := range []input.DispatchDragEventType{
		input.DispatchDragEventTypeDragEnter, input.DispatchDragEventTypeDragOver, input.DispatchDragEventTypeDrop,
	} {
		_, err := chromedp.Call(p.tab, input.DispatchDragEvent, input.DispatchDragEventParams{
			Type: kind, X: at.X, Y: at.Y, Data: &input.DragData{Items: []*input.DragDataItem{}, Files: []string{file}, DragOperationsMask: 1},
		})
		if err != nil {
			p.t.Fatal(err)
		}
	}
}

// changed is the same file with one byte of it different.
func changed(t testing.TB, file string) string {
	t.Helper()
	body := contents(t, file)
	body[len(body)/2] ^= 1
	other := filepath.Join(t.TempDir(), "surat.pdf")
	if err := os.WriteFile(other, body, 0o600); err != nil {
		t.Fatal(err)
	}
	return other
}

func contents(t testing.TB, file string) []byte {
	t.Helper()
	body, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

// photo is a picture as a phone takes it, only smaller.
func photo(t testing.TB, name string) string {
	t.Helper()
	picture := image.NewRGBA(image.Rect(0, 0, 320, 200))
	draw.Draw(picture, picture.Bounds(), image.NewUniform(color.RGBA{0xcf, 0xe3, 0xee, 0xff}), image.Point{}, draw.Src)
	draw.Draw(picture, image.Rect(20, 40, 110, 160), image.NewUniform(color.RGBA{0x4a, 0x5a, 0x66, 0xff}), image.Point{}, draw.Src)
	file := filepath.Join(t.TempDir(), name)
	out, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	if err := jpeg.Encode(out, picture, nil); err != nil {
		t.Fatal(err)
	}
	return file
}
