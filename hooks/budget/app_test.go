package budget_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/access"
	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
	"mdesa/hooks/budget"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
)

func TestMain(m *testing.M) { apptest.Main(m) }

func register(app core.App) {
	fault.Register(app)
	access.Register(app)
	audit.Register(app)
	office.Register(app)
	delegation.Register(app)
	budget.Register(app)
}

// village is Taman Sari with its money.
type village struct {
	*apptest.App
	t testing.TB
}

func start(t testing.TB) village {
	t.Helper()
	return village{apptest.New(t, register), t}
}

const plan = `TAHUN ANGGARAN 2026,,,,
Kode Rekening,,Uraian,Anggaran,Sumber Dana
,4.2.1,Dana Desa,600.000.000,DDS
,4.2.3,Alokasi Dana Desa,400.000.000,ADD
01.01.01,,Penyediaan Penghasilan Tetap dan Tunjangan Kepala Desa,,
,5.1.1,Penghasilan Tetap dan Tunjangan Kepala Desa,450.000.000,ADD
02.03.10,,Pengaspalan Jalan Banjar Kaja,,
,5.3.5,Belanja Modal Jalan,600.000.000,DDS
,6.1.1,SiLPA,50.000.000,
`

// report is one semester: coarser than the plan, and no bank interest foreseen.
const report = `Kode Rekening,,Uraian,Anggaran,Realisasi,Lebih/(Kurang)
,4.2.1,Dana Desa,600.000.000,300.000.000,0
,4.2.3,Alokasi Dana Desa,400.000.000,200.000.000,0
,4.3.6,Bunga Bank,0,1.000.000,0
01.01.01,,Penghasilan Kepala Desa,450.000.000,225.000.000,0
02.03.10,,Pengaspalan Jalan,600.000.000,100.000.000,0
,6.1.1,SiLPA,50.000.000,50.000.000,0
`

func (v village) sends(path, file, stage string, actor *core.Record, more ...string) *apptest.Response {
	v.t.Helper()
	fields := map[string]string{"year": "2026", "stage": stage}
	for i := 0; i < len(more); i += 2 {
		fields[more[i]] = more[i+1]
	}
	return v.Do("POST", "/api/budget/"+path, apptest.Form{Fields: fields, Files: []apptest.File{{Field: "file", Name: "apbdes.csv", Body: []byte(file)}}}, actor)
}

func (v village) imports(file, stage string, more ...string) *apptest.Response {
	v.t.Helper()
	return v.sends("import", file, stage, v.Secretary, more...).Want(200)
}

func (v village) publishes() {
	v.t.Helper()
	v.Do("PATCH", "/api/collections/budgets/records/"+v.budget().Id, map[string]any{"published": true}, v.Secretary).Want(200)
}

func (v village) budget() *core.Record {
	v.t.Helper()
	record, err := v.FindFirstRecordByData("budgets", "year", 2026)
	if err != nil {
		v.t.Fatal(err)
	}
	return record
}

func (v village) line(code string) *core.Record {
	v.t.Helper()
	record, err := v.FindFirstRecordByFilter("budget_lines", "code = {:code}", dbx.Params{"code": code})
	if err != nil {
		v.t.Fatal(code, err)
	}
	return record
}

func (v village) amounts(code string) string {
	record := v.line(code)
	return fmt.Sprintf("%.0f %.0f %.0f", record.GetFloat("plan"), record.GetFloat("revised"), record.GetFloat("realised"))
}

func (v village) wants(amounts map[string]string) {
	v.t.Helper()
	for code, want := range amounts {
		if got := v.amounts(code); got != want {
			v.t.Errorf("%s is %s, want %s", code, got, want)
		}
	}
}

func (v village) count(collection string) int64 {
	v.t.Helper()
	n, err := v.CountRecords(collection)
	if err != nil {
		v.t.Fatal(err)
	}
	return n
}

func TestADryRunWritesNothing(t *testing.T) {
	v := start(t)
	var found budget.Report
	v.sends("check", plan, "plan", v.Secretary).Want(200).Into(&found)
	if found.Refused != nil || found.Lines != 5 || found.Added != 5 || found.Left != 0 || found.Totals.Spending != 1_050_000_000 {
		t.Errorf("found %+v", found)
	}
	if v.count("budgets")+v.count("budget_lines")+v.count("budget_versions") != 0 {
		t.Error("something was written")
	}
}

