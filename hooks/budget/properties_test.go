package budget_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"mdesa/hooks/budget"
)

// leaf is an amount that a made-up budget has.
type leaf struct {
	code         budget.Code
	name, source string
	amount       int64
}

// balanced makes up a budget of some lines: none stands below another, and what
// is left over is put into the reserve fund, or drawn from it.
func balanced(random *rand.Rand, n int) (leaves []leaf) {
	taken := map[budget.Code]bool{}
	names := []string{"", "Jalan Banjar Kaja", "=Rapat", "-", "Bantuan, \"khusus\"", "Posyandu 2 hari"}
	var left int64
	for range n {
		code := anyCode(random)
		if taken[code] || slices.ContainsFunc(leaves, func(l leaf) bool { return below(l.code, code) || below(code, l.code) }) {
			continue
		}
		taken[code] = true
		amount := random.Int64N(2_000_000_000)
		name := names[random.IntN(len(names))]
		leaves = append(leaves, leaf{code, budget.NameOf(code, name), []string{"", "DDS", "ADD", "PBH"}[random.IntN(4)], amount})
		if part := code.Part(); part == budget.Income || part == budget.FinancingIn {
			left += amount
		} else {
			left -= amount
		}
	}
	fund := leaf{budget.Code{Account: "6.2.1"}, "Pembentukan Dana Cadangan", "", left}
	if left < 0 {
		fund = leaf{budget.Code{Account: "6.1.2"}, "Pencairan Dana Cadangan", "", -left}
	}
	return append(leaves, fund)
}

func anyCode(random *rand.Rand) budget.Code {
	activity := fmt.Sprintf("%02d.%02d.%02d", 1+random.IntN(5), 1+random.IntN(4), 1+random.IntN(20))
	switch random.IntN(6) {
	case 0:
		return budget.Code{Account: fmt.Sprintf("4.%d.%d.%02d", 1+random.IntN(3), 1+random.IntN(9), 1+random.IntN(5))}
	case 1:
		return budget.Code{Account: fmt.Sprintf("4.%d.%d", 1+random.IntN(3), 1+random.IntN(9))}
	case 2:
		return budget.Code{Account: "6.1.1"}
	case 3:
		return budget.Code{Activity: activity}
	}
	return budget.Code{Activity: activity, Account: fmt.Sprintf("5.%d.%d", 1+random.IntN(4), 1+random.IntN(9))}
}

func below(a, b budget.Code) bool {
	for parent, ok := a.Parent(); ok; parent, ok = parent.Parent() {
		if parent == b {
			return true
		}
	}
	return false
}

func asTable(random *rand.Rand, leaves []leaf) string {
	var body bytes.Buffer
	writer := csv.NewWriter(&body)
	rows := [][]string{{"Kode Kegiatan", "Kode Rekening", "Uraian", "Sumber Dana", "Anggaran"}}
	for _, i := range random.Perm(len(leaves)) {
		l := leaves[i]
		rows = append(rows, []string{l.code.Activity, l.code.Account, l.name, l.source, written(random, l.amount)})
	}
	if err := writer.WriteAll(rows); err != nil {
		panic(err)
	}
	return body.String()
}

// written writes an amount in one of the ways that files have.
func written(random *rand.Rand, amount int64) string {
	rupiah := strings.TrimPrefix(budget.Rupiah(amount), "Rp ")
	return []string{fmt.Sprint(amount), rupiah, "Rp " + rupiah, "Rp." + rupiah + ",00", rupiah + ",-",
		strings.ReplaceAll(rupiah, ".", ",") + ".00"}[random.IntN(6)]
}

func TestAnyBalancedBudgetInAnyOrderComesBackAsItWas(t *testing.T) {
	random := rand.New(rand.NewPCG(2026, 11))
	v := start(t)
	for round := range 12 {
		leaves := balanced(random, 10+random.IntN(60))
		table := asTable(random, leaves)
		v.imports(table, "plan")
		first := v.told()
		v.holds(leaves, first)
		for _, format := range []string{"csv", "xlsx"} {
			file := v.Do("GET", "/api/budget/2026/export?format="+format, nil, v.Auditor).Want(200).Body
			var found budget.Report
			v.sends("import", string(file), "plan", v.Secretary).Want(200).Into(&found)
			if found.Added+found.Changed+found.Removed != 0 || found.Warnings != 0 {
				t.Fatalf("round %d, %s: taken back in, %d new, %d changed, %d gone, %d warnings: %v\n%s", round, format, found.Added, found.Changed, found.Removed, found.Warnings, found.Problems, file)
			}
			if again := v.told(); again != first {
				t.Fatalf("round %d, %s: it was\n%s\nand is\n%s", round, format, first, again)
			}
		}
	}
}

// told is the whole budget as it stands in the database, without ids.
func (v village) told() string {
	v.t.Helper()
	var answer budget.Answer
	v.Do("GET", "/api/budget/2026", nil, v.Auditor).Want(200).Into(&answer)
	var text strings.Builder
	for _, line := range answer.Lines {
		fmt.Fprintln(&text, line.Code, line.Name, line.Source, *line.Plan, line.Carries)
	}
	return text.String()
}

// holds looks that each sum is what its leaves make, worked out in another way.
func (v village) holds(leaves []leaf, told string) {
	v.t.Helper()
	var answer budget.Answer
	v.Do("GET", "/api/budget/2026", nil, v.Auditor).Want(200).Into(&answer)
	if answer.Totals["plan"].Left != 0 {
		v.t.Errorf("%d is left over", answer.Totals["plan"].Left)
	}
	for _, line := range answer.Lines {
		code, ok := budget.ParseCode(line.Code)
		want := int64(0)
		for _, l := range leaves {
			if l.code == code || below(l.code, code) {
				if code.Account == "6" && l.code.Part() == budget.FinancingOut {
					want -= l.amount
				} else {
					want += l.amount
				}
			}
		}
		if !ok || *line.Plan != want {
			v.t.Fatalf("%s is %d, its leaves make %d\n%s", line.Code, *line.Plan, want, told)
		}
	}
	codes := []string{}
	for _, line := range answer.Lines {
		codes = append(codes, line.Code)
		if line.Parent != "" && !slices.Contains(codes, line.Parent) {
			v.t.Fatalf("%s stands before %s", line.Code, line.Parent)
		}
	}
	if len(answer.Lines) < len(leaves) {
		v.t.Fatal("lines are missing")
	}
}

// BenchmarkOpenYear is the data of the budget's page: 600 lines, compressed, and
// unchanged on a second visit.
func BenchmarkOpenYear(b *testing.B) {
	v := start(b)
	v.imports(asTable(rand.New(rand.NewPCG(1, 1)), balanced(rand.New(rand.NewPCG(1, 2)), 900)), "plan")
	v.publishes()
	benchmark(b, v, "/api/open/budgets/2026")
}
