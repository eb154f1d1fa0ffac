package news_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"mdesa/hooks/apptest"
	"mdesa/hooks/news"
	"mdesa/hooks/web"
)

// The elements that RFC 4287 4.1.1 and 4.1.2 ask for, each once, with what they
// have to hold.
func TestTheFeedIsAtom(t *testing.T) {
	v := start(t)
	v.writes(v.Officer, words("news", `Pasar "murah" <b> & kawan`, map[string]any{"text": "Isi & <script>\n\nhttps://desa.id/?a=1&b=2"}))
	v.writes(v.Officer, words("announcement", "Libur", nil))
	answer := v.Do("GET", web.OpenPath+"news.atom", nil, apptest.Guest).Want(200)
	if kind := answer.Header.Get("Content-Type"); kind != "application/atom+xml; charset=utf-8" {
		t.Errorf("sent as %s", kind)
	}
	var feed struct {
		XMLName xml.Name
		ID      []string `xml:"http://www.w3.org/2005/Atom id"`
		Title   []string `xml:"http://www.w3.org/2005/Atom title"`
		Updated []string `xml:"http://www.w3.org/2005/Atom updated"`
		Author  []string `xml:"http://www.w3.org/2005/Atom author>name"`
		Link    []struct {
			Rel  string `xml:"rel,attr"`
			Href string `xml:"href,attr"`
		} `xml:"link"`
		Entry []struct {
			ID        []string `xml:"id"`
			Title     []string `xml:"title"`
			Updated   []string `xml:"updated"`
			Published []string `xml:"published"`
			Link      []struct {
				Rel  string `xml:"rel,attr"`
				Href string `xml:"href,attr"`
			} `xml:"link"`
			Content struct {
				Type string `xml:"type,attr"`
				Text string `xml:",chardata"`
			} `xml:"content"`
		} `xml:"entry"`
	}
	v.must(xml.Unmarshal(answer.Body, &feed))
	if feed.XMLName.Space != "http://www.w3.org/2005/Atom" || feed.XMLName.Local != "feed" || len(feed.Entry) != 2 {
		t.Fatalf("%s", answer.Body)
	}
	uuid := regexp.MustCompile(`^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)
	once := func(what string, values []string, sound func(string) bool) {
		if len(values) != 1 || !sound(values[0]) {
			t.Errorf("%s is %q", what, values)
		}
	}
	isMoment := func(s string) bool { _, err := time.Parse(time.RFC3339, s); return err == nil }
	isThere := func(s string) bool { return s != "" }
	once("id", feed.ID, uuid.MatchString)
	once("title", feed.Title, isThere)
	once("updated", feed.Updated, isMoment)
	once("author", feed.Author, isThere)
	if feed.Link[0].Rel != "self" || feed.Link[0].Href != "https://tamansari.example/api/open/news.atom" {
		t.Errorf("links %v", feed.Link)
	}
	ids := []string{feed.ID[0]}
	for _, entry := range feed.Entry {
		once("entry id", entry.ID, uuid.MatchString)
		once("entry title", entry.Title, isThere)
		once("entry updated", entry.Updated, isMoment)
		once("entry published", entry.Published, isMoment)
		if slices.Contains(ids, entry.ID[0]) {
			t.Error("two things have one id")
		}
		ids = append(ids, entry.ID[0])
		if entry.Content.Type != "html" || entry.Link[0].Rel != "alternate" || !strings.HasPrefix(entry.Link[0].Href, "https://tamansari.example/berita/") {
			t.Errorf("entry %+v", entry)
		}
	}
	if text := feed.Entry[1].Content.Text; !strings.Contains(text, "&lt;script&gt;") || strings.Contains(text, "<script") {
		t.Errorf("content %s", text)
	}
	if feed.Entry[1].Title[0] != `Pasar "murah" <b> & kawan` {
		t.Errorf("title %s", feed.Entry[1].Title[0])
	}
}

func TestAFeedOfNothingIsAFeed(t *testing.T) {
	v := start(t)
	// It says nothing yet, and dates from when the office began.
	founded := v.Found("office", apptest.OfficeID).GetDateTime("created").Time().UTC().Format(time.RFC3339)
	if body := string(v.Do("GET", web.OpenPath+"news.atom", nil, apptest.Guest).Want(200).Body); !strings.Contains(body, "<updated>"+founded+"</updated>") {
		t.Error(body)
	}
}

// unfolded checks the lines of RFC 5545 3.1 and gives them whole.
func unfolded(t *testing.T, body []byte) []string {
	t.Helper()
	if !bytes.HasSuffix(body, []byte("\r\n")) || bytes.Contains(bytes.ReplaceAll(body, []byte("\r\n"), nil), []byte("\n")) {
		t.Error("lines do not end in CRLF")
	}
	for line := range strings.SplitSeq(string(body), "\r\n") {
		if len(line) > 75 {
			t.Errorf("a line of %d octets: %s", len(line), line)
		}
		if !strings.ContainsAny(line, ":") && !strings.HasPrefix(line, " ") && line != "" {
			t.Errorf("no property: %s", line)
		}
	}
	return strings.Split(strings.TrimSuffix(strings.ReplaceAll(string(body), "\r\n ", ""), "\r\n"), "\r\n")
}

func TestTheCalendarIsRFC5545(t *testing.T) {
	v := start(t)
	about := strings.Repeat("Warga diharap membawa sapu, cangkul; dan air minum. ", 4)
	v.writes(v.Officer, words("agenda", "Kerja bakti, banjar; desa", map[string]any{"text": about + "\n\nbaris dua — é",
		"starts_at_wall": "2026-12-06T07:00", "ends_at_wall": "2026-12-06T10:00", "place": "Balai Banjar", "hamlet": v.Kaja.Id}))
	v.writes(v.Officer, words("agenda", "Piodalan", map[string]any{"starts_at_wall": "2026-12-10T00:00", "ends_at_wall": "2026-12-12T00:00", "all_day": true, "called_off": true}))
	answer := v.Do("GET", web.OpenPath+"agenda.ics", nil, apptest.Guest).Want(200)
	if kind := answer.Header.Get("Content-Type"); kind != "text/calendar; charset=utf-8" {
		t.Errorf("sent as %s", kind)
	}
	lines := unfolded(t, answer.Body)
	for _, want := range []string{
		"VERSION:2.0", "PRODID:-//M-Desa//Agenda//ID", "METHOD:PUBLISH", "TZID:Asia/Makassar", "TZOFFSETFROM:+0800", "TZOFFSETTO:+0800", "TZNAME:WITA",
		"DTSTART;TZID=Asia/Makassar:20261206T070000", "DTEND;TZID=Asia/Makassar:20261206T100000", `SUMMARY:Kerja bakti\, banjar\; desa`,
		`LOCATION:Balai Banjar\, Banjar Kaja`, "URL:https://tamansari.example/berita/kerja-bakti-banjar-desa", "STATUS:CONFIRMED",
		"DTSTART;VALUE=DATE:20261210", "DTEND;VALUE=DATE:20261213", "STATUS:CANCELLED", "SEQUENCE:0",
	} {
		if !slices.Contains(lines, want) {
			t.Errorf("there is no %q in\n%s", want, strings.Join(lines, "\n"))
		}
	}
	if lines[0] != "BEGIN:VCALENDAR" || lines[len(lines)-1] != "END:VCALENDAR" {
		t.Errorf("from %s to %s", lines[0], lines[len(lines)-1])
	}
	var open []string
	for _, line := range lines { // what begins ends, in its order; an event has what RFC 5545 3.6.1 asks for
		if name, begins := strings.CutPrefix(line, "BEGIN:"); begins {
			open = append(open, name)
		} else if name, ends := strings.CutPrefix(line, "END:"); ends {
			if open[len(open)-1] != name {
				t.Fatalf("%s ends in %v", name, open)
			}
			open = open[:len(open)-1]
		}
	}
	for _, property := range []string{"UID:", "DTSTAMP:", "DTSTART"} {
		if n := len(slices.DeleteFunc(slices.Clone(lines), func(l string) bool { return !strings.HasPrefix(l, property) })); n < 2 {
			t.Errorf("%s stands there %d times", property, n)
		}
	}
	one := v.Do("GET", web.OpenPath+"agenda/piodalan.ics", nil, apptest.Guest).Want(200)
	if !strings.Contains(string(one.Body), "SUMMARY:Piodalan") || strings.Contains(string(one.Body), "Kerja bakti") ||
		!strings.HasPrefix(one.Header.Get("Content-Disposition"), "attachment") {
		t.Errorf("%s", one.Body)
	}
	v.Do("GET", web.OpenPath+"agenda/piodalan", nil, apptest.Guest).Want(404)
}

func TestNoTitleBreaksOutOfItsLine(t *testing.T) {
	v := start(t)
	for i, title := range []string{
		"Rapat\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Palsu", "Rapat\u2028ATTACH:https://evil.example", `Rapat\\nATTACH:x;VALUE=URI`, "Rapat\u202e\u2066 \x00\x07\x7f\u0085 terbalik", strings.Repeat("ᬩᬮᬶ🌺", 20),
	} {
		v.writes(v.Officer, words("agenda", title, map[string]any{"starts_at_wall": fmt.Sprintf("2026-12-0%dT23:59", i+1), "place": title, "text": title + "\n\nDESCRIPTION:x\u0007"}))
	}
	answer := v.Do("GET", web.OpenPath+"agenda.ics", nil, apptest.Guest).Want(200).Body
	if !utf8.Valid(answer) || strings.ContainsFunc(string(answer), func(r rune) bool {
		return r != '\r' && r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)
	}) {
		t.Errorf("%q", answer)
	}
	allowed := regexp.MustCompile(`^(BEGIN|END|UID|DTSTAMP|LAST-MODIFIED|SEQUENCE|DTSTART;TZID=Asia/Makassar|SUMMARY|LOCATION|DESCRIPTION|URL|STATUS|VERSION|PRODID|CALSCALE|METHOD|X-WR-CALNAME|X-WR-TIMEZONE|REFRESH-INTERVAL;VALUE=DURATION|TZID|DTSTART|TZOFFSETFROM|TZOFFSETTO|TZNAME):`)
	events := 0
	for _, line := range unfolded(t, answer) {
		if !allowed.MatchString(line) {
			t.Errorf("an unexpected line %q", line)
		}
		if line == "BEGIN:VEVENT" {
			events++
		}
	}
	if events != 5 {
		t.Errorf("%d events", events)
	}
}

func TestAChangedEventHasAHigherNumber(t *testing.T) {
	v := start(t)
	id := v.writes(v.Officer, words("agenda", "Rapat", map[string]any{"starts_at_wall": "2026-12-06T07:00"}))
	v.Do("PATCH", postsPath+"/"+id, map[string]any{"starts_at_wall": "2026-12-07T07:00"}, v.Officer).Want(200)
	lines := unfolded(t, v.Do("GET", web.OpenPath+"agenda.ics", nil, apptest.Guest).Want(200).Body)
	if !slices.Contains(lines, "SEQUENCE:1") || !slices.Contains(lines, "UID:"+id+"@mdesa") {
		t.Error(lines)
	}
}

func TestTheCalendarOfAPlaceWithSummerTimeIsInUTC(t *testing.T) {
	amsterdam, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		t.Fatal(err)
	}
	body := string(news.Calendar{Name: "Agenda", Zone: amsterdam, Events: []news.Event{{ID: "a", Title: "Rapat",
		Starts: time.Date(2026, 7, 1, 9, 0, 0, 0, amsterdam)}}}.Write())
	if !strings.Contains(body, "DTSTART:20260701T070000Z\r\n") || strings.Contains(body, "VTIMEZONE") {
		t.Error(body)
	}
}

func TestPastEventsAreElsewhere(t *testing.T) {
	v := start(t)
	today := time.Now().In(time.FixedZone("WITA", 8*3600)).Format(time.DateOnly)
	v.writes(v.Officer, words("agenda", "Tadi pagi", map[string]any{"starts_at_wall": today + "T00:01"}))
	v.writes(v.Officer, words("agenda", "Tahun lalu", map[string]any{"starts_at_wall": "2025-01-01T09:00"}))
	v.writes(v.Officer, words("agenda", "Masih berlangsung", map[string]any{"starts_at": time.Now().AddDate(0, 0, -3), "ends_at": time.Now().AddDate(0, 0, 2)}))
	if got := v.titles("agenda"); !slices.Equal(got, []string{"Masih berlangsung", "Tadi pagi"}) {
		t.Errorf("coming: %v", got)
	}
	if got := v.titles("agenda?kind=past"); !slices.Equal(got, []string{"Tahun lalu"}) {
		t.Errorf("past: %v", got)
	}
}
