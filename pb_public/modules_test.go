package pages

import (
	"encoding/json"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

type imports struct {
	Imports   map[string]string
	Integrity map[string]string
}

var mapScript = regexp.MustCompile(`(?s)<script type="importmap">(.*?)</script>`)

func importMap(t *testing.T, html string) imports {
	t.Helper()
	found := mapScript.FindStringSubmatch(html)
	if found == nil {
		t.Fatal("no import map")
	}
	var m imports
	if err := json.Unmarshal([]byte(found[1]), &m); err != nil {
		t.Fatal(err)
	}
	return m
}

var (
	staticImport  = regexp.MustCompile(`(?:^|[;\n}])\s*import\s*(?:[\w*{][^"'();]*?from\s*)?["']([^"']+)["']`)
	dynamicImport = regexp.MustCompile(`\bimport\("([^"]+)"\)`)
)

// address resolves a module's name as the browser does: the longest fitting
// name of the import map wins.
func (m imports) address(name, from string) string {
	if strings.HasPrefix(name, ".") {
		return path.Join(path.Dir(from), name)
	}
	best := ""
	for key := range m.Imports {
		if (name == key || strings.HasSuffix(key, "/") && strings.HasPrefix(name, key)) && len(key) > len(best) {
			best = key
		}
	}
	return m.Imports[best] + strings.TrimPrefix(name, best)
}

// graph are the modules that come with some modules, without being asked for later.
func (m imports) graph(t *testing.T, starts ...string) []string {
	t.Helper()
	var seen []string
	for len(starts) > 0 {
		at := starts[0]
		starts = starts[1:]
		if slices.Contains(seen, at) {
			continue
		}
		seen = append(seen, at)
		for _, found := range staticImport.FindAllStringSubmatch(read(t, strings.TrimPrefix(at, "/")), -1) {
			starts = append(starts, m.address(found[1], at))
		}
	}
	slices.Sort(seen)
	return seen
}

func TestEveryImportedModuleIsThere(t *testing.T) {
	m := importMap(t, read(t, "index.html"))
	for _, name := range modules(t) {
		body := read(t, name)
		for _, found := range append(staticImport.FindAllStringSubmatch(body, -1), dynamicImport.FindAllStringSubmatch(body, -1)...) {
			address := m.address(found[1], "/"+name)
			if _, err := fs.Stat(Files, strings.TrimPrefix(address, "/")); err != nil {
				t.Errorf("%s imports %s, which is not there", name, found[1])
			}
		}
	}
}

// The first view must not wait for one module to name the next.
func TestTheFirstViewIsPreloadedWhole(t *testing.T) {
	html := read(t, "index.html")
	needed := importMap(t, html).graph(t, "/app/main.js", "/pages/home/home.js", "/app/texts/id.js")
	loaded := []string{"/app/main.js"} // the script itself
	for _, link := range preloaded.FindAllStringSubmatch(html, -1) {
		loaded = append(loaded, link[1])
	}
	slices.Sort(loaded)
	if !slices.Equal(loaded, needed) {
		t.Errorf("preloaded %v\nneeded    %v", loaded, needed)
	}
}

var namedParts = regexp.MustCompile(`(?:\btexts: \[|\bmore\(|\bspeak\(\[)((?:"\w+"(?:, )?)+)`)

// A part of the texts is a pair of files that a page names without their language;
// what only the desk says never comes to residents.
func TestEveryPartOfTheTextsIsThereAndNamed(t *testing.T) {
	named := map[string]bool{"": true}
	for _, name := range modules(t) {
		atTheDesk := strings.HasPrefix(name, "app/staff") || strings.HasPrefix(name, "pages/staff/")
		for _, list := range namedParts.FindAllStringSubmatch(read(t, name), -1) {
			for part := range strings.SplitSeq(list[1], ", ") {
				part = strings.Trim(part, `"`)
				named[part+"_"] = true
				if strings.HasPrefix(part, "staff") && !atTheDesk {
					t.Errorf("%s brings the desk's %s", name, part)
				}
				for _, language := range []string{"id", "en"} {
					if _, err := fs.Stat(Files, "app/texts/"+part+"_"+language+".js"); err != nil {
						t.Errorf("%s names %s, which is not there: %v", name, part, err)
					}
				}
			}
		}
	}
	for _, name := range modules(t) {
		if part, is := strings.CutPrefix(name, "app/texts/"); is && !named[strings.TrimSuffix(strings.TrimSuffix(part, "id.js"), "en.js")] {
			t.Errorf("nobody names %s", name)
		}
	}
}

func TestVerificationOpensWithoutNetwork(t *testing.T) {
	worker := read(t, "sw.js")
	m := importMap(t, read(t, "index.html"))
	for _, address := range m.graph(t, "/app/main.js", "/pages/verify/verify.js", "/app/texts/id.js", "/app/texts/en.js") {
		if !strings.Contains(worker, `"`+address+`"`) {
			t.Errorf("the service worker does not keep %s", address)
		}
	}
}

// modules are the page's own scripts, by name.
func modules(t *testing.T) []string {
	t.Helper()
	var names []string
	for _, folder := range []string{"app", "pages", "ui"} {
		err := fs.WalkDir(Files, folder, func(name string, entry fs.DirEntry, err error) error {
			if err == nil && path.Ext(name) == ".js" {
				names = append(names, name)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return names
}
