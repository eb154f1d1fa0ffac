package beneficiaries

import (
	"slices"
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
)

// What is found out about a row of a list.
var (
	errNumber = fault.New(fault.Invalid, "benefit.row_number",
		"NIK atau nomor KK tidak 16 angka.", "The NIK or family card number has not 16 digits.")
	errRounded = fault.New(fault.Invalid, "benefit.row_rounded",
		"Excel membulatkan nomor ini. Ubah kolomnya menjadi Teks, tulis ulang nomornya, lalu simpan.",
		"Excel has rounded this number. Make the column text, write the number again, and save.")
	errUnknown = fault.New(fault.Invalid, "benefit.row_unknown",
		"Nomor ini tidak ada di register penduduk.", "This number is not in the population register.")
	errNoFamily = fault.New(fault.Invalid, "benefit.row_no_family",
		"Warga ini tidak punya kartu keluarga di register.", "This person is on no family card in the register.")
	errOtherName = fault.New(fault.Invalid, "benefit.row_other_name",
		"Nama di daftar lain dengan nama di register.", "The name on the list is not the one in the register.")
	errDead    = fault.New(fault.Invalid, "benefit.row_dead", "Tercatat meninggal dunia.", "Registered as deceased.")
	errMoved   = fault.New(fault.Invalid, "benefit.row_moved", "Tercatat pindah.", "Registered as moved away.")
	errNotHere = fault.New(fault.Invalid, "benefit.row_not_here",
		"Tidak tercatat hidup dan tinggal di sini.", "Not registered as living here.")
	errTwice = fault.New(fault.Invalid, "benefit.row_twice",
		"Sama dengan baris {row} di berkas ini.", "The same as row {row} of this file.")
	errSameFamily = fault.New(fault.Invalid, "benefit.row_same_family",
		"Satu keluarga dengan baris {row} di berkas ini.", "Of the same family as row {row} of this file.")
	errAmount = fault.New(fault.Invalid, "benefit.row_amount",
		"Jumlahnya bukan angka rupiah penuh, dan tidak ada barang.", "The amount is no whole number of rupiah, and nothing is given in kind.")
)

// Levels of what is wrong with a row.
const (
	Refused = "refused" // cannot be taken
	Warned  = "warned"  // an officer may take it all the same
)

// Problem is one thing about a row.
type Problem struct {
	Row          int    `json:"row"`  // 0: it is not in the file
	Name         string `json:"name"` // as the file has it
	Level        string `json:"level"`
	Key          string `json:"key"`
	Text         string `json:"text"`
	TextEN       string `json:"text_en"`
	Suggestion   string `json:"suggestion"`
	SuggestionEN string `json:"suggestion_en"`
}

// judged is a row with what was found out.
type judged struct {
	Entry
	resident, household string
	family              string // that the person lives in, also when the aid is their own
	problems            []Problem
	there               *core.Record // on the program's list already
	changes             []change
}

// heavier orders what was found: what stops a row counts before what is only told.
var heavier = []string{Refused, Warned, Changed, Gone, Same, ""}

// level is the heaviest of what was found; "" for a new row with nothing to say.
func (j *judged) level() string {
	level := ""
	for _, problem := range j.problems {
		if slices.Index(heavier, problem.Level) < slices.Index(heavier, level) {
			level = problem.Level
		}
	}
	return level
}

// doubleFor is why a row is taken although the same people get something else:
// an officer was told, and took it.
func (j *judged) doubleFor() string {
	for key, why := range map[string]string{errDouble.Key: "decided", errSameFamily.Key: "other_person"} {
		if slices.ContainsFunc(j.problems, func(p Problem) bool { return p.Key == key }) {
			return why
		}
	}
	return ""
}

func (j *judged) say(level string, what *fault.Fault, suggestion ...string) {
	problem := Problem{Row: j.Row, Name: j.Name, Level: level, Key: what.Key, Text: what.In("id"), TextEN: what.In("en")}
	if len(suggestion) == 2 {
		problem.Suggestion, problem.SuggestionEN = suggestion[0], suggestion[1]
	}
	j.problems = append(j.problems, problem)
}

// judge looks rows up, one after the other. It changes nothing.
type judge struct {
	app     core.App
	program string
	listing Listing
	kin     delegation.Kin
	seen    map[string]int  // resident or household → row
	named   map[string]bool // the same, of rows that cannot be taken too
	looked  []string        // residents whose data was read
}

// known is who a number leads to.
type known struct {
	ID, Name, Household, LifeStatus string
}

func (g *judge) row(entry Entry) (*judged, error) {
	j := &judged{Entry: entry}
	number := entry.NIK
	if number == "" {
		number = entry.KK
	}
	switch {
	case entry.Rounded:
		j.say(Refused, errRounded)
		return j, nil
	case len(number) != 16:
		j.say(Refused, errNumber)
		return j, nil
	}
	person, err := g.find(entry)
	if err != nil {
		return nil, err
	}
	if person == nil {
		id, en, err := g.namesakes(entry.Name)
		j.say(Refused, errUnknown, id, en)
		return j, err
	}
	g.looked = append(g.looked, person.ID)
	if err := g.heedThere(j, person); err != nil {
		return nil, err
	}
	g.heedPerson(j, person)
	if j.level() == Refused {
		return j, nil
	}
	return j, g.heedOthers(j)
}

