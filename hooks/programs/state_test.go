package programs

import "testing"

func TestWhoIsGrownUpOnADay(t *testing.T) {
	kaja := []string{"kaja", "north"}
	for name, c := range map[string]struct {
		who  Supporter
		want string
	}{
		"seventeen today":            {Supporter{"2009-11-24", true, kaja}, NotRefused},
		"seventeen tomorrow":         {Supporter{"2009-11-25", true, kaja}, TooYoung},
		"of an area that holds Kaja": {Supporter{"1990-01-01", true, kaja}, NotRefused},
		"gone":                       {Supporter{"1990-01-01", false, kaja}, NotLiving},
		"next door":                  {Supporter{"1990-01-01", true, []string{"kelod"}}, Elsewhere},
		"no day of birth":            {Supporter{"", true, kaja}, NotRefused},
		"a broken day of birth":      {Supporter{"1990", true, kaja}, TooYoung},
	} {
		if got := WhyNot(c.who, "kaja", "2026-11-24"); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestWhatMayBecomeOfAProposal(t *testing.T) {
	open := map[[2]string]bool{{Open, Accepted}: true, {Open, Refused}: true, {Open, Merged}: true, {Open, Withdrawn}: true, {Accepted, Refused}: true, {Refused, Accepted}: true}
	for _, from := range ProposalStates {
		for _, to := range ProposalStates {
			if got := MayBecome(from, to); got != open[[2]string{from, to}] {
				t.Errorf("from %s to %s: %t", from, to, got)
			}
		}
	}
}

func TestPercentIsRoundedHalfUp(t *testing.T) {
	for _, c := range [][3]int64{{1, 200, 1}, {1, 201, 0}, {149, 200, 75}, {MaxAmount, MaxAmount, 100}, {3, 2, 150}, {0, 5, 0}} {
		if got := percentOf(c[0], c[1]); got == nil || int64(*got) != c[2] {
			t.Errorf("%d of %d", c[0], c[1])
		}
	}
	if percentOf(1, 0) != nil {
		t.Error("a share of nothing")
	}
}
