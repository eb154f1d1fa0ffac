package notify

import "strings"

// International writes a phone number as "628123…", the digits after the plus
// sign: 0812-3450-0001, +62 812… and 62812… are one number. "" is none.
func International(number string) string {
	var digits strings.Builder
	for _, letter := range number {
		if letter >= '0' && letter <= '9' {
			digits.WriteRune(letter)
		}
	}
	whole := strings.TrimPrefix(digits.String(), "00")
	if local, ours := strings.CutPrefix(digits.String(), "0"); ours && !strings.HasPrefix(digits.String(), "00") {
		whole = "62" + local
	}
	if len(whole) < 9 || len(whole) > 15 { // E.164
		return ""
	}
	return whole
}

// inForm writes an international number as a gateway wants it.
func inForm(number, form string) string {
	switch form {
	case "+62":
		return "+" + number
	case "0":
		if local, ours := strings.CutPrefix(number, "62"); ours {
			return "0" + local
		}
	}
	return number
}
