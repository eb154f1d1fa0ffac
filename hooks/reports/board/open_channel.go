package board

import (
	"net/url"
	"strings"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/feed"
	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

var errNoAddress = fault.New(fault.NotFound, "reports.no_address",
	"Umpan berita belum tersedia karena alamat situs desa belum diisi. Admin mengisinya di data kantor, kolom public_url.",
	"The news feed is not available yet: the site's address is missing. The admin fills it in at the office's data, public_url.")

// entries is how many reports a news feed holds.
const entries = 30

// openAtom answers GET /api/open/reports/atom, filtered like the list.
func openAtom(e *core.RequestEvent) error {
	return sendChannel(e, "atom", feed.AtomType, feed.Feed.Atom)
}

// openRSS answers GET /api/open/reports/rss.
func openRSS(e *core.RequestEvent) error {
	return sendChannel(e, "rss", feed.RSSType, feed.Feed.RSS)
}

func sendChannel(e *core.RequestEvent, kind, contentType string, write func(feed.Feed) ([]byte, error)) error {
	f, known, err := asked(e)
	if err != nil {
		return err
	}
	f.Page, f.Colour = 1, "" // a colour changes by the hour; news is what came
	return open.Send(e, kind+"|"+f.Key(), contentType, func(app core.App) ([]byte, error) {
		channel, err := channelOf(app, f, known, kind)
		if err != nil {
			return nil, err
		}
		return write(*channel)
	})
}

func channelOf(app core.App, f Filter, known *Known, kind string) (*feed.Feed, error) {
	current, err := office.Current(app)
	if err != nil {
		return nil, err
	}
	if current.GetString("public_url") == "" {
		return nil, errNoAddress
	}
	channel := &feed.Feed{
		Title: "Laporan warga " + current.GetString("name"), Author: current.GetString("name"),
		Address: current.GetString("public_url"), Path: web.OpenPath + "reports/" + kind + f.query(), Page: "/laporan", Founded: current.GetDateTime("created").Time(),
	}
	var found []row
	err = narrow(rows(app, time.Now()), f, known.Location).OrderBy("r.submitted_at DESC", "r.rowid DESC").Limit(entries).All(&found)
	for _, r := range found {
		channel.Entries = append(channel.Entries, feed.Entry{
			Name: "report " + r.Code, Title: r.item().Title, Path: "/laporan/" + r.Code, Category: r.CategoryName, Summary: r.inWords(),
			Published: r.SubmittedAt.Time(), Updated: r.Updated.Time(),
		})
	}
	return channel, err
}

// query is the part of an address that asks for the filter.
func (f Filter) query() string {
	values := url.Values{}
	for name, value := range map[string]string{"category": f.Category, "hamlet": f.Hamlet, "colour": f.Colour, "month": f.Month} {
		if value != "" {
			values.Set(name, value)
		}
	}
	if len(values) == 0 {
		return ""
	}
	return "?" + values.Encode()
}

// inStates are the states as news readers are told them.
var inStates = map[string]string{
	"new": "Baru masuk", "handling": "Sedang ditangani", "forwarded": "Diteruskan", "answered": "Sudah dijawab",
	"done": "Selesai", "refused": "Tidak dilanjutkan", "duplicate": "Digabung dengan laporan lain",
}

// inWords is the report in a few lines.
func (r row) inWords() string {
	words := []string{inStates[r.State] + "."}
	for _, part := range []string{r.HamletName, r.Place, r.Text, r.Answer} {
		if part != "" {
			words = append(words, part)
		}
	}
	return strings.Join(words, "\n")
}
