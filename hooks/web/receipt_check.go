package web

import (
	"crypto/subtle"
	"strings"
	"time"
)

// ReceiptCheckTakes is how long every answer to a guest with a receipt takes, so
// that the time says nothing about whether there is such a receipt.
const ReceiptCheckTakes = 60 * time.Millisecond

// EndsWith compares the last four digits of a NIK or phone number with those that
// were typed, without letting time tell how many fit.
func EndsWith(number, last4 string) bool {
	last4 = strings.TrimSpace(last4)
	if len(last4) != 4 || len(number) < 4 {
		return false
	}
	return subtle.ConstantTimeCompare([]byte(number[len(number)-4:]), []byte(last4)) == 1
}
