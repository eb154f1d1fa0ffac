package notify

import (
	"regexp"
	"strconv"
)

// person is whom a notice is for, as far as sending goes.
type person struct {
	Account  string `db:"account"`
	Officer  string `db:"officer"`
	Resident string `db:"resident"`
	Language string `db:"language"`
	Phone    string `db:"phone"`
	Mail     string `db:"mail"`
	Living   bool   `db:"living"` // in the register and, with a login, able to use it
	Channels string `db:"channels"`
	From     string `db:"quiet_from"`
	To       string `db:"quiet_to"`
	NoQuiet  bool   `db:"no_quiet"`
}

// people is the SQL that finds them for a row with account, officer and resident;
// at is the alias of that row.
func peopleSQL(at string) (columns, joins string) {
	columns = at + `.account, ` + at + `.officer, ` + at + `.resident,
		COALESCE(NULLIF(o.language, ''), NULLIF(a.language, ''), 'id') AS language,
		COALESCE(NULLIF(o.phone, ''), NULLIF(a.phone, ''), r.phone, '') AS phone,
		COALESCE(NULLIF(o.email, ''), a.mail, '') AS mail,
		(CASE WHEN ` + at + `.officer != '' THEN COALESCE(o.active, 0) ELSE COALESCE(a.active, 1) AND COALESCE(r.life_status = 'hidup', 0) END) AS living,
		COALESCE(c.channels, '') AS channels, COALESCE(c.quiet_from, '') AS quiet_from,
		COALESCE(c.quiet_to, '') AS quiet_to, COALESCE(c.no_quiet, 0) AS no_quiet`
	joins = `LEFT JOIN accounts a ON a.id = ` + at + `.account LEFT JOIN officers o ON o.id = ` + at + `.officer
		LEFT JOIN residents r ON r.id = ` + at + `.resident
		LEFT JOIN notice_choices c ON c.id = COALESCE(
			(SELECT x.id FROM notice_choices x WHERE x.account != '' AND x.account = ` + at + `.account),
			(SELECT x.id FROM notice_choices x WHERE x.officer != '' AND x.officer = ` + at + `.officer))`
	return columns, joins
}

// Choices are what a person chose for each group, by channel; what is not in it
// is as usual.
type Choices map[string]map[string]bool

func (p person) choices() Choices {
	chosen := Choices{}
	_ = readsAs(p.Channels, &chosen) // checked when it was chosen
	return chosen
}

// wants tells whether a group comes by a channel. Residents, who agreed first,
// get all that they agreed to; to officers only the push message comes unasked.
func (c Choices) wants(group Group, channel string) bool {
	if chosen, said := c[group.Key][channel]; said {
		return chosen
	}
	return !group.Staff || channel == ByPush
}

func (p person) quiet() Quiet {
	from, fromOK := minuteOfDay(p.From)
	to, toOK := minuteOfDay(p.To)
	switch {
	case p.NoQuiet:
		return Quiet{}
	case fromOK && toOK:
		return Quiet{from, to}
	}
	return usualQuiet
}

var hourAndMinute = regexp.MustCompile(`^([01]\d|2[0-3]):([0-5]\d)$`)

func minuteOfDay(written string) (int, bool) {
	parts := hourAndMinute.FindStringSubmatch(written)
	if parts == nil {
		return 0, false
	}
	hour, _ := strconv.Atoi(parts[1])
	minute, _ := strconv.Atoi(parts[2])
	return hour*60 + minute, true
}
