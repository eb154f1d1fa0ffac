package audit_test

import (
	"net/url"
	"slices"
	"testing"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/filesystem"
	"github.com/pocketbase/pocketbase/tools/subscriptions"

	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
)

// matter is a request with its history, paper and letter, as if it had been
// filed; the slices that really do so are tested in hooks.
type matter struct{ request, event, paper, letter *core.Record }

func (w watched) matter(resident *core.Record) matter {
	w.t.Helper()
	service := apptest.Save(w.t, w, apptest.Record(w.t, w, "services", map[string]any{"key": "domicile", "name": "Surat Domisili", "kind": "letter"}))
	file := func(name string) *filesystem.File {
		made, err := filesystem.NewFileFromBytes([]byte("%PDF-1.7 "+name), name)
		if err != nil {
			w.t.Fatal(err)
		}
		return made
	}
	var m matter
	m.paper = apptest.Save(w.t, w, apptest.Record(w.t, w, "documents", map[string]any{
		"resident": resident.Id, "name": "KTP", "file": file("ktp.pdf")}))
	m.request = apptest.Save(w.t, w, apptest.Record(w.t, w, "requests", map[string]any{
		"service": service.Id, "resident": resident.Id, "hamlet": resident.GetString("hamlet"), "code": "K7QF2M9X",
		"service_name": "Surat Domisili", "status": "submitted", "documents": []string{m.paper.Id}, "waiting_for": "officer"}))
	m.event = apptest.Save(w.t, w, apptest.Record(w.t, w, "request_events", map[string]any{
		"id": "requestevent000", "request": m.request.Id, "seq": 1, "action": "submit"}))
	m.letter = apptest.Save(w.t, w, apptest.Record(w.t, w, "letters", map[string]any{
		"request": m.request.Id, "resident": resident.Id, "hamlet": resident.GetString("hamlet"), "number": "470/1/XI/2026",
		"series": "x", "serial": 1, "code": "lettercode01", "title": "Surat Domisili", "holder_name": resident.GetString("name"), "pdf": file("surat.pdf")}))
	return m
}

func at(record *core.Record) string {
	return "/api/collections/" + record.Collection().Name + "/records/" + record.Id
}

func TestOfficersWhoOpenARecordDoSoForItsRequest(t *testing.T) {
	w := start(t)
	m := w.matter(w.Wayan)
	for _, record := range []*core.Record{m.request, m.letter, m.paper} {
		w.Do("GET", at(record), nil, w.Officer).Want(200)
	}
	entries := w.entries(w.Wayan)
	if len(entries) != 3 {
		t.Fatalf("%d entries", len(entries))
	}
	for _, entry := range entries {
		if entry.GetString("purpose") != "request" || entry.GetString("request") != m.request.Id || entry.GetString("what") != "view" {
			t.Error(entry)
		}
	}
}

func TestResidentsWhoReadTheirOwnLeaveNone(t *testing.T) {
	w := start(t)
	w.matter(w.Wayan)
	w.Do("GET", "/api/collections/requests/records", nil, w.Resident).Want(200)
	w.Do("GET", at(w.Resident), nil, w.Resident).Want(200)
	if entries := w.entries(nil); len(entries) != 0 {
		t.Errorf("%d entries", len(entries))
	}
}

func TestWhatAnAdminReadsOverTheRecordsAPILeavesEntries(t *testing.T) {
	w := start(t)
	for _, read := range []struct {
		name, path, what string
		about            []*core.Record
	}{
		{"a card", at(w.Wayan), "view", []*core.Record{w.Wayan}},
		{"a family card", "/api/collections/households/records/" + w.Wayan.GetString("household"), "view", []*core.Record{w.Wayan, w.Ketut, w.Putu}},
		{"a login", at(w.Resident), "view", []*core.Record{w.Wayan}},
		{"a history", "/api/collections/request_events/records/requestevent000", "view", []*core.Record{w.Wayan}},
		{"the register", "/api/collections/residents/records", "list", []*core.Record{w.Wayan, w.Ketut, w.Putu, w.Made, w.Nyoman}},
		{"one by a filter", "/api/collections/residents/records?filter=" + url.QueryEscape(`name ~ "Artana"`), "list", []*core.Record{w.Made}},
		{"ids by a filter on people", "/api/collections/residents/records?fields=id&filter=" + url.QueryEscape(`phone = "081234500004"`), "list", []*core.Record{w.Made}},
		{"expanded in a list", "/api/collections/accounts/records?expand=resident", "list", []*core.Record{w.Wayan, w.Made}},
		{"expanded back from a hamlet", "/api/collections/hamlets/records/" + w.Kelod.Id + "?expand=residents_via_hamlet", "view", []*core.Record{w.Nyoman}},
	} {
		t.Run(read.name, func(t *testing.T) {
			w := start(t)
			w.matter(w.Wayan)
			w.Do("GET", read.path, nil, w.Admin).Want(200)
			var ids, want []string
			for _, entry := range w.entries(nil) {
				if entry.GetString("what") == "search" { // see TestWhatAnAdminSearchesForLeavesAnEntry
					continue
				}
				ids = append(ids, entry.GetString("resident"))
				if entry.GetString("what") != read.what || entry.GetString("purpose") != "admin" || entry.GetString("actor_kind") != "superuser" {
					t.Error(entry)
				}
			}
			for _, resident := range read.about {
				want = append(want, resident.Id)
			}
			slices.Sort(ids)
			slices.Sort(want)
			if ids = slices.Compact(ids); !slices.Equal(ids, want) {
				t.Errorf("about %v, want %v", ids, want)
			}
		})
	}
}

