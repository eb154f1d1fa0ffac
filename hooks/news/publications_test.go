package news_test

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/web"
)

const publicationsPath = "/api/collections/publications/records"

func paper(title string, more map[string]string) apptest.Form {
	fields := map[string]string{"shelf": "periodic", "category": "budget", "title": title, "year": "2026", "state": "published"}
	for name, value := range more {
		fields[name] = value
	}
	return apptest.Form{Fields: fields, Files: []apptest.File{{Field: "file", Name: "apbdes.pdf", Body: []byte("%PDF-1.7 " + title)}}}
}

func TestAPublicationStandsOnItsShelfWithItsFingerprint(t *testing.T) {
	v := start(t)
	v.Do("POST", publicationsPath, paper("APBDes 2026", nil), v.Officer).Want(200)
	page := v.Do("GET", web.OpenPath+"publications?kind=periodic&year=2026&category=budget", nil, apptest.Guest).Want(200).JSON()
	item := page["items"].([]any)[0].(map[string]any)
	sum := sha256.Sum256([]byte("%PDF-1.7 APBDes 2026"))
	if item["sha256"] != hex.EncodeToString(sum[:]) || item["size"] != 20.0 || item["mime"] != "application/pdf" {
		t.Errorf("%v", item)
	}
	if got := v.Do("GET", item["url"].(string), nil, apptest.Guest).Want(200); string(got.Body) != "%PDF-1.7 APBDes 2026" {
		t.Errorf("%s", got.Body)
	}
	if page["counts"].(map[string]any)["periodic"] != 1.0 || len(page["years"].([]any)) != 1 {
		t.Errorf("%v", page)
	}
	if other := v.Do("GET", web.OpenPath+"publications?kind=anytime", nil, apptest.Guest).Want(200).JSON(); other["total"] != 0.0 {
		t.Errorf("another shelf holds %v", other)
	}
}

func TestADraftPublicationIsReadByNoGuest(t *testing.T) {
	v := start(t)
	draft := v.Do("POST", publicationsPath, paper("Rahasia", map[string]string{"state": "draft"}), v.Officer).Want(200).JSON()
	id := draft["id"].(string)
	for _, reader := range []*core.Record{apptest.Guest, v.Resident} {
		v.Do("GET", publicationsPath+"/"+id, nil, reader).Want(404)
		v.Do("GET", "/api/files/publications/"+id+"/"+draft["file"].(string), nil, reader).Want(404)
	}
	if got := v.Do("GET", web.OpenPath+"publications", nil, apptest.Guest).Want(200); strings.Contains(string(got.Body), "Rahasia") {
		t.Errorf("%s", got.Body)
	}
	v.Do("POST", publicationsPath, paper("x", nil), v.HeadOfKaja).WantFault(403, "news.not_editor")
	v.Do("POST", publicationsPath, paper("x", nil), v.Auditor).WantFault(403, "news.not_editor")
}

func TestOfWhatIsExcludedOnlyTheReasonIsTold(t *testing.T) {
	v := start(t)
	body := map[string]any{"shelf": "excluded", "category": "other", "title": "Daftar penerima bantuan lengkap", "state": "published",
		"ground": "UU 14/2008 pasal 17 huruf h", "harm_test": "Membuka nama dan alamat mempermalukan keluarga miskin.", "excluded_until": "2031-12-31"}
	for _, who := range []*core.Record{v.Officer, v.Admin} {
		form := paper("Daftar", map[string]string{"shelf": "excluded", "ground": "UU 14/2008 pasal 17", "harm_test": "Merugikan orang yang disebut."})
		if got := v.Do("POST", publicationsPath, form, who).WantFault(400, "news.publication"); got.FieldKey("file") != "news.excluded_file" {
			t.Errorf("%s", got.Body)
		}
	}
	body["link"] = "/rahasia"
	v.Do("POST", publicationsPath, body, v.Officer).Want(400)
	delete(body, "link")
	body["harm_test"] = ""
	if got := v.Do("POST", publicationsPath, body, v.Officer).Want(400); got.FieldKey("harm_test") != "news.no_harm_test" {
		t.Errorf("%s", got.Body)
	}
	body["harm_test"] = "Membuka nama dan alamat mempermalukan keluarga miskin."
	id := v.Do("POST", publicationsPath, body, v.Officer).Want(200).JSON()["id"].(string)
	v.Do("PATCH", publicationsPath+"/"+id, paper("Daftar", map[string]string{"shelf": "excluded"}), v.Admin).Want(400)
	item := v.Do("GET", web.OpenPath+"publications?kind=excluded", nil, apptest.Guest).Want(200).JSON()["items"].([]any)[0].(map[string]any)
	if item["url"] != "" || item["harm_test"] == "" || item["excluded_until"] != "2031-12-31" {
		t.Errorf("%v", item)
	}
}

