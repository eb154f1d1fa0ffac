package imports

import (
	"testing"

	"mdesa/hooks/sheet"
)

func TestNamesHoldLettersAndFourSigns(t *testing.T) {
	for typed, want := range map[string]string{
		"I WAYAN SUKARTA": "I WAYAN SUKARTA", "Ni Luh Ayu, S.Pd.": "Ni Luh Ayu, S.Pd.", "Ma`ruf": "Ma'ruf", "Ma’ruf": "Ma'ruf",
		"José Ávila-Putra": "José Ávila-Putra", "-": "", "": "",
	} {
		if got, _, wrong := readName(typed, 150); wrong != nil || got != want {
			t.Errorf("%q is %q, %v", typed, got, wrong)
		}
	}
	for typed, suggestion := range map[string]string{
		"I Wayan 2": "I Wayan", "Made/Putu": "MadePutu", "=cmd|' /C calc'!A0": "cmd' C calc'A", "Ni Luh (alm)": "Ni Luh alm", "😀 Made": "Made",
	} {
		if _, nearest, wrong := readName(typed, 150); wrong == nil || nearest != suggestion {
			t.Errorf("%q is a name, suggestion %q", typed, nearest)
		}
	}
}

func TestWhatCannotBeSeenIsTakenAway(t *testing.T) {
	for typed, want := range map[string]string{
		" I  Wayan\u00a0Sukarta\u200b\t": "I Wayan Sukarta", "\ufeffNIK": "NIK", "a\x00b": "ab", "Jose\u0301": "José", "\r\n": "", "a b": "a b",
	} {
		if got := tidy(typed); got != want {
			t.Errorf("%q is tidied to %q", typed, got)
		}
	}
}

func TestTextsThatASpreadsheetWouldRunAreGuardedAndComeBack(t *testing.T) {
	for _, text := range []string{"=1+1", "+62 812", "-cmd", "@SUM(A1)", "'petik", "''", "-8.65", "-", "Jalan Kamboja", "5171041705900001", "|x", "%0", "'123", "", "0012345678901"} {
		safe := guarded(text)
		if sheet.Runs(safe) {
			t.Errorf("%q would run", safe)
		}
		if back := unguarded(safe); back != text {
			t.Errorf("%q came back as %q", text, back)
		}
	}
	for _, text := range []string{"-8.65", "Jalan Kamboja", "-", "001"} {
		if guarded(text) != text {
			t.Errorf("%q needs no guard", text)
		}
	}
}

// A NIK in a number cell has lost its last digit: Excel keeps 15.
func TestNumbersThatLostTheirDigitsAreRefused(t *testing.T) {
	for _, c := range []struct {
		kind sheet.Kind
		text string
		key  string
	}{
		{sheet.Text, "5171041705900001", ""},
		{sheet.Text, "'517104 170590 0001", ""},
		{sheet.Text, "\u200b5171041705900001\u00a0", ""},
		{sheet.Number, "5171041705900001", ""}, // not written by a spreadsheet
		{sheet.Number, "5.171041705900001E+15", ""},
		{sheet.Number, "5.17104E+15", "import.rounded"},
		{sheet.Number, "5171041705900000", "import.rounded"},
		{sheet.Text, "5.17104E+15", "identity.lost_digits"},
		{sheet.Text, "5,17104E+15", "identity.lost_digits"},
		{sheet.Text, "517104170590000", "identity.length"},
		{sheet.Text, "517104170590000O", "identity.digits"},
		{sheet.Text, "1111111111111111", "identity.pattern"},
		{sheet.Text, "5171041705900000", "identity.serial"},
		{sheet.Number, "-5", "identity.length"},
		{sheet.Number, "NaN", "identity.digits"},
	} {
		_, wrong := readPersonNumber(sheet.Cell{Kind: c.kind, Text: c.text}, tidy(c.text), "2026-11-23")
		key := ""
		if wrong != nil {
			key = wrong.Key
		}
		if key != c.key {
			t.Errorf("%q (%d): fault %q, want %q", c.text, c.kind, key, c.key)
		}
	}
	for _, nobody := range []string{"", "0", "-", "0000000000000000"} {
		if nik, wrong := readPersonNumber(sheet.Cell{Text: nobody}, nobody, "2026-11-23"); nik != "" || wrong != nil {
			t.Errorf("%q asks for a temporary number, got %q %v", nobody, nik, wrong)
		}
	}
}

func TestDegreesYesNoTagsAndAreas(t *testing.T) {
	for typed, want := range map[string]string{"-8,6512": "-8.6512", "-8.65120": "-8.6512", "0": "", "": "", "-": "", "90": "90"} {
		if got, wrong := readDegrees(typed, 90); wrong != nil || got != want {
			t.Errorf("%q is %q, %v", typed, got, wrong)
		}
	}
	for _, typed := range []string{"91", "NaN", "Inf", "8°39'", "x"} {
		if got, wrong := readDegrees(typed, 90); wrong == nil {
			t.Errorf("%q is %q", typed, got)
		}
	}
	for typed, want := range map[string]string{"1": yes, "Ya": yes, "HAMIL": yes, "2": no, "Tidak Hamil": no, "": "", "0": ""} {
		if got, wrong := readYesNo(typed); wrong != nil || got != want {
			t.Errorf("%q is %q, %v", typed, got, wrong)
		}
	}
	if _, wrong := readTag("123456789"); wrong == nil {
		t.Error("a tag has ten letters or digits at least")
	}
	for typed, want := range map[string]string{"-": "", "000": "", "0": "", "001": "001", "2": "2"} {
		if got, wrong := readArea(typed, 10); wrong != nil || got != want {
			t.Errorf("%q is %q, %v", typed, got, wrong)
		}
	}
}
