package news

import "strings"

// countryCode is Indonesia's.
const countryCode = "62"

// Dialled is a number as a tel: link wants it: digits, with a + where the
// country is given. What is too short or too long to be called is "".
func Dialled(typed string) string {
	var digits strings.Builder
	for i, r := range strings.TrimSpace(typed) {
		switch {
		case r >= '0' && r <= '9':
			digits.WriteRune(r)
		case r == '+' && i == 0:
			digits.WriteRune(r)
		case strings.ContainsRune(" -.()/", r):
		default:
			return ""
		}
	}
	number := digits.String()
	if n := len(strings.TrimPrefix(number, "+")); n < 3 || n > 15 { // ITU-T E.164; "112" is the shortest
		return ""
	}
	return number
}

// WhatsApp is a mobile number as https://wa.me/ wants it, "6281234567890": the
// country first, no + and no 0. "" where it is none that could have WhatsApp.
func WhatsApp(typed string) string {
	number := Dialled(typed)
	switch {
	case strings.HasPrefix(number, "+"):
		number = number[1:]
	case strings.HasPrefix(number, "00"):
		number = number[2:]
	case strings.HasPrefix(number, "0"):
		number = countryCode + number[1:]
	case strings.HasPrefix(number, "8"):
		number = countryCode + number
	}
	if rest, ok := strings.CutPrefix(number, countryCode+"0"); ok { // "+62 0812…", as many write it
		number = countryCode + rest
	}
	if len(number) < 10 || strings.HasPrefix(number, "0") {
		return ""
	}
	if strings.HasPrefix(number, countryCode) && !strings.HasPrefix(number, countryCode+"8") {
		return "" // a landline
	}
	return number
}
