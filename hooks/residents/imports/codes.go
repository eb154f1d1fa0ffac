package imports

import (
	"strconv"
	"strings"

	"mdesa/hooks/fault"
	"mdesa/hooks/residents"
)

var errCode = fault.New(fault.Invalid, "import.code",
	"\"{value}\" bukan kode atau nama yang dikenal untuk {column}. Lihat lembar Kode Data, atau tabel rujukan di dasbor.",
	"\"{value}\" is no code or name that is known for {column}. See the sheet Kode Data, or the reference tables in the dashboard.")

// Codes resolve what was typed in coded columns. A file repeats itself: each
// way of writing is looked up once.
type Codes struct {
	tables map[string][]residents.Value
	known  map[string]map[string]meaning // by table and what was typed
}

type meaning struct {
	value, suggestion string
	found             bool
}

// remembered bounds what is kept of a file in which every row is different.
const remembered = 5000

// NewCodes takes the office's tables by their names.
func NewCodes(tables map[string][]residents.Value) *Codes {
	c := &Codes{tables: tables, known: map[string]map[string]meaning{}}
	for table := range tables {
		c.known[table] = map[string]meaning{}
	}
	return c
}

// read resolves a code, label, short form or alias of a table.
func (c *Codes) read(table, typed string) meaning {
	if strings.Trim(typed, "- ") == "" || typed == "0" {
		return meaning{found: true}
	}
	known := c.known[table]
	if m, before := known[typed]; before {
		return m
	}
	m := c.resolve(table, typed)
	if len(known) < remembered {
		known[typed] = m
	}
	return m
}

func (c *Codes) resolve(table, typed string) meaning {
	value, found := residents.Meaning(c.tables[table], typed)
	if found {
		return meaning{value: value.Value, found: true}
	}
	nearest, _ := residents.Suggest(c.tables[table], typed)
	return meaning{suggestion: nearest.Label}
}

// codeOf is how a value is written to a workbook: its code, or the value itself
// where it is the office's own.
func codeOf(values []residents.Value) map[string]string {
	codes := map[string]string{}
	for _, value := range values {
		codes[value.Value] = value.Value
		if value.Code != 0 {
			codes[value.Value] = strconv.Itoa(value.Code)
		}
	}
	return codes
}

// registered tells from the words for a marital status whether the marriage is
// on record, as newer family cards print it: "kawin belum tercatat".
func registered(typed string) string {
	words := strings.ToLower(typed)
	switch {
	case strings.Contains(words, "belum tercatat"), strings.Contains(words, "tidak tercatat"):
		return no
	case strings.Contains(words, "tercatat"):
		return yes
	}
	return ""
}
