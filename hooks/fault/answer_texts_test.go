package fault

import (
	"regexp"
	"slices"
	"testing"
)

var placeholder = regexp.MustCompile(`\{\w+\}`)

func TestEveryTextIsThereInBothLanguagesAndDiffers(t *testing.T) {
	texts := map[string]string{}
	for key, f := range Declared() {
		id, en := f.In("id"), f.In("en")
		if id == en {
			t.Errorf("%s says the same in both languages: %q", key, id)
		}
		if other, twice := texts[id]; twice {
			t.Errorf("%s and %s say the same: %q", key, other, id)
		}
		texts[id] = key
		inID, inEN := placeholder.FindAllString(id, -1), placeholder.FindAllString(en, -1)
		slices.Sort(inID)
		slices.Sort(inEN)
		if !slices.Equal(inID, inEN) {
			t.Errorf("%s fills in %v in Indonesian and %v in English", key, inID, inEN)
		}
	}
}
