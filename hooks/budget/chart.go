package budget

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"strings"
	"unicode"
)

// The chart of accounts and activities of Permendagri 20/2018, annex A, without
// the codes 90–99 that each regency gives out itself.
//
//go:embed chart.csv
var chartFile []byte

// Standard is what the standard chart calls a code.
type Standard struct{ Name, NameEN string }

var chart = readChart()

func readChart() map[string]Standard {
	rows, err := csv.NewReader(bytes.NewReader(chartFile)).ReadAll()
	if err != nil {
		panic("budget: the chart is broken: " + err.Error())
	}
	names := make(map[string]Standard, len(rows))
	for _, row := range rows[1:] {
		names[row[0]] = Standard{row[1], row[2]}
	}
	return names
}

// StandardOf is what the chart says of a code; of spending under an activity it
// is the account's name.
func StandardOf(code Code) (Standard, bool) {
	key := code.Account
	if key == "" {
		key = code.Activity
	}
	found, ok := chart[key]
	return found, ok
}

// NameOf chooses what a line is called: as the file says, unless it says nothing
// or shouts the standard name in capitals.
func NameOf(code Code, said string) string {
	standard, known := StandardOf(code)
	switch {
	case !known && said == "":
		return code.String()
	case !known:
		return said
	case said == "", said == strings.ToUpper(said) && resemblance(said, standard.Name) >= alike, sameWords(said, standard.Name):
		return standard.Name
	}
	return said
}

// EnglishOf is the English name of a line, empty where its name is the village's
// own: fields, subfields and accounts have one everywhere, activities only while
// they are called as in the chart.
func EnglishOf(code Code, name string) string {
	standard, known := StandardOf(code)
	if !known || !sameWords(name, standard.Name) && (code.Account == "" && code.levels() == 3 || resemblance(name, standard.Name) < alike) {
		return ""
	}
	return standard.NameEN
}

// alike is the share of words from which two names mean the same.
const alike = 0.6

func sameWords(a, b string) bool { return strings.Join(words(a), " ") == strings.Join(words(b), " ") }

// resemblance is the share of the shorter name's words that the other has too.
func resemblance(a, b string) float64 {
	short, long := words(a), words(b)
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) == 0 {
		return 0
	}
	has := map[string]bool{}
	for _, word := range long {
		has[word] = true
	}
	shared := 0
	for _, word := range short {
		if has[word] {
			shared++
		}
	}
	return float64(shared) / float64(len(short))
}

// words are a name's words that tell it apart, in small letters. Siskeudes
// writes "Penyelenggaran" where the decree has "Penyelenggaraan".
func words(name string) (list []string) {
	for _, word := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch word {
		case "bidang", "sub", "desa", "dan", "kegiatan":
			continue
		case "penyelenggaran":
			word = "penyelenggaraan"
		}
		list = append(list, word)
	}
	return list
}