func TestAPublicationCanBeAPageAndHoldsSomething(t *testing.T) {
	v := start(t)
	body := map[string]any{"shelf": "periodic", "category": "budget", "title": "APBDes", "state": "published"}
	if got := v.Do("POST", publicationsPath, body, v.Officer).Want(400); got.FieldKey("file") != "news.nothing_there" {
		t.Errorf("%s", got.Body)
	}
	for _, link := range []string{"javascript:alert(1)", "//evil.example", "ftp://x", "anggaran"} {
		body["link"] = link
		if got := v.Do("POST", publicationsPath, body, v.Officer).Want(400); got.FieldKey("link") != "news.link" {
			t.Errorf("%s: %s", link, got.Body)
		}
	}
	body["link"] = "/anggaran/2026"
	v.Do("POST", publicationsPath, body, v.Officer).Want(200)
	body["year"] = 26
	if got := v.Do("POST", publicationsPath, body, v.Officer).Want(400); got.FieldKey("year") != "news.year" {
		t.Errorf("%s", got.Body)
	}
}

func TestImportantNumbersComeInTheirOrder(t *testing.T) {
	v := start(t)
	add := func(body map[string]any) *apptest.Response {
		return v.Do("POST", "/api/collections/contacts/records", body, v.Officer)
	}
	add(map[string]any{"group": "health", "name": "Puskesmas", "phone": "(0361) 555 0110"}).Want(200)
	add(map[string]any{"group": "hamlet", "name": "Kelian Kaja", "phone": "0812 3450 0011", "whatsapp": true, "hamlet": v.Kaja.Id}).Want(200)
	add(map[string]any{"group": "emergency", "name": "Darurat", "phone": "112"}).Want(200)
	add(map[string]any{"group": "other", "name": "Tersembunyi", "phone": "112", "hidden": true}).Want(200)
	if got := add(map[string]any{"group": "other", "name": "x", "phone": "telepon"}).Want(400); got.FieldKey("phone") != "news.number" {
		t.Errorf("%s", got.Body)
	}
	if got := add(map[string]any{"group": "other", "name": "x", "phone": "0361 555010", "whatsapp": true}).Want(400); got.FieldKey("phone") != "news.whatsapp" {
		t.Errorf("%s", got.Body)
	}
	var names []string
	for _, item := range v.Do("GET", web.OpenPath+"contacts", nil, apptest.Guest).Want(200).JSON()["items"].([]any) {
		contact := item.(map[string]any)
		names = append(names, contact["name"].(string)+" "+contact["tel"].(string)+" "+contact["whatsapp"].(string)+" "+contact["hamlet_name"].(string))
	}
	if !slices.Equal(names, []string{"Darurat 112  ", "Kelian Kaja 081234500011 6281234500011 Banjar Kaja", "Puskesmas 03615550110  "}) {
		t.Errorf("%q", names)
	}
}

const businessesPath = "/api/collections/businesses/records"

func TestABusinessIsShownWithItsOwnersConsentOnly(t *testing.T) {
	v := start(t)
	body := map[string]any{"kind": "food", "name": "Warung Bu Made", "about": "Nasi campur Bali.", "phone": "081234500004", "whatsapp": true, "state": "published"}
	for _, who := range []*core.Record{v.Officer, v.Admin} {
		if got := v.Do("POST", businessesPath, body, who).WantFault(400, "news.business"); got.FieldKey("consent") != "news.no_consent" {
			t.Errorf("%s", got.Body)
		}
	}
	body["consent"], body["consent_proof"] = true, "Lisan di loket, 12 November 2026"
	id := v.Do("POST", businessesPath, body, v.Officer).Want(200).JSON()["id"].(string)
	answer := v.Do("GET", web.OpenPath+"businesses", nil, apptest.Guest).Want(200)
	if item := answer.JSON()["items"].([]any)[0].(map[string]any); item["whatsapp"] != "6281234500004" {
		t.Errorf("%v", item)
	}
	if strings.Contains(string(answer.Body), "Lisan di loket") {
		t.Error("the proof of consent is told to everybody")
	}
	// The consent is withdrawn.
	if got := v.Do("PATCH", businessesPath+"/"+id, map[string]any{"consent": false}, v.Officer).Want(400); got.FieldKey("consent") == "" {
		t.Errorf("%s", got.Body)
	}
	v.Do("DELETE", businessesPath+"/"+id, nil, v.Officer).Want(204)
}

