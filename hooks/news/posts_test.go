package news_test

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/news"
	"mdesa/hooks/notify"
	"mdesa/hooks/web"
)

func TestAPostIsReadByEverybodyOnceItIsPublished(t *testing.T) {
	v := start(t)
	id := v.writes(v.Officer, words("news", "Posyandu Banjar Kaja", map[string]any{"state": "draft", "text": "Halo *warga*\n\n- satu\n- dua"}))
	v.Do("GET", web.OpenPath+"news/posyandu-banjar-kaja", nil, apptest.Guest).WantFault(404, "news.not_found")
	v.Do("PATCH", postsPath+"/"+id, map[string]any{"state": "published"}, v.Secretary).Want(200)
	answer := v.Do("GET", web.OpenPath+"news/posyandu-banjar-kaja", nil, apptest.Guest).Want(200)
	if body := answer.JSON()["body"]; fmt.Sprint(body) != "[map[c:[Halo  map[c:[warga] t:strong]] t:p] map[c:[map[c:[satu] t:li] map[c:[dua] t:li]] t:ul]]" {
		t.Errorf("the text is %v", body)
	}
	if by := answer.JSON()["by"]; by != "Kasi Pelayanan" {
		t.Errorf("written by %v", by)
	}
	if got := v.found("posts", id).GetString("body"); got != "<p>Halo <strong>warga</strong></p><ul><li>satu</li><li>dua</li></ul>" {
		t.Errorf("kept as %s", got)
	}
}

// what nobody may see yet, or any more.
func (v village) unseen() map[string]string {
	soon, before := time.Now().Add(time.Hour).UTC(), time.Now().Add(-time.Hour).UTC()
	return map[string]string{
		"draft":     v.writes(v.Officer, words("news", "Rahasia draf", map[string]any{"state": "draft"})),
		"scheduled": v.writes(v.Officer, words("news", "Rahasia terjadwal", map[string]any{"publish_at": soon})),
		"expired": v.writes(v.Officer, words("news", "Rahasia lewat", map[string]any{
			"publish_at": before.Add(-time.Hour), "expires_at": before})),
		"withdrawn":   v.writes(v.Officer, words("news", "Rahasia ditarik", map[string]any{"state": "withdrawn"})),
		"agenda":      v.writes(v.Officer, words("agenda", "Rahasia agenda", map[string]any{"state": "draft", "starts_at": soon})),
		"agenda soon": v.writes(v.Officer, words("agenda", "Rahasia agenda nanti", map[string]any{"publish_at": soon, "starts_at": soon.Add(time.Hour)})),
		"warning":     v.writes(v.Officer, words("emergency", "Rahasia darurat", map[string]any{"publish_at": soon, "expires_at": soon.Add(time.Hour)})),
	}
}

func TestDraftsAndScheduledPostsAreReadByNoGuest(t *testing.T) {
	v := start(t)
	for name, id := range v.unseen() {
		post := v.found("posts", id)
		photo := v.withPhoto(post)
		slug := post.GetString("slug")
		for _, path := range []string{
			postsPath + "/" + id, web.OpenPath + "news/" + slug, web.OpenPath + "agenda/" + slug + ".ics",
			"/api/files/posts/" + id + "/" + photo, "/api/files/posts/" + id + "/" + photo + "?thumb=320x240", "/api/news/desk/" + id,
		} {
			for who, reader := range map[string]*core.Record{"guest": apptest.Guest, "resident": v.Resident} {
				if status := v.Do("GET", path, nil, reader).Status; status != 404 && status != 401 && status != 403 {
					t.Errorf("%s reads what is %s: %s answers %d", who, name, path, status)
				}
			}
		}
		v.Do("GET", postsPath+"/"+id, nil, v.Officer).Want(200)
	}
	for _, path := range []string{"news", "news?kind=news", "news?kind=agenda", "news.atom", "agenda", "agenda?kind=past", "agenda.ics", "home",
		"news?hamlet=" + v.Kaja.Id, "news.atom?hamlet=" + v.Kaja.Id} {
		if answer := v.Do("GET", web.OpenPath+path, nil, apptest.Guest).Want(200); strings.Contains(string(answer.Body), "Rahasia") || strings.Contains(string(answer.Body), "rahasia") {
			t.Errorf("%s tells of it: %s", path, answer.Body)
		}
	}
	v.Do("GET", postsPath+"?filter="+url.QueryEscape(`title~"Rahasia"`), nil, apptest.Guest).Want(403)
	v.Do("GET", "/api/collections/post_slugs/records", nil, apptest.Guest).Want(403)
}

