package privacy_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/notify"
)

// told works everything out and lists what somebody was told, by key.
func (v village) told(who *core.Record) []string {
	v.t.Helper()
	v.must(notify.Work(context.Background(), v.App, time.Now()))
	var keys []string
	v.must(v.DB().Select("key").From("notices").
		Where(dbx.HashExp{strings.TrimSuffix(who.Collection().Name, "s"): who.Id}).OrderBy("rowid").Column(&keys))
	return keys
}

func TestWhoMayDecideHearsOfACorrectionAndTheResidentOfItsEnd(t *testing.T) {
	v := start(t)
	correction := v.ask(v.Resident, v.Wayan, "address", "Jalan Kamboja No. 6")
	for _, who := range []*core.Record{v.Officer, v.Secretary} {
		if told := v.told(who); !slices.Equal(told, []string{"privacy.asked"}) {
			t.Errorf("%s was told %v", who.GetString("name"), told)
		}
	}
	for _, who := range []*core.Record{v.HeadOfKaja, v.Auditor, v.Resident} {
		if told := v.told(who); len(told) != 0 {
			t.Errorf("%s was told %v", who.GetString("name"), told)
		}
	}
	v.settle(v.Officer, correction, "refused", "Bawa KK yang baru.").Want(200)
	if told := v.told(v.Resident); !slices.Equal(told, []string{"privacy.not_corrected"}) {
		t.Error(told)
	}
}

// The consents that messages rest on are those whose words stand here.
func TestMessagesRestOnTheConsentsAsTheyAreWrittenToday(t *testing.T) {
	v := start(t)
	v.Do("POST", "/api/collections/consents/records", map[string]any{"purpose": "notice_whatsapp", "given": true}, v.Resident).Want(200)
	lacks := func() any {
		groups := v.Do("GET", "/api/notices/choices", nil, v.Resident).Want(200).JSON()["groups"].([]any)
		return groups[0].(map[string]any)["channels"].(map[string]any)["phone"].(map[string]any)["lacks"]
	}
	apptest.Save(t, v, apptest.Record(t, v, "gateways", map[string]any{"name": "A", "active": true, "channel": "sms",
		"url": "https://sms.example/", "body": "to={to}&text={text}", "encoding": "form"}))
	if got := lacks(); got != "" {
		t.Error("given, but lacks", got)
	}
	v.Do("POST", "/api/collections/consents/records", map[string]any{"purpose": "notice_whatsapp", "given": false}, v.Resident).Want(200)
	if got := lacks(); got != "consent" {
		t.Error("withdrawn, but lacks", got)
	}
}
