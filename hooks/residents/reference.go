package residents

import (
	_ "embed" // the tables
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// The civil registry's tables with its codes, as the register's own import sheet
// lists them. Hindu clergy and the standing in the desa adat have no code there.
//
//go:embed reference.json
var referenceFile []byte

// builtIn are the tables of a new office, each in the order of the codes.
var builtIn = readReference()

// closed are the tables whose values the program's own rules know; their fields
// accept no others.
var closed = []string{"sex", "family_role", "marital_status", "citizenship", "life_status", "residency"}

// Tables are the names of all reference tables, which are those of the fields of
// residents that they fill.
var Tables = slices.Sorted(maps.Keys(builtIn))

// StateText is how a state of life is called within a sentence: "meninggal",
// "deceased". What is none comes back as it was.
func StateText(state, lang string) string {
	for _, known := range builtIn["life_status"] {
		switch {
		case known.Value != state:
		case lang == "en":
			return strings.ToLower(known.LabelEN)
		default:
			return strings.ToLower(known.Label)
		}
	}
	return state
}

func readReference() map[string][]Value {
	var tables map[string][]Value
	if err := json.Unmarshal(referenceFile, &tables); err != nil {
		panic("residents: reference.json: " + err.Error())
	}
	for name := range tables {
		for i, value := range tables[name] {
			tables[name][i] = value.prepared()
		}
	}
	return tables
}
