package programs

import (
	"fmt"
	"strconv"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/sheet"
)

const kindCSV = "text/csv; charset=utf-8"

// programsCSV answers GET /api/open/programs/csv, with the filters of the list.
func programsCSV(e *core.RequestEvent) error {
	f, err := filterIn(e)
	if err != nil {
		return err
	}
	return openPrograms.Send(e, "csv "+fmt.Sprint(f), kindCSV, func(app core.App) ([]byte, error) {
		rows, err := rowsOf(app, f)
		if err != nil {
			return nil, err
		}
		lines := [][]string{{"tahun", "program", "jenis", "bidang", "kode_kegiatan", "banjar", "lokasi", "mulai", "selesai", "keadaan", "kemajuan_persen",
			"sumber_dana", "kode_anggaran", "anggaran", "anggaran_perubahan", "realisasi", "tautan"}}
		for _, row := range rows {
			lines = append(lines, []string{strconv.Itoa(row.Year), row.Title, row.Kind, row.Field, row.Activity, row.HamletName, row.Place, row.StartsOn, row.EndsOn,
				row.State, strconv.Itoa(row.Progress), row.Source, row.lineCode(), row.plan(), revisedOf(row.Budget), realisedOf(row.Budget), "/program/" + row.ID})
		}
		return sheet.CSV(lines), nil
	})
}

func (p ProgramRow) lineCode() string {
	if p.Budget == nil {
		return ""
	}
	return p.Budget.Code
}

// plan is what the budget line says, or else the program itself.
func (p ProgramRow) plan() string {
	switch {
	case p.Budget != nil:
		return strconv.FormatInt(p.Budget.Plan, 10)
	case p.Cost != 0:
		return strconv.FormatInt(p.Cost, 10)
	}
	return ""
}

func revisedOf(m *Money) string {
	if m == nil {
		return ""
	}
	return amount(m.Revised)
}

func realisedOf(m *Money) string {
	if m == nil {
		return ""
	}
	return amount(m.Realised)
}

func amount(n *int64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatInt(*n, 10)
}

// proposalsCSV answers GET /api/open/proposals/csv, with the filters of the list.
func proposalsCSV(e *core.RequestEvent) error {
	f, err := proposalFilterIn(e)
	if err != nil {
		return err
	}
	f.Most, f.From = mostInFile, 0
	return openProposals.Send(e, "csv "+fmt.Sprint(f), kindCSV, func(app core.App) ([]byte, error) {
		rows, err := proposalsBy(app, f)
		if err != nil {
			return nil, err
		}
		return proposalTable(rows), nil
	})
}

const mostInFile = 20_000

// proposalTable is the list that a musdes works with.
func proposalTable(rows []ProposalRow) []byte {
	lines := [][]string{{"no", "banjar", "usulan", "kebutuhan", "lokasi", "asal", "tanggal_rapat", "pengusul", "dukungan", "perkiraan_biaya", "keadaan", "tahun", "alasan", "tautan"}}
	for i, row := range rows {
		cost := ""
		if row.Cost != 0 {
			cost = strconv.FormatInt(row.Cost, 10)
		}
		year := ""
		if row.Year != 0 {
			year = strconv.Itoa(row.Year)
		}
		lines = append(lines, []string{strconv.Itoa(i + 1), row.HamletName, row.Title, row.Need, row.Place, row.Origin, row.MeetingOn, row.By,
			strconv.Itoa(row.Supports), cost, row.State, year, row.Reason, "/usulan/" + row.ID})
	}
	return sheet.CSV(lines)
}
