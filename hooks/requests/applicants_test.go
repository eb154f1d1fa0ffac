package requests_test

import (
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/requests"
)

func (d desk) filesFor(actor, resident *core.Record) *apptest.Response {
	d.t.Helper()
	return d.Do("POST", requestsPath, d.filing(map[string]any{"resident": resident.Id}), actor)
}

// cares makes a resident the carer of another until a day.
func (d desk) cares(carer, resident *core.Record, until time.Time) *core.Record {
	d.t.Helper()
	return newRecord(d.t, d, "representations", map[string]any{"carer": carer.Id, "resident": resident.Id,
		"ground": "elder", "state": "active", "until": until.Format(time.DateOnly)})
}

func (d desk) register(resident *core.Record, fields dbx.Params) {
	d.t.Helper()
	if _, err := d.NonconcurrentDB().Update("residents", fields, dbx.HashExp{"id": resident.Id}).Execute(); err != nil {
		d.t.Fatal(err)
	}
}

// loginOf gives a resident a login of their own.
func (d desk) loginOf(resident *core.Record) *core.Record {
	d.t.Helper()
	return newRecord(d.t, d, "accounts", map[string]any{"nik": resident.GetString("nik"), "resident": resident.Id,
		"name": resident.GetString("name"), "active": true, "password": "rahasia-sekali"})
}

func TestAFatherFilesForHisChild(t *testing.T) {
	d := open(t)
	got := d.filesFor(d.Resident, d.Putu).Want(200).JSON()
	if got["resident"] != d.Putu.Id || got["account"] != d.Resident.Id || got["relation"] != "father" ||
		got["filer_name"] != "I Wayan Sukarta" || got["applicant_name"] != "I Putu Gede Sukarta" || got["represented"] != "" {
		t.Errorf("got %v", got)
	}
	id := got["id"].(string)
	events := d.Do("GET", eventsPath+`?filter=request="`+id+`"`, nil, d.Resident).Want(200).JSON()["items"].([]any)
	if first := events[0].(map[string]any); first["actor_name"] != "I Wayan Sukarta" {
		t.Errorf("filed by %v", first["actor_name"])
	}
	file := d.Do("GET", "/api/requests/"+id+"/case?purpose=counter", nil, d.HeadOfKaja).Want(200).JSON()
	if file["request"].(map[string]any)["filer_name"] != "I Wayan Sukarta" {
		t.Errorf("the desk sees %v", file["request"])
	}
	line := d.inbox(d.HeadOfKaja, "tab=open")["items"].([]any)[0].(map[string]any)
	if line["relation"] != "father" || line["filer_name"] != "I Wayan Sukarta" {
		t.Errorf("the inbox says %v", line)
	}
	last4 := d.Putu.GetString("nik")[12:]
	d.Do("POST", "/api/requests/status", map[string]any{"code": got["code"], "last4": last4}, apptest.Guest).Want(200)
}

func TestAParentHangsTheChildsPapersOnTheRequest(t *testing.T) {
	d := open(t)
	upload := func(resident *core.Record) *apptest.Response {
		return d.Do("POST", documentsPath, apptest.Form{
			Fields: map[string]string{"name": "Akta", "kind": "ktp", "resident": resident.Id},
			Files:  []apptest.File{{Field: "file", Name: "akta.pdf", Body: []byte("%PDF-1.7 akta")}},
		}, d.Resident)
	}
	paper := upload(d.Putu).Want(200).JSON()
	if paper["resident"] != d.Putu.Id || paper["account"] != d.Resident.Id {
		t.Errorf("paper %v", paper)
	}
	upload(d.Made).WantFault(403, "request.not_for_them")
	d.Do("POST", requestsPath, d.filing(map[string]any{"resident": d.Putu.Id, "attachments": map[string]any{"ktp": []any{paper["id"]}}}), d.Resident).Want(200)
}

