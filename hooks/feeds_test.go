package hooks_test

import (
	"regexp"
	"strings"
	"testing"

	"mdesa/hooks/apptest"
)

var feedLink = regexp.MustCompile(`<link rel="alternate" type="application/atom\+xml" title="[^"]+" href="([^"]+)">`)

// News readers find the feeds by the head of any page.
func TestThePageTellsReadersOfItsFeeds(t *testing.T) {
	v := openReports(t)
	v.file(v.Resident, "report-waste", wasteReport(nil))
	links := feedLink.FindAllStringSubmatch(string(v.Do("GET", "/", nil, apptest.Guest).Want(200).Body), -1)
	if len(links) != 2 {
		t.Fatalf("the page tells of %v", links)
	}
	ids := map[string]bool{}
	for _, link := range links {
		feed := v.Do("GET", link[1], nil, apptest.Guest).Want(200)
		if kind := feed.Header.Get("Content-Type"); !strings.HasPrefix(kind, "application/atom+xml") {
			t.Errorf("%s is sent as %s", link[1], kind)
		}
		for _, id := range regexp.MustCompile(`<id>([^<]+)</id>`).FindAllStringSubmatch(string(feed.Body), -1) {
			if ids[id[1]] {
				t.Errorf("two things are called %s", id[1])
			}
			ids[id[1]] = true
		}
	}
	if len(ids) != 3 { // two feeds, and the report
		t.Errorf("%d ids", len(ids))
	}
}
