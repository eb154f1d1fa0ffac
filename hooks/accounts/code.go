package accounts

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"strings"
)

// codeAlphabet leaves out what is mistaken on paper; it has 32 signs, so that
// every random byte gives one without favour.
const codeAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

// newCode draws a one-time code of 8 signs, 40 bits, as "7KQ4-M2XP".
func newCode() string {
	draw := make([]byte, 8)
	_, _ = rand.Read(draw) // never fails; see crypto/rand
	for i, b := range draw {
		draw[i] = codeAlphabet[b%32]
	}
	return string(draw[:4]) + "-" + string(draw[4:])
}

// hashCode is what is kept of a code, bound to the account it is for. A slow
// hash is not needed: a code is random, lives for days and works once.
func hashCode(account, code string) string {
	sum := sha256.Sum256([]byte(account + "\n" + plainCode(code)))
	return hex.EncodeToString(sum[:])
}

// plainCode is a code as typed, without what people put between its signs.
func plainCode(typed string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(codeAlphabet, r) {
			return r
		}
		return -1
	}, strings.ToUpper(typed))
}

// showCode writes a plain code as people read it: "7KQ4-M2XP".
func showCode(plain string) string {
	if len(plain) != 8 {
		return plain
	}
	return plain[:4] + "-" + plain[4:]
}

func sameCode(kept, account, code string) bool {
	return kept != "" && subtle.ConstantTimeCompare([]byte(kept), []byte(hashCode(account, code))) == 1
}
