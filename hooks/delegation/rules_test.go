package delegation

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"mdesa/hooks/fault"
)

const today = "2026-11-23"

// village is an office with everybody in it: head, secretary, two officers, two
// hamlet heads, one who has retired, and an auditor. tempekan lies in kaja.
func village(delegations ...Delegation) *Staff {
	staff := &Staff{People: map[string]Person{}, Parents: map[string]string{"tempekan": "kaja"}, Delegations: delegations}
	for _, person := range []Person{
		{ID: "head", Name: "I Ketut Mudra", Role: VillageHead, Active: true, TermUntil: "2027-12-31"},
		{ID: "sec", Name: "I Komang Sudana", Role: Secretary, Active: true},
		{ID: "kasi", Name: "Ni Luh Widiani", Role: Officer, Active: true, Units: []string{"kasi_pelayanan"}},
		{ID: "kaur", Name: "I Kadek Yudi", Role: Officer, Active: true, TermUntil: "2026-11-30"},
		{ID: "kaja", Name: "I Gede Pasek", Role: HamletHead, Active: true, Hamlets: []string{"kaja"}},
		{ID: "kelod", Name: "I Nengah Wirata", Role: HamletHead, Active: true, Hamlets: []string{"kelod"}},
		{ID: "old", Name: "I Made Sunarta", Role: HamletHead, Hamlets: []string{"tengah"}},
		{ID: "audit", Name: "Ni Wayan Suasti", Role: Auditor, Active: true},
	} {
		staff.People[person.ID] = person
	}
	return staff
}

// from is a delegation of a post for the coming week.
func from(giver, to, form string) Delegation {
	return Delegation{ID: form + to, From: giver, To: to, Form: form, StartsOn: "2026-11-24", EndsOn: "2026-11-30"}
}

func (d Delegation) days(start, end string) Delegation { d.StartsOn, d.EndsOn = start, end; return d }

func (d Delegation) of(post string) Delegation { d.Post = post; return d }

func (d Delegation) only(services ...string) Delegation { d.Services = services; return d }

func (d Delegation) decree(day string) Delegation {
	d.DecreeNumber, d.DecreeDate = "7/2026", day
	return d
}

func (d Delegation) revoked(day string) Delegation { d.RevokedOn = day; return d }

