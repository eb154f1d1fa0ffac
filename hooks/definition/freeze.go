package definition

import (
	"bytes"
	"crypto/sha256"
	"encoding/base32"
	"encoding/json"
	"strings"
)

// Freeze is the definition as a request keeps it: its canonical JSON and an id
// made from that, 15 characters of [a-v0-9], so that equal definitions are kept
// once and an id says what it stands for. 75 bits of the body's SHA-256 are
// far more than the few thousand definitions an office ever has can collide in.
func (d *Definition) Freeze() (id string, body []byte) {
	whole := *d
	// One way to write "none": a page reads lists, never null.
	whole.Requirements = orEmpty(d.Requirements)
	whole.Form = orEmpty(d.Form)
	whole.Steps = orEmpty(d.Steps)
	if d.Standard == nil {
		whole.Standard = map[string]string{}
	}
	var written bytes.Buffer
	encoder := json.NewEncoder(&written)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(whole); err != nil {
		panic(err) // texts, numbers and lists of them: only NaN could fail, and JSON has none
	}
	body = bytes.TrimSuffix(written.Bytes(), []byte("\n"))
	sum := sha256.Sum256(body)
	return strings.ToLower(base32.HexEncoding.EncodeToString(sum[:])[:15]), body
}

// Thaw reads a frozen definition. It was sound when it was frozen, so names that
// the language has since given up are passed over: a case outlives the program.
func Thaw(body []byte) (*Definition, error) {
	d := &Definition{}
	if err := json.Unmarshal(body, d); err != nil {
		return nil, err
	}
	return d, nil
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
