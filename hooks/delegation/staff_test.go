package delegation

import (
	"slices"
	"testing"
)

func TestStatesOfADelegation(t *testing.T) {
	week := from("head", "sec", Daily)
	for _, c := range []struct {
		d         Delegation
		day, want string
	}{
		{week, "2026-11-23", Coming}, {week, "2026-11-24", InForce}, {week, "2026-11-30", InForce}, {week, "2026-12-01", Past},
		{week.revoked("2026-11-26"), "2026-11-25", InForce}, {week.revoked("2026-11-26"), "2026-11-26", Past},
		{week.revoked("2026-11-23"), "2026-11-23", Past}, {week.revoked("2026-11-24"), "2026-11-23", Past},
	} {
		if got := c.d.StateOn(c.day); got != c.want {
			t.Errorf("revoked %q, on %s: %s, want %s", c.d.RevokedOn, c.day, got, c.want)
		}
	}
}

func TestAMandateEndsWithWhoGaveIt(t *testing.T) {
	mandate := from("head", "sec", OnBehalf).of(VillageHead)
	below := from("sec", "kasi", ForThem).of(VillageHead)
	below.Under = mandate.ID
	gone := func(id string) func(*Staff) {
		return func(s *Staff) { person := s.People[id]; person.Active = false; s.People[id] = person }
	}
	for _, c := range []struct {
		sentence string
		person   string
		change   func(*Staff)
		made     []Delegation
		day      string
		want     int
	}{
		{"while all are there", "kasi", nil, []Delegation{mandate, below}, "2026-11-25", 1},
		{"before it", "kasi", nil, []Delegation{mandate, below}, "2026-11-23", 0},
		{"after it", "kasi", nil, []Delegation{mandate, below}, "2026-12-01", 0},
		{"when the a.n. above ended", "kasi", nil, []Delegation{mandate.revoked("2026-11-25"), below}, "2026-11-25", 0},
		{"when the secretary left", "kasi", gone("sec"), []Delegation{mandate, below}, "2026-11-25", 0},
		{"when the head left", "kasi", gone("head"), []Delegation{mandate, below}, "2026-11-25", 0},
		{"when the head left, for the secretary", "sec", gone("head"), []Delegation{mandate}, "2026-11-25", 0},
		{"a Plt. of a vacant post", "sec", gone("head"), []Delegation{from("head", "sec", Acting).of(VillageHead)}, "2026-11-25", 1},
		{"a Plt. once somebody holds the post", "sec", nil, []Delegation{from("", "sec", Acting).of(VillageHead)}, "2026-11-25", 0},
		{"a Pj. once somebody holds the post", "sec", nil, []Delegation{from("", "sec", Caretaker).of(VillageHead)}, "2026-11-25", 0},
		{"a Plh. outlives who left", "sec", gone("head"), []Delegation{from("head", "sec", Daily).of(VillageHead)}, "2026-11-25", 1},
	} {
		staff := village(c.made...)
		if c.change != nil {
			c.change(staff)
		}
		if got := staff.Powers(c.person, c.day); len(got) != c.want {
			t.Errorf("%s: %+v", c.sentence, got)
		}
	}
}

func TestAHeadOfAnAreaCoversWhatLiesInIt(t *testing.T) {
	staff := village(from("kaja", "kelod", Daily).of(HamletHead))
	if got := staff.Under([]string{"kaja"}); !slices.Equal(got, []string{"kaja", "tempekan"}) {
		t.Errorf("under Kaja: %v", got)
	}
	reach := staff.ReachOf(staff.People["kelod"], "2026-11-25")
	if want := []string{"kaja", "kelod", "tempekan"}; !slices.Equal(reach.Hamlets, want) || reach.Everywhere {
		t.Errorf("the head of Kelod, acting for Kaja, reaches %+v", reach)
	}
	if got := staff.ReachOf(staff.People["kelod"], "2026-12-01"); !slices.Equal(got.Hamlets, []string{"kelod"}) {
		t.Errorf("afterwards %+v", got)
	}
	if got := staff.ReachOf(staff.People["old"], today); got.Everywhere || len(got.Hamlets) > 0 {
		t.Errorf("one who has retired reaches %+v", got)
	}
	ring := &Staff{Parents: map[string]string{"a": "b", "b": "a"}}
	if got := ring.Under([]string{"c"}); !slices.Equal(got, []string{"c"}) {
		t.Errorf("a ring: %v", got)
	}
}

func TestWhoHoldsAPlace(t *testing.T) {
	staff := village(from("kaja", "kasi", Daily).of(HamletHead).only("domicile"))
	for _, c := range []struct {
		place Place
		want  []string
	}{
		{Place{Role: HamletHead, Hamlet: "tempekan", Service: "domicile"}, []string{"kaja", "kasi"}},
		{Place{Role: HamletHead, Hamlet: "kaja", Service: "business"}, []string{"kaja"}},
		{Place{Role: HamletHead, Hamlet: "tengah", Service: "domicile"}, nil},
		{Place{Role: Officer}, []string{"kasi", "kaur", "sec"}},
		{Place{Role: Officer, Unit: "kasi_pelayanan"}, []string{"kasi", "sec"}},
		{Place{Role: VillageHead}, []string{"head"}},
	} {
		var got []string
		for _, person := range staff.Holders(c.place, "2026-11-25") {
			got = append(got, person.ID)
		}
		slices.Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%+v: %v, want %v", c.place, got, c.want)
		}
	}
}

func TestSignatureForms(t *testing.T) {
	for _, c := range []struct {
		own      string
		capacity *Capacity
		form, as string
	}{
		{VillageHead, nil, "", ""},
		{Secretary, nil, OnBehalf, ""},
		{Officer, nil, ForThem, ""},
		{Secretary, &Capacity{Stepped: VillageHead}, OnBehalf, ""},
		{Secretary, &Capacity{Delegation: "d", Form: Daily, Post: VillageHead}, Daily, ""},
		{Officer, &Capacity{Delegation: "d", Form: OnBehalf, Post: VillageHead}, OnBehalf, ""},
		{Officer, &Capacity{Delegation: "d", Form: ForThem, Post: VillageHead}, ForThem, ""},
		{Officer, &Capacity{Delegation: "d", Form: Daily, Post: Secretary}, OnBehalf, Secretary},
		{Officer, &Capacity{Delegation: "d", Form: OnBehalf, Post: Secretary}, ForThem, ""},
		{HamletHead, &Capacity{Delegation: "d", Form: Daily, Post: Officer}, ForThem, Officer},
		{VillageHead, &Capacity{Stepped: Secretary}, "", ""},
	} {
		if form, as := c.capacity.Signs(c.own); form != c.form || as != c.as {
			t.Errorf("%s with %+v signs %q as %q, want %q as %q", c.own, c.capacity, form, as, c.form, c.as)
		}
	}
}
