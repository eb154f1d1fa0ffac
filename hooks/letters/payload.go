package letters

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"time"
	"unicode/utf8"

	"mdesa/hooks/fault"
)

// Payload is what the QR code itself says of a letter, so that a phone can check
// it without network. It shows no more than the paper does.
//
// Its bytes, which stand base64url without padding in the address's fragment
// (all numbers big-endian, all text UTF-8):
//
//	offset  length
//	0       1       version, 1
//	1       4       key id: first 4 bytes of SHA-256 of the Ed25519 public key
//	5       1       flags; bit 0: the PDF carries a certified signature
//	6       2       day of the letter, in days since 1970-01-01
//	8       2       last day of validity, likewise; 0: without end
//	10      16      first 16 bytes of SHA-256 of the letter's data ([Letter.Hash])
//	26      1+k     length and text of the kind: the service's key
//	…       1+n     length and text of the letter's number
//	…       1+m     length and text of the holder's masked name ([MaskName])
//	…       64      Ed25519 signature of all bytes before it
//
// Nothing follows. A page finds the public key by "k1" + hex of the key id among
// those the office publishes; an unknown id means "not this office, or newer
// than this copy of the page".
type Payload struct {
	Certified  bool
	Day        string // "YYYY-MM-DD"
	ValidUntil string // "" is without end
	Hash       [16]byte
	Kind       string
	Number     string
	Holder     string // masked
}

const (
	payloadVersion = 1
	payloadFixed   = 26
	maxKind        = 40 // bytes
	maxNumber      = 80
	maxHolder      = 40
)

var (
	errPayloadKey  = errors.New("letters: payload signed by another key")
	errPayloadForm = errors.New("letters: not a payload")
	errPayloadSign = errors.New("letters: payload was changed")

	errPayloadLong = fault.New(fault.Invalid, "letter.payload_long",
		"Nomor surat atau kunci layanan terlalu panjang untuk kode QR. Pendekkan pola nomornya.",
		"The letter's number or the service's key is too long for the QR code. Shorten the number pattern.")
)

// KeyID names a public key as the keys route does: "k1" and 8 hex digits.
func KeyID(public ed25519.PublicKey) string {
	hash := sha256.Sum256(public)
	return "k1" + hex.EncodeToString(hash[:4])
}

// QRKey is the public key that checks QR codes.
func (k *Keys) QRKey() ed25519.PublicKey { return k.qr.Public().(ed25519.PublicKey) }

// EncodePayload writes and signs a payload as base64url. A masked name that is
// too long is cut; a number never is.
func (k *Keys) EncodePayload(p Payload) (string, error) {
	day, err := dayNumber(p.Day)
	until, err2 := dayNumber(p.ValidUntil)
	if err = errors.Join(err, err2); err != nil || p.Day == "" {
		return "", errPayloadForm
	}
	if len(p.Kind) > maxKind || len(p.Number) > maxNumber {
		return "", errPayloadLong
	}
	id := sha256.Sum256(k.QRKey())
	out := append([]byte{payloadVersion}, id[:4]...)
	out = append(out, flag(p.Certified))
	out = binary.BigEndian.AppendUint16(out, day)
	out = binary.BigEndian.AppendUint16(out, until)
	out = append(out, p.Hash[:]...)
	for _, text := range []string{p.Kind, p.Number, cut(p.Holder, maxHolder)} {
		out = append(out, byte(len(text)))
		out = append(out, text...)
	}
	out = append(out, ed25519.Sign(k.qr, out)...)
	return base64.RawURLEncoding.EncodeToString(out), nil
}

// DecodePayload reads a payload and checks its signature.
func DecodePayload(text string, public ed25519.PublicKey) (Payload, error) {
	raw, err := base64.RawURLEncoding.Strict().DecodeString(text)
	if err != nil || len(raw) < payloadFixed+3+ed25519.SignatureSize || raw[0] != payloadVersion {
		return Payload{}, errPayloadForm
	}
	id := sha256.Sum256(public)
	if string(raw[1:5]) != string(id[:4]) {
		return Payload{}, errPayloadKey
	}
	body, signature := raw[:len(raw)-ed25519.SignatureSize], raw[len(raw)-ed25519.SignatureSize:]
	if !ed25519.Verify(public, body, signature) {
		return Payload{}, errPayloadSign
	}
	p := Payload{
		Certified:  raw[5]&1 == 1,
		Day:        dayText(binary.BigEndian.Uint16(raw[6:])),
		ValidUntil: dayText(binary.BigEndian.Uint16(raw[8:])),
		Hash:       [16]byte(raw[10:26]),
	}
	rest := body[payloadFixed:]
	for _, target := range []*string{&p.Kind, &p.Number, &p.Holder} {
		if len(rest) == 0 || len(rest) < 1+int(rest[0]) {
			return Payload{}, errPayloadForm
		}
		*target, rest = string(rest[1:1+rest[0]]), rest[1+int(rest[0]):]
		if !utf8.ValidString(*target) {
			return Payload{}, errPayloadForm
		}
	}
	if len(rest) > 0 {
		return Payload{}, errPayloadForm
	}
	return p, nil
}

func flag(set bool) byte {
	if set {
		return 1
	}
	return 0
}

// dayNumber counts days since 1970-01-01; two bytes reach into 2149. Payloads
// of letters without end hold 0.
func dayNumber(day string) (uint16, error) {
	if day == "" {
		return 0, nil
	}
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return 0, err
	}
	days := t.Unix() / 86400
	if days < 1 || days > 0xffff {
		return 0, errPayloadForm
	}
	return uint16(days), nil
}

func dayText(days uint16) string {
	if days == 0 {
		return ""
	}
	return time.Unix(int64(days)*86400, 0).UTC().Format(time.DateOnly)
}

// cut shortens text to most bytes, between characters.
func cut(text string, most int) string {
	if len(text) <= most {
		return text
	}
	for most > 0 && !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most]
}

// Hash stands for the letter's data in its QR code. It covers what the paper
// says, not the PDF (the code is inside that) and not the pictures.
func (l Letter) Hash() ([16]byte, error) {
	data, err := json.Marshal(l)
	if err != nil {
		return [16]byte{}, err
	}
	sum := sha256.Sum256(data)
	return [16]byte(sum[:16]), nil
}
