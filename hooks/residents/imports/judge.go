package imports

import (
	"slices"
	"strconv"
	"strings"

	"mdesa/hooks/fault"
	"mdesa/hooks/residents"
)

// Registered is a person as the register has them, in the same form as the
// values of a row; Values[Hamlet] is the hamlet's name, HamletID its id.
type Registered struct {
	ID, HamletID string
	Values       [columnCount]string
}

// Verdict is what becomes of a row.
type Verdict int

const (
	Refuse Verdict = iota
	Create
	Update
	Unchanged
)

// Change is a plain field that a row changes.
type Change struct {
	Column   Column
	From, To string
}

// spot is where a row stands, to point at it from another.
type spot struct {
	sheet string
	row   int
}

// family is a household as the file and the register know it so far.
type family struct {
	id       string // in the register, or given by the commit; "" before
	living   bool   // somebody living is in it
	hamlet   Place
	address  string
	rt, rw   string
	head     string // name of its living head, or ""
	headSpot spot
	first    spot // of the first row of people who join it
	joined   int
}

// Judge decides row by row what becomes of it. It remembers the numbers and
// families of the rows before.
type Judge struct {
	Today    string
	people   map[string]*Registered // by NIK: those that the next rows name
	families map[string]*family     // by KK number; nil: looked up, and there is none
	nameless map[string]*Registered // without NIK of their own, by nobodyKey
	rows     map[uint64]spot        // by NIK: half the memory of the digits
	nobodies map[string]spot        // of people without NIK, by nobodyKey

	// Unnumbered is why people without NIK cannot get temporary ones; nil when
	// they can.
	Unnumbered *fault.Fault
}

// NewJudge knows nobody yet.
func NewJudge(today string) *Judge {
	return &Judge{Today: today, people: map[string]*Registered{}, families: map[string]*family{},
		nameless: map[string]*Registered{}, rows: map[uint64]spot{}, nobodies: map[string]spot{}}
}

// nobodyKey tells apart people who have no NIK.
func nobodyKey(kk, name string) string { return kk + " " + strings.ToLower(name) }

// find is the person in the register whom a row is about, or nil.
func (j *Judge) find(p *Person) *Registered {
	if nik := p.Values[NIK]; nik != "" {
		return j.people[nik]
	}
	return j.nameless[nobodyKey(p.Values[KK], p.Values[Name])]
}

// Decide judges a row. Changes are for Update only.
func (j *Judge) Decide(p *Person) (Verdict, *Registered, []Change) {
	j.notTwice(p)
	registered := j.find(p)
	var changes []Change
	if registered != nil {
		forgive(p, registered)
		samePerson(p, registered)
		changes = j.compare(p, registered)
	} else {
		j.newcomer(p)
	}
	coherent(p, registered, j.Today)
	switch {
	case p.Refused():
		return Refuse, nil, nil
	case registered == nil:
		j.join(p)
		return Create, nil, nil
	case len(changes) == 0:
		return Unchanged, registered, nil
	}
	return Update, registered, changes
}

var (
	errRowTwice = fault.New(fault.Invalid, "import.row_twice",
		"NIK ini sudah ada di baris {row}{sheet}. Hapus salah satunya, atau betulkan NIK-nya.",
		"This NIK stands in row {row}{sheet} already. Remove one of them, or mend the NIK.")
	errPersonTwice = fault.New(fault.Invalid, "import.person_twice",
		"Orang tanpa NIK dengan nama dan KK yang sama sudah ada di baris {row}{sheet}.",
		"A person without NIK of the same name and family stands in row {row}{sheet} already.")
)

// notTwice refuses a row about somebody of an earlier one. That row may itself
// have been refused: which of the two is right, the office has to say.
func (j *Judge) notTwice(p *Person) {
	here, first, twice := spot{p.Sheet, p.Row}, spot{}, false
	reason, c := errRowTwice, NIK
	if number, err := strconv.ParseUint(p.Values[NIK], 10, 64); err == nil {
		if first, twice = j.rows[number]; !twice {
			j.rows[number] = here
		}
	} else if reason, c = errPersonTwice, Name; p.Values[Name] != "" && !p.faulty[NIK] {
		key := nobodyKey(p.Values[KK], p.Values[Name])
		if first, twice = j.nobodies[key]; !twice {
			j.nobodies[key] = here
		}
	}
	if twice {
		p.refuse(c, "", pointing(reason, first, p.Sheet))
	}
}