func TestNobodyFilesForWhomTheyMayNot(t *testing.T) {
	d := open(t)
	d.filesFor(d.Neighbour, d.Putu).WantFault(403, "request.not_for_them") // another household's child
	d.filesFor(d.Resident, d.Made).WantFault(403, "request.not_for_them")  // a neighbour
	d.filesFor(d.Resident, d.Ketut).WantFault(403, "request.not_for_them") // his wife
	d.register(d.Putu, dbx.Params{"birth_date": time.Now().AddDate(-18, 0, 0).Format(time.DateOnly)})
	d.filesFor(d.Resident, d.Putu).WantFault(403, "request.not_for_them") // a grown child
	nobody := core.NewRecord(d.Wayan.Collection())
	nobody.Id = "nosuchresident0"
	d.filesFor(d.Resident, nobody).WantFault(403, "request.not_for_them")
	if n, _ := d.CountRecords("requests"); n != 0 {
		t.Errorf("%d requests", n)
	}
}

func TestTheServiceIsOpenToTheChildNotToTheParent(t *testing.T) {
	d := open(t)
	d.service.Set("subject", map[string]any{"min_age": 17})
	if err := d.Save(d.service); err != nil {
		t.Fatal(err)
	}
	d.Do("POST", requestsPath, d.filing(nil), d.Resident).Want(200)
	if got := d.filesFor(d.Resident, d.Putu); got.Status != 400 {
		t.Errorf("answered %d %s", got.Status, got.Body)
	}
}

func TestACarerFilesAsLongAsTheyAreOne(t *testing.T) {
	d := open(t)
	d.filesFor(d.Resident, d.Nyoman).WantFault(403, "request.not_for_them")
	representation := d.cares(d.Wayan, d.Nyoman, time.Now().AddDate(0, 1, 0))
	got := d.filesFor(d.Resident, d.Nyoman).Want(200).JSON()
	if got["relation"] != "carer" || got["hamlet"] != d.Kelod.Id {
		t.Errorf("got %v", got)
	}
	representation.Set("state", "ended")
	apptest.Save(t, d, representation)
	d.filesFor(d.Resident, d.Nyoman).WantFault(403, "request.not_for_them")
	d.Do("GET", requestsPath+"/"+got["id"].(string), nil, d.Resident).Want(404) // they are out of what they filed, too
	d.act(d.Resident, got["id"].(string), requests.Cancel).Want(404)
}

func TestWhatACarerFiledBecomesTheOthersOwn(t *testing.T) {
	d := open(t)
	representation := d.cares(d.Wayan, d.Nyoman, time.Now().AddDate(0, 1, 0))
	paper := d.Do("POST", documentsPath, apptest.Form{
		Fields: map[string]string{"name": "KTP", "kind": "ktp", "resident": d.Nyoman.Id},
		Files:  []apptest.File{{Field: "file", Name: "ktp.pdf", Body: []byte("%PDF-1.7 ktp")}},
	}, d.Resident).Want(200).JSON()["id"].(string)
	id := d.Do("POST", requestsPath, d.filing(map[string]any{"resident": d.Nyoman.Id, "attachments": map[string]any{"ktp": []any{paper}}}), d.Resident).
		Want(200).JSON()["id"].(string)
	child := d.filesFor(d.Resident, d.Putu).Want(200).JSON()["id"].(string)
	nyoman := d.loginOf(d.Nyoman)
	representation.Set("state", "ended")
	apptest.Save(t, d, representation)

	got := d.Do("GET", requestsPath+"/"+id, nil, nyoman).Want(200).JSON()
	if got["account"] != nyoman.Id || got["relation"] != "carer" || got["filer_name"] != "I Wayan Sukarta" {
		t.Errorf("got %v", got)
	}
	d.Do("GET", documentsPath+"/"+paper, nil, nyoman).Want(200)
	d.Do("GET", documentsPath+"/"+paper, nil, d.Resident).Want(404)
	d.act(nyoman, id, requests.Cancel).Want(200)
	d.act(d.Resident, child, requests.Cancel).Want(200) // a father stays one
}

