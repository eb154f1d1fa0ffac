package requests_test

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
	"mdesa/hooks/requests"
)

func registerTelling(app core.App) {
	notify.ByHand(app)
	register(app)
	notify.Register(app)
}

// openTelling is the desk with its notices.
func openTelling(t testing.TB) desk {
	t.Helper()
	d := open(t)
	d.App = apptest.New(t, registerTelling)
	d.service = newRecord(t, d.App, "services", d.service.PublicExport())
	return d
}

// told works everything out and lists what somebody was told, by key.
func (d desk) told(who *core.Record) []string {
	d.t.Helper()
	if err := notify.Work(context.Background(), d.App, time.Now()); err != nil {
		d.t.Fatal(err)
	}
	field := strings.TrimSuffix(who.Collection().Name, "s")
	var keys []string
	err := d.DB().Select("key").From("notices").Where(dbx.HashExp{field: who.Id}).OrderBy("rowid").Column(&keys)
	if err != nil {
		d.t.Fatal(err)
	}
	return keys
}

func (d desk) wantTold(who *core.Record, keys ...string) {
	d.t.Helper()
	if told := d.told(who); !slices.Equal(told, keys) {
		d.t.Errorf("%s was told %v, not %v", who.GetString("name"), told, keys)
	}
}

func TestWhoWorksLateTellsOnceThatALetterIsReady(t *testing.T) {
	d := openTelling(t)
	id := d.file()
	d.act(d.HeadOfKaja, id, "approve").Want(200)
	d.act(d.Officer, id, "approve").Want(200)
	d.act(d.VillageHead, id, "resolve").Want(200)
	d.wantTold(d.Resident, "request.received", "request.ready")
}

func TestEverybodyIsToldWhatIsTheirsToKnow(t *testing.T) {
	d := openTelling(t)
	id := d.file()
	d.wantTold(d.Resident, "request.received")
	d.wantTold(d.HeadOfKaja, "request.turn")
	d.wantTold(d.HeadOfKelod)
	d.wantTold(d.Auditor)
	d.wantTold(d.Neighbour)

	d.act(d.HeadOfKaja, id, "return", "reason", "wrong_data", "note", "Tulis lebih jelas.").Want(200)
	d.wantTold(d.Resident, "request.received", "request.returned")
	d.act(d.Resident, id, "resubmit", "data", map[string]any{"answers": map[string]any{"purpose": "Duduk di taman"}}).Want(200)
	d.wantTold(d.HeadOfKaja, "request.turn", "request.turn")
	d.act(d.Resident, id, "comment", "note", "Sudah saya perbaiki.").Want(200)
	d.wantTold(d.HeadOfKaja, "request.turn", "request.turn", "request.from_applicant")
	d.act(d.HeadOfKaja, id, "comment", "note", "Terima kasih.").Want(200)
	d.act(d.HeadOfKaja, id, "approve").Want(200)
	d.wantTold(d.Officer, "request.turn")
	d.act(d.Officer, id, "approve").Want(200)
	d.wantTold(d.VillageHead, "request.turn")
	d.act(d.VillageHead, id, "resolve").Want(200)
	d.wantTold(d.Resident, "request.received", "request.returned", "request.message", "request.ready")
}

func TestFilingCostsOneRowAndNothingOfWhatDidNotHappen(t *testing.T) {
	d := openTelling(t)
	d.file()
	if n, _ := d.CountRecords("notice_causes"); n != 1 {
		t.Errorf("%d rows", n)
	}
	if n, _ := d.CountRecords("notices"); n != 0 {
		t.Errorf("%d notices within the filing", n)
	}
	d.Do("POST", requestsPath, d.filing(map[string]any{"answers": map[string]any{}}), d.Resident).Want(400)
	if n, _ := d.CountRecords("notice_causes"); n != 1 {
		t.Error("a filing that was refused is told")
	}
}

func TestATurnThatHasPassedOnIsNotTold(t *testing.T) {
	d := openTelling(t)
	id := d.file()
	d.act(d.HeadOfKaja, id, "approve").Want(200) // before anybody worked out the first
	d.wantTold(d.HeadOfKaja)
	d.wantTold(d.Officer, "request.turn", "request.turn")
}

