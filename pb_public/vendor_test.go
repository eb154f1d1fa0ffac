package pages

import (
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"
)

type vendorList struct {
	Packages []struct {
		Name, Version, Licence string
		LicenceFile            string `json:"licence_file"`
		Files                  []struct{ File, Integrity string }
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	body, err := fs.ReadFile(Files, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// integrities are the hashes of vendor.json by address.
func integrities(t *testing.T) map[string]string {
	t.Helper()
	var list vendorList
	if err := json.Unmarshal([]byte(read(t, "vendor/vendor.json")), &list); err != nil {
		t.Fatal(err)
	}
	known := map[string]string{}
	for _, p := range list.Packages {
		if p.Version == "" || p.Licence == "" || read(t, "vendor/"+p.LicenceFile) == "" {
			t.Errorf("%s lacks its version or licence", p.Name)
		}
		for _, f := range p.Files {
			known["/vendor/"+f.File] = f.Integrity
		}
	}
	return known
}

func TestVendorFilesAreTheOnesThatWerePinned(t *testing.T) {
	known := integrities(t)
	for address, integrity := range known {
		sum := sha512.Sum384([]byte(read(t, strings.TrimPrefix(address, "/"))))
		if got := "sha384-" + base64.StdEncoding.EncodeToString(sum[:]); got != integrity {
			t.Errorf("%s is %s, vendor.json says %s", address, got, integrity)
		}
	}
	err := fs.WalkDir(Files, "vendor", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && known["/"+name] == "" && name != "vendor/vendor.json" && !strings.HasPrefix(name, "vendor/licences/") {
			t.Errorf("%s stands in no package of vendor.json", name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

var preloaded = regexp.MustCompile(`<link rel="modulepreload" href="([^"]+)"(?: integrity="([^"]+)")?>`)

func TestPagesLoadOnlyPinnedVendorFiles(t *testing.T) {
	known := integrities(t)
	for _, page := range htmlPages(t) {
		html := read(t, page)
		for address, integrity := range importMap(t, html).Integrity {
			if known[address] != integrity {
				t.Errorf("%s: the import map expects %s to be %s", page, address, integrity)
			}
		}
		for address := range known {
			if path.Ext(address) != ".css" && importMap(t, html).Integrity[address] == "" {
				t.Errorf("%s: the import map does not pin %s", page, address)
			}
		}
		for _, link := range preloaded.FindAllStringSubmatch(html, -1) {
			if known[link[1]] != link[2] {
				t.Errorf("%s: the preload of %s carries integrity %q", page, link[1], link[2])
			}
		}
	}
}

// An import map speaks of modules only: a style is pinned by the module that
// brings it.
func TestVendorStylesArePinnedWhereTheyAreLoaded(t *testing.T) {
	for address, integrity := range integrities(t) {
		if path.Ext(address) != ".css" {
			continue
		}
		pinned := 0
		for _, name := range modules(t) {
			body := read(t, name)
			if !strings.Contains(body, `"`+address+`"`) {
				continue
			}
			if pinned++; !strings.Contains(body, `"`+address+`": "`+integrity+`"`) {
				t.Errorf("%s loads %s without its integrity", name, address)
			}
		}
		if pinned == 0 {
			t.Errorf("no module loads %s", address)
		}
	}
}

func TestLeafletComesOnlyWithAMap(t *testing.T) {
	m := importMap(t, read(t, "index.html"))
	for _, name := range modules(t) {
		for _, found := range staticImport.FindAllStringSubmatch(read(t, name), -1) {
			if m.address(found[1], "/"+name) == "/vendor/leaflet-1.9.4/leaflet.js" {
				t.Errorf("%s brings Leaflet before a map is shown", name)
			}
		}
	}
}

func htmlPages(t *testing.T) []string {
	t.Helper()
	pages, err := fs.Glob(Files, "*.html")
	if err != nil || len(pages) == 0 {
		t.Fatal("no pages", err)
	}
	return pages
}
