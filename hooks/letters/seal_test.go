package letters

import (
	"strings"
	"testing"
)

func TestPoppler_calls_the_seal_valid_and_the_whole_file_signed(t *testing.T) {
	path := saved(t, "sealed", sealed(t, testKeys(t), rendered(t, sampleLetter(t, sampleText()))))
	report := tool(t, "pdfsig", "-nocert", path)
	for _, want := range []string{"Signature is Valid", "Total document signed"} {
		if !strings.Contains(report, want) {
			t.Errorf("pdfsig does not say %q:\n%s", want, report)
		}
	}
	if strings.Contains(report, "Not total") {
		t.Error(report)
	}
}
