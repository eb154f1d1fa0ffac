package privacy

import (
	"slices"
	"strings"
	"time"

	"mdesa/hooks/fault"
)

var (
	errNoChange = fault.New(fault.Invalid, "privacy.no_change",
		"Pilih paling sedikit satu data yang salah, lalu tulis yang benar.",
		"Choose at least one thing that is wrong and write what is right.")
	errByEvents = fault.New(fault.Invalid, "privacy.by_events",
		"Data ini berubah lewat peristiwa (lahir, mati, pindah, datang, pecah KK). Laporkan peristiwanya ke kantor.",
		"This changes by an event only (birth, death, moving, a new family card). Report the event to the office.")
	errSameValue = fault.New(fault.Invalid, "privacy.same_value",
		"Isian ini sama dengan data sekarang. Tulis yang benar, atau jangan pilih data ini.",
		"This is what the register says already. Write what is right, or leave it out.")
	errLongValue = fault.New(fault.Invalid, "privacy.long_value",
		"Isian ini terlalu panjang. Paling banyak {most} huruf.",
		"This is too long. At most {most} characters.")
	errDayValue = fault.New(fault.Invalid, "privacy.day_value",
		"Tanggal ini tidak ada, atau belum terjadi. Tulis tahun-bulan-tanggal, misalnya 1990-05-17.",
		"There is no such day, or it has not come yet. Write year-month-day, for example 1990-05-17.")
	errNumberValue = fault.New(fault.Invalid, "privacy.number_value",
		"NIK terdiri dari 16 angka.",
		"A NIK has 16 digits.")
	errChoiceValue = fault.New(fault.Invalid, "privacy.choice_value",
		"Pilih salah satu dari daftar.",
		"Choose one from the list.")
)

// Correctable is a field of the register that its owner may ask to have
// corrected.
type Correctable struct {
	Name  string `json:"name"`
	Kind  string `json:"kind"`            // text, day, number or choice
	Table string `json:"table,omitempty"` // of reference_values, for a choice
	Most  int    `json:"-"`               // characters
}

// CorrectableFields are all of them, in the order of the family card.
var CorrectableFields = []Correctable{
	{Name: "name", Kind: "text", Most: 150},
	{Name: "nik", Kind: "number", Most: 16},
	{Name: "birth_place", Kind: "text", Most: 100},
	{Name: "birth_date", Kind: "day", Most: 10},
	{Name: "sex", Kind: "choice", Table: "sex"},
	{Name: "religion", Kind: "choice", Table: "religion"},
	{Name: "education", Kind: "choice", Table: "education"},
	{Name: "occupation", Kind: "choice", Table: "occupation"},
	{Name: "marital_status", Kind: "choice", Table: "marital_status"},
	{Name: "blood_type", Kind: "choice", Table: "blood_type"},
	{Name: "citizenship", Kind: "choice", Table: "citizenship"},
	{Name: "father_name", Kind: "text", Most: 150},
	{Name: "mother_name", Kind: "text", Most: 150},
	{Name: "birth_certificate", Kind: "text", Most: 60},
	{Name: "address", Kind: "text", Most: 300},
	{Name: "phone", Kind: "text", Most: 20},
}

// ByEvents are the fields that only a life event changes.
var ByEvents = []string{"life_status", "household", "hamlet", "family_role", "residency"}

// Change is one field of a correction.
type Change struct {
	From string `json:"from"`
	To   string `json:"to"`
}

func correctableField(name string) (Correctable, bool) {
	at := slices.IndexFunc(CorrectableFields, func(c Correctable) bool { return c.Name == name })
	if at < 0 {
		return Correctable{}, false
	}
	return CorrectableFields[at], true
}

// checkChange is what is wrong with one wish, or nil. offered are the values of
// the field's table, none where there is no table; today is a day as 2026-11-23.
func checkChange(name string, change Change, offered []string, today string) *fault.Fault {
	field, known := correctableField(name)
	switch to := change.To; {
	case slices.Contains(ByEvents, name):
		return errByEvents
	case !known || to == "":
		return errNoChange
	case to == change.From:
		return errSameValue
	case field.Kind == "day" && !pastDay(to, today):
		return errDayValue
	case field.Kind == "number" && (len(to) != 16 || strings.Trim(to, "0123456789") != ""):
		return errNumberValue
	case field.Kind == "choice" && !slices.Contains(offered, to):
		return errChoiceValue
	case field.Kind == "text" && len([]rune(to)) > field.Most:
		return errLongValue.With("most", field.Most)
	}
	return nil
}

func pastDay(day, today string) bool {
	_, err := time.Parse(time.DateOnly, day)
	return err == nil && day <= today
}

// grownUpAt is the age, in years, from which people have a KTP and speak for
// themselves (UU 23/2006 art. 63).
const grownUpAt = 17

// Child tells whether somebody born on a day is still under 17. Without a birth
// date nobody is taken for a child.
func Child(born, today string) bool {
	birth, err := time.Parse(time.DateOnly, born)
	if err != nil {
		return false
	}
	now, err := time.Parse(time.DateOnly, today)
	return err == nil && birth.AddDate(grownUpAt, 0, 0).After(now)
}
