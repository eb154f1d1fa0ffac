package definition

import (
	"slices"
	"strings"
	"time"

	"mdesa/hooks/fault"
)

// word is a value of the register with what it is called in both languages.
type word struct{ value, en string }

// The register's own values; the Indonesian one is also what it is called.
var (
	sexes           = []string{"L", "P"}
	maritalStatuses = []word{
		{"belum kawin", "never married"}, {"kawin", "married"},
		{"cerai hidup", "divorced"}, {"cerai mati", "widowed"},
	}
	familyRoles = []word{
		{"kepala keluarga", "head of the family"}, {"suami", "husband"}, {"istri", "wife"},
		{"anak", "child"}, {"menantu", "child-in-law"}, {"cucu", "grandchild"},
		{"orang tua", "parent"}, {"mertua", "parent-in-law"}, {"famili lain", "other relative"},
		{"pembantu", "domestic worker"}, {"lainnya", "other"},
	}
)

var (
	errOnlyWomen = fault.New(fault.Invalid, "subject.women",
		"Layanan ini untuk penduduk perempuan. Jika data Anda di kantor keliru, minta petugas memperbaikinya.",
		"This service is for female residents. If the office's record about you is wrong, ask an officer to correct it.")
	errOnlyMen = fault.New(fault.Invalid, "subject.men",
		"Layanan ini untuk penduduk laki-laki. Jika data Anda di kantor keliru, minta petugas memperbaikinya.",
		"This service is for male residents. If the office's record about you is wrong, ask an officer to correct it.")
	errMaritalStatus = fault.New(fault.Invalid, "subject.marital_status",
		"Layanan ini untuk penduduk berstatus {wanted}, sedangkan di data kantor tercatat {recorded}. Jika itu keliru, perbarui KK Anda atau minta petugas memperbaikinya.",
		"This service is for residents who are {wanted}, while the office's record says {recorded}. If that is wrong, have your family card updated or ask an officer to correct it.")
	errFamilyRole = fault.New(fault.Invalid, "subject.family_role",
		"Layanan ini diajukan oleh {wanted}, sedangkan di KK tercatat {recorded}. Minta yang bersangkutan mengajukannya.",
		"This service is for the {wanted}, while the family card says {recorded}. Ask that person to file it.")
	errTooYoung = fault.New(fault.Invalid, "subject.min_age",
		"Layanan ini untuk penduduk berusia {wanted} tahun ke atas; menurut data kantor Anda berusia {recorded} tahun. Orang tua atau wali dapat mengajukannya di loket.",
		"This service is for residents of {wanted} years and over; by the office's record you are {recorded}. A parent or guardian can file it at the counter.")
	errNoBirth = fault.New(fault.Invalid, "subject.no_birth_date",
		"Tanggal lahir Anda belum tercatat di kantor. Bawa KTP atau akta kelahiran ke loket agar petugas melengkapinya.",
		"The office has no birth date for you yet. Bring your identity card or birth certificate to the counter so that an officer can add it.")
)

// Check says why the service is not for a resident, or nil when it is. The
// arguments are the register's values; birth is the zero time when unknown.
func (s Subject) Check(sex, maritalStatus, familyRole string, birth, today time.Time) *fault.Fault {
	switch {
	case s.Sex == "P" && sex != "P":
		return errOnlyWomen
	case s.Sex == "L" && sex != "L":
		return errOnlyMen
	case len(s.MaritalStatus) > 0 && !slices.Contains(s.MaritalStatus, maritalStatus):
		return mismatch(errMaritalStatus, maritalStatuses, s.MaritalStatus, maritalStatus)
	case len(s.FamilyRole) > 0 && !slices.Contains(s.FamilyRole, familyRole):
		return mismatch(errFamilyRole, familyRoles, s.FamilyRole, familyRole)
	case s.MinAge > 0 && birth.IsZero():
		return errNoBirth
	case s.MinAge > 0 && Age(birth, today) < s.MinAge:
		return errTooYoung.With("wanted", s.MinAge).With("recorded", Age(birth, today))
	}
	return nil
}

// Age is the number of whole years from the day of birth to today. Who was born
// on 29 February completes a year on 1 March when there is no such day.
func Age(birth, today time.Time) int {
	age := today.Year() - birth.Year()
	if today.Month() < birth.Month() || today.Month() == birth.Month() && today.Day() < birth.Day() {
		age--
	}
	return age
}

func mismatch(reason *fault.Fault, words []word, wanted []string, recorded string) *fault.Fault {
	var english []string
	for _, value := range wanted {
		english = append(english, inEnglish(words, value))
	}
	reason = reason.WithText("wanted", strings.Join(wanted, " / "), strings.Join(english, " / "))
	if recorded == "" {
		return reason.WithText("recorded", "belum diisi", "nothing yet")
	}
	return reason.WithText("recorded", recorded, inEnglish(words, recorded))
}

func inEnglish(words []word, value string) string {
	for _, w := range words {
		if w.value == value {
			return w.en
		}
	}
	return value
}

func known(words []word) []string {
	values := make([]string, len(words))
	for i, w := range words {
		values[i] = w.value
	}
	return values
}
