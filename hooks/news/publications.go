package news

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"time"

	"github.com/gabriel-vasile/mimetype"
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

// Shelves of public information (UU 14/2008 art. 9, 10, 11 and 17).
const (
	Periodic  = "periodic"  // berkala
	Immediate = "immediate" // serta-merta
	Anytime   = "anytime"   // setiap saat
	Excluded  = "excluded"  // dikecualikan
)

// Shelves are all of them; Categories are what stands on them.
var (
	Shelves    = []string{Periodic, Immediate, Anytime, Excluded}
	Categories = []string{"profile", "planning", "budget", "regulation", "decision", "report", "service", "asset", "agreement", "minutes", "statistics", "other"}
)

var (
	errPublication = fault.New(fault.Invalid, "news.publication",
		"Informasi belum tersimpan. Perbaiki bagian yang ditandai.",
		"The publication was not saved. Please mend the marked parts.")
	errExcludedFile = fault.New(fault.Invalid, "news.excluded_file",
		"Informasi yang dikecualikan hanya diumumkan judul dan alasannya. Lepaskan berkas dan tautannya.",
		"Of excluded information only the title and the reason are told. Take the file and the link away.")
	errNoHarmTest = fault.New(fault.Invalid, "news.no_harm_test",
		"Tulis dasar hukum dan hasil uji konsekuensinya: akibat apa yang timbul bila informasi ini dibuka.",
		"Write the legal ground and the result of the harm test: what would happen if this were open.")
	errNothingThere = fault.New(fault.Invalid, "news.nothing_there",
		"Unggah berkasnya, atau tulis tautan halamannya.",
		"Upload the file, or give the page that holds it.")
	errLink = fault.New(fault.Invalid, "news.link",
		"Tautan dimulai dengan https:// atau, untuk halaman situs ini, dengan / seperti /anggaran/2026.",
		"A link begins with https:// or, for a page of this site, with / such as /anggaran/2026.")
	errYear = fault.New(fault.Invalid, "news.year",
		"Tulis tahun dengan empat angka, misalnya 2026.",
		"Write the year with four digits, such as 2026.")
)

const largestFile = 20 << 20 // bytes, as in the migration

// keepPublicationSound is the model hook, also for admins.
func keepPublicationSound(e *core.RecordEvent) error {
	record := e.Record
	tidy(record, "title", "title_en", "number", "link")
	tidyLines(record, "summary", "summary_en", "harm_test")
	problems := errPublication
	if year := record.GetInt("year"); year != 0 && (year < 1945 || year > time.Now().Year()+10) {
		problems = problems.At("year", errYear)
	}
	if link := record.GetString("link"); link != "" {
		safe := SafeHref(link)
		if safe == "" {
			problems = problems.At("link", errLink)
		}
		record.Set("link", safe)
	}
	hasFile := len(record.GetUnsavedFiles("file")) > 0 || record.GetString("file") != ""
	switch excluded := record.GetString("shelf") == Excluded; {
	case excluded && (hasFile || record.GetString("link") != ""):
		problems = problems.At("file", errExcludedFile)
	case excluded && (len(record.GetString("ground")) < 5 || len(record.GetString("harm_test")) < 10):
		problems = problems.At("harm_test", errNoHarmTest)
	case !excluded && !hasFile && record.GetString("link") == "" && record.GetString("state") == Published:
		problems = problems.At("file", errNothingThere)
	}
	if len(problems.Fields) > 0 {
		return problems
	}
	if record.GetString("state") == Published && record.GetDateTime("published_at").IsZero() {
		record.Set("published_at", types.NowDateTime())
	}
	fresh := len(record.GetUnsavedFiles("file")) > 0
	if err := noteFile(record, hasFile); err != nil {
		return errPublication.At("file", errNothingThere.Because(err))
	}
	if err := e.Next(); err != nil || !fresh {
		return err
	}
	return web.KeepFile(e.App, record, "file")
}

// noteFile notes size, kind and SHA-256 of what is kept, so that a reader can
// tell that a copy is the one that was published.
func noteFile(record *core.Record, hasFile bool) error {
	if !hasFile {
		record.Load(map[string]any{"size": 0, "mime": "", "sha256": ""})
	}
	for _, file := range record.GetUnsavedFiles("file") {
		content, err := web.ReadUpload(file, largestFile)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(content)
		record.Load(map[string]any{"size": len(content), "mime": mimetype.Detect(content).String(), "sha256": hex.EncodeToString(sum[:])})
	}
	return nil
}

// whoPublishes is the request hook of publications, contacts and businesses at
// the desk.
func whoPublishes(e *core.RecordRequestEvent) error {
	if err := delegation.MustHold(e.App, e.Auth, errNotEditor, speakers...); err != nil {
		return err
	}
	if e.Record.Collection().Name != "contacts" && e.Record.IsNew() && !e.Auth.IsSuperuser() {
		e.Record.Set("officer", e.Auth.Id)
	}
	return e.Next()
}

