package requests_test

import (
	"strings"
	"testing"

	"mdesa/hooks/requests"
)

func TestAFingerprintIsReadAsPeopleCopyIt(t *testing.T) {
	whole := strings.Repeat("0123456789abcdef", 4)
	for typed, want := range map[string]string{
		"0123 4567 89AB CDEF": "0123456789abcdef",
		"0123-4567-89ab-cdef": "0123456789abcdef",
		whole:                 whole,
		"0123 4567 89ab":      "", // too short to say anything
		whole + "0":           "",
		"0123 4567 89ab cdeg": "",
		"":                    "",
		"' OR 1=1 --":         "",
	} {
		if got := requests.ReadFingerprint(typed); got != want {
			t.Errorf("%q reads %q", typed, got)
		}
	}
}

func TestLinksOfAnEmptiedHistoryAreStillChecked(t *testing.T) {
	hash := func(digit string) string { return strings.Repeat(digit, 64) }
	chain := func() []requests.Event {
		return []requests.Event{{Seq: 1, Hash: hash("a")}, {Seq: 2, Prev: hash("a"), Hash: hash("b")}, {Seq: 3, Prev: hash("b"), Hash: hash("c")}}
	}
	if err := requests.CheckLinks(chain()); err != nil {
		t.Error(err)
	}
	for name, tamper := range map[string]func([]requests.Event) []requests.Event{
		"one is missing":           func(e []requests.Event) []requests.Event { return append(e[:1], e[2]) },
		"one was changed":          func(e []requests.Event) []requests.Event { e[1].Hash = hash("d"); return e },
		"two changed their places": func(e []requests.Event) []requests.Event { e[0], e[1] = e[1], e[0]; return e },
		"a note was slipped in":    func(e []requests.Event) []requests.Event { e[1].Note = "Disetujui."; return e },
		"a hash is gone":           func(e []requests.Event) []requests.Event { e[2].Hash = ""; return e },
	} {
		if requests.CheckLinks(tamper(chain())) == nil {
			t.Error("nobody notices that ", name)
		}
	}
}
