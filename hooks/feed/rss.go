package feed

import (
	"encoding/xml"
	"time"
)

type (
	rssFeed struct {
		XMLName xml.Name   `xml:"rss"`
		Version string     `xml:"version,attr"`
		Channel rssChannel `xml:"channel"`
	}
	rssChannel struct {
		Self        atomSelf  `xml:"http://www.w3.org/2005/Atom link"`
		Title       string    `xml:"title"`
		Link        string    `xml:"link"`
		Description string    `xml:"description"`
		Language    string    `xml:"language"`
		Built       string    `xml:"lastBuildDate"`
		Items       []rssItem `xml:"item"`
	}
	atomSelf atomLink
	rssItem  struct {
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

// RSS writes the feed as RSS 2.0 has it.
func (f Feed) RSS() ([]byte, error) {
	channel := rssChannel{
		Self:  atomSelf{"self", "application/rss+xml", f.Address + f.Path},
		Title: f.Title, Link: f.Address + f.Page, Description: f.Title, Language: "id", Built: f.changed().UTC().Format(time.RFC1123Z),
	}
	for _, e := range f.Entries {
		channel.Items = append(channel.Items, rssItem{
			Title: e.Title, Link: f.Address + e.Path, GUID: rssGUID{false, name(e.Name)},
			Published: e.Published.UTC().Format(time.RFC1123Z), Category: e.Category, Description: e.Summary,
		})
	}
	return document(rssFeed{Version: "2.0", Channel: channel})
}
