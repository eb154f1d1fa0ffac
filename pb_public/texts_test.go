package pages

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	textLine    = regexp.MustCompile(`(?m)^  "([^"]+)": "((?:[^"\\]|\\.)*)",$`)
	placeholder = regexp.MustCompile(`\{\w+\}`)
	askedText   = regexp.MustCompile(`\b(t|count)\(\s*"([^"]+)"`)
	literalKey  = regexp.MustCompile(`"([a-z_]+(?:\.[A-Za-z0-9_]+)+)"`)
	madeKey     = regexp.MustCompile("`([a-z_]+\\.(?:[a-z_]+\\.)*)\\$\\{")
)

func texts(t *testing.T, names ...string) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, name := range names {
		if _, err := fs.Stat(Files, name); err != nil {
			continue
		}
		here := map[string]bool{} // the staff desk may word a text of the residents' anew
		for _, line := range textLine.FindAllStringSubmatch(read(t, name), -1) {
			if here[line[1]] {
				t.Errorf("%s: %s stands twice", name, line[1])
			}
			here[line[1]], found[line[1]] = true, line[2]
		}
	}
	return found
}

func TestEveryTextStandsInBothLanguages(t *testing.T) {
	indonesian := texts(t, "app/texts/id.js", "app/texts/staff_id.js")
	english := texts(t, "app/texts/en.js", "app/texts/staff_en.js")
	if len(indonesian) < 100 {
		t.Fatalf("only %d texts were read", len(indonesian))
	}
	for key, text := range indonesian {
		other, there := english[key]
		if !there || other == "" || text == "" {
			t.Errorf("%s lacks one of its languages", key)
		}
		if !slices.Equal(places(text), places(other)) {
			t.Errorf("%s has places %v in Indonesian and %v in English", key, places(text), places(other))
		}
	}
	for key := range english {
		if _, there := indonesian[key]; !there {
			t.Errorf("%s is English only", key)
		}
	}
}

func places(text string) []string {
	found := placeholder.FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

func TestTextsThatAreAskedForExist(t *testing.T) {
	residents := texts(t, "app/texts/id.js")
	all := texts(t, "app/texts/id.js", "app/texts/staff_id.js")
	for _, name := range modules(t) {
		known := residents
		if strings.Contains(name, "staff") {
			known = all
		}
		for _, asked := range askedText.FindAllStringSubmatch(read(t, name), -1) {
			key := asked[2]
			if asked[1] == "count" {
				key += ".other"
			}
			if _, there := known[key]; !there {
				t.Errorf("%s asks for %s", name, key)
			}
		}
	}
}

func TestNoTextIsLeftOver(t *testing.T) {
	used, beginnings := map[string]bool{}, []string{}
	for _, name := range modules(t) {
		if strings.HasPrefix(name, "app/texts/") {
			continue
		}
		body := read(t, name)
		for _, key := range literalKey.FindAllStringSubmatch(body, -1) {
			used[key[1]] = true
		}
		for _, made := range madeKey.FindAllStringSubmatch(body, -1) {
			beginnings = append(beginnings, made[1])
		}
		for _, asked := range askedText.FindAllStringSubmatch(body, -1) {
			if asked[1] == "count" {
				beginnings = append(beginnings, asked[2]+".")
			}
		}
	}
	for key := range texts(t, "app/texts/id.js", "app/texts/staff_id.js") {
		if !used[key] && !slices.ContainsFunc(beginnings, func(b string) bool { return strings.HasPrefix(key, b) }) {
			t.Errorf("nothing shows %s", key)
		}
	}
}
