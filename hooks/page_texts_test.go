package hooks_test

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// texts are the texts of one part of the pages by key, Indonesian and English.
type texts map[string][2]string

var (
	plainText = regexp.MustCompile(`^\s*("[^"]+"): ("(?:[^"\\]|\\.)*"),?$`)
	bothTexts = regexp.MustCompile(`^\s*("[^"]+"): \[("(?:[^"\\]|\\.)*"), ("(?:[^"\\]|\\.)*")\],?$`)
	frame     = regexp.MustCompile(`^(\s*|\s*//.*|export default \{|export const texts = \{|\};)$`)
	place     = regexp.MustCompile(`\{\w+\}`)
)

// pageTexts reads pairs of files in which every line is one text; each is named
// by what stands before "id.js".
func pageTexts(t *testing.T, pairs ...string) texts {
	t.Helper()
	all := texts{}
	for _, pair := range pairs {
		for side, language := range []string{"id.js", "en.js"} {
			for key, line := range lines(t, "pb_public/app/texts/"+pair+language, plainText) {
				both := all[key]
				both[side] = line[0]
				all[key] = both
			}
		}
	}
	return all
}

// adminTexts are those of the dashboard's extension, two to a line.
func adminTexts(t *testing.T) texts {
	t.Helper()
	all := texts{}
	for key, line := range lines(t, "pb_public/admin/texts.js", bothTexts) {
		all[key] = [2]string{line[0], line[1]}
	}
	return all
}

func lines(t *testing.T, file string, shape *regexp.Regexp) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	for i, line := range strings.Split(string(read(t, file)), "\n") {
		if frame.MatchString(line) {
			continue
		}
		match := shape.FindStringSubmatch(line)
		if match == nil {
			t.Errorf("%s:%d is no text: %s", file, i+1, line)
			continue
		}
		parts := make([]string, len(match)-1)
		for j := range parts {
			if err := json.Unmarshal([]byte(match[j+1]), &parts[j]); err != nil {
				t.Errorf("%s:%d: %v", file, i+1, err)
			}
		}
		if all[parts[0]] != nil {
			t.Errorf("%s:%d: %s stands twice", file, i+1, parts[0])
		}
		all[parts[0]] = parts[1:]
	}
	return all
}

// residentsTexts and staffTexts are those that come with the door itself and
// those that only some of its pages bring.
func residentsTexts(t *testing.T) texts { return pageTexts(t, textParts(t, false)...) }

func staffTexts(t *testing.T) texts { return pageTexts(t, textParts(t, true)...) }

func textParts(t *testing.T, staff bool) (parts []string) {
	t.Helper()
	for _, file := range sources(t, ".js") {
		name, ofTexts := strings.CutPrefix(file, "pb_public/app/texts/")
		part, indonesian := strings.CutSuffix(name, "id.js")
		if ofTexts && indonesian && staff == strings.HasPrefix(part, "staff_") {
			parts = append(parts, part)
		}
	}
	return parts
}
func TestEveryTextStandsInBothLanguages(t *testing.T) {
	for door, all := range map[string]texts{
		"residents": residentsTexts(t), "staff": staffTexts(t), "admin": adminTexts(t),
	} {
		for key, text := range all {
			if strings.TrimSpace(text[0]) == "" || strings.TrimSpace(text[1]) == "" {
				t.Errorf("%s: %s is in one language only: %q", door, key, text)
				continue
			}
			if !slices.Equal(places(text[0]), places(text[1])) {
				t.Errorf("%s: %s has other places in English: %q", door, key, text)
			}
		}
	}
}

// places are the {names} of a text, each once: an order or a repetition may
// differ between languages.
func places(text string) []string {
	found := map[string]bool{}
	for _, name := range place.FindAllString(text, -1) {
		found[name] = true
	}
	return slices.Sorted(maps.Keys(found))
}
