package statistics

import (
	"testing"
	"time"
)

func TestSmallHamletsAreCountedTogether(t *testing.T) {
	areas := together([]Area{{Key: "a", Men: 30, Women: 30}, {Key: "b", Men: 2, Women: 1}, {Key: "c", Men: 100, Women: 90}, {Key: "d", Men: 40, Women: 3}})
	for _, a := range areas {
		if !a.large() {
			t.Errorf("%s is too small: %+v", a.Key, a)
		}
	}
	if len(areas) != 2 || areas[0].Key != "a+b+d" || areas[0].Women != 34 {
		t.Errorf("areas are %+v", areas)
	}
	if together([]Area{{Men: 30, Women: 30}, {Men: 1, Women: 1}}) != nil {
		t.Error("the village less one hamlet tells of two people")
	}
}

func TestAges(t *testing.T) {
	for born, want := range map[string]int{"2026-11-23": 0, "2021-11-24": 0, "2021-11-23": 1, "1951-11-23": 15, "1920-01-01": 15, "2027-01-01": ageless, "": ageless, "1990": ageless} {
		if got := ageGroup(born, "2026-11-23"); got != want {
			t.Errorf("%q is in group %d, want %d", born, got, want)
		}
	}
}

func TestReleasesLieFarApart(t *testing.T) {
	for last, want := range map[string]string{"2026-01-01": "2026-07-01", "2026-07-01": "2027-01-01", "2026-06-20": "2026-09-18", "2026-11-23": "2027-02-21"} {
		day, _ := time.Parse(time.DateOnly, last)
		if got := nextRelease(day).Format(time.DateOnly); got != want {
			t.Errorf("after %s comes %s, want %s", last, got, want)
		}
	}
}

func TestRareOccupationsStandTogether(t *testing.T) {
	columns, find := categories(map[string]int{"petani": 40, "guru": 20, "pilot": 1, "dokter": 2, "": 3}, []label{{Value: "Guru", Label: "Guru", LabelEN: "Teacher"}}, 2)
	keys := ""
	for _, c := range columns {
		keys += c.Key + " "
	}
	if keys != "petani guru others not_recorded " || find("pilot") != 2 || find("") != 3 || columns[1].LabelEN != "Teacher" {
		t.Errorf("columns are %s", keys)
	}
}
