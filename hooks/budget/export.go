package budget

import (
	"bytes"
	"encoding/csv"
	"strconv"

	"github.com/pocketbase/pocketbase/core"
	"github.com/xuri/excelize/v2"

	"mdesa/hooks/sheet"
)

var contentTypes = map[string]string{
	"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	"csv":  "text/csv; charset=utf-8",
}

var stageHeadings = map[string]string{Plan: "Anggaran", Revised: "Anggaran Perubahan", Realised: "Realisasi"}

// tableOf writes a budget as Siskeudes lays it out, as "csv" or "xlsx": activity
// and account in columns of their own, sums and leaves, a column a stage.
// Importing a column again gives the same lines.
func tableOf(app core.App, budget *core.Record, format string) ([]byte, error) {
	book, err := openBook(app, budget)
	if err != nil {
		return nil, err
	}
	stages := book.present()
	heading := []any{"Kode Kegiatan", "Kode Rekening", "Uraian", "Sumber Dana"}
	for _, stage := range stages {
		heading = append(heading, stageHeadings[stage])
	}
	rows := [][]any{heading}
	said := book.said()
	for _, code := range book.order() {
		record := book.lines[code]
		row := []any{code.Activity, code.Account, sheet.Harmless(record.GetString("name")), sheet.Harmless(record.GetString("source"))}
		for _, stage := range stages {
			if amount, speaks := said[stage][code]; speaks {
				row = append(row, amount)
			} else {
				row = append(row, "")
			}
		}
		rows = append(rows, row)
	}
	if format == "xlsx" {
		return workbook(budget.GetInt("year"), rows)
	}
	return commaSeparated(rows)
}

func commaSeparated(rows [][]any) ([]byte, error) {
	var body bytes.Buffer
	writer := csv.NewWriter(&body)
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, value := range row {
			switch value := value.(type) {
			case string:
				cells[i] = value
			case int64:
				cells[i] = strconv.FormatInt(value, 10)
			}
		}
		if err := writer.Write(cells); err != nil {
			return nil, err
		}
	}
	writer.Flush()
	return body.Bytes(), writer.Error()
}

// workbook keeps codes as text, so that no program takes 4.1 for a number or
// 01.02 for a date, and amounts as numbers.
func workbook(year int, rows [][]any) ([]byte, error) {
	file := excelize.NewFile()
	defer file.Close()
	sheet := "APBDes " + strconv.Itoa(year)
	if err := file.SetSheetName("Sheet1", sheet); err != nil {
		return nil, err
	}
	thousands := "#,##0"
	amounts, err := file.NewStyle(&excelize.Style{CustomNumFmt: &thousands})
	if err != nil {
		return nil, err
	}
	bold, err := file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E5EFEA"}}})
	if err != nil {
		return nil, err
	}
	stream, err := file.NewStreamWriter(sheet)
	if err != nil {
		return nil, err
	}
	for i, width := range []float64{14, 14, 60, 14, 20, 20, 20} {
		if err := stream.SetColWidth(i+1, i+1, width); err != nil {
			return nil, err
		}
	}
	for number, row := range rows {
		cells := make([]any, len(row))
		for i, value := range row {
			style := 0
			if _, is := value.(int64); is {
				style = amounts
			}
			if number == 0 {
				style = bold
			}
			cells[i] = excelize.Cell{StyleID: style, Value: value}
		}
		if err := stream.SetRow("A"+strconv.Itoa(number+1), cells); err != nil {
			return nil, err
		}
	}
	if err := stream.Flush(); err != nil {
		return nil, err
	}
	body, err := file.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return body.Bytes(), nil
}
