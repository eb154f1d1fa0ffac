package hooks_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/pocketbase/dbx"

	"mdesa/hooks/apptest"
)

var (
	linked     = regexp.MustCompile(`\]\(([^)#:]+)\)|src="([^":]+)"`)
	setting    = regexp.MustCompile(`\bMDESA_[A-Z_]+\b`)
	seeded     = regexp.MustCompile(`(\d+) letters are seeded`)
	filed      = regexp.MustCompile(`-d '(\{"id":.*\})'`)
	apiAddress = regexp.MustCompile(`localhost:8090(/api/[^\s"'\\]+)`)
)

func TestTheReadmePointsToWhatIsThere(t *testing.T) {
	for _, match := range linked.FindAllSubmatch(read(t, "README.md"), -1) {
		name := string(match[1]) + string(match[2])
		if _, err := os.Stat(filepath.Join("..", name)); err != nil {
			t.Errorf("README.md: %v", err)
		}
	}
}

// Settings of tests are no business of who runs the program.
func TestTheReadmeKnowsEverySetting(t *testing.T) {
	inCode := map[string]bool{}
	for _, file := range goFiles(t) {
		if strings.HasSuffix(file, "_test.go") || strings.HasPrefix(file, "hooks/apptest/") {
			continue
		}
		for _, name := range setting.FindAllString(string(read(t, file)), -1) {
			inCode[name] = true
		}
	}
	inReadme := map[string]bool{}
	for _, name := range setting.FindAllString(string(read(t, "README.md")), -1) {
		inReadme[name] = true
	}
	if !maps.Equal(inCode, inReadme) {
		t.Errorf("the code reads %v, the README tells of %v", slices.Sorted(maps.Keys(inCode)), slices.Sorted(maps.Keys(inReadme)))
	}
}

func TestTheReadmeCountsTheLettersOfANewOffice(t *testing.T) {
	v := start(t)
	have, err := v.CountRecords("services", dbx.HashExp{"kind": "letter"})
	if err != nil {
		t.Fatal(err)
	}
	if said := seeded.FindSubmatch(read(t, "README.md")); said == nil || string(said[1]) != fmt.Sprint(have) {
		t.Errorf("%d letters are seeded, the README says %s", have, said)
	}
}

// The README files a general letter with curl; here the same body goes in, with
// real ids for what stands in angle brackets.
func TestTheReadmesExampleWorks(t *testing.T) {
	v := start(t)
	said := filed.FindSubmatch(read(t, "README.md"))
	if said == nil {
		t.Fatal("the README files nothing any more")
	}
	papers := v.Papers()
	body := strings.NewReplacer("<service id>", v.Service("general").Id,
		"<document id>", papers["ktp"].([]any)[0].(string)).Replace(string(said[1]))
	for range 2 {
		v.Do("POST", "/api/collections/requests/records", body, v.Resident).Want(200)
	}
	var example struct{ ID string }
	if err := json.Unmarshal([]byte(body), &example); err != nil {
		t.Fatal(err)
	}
	v.Do("GET", "/api/requests/"+example.ID+"/actions", nil, v.Resident).Want(200)
	if n, _ := v.CountRecords("requests"); n != 1 {
		t.Errorf("sent twice, filed %d times", n)
	}
}

func TestTheReadmesAddressesAreAnswered(t *testing.T) {
	v := start(t)
	for _, match := range apiAddress.FindAllSubmatch(read(t, "README.md"), -1) {
		address := string(match[1])
		got := v.Do("GET", address, nil, apptest.Guest).Key()
		sent := v.Do("POST", address, "{}", apptest.Guest).Status
		if got == "web.no_route" && sent == 404 {
			t.Errorf("nothing answers at %s", address)
		}
	}
}
