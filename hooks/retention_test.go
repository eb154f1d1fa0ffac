package hooks_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/privacy"
	"mdesa/hooks/requests"
)

// aged is the village with requests that were over long ago: one rejected, one
// with a letter, and one that is still open.
type aged struct {
	village
	rejected, withLetter, open *core.Record
	shared                     string // a paper that hangs on the rejected and on the open one
}

func grownOld(t testing.TB) aged {
	t.Helper()
	v := start(t)
	a := aged{village: v}
	rejected := v.File()
	v.Do("POST", "/api/collections/request_events/records", map[string]any{"request": rejected, "action": "reject",
		"reason": "not_entitled", "note": "Wayan belum cukup lama tinggal di sini."}, v.HeadOfKaja).Want(200)
	letter := v.Signed()
	a.shared = v.Found("requests", rejected).GetStringSlice("documents")[0]
	open := v.Do("POST", "/api/collections/requests/records", map[string]any{
		"service": v.Service("domicile").Id, "attachments": map[string]any{"ktp": []string{a.shared}, "kk": []string{a.shared}},
		"answers": map[string]any{"home_status": "own", "since": "2015-01-01", "purpose": "bank"},
	}, v.Resident).Want(200).JSON()["id"].(string)
	a.closed(rejected, 400)
	a.closed(letter.GetString("request"), 3000)
	a.rejected, a.withLetter, a.open = v.Found("requests", rejected), v.Found("requests", letter.GetString("request")), v.Found("requests", open)
	return a
}

// closed moves the end of a request so many days back. Events stay as they are.
func (a aged) closed(request string, days int) {
	a.t.Helper()
	at := time.Now().UTC().AddDate(0, 0, -days).Format("2006-01-02 15:04:05.000Z")
	if _, err := a.DB().Update("requests", dbx.Params{"closed_at": at}, dbx.HashExp{"id": request}).Execute(); err != nil {
		a.t.Fatal(err)
	}
}

func (a aged) run(dry bool) (run *core.Record, counts map[string]int) {
	a.t.Helper()
	run, err := privacy.Run(a, privacy.ByCommand, dry, time.Now())
	if err != nil {
		a.t.Fatal(err)
	}
	if err := run.UnmarshalJSONField("counts", &counts); err != nil {
		a.t.Fatal(err)
	}
	return run, counts
}

