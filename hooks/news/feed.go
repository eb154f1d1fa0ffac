package news

import (
	"crypto/sha1" //nolint:gosec // names a UUID of version 5, nothing more
	"encoding/xml"
	"fmt"
	"time"
)

// Feed is what news readers follow: Atom (RFC 4287).
type Feed struct {
	Title   string
	Address string // of the site, without a slash at the end; "" where it has none yet
	Path    string // of the feed itself
	Page    string // path of the page that says the same
	Author  string
	Entries []FeedEntry
}

// FeedEntry is one post in it.
type FeedEntry struct {
	ID        string // of the record
	Title     string
	Path      string
	Summary   string
	HTML      string
	Kind      string
	Published time.Time
	Updated   time.Time
}

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID        string     `xml:"id"`
	Title     string     `xml:"title"`
	Published string     `xml:"published"`
	Updated   string     `xml:"updated"`
	Link      atomLink   `xml:"link"`
	Category  atomTerm   `xml:"category"`
	Summary   string     `xml:"summary,omitempty"`
	Content   *atomWords `xml:"content"`
}

type atomTerm struct {
	Term string `xml:"term,attr"`
}

type atomWords struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

// Write gives the feed as XML. A feed without entries was changed when the
// village had nothing to say: at the beginning of time.
func (f Feed) Write() ([]byte, error) {
	changed := time.Unix(0, 0)
	feed := atomFeed{
		Lang: "id", ID: uuidOf("feed " + f.Path), Title: f.Title, Author: f.Author,
		Links: []atomLink{{"self", "application/atom+xml", f.Address + f.Path}, {"alternate", "text/html", f.Address + f.Page}},
	}
	for _, e := range f.Entries {
		entry := atomEntry{
			ID: uuidOf("post " + e.ID), Title: e.Title, Published: rfc3339(e.Published), Updated: rfc3339(e.Updated),
			Link: atomLink{"alternate", "text/html", f.Address + e.Path}, Category: atomTerm{e.Kind}, Summary: e.Summary,
		}
		if e.HTML != "" {
			entry.Content = &atomWords{"html", e.HTML}
		}
		feed.Entries = append(feed.Entries, entry)
		if e.Updated.After(changed) {
			changed = e.Updated
		}
	}
	feed.Updated = rfc3339(changed)
	body, err := xml.Marshal(feed)
	return append([]byte(xml.Header), body...), err
}

func rfc3339(at time.Time) string { return at.UTC().Format(time.RFC3339) }

// uuidOf names a thing for ever, wherever the site moves to: a UUID of version 5
// (RFC 9562 5.5) in the name space of the ids of M-Desa's records.
func uuidOf(name string) string {
	sum := sha1.Sum([]byte("mdesa\x00" + name)) //nolint:gosec // see above
	sum[6] = sum[6]&0x0f | 0x50
	sum[8] = sum[8]&0x3f | 0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}