var openPublications = web.OpenAnswer{Name: "news.publications", Of: []string{"publications"}}

// publicationRow is one as the lists read it.
type publicationRow struct {
	ID            string         `db:"id" json:"id"`
	Shelf         string         `db:"shelf" json:"shelf"`
	Category      string         `db:"category" json:"category"`
	Title         string         `db:"title" json:"title"`
	TitleEN       string         `db:"title_en" json:"title_en"`
	Summary       string         `db:"summary" json:"summary"`
	SummaryEN     string         `db:"summary_en" json:"summary_en"`
	Year          int            `db:"year" json:"year"` // 0: none
	Number        string         `db:"number" json:"number"`
	File          string         `db:"file" json:"-"`
	URL           string         `db:"-" json:"url"` // of the file; "" for none
	Size          int            `db:"size" json:"size"`
	Mime          string         `db:"mime" json:"mime"`
	SHA256        string         `db:"sha256" json:"sha256"`
	Link          string         `db:"link" json:"link"`
	Ground        string         `db:"ground" json:"ground"` // of what is excluded
	HarmTest      string         `db:"harm_test" json:"harm_test"`
	ExcludedUntil string         `db:"excluded_until" json:"excluded_until"`
	PublishedAt   types.DateTime `db:"published_at" json:"-"`
	Published     string         `db:"-" json:"published_at"`
	State         string         `db:"state" json:"state"`
}

func (p publicationRow) shown() publicationRow {
	if p.File != "" {
		p.URL = "/api/files/publications/" + p.ID + "/" + p.File
	}
	p.Published = rfc(p.PublishedAt)
	return p
}

// listPublications answers GET /api/open/publications?kind&year&category&page;
// kind is a shelf, and needed.
func listPublications(e *core.RequestEvent) error {
	a, category, year, err := askedPublications(e)
	if err != nil {
		return err
	}
	if a.kind == "" {
		a.kind = Periodic
	}
	return openPublications.JSON(e, a.key()+"|"+category+"|"+strconv.Itoa(year), func(app core.App) (any, error) {
		query := app.ConcurrentDB().Select("*").From("publications").Where(dbx.HashExp{"state": Published, "shelf": a.kind})
		if category != "" {
			query.AndWhere(dbx.HashExp{"category": category})
		}
		if year != 0 {
			query.AndWhere(dbx.HashExp{"year": year})
		}
		page, err := pageOf(query, a.page, []string{"year DESC", "published_at DESC", "id"}, publicationRow.shown)
		if err != nil {
			return nil, err
		}
		answer := struct {
			Page[publicationRow]
			Years  []int          `json:"years"`  // that there is something of, on this shelf
			Counts map[string]int `json:"counts"` // by shelf
		}{Page: page, Years: []int{}, Counts: map[string]int{}}
		err = app.ConcurrentDB().Select("year").Distinct(true).From("publications").
			Where(dbx.HashExp{"state": Published, "shelf": a.kind}).AndWhere(dbx.NewExp("year > 0")).OrderBy("year DESC").Column(&answer.Years)
		if err != nil {
			return nil, err
		}
		var counts []struct {
			Shelf string `db:"shelf"`
			Count int    `db:"count"`
		}
		err = app.ConcurrentDB().Select("shelf", "COUNT(*) AS count").From("publications").Where(dbx.HashExp{"state": Published}).GroupBy("shelf").All(&counts)
		for _, c := range counts {
			answer.Counts[c.Shelf] = c.Count
		}
		return answer, err
	})
}

func askedPublications(e *core.RequestEvent) (a asked, category string, year int, err error) {
	if a, err = readAsked(e, Shelves...); err != nil {
		return a, "", 0, err
	}
	query := e.Request.URL.Query()
	if typed := query.Get("year"); typed != "" {
		if year, err = strconv.Atoi(typed); err != nil || year < 1945 || year > 2200 {
			return a, "", 0, errNoPage.Because(err)
		}
	}
	for _, known := range Categories {
		if known == query.Get("category") {
			category = known
		}
	}
	return a, category, year, nil
}

// deskPublications answers GET /api/news/publications?kind&page for staff: all
// states, what was touched last on top.
func deskPublications(e *core.RequestEvent) error {
	if err := delegation.MustHold(e.App, e.Auth, errNotEditor, append([]string{delegation.Auditor}, speakers...)...); err != nil {
		return err
	}
	a, err := readAsked(e, Shelves...)
	if err != nil {
		return err
	}
	query := e.App.ConcurrentDB().Select("*").From("publications")
	if a.kind != "" {
		query.Where(dbx.HashExp{"shelf": a.kind})
	}
	page, err := pageOf(query, a.page, []string{"updated DESC", "id"}, func(p publicationRow) deskPublication {
		return deskPublication{p.shown(), p.File}
	})
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, page)
}

type deskPublication struct {
	publicationRow
	FileName string `json:"file"`
}
