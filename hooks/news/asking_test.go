package news_test

import (
	"context"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
	"mdesa/hooks/notify"
)

const (
	askings    = "/api/collections/information_requests/records"
	objections = "/api/collections/objections/records"
)

func question(more map[string]any) map[string]any {
	body := map[string]any{"information": "Laporan realisasi APBDes 2025", "purpose": "Skripsi tentang desa"}
	for name, value := range more {
		body[name] = value
	}
	return body
}

func stranger(phone string) map[string]any {
	return question(map[string]any{"name": "Made Arya", "phone": phone, "email": "arya@surel.example"})
}

// asks files a request and gives its record.
func (v village) asks(actor *core.Record, body map[string]any) *core.Record {
	v.t.Helper()
	return v.found("information_requests", v.Do("POST", askings, body, actor).Want(200).JSON()["id"].(string))
}

// on saves a request as if it had been asked at a moment.
func (v village) on(moment string, more map[string]any) *core.Record {
	v.t.Helper()
	at, err := time.Parse(time.RFC3339, moment)
	v.must(err)
	fields := question(map[string]any{"asked_by": "guest", "name": "Made Arya", "phone": "081299990001", "asked_at": at})
	for name, value := range more {
		fields[name] = value
	}
	return apptest.Save(v.t, v, apptest.Record(v.t, v, "information_requests", fields))
}

func TestAnyoneMayAskAndGetsAReceipt(t *testing.T) {
	v := start(t)
	byResident := v.asks(v.Resident, question(map[string]any{"name": "Orang Lain", "phone": "080000000000", "state": "granted", "account": v.Neighbour.Id}))
	byGuest := v.asks(apptest.Guest, stranger("0812 9999 0001"))
	byOfficer := v.asks(v.Officer, stranger("0812 9999 0002"))
	if byResident.GetString("name") != "I Wayan Sukarta" || byResident.GetString("phone") != "081234500001" || byResident.GetString("account") != v.Resident.Id || byResident.GetString("state") != "open" {
		t.Errorf("kept %v", byResident.PublicExport())
	}
	if byGuest.GetString("asked_by") != "guest" || byGuest.GetString("account") != "" || len(byGuest.GetString("code")) != 8 {
		t.Errorf("kept %v", byGuest.PublicExport())
	}
	if byOfficer.GetString("officer") != v.Officer.Id || byOfficer.GetInt("number") != 3 {
		t.Errorf("kept %v", byOfficer.PublicExport())
	}
	v.Do("POST", askings, stranger("081299990003"), v.Auditor).WantFault(403, "news.not_yours_to_ask")
	got := v.Do("POST", askings, map[string]any{"information": "apa", "email": "x"}, apptest.Guest).WantFault(400, "news.asking")
	for field, want := range map[string]string{"information": "news.what_information", "purpose": "news.what_for", "name": "news.who", "email": "news.mail"} {
		if got.FieldKey(field) != want {
			t.Errorf("%s: %s", field, got.Body)
		}
	}
}

// Taman Sari works Monday to Friday; these dates hold no holiday there.
func TestTheClockIsTenWorkingDaysAndSevenMore(t *testing.T) {
	v := start(t)
	asked := v.on("2026-08-03T02:00:00Z", nil) // Monday 10.00 WITA
	// The first full day is Tuesday the 4th; Independence Day, the 17th, is closed.
	if due := asked.GetDateTime("due_at").String(); due != "2026-08-18 08:30:00.000Z" {
		t.Errorf("due %s", due)
	}
	open := v.asks(v.Resident, question(nil))
	before := open.GetDateTime("due_at").Time()
	extend := func(id string) *apptest.Response {
		return v.Do("PATCH", askings+"/"+id, map[string]any{"extension_reason": "Berkas tersimpan di kecamatan.", "due_at": "2030-01-01 00:00:00.000Z"}, v.Officer)
	}
	if got := v.Do("PATCH", askings+"/"+open.Id, map[string]any{"extension_reason": "lama"}, v.Officer); got.FieldKey("extension_reason") != "news.why_longer" {
		t.Errorf("%s", got.Body)
	}
	extend(open.Id).Want(200)
	longer := v.found("information_requests", open.Id).GetDateTime("due_at").Time()
	if days := longer.Sub(before).Hours() / 24; days < 9 || days > 20 {
		t.Errorf("extended by %f days", days)
	}
	extend(open.Id).WantFault(409, "news.extended")
	extend(asked.Id).WantFault(409, "news.too_late_to_extend")
}

