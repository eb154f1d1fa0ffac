package pages_test

import (
	"context"
	"testing"
	"time"

	"mdesa/hooks/apptest"
	"mdesa/hooks/notify"
)

func TestPageOfNoticesShowsWhatIsNewAndComesBySelf(t *testing.T) {
	v := start(t)
	p := v.visitor(apptest.Phone()).as(v.Resident)
	p.opens("/kabar", "Belum ada kabar")
	v.File()
	if err := notify.Work(context.Background(), v, time.Now()); err != nil {
		t.Fatal(err)
	}
	p.sees("sudah kami terima. Janji selesai:", "Baru")
	p.sound("/kabar/baru")
	p.opens("/kabar", "sudah kami terima")
	p.press("Atur kabar")
	p.at("Atur kabar")
	p.sees("Kantor belum memakai WhatsApp atau SMS", "Jam tenang")
	p.sound("/profil/kabar")
	p.press("Kirim kapan saja, tanpa jam tenang")
	p.press("Simpan pilihan")
	p.sees("Pilihan Anda tersimpan.")
	p.visit("/")
	p = p.speaksEnglish()
	p.opens("/kabar", "has reached us. It is promised for")
	p.opens("/profil/kabar", "Quiet hours")
}

func TestPageOfNoticeSettingsSaysWhatIsMissing(t *testing.T) {
	v := start(t)
	apptest.Save(t, v, apptest.Record(t, v, "gateways", map[string]any{"name": "Uji", "active": true, "channel": "whatsapp",
		"url": "https://wa.example/send", "body": "to={to}&text={text}", "encoding": "form"}))
	p := v.visitor(apptest.Phone()).as(v.Resident)
	p.opens("/profil/kabar", "Ada kabar yang perlu persetujuan Anda")
	p.press("Beri atau tarik persetujuan")
	p.at("Persetujuan dan salinan data")
}

func TestPageOfNoticesAtTheDesk(t *testing.T) {
	v := start(t)
	v.File()
	if err := notify.Work(context.Background(), v, time.Now()); err != nil {
		t.Fatal(err)
	}
	p := v.visitor(apptest.Phone()).as(v.HeadOfKaja)
	p.opens("/petugas/kabar", "Giliran Anda:")
	p.opens("/petugas/profil/kabar", "Jam tenang")
}
