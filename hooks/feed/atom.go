package feed

import "encoding/xml"

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
	atomWords struct {
		Type string `xml:"type,attr"`
		Text string `xml:",chardata"`
	}
	atomEntry struct {
		ID        string     `xml:"id"`
		Title     string     `xml:"title"`
		Published string     `xml:"published"`
		Updated   string     `xml:"updated"`
		Link      atomLink   `xml:"link"`
		Category  atomTerm   `xml:"category"`
		Summary   string     `xml:"summary,omitempty"`
		Content   *atomWords `xml:"content"`
	}
)

// Atom writes the feed as RFC 4287 has it.
func (f Feed) Atom() ([]byte, error) {
	feed := atomFeed{
		Lang: "id", ID: f.id(), Title: f.Title, Author: f.Author, Updated: stamp(f.changed()),
		Links: []atomLink{{"self", "application/atom+xml", f.Address + f.Path}, {"alternate", "text/html", f.Address + f.Page}},
	}
	for _, e := range f.Entries {
		entry := atomEntry{
			ID: name(e.Name), Title: e.Title, Published: stamp(e.Published), Updated: stamp(e.Updated),
			Link: atomLink{"alternate", "text/html", f.Address + e.Path}, Category: atomTerm{e.Category}, Summary: e.Summary,
		}
		if e.HTML != "" {
			entry.Content = &atomWords{"html", e.HTML}
		}
		feed.Entries = append(feed.Entries, entry)
	}
	return document(feed)
}
