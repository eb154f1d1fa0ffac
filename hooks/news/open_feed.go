package news

import (
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/feed"
	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

// feedEntries is how many posts a feed holds.
const feedEntries = 30

// openFeed answers GET /api/open/news.atom?hamlet: the latest posts of every
// kind, for news readers.
func openFeed(e *core.RequestEvent) error {
	a, err := readAsked(e)
	if err != nil {
		return err
	}
	return openPosts.Send(e, "feed|"+a.hamlet, feed.AtomType, func(app core.App) ([]byte, error) {
		query := seenAt(rowsOf(app), time.Now()).OrderBy("p.publish_at DESC").Limit(feedEntries)
		path := web.OpenPath + "news.atom"
		if a.hamlet != "" {
			query.AndWhere(dbx.In("p.hamlet", a.hamlet, ""))
			path += "?hamlet=" + a.hamlet
		}
		var rows []row
		if err := query.All(&rows); err != nil {
			return nil, err
		}
		current, err := office.Current(app)
		if err != nil {
			return nil, err
		}
		told := feed.Feed{Title: "Kabar " + officeName(current), Author: officeName(current), Address: current.GetString("public_url"),
			Path: path, Page: "/berita", Founded: current.GetDateTime("created").Time()}
		for _, r := range rows {
			line := r.line()
			told.Entries = append(told.Entries, feed.Entry{
				Name: "post " + r.ID, Title: r.Title, Path: "/berita/" + r.Slug, Category: r.Kind, Summary: line.Summary, HTML: r.Body,
				Published: r.PublishAt.Time(), Updated: later(r.Updated.Time(), r.PublishAt.Time()),
			})
		}
		return told.Atom()
	})
}

// later: a post that was written ahead was changed, for its readers, when it
// appeared.
func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}
