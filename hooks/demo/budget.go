package demo

import (
	"fmt"
	"time"
)

// budget fills three years of the village's money: the last two with what was
// really spent, this one with a revision and a report as far as the year has got.
func (v *Village) budget() error {
	today := v.fate.today
	for back := 2; back >= 0; back-- {
		year := today.Year() - back
		if err := v.budgetOf(year, budgetStages(year, today)); err != nil {
			return err
		}
	}
	return nil
}

// budgetStage is one file of a year: what stage, how much of the plan, until when.
type budgetStage struct {
	stage, decree, decreeOn, asOf string
	share                         func(i int, spending bool) int64 // of a line, in percent
}

func budgetStages(year int, today time.Time) []budgetStage {
	stages := []budgetStage{{stage: "plan", decree: fmt.Sprintf("Perdes Nomor 7 Tahun %d", year-1), decreeOn: fmt.Sprintf("%d-12-29", year-1),
		share: func(int, bool) int64 { return 100 }}}
	if today.Year() > year || today.Month() >= time.October {
		stages = append(stages, budgetStage{stage: "revised", decree: fmt.Sprintf("Perdes Nomor 5 Tahun %d", year), decreeOn: fmt.Sprintf("%d-09-18", year),
			share: func(i int, spending bool) int64 {
				if spending && i%5 == 2 {
					return 108
				}
				return 100
			}})
	}
	switch {
	case today.Year() > year:
		stages = append(stages, budgetStage{stage: "realised", asOf: fmt.Sprintf("%d-12-31", year),
			share: func(i int, spending bool) int64 {
				if !spending {
					return 99 + int64(i%3)
				}
				return 100 - int64(i*7%9)
			}})
	case today.Month() >= time.October:
		stages = append(stages, budgetStage{stage: "realised", asOf: fmt.Sprintf("%d-09-30", year),
			share: func(i int, spending bool) int64 {
				if !spending {
					return 78
				}
				return 40 + int64(i*13%48)
			}})
	}
	return stages
}

func (v *Village) budgetOf(year int, stages []budgetStage) error {
	record, err := v.save("budgets", map[string]any{"year": year})
	if err != nil {
		return err
	}
	names := map[string]string{}
	for code, name := range budgetNames {
		names[code] = name
	}
	for _, stage := range stages {
		if _, err := v.save("budget_versions", map[string]any{"budget": record.Id, "stage": stage.stage, "kind": "file",
			"decree": stage.decree, "decree_on": stage.decreeOn, "as_of": stage.asOf, "file_name": fmt.Sprintf("siskeudes-%d-%s.xlsx", year, stage.stage),
			"officer": v.officers["sekdes"].Id, "by": v.officers["sekdes"].GetString("name"),
			"lines": budgetFigures(year-v.fate.today.Year(), stage), "names": names}); err != nil {
			return err
		}
	}
	if record, err = v.app.FindRecordById("budgets", record.Id); err != nil {
		return err
	}
	record.Set("published", true)
	return v.app.Save(record)
}

// budgetFigures are a stage's lines. The years grow by six percent; what a plan
// lacks comes from last year's SiLPA, which a report has received in full.
func budgetFigures(years int, stage budgetStage) (lines []map[string]any) {
	put := func(code, source string, amount int64) {
		lines = append(lines, map[string]any{"code": code, "source": source, "amount": amount})
	}
	var left, planned int64 // income less spending: in this stage, and as planned
	for i, line := range budgetLines {
		full := line.thousands * 1000
		if years < 0 {
			full = full * int64(100+6*years) / 100 / 100_000 * 100_000
		}
		amount := full * stage.share(i, line.spending) / 100
		put(line.code, line.source, amount)
		if line.spending {
			amount, full = -amount, -full
		}
		left, planned = left+amount, planned+full
	}
	if stage.stage != "realised" {
		planned = left
	}
	put("6.1.1.01", "", capital-planned)
	put("6.2.2.01", "PAD", capital)
	return lines
}

// capital is what the village puts into its enterprise each year.
const capital = 50_000_000

// budgetNames are what the village calls its own activities.
var budgetNames = map[string]string{
	"02.03.10": "Peningkatan Jalan Lingkar Banjar Kelod",
	"02.03.14": "Pembangunan Drainase Jalan Kamboja, Banjar Kaja",
	"02.03.15": "Rehabilitasi Balai Banjar Tengah",
	"02.04.15": "Pembangunan TPS 3R Puri Kencana",
	"03.02.03": "Lomba Ogoh-ogoh dan Bulan Bahasa Bali",
	"03.03.06": "Pembinaan Sekaa Teruna Teruni",
	"05.03.00": "BLT Dana Desa untuk 30 Keluarga",
}

var budgetLines = []struct {
	code, source string
	thousands    int64
	spending     bool
}{
	{"4.1.1.01", "PAD", 45_000, false}, {"4.1.2.03", "PAD", 118_500, false}, {"4.1.4.01", "PAD", 24_000, false},
	{"4.2.1.01", "DDS", 986_420, false}, {"4.2.2.01", "PBH", 612_350, false}, {"4.2.3.01", "ADD", 1_048_760, false},
	{"4.2.4.01", "PBP", 145_000, false}, {"4.2.5.01", "PBK", 260_000, false}, {"4.3.6", "DLL", 3_500, false},
	{"01.01.01 5.1.1.01", "ADD", 60_000, true}, {"01.01.01 5.1.1.02", "ADD", 24_000, true},
	{"01.01.02 5.1.2.01", "ADD", 462_000, true}, {"01.01.02 5.1.2.02", "PBH", 96_000, true},
	{"01.01.03 5.1.3.02", "ADD", 38_400, true},
	{"01.01.04 5.2.1.01", "PBH", 42_000, true}, {"01.01.04 5.2.2.02", "PBH", 84_000, true}, {"01.01.04 5.2.5.01", "PBH", 36_000, true},
	{"01.01.05 5.1.4.01", "ADD", 102_000, true}, {"01.02.02 5.2.6.04", "PBH", 55_000, true},
	{"01.04.01 5.2.1.06", "ADD", 18_000, true}, {"01.04.08 5.2.2.04", "DDS", 28_500, true},
	{"02.01.01 5.2.2.03", "DDS", 72_000, true}, {"02.02.02 5.2.1.06", "DDS", 118_000, true}, {"02.02.02 5.2.2.03", "DDS", 50_400, true},
	{"02.03.10 5.3.5", "DDS", 385_000, true}, {"02.03.14 5.3.7", "PBH", 242_500, true}, {"02.03.15 5.3.4", "PBK", 310_000, true},
	{"02.04.01 5.2.7.03", "PBK", 90_000, true}, {"02.04.07 5.2.6.07", "PAD", 64_000, true}, {"02.04.15 5.3.7", "PBP", 165_000, true},
	{"03.01.01 5.2.2.05", "PBH", 48_000, true}, {"03.02.01 5.2.7.01", "PBP", 45_000, true}, {"03.02.03 5.2.7.01", "PBH", 105_000, true},
	{"03.03.06 5.2.7.01", "ADD", 70_000, true}, {"03.04.01 5.2.2.03", "PBH", 126_000, true}, {"03.04.03 5.2.1.06", "ADD", 62_000, true},
	{"04.02.03 5.2.7.05", "DDS", 197_284, true}, {"04.03.02 5.2.3.03", "PBH", 42_000, true}, {"04.04.03 5.2.7.01", "DDS", 25_000, true},
	{"05.01.00 5.4.1.01", "PAD", 40_000, true}, {"05.03.00 5.4.1.01", "DDS", 108_000, true},
}
