package requests

import (
	"fmt"
	"reflect"
	"strings"
)

// shortest is how many hexadecimal digits of an event's hash a receipt shows:
// 64 bits, which nobody makes a second history for.
const shortest = 16

// ReadFingerprint takes the hash of an event as people copy it from a receipt,
// in groups or whole; empty if it cannot be one.
func ReadFingerprint(typed string) string {
	digits := strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9', r >= 'a' && r <= 'f':
			return r
		case r == ' ' || r == '-' || r == '\n':
			return -1
		}
		return '?'
	}, strings.ToLower(typed))
	if len(digits) < shortest || len(digits) > 64 || strings.ContainsRune(digits, '?') {
		return ""
	}
	return digits
}

// CheckLinks is [CheckChain] for a request whose content was removed when its
// time was over: what the hashes were made of is gone, so it looks whether each
// entry still names the one before it, and whether it is really empty.
func CheckLinks(events []Event) error {
	prev := ""
	for i, event := range events {
		switch {
		case event.Seq != i+1 || event.Prev != prev || len(event.Hash) != 64:
			return fmt.Errorf("entry %d does not follow the one before it", i+1)
		case event.Note != "" || !reflect.DeepEqual(event.Data, Effects{}):
			return fmt.Errorf("entry %d was written after the content was removed", i+1)
		}
		prev = event.Hash
	}
	return nil
}
