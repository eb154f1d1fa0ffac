package hooks_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/office"
)

// aid is a program out of which a person and a household of the village get
// something.
func (v village) aid() (made, wayans *core.Record) {
	v.t.Helper()
	program := apptest.Save(v.t, v, apptest.Record(v.t, v, "programs", map[string]any{"title": "BLT Dana Desa", "goal": "Keluarga terbantu",
		"kind": "aid", "year": 2026, "state": "running", "published": true}))
	give := func(fields map[string]any) *core.Record {
		for name, value := range map[string]any{"program": program.Id, "amount": 300_000, "period": "monthly", "starts_on": "2026-01-01", "status": "active", "participant_number": "BLT-7"} {
			fields[name] = value
		}
		return apptest.Save(v.t, v, apptest.Record(v.t, v, "beneficiaries", fields))
	}
	return give(map[string]any{"target": "person", "resident": v.Made.Id}), give(map[string]any{"target": "household", "household": v.Wayan.GetString("household")})
}

func (v village) happens(kind string, resident *core.Record, more map[string]any) string {
	v.t.Helper()
	body := map[string]any{"kind": kind, "resident": resident.Id, "event_date": v.Day(-2), "reported_on": office.Today(v), "reported_by": "Keluarga"}
	for name, value := range more {
		body[name] = value
	}
	return v.Do("POST", "/api/collections/life_events/records", body, v.Secretary).Want(200).JSON()["id"].(string)
}

func (v village) standsAs(receipt *core.Record, want map[string]string) {
	v.t.Helper()
	fresh := v.Found("beneficiaries", receipt.Id)
	for name, value := range want {
		if got := fresh.GetString(name); got != value {
			v.t.Errorf("%s is %q, want %q", name, got, value)
		}
	}
}

func TestADeathStopsAidOnItsDayAndItsReversalProposesToResume(t *testing.T) {
	v := start(t)
	made, _ := v.aid()
	event := v.happens("death", v.Made, nil)
	v.standsAs(made, map[string]string{"status": "stopped", "stopped_for": "death", "stopped_on": v.Day(-2), "stopped_event": event, "attention": ""})
	v.happens("reversal", v.Made, map[string]any{"reverses": event, "note": "Salah orang", "event_date": office.Today(v)})
	v.standsAs(made, map[string]string{"status": "stopped", "attention": "resume"})
	v.Do("PATCH", "/api/collections/beneficiaries/records/"+made.Id, map[string]any{"status": "active"}, v.Officer).Want(200)
	v.standsAs(made, map[string]string{"status": "active", "attention": "", "stopped_event": ""})
}

func TestTheDeathOfAHeadAsksForANewReceiver(t *testing.T) {
	v := start(t)
	_, wayans := v.aid()
	v.happens("death", v.Wayan, map[string]any{"data": map[string]any{"new_head": v.Ketut.Id, "widowed": v.Ketut.Id}})
	v.standsAs(wayans, map[string]string{"status": "active", "attention": "receiver", "resident": v.Wayan.Id})
	v.Do("PATCH", "/api/collections/beneficiaries/records/"+wayans.Id, map[string]any{"resident": v.Ketut.Id}, v.Officer).Want(200)
	v.standsAs(wayans, map[string]string{"attention": "", "resident": v.Ketut.Id})
}

func TestAMoveAwayStopsAid(t *testing.T) {
	v := start(t)
	made, _ := v.aid()
	event := v.happens("departure", v.Made, map[string]any{"data": map[string]any{"level": 2, "address": "Jalan Raya 1, Kuta"}})
	v.standsAs(made, map[string]string{"status": "stopped", "stopped_for": "moved", "stopped_on": v.Day(-2), "stopped_event": event})
}

func TestTheExportOfMyDataHoldsMyAid(t *testing.T) {
	v := start(t)
	_, wayans := v.aid()
	apptest.Save(t, v, apptest.Record(t, v, "benefit_payments", map[string]any{"beneficiary": wayans.Id, "period": "2026-01", "paid_on": "2026-01-20"}))
	answer := v.Do("GET", "/api/me/export", nil, v.Resident).Want(200)
	body := string(answer.Body)
	if archive, err := zip.NewReader(bytes.NewReader(answer.Body), int64(len(answer.Body))); err == nil {
		file, err := archive.Open("data.json")
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(file)
		if err != nil {
			t.Fatal(err)
		}
		body = string(data)
	}
	for _, part := range []string{`"benefits"`, "BLT Dana Desa", "BLT-7", `"2026-01"`} {
		if !strings.Contains(body, part) {
			t.Errorf("there is no %s in it", part)
		}
	}
	if strings.Contains(body, v.Made.Id) {
		t.Error("it holds a neighbour's")
	}
}
