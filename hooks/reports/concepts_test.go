package reports

import (
	"math"
	"slices"
	"testing"
)

func TestDistances(t *testing.T) {
	for _, c := range []struct{ lat1, lon1, lat2, lon2, want float64 }{
		{-8.65, 115.2166, -8.65, 115.2166, 0},
		{-8.65, 115.2166, -8.66, 115.2166, 1112},
		{0, 0, 0, 180, math.Pi * 6_371_000},
	} {
		if got := Metres(c.lat1, c.lon1, c.lat2, c.lon2); math.Abs(got-c.want) > 1 {
			t.Errorf("%v: %f", c, got)
		}
	}
}

func TestNumbersOfPeopleAreMasked(t *testing.T) {
	for text, want := range map[string]string{
		"NIK 5171040510639005 dan 5171-0405-1063-9005":      "NIK ••• dan •••",
		"hubungi 081239001234 atau +62 812-3900-1234":       "hubungi ••• atau •••",
		"telepon (0361) 226622, 0361-226622":                "telepon •••, •••",
		"surel wayan.s@contoh.id ya":                        "surel ••• ya",
		"Jalan Kamboja no. 12 sejak 23-11-2026 pukul 09.30": "Jalan Kamboja no. 12 sejak 23-11-2026 pukul 09.30",
		"tiang LPJU-441, biaya Rp 1.500.000":                "tiang LPJU-441, biaya Rp 1.500.000",
	} {
		if got := Mask(text); got != want {
			t.Errorf("%q reads %q, want %q", text, got, want)
		}
	}
}

func TestNamesAreShortened(t *testing.T) {
	for name, want := range map[string]string{"I Wayan Sudarma": "I*** W*** S***", "Ayu": "A***", "": "", "  Ni  Luh ": "N*** L***"} {
		if got := ShortName(name); got != want {
			t.Errorf("%q reads %q, want %q", name, got, want)
		}
	}
}

func TestTheStateOfAReportFollowsItsRequest(t *testing.T) {
	for _, c := range []struct {
		status            string
		forwarded, merged bool
		want              string
	}{
		{"submitted", false, false, New}, {"submitted", true, false, Forwarded},
		{"in_progress", false, false, Handling}, {"in_progress", true, false, Forwarded},
		{"returned", false, false, Handling}, {"returned", true, false, Forwarded},
		{"answered", true, false, Answered}, {"completed", true, false, Done},
		{"rejected", false, false, Refused}, {"rejected", true, true, Duplicate},
		{"cancelled", false, false, Refused}, {"expired", true, false, Refused},
	} {
		got := StateOf(c.status, c.forwarded, c.merged)
		if got != c.want || !slices.Contains(States, got) {
			t.Errorf("%+v is %s", c, got)
		}
		if IsOpen(got) != slices.Contains([]string{"submitted", "in_progress", "returned"}, c.status) {
			t.Errorf("%+v: open is %v", c, IsOpen(got))
		}
	}
}
