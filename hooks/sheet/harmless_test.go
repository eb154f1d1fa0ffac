package sheet

import "testing"

func TestATextIsNoFormulaAndComesBackAsItWas(t *testing.T) {
	for text, safe := range map[string]string{
		"=HYPERLINK(\"http://jahat.example\")": "'=HYPERLINK(\"http://jahat.example\")", "+1+1": "'+1+1", "@a": "'@a", "\tx": "'\tx", "\rx": "'\rx",
		"|x": "'|x", "%x": "'%x", "-x": "'-x", "'=x": "''=x", "-5": "-5", "-": "-", "Jalan Kamboja": "Jalan Kamboja", "": "", "100000000000": "100000000000",
	} {
		if got := Harmless(text); got != safe {
			t.Errorf("%q becomes %q, want %q", text, got, safe)
		}
		if back := Plain(Harmless(text)); back != text {
			t.Errorf("%q comes back as %q", text, back)
		}
	}
}
