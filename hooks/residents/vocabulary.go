package residents

import (
	"cmp"
	"slices"
	"strings"
)

// vocabulary are the words that names and addresses of the register are made of.
type vocabulary struct {
	entries []entry
	places  map[string]int // of a word in entries
}

type entry struct {
	word, folded string
	letters      int
	people       int // how many have it, about: who left the register is counted on
}

func (v *vocabulary) add(text string) {
	if v.places == nil {
		v.places = map[string]int{}
	}
	for _, word := range wordsOf(text) {
		if strings.ContainsAny(word, "0123456789") {
			continue
		}
		place, known := v.places[word]
		if !known {
			place = len(v.entries)
			v.places[word] = place
			v.entries = append(v.entries, entry{word: word, folded: fold(word), letters: len([]rune(word))})
		}
		v.entries[place].people++
	}
}

// has tells whether somebody's word is, or begins with, the typed one.
func (v *vocabulary) has(typed string) bool {
	if _, known := v.places[typed]; known {
		return true
	}
	return slices.ContainsFunc(v.entries, func(e entry) bool { return strings.HasPrefix(e.word, typed) })
}

// mostSimilar is how many words one typed word may stand for.
const mostSimilar = 12

// alike are the words that sound like the typed one, or begin like it: "soek"
// and "sukarta". Those that begin with its very letters are left out.
func (v *vocabulary) alike(typed string) []string {
	folded := fold(typed)
	if len(folded) < 2 {
		return nil
	}
	return v.most(func(e entry) int {
		switch {
		case strings.HasPrefix(e.word, typed), !strings.HasPrefix(e.folded, folded):
			return -1
		case e.folded == folded:
			return 0
		}
		return 1
	})
}

// similar are the words that somebody may have meant who slipped: one slip in
// words from four letters on, two from eight on. The nearest come first, then
// those that most people have.
func (v *vocabulary) similar(typed string) []string {
	letters, slips := len([]rune(typed)), 1
	switch {
	case letters < 4:
		return nil
	case letters >= 8:
		slips = 2
	}
	folded := fold(typed)
	return v.most(func(e entry) int {
		if e.letters < letters-slips || e.letters > letters+slips {
			return -1
		}
		away := min(distance(typed, e.word, slips+1), distance(folded, e.folded, slips+1))
		if away > slips {
			return -1
		}
		return away
	})
}

// most gives the words that are least away, at most mostSimilar; -1 is too far.
func (v *vocabulary) most(away func(entry) int) []string {
	type near struct {
		entry
		away int
	}
	var found []near
	for _, e := range v.entries {
		if a := away(e); a >= 0 {
			found = append(found, near{e, a})
		}
	}
	slices.SortFunc(found, func(a, b near) int {
		return cmp.Or(cmp.Compare(a.away, b.away), cmp.Compare(b.people, a.people), cmp.Compare(a.word, b.word))
	})
	var words []string
	for _, n := range found[:min(len(found), mostSimilar)] {
		words = append(words, n.word)
	}
	return words
}