func TestWhatCanBeDelegated(t *testing.T) {
	headGone := func(delegations ...Delegation) *Staff {
		staff := village(delegations...)
		gone := staff.People["head"]
		gone.TermUntil = "2026-11-23"
		staff.People["head"] = gone
		return staff
	}
	mandate := from("head", "sec", OnBehalf).of(VillageHead)
	daily := from("head", "sec", Daily).of(VillageHead)
	for _, c := range []struct {
		sentence string
		made     Delegation
		staff    *Staff
		want     string // "field key", or empty if it can be made
	}{
		{"the head hands over to the secretary while away", from("head", "sec", Daily), village(), ""},
		{"one day is enough", from("head", "sec", Daily).days("2026-11-24", "2026-11-24"), village(), ""},
		{"it can begin today", from("head", "sec", Daily).days(today, "2026-11-24"), village(), ""},
		{"it cannot begin yesterday", from("head", "sec", Daily).days("2026-11-22", "2026-11-24"), village(), "starts_on delegation.backdated"},
		{"it cannot end before it begins", from("head", "sec", Daily).days("2026-11-24", "2026-11-23"), village(), "ends_on delegation.ends_early"},
		{"30 February is no day", from("head", "sec", Daily).days("2026-02-30", "2026-11-24"), village(), "starts_on delegation.day"},
		{"a decree of the same day", from("head", "sec", Daily).decree("2026-11-24"), village(), ""},
		{"a decree that comes after it", from("head", "sec", Daily).decree("2026-11-25"), village(), "decree_date delegation.decree_late"},
		{"nobody delegates to themselves", from("head", "head", Daily), village(), "to delegation.self"},
		{"to nobody", from("head", "nobody", Daily), village(), "to delegation.nobody"},
		{"to an auditor", from("head", "audit", Daily), village(), "to delegation.auditor"},
		{"to one who has retired", from("kaja", "old", Daily), village(), "to delegation.not_in_office"},
		{"to one whose term ends within it", from("head", "kaur", Daily).days("2026-11-24", "2026-12-05"), village(), "to delegation.not_in_office"},
		{"to one whose term ends with it", from("head", "kaur", Daily), village(), ""},
		{"by one who has retired", from("old", "kelod", Daily), village(), "from delegation.not_in_office"},
		{"by an auditor", from("audit", "sec", Daily), village(), "from delegation.no_holder"},
		{"by nobody", from("", "sec", Daily).of(VillageHead), village(), "from delegation.no_holder"},
		{"an unknown form", from("head", "sec", "p.p."), village(), "form delegation.form"},

		{"a.n. to the secretary", from("head", "sec", OnBehalf), village(), ""},
		{"a.n. to an officer below the head", from("head", "kasi", OnBehalf), village(), ""},
		{"a.n. of the secretary to an officer", from("sec", "kasi", OnBehalf), village(), ""},
		{"a.n. upwards", from("sec", "head", OnBehalf), village(), "form delegation.on_behalf"},
		{"a.n. to a hamlet head", from("head", "kaja", OnBehalf), village(), "form delegation.on_behalf"},
		{"a.n. of a hamlet head", from("kaja", "kasi", OnBehalf), village(), "form delegation.on_behalf"},

		{"u.b. under an a.n.", from("sec", "kasi", ForThem), village(mandate), ""},
		{"u.b. without an a.n.", from("sec", "kasi", ForThem), village(), "form delegation.for_them"},
		{"u.b. longer than the a.n.", from("sec", "kasi", ForThem).days("2026-11-24", "2026-12-01"), village(mandate), "form delegation.for_them"},
		{"u.b. for all under an a.n. for some", from("sec", "kasi", ForThem), village(mandate.only("domicile")), "form delegation.for_them"},
		{"u.b. for the same services", from("sec", "kasi", ForThem).only("domicile"), village(mandate.only("domicile", "business")), ""},
		{"u.b. for other services", from("sec", "kasi", ForThem).only("police"), village(mandate.only("domicile")), "form delegation.for_them"},
		{"u.b. under an a.n. that ends early", from("sec", "kasi", ForThem), village(mandate.revoked("2026-11-26")), "form delegation.for_them"},
		{"u.b. under a Plh.", from("sec", "kasi", ForThem), village(daily), "form delegation.for_them"},
		{"u.b. to a hamlet head", from("sec", "kaja", ForThem), village(mandate), "form delegation.for_them"},
		{"one more link below a u.b.", from("kasi", "kaur", ForThem), village(mandate, from("sec", "kasi", ForThem).of(VillageHead)), "form delegation.for_them"},

		{"who acts as head hands that on", from("sec", "kasi", Daily).of(VillageHead), village(daily), "from delegation.chain"},
		{"who acts as head hands on their own post", from("sec", "kasi", Daily), village(daily), ""},

		{"Plt. while the head is in office", from("head", "sec", Acting), village(), "form delegation.not_vacant"},
		{"Plt. after the head's term", from("head", "sec", Acting), headGone(), ""},
		{"Pj. while the head is in office", from("", "sec", Caretaker).of(VillageHead), village(), "form delegation.not_vacant"},
		{"Pj. between two terms", from("", "sec", Caretaker).of(VillageHead), headGone(), ""},
		{"Pj. of nobody for a hamlet", from("", "kelod", Caretaker).of(HamletHead), village(), "from delegation.no_holder"},
		{"Plt. for a hamlet head who has retired", from("old", "kelod", Acting), village(), ""},
		{"Plh. after the head's term", from("head", "sec", Daily), headGone(), "from delegation.not_in_office"},

		{"a second Plh. of the head", from("head", "kasi", Daily), village(daily), "starts_on delegation.overlap"},
		{"a second Plh. from its last day on", from("head", "kasi", Daily).days("2026-11-30", "2026-12-05"), village(daily), "starts_on delegation.overlap"},
		{"the next Plh. after it", from("head", "kasi", Daily).days("2026-12-01", "2026-12-05"), village(daily), ""},
		{"the next Plh. after it was ended early", from("head", "kasi", Daily).days("2026-11-26", "2026-11-30"), village(daily.revoked("2026-11-26")), ""},
		{"a Plh. beside an a.n.", from("head", "kasi", Daily), village(mandate), ""},
		{"a Plh. of another hamlet head", from("kaja", "kasi", Daily), village(from("kelod", "kasi", Daily).of(HamletHead)), ""},
		{"a second Plh. of the same hamlet head", from("kaja", "kasi", Daily), village(from("kaja", "kelod", Daily).of(HamletHead)), "starts_on delegation.overlap"},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			if got := firstFault(Check(Complete(c.made, c.staff), c.staff, today)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// firstFault is "field key" of what is wrong, the fields in their order.
func firstFault(err error) string {
	var wrong *fault.Fault
	if !errors.As(err, &wrong) {
		return ""
	}
	var all []string
	for field, about := range wrong.Fields {
		all = append(all, field+" "+about.Key)
	}
	slices.Sort(all)
	return strings.Join(all, ", ")
}

func TestWhoMayDelegate(t *testing.T) {
	staff := village()
	for _, c := range []struct {
		maker string
		made  Delegation
		want  bool
	}{
		{"head", from("head", "sec", Daily).of(VillageHead), true},
		{"sec", from("head", "sec", Daily).of(VillageHead), false},
		{"kasi", from("head", "sec", Daily).of(VillageHead), false},
		{"head", from("sec", "kasi", Daily).of(Secretary), false},
		{"sec", from("sec", "kasi", ForThem).of(VillageHead), true},
		{"kaja", from("kaja", "kelod", Daily).of(HamletHead), true},
		{"kelod", from("kaja", "kelod", Daily).of(HamletHead), false},
		{"sec", from("kaja", "kelod", Daily).of(HamletHead), true},
		{"head", from("kasi", "kaur", Daily).of(Officer), true},
		{"audit", from("kaja", "kelod", Daily).of(HamletHead), false},
		{"old", from("old", "kelod", Acting).of(HamletHead), false},
		{"sec", from("", "sec", Caretaker).of(VillageHead), false},
		{"", from("", "sec", Caretaker).of(VillageHead), false},
	} {
		if got := MayMake(staff.People[c.maker], c.made, today); got != c.want {
			t.Errorf("%q making %s %s of %q: %v", c.maker, c.made.Form, c.made.To, c.made.From, got)
		}
	}
}

func TestADelegationEndsOnceAndNeverInThePast(t *testing.T) {
	running := from("head", "sec", Daily).days("2026-11-20", "2026-11-30")
	for _, c := range []struct {
		sentence string
		d        Delegation
		from     string
		want     string
	}{
		{"today", running, today, ""},
		{"on its last day", running, "2026-11-30", ""},
		{"yesterday", running, "2026-11-22", "revoked_on delegation.end_day"},
		{"after its last day", running, "2026-12-01", "revoked_on delegation.end_day"},
		{"without a day", running, "", "revoked_on delegation.end_day"},
	} {
		if got := firstFault(CheckEnd(c.d, c.from, today)); got != c.want {
			t.Errorf("%s: %q, want %q", c.sentence, got, c.want)
		}
	}
	for name, over := range map[string]Delegation{"ended": running.revoked("2026-11-25"), "run out": running.days("2026-11-01", "2026-11-22")} {
		if err := CheckEnd(over, today, today); !errors.Is(err, errEnded) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
