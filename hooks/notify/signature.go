package notify

import (
	"crypto/hmac"
	"crypto/sha1" // #nosec G505 -- Twilio signs with HMAC-SHA1, which still holds
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"hash"
	"net/url"
	"slices"
	"strings"
)

// isSigned tells whether a callback comes from who knows the gateway's secret:
// an HMAC-SHA256 of the body, in hex or base64, or Twilio's HMAC-SHA1 of the
// address and the sorted form. Without a secret nothing is.
func (g Gateway) isSigned(signature, address string, body []byte) bool {
	if g.Secret == "" || signature == "" {
		return false
	}
	_, value, prefixed := strings.Cut(signature, "sha256=")
	if !prefixed {
		value = signature
	}
	var given, want []byte
	var err error
	switch g.Signing {
	case "twilio":
		given, err = base64.StdEncoding.DecodeString(signature)
		want = seal(sha1.New, g.Secret, []byte(twilioBase(address, body)))
	case "hmac_base64":
		given, err = base64.StdEncoding.DecodeString(value)
		want = seal(sha256.New, g.Secret, body)
	default:
		given, err = hex.DecodeString(value)
		want = seal(sha256.New, g.Secret, body)
	}
	return err == nil && hmac.Equal(given, want)
}

func seal(algorithm func() hash.Hash, secret string, content []byte) []byte {
	mac := hmac.New(algorithm, []byte(secret))
	mac.Write(content)
	return mac.Sum(nil)
}

func twilioBase(address string, body []byte) string {
	form, err := url.ParseQuery(string(body))
	if err != nil {
		return ""
	}
	names := make([]string, 0, len(form))
	for name := range form {
		names = append(names, name)
	}
	slices.Sort(names)
	base := address
	for _, name := range names {
		base += name + form.Get(name)
	}
	return base
}
