package board

import (
	"crypto/sha1" //nolint:gosec // names a UUID of version 5, nothing more
	"encoding/xml"
	"fmt"
	"time"
)

// Channel is what news readers follow.
type Channel struct {
	Title, Author string
	Address       string // of the site, https://…, without a slash at the end
	Path          string // of the feed itself
	Founded       time.Time
	Entries       []Entry // the latest first
}

// Entry is one report in it.
type Entry struct {
	Code               string
	Title, Category    string
	Summary            string
	Published, Updated time.Time
}

// page is where the same stands for people.
const page = "/laporan"

type (
	atomFeed struct {
		XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
		Lang    string      `xml:"xml:lang,attr"`
		ID      string      `xml:"id"`
		Title   string      `xml:"title"`
		Updated string      `xml:"updated"`
		Author  string      `xml:"author>name"`
		Links   []atomLink  `xml:"link"`
		Entries []atomEntry `xml:"entry"`
	}
	atomLink struct {
		Rel  string `xml:"rel,attr"`
		Type string `xml:"type,attr"`
		Href string `xml:"href,attr"`
	}
	atomTerm struct {
		Term string `xml:"term,attr"`
	}
	atomEntry struct {
		ID        string   `xml:"id"`
		Title     string   `xml:"title"`
		Published string   `xml:"published"`
		Updated   string   `xml:"updated"`
		Link      atomLink `xml:"link"`
		Category  atomTerm `xml:"category"`
		Summary   string   `xml:"summary"`
	}
)

// Atom writes the channel as RFC 4287 has it.
func (c Channel) Atom() ([]byte, error) {
	feed := atomFeed{
		Lang: "id", ID: name("feed"), Title: c.Title, Author: c.Author, Updated: c.changed().Format(time.RFC3339),
		Links: []atomLink{{"self", "application/atom+xml", c.Address + c.Path}, {"alternate", "text/html", c.Address + page}},
	}
	for _, e := range c.Entries {
		feed.Entries = append(feed.Entries, atomEntry{
			ID: name(e.Code), Title: e.Title, Published: e.Published.UTC().Format(time.RFC3339), Updated: e.Updated.UTC().Format(time.RFC3339),
			Link: atomLink{"alternate", "text/html", c.Address + page + "/" + e.Code}, Category: atomTerm{e.Category}, Summary: e.Summary,
		})
	}
	return document(feed)
}

type (
	rssFeed struct {
		XMLName xml.Name   `xml:"rss"`
		Version string     `xml:"version,attr"`
		Channel rssChannel `xml:"channel"`
	}
	rssChannel struct {
		Self        rssSelf   `xml:"http://www.w3.org/2005/Atom link"`
		Title       string    `xml:"title"`
		Link        string    `xml:"link"`
		Description string    `xml:"description"`
		Language    string    `xml:"language"`
		Built       string    `xml:"lastBuildDate"`
		Items       []rssItem `xml:"item"`
	}
	rssSelf struct {
		Rel  string `xml:"rel,attr"`
		Type string `xml:"type,attr"`
		Href string `xml:"href,attr"`
	}
	rssItem struct {
		Title       string  `xml:"title"`
		Link        string  `xml:"link"`
		GUID        rssGUID `xml:"guid"`
		Published   string  `xml:"pubDate"`
		Category    string  `xml:"category"`
		Description string  `xml:"description"`
	}
	rssGUID struct {
		Permalink bool   `xml:"isPermaLink,attr"`
		Value     string `xml:",chardata"`
	}
)

// RSS writes the channel as RSS 2.0 has it, for older readers.
func (c Channel) RSS() ([]byte, error) {
	channel := rssChannel{
		Self:  rssSelf{"self", "application/rss+xml", c.Address + c.Path},
		Title: c.Title, Link: c.Address + page, Description: c.Title, Language: "id", Built: c.changed().Format(time.RFC1123Z),
	}
	for _, e := range c.Entries {
		channel.Items = append(channel.Items, rssItem{
			Title: e.Title, Link: c.Address + page + "/" + e.Code, GUID: rssGUID{false, name(e.Code)},
			Published: e.Published.UTC().Format(time.RFC1123Z), Category: e.Category, Description: e.Summary,
		})
	}
	return document(rssFeed{Version: "2.0", Channel: channel})
}

// changed is when the latest entry was; the same readers get the same feed as
// long as nothing happens.
func (c Channel) changed() time.Time {
	latest := c.Founded
	for _, e := range c.Entries {
		if e.Updated.After(latest) {
			latest = e.Updated
		}
	}
	return latest.UTC()
}

// name is a report's for ever, wherever the site moves to: a UUID of version 5
// (RFC 9562 §5.5).
func name(code string) string {
	sum := sha1.Sum([]byte("mdesa report " + code)) //nolint:gosec // see above
	sum[6], sum[8] = sum[6]&0x0f|0x50, sum[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

func document(feed any) ([]byte, error) {
	body, err := xml.Marshal(feed)
	return append([]byte(xml.Header), body...), err
}
