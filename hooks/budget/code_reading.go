package budget

import (
	"regexp"
	"strings"
)

// reading is where in a file we are. A Siskeudes sheet writes the activity once
// and its accounts below, and does not say whether "5.1" is the account of staff
// or the subfield of disasters, which then follows from what stands around it.
type reading struct {
	section  string // "4", "5" or "6"
	activity string // the last one seen
	ofFields bool   // spending is coded 5.field.subfield, as OpenSID prints it
}

// mark is what is known of a code before it is read: by brackets or columns.
type mark uint8

const (
	unmarked mark = iota
	anActivity
	anAccount
)

// group is one code of a row, in pieces.
type group struct {
	pieces []string
	mark   mark
}

var (
	village   = regexp.MustCompile(`^\d{2}\.\d{4}\.`) // Siskeudes puts district and village before an activity
	bracketed = regexp.MustCompile(`\[([^\]]*)\]`)
	codeLike  = regexp.MustCompile(`^[\s\d.\[\]\-]*\d[\s\d.\[\]\-]*$`)
)

// groupsOf takes the cells of the code columns apart. Codes stand whole in a
// cell ("01.01.02", "5.1."), both in one ("5.1.1. [01.01.02]"), or a digit a
// column; of five columns and more the first three are the activity's.
func groupsOf(cells []string, marks []mark) (groups []group) {
	var digits group
	for i, cell := range cells {
		is := markAt(i, len(cells), marks)
		if found := bracketed.FindStringSubmatch(cell); found != nil {
			groups = append(groups, group{piecesOf(found[1]), anActivity})
			cell = bracketed.ReplaceAllString(cell, "")
		}
		pieces := piecesOf(cell)
		switch {
		case len(pieces) > 1:
			groups = append(groups, apart(group{pieces, wholeMark(marks, i)})...)
		case len(pieces) == 1 && len(digits.pieces) > 0 && digits.mark != is:
			groups, digits = append(groups, apart(digits)...), group{pieces, is}
		case len(pieces) == 1:
			digits = group{append(digits.pieces, pieces[0]), is}
		}
	}
	if len(digits.pieces) > 0 {
		groups = append(groups, apart(digits)...)
	}
	return groups
}

// markAt is what a column of single digits holds.
func markAt(i, columns int, marks []mark) mark {
	switch {
	case marks != nil:
		return marks[i]
	case columns >= 5 && i < 3:
		return anActivity
	case columns >= 5:
		return anAccount
	}
	return unmarked
}

// wholeMark is what a column of whole codes holds: only headings tell.
func wholeMark(marks []mark, i int) mark {
	if marks == nil {
		return unmarked
	}
	return marks[i]
}

// apart divides "01.01.02.5.1.1" into activity and account.
func apart(g group) []group {
	if len(g.pieces) > 3 && g.pieces[3] == "5" {
		if _, ok := activityOf(g.pieces[:3]); ok {
			return []group{{g.pieces[:3], anActivity}, {g.pieces[3:], anAccount}}
		}
	}
	return []group{g}
}

func piecesOf(cell string) []string {
	cell = village.ReplaceAllString(strings.TrimSpace(cell), "")
	return strings.FieldsFunc(cell, func(r rune) bool { return r == '.' || r == ' ' || r == '\u00a0' })
}

// code understands a row's code by its cells, its name, and the rows above.
func (r *reading) code(cells []string, marks []mark, name string) (code Code, ok bool) {
	for _, g := range groupsOf(cells, marks) {
		activity, account, understood := r.meaning(g, name, code.Activity != "")
		if !understood || activity != "" && code.Activity != "" || account != "" && code.Account != "" {
			return Code{}, false
		}
		code.Activity, code.Account = code.Activity+activity, code.Account+account
	}
	if strings.HasPrefix(code.Account, "5.") && code.Activity == "" {
		code.Activity = r.activity
	}
	r.remember(code)
	return code, code.sound()
}

func (r *reading) remember(code Code) {
	switch {
	case code.Activity != "":
		r.section, r.activity = "5", code.Activity
	case code.Account != "":
		r.section, r.activity = code.Account[:1], ""
	}
}

// meaning decides what one group of pieces is. Only 4 and 5 without a zero in
// front can be both: the standard names tell, then the section.
func (r *reading) meaning(g group, name string, hasActivity bool) (activity, account string, ok bool) {
	activity, mayBeActivity := activityOf(g.pieces)
	account, mayBeAccount := accountOf(g.pieces)
	mayBeAccount = mayBeAccount && !strings.HasPrefix(g.pieces[0], "0")
	switch {
	case g.mark == anActivity, !mayBeAccount && g.mark == unmarked:
		return activity, "", mayBeActivity
	case g.mark == anAccount:
		return "", account, mayBeAccount
	case hasActivity:
		return "", account, strings.HasPrefix(account, "5.")
	}
	if field, named := r.inOpenSID(g, name); named {
		return field, "", true
	}
	if !mayBeActivity || g.pieces[0] == "6" {
		return "", account, true
	}
	asActivity, asAccount := resemblance(name, chart[activity].Name), resemblance(name, chart[account].Name)
	if asActivity > asAccount || asActivity == asAccount && r.section == "5" && account[0] == '4' {
		return activity, "", true
	}
	return "", account, true
}

// inOpenSID reads "5.1 Bidang Penyelenggaraan Pemerintahan Desa", and after such
// a row all codes below 5, as fields.
func (r *reading) inOpenSID(g group, name string) (field string, ok bool) {
	if g.pieces[0] != "5" || len(g.pieces) < 2 {
		return "", false
	}
	field, sound := activityOf(g.pieces[1:])
	if !sound {
		return "", false
	}
	if len(g.pieces) == 2 {
		asField := resemblance(name, chart[field].Name)
		account, _ := accountOf(g.pieces)
		other, _ := activityOf(g.pieces)
		r.ofFields = asField >= alike && asField > resemblance(name, chart[account].Name) && asField > resemblance(name, chart[other].Name)
	}
	return field, r.ofFields
}
