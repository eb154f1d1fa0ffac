package letters

import (
	"cmp"
	"strings"
	"time"
	"unicode"

	"mdesa/hooks/definition"
	"mdesa/hooks/office"
)

// Person is what a letter can say of a resident, as the register keeps it: days
// as "YYYY-MM-DD", sex as "L" or "P".
type Person struct {
	Name          string `json:"name"`
	NIK           string `json:"nik"`
	KK            string `json:"kk"`
	BirthPlace    string `json:"birth_place"`
	BirthDate     string `json:"birth_date"`
	Sex           string `json:"sex"`
	Religion      string `json:"religion"`
	MaritalStatus string `json:"marital_status"`
	Occupation    string `json:"occupation"`
	Citizenship   string `json:"citizenship"`
	Education     string `json:"education"`
	Address       string `json:"address"`
	Hamlet        string `json:"hamlet"`
	FamilyHead    string `json:"family_head"`
	FamilyRole    string `json:"family_role"`
}

// Facts are all that a letter can say.
type Facts struct {
	Office     Office
	Resident   Person
	Definition definition.Definition
	Answers    map[string]any    // as [definition.Definition.CheckAnswers] keeps them
	Members    map[string]Person // residents named in answers of type member, by id

	Number, Title      string
	Date, ValidUntil   string // "YYYY-MM-DD" in the office's zone; ValidUntil "" is without end
	OfficerName        string
	OfficerTitle       string
	OfficerStaffNumber string
	SignedAs           string // who speaks in the letter, if not simply the head: "Plh. Perbekel"
}

// ValuesOf writes the facts as a letter prints them, in Indonesian.
func ValuesOf(f Facts) Values {
	v := Values{}
	for name, text := range map[string]string{
		"office.name": f.Office.Name, "office.kind": f.Office.KindWord(), "office.head_title": cmp.Or(f.SignedAs, f.Office.HeadTitle),
		"office.district": f.Office.District, "office.regency": f.Office.Regency,
		"office.province": f.Office.Province, "office.address": f.Office.Address, "office.area": f.Office.Area(),
		"letter.number": f.Number, "letter.title": f.Title,
		"officer.name": f.OfficerName, "officer.title": f.OfficerTitle, "officer.staff_number": f.OfficerStaffNumber,
	} {
		v.set(name, text, text)
	}
	v.day("letter.date", f.Date)
	v.day("letter.valid_until", f.ValidUntil)
	v.person("resident", f.Resident, f.Date)
	for _, page := range f.Definition.Form {
		for _, field := range page.Fields {
			v.answer("form."+field.Key, field, f.Answers[field.Key], f)
		}
	}
	return v
}

func (v Values) set(name, text string, raw ...string) {
	if text == "" {
		return
	}
	v[name] = Value{Text: text, Raw: raw}
}

func (v Values) day(name, day string) {
	if day == "" {
		return
	}
	v.set(name, office.LongDay(day, "id"), day)
	if t, err := time.Parse(time.DateOnly, day); err == nil {
		weekday := office.Weekday(t, "id")
		v.set(name+".weekday", weekday, weekday)
	}
}

func (v Values) person(prefix string, p Person, today string) {
	birth := strings.Join(filled(p.BirthPlace, office.LongDay(p.BirthDate, "id")), ", ")
	for name, text := range map[string]string{
		"name": p.Name, "birth_place": p.BirthPlace, "birth": birth,
		"age": age(p.BirthDate, today), "religion": p.Religion,
		"occupation": p.Occupation, "education": p.Education, "address": p.Address,
		"hamlet": p.Hamlet, "family_head": p.FamilyHead,
	} {
		v.set(prefix+"."+name, text, text)
	}
	v.set(prefix+".nik", marked(p.NIK), p.NIK)
	v.set(prefix+".kk", marked(p.KK), p.KK)
	// The register keeps these in small letters, and conditions compare with that.
	for name, text := range map[string]string{
		"marital_status": p.MaritalStatus, "citizenship": p.Citizenship, "family_role": p.FamilyRole,
	} {
		v.set(prefix+"."+name, capitals(text), text)
	}
	v.set(prefix+".sex", sexWord(p.Sex), p.Sex)
	v.day(prefix+".birth_date", p.BirthDate)
}

// marked tells other offices that a number is not the civil registry's: those
// that the office gives itself until then begin with 0.
func marked(number string) string {
	if strings.HasPrefix(number, "0") {
		return number + " (sementara)"
	}
	return number
}

func sexWord(sex string) string {
	switch sex {
	case "L":
		return "Laki-laki"
	case "P":
		return "Perempuan"
	}
	return sex
}

// age is in whole years on a day: "35 tahun".
func age(birth, today string) string {
	born, err := time.Parse(time.DateOnly, birth)
	now, err2 := time.Parse(time.DateOnly, today)
	if err != nil || err2 != nil || now.Before(born) {
		return ""
	}
	return decimal(float64(definition.Age(born, now))) + " tahun"
}

// capitals writes each word with a capital: "belum kawin" → "Belum Kawin".
func capitals(text string) string {
	previous := ' '
	return strings.Map(func(r rune) rune {
		defer func() { previous = r }()
		if previous == ' ' {
			return unicode.ToUpper(r)
		}
		return r
	}, text)
}

func filled(texts ...string) []string {
	var some []string
	for _, text := range texts {
		if text != "" {
			some = append(some, text)
		}
	}
	return some
}
