package web_test

import (
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

// setTiles changes the office's choice, as the admin does.
func setTiles(t *testing.T, app core.App, template string) {
	t.Helper()
	office, err := app.FindFirstRecordByFilter("office", "1=1")
	if err != nil {
		t.Fatal(err)
	}
	office.Set("tiles", template)
	if err := app.Save(office); err != nil {
		t.Fatal(err)
	}
}

func TestPagesLetInTheServerOfTheMapsPicturesAndNoOther(t *testing.T) {
	v := apptest.New(t, register)
	pictures := func(page string) string {
		policy := v.Do("GET", page, nil, apptest.Guest).Want(200).Header.Get("Content-Security-Policy")
		_, rest, _ := strings.Cut(policy, "img-src ")
		list, _, _ := strings.Cut(rest, ";")
		return list
	}
	const own = "'self' data: blob:"
	for _, step := range []struct{ template, want string }{
		{"", own},
		{"https://tiles.example/{z}/{x}/{y}.png?key=a", own + " https://tiles.example"},
		{"https://other.example:8443/{z}/{x}/{y}.png", own + " https://other.example:8443"}, // without a restart
		{"", own},
	} {
		setTiles(t, v.App, step.template)
		for _, page := range []string{"/", "/laporan", "/petugas/pantau"} {
			if got := pictures(page); got != step.want {
				t.Errorf("%s with %q: img-src %s", page, step.template, got)
			}
		}
		if got := pictures("/sw.js"); got != own {
			t.Errorf("the service worker may fetch pictures from %s", got)
		}
	}
}

func TestAPageMayAskWhereItsReaderIsAndNobodyElse(t *testing.T) {
	permissions := newApp(t).Do("GET", "/laporan", nil, apptest.Guest).Header.Get("Permissions-Policy")
	if !strings.Contains(permissions, "geolocation=(self)") {
		t.Errorf("Permissions-Policy is %q", permissions)
	}
}
