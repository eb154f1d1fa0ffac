package sheet

import "testing"

func TestATableToDownloadRunsNothing(t *testing.T) {
	const want = "name,amount\n'=1+1,-5\n\"a, b\",\n"
	if got := string(CSV([][]string{{"name", "amount"}, {"=1+1", "-5"}, {"a, b", ""}})); got != want {
		t.Errorf("%q", got)
	}
	if got := string(CSVForExcel([][]string{{"a"}})); got != "\ufeffa\n" {
		t.Errorf("%q", got)
	}
}
