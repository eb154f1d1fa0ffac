package letters

import (
	"bytes"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestKeys_are_made_once_and_readable_by_the_service_only(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "keys")
	first, err := OpenKeys(dir, "Desa Taman Sari Kaja")
	if err != nil {
		t.Fatal(err)
	}
	again, err := OpenKeys(dir, "another name")
	if err != nil || !again.Certificate().Equal(first.Certificate()) || !again.QRKey().Equal(first.QRKey()) {
		t.Fatal("the keys changed", err)
	}
	if first.Name() != "Desa Taman Sari Kaja" || first.Kind() != OfficeSignature {
		t.Error(first.Name(), first.Kind())
	}
	for path, want := range map[string]os.FileMode{dir: 0o700, dir + "/office.key": 0o600, dir + "/office.crt": 0o600, dir + "/qr.key": 0o600} {
		info, err := os.Stat(path)
		if err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v %v", path, info, err)
		}
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 3 {
		t.Error("something was left behind")
	}
}

func TestKey_files_with_too_many_rights_are_closed(t *testing.T) {
	dir := t.TempDir()
	if _, err := OpenKeys(dir, "Desa"); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{dir, dir + "/qr.key"} {
		if err := os.Chmod(path, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := OpenKeys(dir, "Desa"); err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Stat(dir + "/qr.key"); info.Mode().Perm() != 0o600 {
		t.Error(info.Mode())
	}
}

func TestKey_and_certificate_of_the_operator_are_used(t *testing.T) {
	dir := t.TempDir()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	data := pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(key)})
	if err := os.WriteFile(dir+"/office.key", data, 0o644); err != nil {
		t.Fatal(err)
	}
	keys, err := OpenKeys(dir, "Desa")
	if err != nil || !key.PublicKey.Equal(keys.Certificate().PublicKey) {
		t.Fatal(err)
	}
	file := sealed(t, keys, rendered(t, sampleLetter(t, sampleText())))
	if v := VerifySeal(file); !v.By(keys.Certificate()) {
		t.Errorf("%+v", v)
	}
}

func TestKey_that_belongs_to_another_certificate_is_refused(t *testing.T) {
	dir, other := t.TempDir(), t.TempDir()
	for _, d := range []string{dir, other} {
		if _, err := OpenKeys(d, "Desa"); err != nil {
			t.Fatal(err)
		}
	}
	stranger, _ := os.ReadFile(other + "/office.crt")
	for _, c := range []struct {
		file string
		data []byte
	}{{"office.crt", stranger}, {"office.crt", []byte("bukan PEM")}, {"qr.key", []byte("-----")}, {"office.key", nil}} {
		path := filepath.Join(dir, c.file)
		before, _ := os.ReadFile(path)
		if err := os.WriteFile(path, c.data, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := OpenKeys(dir, "Desa"); err == nil || !strings.Contains(err.Error(), "letters: ") {
			t.Errorf("%s: %v", c.file, err)
		}
		if after, _ := os.ReadFile(path); !bytes.Equal(after, c.data) {
			t.Error("an operator's file was overwritten")
		}
		if err := os.WriteFile(path, before, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
