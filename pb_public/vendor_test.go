package pages

import (
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"io/fs"
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
		if got, want := len(importMap(t, html).Integrity), len(known); got != want {
			t.Errorf("%s: the import map pins %d of %d vendor files", page, got, want)
		}
		for _, link := range preloaded.FindAllStringSubmatch(html, -1) {
			if known[link[1]] != link[2] {
				t.Errorf("%s: the preload of %s carries integrity %q", page, link[1], link[2])
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
