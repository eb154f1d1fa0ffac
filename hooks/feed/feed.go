// Package feed writes what news readers follow: Atom (RFC 4287), and RSS 2.0 for
// older ones. It is pure: who says what is for the slices to know.
package feed

import (
	"crypto/sha1" //nolint:gosec // names a UUID of version 5, nothing more
	"encoding/xml"
	"fmt"
	"time"
)

// Types under which feeds are sent.
const (
	AtomType = "application/atom+xml; charset=utf-8"
	RSSType  = "application/rss+xml; charset=utf-8"
)

// Feed is what is told, by whom. Title and Author are never empty.
type Feed struct {
	Title, Author string
	Address       string    // of the site, https://…, without a slash at the end; "" where it has none yet
	Path          string    // of the feed itself, with what it is filtered by
	Page          string    // path of the page that says the same
	Founded       time.Time // of the office: tells its feeds from another's, and dates one that says nothing yet
	Entries       []Entry   // the latest first
}

// Entry is one thing that is told.
type Entry struct {
	Name      string // what it is for ever, such as "post k2j5…"; no two things of an office share one
	Title     string
	Path      string // of its page
	Category  string
	Summary   string // plain words
	HTML      string // the whole, sanitised; "" where the summary is all
	Published time.Time
	Updated   time.Time
}

// changed is when the latest entry was; the same readers get the same feed as
// long as nothing happens.
func (f Feed) changed() time.Time {
	latest := f.Founded
	for _, e := range f.Entries {
		if e.Updated.After(latest) {
			latest = e.Updated
		}
	}
	return latest
}

// id is the feed's own, wherever the site moves to.
func (f Feed) id() string { return name("feed " + stamp(f.Founded) + " " + f.Path) }

// name is a UUID of version 5 (RFC 9562 5.5) in the name space of M-Desa's things.
func name(of string) string {
	sum := sha1.Sum([]byte("mdesa\x00" + of)) //nolint:gosec // see above
	sum[6], sum[8] = sum[6]&0x0f|0x50, sum[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

// stamp is a moment of RFC 3339. What was never is when counting begins: the
// zero time has no place in a feed.
func stamp(at time.Time) string {
	if at.IsZero() {
		at = time.Unix(0, 0)
	}
	return at.UTC().Format(time.RFC3339)
}

// document writes it as XML; what XML cannot hold, as a control character in a
// title, encoding/xml writes as U+FFFD.
func document(root any) ([]byte, error) {
	body, err := xml.Marshal(root)
	return append([]byte(xml.Header), body...), err
}
