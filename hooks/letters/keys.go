package letters

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"time"
)

// Files of the key directory. An operator may put an office.key and office.crt
// of their own there (PEM, PKCS#8/PKCS#1/SEC1; the certificate first, its chain
// after it) before the first start.
const (
	keyFile  = "office.key"
	certFile = "office.crt"
	qrFile   = "qr.key"
)

// certificateYears is how long a certificate made here is valid. A letter stays
// checkable afterwards, but nothing new can be sealed.
const certificateYears = 10

// Keys are the office's secrets: an X.509 key that seals PDFs and an Ed25519 key
// that signs QR codes. They stay outside the database, which gets copied around.
type Keys struct {
	signer crypto.Signer
	chain  []*x509.Certificate // the office's own first
	qr     ed25519.PrivateKey
}

// OpenKeys reads the keys in a directory, and makes those that are missing. The
// directory is readable by the service only (0700, files 0600) and is made so
// if it is not. officeName stands in a new certificate.
func OpenKeys(dir, officeName string) (*Keys, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("letters: key directory: %w", err)
	}
	if err := os.Chmod(dir, 0o700); err != nil {
		return nil, fmt.Errorf("letters: key directory: %w", err)
	}
	k := &Keys{}
	if err := k.openOffice(dir, officeName); err != nil {
		return nil, fmt.Errorf("letters: %s, %s: %w", keyFile, certFile, err)
	}
	if err := k.openQR(filepath.Join(dir, qrFile)); err != nil {
		return nil, fmt.Errorf("letters: %s: %w", qrFile, err)
	}
	return k, nil
}

// Certificate is the office's own.
func (k *Keys) Certificate() *x509.Certificate { return k.chain[0] }

func (k *Keys) openOffice(dir, officeName string) error {
	keyPath, certPath := filepath.Join(dir, keyFile), filepath.Join(dir, certFile)
	keyPEM, err := readOrMake(keyPath, newOfficeKey)
	if err != nil {
		return err
	}
	if k.signer, err = parseKey(keyPEM); err != nil {
		return err
	}
	certPEM, err := readOrMake(certPath, func() ([]byte, error) { return selfSigned(k.signer, officeName) })
	if err != nil {
		return err
	}
	if k.chain, err = parseChain(certPEM); err != nil {
		return err
	}
	public, ok := k.signer.Public().(interface{ Equal(crypto.PublicKey) bool })
	if !ok || !public.Equal(k.chain[0].PublicKey) {
		return errors.New("key and certificate do not belong together")
	}
	return nil
}

// newOfficeKey is ECDSA P-256: every PDF reader knows it, and it signs in a
// twentieth of the time that RSA takes.
func newOfficeKey() ([]byte, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return nil, err
	}
	return pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}), nil
}

// selfSigned carries no extended key usage: with documentSigning alone, poppler
// reports an unknown issue.
func selfSigned(key crypto.Signer, officeName string) ([]byte, error) {
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 120))
	if err != nil {
		return nil, err
	}
	now := time.Now()
	template := &x509.Certificate{
		SerialNumber:          serial,
		Subject:               pkix.Name{CommonName: commonName(officeName)},
		NotBefore:             now.Add(-time.Hour),
		NotAfter:              now.AddDate(certificateYears, 0, 0),
		KeyUsage:              x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment, // nonRepudiation
		BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		return nil, err
	}
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), nil
}

func parseKey(data []byte) (crypto.Signer, error) {
	block, _ := pem.Decode(data)
	if block == nil {
		return nil, errors.New("no PEM key")
	}
	if key, err := x509.ParseECPrivateKey(block.Bytes); err == nil {
		return key, nil
	}
	if key, err := x509.ParsePKCS1PrivateKey(block.Bytes); err == nil {
		return key, nil
	}
	key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return nil, err
	}
	switch key := key.(type) {
	case *ecdsa.PrivateKey:
		return key, nil
	case *rsa.PrivateKey:
		return key, nil
	}
	return nil, fmt.Errorf("a %T cannot sign PDFs; use ECDSA or RSA", key)
}

func parseChain(data []byte) ([]*x509.Certificate, error) {
	var chain []*x509.Certificate
	for block, rest := pem.Decode(data); block != nil; block, rest = pem.Decode(rest) {
		if block.Type != "CERTIFICATE" {
			continue
		}
		certificate, err := x509.ParseCertificate(block.Bytes)
		if err != nil {
			return nil, err
		}
		chain = append(chain, certificate)
	}
	if len(chain) == 0 {
		return nil, errors.New("no PEM certificate")
	}
	return chain, nil
}

func (k *Keys) openQR(path string) error {
	data, err := readOrMake(path, func() ([]byte, error) {
		_, key, err := ed25519.GenerateKey(rand.Reader)
		return pem.EncodeToMemory(&pem.Block{Type: "ED25519 SEED", Bytes: key.Seed()}), err
	})
	if err != nil {
		return err
	}
	block, _ := pem.Decode(data)
	if block == nil || len(block.Bytes) != ed25519.SeedSize {
		return errors.New("no PEM seed of 32 bytes")
	}
	k.qr = ed25519.NewKeyFromSeed(block.Bytes)
	return nil
}

// readOrMake reads a secret file and takes others' rights to it away. A missing
// one is made whole or not at all: a key that was half written when the power
// went would lock the office out.
func readOrMake(path string, create func() ([]byte, error)) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err == nil {
		return data, os.Chmod(path, 0o600)
	}
	if !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	if data, err = create(); err != nil {
		return nil, err
	}
	if err := writeWhole(path, data); err != nil {
		return nil, err
	}
	return os.ReadFile(path) // another process may have been faster
}

func writeWhole(path string, data []byte) error {
	file, err := os.CreateTemp(filepath.Dir(path), ".new-*") // mode 0600
	if err != nil {
		return err
	}
	defer os.Remove(file.Name())
	_, err = file.Write(data)
	if err = errors.Join(err, file.Sync(), file.Close()); err != nil {
		return err
	}
	// A link fails where a rename would overwrite.
	if err := os.Link(file.Name(), path); err != nil && !errors.Is(err, os.ErrExist) {
		return err
	}
	return syncDir(filepath.Dir(path))
}

func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
