package news

import (
	"slices"
	"strconv"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

// openPosts are made anew after half a minute at most: a post appears and goes
// at its hour without anybody saving it.
var openPosts = web.OpenAnswer{Name: "news.posts", Of: []string{"posts", "hamlets", "office", "holidays"}, For: 30 * time.Second}

var errNoPage = fault.New(fault.NotFound, "news.no_page",
	"Halaman ini tidak ada. Kembali ke halaman pertama.",
	"There is no such page. Go back to the first one.")

const (
	pageSize = 20
	lastPage = 2000
)

// Page is a part of a list.
type Page[T any] struct {
	Items []T `json:"items"`
	Page  int `json:"page"` // from 1
	Pages int `json:"pages"`
	Total int `json:"total"`
}

// pageOf reads one page of a query, which counts before it reads.
func pageOf[R, T any](query *dbx.SelectQuery, page int, order []string, show func(R) T) (Page[T], error) {
	answer := Page[T]{Items: []T{}, Page: page}
	count := *query
	count.Select("COUNT(*)")
	if err := count.Row(&answer.Total); err != nil {
		return answer, err
	}
	answer.Pages = max(1, (answer.Total+pageSize-1)/pageSize)
	if page > answer.Pages {
		return answer, errNoPage
	}
	var rows []R
	err := query.OrderBy(order...).Limit(pageSize).Offset(int64((page - 1) * pageSize)).All(&rows)
	for _, r := range rows {
		answer.Items = append(answer.Items, show(r))
	}
	return answer, err
}

// asked is what a list was asked for, checked.
type asked struct {
	kind, hamlet string
	page         int
}

// key tells the answers apart.
func (a asked) key() string { return a.kind + "|" + a.hamlet + "|" + strconv.Itoa(a.page) }

// readAsked takes ?kind (one of kinds or none), ?hamlet (an id or none) and ?page.
func readAsked(e *core.RequestEvent, kinds ...string) (asked, error) {
	query := e.Request.URL.Query()
	a := asked{kind: query.Get("kind"), hamlet: query.Get("hamlet"), page: 1}
	if a.kind != "" && !slices.Contains(kinds, a.kind) {
		return a, errNoPage
	}
	if a.hamlet != "" {
		if _, err := e.App.FindRecordById("hamlets", a.hamlet); err != nil {
			return a, errNoPage.Because(err)
		}
	}
	if typed := query.Get("page"); typed != "" {
		page, err := strconv.Atoi(typed)
		if err != nil || page < 1 || page > lastPage {
			return a, errNoPage
		}
		a.page = page
	}
	return a, nil
}

// openNews answers GET /api/open/news?kind&hamlet&page: news, announcements and
// warnings in force, the latest first; with kind=agenda those too.
func openNews(e *core.RequestEvent) error {
	a, err := readAsked(e, Kinds...)
	if err != nil {
		return err
	}
	return openPosts.JSON(e, "news|"+a.key(), func(app core.App) (any, error) {
		query := seenAt(rowsOf(app), time.Now())
		if a.kind == "" {
			query.AndWhere(dbx.In("p.kind", News, Announcement, Emergency))
		} else {
			query.AndWhere(dbx.HashExp{"p.kind": a.kind})
		}
		if a.hamlet != "" {
			query.AndWhere(dbx.In("p.hamlet", a.hamlet, "")) // what concerns the village concerns its hamlets
		}
		return pageOf(query, a.page, []string{"p.publish_at DESC", "p.rowid DESC"}, row.line)
	})
}

// openPost answers GET /api/open/news/{slug}, also for a slug that the post had
// once; its present one stands in the answer.
func openPost(e *core.RequestEvent) error {
	slug := e.Request.PathValue("slug")
	return openPosts.JSON(e, "post|"+slug, func(app core.App) (any, error) {
		found, err := seen(app, slug)
		if err != nil {
			return nil, err
		}
		return found.post(), nil
	})
}

// seen is a post that everybody may read, by any slug that it ever had.
func seen(app core.App, slug string) (found row, err error) {
	query := seenAt(rowsOf(app), time.Now()).InnerJoin("post_slugs s", dbx.NewExp("s.post = p.id")).AndWhere(dbx.HashExp{"s.slug": slug})
	if err := query.One(&found); err != nil {
		return found, errNoPost.Because(err)
	}
	return found, nil
}

// Home is what the residents' first page says, in one answer. Its posts are told
// by their titles only.
type Home struct {
	Office      map[string]any `json:"office"`  // the record, as its collection gives it
	Opening     any            `json:"opening"` // as /api/office/now
	Emergencies []Line         `json:"emergencies"`
	Posts       []Line         `json:"posts"`  // the latest news and announcements
	Agenda      []Line         `json:"agenda"` // what comes next
}

const (
	homeWarnings = 5
	homePosts    = 4
	homeAgenda   = 4
)

// openHome answers GET /api/open/home. It stands for the office's record and
// its opening hours too, so that the first page asks once.
func openHome(e *core.RequestEvent) error {
	return openPosts.JSON(e, "home", func(app core.App) (any, error) { return homeOf(app, time.Now()) })
}

func homeOf(app core.App, now time.Time) (home Home, err error) {
	current, err := office.Current(app)
	if err != nil {
		return home, err
	}
	home.Office = current.PublicExport()
	if home.Opening, err = office.Now(app, now); err != nil {
		return home, err
	}
	today, err := startOfToday(app, now)
	if err != nil {
		return home, err
	}
	var warnings, posts, agenda []row
	err = seenAt(rowsOf(app), now).AndWhere(dbx.HashExp{"p.kind": Emergency}).OrderBy("p.publish_at DESC").Limit(homeWarnings).All(&warnings)
	if err != nil {
		return home, err
	}
	err = seenAt(rowsOf(app), now).AndWhere(dbx.In("p.kind", News, Announcement)).OrderBy("p.publish_at DESC").Limit(homePosts).All(&posts)
	if err != nil {
		return home, err
	}
	err = coming(seenAt(rowsOf(app), now), today).OrderBy("p.starts_at").Limit(homeAgenda).All(&agenda)
	home.Emergencies, home.Posts, home.Agenda = titles(warnings), titles(posts), titles(agenda)
	return home, err
}

// titles are posts without what the first page does not show.
func titles(rows []row) []Line {
	lines := lines(rows)
	for i := range lines {
		lines[i].Summary, lines[i].SummaryEN, lines[i].Photo = "", "", nil
	}
	return lines
}
