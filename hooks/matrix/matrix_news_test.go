package matrix_test

import (
	"mdesa/hooks/apptest"
	"mdesa/hooks/office"
)

// toldEverybody leaves what the office told everybody, and what people asked it for.
func (a archive) toldEverybody() {
	a.t.Helper()
	created := func(collection string, body any) string {
		a.t.Helper()
		return a.Do("POST", "/api/collections/"+collection+"/records", body, a.Officer).Want(200).JSON()["id"].(string)
	}
	a.existing["draft post"] = created("posts", map[string]any{"kind": "news", "title": "Draf", "text": "Belum terbit.", "state": "draft", "hamlet": a.Kaja.Id})
	a.existing["posts"] = created("posts", map[string]any{"kind": "agenda", "title": "Kerja bakti", "text": "Bawa sapu.", "state": "published",
		"hamlet": a.Kaja.Id, "starts_at": "2100-01-10 00:00:00.000Z"})
	a.existing["publications"] = created("publications", publication("Daftar aset"))
	a.existing["contacts"] = created("contacts", map[string]any{"group": "emergency", "name": "Darurat", "phone": "112"})
	a.existing["businesses"] = created("businesses", business("Warung Made"))
	asking := a.Do("POST", "/api/collections/information_requests/records", asked(""), a.Resident).Want(200).JSON()["id"].(string)
	a.existing["information_requests"] = asking
	refused := a.Do("POST", "/api/collections/information_requests/records", asked(""), a.Resident).Want(200).JSON()["id"].(string)
	a.Do("PATCH", "/api/collections/information_requests/records/"+refused, map[string]any{"state": "refused", "ground": "excluded", "answer": "Masih diperiksa inspektorat."}, a.Officer).Want(200)
	a.existing["objections"] = a.Do("POST", "/api/collections/objections/records", map[string]any{"request": refused, "ground": "refused", "words": "Ini seharusnya terbuka."}, a.Resident).
		Want(200).JSON()["id"].(string)
	a.existing["post_slugs"] = a.first("post_slugs")
}

func publication(title string) apptest.Form {
	return apptest.Form{Fields: map[string]string{"shelf": "anytime", "category": "asset", "title": title, "year": "2026", "state": "published"},
		Files: []apptest.File{{Field: "file", Name: "aset.pdf", Body: []byte("%PDF-1.7 aset")}}}
}

func business(name string) map[string]any {
	return map[string]any{"kind": "food", "name": name, "about": "Nasi campur.", "state": "published", "consent": true, "consent_proof": "Lisan di loket."}
}

func asked(phone string) map[string]any {
	return map[string]any{"information": "Laporan realisasi APBDes 2025", "purpose": "Penelitian", "name": "Made Arya", "phone": "0812999900" + phone}
}

func (a archive) newsToCreate() map[string]any {
	return map[string]any{
		"posts":                map[string]any{"kind": "news", "title": "Kabar Kaja", "text": "Isi.", "state": "draft", "hamlet": a.Kaja.Id},
		"post_slugs":           map[string]any{"slug": "curian", "post": a.existing["posts"]},
		"publications":         publication("Daftar baru"),
		"contacts":             map[string]any{"group": "health", "name": "Bidan", "phone": "081234500099"},
		"businesses":           business("Warung Baru"),
		"information_requests": asked("77"),
		"objections":           map[string]any{"request": a.existing["information_requests"], "ground": "late", "words": "Belum dijawab juga."},
	}
}

var newsToUpdate = map[string]any{
	"posts":                map[string]any{"place": "Balai Banjar"},
	"post_slugs":           map[string]any{"slug": "curian"},
	"publications":         map[string]any{"summary": "lain"},
	"contacts":             map[string]any{"note": "lain"},
	"businesses":           map[string]any{"hours": "07.00–21.00"},
	"information_requests": map[string]any{"extension_reason": "Berkas ada di kecamatan."},
	"objections":           map[string]any{"state": "granted", "answer": "Akan diberikan minggu ini."},
}

func (a archive) newsRoutes() group {
	asking := a.existing["information_requests"]
	receipt := map[string]any{"code": a.Found("information_requests", asking).GetString("code"), "proof": "0001"}
	refused := map[string]any{"code": a.Found("information_requests", a.Found("objections", a.existing["objections"]).GetString("request")).GetString("code"), "proof": "0001"}
	return group{"News and public information", []route{
		{name: "first page", method: "GET", path: "/api/open/home"},
		{name: "news", method: "GET", path: "/api/open/news"},
		{name: "a post", method: "GET", path: "/api/open/news/kerja-bakti"},
		{name: "a draft", method: "GET", path: "/api/open/news/draf"},
		{name: "feed", method: "GET", path: "/api/open/news.atom"},
		{name: "agenda", method: "GET", path: "/api/open/agenda"},
		{name: "calendar", method: "GET", path: "/api/open/agenda.ics"},
		{name: "an event", method: "GET", path: "/api/open/agenda/kerja-bakti.ics"},
		{name: "publications", method: "GET", path: "/api/open/publications?kind=anytime"},
		{name: "important numbers", method: "GET", path: "/api/open/contacts"},
		{name: "businesses", method: "GET", path: "/api/open/businesses"},
		{name: "posts at the desk", method: "GET", path: "/api/news/desk"},
		{name: "a draft at the desk", method: "GET", path: "/api/news/desk/" + a.existing["draft post"]},
		{name: "preview", method: "POST", path: "/api/news/preview", body: map[string]any{"text": "*Halo*"}},
		{name: "publications at the desk", method: "GET", path: "/api/news/publications"},
		{name: "numbers and businesses", method: "GET", path: "/api/news/directory"},
		{name: "what I asked for", method: "GET", path: "/api/information/mine"},
		{name: "my answer's file", method: "GET", path: "/api/information/mine/" + asking + "/answer"},
		{name: "status by receipt", method: "POST", path: "/api/information/status", body: receipt},
		{name: "file by receipt", method: "POST", path: "/api/information/answer", body: refused},
		{name: "object by receipt", method: "POST", path: "/api/information/object", body: map[string]any{"code": "22222222", "proof": "0001"}},
		{name: "requests for information", method: "GET", path: "/api/information/requests"},
		{name: "one of them", method: "GET", path: "/api/information/requests/" + asking},
		{name: "its answer's file", method: "GET", path: "/api/information/requests/" + asking + "/answer"},
		{name: "register", method: "GET", path: "/api/information/register?year=" + office.Today(a)[:4]},
		{name: "register as a table", method: "GET", path: "/api/information/register.csv?year=" + office.Today(a)[:4]},
	}}
}
