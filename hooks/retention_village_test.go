package hooks_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/dbx"

	"mdesa/hooks/apptest"
	"mdesa/hooks/privacy"
)

// asked is a request for information of Wayan's that was answered so many days
// ago; an objection to it is open, or was answered so many days ago.
func (a aged) asked(code string, daysAgo int, objection any) string {
	a.t.Helper()
	fields := map[string]any{"asked_by": "resident", "account": a.Resident.Id, "resident": a.Wayan.Id, "name": a.Wayan.GetString("name"),
		"phone": "081234500001", "information": "Salinan APBDes", "purpose": "Ingin tahu", "code": code}
	request := apptest.Save(a.t, a, apptest.Record(a.t, a, "information_requests", fields))
	a.sets("information_requests", request.Id, dbx.Params{"state": "granted", "answer": "Yth. I Wayan", "decided_at": a.ago(daysAgo)})
	if objection == nil {
		return request.Id
	}
	row := dbx.Params{"id": "objection" + request.Id[:6], "request": request.Id, "account": a.Resident.Id, "ground": "late", "words": "Terlambat, kata Wayan", "state": "open"}
	if days, answered := objection.(int); answered {
		row["state"], row["decided_at"] = "granted", a.ago(days)
	}
	if _, err := a.DB().Insert("objections", row).Execute(); err != nil {
		a.t.Fatal(err)
	}
	return request.Id
}

func (a aged) ago(days int) string {
	return time.Now().UTC().AddDate(0, 0, -days).Format("2006-01-02 15:04:05.000Z")
}

func (a aged) sets(collection, id string, fields dbx.Params) {
	a.t.Helper()
	if _, err := a.DB().Update(collection, fields, dbx.HashExp{"id": id}).Execute(); err != nil {
		a.t.Fatal(err)
	}
}

func TestWhoAskedForInformationIsForgottenWhenAllIsAnswered(t *testing.T) {
	a := aged{village: start(t)}
	old, disputed := a.asked("7KQ4M2XP", 2000, 1900), a.asked("8KQ4M2XP", 2000, "open")
	late, fresh := a.asked("9KQ4M2XP", 2000, 10), a.asked("3KQ4M2XP", 10, nil)
	if run, counts := a.run(true); counts[privacy.Information] != 1 || strings.Contains(run.GetString("examples"), "Wayan") {
		t.Errorf("a dry run counts %v: %s", counts, run.GetString("examples"))
	}
	if a.Found("information_requests", old).GetString("phone") == "" {
		t.Fatal("a dry run took something")
	}
	if _, counts := a.run(false); counts[privacy.Information] != 1 {
		t.Errorf("a run counts %v", counts)
	}
	left := a.Found("information_requests", old)
	for _, field := range []string{"phone", "account", "resident", "purpose", "answer"} {
		if left.GetString(field) != "" {
			t.Errorf("%s is still %s", field, left.GetString(field))
		}
	}
	if left.GetString("information") != "Salinan APBDes" || left.GetString("state") != "granted" || left.GetString("name") == a.Wayan.GetString("name") {
		t.Errorf("the register says %v", left.PublicExport())
	}
	if objection, err := a.FindFirstRecordByData("objections", "request", old); err != nil || objection.GetString("account") != "" || strings.Contains(objection.GetString("words"), "Wayan") {
		t.Errorf("its objection says %v %v", objection, err)
	}
	for _, id := range []string{disputed, late, fresh} {
		if a.Found("information_requests", id).GetString("phone") == "" {
			t.Errorf("%s was emptied", id)
		}
	}
	if _, counts := a.run(false); counts[privacy.Information] != 0 {
		t.Error("a second run finds it again")
	}
}

