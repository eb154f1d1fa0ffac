package news_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/access"
	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/news"
	"mdesa/hooks/notify"
	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

func TestMain(m *testing.M) { apptest.Main(m) }

func register(app core.App) {
	fault.Register(app)
	web.Register(app)
	access.Register(app)
	audit.Register(app)
	office.Register(app)
	delegation.Register(app)
	notify.Register(app)
	news.Register(app)
}

// village is Taman Sari with what it tells everybody.
type village struct {
	*apptest.App
	t testing.TB
}

func start(t testing.TB) village {
	t.Helper()
	return village{apptest.New(t, register), t}
}

func (v village) must(err error) {
	v.t.Helper()
	if err != nil {
		v.t.Fatal(err)
	}
}

func (v village) found(collection, id string) *core.Record {
	v.t.Helper()
	record, err := v.FindRecordById(collection, id)
	v.must(err)
	return record
}

const postsPath = "/api/collections/posts/records"

// words are a post that is seen at once.
func words(kind, title string, more map[string]any) map[string]any {
	body := map[string]any{"kind": kind, "title": title, "text": "Isi dari " + title + ".", "state": "published"}
	for name, value := range more {
		body[name] = value
	}
	return body
}

// writes saves a post and gives its id.
func (v village) writes(actor *core.Record, body map[string]any) string {
	v.t.Helper()
	return v.Do("POST", postsPath, body, actor).Want(200).JSON()["id"].(string)
}

// open reads an open answer.
func (v village) open(path string, into any) {
	v.t.Helper()
	v.Do("GET", web.OpenPath+path, nil, apptest.Guest).Want(200).Into(into)
}

// titles are what a public list shows.
func (v village) titles(path string) (titles []string) {
	v.t.Helper()
	var page news.Page[news.Line]
	v.open(path, &page)
	for _, line := range page.Items {
		titles = append(titles, line.Title)
	}
	return titles
}

// later clears what was kept, as half a minute does.
func (v village) halfAMinuteLater() { v.Store().Remove("web.open.news.posts") }

// photo is a real JPEG of a size, with a position behind its start.
func (v village) photo(width, height int) []byte {
	v.t.Helper()
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	for x := range width {
		picture.Set(x, height/2, color.RGBA{uint8(x), 80, 40, 255})
	}
	var out bytes.Buffer
	v.must(jpeg.Encode(&out, picture, nil))
	return out.Bytes()
}
