package satisfaction

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"
	"unicode"

	"mdesa/hooks/fault"
)

var (
	errOverall = fault.New(fault.Invalid, "rating.overall",
		"Pilih dulu nilai keseluruhan, dari tidak baik sampai sangat baik.",
		"First choose how it was on the whole, from not good to very good.")
	errScore = fault.New(fault.Invalid, "rating.score",
		"Nilai hanya dari 1 sampai 4.", "Scores run from 1 to 4.")
	errComment = fault.New(fault.Invalid, "rating.comment",
		"Saran paling panjang 1.000 huruf.", "A suggestion has at most 1,000 letters.")
)

const longestComment = 1000

// Answer is a filled form. Overall is needed; the nine are welcome.
type Answer struct {
	Overall int            `json:"overall"`
	Scores  map[string]int `json:"scores"` // by element; missing: not answered
	Comment string         `json:"comment"`
}

// Check says what is wrong with a form, at its fields.
func (a Answer) Check() error {
	if !isScore(a.Overall) {
		return errOverall.At("overall", errOverall)
	}
	for element, score := range a.Scores {
		if !isElement(element) || !isScore(score) {
			return errScore.At(element, errScore)
		}
	}
	if len([]rune(a.Comment)) > longestComment {
		return errComment.At("comment", errComment)
	}
	return nil
}

// Full tells whether all nine are answered: only then a form counts for the index.
func (a Answer) Full() bool { return len(a.Scores) == len(Elements) }

func isElement(key string) bool {
	for _, element := range Elements {
		if element == key {
			return true
		}
	}
	return false
}

// markOf stands for a request in its rating, so that there is one of each. It keeps
// lists, exports and the dashboard from leading back to a person; whoever holds
// the whole database and means to could still work it out.
func markOf(request string) string {
	sum := sha256.Sum256([]byte("mdesa rating\n" + request))
	return hex.EncodeToString(sum[:])
}

var traces = regexp.MustCompile(`\pN[\pN\s./()-]{6,}\pN|\S+@\S+`)

// commentOf is a comment as it is kept: without phone numbers, NIK, addresses and
// the like, which would tell who wrote it, and without signs that nobody sees but
// that turn the words around them.
func commentOf(comment string) string {
	seen := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' || unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, comment)
	return strings.TrimSpace(traces.ReplaceAllString(seen, "…"))
}
