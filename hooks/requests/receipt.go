package requests

import (
	"crypto/rand"
	"strings"
)

// receiptAlphabet has no letter or digit that is mistaken for another when
// read out at a counter or copied from paper: 30 signs, 8 of them give
// 6.5 × 10^11 receipts.
const receiptAlphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ"

const receiptLength = 8

// NewReceipt draws a random receipt code such as "K7QF2M9X".
func NewReceipt() string {
	code := make([]byte, 0, receiptLength)
	draw := make([]byte, 2*receiptLength)
	for len(code) < receiptLength {
		_, _ = rand.Read(draw) // never fails; see crypto/rand
		for _, b := range draw {
			// 240 is the largest multiple of 30 in a byte: taking more would favour the first signs.
			if b < 240 && len(code) < receiptLength {
				code = append(code, receiptAlphabet[int(b)%len(receiptAlphabet)])
			}
		}
	}
	return string(code)
}

// ShowReceipt writes a code as people read it: "K7QF-2M9X".
func ShowReceipt(code string) string {
	if len(code) != receiptLength {
		return code
	}
	return code[:4] + "-" + code[4:]
}

// ReadReceipt takes a code as people type it; empty if it cannot be one.
func ReadReceipt(typed string) string {
	code := strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(receiptAlphabet, r):
			return r
		case r == ' ' || r == '-' || r == '.' || r == '–':
			return -1
		}
		return '?'
	}, strings.ToUpper(typed))
	if len(code) != receiptLength || strings.ContainsRune(code, '?') {
		return ""
	}
	return code
}
