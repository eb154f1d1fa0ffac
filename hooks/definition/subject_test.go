package definition

import (
	"testing"
	"time"
)

func TestAServiceSaysForWhomItIs(t *testing.T) {
	birth := time.Date(2008, 3, 18, 0, 0, 0, 0, time.UTC) // 18 tomorrow
	wives := Subject{Sex: "P", MaritalStatus: []string{"kawin"}, FamilyRole: []string{"istri"}, MinAge: 17}
	for _, c := range []struct {
		says               string
		subject            Subject
		sex, marital, role string
		birth              time.Time
		want               string
	}{
		{"a service that asks nothing is for all", Subject{}, "", "", "", time.Time{}, ""},
		{"the right person", wives, "P", "kawin", "istri", birth, ""},
		{"a man", wives, "L", "kawin", "istri", birth, "subject.women"},
		{"a woman", Subject{Sex: "L"}, "P", "kawin", "istri", birth, "subject.men"},
		{"someone unmarried", wives, "P", "belum kawin", "istri", birth, "subject.marital_status"},
		{"someone of unknown status", wives, "P", "", "istri", birth, "subject.marital_status"},
		{"the head of the family", wives, "P", "kawin", "kepala keluarga", birth, "subject.family_role"},
		{"too young by a day", Subject{MinAge: 18}, "P", "", "", birth, "subject.min_age"},
		{"of unknown age", Subject{MinAge: 18}, "P", "", "", time.Time{}, "subject.no_birth_date"},
	} {
		got := c.subject.Check(c.sex, c.marital, c.role, c.birth, today)
		if (got == nil) != (c.want == "") || got != nil && got.Key != c.want {
			t.Errorf("%s: got %v, want %q", c.says, got, c.want)
		}
	}
	widows := Subject{MaritalStatus: []string{"cerai hidup", "cerai mati"}}
	want := "This service is for residents who are divorced / widowed, while the office's record says married. If that is wrong, have your family card updated or ask an officer to correct it."
	if got := widows.Check("P", "kawin", "", birth, today).In("en"); got != want {
		t.Error(got)
	}
}

func TestAgeCountsWholeYears(t *testing.T) {
	day := func(text string) time.Time { d, _ := time.Parse(time.DateOnly, text); return d }
	for _, c := range []struct {
		birth, today string
		want         int
	}{
		{"2000-03-17", "2026-03-17", 26}, {"2000-03-18", "2026-03-17", 25}, {"2000-12-31", "2026-01-01", 25},
		{"2008-02-29", "2026-02-28", 17}, {"2008-02-29", "2026-03-01", 18}, {"2026-03-17", "2026-03-17", 0},
	} {
		if got := Age(day(c.birth), day(c.today)); got != c.want {
			t.Errorf("born %s, on %s: %d", c.birth, c.today, got)
		}
	}
}
