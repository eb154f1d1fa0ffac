package accounts

import (
	"strings"
	"testing"
)

func TestPasswordsThatAreEasyToGuessAreNamed(t *testing.T) {
	for password, want := range map[string]string{
		"":                         "short",
		"sembilan9":                "short",
		"padi-laut-biru":           "",
		"éééééééééé1":              "",
		strings.Repeat("padi", 18): "long",
		"Indonesia123":             "common",
		"QWERTYUIOP":               "common",
		"zzzzzzzzzzzz":             "common",
		"I Gede Pasek":             "name",
		"igedepasek":               "name",
		"kelian.kaja":              "name",
		"KelianKaja2026":           "name",
		"kelian.kaja-di-sawah":     "",
	} {
		if got := weakness(password, shortestOfStaff, "I Gede Pasek", "kelian.kaja", ""); got != want {
			t.Errorf("%q is %q, not %q", password, got, want)
		}
	}
}