func TestARequestIsDecidedOnceByWhoMay(t *testing.T) {
	v := start(t)
	one := v.asks(v.Resident, question(nil))
	decide := func(actor *core.Record, body map[string]any) *apptest.Response {
		return v.Do("PATCH", askings+"/"+one.Id, body, actor)
	}
	for _, other := range []*core.Record{v.HeadOfKaja, v.Auditor} {
		decide(other, map[string]any{"state": "granted", "answer": "Silakan."}).WantFault(403, "news.not_editor")
	}
	decide(v.Resident, map[string]any{"state": "granted", "answer": "Silakan."}).Want(404)
	if got := decide(v.Officer, map[string]any{"state": "granted"}).Want(400); got.FieldKey("answer") != "news.no_answer" {
		t.Errorf("%s", got.Body)
	}
	if got := decide(v.Officer, map[string]any{"state": "refused", "answer": "Tidak bisa karena rahasia."}).Want(400); got.FieldKey("answer") != "news.why_not" {
		t.Errorf("%s", got.Body)
	}
	var all sync.WaitGroup
	answers := make([]int, 6)
	for i := range answers {
		token := v.Login([]*core.Record{v.Officer, v.Secretary}[i%2])
		all.Go(func() {
			answers[i], _ = apptest.Ask(t, v.App, "PATCH", askings+"/"+one.Id, token, `{"state":"granted","answer":"Ada di halaman anggaran.","name":"Diubah"}`)
		})
	}
	all.Wait()
	slices.Sort(answers)
	if fmt.Sprint(answers) != "[200 409 409 409 409 409]" {
		t.Error(answers)
	}
	kept := v.found("information_requests", one.Id)
	if kept.GetString("name") != "I Wayan Sukarta" || kept.GetString("decided_title") == "" {
		t.Errorf("kept %v", kept.PublicExport())
	}
	decide(v.Admin, map[string]any{"state": "refused", "answer": "Diubah admin kemudian.", "ground": "excluded"}).WantFault(409, "news.settled")
	v.Do("DELETE", askings+"/"+one.Id, nil, v.Admin).WantFault(403, "news.kept_for_good")
}

func TestTheAnswersFileIsForTheAskerOnly(t *testing.T) {
	v := start(t)
	one, other := v.asks(v.Resident, question(nil)), v.asks(apptest.Guest, stranger("081299990001"))
	for _, asking := range []*core.Record{one, other} {
		v.Do("PATCH", askings+"/"+asking.Id, apptest.Form{Fields: map[string]string{"state": "granted", "answer": "Terlampir."},
			Files: []apptest.File{{Field: "answer_file", Name: "laporan.pdf", Body: []byte("%PDF-1.7 laporan")}}}, v.Officer).Want(200)
	}
	file := func(asking *core.Record) string {
		return "/api/files/information_requests/" + asking.Id + "/" + v.found("information_requests", asking.Id).GetString("answer_file")
	}
	for name, c := range map[string]struct {
		actor *core.Record
		want  int
	}{"guest": {apptest.Guest, 404}, "neighbour": {v.Neighbour, 404}, "who asked": {v.Resident, 200}, "officer": {v.Officer, 200}, "auditor": {v.Auditor, 404}, "hamlet head": {v.HeadOfKaja, 404}} {
		path := file(one)
		if c.actor != nil {
			path += "?token=" + v.Do("POST", "/api/files/token", nil, c.actor).Want(200).JSON()["token"].(string)
		}
		if got := v.Do("GET", path, nil, c.actor).Status; got != c.want {
			t.Errorf("%s: %d", name, got)
		}
	}
	v.Do("GET", "/api/information/mine/"+one.Id+"/answer", nil, v.Resident).Want(200)
	v.Do("GET", "/api/information/mine/"+other.Id+"/answer", nil, v.Resident).WantFault(404, "news.no_answer_file")
	v.Do("GET", "/api/information/mine/"+one.Id+"/answer", nil, v.Neighbour).WantFault(404, "news.no_answer_file")
	code := other.GetString("code")
	for _, proof := range []string{"0001", "ARYA@surel.example"} {
		if got := v.Do("POST", "/api/information/answer", map[string]any{"code": code, "proof": proof}, apptest.Guest).Want(200); string(got.Body) != "%PDF-1.7 laporan" {
			t.Errorf("%s", got.Body)
		}
	}
	for _, wrong := range []map[string]any{{"code": code, "proof": "0002"}, {"code": code, "proof": ""}, {"code": "23456789", "proof": "0001"}, {"code": "", "proof": ""}, {"code": code, "proof": "surel.example"}} {
		v.Do("POST", "/api/information/answer", wrong, apptest.Guest).WantFault(404, "news.no_receipt")
	}
	v.Do("GET", askings+"/"+other.Id, nil, apptest.Guest).Want(404)
	v.Do("GET", askings+"/"+other.Id, nil, v.Resident).Want(404)
	if got := v.Do("GET", askings, nil, v.Officer).Want(200).JSON(); got["totalItems"] != 0.0 {
		t.Errorf("an officer lists %v", got)
	}
}

