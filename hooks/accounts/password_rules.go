package accounts

import (
	_ "embed" // the list below
	"strings"
	"unicode"
	"unicode/utf8"
)

// commonPasswords are the ones that guessers try first, here and anywhere.
//
//go:embed common_passwords.txt
var commonPasswords string

var common = func() map[string]bool {
	list := map[string]bool{}
	for _, one := range strings.Fields(commonPasswords) {
		list[one] = true
	}
	return list
}()

// Shortest passwords, in characters. Those of staff open other people's data.
const (
	shortestOfStaff     = 10
	shortestOfResidents = 8
)

// longestPassword is what bcrypt reads, in bytes.
const longestPassword = 71

// weakness says why a password is refused: "short", "long", "common", or "name"
// when it is no more than one of the names of its owner, digits behind it or not.
// "" is a password that will do.
func weakness(password string, shortest int, names ...string) string {
	plain := lettersAndDigits(password)
	switch {
	case utf8.RuneCountInString(password) < shortest:
		return "short"
	case len(password) > longestPassword:
		return "long"
	case common[strings.ToLower(password)] || isOneSign(password):
		return "common"
	}
	for _, name := range names {
		name = lettersAndDigits(name)
		if name != "" && (plain == name || strings.TrimRight(plain, "0123456789") == name) {
			return "name"
		}
	}
	return ""
}

func lettersAndDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

func isOneSign(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return strings.Trim(text, string(first)) == ""
}
