package definition

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"mdesa/hooks/fault"
)

// The most an answer may hold, whatever the definition says.
const (
	maxText     = 500  // letters
	maxTextarea = 4000 // letters
	maxRows     = 50
)

// tidy brings a typed text into one form: valid, composed, trimmed, without
// what cannot be seen or would turn the reading direction of a letter around.
func tidy(text string, lines bool) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, ""), "\r\n", "\n")
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' && lines:
			return r
		case r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029':
			return ' '
		case r == '\u200c' || r == '\u200d':
			return r // joiners shape Balinese script
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, text)
	return strings.TrimSpace(norm.NFC.String(text))
}

func readText(field Field, text string) (any, *fault.Fault) {
	length, most := utf8.RuneCountInString(text), maxText
	if field.Type == "textarea" {
		most = maxTextarea
	}
	if length > most {
		return nil, errTooLong.With("max", most)
	}
	if reason := within(field, float64(length), errTooShort, errTooLong); reason != nil {
		return nil, reason
	}
	return text, nil
}

// readDate takes the limits of a date as days from today: max 0 is "not in the future".
func readDate(field Field, text string, today time.Time) (any, *fault.Fault) {
	day, err := time.Parse(time.DateOnly, text)
	if err != nil || day.Year() < 1800 || day.Year() > today.Year()+100 {
		return nil, errDate
	}
	limit := func(days float64) string {
		return today.AddDate(0, 0, int(days)).Format(time.DateOnly)
	}
	if field.Min != nil && text < limit(*field.Min) {
		return nil, errDateEarly.With("min", limit(*field.Min))
	}
	if field.Max != nil && text > limit(*field.Max) {
		return nil, errDateLate.With("max", limit(*field.Max))
	}
	return text, nil
}

// readTime also takes 9.30, as times are written in Indonesian.
func readTime(text string) (any, *fault.Fault) {
	moment, err := time.Parse("15:04", strings.Replace(text, ".", ":", 1))
	if err != nil {
		return nil, errTime
	}
	return moment.Format("15:04"), nil
}

var (
	phoneMarks = strings.NewReplacer(" ", "", "-", "", ".", "", "(", "", ")", "")
	phone      = regexp.MustCompile(`^(0|\+)[1-9][0-9]{6,13}$`)
	nikMarks   = strings.NewReplacer(" ", "", "-", "", ".", "")
	memberID   = regexp.MustCompile(`^[a-z0-9]{15}$`)
)

// readPhone writes Indonesian numbers with 0 and those of other countries with +.
func readPhone(text string) (any, *fault.Fault) {
	number := phoneMarks.Replace(text)
	for _, country := range []string{"+620", "+62", "62"} {
		if rest, found := strings.CutPrefix(number, country); found {
			number = "0" + rest
			break
		}
	}
	if !phone.MatchString(number) {
		return nil, errPhone
	}
	return number, nil
}

// readNIK takes any 16 digits; what they say is judged against the register.
func readNIK(text string) (any, *fault.Fault) {
	digits := nikMarks.Replace(text)
	count := 0
	for _, r := range digits {
		if r >= '0' && r <= '9' {
			count++
		}
	}
	if count != 16 || len(digits) != 16 {
		return nil, errNIK.With("count", count)
	}
	return digits, nil
}

func readMember(text string) (any, *fault.Fault) {
	if !memberID.MatchString(text) {
		return nil, errMember
	}
	return text, nil
}

func readChoice(field Field, text string) (any, *fault.Fault) {
	if !slices.ContainsFunc(field.Options, func(o Option) bool { return o.Value == text }) {
		return nil, errChoice
	}
	return text, nil
}

func readChoices(field Field, given any) (any, *fault.Fault) {
	list, ok := given.([]any)
	if !ok {
		return nil, errAnswerShape
	}
	chosen := map[string]bool{}
	for _, item := range list {
		text, ok := item.(string)
		if !ok {
			return nil, errAnswerShape
		}
		if _, reason := readChoice(field, text); reason != nil {
			return nil, reason
		}
		chosen[text] = true
	}
	values := []any{}
	for _, option := range field.Options {
		if chosen[option.Value] {
			values = append(values, option.Value)
		}
	}
	if len(values) == 0 {
		return nil, nil
	}
	if reason := within(field, float64(len(values)), errFewChoices, errManyChoices); reason != nil {
		return nil, reason
	}
	return values, nil
}

func readYesNo(given any) (any, *fault.Fault) {
	switch given {
	case true, "yes", "ya", "true":
		return true, nil
	case false, "no", "tidak", "false":
		return false, nil
	}
	return nil, errChoice
}
