package residents

import (
	"cmp"
	"slices"
	"strings"
)

// sought is what somebody types to find a resident by words.
type sought struct {
	words []string
}

// mostWords and mostLetters keep a pasted page from becoming a query.
const (
	mostWords   = 6
	mostLetters = 150
)

// soughtIn reads words of a name or an address. Together they have at least two
// letters, so that a slip of the finger does not list the village.
func soughtIn(q string) (sought, bool) {
	if len(q) > mostLetters {
		return sought{}, false
	}
	words := wordsOf(q)
	if len(strings.Join(words, "")) < 2 {
		return sought{}, false
	}
	return sought{words[:min(len(words), mostWords)]}, true
}

// exactly is the index's query for residents in whose name or address every word
// stands, as typed, in another spelling, shortened, or as the beginning of one.
// hamlets nil means everywhere.
func (s sought) exactly(known *vocabulary, hamlets []string) string {
	conditions := make([]string, len(s.words))
	for i, word := range s.words {
		conditions[i] = anyOf(ways(word, known.alike(word)))
	}
	return all(conditions, hamlets)
}

// nearly allows for slips of the finger as well, and for I and Ni mixed up: in
// words that nobody has, or, with every, in all.
func (s sought) nearly(known *vocabulary, hamlets []string, every bool) string {
	var conditions []string
	for _, word := range s.words {
		if word == "i" || word == "ni" {
			continue
		}
		terms := ways(word, known.alike(word))
		if every || !known.has(word) {
			terms = append(terms, quoted(known.similar(word))...)
		}
		conditions = append(conditions, anyOf(terms))
	}
	if len(conditions) == 0 {
		return ""
	}
	return all(conditions, hamlets)
}

// ways are the terms for one typed word. A single letter is no beginning: half of
// the men are called I.
func ways(word string, alike []string) []string {
	terms := []string{`"` + word + `"`}
	if len(word) > 1 && strings.Trim(word, "0123456789") != "" {
		terms[0] += "*"
	}
	terms = append(terms, quoted(alike)...)
	for _, form := range longForms(word) {
		terms = append(terms, "("+strings.Join(quoted(form), " AND ")+")")
	}
	return terms
}

// quoted makes terms; words hold letters and digits only, see wordsOf.
func quoted(words []string) []string {
	terms := make([]string, len(words))
	for i, word := range words {
		terms[i] = `"` + word + `"`
	}
	return terms
}

func anyOf(terms []string) string {
	return "{name address} : (" + strings.Join(terms, " OR ") + ")"
}

func all(conditions, hamlets []string) string {
	if hamlets != nil {
		conditions = append(conditions, "hamlet : ("+strings.Join(quoted(hamlets), " OR ")+")")
	}
	return strings.Join(conditions, " AND ")
}

// hit is a resident whom the index found.
type hit struct {
	Resident string `db:"resident"`
	Name     string `db:"name"`
	Living   bool   `db:"living"`
}

// best sorts hits: who has the very name that was typed, then who has most of the
// words whole, the living before others, and by name.
func (s sought) best(hits []hit) []hit {
	type ranked struct {
		hit
		whole bool
		words int
	}
	list := make([]ranked, len(hits))
	for i, h := range hits {
		name := wordsOf(h.Name)
		list[i] = ranked{h, slices.Equal(name, s.words), s.wholeIn(name)}
	}
	slices.SortFunc(list, func(a, b ranked) int {
		return cmp.Or(first(a.whole, b.whole), cmp.Compare(b.words, a.words), first(a.Living, b.Living),
			cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), cmp.Compare(a.Resident, b.Resident))
	})
	sorted := make([]hit, len(list))
	for i, r := range list {
		sorted[i] = r.hit
	}
	return sorted
}

// wholeIn counts the typed words that stand in a name, in whatever spelling.
func (s sought) wholeIn(name []string) (count int) {
	for _, word := range s.words {
		if slices.ContainsFunc(name, func(n string) bool { return n == word || fold(n) == fold(word) || shortened[word] == n }) {
			count++
		}
	}
	return count
}

func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}
