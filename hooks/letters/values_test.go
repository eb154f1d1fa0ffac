package letters_test

import (
	"testing"

	"mdesa/hooks/letters"
)

func TestTemporaryNumbersAreMarkedOnALetter(t *testing.T) {
	values := letters.ValuesOf(letters.Facts{Resident: letters.Person{NIK: "0517104209900001", KK: "5171041202080001"}})
	for name, want := range map[string]string{
		"resident.nik": "0517104209900001 (sementara)", "resident.kk": "5171041202080001",
	} {
		if got := values[name].Text; got != want {
			t.Errorf("%s prints %q, want %q", name, got, want)
		}
	}
	if raw := values["resident.nik"].Raw; len(raw) != 1 || raw[0] != "0517104209900001" {
		t.Errorf("conditions compare with %q", raw)
	}
}
