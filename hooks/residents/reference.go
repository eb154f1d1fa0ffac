package residents

// Choice is one value of the register with its name in both languages.
type Choice struct {
	Value   string `json:"value"`
	Label   string `json:"label"`
	LabelEN string `json:"label_en"`
}

// Reference are the values that the register offers, in the order of the civil
// registry's own tables. Occupation and education are suggestions: those tables
// grow, so both fields take any text.
var Reference = map[string][]Choice{
	"sex":            {{"L", "Laki-laki", "Male"}, {"P", "Perempuan", "Female"}},
	"religion":       religions,
	"marital_status": maritalStatuses,
	"family_role":    familyRoles,
	"citizenship":    citizenships,
	"life_status":    lifeStatuses,
	"education":      educations,
	"occupation":     occupations,
}

var religions = []Choice{
	{"Islam", "Islam", "Islam"},
	{"Kristen", "Kristen", "Protestant"},
	{"Katholik", "Katholik", "Catholic"},
	{"Hindu", "Hindu", "Hindu"},
	{"Budha", "Budha", "Buddhist"},
	{"Khonghucu", "Khonghucu", "Confucian"},
	{"Kepercayaan", "Kepercayaan terhadap Tuhan YME", "Indigenous belief"},
}

var maritalStatuses = []Choice{
	{"belum kawin", "Belum kawin", "Never married"},
	{"kawin", "Kawin", "Married"},
	{"cerai hidup", "Cerai hidup", "Divorced"},
	{"cerai mati", "Cerai mati", "Widowed"},
}

var familyRoles = []Choice{
	{"kepala keluarga", "Kepala keluarga", "Head of the family"},
	{"suami", "Suami", "Husband"},
	{"istri", "Istri", "Wife"},
	{"anak", "Anak", "Child"},
	{"menantu", "Menantu", "Child-in-law"},
	{"cucu", "Cucu", "Grandchild"},
	{"orang tua", "Orang tua", "Parent"},
	{"mertua", "Mertua", "Parent-in-law"},
	{"famili lain", "Famili lain", "Other relative"},
	{"pembantu", "Pembantu", "Domestic worker"},
	{"lainnya", "Lainnya", "Other"},
}

var citizenships = []Choice{
	{"WNI", "Warga negara Indonesia", "Indonesian"},
	{"WNA", "Warga negara asing", "Foreign"},
	{"dua kewarganegaraan", "Dua kewarganegaraan", "Dual"},
}

var lifeStatuses = []Choice{
	{"hidup", "Hidup", "Living"},
	{"mati", "Meninggal", "Deceased"},
	{"pindah", "Pindah", "Moved away"},
	{"hilang", "Hilang", "Missing"},
	{"pergi", "Pergi", "Left"},
	{"tidak valid", "Tidak valid", "Not valid"},
}

var educations = []Choice{
	{"Tidak/Belum Sekolah", "Tidak/Belum Sekolah", "No schooling (yet)"},
	{"Belum Tamat SD/Sederajat", "Belum Tamat SD/Sederajat", "Primary school not finished"},
	{"Tamat SD/Sederajat", "Tamat SD/Sederajat", "Primary school"},
	{"SLTP/Sederajat", "SLTP/Sederajat", "Junior high school"},
	{"SLTA/Sederajat", "SLTA/Sederajat", "Senior high school"},
	{"Diploma I/II", "Diploma I/II", "Diploma I/II"},
	{"Akademi/Diploma III/S. Muda", "Akademi/Diploma III/S. Muda", "Academy/Diploma III"},
	{"Diploma IV/Strata I", "Diploma IV/Strata I", "Diploma IV/Bachelor"},
	{"Strata II", "Strata II", "Master"},
	{"Strata III", "Strata III", "Doctorate"},
}
