package budget

import (
	"cmp"
	"strings"
)

// Parts of a budget.
const (
	Income       = "income"
	Spending     = "spending"
	FinancingIn  = "financing_in"
	FinancingOut = "financing_out"
)

// Code says where an amount stands in the tree of Permendagri 20/2018. Income
// and financing have an account only, "4.2.1"; spending has an activity, and an
// account below it: "02.03.10 5.3.5". "5" is all spending, above the fields.
type Code struct {
	Activity string // field.subfield.activity, two digits each, or a beginning of it
	Account  string // group.kind.object: 4, 5 or 6, one digit, one digit, two digits
}

// ParseCode reads a code as [Code.String] writes it.
func ParseCode(text string) (Code, bool) {
	activity, account, both := strings.Cut(text, " ")
	var code Code
	switch {
	case both:
		code = Code{activity, account}
	case strings.HasPrefix(text, "0"):
		code.Activity = text
	default:
		code.Account = text
	}
	return code, code.sound() && code.String() == text
}

func (c Code) String() string {
	if c.Activity != "" && c.Account != "" {
		return c.Activity + " " + c.Account
	}
	return c.Activity + c.Account
}

// sound tells whether a code can stand in a budget.
func (c Code) sound() bool {
	if c.Activity != "" {
		if activity, ok := activityOf(strings.Split(c.Activity, ".")); !ok || activity != c.Activity {
			return false
		}
		if c.Account == "" {
			return true
		}
		account, ok := accountOf(strings.Split(c.Account, "."))
		return ok && account == c.Account && strings.HasPrefix(account, "5.")
	}
	account, ok := accountOf(strings.Split(c.Account, "."))
	return ok && account == c.Account && !strings.HasPrefix(account, "5.")
}

// Part is income, spending or one side of financing; of "6", the difference of
// both sides, it is [FinancingIn].
func (c Code) Part() string {
	switch {
	case c.Activity != "" || c.Account == "5":
		return Spending
	case strings.HasPrefix(c.Account, "4"):
		return Income
	case strings.HasPrefix(c.Account, "6.2"):
		return FinancingOut
	}
	return FinancingIn
}

// Field is "01" to "05" of spending.
func (c Code) Field() string { return c.Activity[:min(2, len(c.Activity))] }

// Parent is the code above; false at the top.
func (c Code) Parent() (Code, bool) {
	switch {
	case c.Activity != "" && strings.Contains(c.Account, "."):
		if above := shortened(c.Account); above != "5" {
			return Code{c.Activity, above}, true
		}
		return Code{Activity: c.Activity}, true
	case c.Activity == "" && strings.Contains(c.Account, "."):
		return Code{Account: shortened(c.Account)}, true
	case c.Activity == "":
		return Code{}, false
	case strings.Contains(c.Activity, "."):
		return Code{Activity: shortened(c.Activity)}, true
	}
	return Code{Account: "5"}, true
}

func shortened(code string) string { return code[:strings.LastIndexByte(code, '.')] }

// levels is how deep the last of its two codes goes.
func (c Code) levels() int {
	if c.Account != "" {
		return strings.Count(c.Account, ".") + 1
	}
	return strings.Count(c.Activity, ".") + 1
}

// Compare orders codes as the decree does: what is above stands before.
func Compare(a, b Code) int { return cmp.Compare(a.order(), b.order()) }

func (c Code) order() string {
	if c.Activity == "" {
		return c.Account
	}
	return strings.TrimSuffix("5/"+c.Activity+"/"+c.Account, "/")
}

// accountOf writes an account from its pieces: 4.1.2.01.
func accountOf(pieces []string) (string, bool) {
	if len(pieces) == 0 || len(pieces) > 5 {
		return "", false
	}
	made := make([]string, len(pieces))
	for i, piece := range pieces {
		number, ok := small(piece)
		switch {
		case !ok, i == 0 && (number < 4 || number > 6), i == 1 && (number < 1 || number > 9), i == 2 && number > 9:
			return "", false
		case i < 3:
			made[i] = string(rune('0' + number))
		default:
			made[i] = twoDigits(number)
		}
	}
	return strings.Join(made, "."), true
}

// activityOf writes an activity from its pieces: 02.03.10.
func activityOf(pieces []string) (string, bool) {
	if len(pieces) == 0 || len(pieces) > 3 {
		return "", false
	}
	made := make([]string, len(pieces))
	for i, piece := range pieces {
		number, ok := small(piece)
		if !ok || i == 0 && (number < 1 || number > 5) || i == 1 && number == 0 {
			return "", false
		}
		made[i] = twoDigits(number)
	}
	return strings.Join(made, "."), true
}

// small reads a piece of one or two digits; of "90-99", as templates have it,
// the first.
func small(piece string) (int, bool) {
	piece, _, _ = strings.Cut(piece, "-")
	if piece == "" || len(piece) > 2 {
		return 0, false
	}
	number := 0
	for _, digit := range piece {
		if digit < '0' || digit > '9' {
			return 0, false
		}
		number = 10*number + int(digit-'0')
	}
	return number, true
}

func twoDigits(number int) string {
	return string([]rune{rune('0' + number/10), rune('0' + number%10)})
}
