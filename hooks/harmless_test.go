package hooks_test

import (
	"regexp"
	"testing"

	"mdesa/hooks/audit"
)

func TestTheDashboardAndTheTrailAgreeOnWhatIsHarmless(t *testing.T) {
	source := string(read(t, "pb_public/admin/purpose/purpose.js"))
	list := regexp.MustCompile(`(?s)const harmless = \[(.*?)\];`).FindStringSubmatch(source)[1]
	named := map[string]bool{}
	for _, name := range regexp.MustCompile(`"(\w+)"`).FindAllStringSubmatch(list, -1) {
		named[name[1]] = true
		if !audit.Harmless[name[1]] {
			t.Errorf("%s is harmless to the dashboard only", name[1])
		}
	}
	for name := range audit.Harmless {
		if !named[name] {
			t.Errorf("%s is harmless to the trail only", name)
		}
	}
}
