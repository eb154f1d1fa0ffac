package matrix_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/filesystem"

	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
)

// exported are the files in a resident's export, by name.
func (v village) exported(actor *core.Record) map[string]string {
	v.t.Helper()
	answer := v.Do("GET", "/api/me/export", nil, actor).Want(200)
	if kind := answer.Header.Get("Content-Type"); kind != "application/zip" {
		v.t.Errorf("it is %s", kind)
	}
	archive, err := zip.NewReader(bytes.NewReader(answer.Body), int64(len(answer.Body)))
	if err != nil {
		v.t.Fatal(err)
	}
	files := map[string]string{}
	for _, file := range archive.File {
		reader, err := file.Open()
		if err != nil {
			v.t.Fatal(err)
		}
		content, err := io.ReadAll(reader)
		if err != nil {
			v.t.Fatal(err)
		}
		files[file.Name] = string(content)
	}
	return files
}

// lived is a village in which Wayan did all that leaves something about him.
func lived(t testing.TB) archive {
	t.Helper()
	a := archived(t)
	a.Do("POST", "/api/collections/corrections/records", map[string]any{"resident": a.Putu.Id, "reason": "Akta menyebut lain.",
		"changes": map[string]any{"birth_place": map[string]any{"to": "Singaraja"}}}, a.Resident).Want(200)
	a.Act(a.Officer, a.request.Id, "comment")
	a.Do("POST", "/api/collections/request_events/records", map[string]any{"request": a.request.Id, "action": "comment",
		"note": "<script>alert(1)</script> & \"kutip\""}, a.Resident).Want(200)
	audit.Seen(a, a.Secretary, audit.Purpose{Kind: audit.Other, Note: "Pemeriksaan bantuan sosial"}, audit.Revealed, a.Wayan.Id)
	audit.Seen(a, a.Admin, audit.Purpose{Kind: audit.InAdminUI}, audit.Viewed, a.Wayan.Id)
	audit.Seen(a, a.Secretary, audit.Purpose{Kind: audit.Other, Note: "Tentang tetangga"}, audit.Revealed, a.Made.Id)
	return a
}

func TestAnExportHoldsEverythingOfOnesOwn(t *testing.T) {
	a := lived(t)
	files := a.exported(a.Resident)
	var data struct {
		Register  map[string]any
		Login     map[string]any
		Household struct{ Members []map[string]any }
		Requests  []struct {
			Request map[string]any
			Events  []map[string]any
		}
		Letters, Documents, Consents, Corrections []map[string]any
		SeenBy                                    []map[string]any `json:"seen_by"`
	}
	if err := json.Unmarshal([]byte(files["data.json"]), &data); err != nil {
		t.Fatal(err)
	}
	if data.Register["nik"] != a.Wayan.GetString("nik") || data.Register["religion"] != "Hindu" || data.Register["hamlet"] != "Banjar Kaja" ||
		data.Login["phone"] != a.Resident.GetString("phone") {
		t.Errorf("register %v, login %v", data.Register, data.Login)
	}
	for what, n := range map[string][2]int{
		"members": {len(data.Household.Members), 3}, "requests": {len(data.Requests), 3}, "letters": {len(data.Letters), 2},
		"consents": {len(data.Consents), 1}, "corrections": {len(data.Corrections), 2},
	} {
		if n[0] != n[1] {
			t.Errorf("%d %s, want %d", n[0], what, n[1])
		}
	}
	for _, request := range data.Requests {
		if len(request.Events) == 0 || request.Request["code"] == "" {
			t.Errorf("a request without its history: %v", request)
		}
	}
	seen := files["data.json"]
	for _, want := range []string{"Pemeriksaan bantuan sosial", "Singaraja", a.Putu.GetString("nik"), `"by": "Admin"`} {
		if !strings.Contains(seen, want) {
			t.Errorf("there is no %s", want)
		}
	}
	for _, document := range append(data.Documents, data.Letters...) {
		name, _ := document["file"].(string)
		if files[name] == "" || !strings.HasPrefix(files[name], "%PDF") {
			t.Errorf("the file %q of %v is not there", name, document["name"])
		}
	}
}

func TestAnExportShowsNothingOfOthers(t *testing.T) {
	a := lived(t)
	for name, who := range map[string]struct {
		login  *core.Record
		others []*core.Record // whose names and numbers may not be in it
		family []*core.Record // whose numbers may not; they care for Nyoman
	}{
		"Wayan": {a.Resident, []*core.Record{a.Made}, []*core.Record{a.Ketut, a.Nyoman}},
		"Made":  {a.Neighbour, []*core.Record{a.Wayan, a.Ketut, a.Putu, a.Nyoman}, nil},
	} {
		for file, content := range a.exported(who.login) {
			for _, other := range who.others {
				for _, secret := range []string{other.GetString("nik"), other.GetString("name"), other.GetString("phone"), other.Id} {
					if secret != "" && strings.Contains(content, secret) {
						t.Errorf("%s reads %q in %s", name, secret, file)
					}
				}
			}
			for _, member := range who.family {
				if strings.Contains(content, member.GetString("nik")) {
					t.Errorf("%s reads the NIK of %s in %s", name, member.GetString("name"), file)
				}
			}
			if strings.Contains(content, "Tentang tetangga") && name == "Wayan" {
				t.Error("Wayan reads who looked at his neighbour, and why")
			}
		}
	}
}

