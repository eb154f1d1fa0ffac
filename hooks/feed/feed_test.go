package feed

import (
	"encoding/xml"
	"errors"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// hostile is what somebody might write to break out of a feed.
const hostile = `]]></title><script>alert(1)</script> & "kutip" 'satu' <!-- x --> <![CDATA[ &#0; &bad; ` + "\x00\x07\x0b\uFFFE\u202E\u2028😀\xff"

func sample() Feed {
	founded := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	at := time.Date(2026, 11, 23, 8, 0, 0, 0, time.FixedZone("WITA", 8*3600))
	return Feed{
		Title: "Kabar " + hostile, Author: hostile, Address: "https://desa.example", Path: "/api/open/news.atom?hamlet=a&x=b", Page: "/berita", Founded: founded,
		Entries: []Entry{
			{Name: "post b", Title: hostile, Path: "/berita/b", Category: hostile, Summary: hostile, HTML: "<p>" + hostile + "</p>", Published: at, Updated: at.Add(time.Hour)},
			{Name: "post a", Title: "", Path: "/berita/a", Published: at.Add(-time.Hour), Updated: at},
			{Name: "post c", Title: "Tanpa waktu", Path: "/berita/c"},
		},
	}
}

// element is any element, as it was read.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Children []element  `xml:",any"`
	Text     string     `xml:",chardata"`
}

func (e element) all(name string) (found []element) {
	for _, child := range e.Children {
		if child.XMLName.Local == name {
			found = append(found, child)
		}
	}
	return found
}

func (e element) attr(name string) string {
	for _, attr := range e.Attrs {
		if attr.Name.Local == name {
			return attr.Value
		}
	}
	return ""
}

// parse reads a document whole and strictly.
func parse(t *testing.T, body []byte, err error) (root element) {
	t.Helper()
	if err != nil || !utf8.Valid(body) || !strings.HasPrefix(string(body), xml.Header) {
		t.Fatalf("%v\n%s", err, body)
	}
	decoder := xml.NewDecoder(strings.NewReader(string(body)))
	if err := decoder.Decode(&root); err != nil {
		t.Fatal(err)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		t.Errorf("there is more behind it: %v", err)
	}
	return root
}

var urn = regexp.MustCompile(`^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)

// The rules of RFC 4287 4.1.1 and 4.1.2 that are MUSTs for what we write.
func TestAFeedIsAtomWhateverIsWrittenIntoIt(t *testing.T) {
	for name, feed := range map[string]Feed{"hostile": sample(), "empty": {Title: "Kabar", Author: "Desa", Path: "/f", Page: "/p"}} {
		body, err := feed.Atom()
		root := parse(t, body, err)
		if root.XMLName.Space != "http://www.w3.org/2005/Atom" || root.XMLName.Local != "feed" {
			t.Fatalf("%s: the root is %v", name, root.XMLName)
		}
		exactlyOne(t, root, "id", "title", "updated", "author")
		if author := root.all("author")[0].all("name"); len(author) != 1 || author[0].Text == "" {
			t.Errorf("%s: the author is %v", name, author)
		}
		links(t, root, []string{"self", "alternate"})
		ids := []string{root.all("id")[0].Text}
		for _, entry := range root.all("entry") {
			exactlyOne(t, entry, "id", "title", "updated", "published", "link")
			links(t, entry, []string{"alternate"})
			ids = append(ids, entry.all("id")[0].Text)
			for _, category := range entry.all("category") {
				if !slices.ContainsFunc(category.Attrs, func(a xml.Attr) bool { return a.Name.Local == "term" }) {
					t.Errorf("%s: a category without a term", name)
				}
			}
			for _, content := range entry.all("content") {
				if content.attr("type") != "html" || len(content.Children) > 0 {
					t.Errorf("%s: content %+v", name, content)
				}
			}
			if len(entry.all("title")[0].Children)+len(entry.all("content")) > 1 {
				t.Errorf("%s: a title became markup: %+v", name, entry)
			}
		}
		unique := slices.Compact(slices.Sorted(slices.Values(ids)))
		if len(unique) != len(ids) || slices.ContainsFunc(ids, func(id string) bool { return !urn.MatchString(id) }) {
			t.Errorf("%s: the ids are %v", name, ids)
		}
	}
}

func exactlyOne(t *testing.T, of element, names ...string) {
	t.Helper()
	for _, name := range names {
		if got := of.all(name); len(got) != 1 {
			t.Errorf("%d elements %q", len(got), name)
		}
	}
	for _, name := range []string{"updated", "published"} {
		for _, at := range of.all(name) {
			if moment, err := time.Parse(time.RFC3339, at.Text); err != nil || moment.Year() < 1970 {
				t.Errorf("%s is %q", name, at.Text)
			}
		}
	}
}

// links looks that there is one of each, and that each is an address.
func links(t *testing.T, of element, rels []string) {
	t.Helper()
	var found []string
	for _, link := range of.all("link") {
		found = append(found, link.attr("rel"))
		if _, err := url.Parse(link.attr("href")); err != nil || link.attr("href") == "" {
			t.Errorf("a link to %q, %v", link.attr("href"), err)
		}
	}
	if !slices.Equal(found, rels) {
		t.Errorf("the links are %v", found)
	}
}

func TestAFeedStaysTheSameUntilSomethingHappens(t *testing.T) {
	feed := sample()
	first, _ := feed.Atom()
	if again, _ := feed.Atom(); string(again) != string(first) {
		t.Error("it changes by itself")
	}
	read := func(f Feed) element { body, err := f.Atom(); return parse(t, body, err) }
	before := read(feed)
	if got := before.all("updated")[0].Text; got != "2026-11-23T01:00:00Z" {
		t.Errorf("it was updated at %s", got)
	}
	moved := feed
	moved.Address = "https://lain.example"
	if after := read(moved); after.all("id")[0].Text != before.all("id")[0].Text || after.all("entry")[0].all("id")[0].Text != before.all("entry")[0].all("id")[0].Text {
		t.Error("things have other names since the site moved")
	}
	for what, other := range map[string]Feed{"another office": {Path: feed.Path}, "another filter": {Path: "/x", Founded: feed.Founded}} {
		if read(other).all("id")[0].Text == before.all("id")[0].Text {
			t.Errorf("%s has the same feed", what)
		}
	}
}

func TestTheSameFeedIsRSSForOlderReaders(t *testing.T) {
	body, err := sample().RSS()
	root := parse(t, body, err)
	channel := root.all("channel")[0]
	if root.attr("version") != "2.0" || len(channel.all("item")) != 3 || len(channel.all("description")) != 1 || len(channel.all("title")) != 1 {
		t.Fatalf("%+v", root)
	}
	var names []string
	for _, item := range channel.all("item") {
		if guid := item.all("guid")[0]; guid.attr("isPermaLink") != "false" || !urn.MatchString(guid.Text) {
			t.Errorf("guid %+v", guid)
		} else {
			names = append(names, guid.Text)
		}
		if _, err := time.Parse(time.RFC1123Z, item.all("pubDate")[0].Text); err != nil {
			t.Error(err)
		}
	}
	if len(slices.Compact(slices.Sorted(slices.Values(names)))) != 3 {
		t.Errorf("names %v", names)
	}
}