func TestWhatTheOfficeKeepsAboutABusinessIsReadByNoGuest(t *testing.T) {
	v := start(t)
	one := v.Do("POST", businessesPath, map[string]any{"kind": "craft", "name": "Ukiran", "about": "Ukiran kayu.", "consent": true, "hamlet": v.Kaja.Id}, v.Resident).Want(200).JSON()
	path := businessesPath + "/" + one["id"].(string)
	if one["account"] != v.Resident.Id {
		t.Errorf("the owner reads %v", one)
	}
	v.Do("PATCH", path, map[string]any{"state": "published"}, v.Officer).Want(200)
	post := postsPath + "/" + v.writes(v.Officer, words("news", "Kabar", nil))
	for _, reader := range []*core.Record{apptest.Guest, v.Neighbour} {
		for _, path := range []string{path, post, "/api/collections/hamlets/records/" + v.Kaja.Id + "?expand=businesses_via_hamlet"} {
			body := string(v.Do("GET", path, nil, reader).Want(200).Body)
			for _, inner := range []string{"consent_proof", `"account"`, `"officer"`, `"told"`, "Diusulkan sendiri"} {
				if strings.Contains(body, inner) {
					t.Errorf("%s tells %s: %s", path, inner, body)
				}
			}
		}
	}
	if got := v.Do("GET", path, nil, v.Officer).Want(200).JSON(); got["consent_proof"] == nil || got["account"] == nil {
		t.Errorf("the desk reads %v", got)
	}
	// Neither its owner nor a neighbour changes what is shown.
	for _, who := range []*core.Record{v.Resident, v.Neighbour, v.HeadOfKaja, v.Auditor, apptest.Guest} {
		for _, method := range []string{"PATCH", "DELETE"} {
			if got := v.Do(method, path, map[string]any{"phone": "081200000000"}, who); got.Status < 400 {
				t.Errorf("%s by %v: %d", method, who, got.Status)
			}
		}
	}
}

func TestAResidentSuggestsAndTheOfficePublishes(t *testing.T) {
	v := start(t)
	suggest := func(more map[string]any) *apptest.Response {
		body := map[string]any{"kind": "craft", "name": "Ukiran Wayan", "about": "Ukiran kayu.", "phone": "081234500001", "consent": true}
		for name, value := range more {
			body[name] = value
		}
		return v.Do("POST", businessesPath, body, v.Resident)
	}
	one := suggest(map[string]any{"state": "published", "officer": v.Officer.Id}).Want(200).JSON()
	if one["state"] != "suggested" || one["officer"] != "" {
		t.Errorf("%v", one)
	}
	if got := suggest(map[string]any{"consent": false}).Want(400); got.FieldKey("consent") != "news.no_consent" {
		t.Errorf("%s", got.Body)
	}
	path := businessesPath + "/" + one["id"].(string)
	v.Do("GET", path, nil, v.Neighbour).Want(404)
	v.Do("GET", path, nil, apptest.Guest).Want(404)
	v.Do("PATCH", path, map[string]any{"state": "published"}, v.Resident).Want(404)
	v.Do("POST", businessesPath, map[string]any{"kind": "craft", "name": "x", "about": "y", "consent": true}, apptest.Guest).WantFault(401, "news.own_business")
	v.Do("POST", businessesPath, map[string]any{"kind": "craft", "name": "x", "about": "y", "consent": true}, v.HeadOfKaja).WantFault(403, "news.not_editor")
	suggest(nil).Want(200)
	suggest(nil).Want(200)
	suggest(nil).WantFault(429, "news.many_suggested")
	v.Do("PATCH", path, map[string]any{"state": "published"}, v.Officer).Want(200)
	if total := v.Do("GET", web.OpenPath+"businesses?kind=craft", nil, apptest.Guest).Want(200).JSON()["total"]; total != 1.0 {
		t.Errorf("%v are listed", total)
	}
}