func TestAnExportTellsOfCarersAndWhatTheyScanned(t *testing.T) {
	v := start(t)
	for _, who := range []struct{ carer, resident *core.Record }{{v.Made, v.Wayan}, {v.Wayan, v.Nyoman}} {
		apptest.Save(t, v, apptest.Record(t, v, "representations", map[string]any{"carer": who.carer.Id, "resident": who.resident.Id,
			"nik": who.resident.GetString("nik"), "name": who.resident.GetString("name"), "ground": "disability", "state": "active",
			"confirmed_name": "Ni Made Suryani"}))
	}
	scan, err := filesystem.NewFileFromBytes([]byte("%PDF-1.7 scan"), "surat.pdf")
	if err != nil {
		t.Fatal(err)
	}
	apptest.Save(t, v, apptest.Record(t, v, "documents", map[string]any{"resident": v.Wayan.Id, "account": v.Neighbour.Id,
		"name": "Surat keterangan dokter", "kind": "other", "file": scan}))
	files := v.exported(v.Resident)
	for _, want := range []string{"Surat keterangan dokter", v.Made.GetString("name"), v.Nyoman.GetString("name"), "Ni Made Suryani"} {
		for _, file := range []string{"data.json", "index.html"} {
			if !strings.Contains(files[file], want) {
				t.Errorf("%s does not tell %q", file, want)
			}
		}
	}
	for _, other := range []*core.Record{v.Made, v.Nyoman} {
		if strings.Contains(files["data.json"], other.GetString("nik")) {
			t.Errorf("it holds the NIK of %s", other.GetString("name"))
		}
	}
	if len(files) != 3 {
		t.Errorf("%d files: data, page and the scan are 3", len(files))
	}
}

func TestAnExportGivesNoSecretsOfTheServerAway(t *testing.T) {
	a := lived(t)
	for file, content := range a.exported(a.Resident) {
		if !strings.HasSuffix(file, ".json") && !strings.HasSuffix(file, ".html") {
			continue
		}
		for _, secret := range []string{a.Resident.TokenKey(), a.Resident.GetString("activation_hash"), "$2a$", "tokenKey", "password",
			a.Admin.Email(), a.Officer.Id, a.Resident.Id} {
			if secret != "" && strings.Contains(content, secret) {
				t.Errorf("%s holds %q", file, secret)
			}
		}
	}
}

func TestThePageInAnExportRunsNothing(t *testing.T) {
	page := lived(t).exportedPage()
	if strings.Contains(page, "<script") || !strings.Contains(page, "&lt;script&gt;alert(1)&lt;/script&gt;") {
		t.Error("what somebody typed became markup")
	}
	for _, outside := range []string{`src=`, `href=`, `url(`, `@import`} {
		if strings.Contains(page, outside) {
			t.Errorf("it needs something from outside: %s", outside)
		}
	}
	for _, wrong := range []string{"Hamil", ">Judul</th><td>Kasi", ">Judul</th><td>Sekretaris"} {
		if strings.Contains(page, wrong) {
			t.Errorf("of a man whose data an officer saw it says %q", wrong)
		}
	}
	if !strings.Contains(page, "Data saya di Desa Taman Sari") {
		t.Error("the office is called by half of its name")
	}
	if !strings.Contains(page, "Tempat lahir") || !strings.Contains(page, "17 Mei 1990") {
		t.Error("people cannot read it")
	}
}

func TestThePageInAnExportSpeaksTheResidentsLanguage(t *testing.T) {
	a := lived(t)
	a.Resident.Set("language", "en")
	if err := a.Save(a.Resident); err != nil {
		t.Fatal(err)
	}
	page := a.exportedPage()
	for _, want := range []string{`<html lang="en">`, "Who looked at my data", "Place of birth", "17 May 1990", "full number opened"} {
		if !strings.Contains(page, want) {
			t.Errorf("there is no %q", want)
		}
	}
	for _, other := range []string{"Tempat lahir", "Siapa yang", "Tidak ada.", "nomor lengkap dibuka", "Riwayat<"} {
		if strings.Contains(page, other) {
			t.Errorf("there is %q", other)
		}
	}
}

func (a archive) exportedPage() string {
	a.t.Helper()
	return a.exported(a.Resident)["index.html"]
}

func TestAnExportIsForOneselfAndNotEveryMinute(t *testing.T) {
	a := lived(t)
	for want, who := range map[int]*core.Record{401: apptest.Guest, 403: a.Officer} {
		a.Do("GET", "/api/me/export", nil, who).Want(want)
	}
	a.Do("GET", "/api/me/export", nil, a.Admin).Want(403)
	for range 4 {
		a.Do("GET", "/api/me/export", nil, a.Resident).Want(200)
	}
	a.Do("GET", "/api/me/export", nil, a.Resident).WantFault(429, "privacy.too_many_exports")
	a.Do("GET", "/api/me/export", nil, a.Neighbour).Want(200)
}