func (v village) withPhoto(post *core.Record) string {
	v.t.Helper()
	answer := v.Do("PATCH", postsPath+"/"+post.Id, apptest.Form{
		Fields: map[string]string{"photo_alts": `["Warga di depan balai banjar"]`},
		Files:  []apptest.File{{Field: "photos", Name: "foto.jpg", Body: v.photo(64, 48)}},
	}, v.Officer).Want(200)
	return answer.JSON()["photos"].([]any)[0].(string)
}

func TestAPostAppearsAndGoesAtItsHour(t *testing.T) {
	v := start(t)
	id := v.writes(v.Officer, words("news", "Besok", map[string]any{"publish_at": time.Now().Add(time.Hour)}))
	set := func(column string, at time.Time) {
		_, err := v.DB().Update("posts", dbx.Params{column: at.UTC().Format("2006-01-02 15:04:05.000Z")}, dbx.HashExp{"id": id}).Execute()
		v.must(err)
		v.halfAMinuteLater()
	}
	set("publish_at", time.Now().Add(-time.Second))
	if got := v.titles("news"); !slices.Equal(got, []string{"Besok"}) {
		t.Errorf("at its hour: %v", got)
	}
	set("expires_at", time.Now().Add(-time.Millisecond))
	if got := v.titles("news"); got != nil {
		t.Errorf("after its end: %v", got)
	}
}

func TestAnOldAddressStillLeadsThere(t *testing.T) {
	v := start(t)
	id := v.writes(v.Officer, words("news", "Judul Awal", map[string]any{"state": "draft"}))
	rename := func(title string) {
		v.Do("PATCH", postsPath+"/"+id, map[string]any{"title": title, "state": "published"}, v.Officer).Want(200)
	}
	rename("Judul Pertama") // a draft's title is nobody's bookmark
	v.Do("GET", web.OpenPath+"news/judul-awal", nil, apptest.Guest).WantFault(404, "news.not_found")
	rename("Judul Kedua")
	rename("Judul Ketiga")
	for _, slug := range []string{"judul-pertama", "judul-kedua", "judul-ketiga"} {
		if got := v.Do("GET", web.OpenPath+"news/"+slug, nil, apptest.Guest).Want(200).JSON()["slug"]; got != "judul-ketiga" {
			t.Errorf("%s leads to %v", slug, got)
		}
	}
	// Nobody else is given an address that once led here.
	other := v.found("posts", v.writes(v.Officer, words("news", "Judul Pertama", nil)))
	if other.GetString("slug") != "judul-pertama-2" {
		t.Errorf("another post got %s", other.GetString("slug"))
	}
	rename("Judul Pertama") // its own again
	if got := v.found("posts", id).GetString("slug"); got != "judul-pertama" {
		t.Errorf("back to %s", got)
	}
	v.Do("PATCH", postsPath+"/"+id, map[string]any{"slug": "curang"}, v.Officer).Want(200)
	if got := v.found("posts", id).GetString("slug"); got != "judul-pertama" {
		t.Errorf("the slug was set to %s", got)
	}
}

