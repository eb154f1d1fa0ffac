package letters

import (
	"bytes"
	"os"
	"path/filepath"
	"time"
)

// renewBefore is how long before its end a certificate made here is made anew.
const renewBefore = 365 * 24 * time.Hour

// Renew makes a new certificate for the same key when the one made here names
// the office differently or comes to its end; letters sealed before keep theirs
// inside the file. A certificate that somebody issued is left alone.
func (k *Keys) Renew(dir, officeName string, at time.Time) error {
	own := k.chain[0]
	madeHere := len(k.chain) == 1 && bytes.Equal(own.RawSubject, own.RawIssuer)
	if !madeHere || own.Subject.CommonName == commonName(officeName) && at.Before(own.NotAfter.Add(-renewBefore)) {
		return nil
	}
	data, err := selfSigned(k.signer, officeName)
	if err != nil {
		return err
	}
	chain, err := parseChain(data)
	if err != nil {
		return err
	}
	path := filepath.Join(dir, certFile)
	if err := os.WriteFile(path+".new", data, 0o600); err != nil {
		return err
	}
	if err := os.Rename(path+".new", path); err != nil {
		return err
	}
	k.chain = chain
	return syncDir(dir)
}

// commonName fits a name into a certificate: at most 64 characters (RFC 5280,
// ub-common-name).
func commonName(officeName string) string {
	name := []rune(oneLine(officeName))
	return string(name[:min(len(name), 64)])
}
