package imports

import (
	"bytes"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"
	"github.com/xuri/excelize/v2"

	"mdesa/hooks/apptest"
)

func refusedRows(t testing.TB, app core.App, batch *core.Record) (body []byte, rows [][]string) {
	t.Helper()
	files, err := app.NewFilesystem()
	if err != nil {
		t.Fatal(err)
	}
	defer files.Close()
	reader, err := files.GetReader(filepath.ToSlash(filepath.Join(batch.BaseFilesPath(), batch.GetString("refused_file"))))
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	if body, err = io.ReadAll(reader); err != nil {
		t.Fatal(err)
	}
	file, err := excelize.OpenReader(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if rows, err = file.GetRows(peopleSheet); err != nil {
		t.Fatal(err)
	}
	return body, rows
}

func TestRefusedRowsComeBackWithTheirReasonsToBeMended(t *testing.T) {
	v := apptest.New(t, register)
	bad := strings.Replace(strings.Replace(sudarma, "5171041005800015", "5171041105800016", 1), "Hindu,K,1", "Hndu,K,4", 1)
	batch := checkedBatch(t, v, "warga.csv", []byte(heads+sudarma+bad), Options{})
	_, rows := refusedRows(t, v, batch)
	if len(rows) != 2 || rows[0][len(rows[0])-1] != reasonsHeading || rows[1][6] != "5171041105800016" || !strings.Contains(rows[1][13], "→ Hindu") {
		t.Fatalf("the file holds %q", rows)
	}
	mended := [][]string{rows[0], rows[1]}
	mended[1][10] = "Hindu"
	batch = checkedBatch(t, v, "baris-ditolak.xlsx", workbookOfRows(t, mended), Options{})
	if batch.GetInt("good") != 1 || batch.GetInt("refused") != 0 || len(reportOf(t, batch).Ignored) != 0 {
		t.Errorf("mended: %v %s", batch.PublicExport(), told(t, reportOf(t, batch)))
	}
}

func TestRefusedFormulasAreTextInTheFile(t *testing.T) {
	v := apptest.New(t, register)
	batch := checkedBatch(t, v, "warga.csv", []byte(heads+strings.Replace(sudarma, "I Wayan Sudarma", "=cmd|' /C calc'!A0", 1)), Options{})
	body, rows := refusedRows(t, v, batch)
	if rows[1][Name] != "=cmd|' /C calc'!A0" {
		t.Errorf("the name is %q", rows[1][Name])
	}
	file, err := excelize.OpenReader(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if formula, err := file.GetCellFormula(peopleSheet, "E2"); err != nil || formula != "" {
		t.Errorf("it is a formula: %q, %v", formula, err)
	}
}

// workbookOfRows is a workbook as somebody's spreadsheet writes it.
func workbookOfRows(t testing.TB, rows [][]string) []byte {
	t.Helper()
	return workbookWith(t, func(file *excelize.File) {
		for i, row := range rows {
			cells := make([]any, len(row))
			for j := range row {
				cells[j] = row[j]
			}
			at, _ := excelize.CoordinatesToCellName(1, i+1)
			if err := file.SetSheetRow("Sheet1", at, &cells); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func workbookWith(t testing.TB, fill func(*excelize.File)) []byte {
	t.Helper()
	file := excelize.NewFile()
	fill(file)
	var body bytes.Buffer
	if err := file.Write(&body); err != nil {
		t.Fatal(err)
	}
	return body.Bytes()
}