// The promise is kept as it was given: whoever asks is told one day, and it never
// moves away from them. Only what is counted afterwards knows the new holiday.
func TestAHolidayThatIsAddedLaterMovesNoPromiseThatWasGiven(t *testing.T) {
	v := start(t)
	one := v.asks(v.Resident, question(nil))
	given := one.GetDateTime("due_at").Time()
	for day := range 4 { // the next days are all closed
		date := given.AddDate(0, 0, day-3).Format(time.DateOnly)
		apptest.Save(t, v, apptest.Record(t, v, "holidays", map[string]any{"day": date, "name": "Hari baru", "kind": "lokal", "closed": true}))
	}
	if due := v.found("information_requests", one.Id).GetDateTime("due_at").Time(); !due.Equal(given) {
		t.Errorf("moved to %s", due)
	}
	if answer := v.Do("GET", "/api/information/mine", nil, v.Resident).Want(200).JSON()["items"].([]any)[0].(map[string]any); answer["due_at"] != one.GetDateTime("due_at").String() {
		t.Errorf("told %v", answer["due_at"])
	}
	if later := v.asks(v.Neighbour, question(nil)).GetDateTime("due_at").Time(); !later.After(given) {
		t.Errorf("who asks afterwards is promised %s", later)
	}
}

func TestGuestsCannotFloodTheRegister(t *testing.T) {
	v := start(t)
	for range 3 {
		v.asks(apptest.Guest, stranger("0812-9999-0001"))
	}
	v.Do("POST", askings, stranger("081299990001"), apptest.Guest).WantFault(429, "news.asked_often")
	filed := 3
	for i := range 60 {
		if v.Do("POST", askings, stranger(fmt.Sprintf("0813000000%02d", i)), apptest.Guest).Status == 200 {
			filed++
		}
	}
	if filed > 41 { // one more trickles in each minute and a half
		t.Errorf("%d were filed", filed)
	}
	v.asks(v.Resident, question(nil)) // residents are not held up by them
	v.Do("POST", "/api/information/status", strings.Repeat("x", 5<<10), apptest.Guest).Want(413)
}

func TestGuessingAReceiptIsSlow(t *testing.T) {
	v := start(t)
	code := v.asks(apptest.Guest, stranger("081299990001")).GetString("code")
	for i := range 10 {
		v.Do("POST", "/api/information/status", map[string]any{"code": code, "proof": fmt.Sprintf("%04d", 2000+i)}, apptest.Guest).Want(404)
	}
	v.Do("POST", "/api/information/status", map[string]any{"code": code, "proof": "0001"}, apptest.Guest).WantFault(429, "news.many_checks")
}

func TestAnObjectionGoesToTheVillageHead(t *testing.T) {
	v := start(t)
	one := v.asks(v.Resident, question(nil))
	body := map[string]any{"request": one.Id, "ground": "refused", "words": "Laporan ini seharusnya terbuka."}
	v.Do("POST", objections, body, v.Resident).WantFault(409, "news.too_early")
	v.Do("PATCH", askings+"/"+one.Id, map[string]any{"state": "refused", "ground": "excluded", "answer": "Masih diperiksa inspektorat."}, v.Officer).Want(200)
	v.Do("POST", objections, body, v.Neighbour).WantFault(403, "news.not_asker")
	v.Do("POST", objections, body, v.Officer).WantFault(403, "news.not_asker")
	v.Do("POST", objections, body, apptest.Guest).WantFault(403, "news.not_asker")
	id := v.Do("POST", objections, body, v.Resident).Want(200).JSON()["id"].(string)
	v.Do("POST", objections, body, v.Resident).WantFault(409, "news.objected")
	answer := map[string]any{"state": "granted", "answer": "Laporan akan diberikan minggu ini."}
	for _, other := range []*core.Record{v.Officer, v.Secretary, v.Auditor, v.HeadOfKaja} {
		v.Do("PATCH", objections+"/"+id, answer, other).WantFault(403, "news.not_head")
	}
	v.Do("PATCH", objections+"/"+id, answer, v.VillageHead).Want(200)
	v.Do("PATCH", objections+"/"+id, answer, v.VillageHead).WantFault(409, "news.settled")
	mine := v.Do("GET", "/api/information/mine", nil, v.Resident).Want(200).JSON()["items"].([]any)[0].(map[string]any)
	if objection := mine["objection"].(map[string]any); objection["state"] != "granted" || mine["may_object"] != false {
		t.Errorf("%v", mine)
	}
}

