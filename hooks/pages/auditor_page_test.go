package pages_test

import (
	"strings"
	"testing"

	"mdesa/hooks/apptest"
)

func TestPageOfTheInboxIsNeverAnAuditorsTurn(t *testing.T) {
	v := start(t)
	request := v.File()
	p := v.visitor(apptest.Phone()).as(v.Auditor)
	p.opens("/petugas", "I Wayan Sukarta")
	shown := p.shown()
	for _, text := range []string{"Giliran saya", "Ajukan di loket"} {
		if strings.Contains(shown, text) {
			t.Errorf("the auditor is offered %q", text)
		}
	}
	p.sound("/petugas/auditor")
	p.opens("/petugas/permohonan/"+request, "auditor tidak memerlukannya")
	if strings.Contains(p.shown(), v.Wayan.GetString("nik")) {
		t.Error("the auditor sees the full NIK")
	}
	p.sound("/petugas/permohonan/auditor")
}