func TestSumsAreWorkedOutAndProgramsKeepTheirLine(t *testing.T) {
	v := start(t)
	v.imports(plan, "plan", "decree", "Perdes Nomor 7 Tahun 2025", "decree_on", "2025-12-29")
	v.wants(map[string]string{"4": "1000000000 0 0", "4.2": "1000000000 0 0", "5": "1050000000 0 0", "01": "450000000 0 0",
		"02.03.10": "600000000 0 0", "02.03.10 5.3": "600000000 0 0", "6": "50000000 0 0"})
	road := v.line("02.03.10")
	if road.GetString("name") != "Pengaspalan Jalan Banjar Kaja" || road.GetBool("leaf") || road.GetString("parent") != "02.03" || road.GetString("field") != "02" {
		t.Errorf("the road is %v", road.PublicExport())
	}
	v.imports(strings.ReplaceAll(plan, "600.000.000", "700.000.000"), "plan")
	if v.line("02.03.10").Id != road.Id {
		t.Error("the line is another record after a new import")
	}
	if v.budget().GetString("decree") != "" {
		t.Error("the decree of the file before stayed")
	}
}

func TestAPlanThatDoesNotBalanceIsRefusedWithTheDifference(t *testing.T) {
	v := start(t)
	wrong := strings.Replace(plan, "450.000.000", "449.000.000", 1)
	answer := v.sends("import", wrong, "plan", v.Secretary).WantFault(400, "budget.plan_unbalanced")
	if text := answer.JSON()["message"].(string); !strings.Contains(text, "Rp 1.000.000,") || !strings.Contains(text, "Rp 1.049.000.000") {
		t.Errorf("it says %q", text)
	}
	if v.count("budgets") != 0 {
		t.Error("a year was left behind")
	}
	v.imports(wrong, "plan", "draft", "true")
	v.Do("PATCH", "/api/collections/budgets/records/"+v.budget().Id, map[string]any{"published": true}, v.Secretary).
		WantFault(400, "budget.not_publishable")
	v.imports(plan, "plan")
	v.publishes()
	v.sends("import", wrong, "plan", v.Secretary, "draft", "true").WantFault(409, "budget.draft_published")
	v.wants(map[string]string{"01": "450000000 0 0"})
}

func TestARevisionAndARealisationStandOnAPlan(t *testing.T) {
	v := start(t)
	for _, stage := range []string{"revised", "realised"} {
		v.sends("import", report, stage, v.Secretary).WantFault(409, "budget.no_plan")
	}
	v.imports(plan, "plan")
	v.imports(report, "realised", "as_of", "2026-06-30")
	v.wants(map[string]string{"02.03.10": "600000000 0 100000000", "02.03.10 5.3.5": "600000000 0 0", "4.3.6": "0 0 1000000", "01": "450000000 0 225000000"})
	v.publishes()
	var answer budget.Answer
	v.Do("GET", "/api/open/budgets/2026", nil, apptest.Guest).Want(200).Into(&answer)
	for _, line := range answer.Lines {
		if line.Code == "02.03.10 5.3.5" && line.Realised != nil {
			t.Error("a report per activity seems to speak of its accounts")
		}
		if line.Code == "02.03.10" && (line.Realised == nil || *line.Realised != 100_000_000 || line.Plan == nil || *line.Plan != 600_000_000) {
			t.Errorf("the road is %+v", line)
		}
	}
	if answer.Totals["realised"].Left != 226_000_000 || answer.RealisedUntil != "2026-06-30" {
		t.Errorf("left over %+v, until %s", answer.Totals["realised"], answer.RealisedUntil)
	}
	v.sends("import", strings.Replace(report, "225.000.000", "925.000.000", 1), "realised", v.Secretary).WantFault(400, "budget.spent_more")
}

func TestAReportSaysWhereMoreWasSpentThanDecided(t *testing.T) {
	v := start(t)
	v.imports(plan, "plan")
	var found budget.Report
	v.sends("check", strings.Replace(report, "225.000.000", "451.000.000", 1), "realised", v.Secretary).Want(200).Into(&found)
	if len(found.Problems) != 1 || found.Problems[0].Key != "budget.overspent" || found.Problems[0].Row != 5 || found.Refused != nil {
		t.Errorf("found %+v", found.Problems)
	}
}

