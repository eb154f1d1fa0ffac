package budget

import (
	"math/rand/v2"
	"testing"

	"mdesa/hooks/sheet"
)

func TestAmountsAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]int64{
		"1.234.567": 123456700, "Rp 1.234.567,00": 123456700, "Rp. 1.000": 100000, "1234567": 123456700, "1,234,567.50": 123456750,
		"(1.234)": -123400, "-1.234": -123400, "-Rp 5": -500, "Rp -5": -500, "-": 0, "0,00": 0, "1.234,-": 123400, "12,5": 1250, "0,09": 9,
	} {
		if sen, told, wrong := ReadAmount(sheet.Cell{Text: text}); sen != want || !told || wrong != nil {
			t.Errorf("%q is %d sen, %v %v", text, sen, told, wrong)
		}
	}
	for _, text := range []string{"1.23.456", "1234.567", "12a", "1.234,567", "Rp", "1,2,3", "20.000.000.000.000"} {
		if sen, _, wrong := ReadAmount(sheet.Cell{Text: text}); wrong == nil {
			t.Errorf("%q is %d sen", text, sen)
		}
	}
	for text, want := range map[string]int64{"1220937619.09": 122093761909, "1.2345E+9": 123450000000, "0.1": 10} {
		if sen, _, wrong := ReadAmount(sheet.Cell{Text: text, Kind: sheet.Number}); sen != want || wrong != nil {
			t.Errorf("the number %s is %d sen, %v", text, sen, wrong)
		}
	}
	if _, told, _ := ReadAmount(sheet.Cell{}); told {
		t.Error("an empty cell says something")
	}
}

func TestRoundingKeepsTheBalanceAndMovesNoLineByARupiah(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	for range 500 {
		var lines []*Line
		var left int64
		for i := range 2 + random.IntN(40) {
			code := []Code{{Account: "4.2.1"}, {Activity: "02.03.10"}, {Account: "6.1.1"}, {Account: "6.2.2"}}[i%4]
			line := &Line{Code: code, Sen: random.Int64N(1_000_000)}
			left += sign(code) * line.Sen
			lines = append(lines, line)
		}
		closing := &Line{Code: Code{Account: "4.3.6"}, Sen: -left}
		if left > 0 {
			closing = &Line{Code: Code{Activity: "01.01.01"}, Sen: left}
		}
		lines = append(lines, closing)
		wholeRupiah(lines)
		var sum int64
		for _, line := range lines {
			sum += sign(line.Code) * line.Amount
			if moved := 100*line.Amount - line.Sen; moved <= -100 || moved >= 100 {
				t.Fatalf("%d sen became %d rupiah", line.Sen, line.Amount)
			}
		}
		if sum != 0 {
			t.Fatalf("%d rupiah are left over", sum)
		}
	}
}

func TestTheChartIsWhole(t *testing.T) {
	for key := range chart {
		code, ok := ParseCode(key)
		if !ok && key[:2] != "5." {
			t.Errorf("%s is no code", key)
			continue
		}
		if parent, ok := code.Parent(); ok && key[:1] != "5" {
			if _, known := StandardOf(parent); !known {
				t.Errorf("nothing is known above %s", key)
			}
		}
		if standard := chart[key]; standard.Name == "" || standard.NameEN == "" {
			t.Errorf("%s has no name", key)
		}
	}
}

func TestWhatIsWrongInAFileIsToldRowByRow(t *testing.T) {
	reading := read(t, `TAHUN ANGGARAN 2025,,
Kode Rekening,Uraian,Anggaran
4.2,Transfer,999
4.2.1,Dana Desa,1000
4.2.1,Dana Desa,1000
4.2.3,ADD,seribu
4.3.6,Bunga Bank,(5)
9.9,Salah,7
5.1.1,Gaji tanpa kegiatan,7
01.01.01,Siltap,
5.1.1,Gaji,900
,Honor tim,12
,JUMLAH BELANJA,901
`, Plan)
	got := map[int]string{}
	for _, problem := range reading.Problems {
		got[problem.Row] = problem.Reason.Key
	}
	for row, want := range map[int]string{0: "budget.other_year", 3: "budget.subtotal", 5: "budget.twice", 6: "budget.amount", 7: "budget.negative",
		8: "budget.code", 9: "budget.no_activity", 12: "budget.unread", 13: "budget.total_differs"} {
		if got[row] != want {
			t.Errorf("row %d: %q, want %q", row, got[row], want)
		}
	}
	if len(got) != 9 || reading.Errors() != 6 || reading.Warnings() != 3 {
		t.Errorf("%d errors, %d warnings: %v", reading.Errors(), reading.Warnings(), got)
	}
}
