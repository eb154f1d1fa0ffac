package imports

import "testing"

func TestDaysAsPeopleAndSpreadsheetsWriteThem(t *testing.T) {
	for typed, want := range map[string]string{
		"1990-05-17": "1990-05-17", "1990/5/17": "1990-05-17", "1990-05-17 00:00:00": "1990-05-17", "1990-05-17T00:00:00Z": "1990-05-17",
		"17-05-1990": "1990-05-17", "17/05/1990": "1990-05-17", "17.5.1990": "1990-05-17", "7-5-1990": "1990-05-07",
		"17 Mei 1990": "1990-05-17", "17-May-1990": "1990-05-17", "17 Agustus 1945": "1945-08-17", "1 Desember 2001": "2001-12-01",
		"28577": "1978-03-28", "28577.75": "1978-03-28", "1": "1900-01-01", "59": "1900-02-28", "61": "1900-03-01",
		"29-02-2024": "2024-02-29",
		"":           "", "-": "", "0000-00-00": "", "00/00/0000": "", "0": "",
	} {
		got, _, wrong := readDay(typed, false)
		if wrong != nil || got != want {
			t.Errorf("%q is %q (%v), want %q", typed, got, wrong, want)
		}
	}
}

func TestDaysOfOldMacsCountFrom1904(t *testing.T) {
	for typed, want := range map[string]string{"27115": "1978-03-28", "0": "", "1": "1904-01-02", "60": "1904-03-01"} {
		if got, _, wrong := readDay(typed, true); wrong != nil || got != want {
			t.Errorf("%q is %q (%v), want %q", typed, got, wrong, want)
		}
	}
}

// OpenSID #9696: a date that could not be read became 1 January 1970.
func TestOpenSIDBugAnImpossibleDateNeverBecomes1970(t *testing.T) {
	for typed, suggestion := range map[string]string{
		"31-02-1990": "", "30/02/2000": "", "29-02-2023": "", "1990-13-05": "1990-05-13", "05/17/1990": "1990-05-17",
		"17-05-90": "1990-05-17", "01/01/05": "2005-01-01", "17051990": "", "1990": "", "2001": "", "60": "",
		"besok": "", "17-XX-1990": "", "9999999": "", "1.7E+05": "", "=TODAY()": "", "17-05-0090": "", "tidak tahu": "",
	} {
		got, nearest, wrong := readDay(typed, false)
		if wrong == nil || got != "" || nearest != suggestion {
			t.Errorf("%q was read as %q, suggestion %q, fault %v", typed, got, nearest, wrong)
		}
	}
}