func TestHamletHeadsWriteForTheirOwnHamletOnly(t *testing.T) {
	v := start(t)
	own := v.writes(v.HeadOfKaja, words("news", "Dari Kaja", map[string]any{"hamlet": v.Kaja.Id}))
	for name, hamlet := range map[string]string{"the village": "", "another hamlet": v.Kelod.Id} {
		got := v.Do("POST", postsPath, words("news", "Bukan miliknya", map[string]any{"hamlet": hamlet}), v.HeadOfKaja)
		if got.FieldKey("hamlet") != "news.not_your_hamlet" {
			t.Errorf("wrote for %s: %d %s", name, got.Status, got.Body)
		}
		if got := v.Do("PATCH", postsPath+"/"+own, map[string]any{"hamlet": hamlet}, v.HeadOfKaja); got.FieldKey("hamlet") != "news.not_your_hamlet" {
			t.Errorf("moved a post to %s: %d", name, got.Status)
		}
	}
	village := v.writes(v.Officer, words("news", "Untuk desa", nil))
	v.Do("PATCH", postsPath+"/"+village, map[string]any{"hamlet": v.Kaja.Id, "title": "Diambil alih"}, v.HeadOfKaja).Want(400)
	v.Do("PATCH", postsPath+"/"+own, map[string]any{"title": "x"}, v.HeadOfKelod).Want(400)
	draft := v.writes(v.HeadOfKaja, words("news", "Draf Kaja", map[string]any{"hamlet": v.Kaja.Id, "state": "draft"}))
	v.Do("GET", postsPath+"/"+draft, nil, v.HeadOfKelod).Want(404)
	v.Do("GET", "/api/news/desk/"+draft, nil, v.HeadOfKelod).WantFault(404, "news.not_found")
	v.Do("DELETE", postsPath+"/"+draft, nil, v.HeadOfKelod).Want(400)
	v.Do("DELETE", postsPath+"/"+own, nil, v.HeadOfKaja).WantFault(409, "news.kept")
	v.Do("DELETE", postsPath+"/"+draft, nil, v.HeadOfKaja).Want(204)
	for _, other := range []*core.Record{v.Auditor, v.Resident, apptest.Guest} {
		if got := v.Do("POST", postsPath, words("news", "Bukan petugas", nil), other); got.Status < 400 {
			t.Errorf("%v wrote", other)
		}
	}
}

func TestAWarningEndsAndAnEventBegins(t *testing.T) {
	v := start(t)
	at := func(field string, body map[string]any) string {
		return v.Do("POST", postsPath, body, v.Officer).WantFault(400, "news.post").FieldKey(field)
	}
	if got := at("expires_at", words("emergency", "Banjir", nil)); got != "news.no_expiry" {
		t.Error("a warning without end:", got)
	}
	if got := at("expires_at", words("emergency", "Banjir", map[string]any{"expires_at": time.Now().AddDate(0, 0, 15)})); got != "news.no_expiry" {
		t.Error("a warning of 15 days:", got)
	}
	if got := at("starts_at", words("agenda", "Rapat", nil)); got != "news.no_start" {
		t.Error("an event without beginning:", got)
	}
	if got := at("ends_at", words("agenda", "Rapat", map[string]any{"starts_at_wall": "2026-12-01T09:00", "ends_at_wall": "2026-12-01T08:00"})); got != "news.ends_before" {
		t.Error("an event that ends before:", got)
	}
	if got := at("starts_at", words("agenda", "Rapat", map[string]any{"starts_at_wall": "2026-02-30T09:00"})); got != "news.no_moment" {
		t.Error("an event on 30 February:", got)
	}
	id := v.writes(v.Officer, words("emergency", "Banjir Tukad Badung", map[string]any{"expires_at": time.Now().Add(6 * time.Hour)}))
	var home news.Home
	v.open("home", &home)
	if len(home.Emergencies) != 1 || home.Emergencies[0].Title != "Banjir Tukad Badung" || home.Office["name"] != "Taman Sari" || home.Opening == nil {
		t.Errorf("home is %+v", home)
	}
	v.Do("PATCH", postsPath+"/"+id, map[string]any{"state": "withdrawn"}, v.Officer).Want(200)
	v.open("home", &home)
	if len(home.Emergencies) != 0 {
		t.Error("a warning that was withdrawn still stands there")
	}
}

func TestTimesAreReadOnTheOfficesWall(t *testing.T) {
	v := start(t)
	id := v.writes(v.Officer, words("agenda", "Rapat", map[string]any{"starts_at_wall": "2026-12-01T09:00", "ends_at_wall": "2026-12-01T11:30"}))
	post := v.found("posts", id)
	if got := post.GetDateTime("starts_at").String(); got != "2026-12-01 01:00:00.000Z" { // WITA is UTC+8
		t.Errorf("starts at %s", got)
	}
	desk := v.Do("GET", "/api/news/desk/"+id, nil, v.Officer).Want(200).JSON()
	if desk["starts_at"] != "2026-12-01T09:00" || desk["ends_at"] != "2026-12-01T11:30" {
		t.Errorf("the desk shows %v to %v", desk["starts_at"], desk["ends_at"])
	}
}

