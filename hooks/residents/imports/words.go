package imports

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"mdesa/hooks/fault"
	"mdesa/hooks/residents"
	"mdesa/hooks/sheet"
)

var (
	errTooLong = fault.New(fault.Invalid, "import.too_long",
		"Terlalu panjang: {count} huruf, paling banyak {most}. Singkatkan.",
		"Too long: {count} letters, at most {most}. Shorten it.")
	errName = fault.New(fault.Invalid, "import.name",
		"Nama hanya berisi huruf, spasi, titik, koma, apostrof, dan tanda hubung; \"{sign}\" tidak boleh.",
		"Names hold letters, spaces, dots, commas, apostrophes and hyphens only; \"{sign}\" is not allowed.")
	errTag = fault.New(fault.Invalid, "import.tag",
		"Tag ID card harus 10 sampai 17 huruf atau angka; yang tertulis {count}.",
		"The tag of a card has 10 to 17 letters or digits; this one has {count}.")
	errDegrees = fault.New(fault.Invalid, "import.degrees",
		"\"{value}\" bukan derajat antara -{most} dan {most}. Tulis seperti -8.6512.",
		"\"{value}\" is no number of degrees between -{most} and {most}. Write it like -8.6512.")
	errYesNo = fault.New(fault.Invalid, "import.yes_no",
		"\"{value}\" tidak dikenal. Tulis 1 untuk ya, atau 2 untuk tidak.",
		"\"{value}\" is not known. Write 1 for yes, or 2 for no.")
)

// tidy takes away what cannot be seen and keeps one space between words. Most
// cells are tidy already.
func tidy(typed string) string {
	tidy := true
	for i := 0; i < len(typed); i++ {
		if b := typed[i]; b <= ' ' && (b != ' ' || i == 0 || i == len(typed)-1 || typed[i-1] == ' ') || b >= utf8.RuneSelf {
			tidy = false
			break
		}
	}
	if tidy {
		return typed
	}
	seen := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cf, r), unicode.IsControl(r), r == utf8.RuneError:
			return -1
		}
		return r
	}, typed)
	return norm.NFC.String(strings.Join(strings.Fields(seen), " "))
}

// guard is what spreadsheets take away again from before a text.
const guard = "'"

// guarded makes a text safe for a spreadsheet that opens a CSV file; unguarded
// takes that away again, and the apostrophe that people use for the same.
// Long numbers would lose their last digits there.
func guarded(text string) string {
	if isNumber(text) && len(text) > 11 {
		return guard + text
	}
	return sheet.Harmless(text)
}

func unguarded(text string) string {
	if rest, is := strings.CutPrefix(text, guard); is && isNumber(rest) {
		return rest
	}
	return sheet.Plain(text)
}

func isNumber(text string) bool { return text != "" && strings.Trim(text, "0123456789") == "" }

// readText is what was typed, without the signs that mean nothing.
func readText(typed string, most int) (string, *fault.Fault) {
	if strings.Trim(typed, "- ") == "" {
		return "", nil
	}
	if len(typed) > most { // bytes are never fewer than letters
		if count := utf8.RuneCountInString(typed); count > most {
			return "", errTooLong.With("count", count).With("most", most)
		}
	}
	return typed, nil
}

var apostrophes = strings.NewReplacer("’", "'", "‘", "'", "`", "'", "´", "'", "ʼ", "'", "–", "-", "‐", "-")

// readName refuses what is no part of a name, with the name without it.
func readName(typed string, most int) (name, suggestion string, wrong *fault.Fault) {
	name, wrong = readText(apostrophes.Replace(typed), most)
	if wrong != nil {
		return "", "", wrong
	}
	for _, r := range name {
		if !allowedInName(r) {
			without := strings.Map(func(r rune) rune {
				if allowedInName(r) {
					return r
				}
				return -1
			}, name)
			return "", tidy(without), errName.With("sign", string(r))
		}
	}
	return name, "", nil
}

func allowedInName(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || strings.ContainsRune(" .,'-", r) ||
		r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.Is(unicode.Mn, r))
}

func readTag(typed string) (string, *fault.Fault) {
	tag := residents.TidyNumber(typed)
	if strings.Trim(tag, "0") == "" {
		return "", nil
	}
	plain := strings.IndexFunc(tag, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) < 0
	if count := utf8.RuneCountInString(tag); !plain || count < 10 || count > 17 {
		return "", errTag.With("count", count)
	}
	return tag, nil
}

// readDegrees gives them with a dot, in the shortest form.
func readDegrees(typed string, most int) (string, *fault.Fault) {
	if strings.Trim(typed, "- ") == "" {
		return "", nil
	}
	degrees, err := strconv.ParseFloat(strings.Replace(typed, ",", ".", 1), 64)
	if err != nil || !(degrees >= -float64(most) && degrees <= float64(most)) {
		return "", errDegrees.With("value", typed).With("most", most)
	}
	if degrees == 0 {
		return "", nil // as OpenSID writes no place at all
	}
	return strconv.FormatFloat(degrees, 'f', -1, 64), nil
}

// area is RT or RW: the zeros that a spreadsheet took away or added make no
// difference.
var onlyZeros = regexp.MustCompile(`^[0-]*$`)

func readArea(typed string, most int) (string, *fault.Fault) {
	if onlyZeros.MatchString(typed) {
		return "", nil
	}
	return readText(strings.TrimPrefix(typed, guard), most)
}

// Values of columns that are read as yes or no.
const (
	yes = "1"
	no  = "2"
)

func readYesNo(typed string) (string, *fault.Fault) {
	switch strings.ToLower(typed) {
	case "", "-", "0":
		return "", nil
	case "1", "ya", "y", "yes", "true", "hamil", "sedang hamil", "iya", "tercatat":
		return yes, nil
	case "2", "tidak", "tdk", "t", "no", "false", "tidak hamil", "tidak sedang hamil", "tidak tercatat", "belum tercatat":
		return no, nil
	}
	return "", errYesNo.With("value", typed)
}