// pointing fills in which row a fault is about; the sheet only if it is another.
func pointing(reason *fault.Fault, at spot, from string) *fault.Fault {
	if at.sheet == from {
		return reason.With("row", at.row).With("sheet", "")
	}
	return reason.With("row", at.row).WithText("sheet", " lembar "+at.sheet, " of sheet "+at.sheet)
}

var (
	errOtherPerson = fault.New(fault.Invalid, "import.other_person",
		"NIK ini di register milik {name}, lahir {born}. Nama dan tanggal lahir di baris ini lain; betulkan NIK-nya.",
		"In the register this NIK belongs to {name}, born {born}. Name and birth date of this row are others; mend the NIK.")
	errNeedsEvent = fault.New(fault.Invalid, "import.needs_event",
		"{column} di register \"{from}\", di berkas \"{to}\". Tidak diubah oleh impor; catat sebagai peristiwa penduduk.",
		"{column}: the register has \"{from}\", the file \"{to}\". Imports leave it; record it as a life event.")
)

// samePerson refuses a row whose name and birth date are both another's: its NIK
// is a slip.
func samePerson(p *Person, registered *Registered) {
	name, born := p.Values[Name], p.Values[BirthDate]
	if name == "" || strings.EqualFold(name, registered.Values[Name]) || born == "" || registered.Values[BirthDate] == "" || born == registered.Values[BirthDate] {
		return
	}
	p.refuse(NIK, "", errOtherPerson.With("name", registered.Values[Name]).With("born", registered.Values[BirthDate]))
}

// forgive drops what was said against cells that hold what the register has: it
// may be older than the tables of today.
func forgive(p *Person, registered *Registered) {
	p.Problems = slices.DeleteFunc(p.Problems, func(problem Problem) bool {
		c := problem.Column
		return c != none && !problem.Warning && problem.Value != "" && c != NIK &&
			strings.EqualFold(unguarded(tidy(problem.Value)), registered.Values[c])
	})
}

// compare gives the plain fields that a row changes. What only life events
// change is told and left.
func (j *Judge) compare(p *Person, registered *Registered) (changes []Change) {
	for i := range p.Values {
		c := Column(i)
		to, from := p.Values[c], registered.Values[c]
		if to == "" || c == NIK || p.faulty[c] {
			continue
		}
		if c == Hamlet && p.Place.ID == registered.HamletID || same(c, from, to) {
			continue
		}
		if columns[c].event {
			p.warn(c, errNeedsEvent.WithText("column", columns[c].label, columns[c].labelEN).With("from", from).With("to", to))
			continue
		}
		changes = append(changes, Change{c, from, to})
	}
	return changes
}

// same tells whether two values mean the same to the register: registries write
// in capitals, and spreadsheets take zeros away.
func same(c Column, from, to string) bool {
	switch columns[c].manner {
	case asText, asName, asHamlet:
		return strings.EqualFold(from, to)
	case asArea:
		return strings.EqualFold(strings.TrimLeft(from, "0"), strings.TrimLeft(to, "0"))
	case asYesNo:
		return (from == yes) == (to == yes)
	case asDegrees:
		before, _ := strconv.ParseFloat(from, 64)
		after, _ := strconv.ParseFloat(to, 64)
		return before == after
	}
	return from == to
}

var (
	errNeeded = fault.New(fault.Invalid, "import.needed",
		"{column} harus diisi untuk warga baru. Bila selnya digabung (merge), pisahkan dan isi setiap baris.",
		"{column} is needed for a new resident. If its cell is merged, split it and fill in every row.")
	errHasTemporary = fault.New(fault.Invalid, "import.has_temporary",
		"Orang ini sudah tercatat di keluarga yang sama dengan NIK sementara {nik}. Ganti NIK-nya dulu di kartu warga, lalu impor lagi.",
		"This person is on record in the same family under the temporary NIK {nik}. Replace that on their card first, then import again.")
	errFamilyHamlet = fault.New(fault.Invalid, "import.family_hamlet",
		"Keluarga ini tercatat di {hamlet}. Satu kartu keluarga hanya di satu wilayah; perpindahan dicatat sebagai peristiwa.",
		"This family is on record in {hamlet}. A family card is in one hamlet only; a move is recorded as a life event.")
	errTwoHeads = fault.New(fault.Invalid, "import.two_heads",
		"Keluarga ini sudah punya kepala keluarga: {name}{place}. Satu KK hanya satu kepala.",
		"This family already has a head: {name}{place}. A family card has one head only.")
	warnFamilyArea = fault.New(fault.Invalid, "import.family_area",
		"{column} lain dari yang tercatat untuk keluarga ini ({value}); yang tercatat tetap dipakai.",
		"{column} differs from what is on record for this family ({value}), which stays.")
)

