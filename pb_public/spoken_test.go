package pages

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	route      = regexp.MustCompile(`\{ path: "([^"]+)".*import\("([^"]+)"\)(.*)\}`)
	partsOf    = regexp.MustCompile(`texts: \[([^\]]*)\]`)
	partName   = regexp.MustCompile(`"(\w+)"`)
	brought    = regexp.MustCompile(`\bmore\("(\w+)"\)`)
	spoken     = regexp.MustCompile("\\bt\\((?:\"([a-z_]+\\.[a-zA-Z0-9_.]+)\"|`([a-z_]+\\.[a-zA-Z0-9_.]*)\\$\\{)")
	keyOfAText = regexp.MustCompile(`(?m)^\s*"([^"]+)":`)
)

// silent are modules of which some pages take a function that says nothing; what
// the others say comes with the pages that draw it.
var silent = []string{"/pages/staff/residents/purpose.js", "/pages/staff/residents/reference.js", "/pages/staff/residents/facts.js",
	"/pages/staff/case/decide.js", "/pages/staff/case/bar.js", "/pages/staff/case/report_ask.js", "/pages/requests/capacity.js",
	"/ui/charts.js", "/ui/paper_picker.js"}

// A text that a page speaks came with it: with its door, or with the parts that
// its route or the page itself names. Modules asked for later bring their own.
func TestEveryPageBringsTheTextsItSpeaks(t *testing.T) {
	m := importMap(t, read(t, "index.html"))
	said, graphs := map[string]speech{}, map[string][]string{}
	for _, name := range modules(t) {
		said["/"+name] = speechOf(read(t, name))
	}
	for file, door := range map[string][]string{"app/main.js": {""}, "app/more_routes.js": {""}, "app/staff_routes.js": {"", "staff"}} {
		routes := route.FindAllStringSubmatch(read(t, file), -1)
		if len(routes) < 5 {
			t.Fatalf("no routes in %s", file)
		}
		for _, found := range routes {
			page := m.address(found[2], "/")
			if graphs[page] == nil {
				graphs[page] = m.graph(t, page)
			}
			parts := append(slices.Clone(door), namesIn(partName, partsOf.FindString(found[3]))...)
			for _, module := range graphs[page] {
				parts = append(parts, said[module].brings...)
			}
			known := map[string]bool{}
			for _, part := range parts {
				for _, key := range said["/app/texts/"+strings.TrimPrefix(part+"_id.js", "_")].texts {
					known[key] = true
				}
			}
			for _, module := range graphs[page] {
				for _, key := range said[module].keys {
					if !slices.Contains(silent, module) && !isKnown(known, key) {
						t.Errorf("%s opens %s, which speaks %s", found[1], module, key)
					}
				}
			}
		}
	}
}

// speech is what a module says: the keys it speaks ("a.b.": all that begin so),
// the parts it brings, and the texts it is made of.
type speech struct{ keys, brings, texts []string }

func speechOf(module string) speech {
	said := speech{brings: namesIn(brought, module), texts: namesIn(keyOfAText, module)}
	for _, key := range spoken.FindAllStringSubmatch(module, -1) {
		said.keys = append(said.keys, key[1]+key[2])
	}
	return said
}

func namesIn(pattern *regexp.Regexp, text string) (names []string) {
	for _, found := range pattern.FindAllStringSubmatch(text, -1) {
		names = append(names, found[1])
	}
	return names
}

// isKnown: one text, those for one and many ("a.b.one"), or what begins so.
func isKnown(known map[string]bool, key string) bool {
	if known[key] {
		return true
	}
	for one := range known {
		if strings.HasPrefix(one, key+".") || isBeginning(key) && strings.HasPrefix(one, key) {
			return true
		}
	}
	return false
}

func isBeginning(key string) bool { return strings.HasSuffix(key, ".") || strings.HasSuffix(key, "_") }