// find goes by the NIK, and else by the head of the family of a KK. A NIK that is
// a KK number, and the other way round, is what lists often have.
func (g *judge) find(entry Entry) (*known, error) {
	const columns = "SELECT id, name, household, life_status FROM residents WHERE "
	for _, try := range [][2]string{
		{columns + "nik = {:number}", entry.NIK},
		{columns + "id = (SELECT r.id FROM residents r JOIN households h ON h.id = r.household WHERE h.kk = {:number} ORDER BY r.life_status != 'hidup', r.family_role != 'kepala keluarga', r.birth_date LIMIT 1)", entry.KK},
	} {
		if len(try[1]) != 16 {
			continue
		}
		var found []struct {
			ID, Name, Household string
			LifeStatus          string `db:"life_status"`
		}
		if err := g.app.DB().NewQuery(try[0] + " LIMIT 1").Bind(dbx.Params{"number": try[1]}).All(&found); err != nil {
			return nil, err
		}
		if len(found) > 0 {
			one := found[0]
			return &known{one.ID, one.Name, one.Household, one.LifeStatus}, nil
		}
		if entry.NIK != "" {
			break // a wrong NIK is not mended by guessing from the KK
		}
	}
	return nil, nil
}

// namesakes suggests who may be meant: people of that very name, by their last
// four digits.
func (g *judge) namesakes(name string) (id, en string, err error) {
	var found []struct{ ID, Last4, Hamlet string }
	err = g.app.DB().NewQuery(`SELECT r.id, substr(r.nik, -4) AS last4, COALESCE(m.name, '') AS hamlet FROM residents r LEFT JOIN hamlets m ON m.id = r.hamlet
		WHERE r.name = {:name} COLLATE NOCASE AND r.life_status = 'hidup' LIMIT 3`).Bind(dbx.Params{"name": strings.TrimSpace(name)}).All(&found)
	if err != nil || len(found) == 0 {
		return "", "", err
	}
	var texts, textsEN []string
	for _, one := range found {
		g.looked = append(g.looked, one.ID)
		texts = append(texts, "NIK berakhiran "+one.Last4+" ("+one.Hamlet+")")
		textsEN = append(textsEN, "NIK ending in "+one.Last4+" ("+one.Hamlet+")")
	}
	return "nama yang sama: " + strings.Join(texts, ", "), "the same name: " + strings.Join(textsEN, ", "), nil
}

// heedThere finds who is on the program's list already. Whoever is in the file,
// in whatever state, is not gone from it.
func (g *judge) heedThere(j *judged, person *known) (err error) {
	j.resident, j.family = person.ID, person.Household
	same := dbx.HashExp{"program": g.program, "target": OfPerson, "resident": j.resident}
	if g.listing.Target == OfHousehold {
		j.household = person.Household
		same = dbx.HashExp{"program": g.program, "target": OfHousehold, "household": j.household}
	}
	g.named[keyOf(g.listing.Target, j.resident, j.household)] = true
	var there []*core.Record
	if j.resident != "" && (g.listing.Target != OfHousehold || j.household != "") {
		there, err = g.app.FindAllRecords("beneficiaries", same)
	}
	if len(there) > 0 {
		j.there = there[0]
	}
	return err
}

func (g *judge) heedPerson(j *judged, person *known) {
	switch person.LifeStatus {
	case living:
	case dead:
		j.say(Refused, errDead)
	case moved:
		j.say(Refused, errMoved)
	default:
		j.say(Refused, errNotHere)
	}
	if g.listing.Target == OfHousehold && person.Household == "" {
		j.say(Refused, errNoFamily)
	}
	if j.Amount < 0 || j.there == nil && j.Amount == 0 && g.listing.Amount == 0 && j.InKind == "" {
		j.say(Refused, errAmount)
	}
	if !sameName(j.Name, person.Name) {
		j.say(Warned, errOtherName, "di register: "+person.Name, "in the register: "+person.Name)
	}
}

func (g *judge) heedOthers(j *judged) error {
	key := keyOf(g.listing.Target, j.resident, j.household)
	if row, twice := g.seen[key]; twice {
		j.say(Refused, errTwice.With("row", row))
		return nil
	}
	g.seen[key] = j.Row
	if row, twice := g.seen["f"+j.family]; twice && j.there == nil && j.household == "" && j.family != "" {
		j.say(Warned, errSameFamily.With("row", row))
	} else {
		g.seen["f"+j.family] = j.Row
	}
	starts := j.there == nil || j.there.GetString("status") == Candidate && g.listing.Status == Active
	if j.there != nil {
		if g.compare(j); j.level() == Refused || len(j.changes) == 0 {
			return nil
		}
	}
	own, err := isOwn(g.app, g.kin, j.resident, j.household)
	if err != nil {
		return err
	}
	if own && (g.listing.Status != Candidate || j.there != nil) {
		j.say(Refused, errOwn)
	}
	if !starts {
		return nil // it was weighed when it began
	}
	except := ""
	if j.there != nil {
		except = j.there.Id
	}
	doubles, err := doublesOf(g.app, except, g.listing.Target, j.resident, j.household)
	if err == nil && len(doubles) > 0 {
		j.say(Warned, doubleFault(doubles))
	}
	return err
}

// compare says what a row does to who is on the list already.
func (g *judge) compare(j *judged) {
	switch j.there.GetString("status") {
	case Stopped, Ended:
		j.say(Refused, errOver)
		return
	}
	if j.changes = j.changesIn(j.there, g.listing); len(j.changes) == 0 {
		j.problems = nil // a name that is spelt otherwise was decided on before
		j.say(Same, errSame)
		return
	}
	j.sayChanged()
}

// ours are the residents that were looked at, each once.
func (g *judge) ours() []string {
	slices.Sort(g.looked)
	return slices.Compact(g.looked)
}