// newcomer checks what somebody needs who is not on record yet.
func (j *Judge) newcomer(p *Person) {
	for c, value := range map[Column]string{LifeStatus: "hidup", Citizenship: "WNI"} {
		if p.Values[c] == "" && !p.faulty[c] {
			p.Values[c] = value
		}
	}
	if before := j.nameless[nobodyKey(p.Values[KK], p.Values[Name])]; before != nil && p.Values[NIK] != "" {
		p.refuse(NIK, "", errHasTemporary.With("nik", before.Values[NIK]))
	}
	if p.Values[NIK] == "" && !p.faulty[NIK] && j.Unnumbered != nil {
		p.refuse(NIK, "", j.Unnumbered)
	}
	for _, c := range []Column{Name, FamilyRole, Sex} {
		if p.Values[c] == "" {
			p.refuse(c, "", errNeeded.WithText("column", columns[c].label, columns[c].labelEN))
		}
	}
	if p.Values[KK] == "" {
		p.refuse(KK, "", errNoKK)
		return
	}
	card := j.families[p.Values[KK]]
	if p.Values[Hamlet] == "" && card != nil && !p.faulty[Hamlet] {
		p.Place, p.Values[Hamlet] = card.hamlet, card.hamlet.Name
	}
	if p.Values[Hamlet] == "" {
		p.refuse(Hamlet, "", errNoHamlet)
	}
	if card != nil {
		j.fits(p, card)
	}
}

// fits checks a newcomer against the family that they join.
func (j *Judge) fits(p *Person, card *family) {
	if p.Values[Hamlet] != "" && p.Place.Name != card.hamlet.Name {
		p.refuse(Hamlet, card.hamlet.Name, errFamilyHamlet.With("hamlet", card.hamlet.Name))
	}
	if isHead(p) && card.head != "" {
		reason := errTwoHeads.With("name", card.head).With("place", "")
		if card.headSpot.row > 0 {
			at := card.headSpot
			reason = reason.WithText("place", pointing(inRow, at, p.Sheet).In("id"), pointing(inRow, at, p.Sheet).In("en"))
		}
		p.refuse(FamilyRole, "", reason)
	}
	for c, value := range map[Column]string{RT: card.rt, RW: card.rw} {
		if p.Values[c] != "" && !same(c, value, p.Values[c]) {
			p.warn(c, warnFamilyArea.With("column", columns[c].label).With("value", value))
		}
	}
}

var inRow = fault.New(fault.Invalid, "import.in_row", " (baris {row}{sheet})", " (row {row}{sheet})")

func isHead(p *Person) bool {
	return p.Values[FamilyRole] == "kepala keluarga" && p.Values[LifeStatus] == "hidup"
}

// join makes a newcomer part of their family.
func (j *Judge) join(p *Person) {
	card := j.families[p.Values[KK]]
	if card == nil {
		// Values are pieces of what was read, which would all stay for their sake.
		card = &family{hamlet: p.Place, address: strings.Clone(p.Values[Address]), rt: strings.Clone(p.Values[RT]), rw: strings.Clone(p.Values[RW])}
		j.families[strings.Clone(p.Values[KK])] = card
	}
	if card.joined++; card.joined == 1 {
		card.first = spot{p.Sheet, p.Row}
	}
	if isHead(p) {
		card.head, card.headSpot = strings.Clone(p.Values[Name]), spot{p.Sheet, p.Row}
	}
}

var warnNoHead = fault.New(fault.Invalid, "import.no_head",
	"Keluarga {kk} tidak punya kepala keluarga yang hidup, di berkas ini maupun di register.",
	"Family {kk} has no living head, neither in this file nor in the register.")

// headless are the families that were joined and have no living head.
func (j *Judge) headless() (problems []Problem) {
	for kk, card := range j.families {
		if card != nil && card.joined > 0 && card.head == "" {
			problems = append(problems, Problem{Sheet: card.first.sheet, Row: card.first.row, Place: -1, Column: KK, Value: kk,
				Reason: warnNoHead.With("kk", kk), Warning: true})
		}
	}
	return problems
}

// numberWarnings are what only looks odd about a NIK.
func numberWarnings(p *Person, today string) {
	if p.Values[NIK] == "" {
		return
	}
	_, warnings := residents.CheckNIK(p.Values[NIK], p.Values[BirthDate], p.Values[Sex], today)
	for _, warning := range warnings {
		p.warn(NIK, warning)
	}
}
