package pages_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"mdesa/hooks/apptest"
)

// What a first visit may cost over a slow network: no more than when the page gave
// letters only, 53,389 bytes, and what the office's hours say by day and season.
const (
	firstVisitBytes    = 53_600
	firstVisitRequests = 30
)

var namedByPage = regexp.MustCompile(`<(?:link rel="(?:stylesheet|modulepreload|icon|manifest)"|script type="module") (?:href|src)="(/[^"]+)"`)

// Counted is what the page's HTML names, and whatever else a browser with an
// empty cache asked for until the home page stood. The touch icon is left out: a
// phone fetches it when the page is put on its home screen.
func TestWeightOfAFirstVisitFitsASlowNetwork(t *testing.T) {
	v := start(t)
	p := v.visitor(apptest.Phone())
	p.visit("/")
	p.sees("Surat Keterangan Domisili", "Kantor ", "Kami melayani dengan tulus.")
	addresses := append([]string{"/"}, asks[[]string](p, `performance.getEntriesByType("resource").map(({ name }) => name)`)...)
	for _, link := range namedByPage.FindAllSubmatch(v.Do("GET", "/", nil, apptest.Guest).Want(200).Body, -1) {
		addresses = append(addresses, string(link[1]))
	}
	for i, address := range addresses {
		addresses[i] = strings.TrimPrefix(address, v.URL)
	}
	slices.Sort(addresses)
	addresses = slices.Compact(addresses)

	bytes, api := 0, 0
	for _, address := range addresses {
		answer := v.Do("GET", address, nil, apptest.Guest, apptest.Header{Name: "Accept-Encoding", Value: "gzip"}).Want(200)
		t.Logf("%6d %s", len(answer.Body), address)
		bytes += len(answer.Body)
		if strings.HasPrefix(address, "/api/") {
			api++
		}
	}
	t.Logf("%d bytes in %d requests", bytes, len(addresses))
	if bytes > firstVisitBytes || len(addresses) > firstVisitRequests {
		t.Errorf("a first visit takes %d bytes in %d requests, at most %d in %d", bytes, len(addresses), firstVisitBytes, firstVisitRequests)
	}
	if api != 2 {
		t.Errorf("a first visit asks the server %d things, not what is open in the village and services", api)
	}
}
