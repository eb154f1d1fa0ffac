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
	for file, door := range map[string][]string{"app/main.js": {""}, "app/more_routes.js": {""}, "app/staff_routes.js": {"", "staff"}} {
		routes := route.FindAllStringSubmatch(read(t, file), -1)
		if len(routes) < 5 {
			t.Fatalf("no routes in %s", file)
		}
		for _, found := range routes {
			parts, modules := slices.Clone(door), m.graph(t, m.address(found[2], "/"))
			for _, name := range partName.FindAllStringSubmatch(partsOf.FindString(found[3]), -1) {
				parts = append(parts, name[1])
			}
			for _, module := range modules {
				for _, name := range brought.FindAllStringSubmatch(read(t, module[1:]), -1) {
					parts = append(parts, name[1])
				}
			}
			known := keysOf(t, parts)
			for _, module := range modules {
				for _, key := range unknown(read(t, module[1:]), known) {
					if !slices.Contains(silent, module) {
						t.Errorf("%s opens %s, which speaks %s", found[1], module, key)
					}
				}
			}
		}
	}
}

// unknown lists what a module speaks and nobody brought; of a key that is put
// together, its beginning.
func unknown(module string, known []string) (keys []string) {
	for _, key := range spoken.FindAllStringSubmatch(module, -1) {
		whole, begins := key[1], key[2]
		if strings.HasSuffix(whole, ".") {
			whole, begins = "", whole
		}
		if !slices.ContainsFunc(known, func(one string) bool {
			return one == whole || whole != "" && strings.HasPrefix(one, whole+".") || begins != "" && strings.HasPrefix(one, begins)
		}) {
			keys = append(keys, whole+begins)
		}
	}
	return keys
}

func keysOf(t *testing.T, parts []string) (keys []string) {
	t.Helper()
	for _, part := range parts {
		name := "app/texts/" + strings.TrimPrefix(part+"_id.js", "_")
		for _, key := range keyOfAText.FindAllStringSubmatch(read(t, name), -1) {
			keys = append(keys, key[1])
		}
	}
	return keys
}
