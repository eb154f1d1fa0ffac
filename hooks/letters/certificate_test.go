package letters

import (
	"testing"
	"time"
)

func TestTheOwnCertificateFollowsTheOfficesName(t *testing.T) {
	dir := t.TempDir()
	keys, err := OpenKeys(dir, "Desa Baru")
	if err != nil {
		t.Fatal(err)
	}
	before := keys.Certificate()
	if err := keys.Renew(dir, "Desa Baru", time.Now()); err != nil || keys.Certificate() != before {
		t.Errorf("renewed without need: %v", err)
	}
	if err := keys.Renew(dir, "Desa Puri Kencana", time.Now()); err != nil || keys.Name() != "Desa Puri Kencana" {
		t.Errorf("is called %s: %v", keys.Name(), err)
	}
	again, err := OpenKeys(dir, "other")
	if err != nil || again.Name() != "Desa Puri Kencana" {
		t.Errorf("opened again it is called %s: %v", again.Name(), err)
	}
	if err := again.Renew(dir, "Desa Puri Kencana", time.Now().AddDate(certificateYears, -6, 0)); err != nil || again.Certificate().Equal(keys.Certificate()) {
		t.Errorf("a certificate near its end was kept: %v", err)
	}
}