func TestOfAidThatIsLongOverTheMoneyStaysAndTheNamesGo(t *testing.T) {
	a := aged{village: start(t)}
	program := apptest.Save(t, a, apptest.Record(t, a, "programs", map[string]any{"title": "BLT Dana Desa", "goal": "Keluarga terbantu", "kind": "aid",
		"year": 2026, "state": "running", "published": true, "names_public": true}))
	ids := map[string]string{}
	for name, end := range map[string]string{"wayan": "2014-12-31", "made": "2014-12-31", "nyoman": "2014-12-31", "ketut": "", "putu": ""} {
		who := map[string]string{"wayan": a.Wayan.Id, "made": a.Made.Id, "nyoman": a.Nyoman.Id, "ketut": a.Ketut.Id, "putu": a.Putu.Id}[name]
		aid := apptest.Save(t, a, apptest.Record(t, a, "beneficiaries", map[string]any{"program": program.Id, "target": "person", "resident": who, "amount": 300000,
			"period": "monthly", "starts_on": "2014-01-01", "status": "active", "double_for": "decided", "participant_number": "BLT-" + name}))
		ids[name] = aid.Id
		if end != "" {
			a.sets("beneficiaries", aid.Id, dbx.Params{"status": "ended", "ends_on": end})
		}
	}
	for name, paid := range map[string]string{"wayan": "2014-12-20", "nyoman": time.Now().AddDate(-1, 0, 0).Format(time.DateOnly)} {
		_, err := a.DB().Insert("benefit_payments", dbx.Params{"id": (name + "payment00000000")[:15], "beneficiary": ids[name], "period": "2014-12", "amount": 300000,
			"paid_on": paid, "received_by": "Istri"}).Execute()
		if err != nil {
			t.Fatal(err)
		}
	}
	open := "/api/open/benefits/" + program.Id
	before := a.Do("GET", open, nil, apptest.Guest).Want(200).JSON()
	if _, counts := a.run(true); counts[privacy.Aid] != 2 {
		t.Errorf("a dry run counts %v", counts)
	}
	if _, counts := a.run(false); counts[privacy.Aid] != 2 {
		t.Errorf("a run counts %v", counts)
	}
	for name, gone := range map[string]bool{"wayan": true, "made": true, "nyoman": false, "ketut": false} {
		aid := a.Found("beneficiaries", ids[name])
		if (aid.GetString("resident") == "") != gone || (aid.GetString("participant_number") == "") != gone || aid.GetInt("amount") != 300000 {
			t.Errorf("%s: %v", name, aid.PublicExport())
		}
	}
	if payment := a.Found("benefit_payments", "wayanpayment000"); payment.GetString("received_by") != "" || payment.GetInt("amount") != 300000 {
		t.Errorf("the payment says %v", payment.PublicExport())
	}
	after := a.Do("GET", open, nil, apptest.Guest).Want(200).JSON()
	if written, _ := json.Marshal(after["names"]); before["count"] == nil || before["count"] != after["count"] || before["paid"] != after["paid"] || strings.Count(string(written), "***") > strings.Count(asJSON(before["names"]), "***")-2 {
		t.Errorf("the public reads %s, before it was %s", written, asJSON(before["names"]))
	}
	a.Do("POST", "/api/collections/benefit_payments/records", map[string]any{"beneficiary": ids["made"], "period": "2014-11", "paid_on": "2014-12-01"}, a.Officer).WantFault(409, "benefit.not_active")
	a.Do("PATCH", "/api/collections/beneficiaries/records/"+ids["ketut"], map[string]any{"emptied_on": "2026-01-01"}, a.Officer).Want(200)
	if a.Found("beneficiaries", ids["ketut"]).GetString("emptied_on") != "" {
		t.Error("an officer hides somebody from the schedule")
	}
	if got := a.Do("GET", "/api/benefits/programs/"+program.Id, nil, a.Officer); got.Status != 200 {
		t.Errorf("the desk gets %d: %s", got.Status, got.Body)
	}
}

func asJSON(value any) string {
	written, _ := json.Marshal(value)
	return string(written)
}

func TestWordsOfRatingsAndOldNoticesGoByTheSchedule(t *testing.T) {
	a := aged{village: start(t)}
	for month, id := range map[string]string{"2020-03": "rating000000001", time.Now().Format("2006-01"): "rating000000002"} {
		if _, err := a.DB().Insert("ratings", dbx.Params{"id": id, "mark": id, "service": a.Service("domicile").Id, "month": month, "channel": "self",
			"overall": 4, "comment": "Bu Wayan ramah sekali"}).Execute(); err != nil {
			t.Fatal(err)
		}
	}
	for id, days := range map[string]int{"notice000000001": 400, "notice000000002": 10} {
		if _, err := a.DB().Insert("notices", dbx.Params{"id": id, "account": a.Resident.Id, "resident": a.Wayan.Id, "key": "k", "group": "requests", "text": "t", "text_en": "t", "at": a.ago(days)}).Execute(); err != nil {
			t.Fatal(err)
		}
	}
	for _, dry := range []bool{true, false} {
		if _, counts := a.run(dry); counts[privacy.Comments] != 1 || counts[privacy.Notices] != 1 {
			t.Errorf("dry %v counts %v", dry, counts)
		}
	}
	if old := a.Found("ratings", "rating000000001"); old.GetString("comment") != "" || old.GetInt("overall") != 4 {
		t.Errorf("the old rating is %v", old.PublicExport())
	}
	if a.Found("ratings", "rating000000002").GetString("comment") == "" {
		t.Error("a new comment went")
	}
	if n, _ := a.CountRecords("notices", dbx.NewExp("id LIKE 'notice0000%'")); n != 1 {
		t.Errorf("%d notices stay", n)
	}
}