func TestAnObjectionComesInItsTime(t *testing.T) {
	v := start(t)
	silent := v.on(time.Now().AddDate(0, 0, -25).Format(time.RFC3339), nil)
	proof := map[string]any{"code": silent.GetString("code"), "proof": "0001", "ground": "no_answer", "words": "Tidak ada jawaban sama sekali."}
	if got := v.Do("POST", "/api/information/object", proof, apptest.Guest).Want(200).JSON(); got["objection"] == nil {
		t.Errorf("%v", got)
	}
	old := v.on("2025-01-06T02:00:00Z", map[string]any{"phone": "081299990001"})
	proof["code"] = old.GetString("code")
	v.Do("POST", "/api/information/object", proof, apptest.Guest).WantFault(409, "news.too_late")
	proof["words"], proof["ground"] = "", "x"
	v.Do("POST", "/api/information/object", proof, apptest.Guest).Want(400)
}

func TestNamesAreMaskedInListsAndTheTrailKnowsWhoOpened(t *testing.T) {
	v := start(t)
	one := v.asks(v.Resident, question(nil))
	for _, reader := range []*core.Record{v.Officer, v.Auditor} {
		list := string(v.Do("GET", "/api/information/requests", nil, reader).Want(200).Body)
		if strings.Contains(list, "Sukarta") || strings.Contains(list, "081234500001") || !strings.Contains(list, "*** W*** S***") {
			t.Errorf("%s lists %s", reader.GetString("role"), list)
		}
	}
	v.Do("GET", "/api/information/requests", nil, v.HeadOfKaja).WantFault(403, "news.not_editor")
	if got := v.Do("GET", "/api/information/requests/"+one.Id, nil, v.Officer).Want(200).JSON(); got["name"] != "I Wayan Sukarta" {
		t.Errorf("%v", got)
	}
	if got := v.Do("GET", "/api/information/requests/"+one.Id, nil, v.Auditor).Want(200).JSON(); got["name"] != "*** W*** S***" || got["decide"] != false {
		t.Errorf("%v", got)
	}
	v.must(audit.Flush(v.App))
	entries, err := v.FindRecordsByFilter("audit", "resident = {:w}", "-seq", 10, 0, dbx.Params{"w": v.Wayan.Id})
	v.must(err)
	if len(entries) != 1 || entries[0].GetString("actor") != v.Officer.Id || strings.Contains(entries[0].GetString("note"), "Sukarta") {
		t.Errorf("the trail holds %d entries", len(entries))
	}
}

func TestTheRegisterHasALineForEachWithoutGap(t *testing.T) {
	v := start(t)
	for i := range 5 {
		v.on(fmt.Sprintf("2026-03-0%dT02:00:00Z", i+1), map[string]any{"name": "=HYPERLINK(\"x\")"})
	}
	v.on("2025-12-31T20:00:00Z", nil) // 1 January on the office's wall
	answer := v.Do("GET", "/api/information/register.csv?year=2026", nil, v.Secretary).Want(200)
	rows, err := csv.NewReader(strings.NewReader(string(answer.Body))).ReadAll()
	v.must(err)
	if len(rows) != 7 || rows[6][0] != "6/2026" || rows[1][2] != `'=HYPERLINK("x")` {
		t.Errorf("%q", rows)
	}
	if got := v.Do("GET", "/api/information/register?year=2026", nil, v.Auditor).Want(200); strings.Contains(string(got.Body), "Made Arya") {
		t.Errorf("%s", got.Body)
	}
	v.Do("GET", "/api/information/register?year=2026", nil, v.HeadOfKaja).Want(403)
	v.Do("GET", "/api/information/register?year=x", nil, v.Secretary).WantFault(400, "news.no_register")
}

func TestWhoHasToAnswerAndWhoAskedAreTold(t *testing.T) {
	v := start(t)
	told := func(who *core.Record) (keys []string) {
		v.must(notify.Work(context.Background(), v.App, time.Now()))
		v.must(v.DB().Select("key").From("notices").Where(dbx.HashExp{strings.TrimSuffix(who.Collection().Name, "s"): who.Id}).OrderBy("rowid").Column(&keys))
		return keys
	}
	one := v.asks(v.Resident, question(nil))
	v.Do("PATCH", askings+"/"+one.Id, map[string]any{"state": "refused", "ground": "excluded", "answer": "Masih diperiksa inspektorat."}, v.Officer).Want(200)
	v.Do("POST", objections, map[string]any{"request": one.Id, "ground": "refused", "words": "Laporan ini seharusnya terbuka."}, v.Resident).Want(200)
	for who, want := range map[*core.Record][]string{
		v.Officer: {"news.asked"}, v.VillageHead: {"news.asked", "news.objected_notice"}, v.HeadOfKaja: nil, v.Auditor: nil, v.Resident: {"news.answered"},
	} {
		if got := told(who); !slices.Equal(got, want) {
			t.Errorf("%s was told %v", who.GetString("name"), got)
		}
	}
}
