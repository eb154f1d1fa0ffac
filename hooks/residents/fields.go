package residents

import "slices"

// correctable are the fields that a correction may change, in the order of the
// family card. The others follow from a life event or from the program.
var correctable = []string{
	"name", "nik", "birth_place", "birth_date", "sex", "religion", "marital_status", "occupation", "education", "studying",
	"citizenship", "blood_type", "phone", "address", "current_address", "ethnicity",
	"father_name", "father_nik", "mother_name", "mother_nik",
	"birth_certificate", "marriage_certificate", "married_on", "marriage_registered", "divorce_certificate", "divorced_on",
	"passport", "passport_until", "stay_permit", "id_card", "id_card_status", "tag_id", "insurance", "insurance_number",
	"disability", "contraception", "pregnant", "lat", "lng", "customary_village", "customary_hamlet", "krama_status",
}

// byEvent are the fields that only a life event changes (see lifeevents): they
// move the population's figures.
var byEvent = []string{"life_status", "household", "hamlet", "family_role", "residency"}

func isCorrectable(field string) bool { return slices.Contains(correctable, field) }

// numbersOfParents are fields that hold a NIK besides nik.
var numbersOfParents = []string{"father_nik", "mother_nik"}

// daysOnCards are fields that hold a day as YYYY-MM-DD.
var daysOnCards = []string{"married_on", "divorced_on", "passport_until"}
