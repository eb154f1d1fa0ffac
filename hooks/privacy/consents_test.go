package privacy_test

import (
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/notify"
	"mdesa/hooks/privacy"
)

const consents = "/api/collections/consents/records"

// consent is what a resident's page says of one purpose.
func (v village) consent(actor *core.Record, purpose string) (given bool, last map[string]any) {
	v.t.Helper()
	for _, item := range v.Do("GET", "/api/me/consents", nil, actor).Want(200).JSON()["items"].([]any) {
		if item := item.(map[string]any); item["key"] == purpose {
			last, _ = item["last"].(map[string]any)
			return item["given"].(bool), last
		}
	}
	v.t.Fatal("no purpose ", purpose)
	return false, nil
}

func say(purpose string, given bool) map[string]any {
	return map[string]any{"purpose": purpose, "given": given}
}

func TestNothingIsConsentedToUntilSomebodySaysSo(t *testing.T) {
	v := start(t)
	for _, purpose := range privacy.Purposes {
		if given, last := v.consent(v.Resident, purpose.Key); given || last != nil {
			t.Errorf("%s is consented to from the start", purpose.Key)
		}
	}
}

func TestAConsentKeepsTheExactWordsAndIsWithdrawnWithOneTap(t *testing.T) {
	v := start(t)
	id := v.Do("POST", consents, say(privacy.PhotoInNews, true), v.Resident).Want(200).JSON()["id"].(string)
	purpose, _ := privacy.PurposeByKey(privacy.PhotoInNews)
	row := v.found("consents", id)
	if row.GetString("text") != purpose.Text || row.GetInt("text_version") != purpose.Version ||
		row.GetString("channel") != "self" || row.GetDateTime("at").IsZero() || row.GetString("resident") != v.Wayan.Id {
		t.Errorf("kept %v", row.PublicExport())
	}
	if given, _ := v.consent(v.Resident, privacy.PhotoInNews); !given {
		t.Error("it does not count")
	}
	v.Do("POST", consents, say(privacy.PhotoInNews, false), v.Resident).Want(200)
	if given, _ := v.consent(v.Resident, privacy.PhotoInNews); given {
		t.Error("a withdrawn consent still counts")
	}
	if n, _ := v.CountRecords("consents"); n != 2 {
		t.Errorf("there are %d rows: the withdrawal has to stand beside what it withdraws", n)
	}
}

func TestWhatAClientClaimsAboutAConsentDoesNotCount(t *testing.T) {
	v := start(t)
	body := map[string]any{"purpose": privacy.NewsByPhone, "given": true, "resident": v.Made.Id, "account": v.Neighbour.Id,
		"text": "Saya setuju semuanya", "text_version": 99, "channel": "counter", "at": "2020-01-01 00:00:00.000Z", "id": "aaaaaaaaaaaaaaa"}
	row := v.found("consents", v.Do("POST", consents, body, v.Resident).Want(200).JSON()["id"].(string))
	if row.GetString("resident") != v.Wayan.Id || row.GetString("account") != v.Resident.Id || row.GetInt("text_version") == 99 ||
		row.GetString("channel") != "self" || row.GetDateTime("at").Time().Year() == 2020 {
		t.Errorf("kept %v", row.PublicExport())
	}
	if given, _ := v.consent(v.Neighbour, privacy.NewsByPhone); given {
		t.Error("the neighbour consented through somebody else")
	}
}

func TestAConsentToOlderWordsNoLongerCounts(t *testing.T) {
	purpose := privacy.Purpose{Version: 3}
	for version, want := range map[int]bool{2: false, 3: true} {
		if purpose.Holds(true, version) != want {
			t.Errorf("said to version %d of 3: %t", version, !want)
		}
	}
	if purpose.Holds(false, 3) {
		t.Error("a no counts as yes")
	}
}

func TestNobodyInventsAPurpose(t *testing.T) {
	v := start(t)
	if got := v.Do("POST", consents, say("sell_my_data", true), v.Resident).WantFault(400, "privacy.no_purpose"); got.FieldKey("purpose") == "" {
		t.Error("nothing points at the field")
	}
}