func TestTheDeskSpeaksForWhoHasNeitherCarerNorLogin(t *testing.T) {
	d := open(t)
	representation := d.cares(d.Wayan, d.Nyoman, time.Now().AddDate(0, 1, 0))
	id := d.filesFor(d.Resident, d.Nyoman).Want(200).JSON()["id"].(string)
	if err := d.Delete(representation); err != nil {
		t.Fatal(err)
	}
	d.act(d.Resident, id, requests.Cancel).Want(404)
	d.act(d.Officer, id, requests.Cancel).Want(200)
}

func TestACarersTimeRunsOut(t *testing.T) {
	d := open(t)
	d.cares(d.Wayan, d.Nyoman, time.Now().AddDate(0, 0, -2))
	d.filesFor(d.Resident, d.Nyoman).WantFault(403, "request.not_for_them")
}

func TestACarerSeesNothingThatOthersFiled(t *testing.T) {
	d := open(t)
	d.cares(d.Wayan, d.Nyoman, time.Now().AddDate(0, 1, 0))
	nyoman := d.loginOf(d.Nyoman)
	own := d.Do("POST", requestsPath, d.filing(nil), nyoman).Want(200).JSON()["id"].(string)
	d.Do("GET", requestsPath+"/"+own, nil, d.Resident).Want(404)
}

func TestWhoHasACarerReadsAndMayActThemselves(t *testing.T) {
	d := open(t)
	d.cares(d.Wayan, d.Nyoman, time.Now().AddDate(0, 1, 0))
	before := d.filesFor(d.Resident, d.Nyoman).Want(200).JSON()["id"].(string)
	nyoman := d.loginOf(d.Nyoman)
	after := d.filesFor(d.Resident, d.Nyoman).Want(200).JSON()["id"].(string)
	for _, id := range []string{before, after} {
		d.Do("GET", requestsPath+"/"+id, nil, nyoman).Want(200)
		d.Do("GET", requestsPath+"/"+id, nil, d.Neighbour).Want(404)
		if events := d.Do("GET", eventsPath+`?filter=request="`+id+`"`, nil, nyoman).Want(200).JSON()["items"].([]any); len(events) != 1 {
			t.Errorf("%d events", len(events))
		}
		d.act(nyoman, id, requests.Cancel).Want(200)
	}
	if all := d.Do("GET", requestsPath, nil, nyoman).Want(200).JSON()["items"].([]any); len(all) != 2 {
		t.Errorf("lists %d", len(all))
	}
}

func TestAChildReadsWhatAParentFiledAndDoesNotAct(t *testing.T) {
	d := open(t)
	putu := d.loginOf(d.Putu)
	id := d.filesFor(d.Resident, d.Putu).Want(200).JSON()["id"].(string)
	d.Do("GET", requestsPath+"/"+id, nil, putu).Want(200)
	if open := d.Do("GET", "/api/requests/"+id+"/actions", nil, putu).Want(200).JSON()["actions"].([]any); len(open) != 0 {
		t.Errorf("may do %v", open)
	}
	d.act(putu, id, requests.Cancel).Want(403)
}

func TestThePageOffersForWhomOneMayFile(t *testing.T) {
	d := open(t)
	offered := func(actor *core.Record) []any {
		t.Helper()
		return d.Do("GET", "/api/requests/applicants", nil, actor).Want(200).JSON()["items"].([]any)
	}
	d.cares(d.Wayan, d.Nyoman, time.Now().AddDate(0, 1, 0))
	all := offered(d.Resident)
	if len(all) != 2 || len(offered(d.Neighbour)) != 0 {
		t.Fatalf("offered %v", all)
	}
	child := all[0].(map[string]any)
	if child["id"] != d.Putu.Id || child["relation"] != "father" || child["nik_last4"] != "0003" || child["nik"] != nil || len(child["household"].([]any)) != 3 {
		t.Errorf("the child: %v", child)
	}
	d.Do("GET", "/api/requests/applicants", nil, d.Officer).Want(403)
	d.Do("GET", "/api/requests/applicants", nil, apptest.Guest).Want(401)
}
