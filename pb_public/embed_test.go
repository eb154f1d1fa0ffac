package pages

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"testing"
)

var served = []string{".html", ".js", ".mjs", ".css", ".json", ".svg", ".png", ".txt", ".webmanifest", ".woff2"}

var testFile = regexp.MustCompile(`(^|[._-])(test|spec|mock)s?[._-]`)

func TestOnlyThePageIsServed(t *testing.T) {
	err := fs.WalkDir(Files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		if !slices.Contains(served, path.Ext(name)) {
			t.Errorf("%s is no part of a page", name)
		}
		if testFile.MatchString(path.Base(name)) {
			t.Errorf("%s belongs to a test", name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
