package definition

import (
	"encoding/json"
	"math"
	"regexp"
	"strconv"
	"strings"

	"mdesa/hooks/fault"
)

var (
	thousands = regexp.MustCompile(`^-?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?$`) // 1.500.000,25
	decimal   = regexp.MustCompile(`^-?[0-9]+([.,][0-9]+)?$`)               // 1500000 2,5 2.5
	rupiah    = regexp.MustCompile(`(?i)^(rp\.?|idr)`)
	noCents   = regexp.MustCompile(`,(00?|-)$`)
)

// readNumber returns a float64. No amount that a village writes down comes near 1e15.
func readNumber(field Field, given any) (any, *fault.Fault) {
	number, ok := asNumber(given, field.Type == "money")
	if !ok || math.Abs(number) > 1e15 {
		if field.Type == "money" {
			return nil, errMoney
		}
		return nil, errNumber
	}
	if field.Type == "money" && (number != math.Trunc(number) || number < 0) {
		return nil, errMoney
	}
	if reason := within(field, number, errTooLow, errTooHigh); reason != nil {
		return nil, reason
	}
	return number, nil
}

func asNumber(given any, money bool) (float64, bool) {
	switch n := given.(type) {
	case float64:
		return n + 0, !math.IsNaN(n) // + 0 turns -0 into 0
	case int:
		return float64(n), true
	case json.Number:
		f, err := n.Float64()
		return f + 0, err == nil
	case string:
		return writtenNumber(n, money)
	}
	return 0, false
}

// writtenNumber reads numbers as Indonesians write them: a dot before each three
// digits, a comma before the fraction. A single dot that does not stand before
// three digits is taken for a comma, as phones offer it.
func writtenNumber(text string, money bool) (float64, bool) {
	text = strings.ReplaceAll(text, " ", "")
	if money {
		text = noCents.ReplaceAllString(rupiah.ReplaceAllString(text, ""), "")
	}
	switch {
	case thousands.MatchString(text):
		text = strings.ReplaceAll(strings.ReplaceAll(text, ".", ""), ",", ".")
	case decimal.MatchString(text):
		text = strings.Replace(text, ",", ".", 1)
	default:
		return 0, false
	}
	number, err := strconv.ParseFloat(text, 64)
	return number + 0, err == nil
}
