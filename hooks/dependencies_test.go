package hooks_test

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// dependencies are the modules that the code names itself, and what for.
var dependencies = map[string]string{
	"github.com/pocketbase/pocketbase": "the framework",
	"github.com/signintech/gopdf":      "draws letters",
	"github.com/digitorus/pdfsign":     "seals letters",
	"github.com/smallstep/pkcs7":       "checks a seal",
	"rsc.io/qr":                        "draws QR codes",
	"golang.org/x/text":                "composes letters of the alphabet (NFC)",
	"golang.org/x/time":                "limits attempts",
	"github.com/chromedp/chromedp":     "tests: drives Chromium",
	"github.com/xuri/excelize/v2":      "writes workbooks of residents and budgets",

	"github.com/microcosm-cc/bluemonday":    "keeps what is written for the public harmless",
	"github.com/SherClockHolmes/webpush-go": "sends notices to phones (Web Push)",

	"github.com/gabriel-vasile/mimetype":       alongWithPocketBase,
	"github.com/pocketbase/dbx":                alongWithPocketBase,
	"github.com/pocketbase/ozzo-validation/v4": alongWithPocketBase,
	"github.com/spf13/cobra":                   alongWithPocketBase,
	"golang.org/x/net":                         alongWithPocketBase,
	"github.com/disintegration/imaging":        alongWithPocketBase,
	"github.com/chromedp/cdproto":              alongWithChromedp,
	"github.com/digitorus/pdf":                 alongWithPdfsign,
}

const (
	alongWithPocketBase = "comes with PocketBase"
	alongWithChromedp   = "comes with chromedp: what Chromium tells"
	alongWithPdfsign    = "comes with pdfsign: reads the sealed range of a letter"
)

const maxDependencies = 11

var directRequirement = regexp.MustCompile(`(?m)^\t(\S+) v\S+$`) // without "// indirect" behind it

func TestFewDependenciesEachWithAPurpose(t *testing.T) {
	var direct []string
	for _, match := range directRequirement.FindAllSubmatch(read(t, "go.mod"), -1) {
		direct = append(direct, string(match[1]))
	}
	slices.Sort(direct)
	if known := slices.Sorted(maps.Keys(dependencies)); !slices.Equal(direct, known) {
		t.Errorf("go.mod needs %v\nthe list here has %v", direct, known)
	}
	chosen := 0
	for _, purpose := range dependencies {
		if !strings.HasPrefix(purpose, "comes with ") {
			chosen++
		}
	}
	if chosen > maxDependencies {
		t.Errorf("%d dependencies of our own choice, at most %d", chosen, maxDependencies)
	}
}