func TestTextsAreMadeSafeHoweverTheyAreSaved(t *testing.T) {
	v := start(t)
	evil := `<p onclick="x">Aman</p><script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">klik</a><svg onload=alert(1)>`
	byAdmin := v.Do("POST", postsPath, map[string]any{"kind": "news", "title": "Admin", "body": evil, "body_en": evil, "state": "published"}, v.Admin).Want(200).JSON()
	byOfficer := v.Do("POST", postsPath, map[string]any{"kind": "news", "title": "Petugas", "body": evil, "state": "published"}, v.Officer).Want(200).JSON()
	byGo := apptest.Save(t, v.App, apptest.Record(t, v.App, "posts", map[string]any{"kind": "news", "title": "Go", "body": evil, "state": "published"}))
	for name, kept := range map[string]any{"admin": byAdmin["body"], "admin's English": byAdmin["body_en"], "officer": byOfficer["body"], "Go": byGo.GetString("body")} {
		if kept != "<p>Aman</p><p>klik</p>" {
			t.Errorf("%s keeps %v", name, kept)
		}
	}
	preview := v.Do("POST", "/api/news/preview", map[string]any{"text": evil}, v.Officer).Want(200)
	if strings.Contains(string(preview.Body), `"script"`) {
		t.Errorf("the preview is %s", preview.Body)
	}
	v.Do("POST", "/api/news/preview", map[string]any{"text": "x"}, v.Resident).Want(403)
}

func TestListsComeInPages(t *testing.T) {
	v := start(t)
	for i := range 23 {
		v.writes(v.Officer, words("news", fmt.Sprint("Kabar ", i), nil))
	}
	var page news.Page[news.Line]
	v.open("news?page=2", &page)
	if page.Total != 23 || page.Pages != 2 || len(page.Items) != 3 {
		t.Errorf("page 2 is %+v", page)
	}
	for _, wrong := range []string{"news?page=3", "news?page=0", "news?page=x", "news?page=99999999999", "news?kind=x", "news?hamlet=nosuchhamlet000", "agenda?kind=news"} {
		v.Do("GET", web.OpenPath+wrong, nil, apptest.Guest).WantFault(404, "news.no_page")
	}
}

func TestAnnouncementsAreToldOnce(t *testing.T) {
	v := start(t)
	told := func() (texts []string) {
		v.must(notify.Work(context.Background(), v.App, time.Now()))
		v.must(v.DB().Select("text").From("notices").Where(dbx.HashExp{"account": v.Neighbour.Id}).OrderBy("rowid").Column(&texts))
		return texts
	}
	id := v.writes(v.Officer, words("announcement", "Kerja bakti", nil))
	v.Do("PATCH", postsPath+"/"+id, map[string]any{"title": "Kerja bakti Minggu"}, v.Officer).Want(200)
	v.writes(v.Officer, words("news", "Berita biasa", nil))
	later := v.writes(v.Officer, words("announcement", "Nanti", map[string]any{"publish_at": time.Now().Add(time.Hour)}))
	v.writes(v.HeadOfKelod, words("announcement", "Hanya Kelod", map[string]any{"hamlet": v.Kelod.Id}))
	if got := told(); !slices.Equal(got, []string{"Pengumuman: Kerja bakti"}) {
		t.Fatalf("told %q", got)
	}
	_, err := v.DB().Update("posts", dbx.Params{"publish_at": time.Now().Add(-time.Minute).UTC().Format("2006-01-02 15:04:05.000Z")}, dbx.HashExp{"id": later}).Execute()
	v.must(err)
	v.must(news.TellScheduled(v.App, time.Now()))
	v.must(news.TellScheduled(v.App, time.Now()))
	if got := told(); !slices.Equal(got, []string{"Pengumuman: Kerja bakti", "Pengumuman: Nanti"}) {
		t.Errorf("told %q", got)
	}
}
