package pages

import (
	"slices"
	"testing"
)

func TestTheDesksFirstViewIsPreloadedWhole(t *testing.T) {
	html := read(t, "staff.html")
	needed := importMap(t, html).graph(t, "/app/staff.js", "/pages/staff/inbox/desk.js", "/app/texts/id.js", "/app/texts/staff_id.js")
	loaded := []string{"/app/staff.js"} // the script itself
	for _, link := range preloaded.FindAllStringSubmatch(html, -1) {
		loaded = append(loaded, link[1])
	}
	slices.Sort(loaded)
	if !slices.Equal(loaded, needed) {
		t.Errorf("preloaded %v\nneeded    %v", loaded, needed)
	}
}