// files are all that lies in the folder of a record.
func (a aged) files(record *core.Record) []string {
	entries, _ := os.ReadDir(filepath.Join(a.DataDir(), core.LocalStorageDirName, record.BaseFilesPath()))
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

func TestADryRunSaysWhatWouldGoAndChangesNothing(t *testing.T) {
	a := grownOld(t)
	before := a.everything()
	run, counts := a.run(true)
	if counts[privacy.Rejected] != 1 || counts[privacy.Requests] != 0 || counts[privacy.Uploads] != 3 {
		t.Errorf("counted %v", counts)
	}
	if after := a.everything(); after != before {
		t.Errorf("a dry run changed something:\n%s\n%s", before, after)
	}
	said := run.GetString("examples")
	if !strings.Contains(said, requests.ShowReceipt(a.rejected.GetString("code"))) {
		t.Errorf("no receipt in %s", said)
	}
	for _, name := range []string{"Wayan", a.Wayan.GetString("nik")} {
		if strings.Contains(said, name) {
			t.Errorf("a report names people: %s", said)
		}
	}
}

// everything is the content of what a run may touch, and the files on the disk.
func (a aged) everything() string {
	a.t.Helper()
	var all strings.Builder
	for _, table := range []string{"requests", "request_events", "documents", "letters", "audit", "retention_removals"} {
		var rows []dbx.NullStringMap
		if err := a.DB().NewQuery("SELECT * FROM " + table + " ORDER BY id").All(&rows); err != nil {
			a.t.Fatal(err)
		}
		for _, row := range rows {
			for _, column := range []string{"id", "answers", "applicant_name", "note", "data", "hash", "file", "removed_on", "emptied_on"} {
				all.WriteString(row[column].String + "|")
			}
		}
	}
	_ = filepath.WalkDir(filepath.Join(a.DataDir(), core.LocalStorageDirName), func(path string, _ os.DirEntry, _ error) error {
		all.WriteString(path + "\n")
		return nil
	})
	return all.String()
}

func TestARunTakesTheFilesFromTheDiskAndLeavesTheResultOfTheCheck(t *testing.T) {
	a := grownOld(t)
	paper := a.Found("documents", a.withLetter.GetStringSlice("documents")[0])
	loose := a.Found("documents", a.Upload(a.Resident, "loose", ""))
	thumbs := filepath.Join(a.DataDir(), core.LocalStorageDirName, paper.BaseFilesPath(), "thumbs_"+paper.GetString("file"))
	if err := os.MkdirAll(thumbs, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(thumbs, "240x320f_"+paper.GetString("file")), []byte("small"), 0o600); err != nil {
		t.Fatal(err)
	}
	a.run(false)
	if left := a.files(paper); len(left) > 0 {
		t.Errorf("on the disk there is still %v", left)
	}
	kept := a.Found("documents", paper.Id)
	if kept.GetString("file") != "" || kept.GetString("removed_on") == "" || kept.GetString("sha256") != paper.GetString("sha256") ||
		kept.GetString("name") != paper.GetString("name") || kept.GetString("kind") != paper.GetString("kind") {
		t.Errorf("kept %v", kept.PublicExport())
	}
	for name, stays := range map[string]string{"one that an open request needs": a.shared, "one that hangs on nothing": loose.Id} {
		if document := a.Found("documents", stays); document.GetString("removed_on") != "" || len(a.files(document)) == 0 {
			t.Errorf("%s is gone", name)
		}
	}
	if letter := a.Letter(a.withLetter.Id); len(a.files(letter)) == 0 {
		t.Error("a letter's file is gone")
	}
}

func TestARunEmptiesARequestAndItsHistoryStillHangsTogether(t *testing.T) {
	a := grownOld(t)
	before, err := requests.EventsOf(a, a.rejected.Id)
	if err != nil {
		t.Fatal(err)
	}
	a.run(false)
	emptied := a.Found("requests", a.rejected.Id)
	for _, field := range []string{"answers", "applicant_name", "account", "resident", "documents", "attachments", "filed_by", "filer_name"} {
		if got := emptied.GetString(field); got != "" && got != "null" && got != "[]" && got != "{}" {
			t.Errorf("%s still says %s", field, got)
		}
	}
	for _, field := range []string{"service", "hamlet", "status", "code", "last_hash", "closed_at"} {
		if emptied.GetString(field) != a.rejected.GetString(field) || emptied.GetString(field) == "" {
			t.Errorf("%s is %q", field, emptied.GetString(field))
		}
	}
	after, err := requests.EventsOf(a, a.rejected.Id)
	if err != nil || len(after) != len(before) || requests.CheckLinks(after) != nil {
		t.Fatalf("the history broke: %v %v", err, requests.CheckLinks(after))
	}
	for i, event := range after {
		if event.Hash != before[i].Hash || event.Note != "" || event.ActorKind == "resident" && event.ActorName+event.Actor != "" {
			t.Errorf("event %d is %+v", i+1, event)
		}
	}
	removal, err := a.FindFirstRecordByData("retention_removals", "request", emptied.Id)
	if err != nil || removal.GetString("last_hash") != emptied.GetString("last_hash") {
		t.Errorf("the removal is not on record: %v", err)
	}
	if full, err := requests.EventsOf(a, a.withLetter.Id); err != nil || requests.CheckChain(full) != nil {
		t.Error("the history of a request with a letter was touched")
	}
	if _, counts := a.run(false); counts[privacy.Rejected] != 0 || counts[privacy.Uploads] != 0 {
		t.Errorf("a second run found %v", counts)
	}
}

func TestZeroDaysKeepsForEver(t *testing.T) {
	a := grownOld(t)
	for _, field := range []string{"keep_uploads_days", "keep_rejected_days", "keep_requests_days", "keep_audit_days", "keep_registrations_days",
		"keep_information_days", "keep_aid_days", "keep_comments_days", "keep_notices_days"} {
		a.Office.Set(field, 0)
	}
	apptest.Save(t, a, a.Office)
	if _, counts := a.run(false); counts[privacy.Rejected]+counts[privacy.Uploads] != 0 {
		t.Errorf("went: %v", counts)
	}
}

func TestNobodyEmptiesAnEventByHand(t *testing.T) {
	a := grownOld(t)
	empty := `UPDATE request_events SET note = '', data = NULL,
		actor = CASE actor_kind WHEN 'resident' THEN '' ELSE actor END,
		actor_name = CASE actor_kind WHEN 'resident' THEN '' ELSE actor_name END WHERE request = {:id}`
	remove := `INSERT INTO retention_removals (id, request, last_hash) VALUES ('removalbyhand00', {:id}, {:hash})`
	sql := func(statement string, request *core.Record, hash string) error {
		_, err := a.DB().NewQuery(statement).Bind(dbx.Params{"id": request.Id, "hash": hash}).Execute()
		return err
	}
	if sql(empty, a.rejected, "") == nil {
		t.Error("an event was emptied without a removal on record")
	}
	for name, err := range map[string]error{
		"of an open request":          sql(remove, a.open, a.open.GetString("last_hash")),
		"of a request with a letter":  sql(remove, a.withLetter, a.withLetter.GetString("last_hash")),
		"that ends with another hash": sql(remove, a.rejected, strings.Repeat("0", 64)),
	} {
		if err == nil {
			t.Error("a removal was written ", name)
		}
	}
	a.run(false)
	for name, statement := range map[string]string{
		"its hash": `UPDATE request_events SET hash = 'x', note = '', data = NULL WHERE request = {:id}`,
		"a note":   `UPDATE request_events SET note = 'Disetujui.' WHERE request = {:id}`,
		"an actor": `UPDATE request_events SET actor_name = 'Orang Lain', note = '', data = NULL WHERE request = {:id}`,
		"its end":  `DELETE FROM request_events WHERE request = {:id}`,
		"the log":  `UPDATE retention_removals SET code = '' WHERE request = {:id}`,
	} {
		if sql(statement, a.rejected, "") == nil {
			t.Error("after a removal somebody could change ", name)
		}
	}
}

func TestTheNightlyRunIsSwitchedOnOnlyAfterALook(t *testing.T) {
	v := start(t)
	office := "/api/collections/office/records/" + v.Office.Id
	on := map[string]any{"retention_on": true}
	if got := v.Do("PATCH", office, on, v.Admin).WantFault(400, "privacy.schedule"); got.FieldKey("retention_on") != "privacy.look_first" {
		t.Errorf("answered %s", got.Body)
	}
	v.Do("POST", "/api/privacy/retention/dry-run", nil, v.Admin).Want(200)
	v.Do("PATCH", office, map[string]any{"keep_uploads_days": 60, "retention_on": true}, v.Admin).WantFault(400, "privacy.schedule")
	v.Do("PATCH", office, on, v.Admin).Want(200)
	if got := v.Do("PATCH", office, map[string]any{"keep_uploads_days": 60}, v.Admin).WantFault(400, "privacy.schedule"); got.FieldKey("retention_on") != "privacy.still_on" {
		t.Errorf("answered %s", got.Body)
	}
	v.Do("PATCH", office, map[string]any{"phone": "0361-555012"}, v.Admin).Want(200)
	v.Do("PATCH", office, map[string]any{"keep_uploads_days": 60, "retention_on": false}, v.Admin).Want(200)
	if got := v.Do("PATCH", office, map[string]any{"keep_audit_days": 10, "keep_uploads_days": -1}, v.Admin); got.FieldKey("keep_audit_days") != "privacy.days" ||
		got.FieldKey("keep_uploads_days") != "privacy.days" {
		t.Errorf("answered %s", got.Body)
	}
	for _, who := range []*core.Record{apptest.Guest, v.Resident, v.Officer, v.VillageHead} {
		if got := v.Do("POST", "/api/privacy/retention/dry-run", nil, who); got.Status < 400 {
			t.Errorf("answered %d", got.Status)
		}
	}
}

func TestRunsAreOnRecordForGood(t *testing.T) {
	v := start(t)
	run := v.Do("POST", "/api/privacy/retention/dry-run", nil, v.Admin).Want(200).JSON()
	if run["by"] != v.Admin.Id || run["dry"] != true {
		t.Errorf("noted %v", run)
	}
	path := "/api/collections/retention_runs/records/" + run["id"].(string)
	v.Do("PATCH", path, map[string]any{"dry": false}, v.Admin).WantFault(403, "privacy.kept")
	v.Do("DELETE", path, nil, v.Admin).WantFault(403, "privacy.kept")
	v.Do("POST", "/api/collections/retention_runs/records", map[string]any{"dry": true, "by_kind": "superuser"}, v.Admin).WantFault(403, "privacy.handmade")
	state := v.Do("GET", "/api/privacy/retention", nil, v.Admin).Want(200).JSON()
	if state["looked"] != true || state["on"] != false || state["real"] != nil || state["dry"].(map[string]any)["id"] != run["id"] {
		t.Errorf("the dashboard reads %v", state)
	}
}
