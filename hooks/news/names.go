package news

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"strings"
)

// codeAlphabet leaves out what is mistaken on paper; it has 32 signs, so that
// every random byte gives one without favour.
const codeAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

const codeLength = 8

// newCode draws a receipt such as "K7QF2M9X", one of 10^12.
func newCode() string {
	draw := make([]byte, codeLength)
	_, _ = rand.Read(draw) // never fails; see crypto/rand
	for i, b := range draw {
		draw[i] = codeAlphabet[b%32]
	}
	return string(draw)
}

// showCode writes a code as people read it: "K7QF-2M9X".
func showCode(code string) string {
	if len(code) != codeLength {
		return code
	}
	return code[:4] + "-" + code[4:]
}

// readCode takes a code as people type it; "" where it cannot be one.
func readCode(typed string) string {
	code := strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(codeAlphabet, r):
			return r
		case strings.ContainsRune(" -.–", r):
			return -1
		}
		return '?'
	}, strings.ToUpper(typed))
	if len(code) != codeLength || strings.ContainsRune(code, '?') {
		return ""
	}
	return code
}

// sameWord compares two addresses without letting time tell how much fits.
func sameWord(a, b string) bool {
	one := sha256.Sum256([]byte(strings.ToLower(strings.TrimSpace(a))))
	two := sha256.Sum256([]byte(strings.ToLower(strings.TrimSpace(b))))
	return strings.TrimSpace(b) != "" && subtle.ConstantTimeCompare(one[:], two[:]) == 1
}

// MaskEnd keeps the last three signs of a number: "*** 001".
func MaskEnd(number string) string {
	if len(number) < 6 {
		return strings.Repeat("*", len(number))
	}
	return "*** " + number[len(number)-3:]
}
