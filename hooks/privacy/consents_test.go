package privacy_test

import (
	"testing"

	"github.com/pocketbase/pocketbase/core"

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
	if row.GetString("resident") != v.Wayan.Id || row.GetString("account") != v.Resident.Id || row.GetInt("text_version") != 1 ||
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
