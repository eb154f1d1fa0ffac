package board_test

import (
	"encoding/xml"
	"regexp"
	"strings"
	"testing"
	"time"

	"mdesa/hooks/apptest"
)

const site = "https://desa.example"

func (v *village) address(address string) {
	v.t.Helper()
	office, err := v.App.App.FindRecordById("office", apptest.OfficeID)
	if err != nil {
		v.t.Fatal(err)
	}
	office.Set("public_url", address)
	apptest.Save(v.t, v.App.App, office)
}

type link struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type atom struct {
	XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Author  struct {
		Name string `xml:"name"`
	} `xml:"author"`
	Links   []link `xml:"link"`
	Entries []struct {
		ID        string `xml:"id"`
		Title     string `xml:"title"`
		Published string `xml:"published"`
		Updated   string `xml:"updated"`
		Link      link   `xml:"link"`
		Summary   string `xml:"summary"`
	} `xml:"entry"`
}

var uuid = regexp.MustCompile(`^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)

const hostile = `<b>"Lampu" & 'tiang'</b> ]]> ` + "\x07"

func (v *village) atom(query string) (feed atom) {
	v.t.Helper()
	answer := v.open("/atom" + query).Want(200)
	if got := answer.Header.Get("Content-Type"); got != "application/atom+xml; charset=utf-8" {
		v.t.Errorf("it is %q", got)
	}
	if err := xml.Unmarshal(answer.Body, &feed); err != nil {
		v.t.Fatal(err)
	}
	return feed
}

// RFC 4287 §4.1.1 and §4.1.2 say what a feed and its entries must have.
func TestTheAtomFeedHasWhatReadersNeed(t *testing.T) {
	v := newVillage(t)
	v.address(site)
	empty := v.atom("")
	report := v.report(fields{"title": hostile})
	feed := v.atom("")
	if !uuid.MatchString(feed.ID) || feed.ID != empty.ID || feed.Title == "" || feed.Author.Name == "" || len(feed.Entries) != 1 {
		t.Fatalf("the feed is %+v", feed)
	}
	if self := feed.Links[0]; self.Rel != "self" || self.Href != site+"/api/open/reports/atom" {
		t.Errorf("it calls itself %+v", self)
	}
	if alternate := feed.Links[1]; alternate.Rel != "alternate" || alternate.Type != "text/html" || alternate.Href != site+"/laporan" {
		t.Errorf("its page is %+v", alternate)
	}
	entry := feed.Entries[0]
	if !uuid.MatchString(entry.ID) || entry.ID == feed.ID || entry.Title != strings.Replace(hostile, "\x07", "\ufffd", 1) || entry.Summary == "" {
		t.Errorf("the entry is %+v", entry)
	}
	if entry.Link.Href != site+"/laporan/"+report.GetString("code") {
		t.Errorf("it leads to %q", entry.Link.Href)
	}
	for _, moment := range []string{feed.Updated, empty.Updated, entry.Published, entry.Updated} {
		if _, err := time.Parse(time.RFC3339, moment); err != nil {
			t.Error(err)
		}
	}
	before := entry.ID
	v.change(report, fields{"title": "Lain"})
	if after := v.atom("").Entries[0]; after.ID != before || after.Title != "Lain" {
		t.Errorf("the same report became %+v", after)
	}
	if other := v.atom("?hamlet=" + apptest.KelodID); len(other.Entries) != 0 || other.Links[0].Href != site+"/api/open/reports/atom?hamlet="+apptest.KelodID {
		t.Errorf("the other banjar's feed is %+v", other)
	}
}

type rss struct {
	XMLName xml.Name `xml:"rss"`
	Version string   `xml:"version,attr"`
	Channel struct {
		Links       []string `xml:"link"`
		Title       string   `xml:"title"`
		Description string   `xml:"description"`
		Built       string   `xml:"lastBuildDate"`
		Items       []struct {
			Title string `xml:"title"`
			Link  string `xml:"link"`
			GUID  struct {
				Permalink string `xml:"isPermaLink,attr"`
				Value     string `xml:",chardata"`
			} `xml:"guid"`
			Published string `xml:"pubDate"`
		} `xml:"item"`
	} `xml:"channel"`
}

func TestTheRSSFeedHasWhatReadersNeed(t *testing.T) {
	v := newVillage(t)
	v.address(site)
	report := v.report(fields{"title": hostile})
	var feed rss
	if err := xml.Unmarshal(v.open("/rss").Want(200).Body, &feed); err != nil {
		t.Fatal(err)
	}
	channel := feed.Channel
	if feed.Version != "2.0" || channel.Title == "" || channel.Description == "" || len(channel.Items) != 1 || channel.Links[len(channel.Links)-1] != site+"/laporan" {
		t.Fatalf("the channel is %+v", channel)
	}
	item := channel.Items[0]
	if item.Link != site+"/laporan/"+report.GetString("code") || item.GUID.Permalink != "false" || item.GUID.Value != v.atom("").Entries[0].ID {
		t.Errorf("the item is %+v", item)
	}
	for _, moment := range []string{channel.Built, item.Published} { // RFC 822, with the year in full
		if _, err := time.Parse(time.RFC1123Z, moment); err != nil {
			t.Error(err)
		}
	}
}

func TestWithoutAnAddressThereAreNoFeeds(t *testing.T) {
	v := newVillage(t)
	v.address("")
	v.open("/atom").WantFault(404, "reports.no_address")
	v.open("/rss").WantFault(404, "reports.no_address")
	v.address(site)
	v.open("/atom").Want(200)
}