func TestConsentsAreNeverChangedOrDeletedNotEvenBySQL(t *testing.T) {
	v := start(t)
	id := v.Do("POST", consents, say(privacy.PhotoInNews, true), v.Resident).Want(200).JSON()["id"].(string)
	for _, who := range []*core.Record{v.Resident, v.Officer, v.Admin} {
		for _, method := range []string{"PATCH", "DELETE"} {
			if got := v.Do(method, consents+"/"+id, say(privacy.PhotoInNews, false), who); got.Status < 400 {
				t.Errorf("%s answered %d", method, got.Status)
			}
		}
	}
	v.Do("DELETE", "/api/collections/consents/truncate", nil, v.Admin).Want(403)
	if v.sql(`UPDATE consents SET given = 0`, nil) == nil || v.sql(`DELETE FROM consents`, nil) == nil ||
		v.sql(`INSERT OR REPLACE INTO consents (id, given) SELECT id, 0 FROM consents`, nil) == nil {
		t.Error("SQL changed a consent")
	}
}

func TestTheWordsOfConsentsAreComplete(t *testing.T) {
	for _, p := range privacy.Purposes {
		if p.Key == "" || p.Version < 1 || p.Title == "" || p.TitleEN == "" || p.In("id") == "" || p.In("en") == "" || p.In("en") == p.In("id") {
			t.Errorf("%+v", p)
		}
	}
}

// Version 1 of the words named WhatsApp; version 2 names SMS too.
func TestAConsentToWhatsAppAloneStillCountsForThatAndIsAskedForAgain(t *testing.T) {
	v := start(t)
	v.agreedToWhatsApp()
	ask := func() map[string]any {
		for _, item := range v.Do("GET", "/api/me/consents", nil, v.Resident).Want(200).JSON()["items"].([]any) {
			if item := item.(map[string]any); item["key"] == privacy.NoticeByPhone {
				return item
			}
		}
		return nil
	}
	if item := ask(); item["given"] != true || item["narrow"] != true || !strings.Contains(item["text"].(string), "SMS") {
		t.Errorf("it says %v", item)
	}
	v.Do("POST", consents, say(privacy.NoticeByPhone, true), v.Resident).Want(200)
	if item := ask(); item["given"] != true || item["narrow"] != false {
		t.Errorf("after the new words it says %v", item)
	}
	v.Do("POST", consents, say(privacy.NoticeByPhone, false), v.Resident).Want(200)
	if item := ask(); item["given"] != false || item["narrow"] != false {
		t.Errorf("after a withdrawal it says %v", item)
	}
}

// agreedToWhatsApp is Wayan's yes to version 1.
func (v village) agreedToWhatsApp() {
	v.t.Helper()
	v.must(v.sql(`INSERT INTO consents (id, resident, account, purpose, given, text, text_version, language, channel, at)
		VALUES ('consent00000001', {:resident}, {:account}, 'notice_whatsapp', 1, 'lewat WhatsApp', 1, 'id', 'self', '2026-01-01 00:00:00.000Z')`,
		dbx.Params{"resident": v.Wayan.Id, "account": v.Resident.Id}))
}

func TestWhenTheOfficeBeginsToSendSMSWhoAgreedToWhatsAppIsAskedOnce(t *testing.T) {
	v := start(t)
	v.agreedToWhatsApp()
	v.Do("POST", consents, say(privacy.NoticeByPhone, true), v.Neighbour).Want(200)
	gateway := apptest.Save(t, v, apptest.Record(t, v, "gateways", map[string]any{"name": "SMS", "channel": "sms",
		"url": "https://sms.example/send", "body": "to={to}&text={text}", "encoding": "form"}))
	asked := func() (accounts []string) {
		v.must(notify.Work(t.Context(), v, time.Now()))
		v.must(v.DB().Select("account").From("notices").Where(dbx.HashExp{"key": "privacy.renew"}).Column(&accounts))
		return accounts
	}
	if got := asked(); len(got) != 0 {
		t.Errorf("asked before there is an SMS: %v", got)
	}
	for range 2 { // switched on, and saved once more
		gateway.Set("active", true)
		apptest.Save(t, v, gateway)
		if got := asked(); len(got) != 1 || got[0] != v.Resident.Id {
			t.Errorf("asked are %v, want Wayan", got)
		}
	}
}
