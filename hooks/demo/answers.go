package demo

import (
	"strings"
	"time"

	"mdesa/hooks/definition"
)

// said are plausible answers to the questions of the seeded services, by key.
// Questions that are not here get one by their type.
var said = map[string]string{
	"activity": "Warung makan dan minuman", "bank": "Bank BRI Unit Ubung", "business_address": "Jalan Kamboja No. 21",
	"business_name": "Warung Sari Rasa", "since_year": "2019", "destination": "Rumah keluarga di Jalan Veteran No. 8",
	"details": "Dompet kulit cokelat berisi KTP dan kartu ATM", "event_name": "Resepsi pernikahan keluarga",
	"grade": "Semester 3", "institution": "RSUD Wangaya", "issuer": "Kementerian Pendidikan", "job": "Pedagang",
	"place": "Sekitar Pasar Kumbasari", "province": "Jawa Timur", "to_province": "Jawa Timur",
	"purpose": "Melengkapi administrasi keluarga", "reason": "Kesalahan penulisan nama pada dokumen lama",
	"recipient": "Kepala Sekolah SMP Kencana", "regency": "Banyuwangi", "to_regency": "Banyuwangi",
	"relation": "Anak kandung", "school": "Universitas Kencana", "spouse_name": "Ni Ketut Murni",
	"statement":  "Pemohon benar warga desa kami dan aktif dalam kegiatan banjar.",
	"document":   "diploma",
	"to_village": "Kepatihan", "to_district": "Banyuwangi", "to_address": "Jalan Melati No. 3",
	"father_birth": "Denpasar, 8 Juli 1958", "mother_birth": "Denpasar, 21 April 1961", "partner_birth": "Singaraja, 3 Maret 1994",
	"father_job": "Pensiunan", "mother_job": "Mengurus rumah tangga", "partner_job": "Karyawan swasta",
	"kua": "Denpasar Utara", "wedding_place": "Masjid Baitul Amanah, Denpasar", "held_at": "Rumah keluarga, Banjar Kaja",
	"leader": "Ida Pandita Mpu Kencana", "student_number": "2101541023", "card_number": "0001234509001",
	"org_name": "Koperasi Kencana Mandiri", "position": "Ketua", "death_certificate": "5171-KM-12082025-0004",
	"entertainment": "Gamelan dan tari", "story": "Terjatuh di jalan sepulang dari pasar",
	"document_number": "DN-22/2008/114", "died_at": "Rumah duka, Jalan Kamboja", "facility": "RSUD Wangaya",
}

// answersTo answers every question of a service for a person, in order, so that
// a later question can depend on an earlier answer.
func (v *Village) answersTo(def *definition.Definition, p *person) map[string]any {
	answers := map[string]any{}
	for _, page := range def.Form {
		if !definition.Holds(page.When, answers) {
			continue
		}
		for _, field := range page.Fields {
			if definition.Holds(field.When, answers) {
				answers[field.Key] = v.answer(field, p)
			}
		}
	}
	return answers
}

func (v *Village) answer(field definition.Field, p *person) any {
	switch field.Type {
	case "number":
		return bounded(field, 2)
	case "money":
		return 1_750_000
	case "date":
		if field.Min != nil && *field.Min >= 0 {
			return v.fate.today.AddDate(0, 0, 20).Format(time.DateOnly)
		}
		return v.fate.today.AddDate(0, -2, -v.fate.IntN(300)).Format(time.DateOnly)
	case "time":
		return "10:00"
	case "phone":
		return "081239001234"
	case "nik":
		return v.people[v.fate.IntN(len(v.people))].nik
	case "yesno":
		return false
	case "member":
		return p.house.people[len(p.house.people)-1].id
	case "choice":
		return field.Options[v.fate.IntN(min(2, len(field.Options)))].Value
	case "choices":
		return []string{field.Options[0].Value}
	case "rows":
		return []any{v.row(field, p), v.row(field, v.people[v.fate.IntN(len(v.people))])}
	}
	return v.words(field, p)
}

func (v *Village) row(field definition.Field, p *person) map[string]any {
	row := map[string]any{}
	for _, column := range field.Columns {
		switch column.Key {
		case "name":
			row[column.Key] = p.name
		case "nik":
			row[column.Key] = p.nik
		case "address":
			row[column.Key] = p.house.address
		default:
			row[column.Key] = v.answer(column, p)
		}
	}
	return row
}

func (v *Village) words(field definition.Field, p *person) string {
	if text, ok := said[field.Key]; ok {
		return text
	}
	switch {
	case strings.HasPrefix(field.Key, "mother"), strings.HasPrefix(field.Key, "partner_name") && p.sex == "L":
		return v.someone("P").name
	case strings.HasSuffix(field.Key, "name"), strings.HasSuffix(field.Key, "father"), strings.HasSuffix(field.Key, "spouse"):
		return v.someone("L").name
	case strings.HasSuffix(field.Key, "address"):
		return p.house.address
	case strings.HasSuffix(field.Key, "postcode"):
		return "68411"
	}
	return "Sesuai keterangan keluarga"
}

// someone grown-up of the village, for the names that answers mention.
func (v *Village) someone(sex string) *person {
	for {
		p := v.people[v.fate.IntN(len(v.people))]
		if p.sex == sex && p.role != "anak" {
			return p
		}
	}
}

func bounded(field definition.Field, wish float64) float64 {
	if field.Min != nil {
		wish = max(wish, *field.Min)
	}
	if field.Max != nil {
		wish = min(wish, *field.Max)
	}
	return wish
}
