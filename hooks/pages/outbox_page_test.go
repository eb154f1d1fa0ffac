package pages_test

import (
	"testing"

	"github.com/pocketbase/dbx"

	"mdesa/hooks/apptest"
)

func TestPageOfTheOutboxTriesAgainAndSwitchesAProviderOff(t *testing.T) {
	v := start(t)
	gateway := apptest.Save(t, v, apptest.Record(t, v, "gateways", map[string]any{"name": "Penyedia Uji", "active": true, "channel": "whatsapp",
		"url": "https://wa.example/send", "body": "to={to}&text={text}", "encoding": "form"}))
	notice := apptest.Record(t, v, "notices", map[string]any{"account": v.Resident.Id, "key": "k", "group": "requests", "text": "t", "text_en": "t", "at": "2026-01-01 00:00:00.000Z"})
	apptest.Save(t, v, notice)
	_, err := v.DB().NewQuery(`INSERT INTO notice_deliveries (id, notice, channel, state, reason, urgency, at, gateway)
		VALUES ('delivery0000001', {:notice}, 'phone', 'failed', 'refused by the provider: 400', 'normal', strftime('%Y-%m-%d %H:%M:%fZ'), {:gateway})`).
		Bind(dbx.Params{"notice": notice.Id, "gateway": gateway.Id}).Execute()
	if err != nil {
		t.Fatal(err)
	}
	p := v.visitor(apptest.Phone()).as(v.Secretary)
	p.opens("/petugas/lainnya", "Pengiriman kabar")
	p.opens("/petugas/pengiriman", "Ada yang tersendat")
	p.sees("ditolak penyedia", "Penyedia Uji")
	p.sound("/petugas/pengiriman")
	p.press("Coba kirim lagi (1)")
	p.sees("1 kabar dicoba lagi")
	p.press("Matikan Penyedia Uji")
	p.sees("Matikan Penyedia Uji?")
	p.press("Matikan")
	p.sees("Penyedia Uji mati.")
	p = p.speaksEnglish()
	p.opens("/petugas/pengiriman", "Delivery of messages")
	p.sees("Not in use", "Switch on")
}
