package budget_test

import (
	"strings"
	"testing"

	"mdesa/hooks/budget"
)

func TestADryRunNamesWhatItWouldChange(t *testing.T) {
	v := start(t)
	v.imports(plan, "plan")
	changed := strings.Replace(strings.Replace(plan, "450.000.000", "430.000.000", 1), "SiLPA,50.000.000", "SiLPA,30.000.000", 1)
	if changed == plan {
		t.Fatal("the file is the same")
	}
	for _, stage := range []string{"plan", "revised"} { // a first revision is read against the plan
		var found budget.Report
		v.sends("check", changed, stage, v.Secretary).Want(200).Into(&found)
		if found.Changed != 2 || found.Added+found.Removed != 0 || len(found.Differences) != 2 {
			t.Fatalf("%s: %+v", stage, found)
		}
		for _, one := range found.Differences {
			if one.Name == "" || *one.Before-*one.After != 20_000_000 {
				t.Errorf("%s: %+v", stage, one)
			}
		}
	}
}

func TestALineThatAFileLeavesOutIsNamedAndGoes(t *testing.T) {
	v := start(t)
	v.imports(plan, "plan")
	v.imports(report, "realised", "as_of", "2026-06-30")
	lines := strings.Split(strings.TrimSpace(report), "\n")
	shorter := strings.Join(append(lines[:len(lines)-2:len(lines)-2], lines[len(lines)-1]), "\n")
	var found budget.Report
	v.sends("check", shorter, "realised", v.Secretary).Want(200).Into(&found)
	if found.Removed != 1 || len(found.Differences) != 1 || found.Differences[0].After != nil || *found.Differences[0].Before == 0 {
		t.Fatalf("%+v", found)
	}
	gone := found.Differences[0].Code
	v.imports(shorter, "realised", "as_of", "2026-07-31")
	if record, err := v.FindFirstRecordByData("budget_lines", "code", gone); err == nil && record.GetFloat("realised") != 0 {
		t.Errorf("%s still says %v", gone, record.GetFloat("realised"))
	}
}

func TestARealisationCountsUpToADayOfItsYear(t *testing.T) {
	v := start(t)
	v.imports(plan, "plan")
	for _, day := range []string{"2027-01-01", "2025-12-31", "kemarin"} {
		if key := v.sends("import", report, "realised", v.Secretary, "as_of", day).Want(400).FieldKey("as_of"); key == "" {
			t.Errorf("%s is no fault", day)
		}
	}
}
