package residents

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Value is one row of a reference table of the register.
type Value struct {
	Code    int      `json:"code"`  // of the civil registry; 0: the office's own
	Value   string   `json:"value"` // as it stands with residents and on letters
	Label   string   `json:"label"`
	LabelEN string   `json:"label_en"`
	Aliases []string `json:"aliases"` // how else it is written: short forms, old names
	Retired bool     `json:"retired"` // no longer offered, still understood

	forms []string // of all the above, see form; nil: not prepared
}

// wholeNumber is a code, also as a spreadsheet writes it: 4, 04, 4.0.
var wholeNumber = regexp.MustCompile(`^(\d{1,6})(?:[.,]0+)?$`)

// Meaning finds the value of a table that somebody typed or a file holds: the
// digits of its code, the value, its label in either language, or an alias.
// Case, spaces and dots make no difference. Nothing typed has no meaning.
func Meaning(values []Value, typed string) (Value, bool) {
	if code := wholeNumber.FindStringSubmatch(strings.TrimSpace(typed)); code != nil {
		if number, _ := strconv.Atoi(code[1]); number > 0 {
			for _, v := range values {
				if v.Code == number {
					return v, true
				}
			}
		}
	}
	sought := form(typed)
	if sought == "" {
		return Value{}, false
	}
	for _, v := range values {
		if v.forms == nil {
			v = v.prepared()
		}
		for _, known := range v.forms {
			if known == sought {
				return v, true
			}
		}
	}
	return Value{}, false
}

func (v Value) prepared() Value {
	v.forms = []string{form(v.Value), form(v.Label), form(v.LabelEN)}
	for _, alias := range v.Aliases {
		v.forms = append(v.forms, form(alias))
	}
	return v
}

// nothingInForms are signs that people write or leave out as they like. Plus and
// minus stay: A+ and A- are different blood.
var nothingInForms = strings.NewReplacer(".", "", ",", "", "'", "", "\"", "", "−", "-", "–", "-", "(", "", ")", "")

// form is a text by which two ways of writing are the same.
func form(text string) string {
	return nothingInForms.Replace(strings.ToLower(norm.NFKC.String(strings.Join(strings.Fields(text), ""))))
}

// Suggest is the value that was most likely meant by an unknown text: one that is
// at most a third of the letters away, or begins like it.
func Suggest(values []Value, typed string) (Value, bool) {
	sought := form(typed)
	best, least := Value{}, len([]rune(sought))/3+1
	for _, v := range values {
		if v.Retired {
			continue
		}
		for _, known := range v.prepared().forms {
			if away := distance(sought, known, least); away < least {
				best, least = v, away
			}
		}
	}
	if best.Value != "" || len(sought) < 3 {
		return best, best.Value != ""
	}
	for _, v := range values {
		if !v.Retired && strings.HasPrefix(form(v.Label), sought) {
			return v, true
		}
	}
	return Value{}, false
}
