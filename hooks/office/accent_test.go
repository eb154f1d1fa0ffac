package office

import (
	"strings"
	"testing"
)

func TestAccentMustBeReadableOnWhite(t *testing.T) {
	for colour, want := range map[string]string{
		"#000000": "", "#8a3b12": "", "#767676": "", "#0B6E4F": "",
		"#777777": "office.accent_pale", "#ffd700": "office.accent_pale", "#ffffff": "office.accent_pale",
		"": "office.accent", "8a3b12": "office.accent", "#8a3": "office.accent", "#gggggg": "office.accent", "#8a3b1 ": "office.accent",
	} {
		got := ""
		if wrong := checkAccent(colour); wrong != nil {
			got = wrong.Key
		}
		if got != want {
			t.Errorf("%q: %q, want %q", colour, got, want)
		}
	}
	if text := checkAccent("#777777").In("en"); !strings.Contains(text, "4.4:1") {
		t.Errorf("%q does not give the contrast", text)
	}
}

func TestPublicAddressMustBeHTTPSOutsideOnesOwnMachine(t *testing.T) {
	for address, sound := range map[string]bool{
		"https://surat.desa.example": true, "https://surat.desa.example:8443": true,
		"http://localhost:8090": true, "http://127.0.0.1:8090": true, "http://[::1]:8090": true,
		"http://surat.desa.example": false, "surat.desa.example": false, "https://": false,
		"https://surat.desa.example/surat": false, "https://a@desa.example": false,
		"https://desa.example?x=1": false, "https://desa.example#": false, "javascript:alert(1)": false,
	} {
		if got := checkPublicURL(address) == nil; got != sound {
			t.Errorf("%s: sound %v", address, got)
		}
	}
}