func TestAnAdminsStatedPurposeStandsInTheTrail(t *testing.T) {
	w := start(t)
	w.Do("GET", at(w.Wayan), nil, w.Admin, apptest.Header{Name: "X-Purpose", Value: "other"},
		apptest.Header{Name: "X-Purpose-Note", Value: url.QueryEscape("Perbaikan NIK ganda & alamat")}).Want(200)
	w.only(w.Wayan, map[string]any{"purpose": "other", "note": "Perbaikan NIK ganda & alamat"})
}

func TestAnAdminWhoChangesARecordReadsItToo(t *testing.T) {
	w := start(t)
	w.Do("PATCH", at(w.Wayan), map[string]any{}, w.Admin).Want(200)
	w.only(w.Wayan, map[string]any{"what": "change"})
}

func TestCountingWhatWaitsIsNoLookAtPeople(t *testing.T) {
	w := start(t)
	w.matter(w.Wayan)
	w.Do("GET", "/api/collections/requests/records?perPage=1&fields=id&filter="+
		url.QueryEscape(`waiting_for != "" && due_at != "" && due_at < @now`), nil, w.Admin).Want(200)
	w.Do("GET", "/api/collections/residents/records?perPage=1&fields=id", nil, w.Admin).Want(200)
	w.Do("GET", "/api/collections/hamlets/records", nil, w.Admin).Want(200)
	if entries := w.entries(nil); len(entries) != 0 {
		t.Error(entries)
	}
}

func TestAViewThatAnAdminMakesCountsAsAboutEverybody(t *testing.T) {
	w := start(t)
	view := core.NewViewCollection("peek")
	view.ViewQuery = "SELECT id, name FROM residents"
	if err := w.Save(view); err != nil {
		t.Fatal(err)
	}
	w.Do("GET", "/api/collections/peek/records", nil, w.Admin).Want(200)
	entries := w.entries(nil)
	if len(entries) != 1 || entries[0].GetString("resident") != "" || entries[0].GetString("hamlets") != "" {
		t.Error(entries)
	}
}

func TestAnAdminWhoListensLeavesEntries(t *testing.T) {
	w := start(t)
	client := subscriptions.NewDefaultClient()
	client.Set("auth", w.Admin)
	w.SubscriptionsBroker().Register(client)
	w.Do("POST", "/api/realtime", map[string]any{"clientId": client.Id(), "subscriptions": []string{"residents/*"}}, w.Admin).Want(204)
	w.Wayan.Set("phone", "081234599999")
	apptest.Save(t, w, w.Wayan)
	<-client.Channel()
	w.only(w.Wayan, map[string]any{"what": "list", "purpose": "admin", "actor": w.Admin.Id})
}

func TestPapersAndLettersThatGoOutLeaveEntries(t *testing.T) {
	w := start(t)
	m := w.matter(w.Wayan)
	for _, file := range []struct {
		record        *core.Record
		field         string
		reader        *core.Record
		what, purpose string
		note          string
	}{
		{m.paper, "file", w.Officer, "document", "request", "KTP"},
		{m.letter, "pdf", w.Officer, "letter", "request", "Surat Domisili"},
		{m.letter, "pdf", w.Admin, "letter", "admin", "Surat Domisili"},
	} {
		before := len(w.entries(nil))
		path := "/api/files/" + file.record.Collection().Name + "/" + file.record.Id + "/" + file.record.GetString(file.field)
		token := w.Do("POST", "/api/files/token", nil, file.reader).Want(200).JSON()["token"].(string)
		w.Do("GET", path+"?token="+token, nil, apptest.Guest).Want(200)
		entries := w.entries(nil)[before:]
		if len(entries) != 1 {
			t.Fatalf("%d entries", len(entries))
		}
		e := entries[0]
		if e.GetString("what") != file.what || e.GetString("purpose") != file.purpose || e.GetString("note") != file.note ||
			e.GetString("request") != m.request.Id || e.GetString("resident") != w.Wayan.Id || e.GetString("actor") != file.reader.Id {
			t.Error(e)
		}
	}
}

func TestWhoTakesABackupHomeLeavesAnEntryForEverybody(t *testing.T) {
	w := start(t)
	w.Do("POST", "/api/backups", map[string]any{"name": "penuh.zip"}, w.Admin).Want(204)
	token := w.Do("POST", "/api/files/token", nil, w.Admin).Want(200).JSON()["token"].(string)
	w.Do("GET", "/api/backups/lain.zip?token="+token, nil, apptest.Guest)
	if entries := w.entries(nil); len(entries) != 0 {
		t.Error("a backup that is not there: ", entries)
	}
	w.Do("GET", "/api/backups/penuh.zip?token="+token, nil, apptest.Guest).Want(200)
	w.only(nil, map[string]any{"what": "export", "note": "cadangan penuh.zip", "count": 5.0, "resident": ""})
}

// A collection that leads to residents has its place in the trail, or is named
// as harmless.
func TestEveryCollectionIsInTheTrailOrHarmless(t *testing.T) {
	w := start(t)
	collections, err := w.FindAllCollections()
	if err != nil {
		t.Fatal(err)
	}
	there := map[string]bool{}
	for _, collection := range collections {
		there[collection.Name] = true
		if audit.HeldOf[collection.Name] == nil && !audit.Harmless[collection.Name] {
			t.Errorf("whose data %s holds is said neither by heldOf nor by Harmless", collection.Name)
		}
		if audit.HeldOf[collection.Name] != nil && audit.Harmless[collection.Name] {
			t.Errorf("%s is both", collection.Name)
		}
	}
	for name := range audit.HeldOf {
		if !there[name] {
			t.Errorf("there is no %s", name)
		}
	}
}