func TestWithdrawingGoesBackVersionByVersion(t *testing.T) {
	v := start(t)
	second := strings.ReplaceAll(plan, "600.000.000", "700.000.000")
	third := strings.ReplaceAll(plan, "600.000.000", "800.000.000")
	v.imports(plan, "plan", "decree", "Perdes 7")
	v.imports(second, "plan", "decree", "Perdes 8")
	withdraw := func() *apptest.Response {
		return v.Do("POST", "/api/budget/2026/withdraw", map[string]any{"stage": "plan"}, v.Secretary)
	}
	withdraw().Want(200)
	v.wants(map[string]string{"02.03.10 5.3.5": "600000000 0 0"})
	if decree := v.budget().GetString("decree"); decree != "Perdes 7" {
		t.Errorf("the decree is %q", decree)
	}
	v.imports(third, "plan")
	withdraw().Want(200)
	v.wants(map[string]string{"02.03.10 5.3.5": "600000000 0 0"})
	v.publishes()
	withdraw().WantFault(409, "budget.published_needs_plan")
	v.Do("PATCH", "/api/collections/budgets/records/"+v.budget().Id, map[string]any{"published": false}, v.Secretary).Want(200)
	v.imports(report, "realised")
	withdraw().WantFault(409, "budget.others_rest")
	v.Do("POST", "/api/budget/2026/withdraw", map[string]any{"stage": "realised"}, v.Secretary).Want(200)
	withdraw().Want(200)
	if n := v.count("budget_lines"); n != 0 {
		t.Errorf("%d lines are left", n)
	}
	withdraw().WantFault(409, "budget.nothing_to_withdraw")
	v.imports(second, "plan")
	v.wants(map[string]string{"02.03.10 5.3.5": "700000000 0 0"})
	if n := v.count("budget_versions"); n != 9 {
		t.Errorf("the history has %d entries", n)
	}
}

func TestTheHistoryIsNeverChanged(t *testing.T) {
	v := start(t)
	v.imports(plan, "plan")
	version, err := v.FindFirstRecordByData("budget_versions", "number", 1)
	if err != nil {
		t.Fatal(err)
	}
	path := "/api/collections/budget_versions/records"
	v.Do("POST", path, map[string]any{"budget": v.budget().Id, "stage": "plan", "kind": "file", "number": 2}, v.Admin).WantFault(403, "budget.versions_kept")
	v.Do("PATCH", path+"/"+version.Id, map[string]any{"number": 9}, v.Admin).WantFault(403, "budget.versions_kept")
	v.Do("DELETE", path+"/"+version.Id, nil, v.Admin).WantFault(403, "budget.versions_kept")
	for _, statement := range []string{"UPDATE budget_versions SET number = 9", "DELETE FROM budget_versions"} {
		if _, err := v.DB().NewQuery(statement).Execute(); err == nil {
			t.Error(statement)
		}
	}
	v.Do("DELETE", "/api/collections/budgets/records/"+v.budget().Id, nil, v.Admin).WantFault(409, "budget.year_kept")
}

func TestALineThatAProgramHangsOnStays(t *testing.T) {
	v := start(t)
	v.imports(plan, "plan")
	program := apptest.Save(t, v, apptest.Record(t, v, "programs", map[string]any{"title": "Jalan Banjar Kaja", "goal": "Jalan mulus", "kind": "works", "year": 2026,
		"budget_line": v.line("02.03.10").Id, "published": true, "state": "running", "progress": 50}))
	v.imports(strings.Replace(plan, "02.03.10", "02.03.11", 1), "plan")
	v.wants(map[string]string{"02.03.10": "0 0 0", "02.03.11": "600000000 0 0"})
	if kept, err := v.FindRecordById("programs", program.Id); err != nil || kept.GetString("budget_line") == "" {
		t.Error("the program lost its line")
	}
	v.publishes()
	body := string(v.Do("GET", "/api/open/budgets/2026", nil, apptest.Guest).Want(200).Body)
	if !strings.Contains(body, "Jalan Banjar Kaja") {
		t.Error("the program is not told")
	}
	v.Do("DELETE", "/api/collections/budget_lines/records/"+v.line("02.03.10").Id, nil, v.Secretary).WantFault(409, "budget.hung")
}
