package imports

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"

	"mdesa/hooks/fault"
	"mdesa/hooks/residents"
)

var (
	errNoHamlet = fault.New(fault.Invalid, "import.no_hamlet",
		"Wilayah belum diisi. Tulis nama banjar atau dusunnya, atau pilih wilayah untuk baris yang kosong.",
		"No hamlet is given. Write its name, or choose a hamlet for rows without one.")
	errUnknownHamlet = fault.New(fault.Invalid, "import.unknown_hamlet",
		"Wilayah \"{value}\" belum ada di M-Desa. Periksa ejaannya, atau pilih \"buat wilayah yang belum ada\".",
		"M-Desa has no hamlet \"{value}\". Check the spelling, or choose \"create missing hamlets\".")
	errManyHamlets = fault.New(fault.Invalid, "import.many_hamlets",
		"Ada lebih dari satu wilayah bernama \"{value}\". Tulis namanya lengkap.",
		"More than one hamlet is called \"{value}\". Write its full name.")
)

// Place is a hamlet of the office.
type Place struct{ ID, Name, Code string }

// Hamlets find a hamlet by its name, with or without the word before it, in any
// case, or by its code.
type Hamlets struct {
	word   string // of the office: Banjar
	byName map[string][]Place
	values []residents.Value // for suggestions
	create bool              // unknown ones, without id
}

// hamletWords stand before names of hamlets; offices add their own.
var hamletWords = []string{"dusun", "dsn", "banjar dinas", "banjar", "br dinas", "br", "bjr", "lingkungan", "lingk", "ling", "link", "lk", "kampung", "kp", "dukuh", "jorong"}

// NewHamlets knows the office's hamlets and its word for them. With create,
// unknown ones are taken for new.
func NewHamlets(places []Place, word string, create bool) *Hamlets {
	h := &Hamlets{word: word, byName: map[string][]Place{}, create: create}
	for _, place := range places {
		h.add(place)
	}
	return h
}

func (h *Hamlets) add(place Place) {
	keys := []string{hamletKey(place.Name), h.bare(place.Name)}
	if place.Code != "" {
		keys = append(keys, "#"+strings.TrimLeft(place.Code, "0"))
	}
	for i, key := range keys {
		if i == 0 || key != keys[0] {
			h.byName[key] = append(h.byName[key], place)
		}
	}
	h.values = append(h.values, residents.Value{Value: place.Name, Label: place.Name, Aliases: []string{h.bare(place.Name)}})
}

// hamletKey is a name in small letters, one space between words, without dots.
func hamletKey(name string) string {
	return strings.Join(strings.Fields(strings.ToLower(strings.ReplaceAll(name, ".", " "))), " ")
}

// bare is a name without the word before it.
func (h *Hamlets) bare(name string) string {
	key := hamletKey(name)
	for _, word := range append([]string{hamletKey(h.word)}, hamletWords...) {
		if rest, has := strings.CutPrefix(key, word+" "); has && word != "" {
			return rest
		}
	}
	return key
}

// find gives the place that was meant, or a fault with the nearest name.
func (h *Hamlets) find(typed string) (place Place, suggestion string, wrong *fault.Fault) {
	for _, key := range []string{hamletKey(typed), h.bare(typed), "#" + strings.TrimLeft(typed, "0")} {
		switch places := h.byName[key]; len(places) {
		case 0:
			continue
		case 1:
			return places[0], "", nil
		default:
			return Place{}, places[0].Name, errManyHamlets.With("value", typed)
		}
	}
	nearest, _ := residents.Suggest(h.values, typed)
	if nearest.Label == "" {
		nearest, _ = residents.Suggest(h.values, h.bare(typed))
	}
	if h.create {
		place := Place{Name: h.naming(typed)}
		h.add(place)
		return place, nearest.Label, nil
	}
	return Place{}, nearest.Label, errUnknownHamlet.With("value", typed)
}

// naming is what a new hamlet will be called: without OpenSID's DUSUN, written
// like the others, with the office's word where theirs have it.
func (h *Hamlets) naming(typed string) string {
	name := typed
	for _, word := range []string{"DUSUN ", "DSN ", "DSN. "} {
		if len(name) > len(word) && strings.EqualFold(name[:len(word)], word) {
			name = name[len(word):]
			break
		}
	}
	if strings.ToUpper(name) == name || strings.ToLower(name) == name {
		name = cases.Title(language.Indonesian).String(strings.ToLower(name))
	}
	if h.bare(name) == hamletKey(name) && h.word != "" && h.usesWord() {
		name = h.word + " " + name
	}
	return name
}

func (h *Hamlets) usesWord() bool {
	with := 0
	for _, value := range h.values {
		if strings.HasPrefix(hamletKey(value.Value), hamletKey(h.word)+" ") {
			with++
		}
	}
	return 2*with > len(h.values)
}

// inAddress looks for a hamlet at the end of an address, as in the civil
// registry's "JALAN KAMBOJA BR. KAJA"; an address that is nothing but the name
// of a hamlet is that hamlet.
func (h *Hamlets) inAddress(address string) (Place, string) {
	words := strings.FieldsFunc(address, func(r rune) bool { return unicode.IsSpace(r) || r == ',' })
	for i := range words {
		name := strings.Join(words[i:], " ")
		if i > 0 && h.bare(name) == hamletKey(name) {
			continue // no word before it: it may be a street's
		}
		if places := h.byName[h.bare(name)]; len(places) == 1 {
			return places[0], strings.Join(words[:i], " ")
		}
	}
	return Place{}, address
}
