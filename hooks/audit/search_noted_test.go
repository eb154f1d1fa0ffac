package audit_test

import (
	"net/url"
	"strings"
	"testing"

	"mdesa/hooks/apptest"
)

func TestWhatAnAdminSearchesForLeavesAnEntry(t *testing.T) {
	for _, asked := range []struct{ collection, query, note string }{
		{"residents", `page=9&filter=name ~ "Wayan"`, `residents: name ~ "Wayan"`},
		{"residents", `page=9&sort=-birth_date`, `residents: -birth_date`},
		{"hamlets", `fields=id&filter=residents_via_hamlet.phone = "0812"`, `hamlets: residents_via_hamlet.phone = "0812"`},
	} {
		w := start(t)
		w.Do("GET", "/api/collections/"+asked.collection+"/records?"+escaped(asked.query), nil, w.Admin).Want(200)
		entries := w.entries(nil)
		if len(entries) != 1 || entries[0].GetString("what") != "search" || entries[0].GetString("note") != asked.note {
			t.Errorf("%s leaves %v", asked.query, entries)
		}
	}
}

func escaped(query string) string {
	parts := strings.Split(query, "&")
	for i, part := range parts {
		name, value, _ := strings.Cut(part, "=")
		parts[i] = name + "=" + url.QueryEscape(value)
	}
	return strings.Join(parts, "&")
}

// The same question again within the hour is one look; another one is another.
func TestEachQuestionOfAnAdminIsNotedOnce(t *testing.T) {
	w := start(t)
	for _, nik := range []string{"1", "2", "1"} {
		w.Do("GET", "/api/collections/residents/records?"+escaped(`filter=nik = "`+nik+`"`), nil, w.Admin).Want(200)
	}
	if entries := w.entries(nil); len(entries) != 2 {
		t.Error(entries)
	}
}

// Every resident reads that an admin searched among all, none for whom.
func TestResidentsDoNotReadWhomAnAdminSearchedFor(t *testing.T) {
	w := start(t)
	nik := w.Made.GetString("nik")
	for _, filter := range []string{`nik = "` + nik + `"`, `nik ~ "` + nik[:9] + `"`} {
		w.Do("GET", "/api/collections/residents/records?"+escaped("page=9&filter="+filter), nil, w.Admin).Want(200)
	}
	items := w.trailOf(w.Resident, "").Items
	if len(items) != 1 || items[0].Times != 2 || !items[0].Everybody || len(items[0].Note) != 0 {
		t.Errorf("%+v", items)
	}
}

func TestWhatAnAdminRemovesLeavesAnEntry(t *testing.T) {
	w := start(t)
	m := w.matter(w.Wayan)
	w.Do("DELETE", at(m.paper), nil, w.Admin).Want(204)
	w.only(w.Wayan, map[string]any{"what": "change", "note": "dihapus: documents"})
	w = start(t)
	w.matter(w.Wayan)
	w.Do("DELETE", "/api/collections/documents/truncate", nil, w.Admin).Want(204)
	w.only(nil, map[string]any{"what": "change", "note": "dikosongkan: documents", "resident": ""})
}

func TestAnAdminWhoTriesOutAViewLeavesAnEntry(t *testing.T) {
	w := start(t)
	query := "SELECT id, name FROM residents"
	w.Do("POST", "/api/collections/meta/dry-run-view", map[string]any{"query": query}, w.Officer).Want(403)
	w.Do("POST", "/api/collections/meta/dry-run-view", map[string]any{"query": query}, w.Admin).Want(200)
	w.only(nil, map[string]any{"what": "search", "note": "view: " + query})
}

func TestAChangeThatAsksForIdsOnlyIsStillNoted(t *testing.T) {
	w := start(t)
	w.Do("PATCH", at(w.Wayan)+"?fields=id", map[string]any{}, w.Admin).Want(200)
	w.only(w.Wayan, map[string]any{"what": "change"})
}

func TestARegistrationOfNobodyKnownIsAboutAnybody(t *testing.T) {
	w := start(t)
	apptest.Save(t, w, apptest.Record(t, w, "registrations", map[string]any{"code": "7KQ4M2XP", "nik": "5171999999999999",
		"kk": "5171040309140003", "name": "Siapa Saja", "birth_date": "1978-04-19", "state": "waiting"}))
	w.Do("GET", "/api/collections/registrations/records", nil, w.Admin).Want(200)
	w.only(nil, map[string]any{"what": "list", "resident": "", "note": "registrations"})
}
