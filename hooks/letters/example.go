package letters

import (
	"time"

	"mdesa/hooks/definition"
)

// previewPerson is nobody: the area code 99.99.99 was never given out.
var previewPerson = Person{
	Name: "Ni Luh Contoh Warga", NIK: "9999995705900001", KK: "9999990101200001", BirthPlace: "Denpasar",
	BirthDate: "1990-05-17", Sex: "P", Religion: "Hindu", MaritalStatus: "kawin", Occupation: "Pedagang",
	Citizenship: "WNI", Education: "SLTA/Sederajat", Address: "Jalan Contoh Nomor 1", Hamlet: "Banjar Contoh",
	FamilyHead: "I Wayan Contoh Warga", FamilyRole: "istri",
}

const previewMember = "previewmember00"

// PreviewFacts are the facts of an invented case of a service: every question is
// answered, choices with their first option, so that an admin sees a full letter.
func PreviewFacts(o Office, d definition.Definition, now time.Time) Facts {
	title := d.LetterTitle
	if title == "" {
		title = d.Name
	}
	f := Facts{
		Office: o, Resident: previewPerson, Definition: d, Answers: map[string]any{},
		Members: map[string]Person{previewMember: previewPerson},
		Title:   title, Date: now.Format(time.DateOnly), ValidUntil: now.AddDate(0, 6, 0).Format(time.DateOnly),
		Number:      Number(d.NumberPattern, NumberParts{Code: d.ClassificationCode, Serial: 12, Office: o.Short, Service: d.Key, Day: now.Format(time.DateOnly)}),
		OfficerName: "I Made Contoh Pejabat, S.Sos.", OfficerTitle: o.HeadTitle, OfficerStaffNumber: "000000",
	}
	for _, page := range d.Form {
		for _, field := range page.Fields {
			f.Answers[field.Key] = previewAnswer(field, now)
		}
	}
	return f
}

func previewAnswer(field definition.Field, now time.Time) any {
	switch field.Type {
	case "number":
		return 3.0
	case "money":
		return 2_500_000.0
	case "date":
		return now.AddDate(0, -1, 0).Format(time.DateOnly)
	case "time":
		return "09:30"
	case "yesno":
		return true
	case "phone":
		return "081200000000"
	case "nik":
		return previewPerson.NIK
	case "member":
		return previewMember
	case "choice", "choices":
		return previewChoice(field)
	case "rows":
		row := map[string]any{}
		for _, column := range field.Columns {
			row[column.Key] = previewAnswer(column, now)
		}
		return []any{row, row}
	}
	return "Contoh " + field.Label
}

func previewChoice(field definition.Field) any {
	if len(field.Options) == 0 {
		return nil
	}
	if field.Type == "choices" {
		return []any{field.Options[0].Value}
	}
	return field.Options[0].Value
}
