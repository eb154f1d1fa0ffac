package notify

import (
	"net/netip"
	"testing"
	"time"
)

func TestNumbersAreOneHoweverTheyAreWritten(t *testing.T) {
	for written, want := range map[string]string{
		"0812-3450-0001": "6281234500001", "+62 812 3450 0001": "6281234500001", "6281234500001": "6281234500001",
		"0062 812 3450 0001": "6281234500001", "whatsapp:+6281234500001": "6281234500001", "+61 412 345 678": "61412345678",
		"": "", "0361": "", "nomor saya": "", "08123450000100000": "",
	} {
		if got := International(written); got != want {
			t.Errorf("%q is %q, want %q", written, got, want)
		}
	}
	for form, want := range map[string]string{"": "62812", "62": "62812", "+62": "+62812", "0": "0812"} {
		if got := inForm("62812", form); got != want {
			t.Errorf("%q: %q", form, got)
		}
	}
	if got := inForm("61412", "0"); got != "61412" {
		t.Error("a number abroad became", got)
	}
}

func TestQuietHoursMayGoOverMidnight(t *testing.T) {
	zone := time.FixedZone("WITA", 8*60*60)
	at := func(day, hour, minute int) time.Time { return time.Date(2026, 11, day, hour, minute, 0, 0, zone) }
	for _, c := range []struct {
		quiet Quiet
		at    time.Time
		until time.Time
	}{
		{usualQuiet, at(23, 20, 59), at(23, 20, 59)}, {usualQuiet, at(23, 21, 0), at(24, 6, 0)},
		{usualQuiet, at(24, 5, 59), at(24, 6, 0)}, {usualQuiet, at(24, 6, 0), at(24, 6, 0)},
		{Quiet{13 * 60, 15 * 60}, at(23, 14, 0), at(23, 15, 0)}, {Quiet{13 * 60, 15 * 60}, at(23, 15, 0), at(23, 15, 0)},
		{Quiet{}, at(23, 23, 0), at(23, 23, 0)},
	} {
		if got := c.quiet.until(c.at.UTC(), zone); !got.Equal(c.until) {
			t.Errorf("%v at %s: until %s, want %s", c.quiet, c.at, got, c.until)
		}
	}
}

func TestNyepiGoesFromSixToSix(t *testing.T) {
	zone := time.FixedZone("WITA", 8*60*60)
	for _, c := range []struct {
		day, hour int
		silent    bool
	}{{19, 5, false}, {19, 6, true}, {19, 23, true}, {20, 5, true}, {20, 6, false}} {
		at := time.Date(2026, 3, c.day, c.hour, 0, 0, 0, zone)
		if ends := nyepiUntil(at.UTC(), []string{"2026-03-19"}, zone); ends.After(at) != c.silent {
			t.Errorf("%s: until %s", at, ends)
		}
	}
	if isNyepi("cuti_bersama", "Cuti bersama Nyepi") || !isNyepi("nasional", "Hari Suci Nyepi (Tahun Baru Saka 1948)") {
		t.Error("the leave day counts as Nyepi")
	}
}

func TestPausesDoubleUntilAnHourAndDiffer(t *testing.T) {
	for n, want := range map[int]time.Duration{1: 10 * time.Second, 2: 20 * time.Second, 5: 160 * time.Second, 11: time.Hour, 50: time.Hour} {
		if got := backoff(n, 0.5); got != want {
			t.Errorf("after %d failures %s", n, got)
		}
		if backoff(n, 0) != want/2 || backoff(n, 1) != want*3/2 {
			t.Errorf("after %d failures always the same pause", n)
		}
	}
}

func TestATemplateIsFilledInOnePass(t *testing.T) {
	m := message{to: "6281", text: "a\"b\n{to}&=", id: "x1", token: "k"}
	if got := m.fill(`{"t":"{text}","i":"{id}"}`, "json"); got != `{"t":"a\"b\n{to}\u0026=","i":"x1"}` {
		t.Error(got)
	}
	if got := m.fill(`to={to}&m={text}`, "form"); got != "to=6281&m=a%22b%0A%7Bto%7D%26%3D" {
		t.Error(got)
	}
	if got := (message{token: "a:b\r\nX: y"}).fill("{token}", "header"); got != "a:b X: y" {
		t.Errorf("%q", got)
	}
	if got := (message{token: "a:b"}).fill("Basic {token_base64}", "header"); got != "Basic YTpi" {
		t.Error(got)
	}
}

func TestAnswersAreReadByPath(t *testing.T) {
	answer := map[string]any{"status": true, "data": map[string]any{"messages": []any{map[string]any{"id": float64(12)}}}}
	for path, want := range map[string]string{"status": "true", "data.messages.0.id": "12", "data.messages.1.id": "", "data": "", "x.y": ""} {
		if got := at(answer, path); got != want {
			t.Errorf("%s: %q", path, got)
		}
	}
}

func TestSignaturesAreThoseOfTheSecret(t *testing.T) {
	body := []byte(`{"id":"1"}`)
	g := Gateway{Secret: "kunci", Signing: "hmac_hex"}
	if g.isSigned("sha256=", "", body) || g.isSigned("", "", body) || (Gateway{}).isSigned("00", "", body) {
		t.Error("no signature is one")
	}
	// Twilio's own example (twilio.com/docs/usage/security).
	twilio := Gateway{Secret: "12345", Signing: "twilio"}
	form := []byte("CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212")
	if !twilio.isSigned("RSOYDt4T1cUTdK1PDd93/VVr8B8=", "https://mycompany.com/myapp.php?foo=1&bar=2", form) {
		t.Error("Twilio's example does not hold")
	}
}

func TestAddressesThatNobodySendsTo(t *testing.T) {
	for address, want := range map[string][2]bool{ // metadata, public
		"169.254.169.254": {true, false}, "fe80::1": {true, false}, "100.100.100.200": {true, false}, "::ffff:169.254.169.254": {true, false},
		"127.0.0.1": {false, false}, "10.0.0.1": {false, false}, "192.168.1.1": {false, false}, "100.64.0.1": {false, false}, "::1": {false, false},
		"0.0.0.0": {true, false}, "8.8.8.8": {false, true}, "2001:4860:4860::8888": {false, true},
	} {
		ip := netip.MustParseAddr(address)
		if isMetadata(ip) != want[0] || isPublic(ip) != want[1] {
			t.Errorf("%s: metadata %v, public %v", address, isMetadata(ip), isPublic(ip))
		}
	}
}
