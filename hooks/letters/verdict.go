package letters

import (
	"bytes"
	"crypto/x509"
	"encoding/hex"
	"regexp"
	"strconv"

	"github.com/smallstep/pkcs7"
)

// Verdict is what a PDF's own signature says. It does not know the register: a
// revoked letter is still whole.
type Verdict struct {
	Signed      bool              // there is exactly one signature
	Whole       bool              // it covers the file from its first to its last byte
	Intact      bool              // what it covers is what was signed
	Certificate *x509.Certificate // of the signer; nil unless Intact
}

// By reports whether the file is what the owner of the certificate signed, byte
// for byte outside the signature itself.
func (v Verdict) By(certificate *x509.Certificate) bool {
	return v.Signed && v.Whole && v.Intact && v.Certificate.Equal(certificate)
}

// pdfsign writes the range and the signature one after the other; so does every
// signer of letters here, and nothing else needs to be understood.
var byteRange = regexp.MustCompile(`/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]`)

// VerifySeal checks the signature of a PDF. A file with something appended
// still holds a good signature, which PDF readers call valid: Whole is false then.
func VerifySeal(file []byte) (v Verdict) {
	found := byteRange.FindAllSubmatch(file, 2)
	if len(found) != 1 {
		return v
	}
	var r [4]int
	for i := range r {
		r[i], _ = strconv.Atoi(string(found[0][i+1])) // ten digits at most
	}
	holeEnd := r[2]
	hole := r[1]
	if r[0] != 0 || hole < 0 || holeEnd < hole+2 || holeEnd > len(file) || r[3] > len(file)-holeEnd {
		return v
	}
	if file[hole] != '<' || file[holeEnd-1] != '>' {
		return v
	}
	signature, err := hex.DecodeString(string(file[hole+1 : holeEnd-1]))
	if err != nil {
		return v
	}
	v.Signed = true
	v.Whole = holeEnd+r[3] == len(file)
	signed := bytes.Join([][]byte{file[:hole], file[holeEnd : holeEnd+r[3]]}, nil)
	v.Certificate = signerOf(signature, signed)
	v.Intact = v.Certificate != nil
	return v
}

// signerOf is the certificate whose key signed the content, or nil.
func signerOf(signature, content []byte) (signer *x509.Certificate) {
	defer func() {
		// The signature is anybody's upload, and the parser below was not
		// written for that.
		if recover() != nil {
			signer = nil
		}
	}()
	envelope, err := pkcs7.Parse(untilEnd(signature))
	if err != nil {
		return nil
	}
	envelope.Content = content
	if err := envelope.Verify(); err != nil {
		return nil
	}
	return envelope.GetOnlySigner()
}

// untilEnd drops the zeros that fill up the hole behind the signature, by the
// length that its outermost DER element states.
func untilEnd(der []byte) []byte {
	if len(der) < 4 || der[1] < 0x81 || der[1] > 0x83 {
		return der
	}
	octets := int(der[1] & 0x7f)
	length := 0
	for _, b := range der[2 : 2+octets] {
		length = length<<8 | int(b)
	}
	return der[:min(len(der), 2+octets+length)]
}
