package hooks_test

import (
	"testing"
)

func TestASignatureIssuesANumberedSealedLetter(t *testing.T) {
	v := start(t)
	letter := v.signed()
	t.Log(letter.GetString("number"), letter.GetString("sha256"))
}
