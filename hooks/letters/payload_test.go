package letters

import (
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"strings"
	"testing"

	"mdesa/hooks/mask"
)

func samplePayload(t testing.TB) Payload {
	hash, err := sampleLetter(t, sampleText()).Hash()
	if err != nil {
		t.Fatal(err)
	}
	return Payload{Day: "2026-11-23", ValidUntil: "2027-05-23", Hash: hash, Kind: "business",
		Number: "500.2.2.4/012/TSK/XI/2026", Holder: mask.Name(budi.Name)}
}

func TestPayload_comes_back_as_it_was_and_is_small(t *testing.T) {
	keys := testKeys(t)
	for _, p := range []Payload{samplePayload(t), {Day: "1970-01-02"}, {Day: "2149-06-06", Certified: true, Holder: "Ḍ***"}} {
		text, err := keys.EncodePayload(p)
		if err != nil {
			t.Fatal(err)
		}
		back, err := DecodePayload(text, keys.QRKey())
		if err != nil || back != p {
			t.Errorf("%+v %v", back, err)
		}
		if n := base64.RawURLEncoding.DecodedLen(len(text)); n > 150 {
			t.Errorf("%d bytes", n)
		}
	}
}

// The page reads the same bytes in its own language: this pins where they are.
func TestPayload_has_the_documented_layout(t *testing.T) {
	keys := testKeys(t)
	p := samplePayload(t)
	text, _ := keys.EncodePayload(p)
	raw, _ := base64.RawURLEncoding.DecodeString(text)
	if raw[0] != 1 || raw[5] != 0 || int(raw[6])<<8|int(raw[7]) != 20780 || string(raw[10:26]) != string(p.Hash[:]) {
		t.Errorf("% x", raw[:26])
	}
	if raw[26] != 8 || string(raw[27:35]) != "business" || int(raw[35]) != len(p.Number) {
		t.Errorf("% x", raw[26:])
	}
	if !strings.HasPrefix(KeyID(keys.QRKey()), "k1") || KeyID(keys.QRKey())[2:4] != base16(raw[1]) {
		t.Error(KeyID(keys.QRKey()))
	}
}

func base16(b byte) string {
	return string("0123456789abcdef"[b>>4]) + string("0123456789abcdef"[b&15])
}

func TestChanged_payload_is_refused_at_every_byte(t *testing.T) {
	keys, other := testKeys(t), testKeys(t)
	text, _ := keys.EncodePayload(samplePayload(t))
	raw, _ := base64.RawURLEncoding.DecodeString(text)
	for i := range raw {
		raw[i] ^= 1
		if _, err := DecodePayload(base64.RawURLEncoding.EncodeToString(raw), keys.QRKey()); err == nil {
			t.Errorf("byte %d", i)
		}
		raw[i] ^= 1
	}
	if _, err := DecodePayload(text, other.QRKey()); !errors.Is(err, errPayloadKey) {
		t.Error("another office's code", err)
	}
	for _, short := range []string{"", text[:20], text[:len(text)-4], text + "AAAA"} {
		if _, err := DecodePayload(short, keys.QRKey()); err == nil {
			t.Error("cut or lengthened code")
		}
	}
}

func TestPayload_that_does_not_fit_is_refused_but_a_name_is_cut(t *testing.T) {
	keys := testKeys(t)
	if _, err := keys.EncodePayload(Payload{Day: "2026-11-23", Number: strings.Repeat("9", 81)}); !errors.Is(err, errPayloadLong) {
		t.Error(err)
	}
	if _, err := keys.EncodePayload(Payload{Day: "besok"}); err == nil {
		t.Error("no date")
	}
	text, err := keys.EncodePayload(Payload{Day: "2026-11-23", Holder: strings.Repeat("Ḍ***", 20)})
	back, err2 := DecodePayload(text, keys.QRKey())
	if err != nil || err2 != nil || len(back.Holder) > maxHolder {
		t.Error(err, err2, back.Holder)
	}
}

func TestHash_stands_for_what_the_paper_says(t *testing.T) {
	l := sampleLetter(t, sampleText())
	first, _ := l.Hash()
	l.QR = "lain"
	l.Letterhead.Logo = nil
	if same, _ := l.Hash(); same != first {
		t.Error("the code and the pictures are no part of it")
	}
	l.Body.Blocks[1].Labels[0].Value[0].Text = "Orang lain"
	if changed, _ := l.Hash(); changed == first {
		t.Error("another holder, the same hash")
	}
}

func FuzzDecodePayload(f *testing.F) {
	public := ed25519.NewKeyFromSeed(make([]byte, 32)).Public().(ed25519.PublicKey)
	keys := &Keys{qr: ed25519.NewKeyFromSeed(make([]byte, 32))}
	text, _ := keys.EncodePayload(Payload{Day: "2026-11-23", Number: "1/2026", Kind: "domicile", Holder: "B***"})
	f.Add(text)
	f.Add("")
	f.Fuzz(func(t *testing.T, given string) {
		p, err := DecodePayload(given, public)
		if err == nil && given != text {
			t.Errorf("accepted %q: %+v", given, p)
		}
		// The same bytes, signed by us: the reader of the inside must hold, too.
		if raw, err := base64.RawURLEncoding.DecodeString(given); err == nil && len(raw) > 30 {
			raw[0] = payloadVersion
			copy(raw[1:5], mustID(public))
			signed := append(raw, ed25519.Sign(keys.qr, raw)...)
			_, _ = DecodePayload(base64.RawURLEncoding.EncodeToString(signed), public)
		}
	})
}

func mustID(public ed25519.PublicKey) []byte {
	id := KeyID(public)[2:]
	out := make([]byte, 4)
	for i := range out {
		for _, c := range id[2*i : 2*i+2] {
			out[i] = out[i]<<4 | byte(strings.IndexRune("0123456789abcdef", c))
		}
	}
	return out
}