func TestNoticesNameNobody(t *testing.T) {
	d := openTelling(t)
	d.file()
	d.told(d.Resident)
	var texts []string
	if err := d.DB().NewQuery("SELECT text || text_en FROM notices").Column(&texts); err != nil || len(texts) == 0 {
		t.Fatal(err, texts)
	}
	for _, text := range texts {
		if strings.Contains(text, "Wayan") || strings.Contains(text, "5171") {
			t.Error(text)
		}
	}
}

func TestAnOverdueStepIsToldToWhomItIsOpen(t *testing.T) {
	d := openTelling(t)
	id := d.file()
	d.told(d.Resident)
	if err := requests.Deadline(d, time.Now().AddDate(0, 0, 20)); err != nil {
		t.Fatal(err)
	}
	if told := d.told(d.HeadOfKaja); !slices.Contains(told, "request.overdue") {
		t.Error("the holder was told", told)
	}
	var others int
	err := d.DB().Select("count(*)").From("notices").Where(dbx.HashExp{"key": "request.overdue", "link": "/petugas/permohonan/" + id}).Row(&others)
	if err != nil || others < 2 {
		t.Errorf("%d were told", others)
	}
}

func TestAReturnedRequestIsRemindedOfOnceAndThenExpires(t *testing.T) {
	d := openTelling(t)
	id := d.file()
	d.act(d.HeadOfKaja, id, "return", "reason", "wrong_data", "note", "Tulis lebih jelas.").Want(200)
	reminded := 0
	for hours := 0; hours < 24*21; hours += 6 {
		at := time.Now().Add(time.Duration(hours) * time.Hour)
		if err := requests.Remind(d, at); err != nil {
			t.Fatal(err)
		}
		reminded = 0
		for _, key := range d.told(d.Resident) {
			if key == "request.expires_soon" {
				reminded++
			}
		}
		if reminded > 0 && hours == 0 {
			t.Error("reminded at once")
		}
	}
	if reminded != 1 {
		t.Errorf("reminded %d times", reminded)
	}
	if err := requests.Deadline(d, time.Now().AddDate(0, 1, 0)); err != nil {
		t.Fatal(err)
	}
	if told := d.told(d.Resident); told[len(told)-1] != "request.expired" {
		t.Error(told)
	}
}

func TestTheReceiptIsAnsweredToTheApplicantsPhoneOnly(t *testing.T) {
	d := openTelling(t)
	request, err := d.FindRecordById("requests", d.file())
	if err != nil {
		t.Fatal(err)
	}
	code := requests.ShowReceipt(request.GetString("code"))
	own := requests.StatusByKeyword(d, "6281234500001", strings.ToLower(code))
	if !strings.Contains(own, code+" sudah diterima. Janji selesai: ") || !strings.HasSuffix(own, "WITA.") || strings.Contains(own, "Wayan") {
		t.Error(own)
	}
	others := requests.StatusByKeyword(d, "6281234500004", code)
	unknown := requests.StatusByKeyword(d, "6281234500001", "ABCD-2345")
	rubbish := requests.StatusByKeyword(d, "6281234500001", "' OR 1=1")
	nobody := requests.StatusByKeyword(d, "", code)
	if others != unknown || unknown != rubbish || rubbish != nobody || strings.Contains(others, code) {
		t.Errorf("%q %q %q %q", others, unknown, rubbish, nobody)
	}
	for range 20 {
		requests.StatusByKeyword(d, "6281234500004", code)
	}
	if again := requests.StatusByKeyword(d, "6281234500001", code); again != own {
		t.Errorf("who asks for a neighbour's receipt locks them out: %q", again)
	}
}

func TestAReceiptIsAnsweredWhateverItsStatus(t *testing.T) {
	d := openTelling(t)
	request, err := d.FindRecordById("requests", d.file())
	if err != nil {
		t.Fatal(err)
	}
	for _, status := range requests.Statuses {
		if _, err := d.DB().Update("requests", dbx.Params{"status": status}, dbx.HashExp{"id": request.Id}).Execute(); err != nil {
			t.Fatal(err)
		}
		said := requests.StatusByKeyword(d, "6281234500001", request.GetString("code"))
		if words := strings.TrimPrefix(said, requests.ShowReceipt(request.GetString("code"))); len(words) < 8 || strings.HasPrefix(words, " .") {
			t.Errorf("%s: %q", status, said)
		}
	}
}
