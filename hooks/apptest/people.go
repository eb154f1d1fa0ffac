package apptest

import "github.com/pocketbase/pocketbase/core"

const (
	wayanHousehold  = "householdwayan0"
	madeHousehold   = "householdmade00"
	nyomanHousehold = "householdnyoman"
)

// rows are the village's records in the order in which they are created.
func (v *Village) rows() []row {
	return append(v.places(), append(v.residents(), v.logins()...)...)
}

func (v *Village) places() []row {
	return []row{
		{&v.Office, "office", OfficeID, map[string]any{
			"kind": "desa", "name": "Taman Sari", "short": "TS",
			"area_code": "51.71.04.2099", "district": "Denpasar Utara", "regency": "Kota Denpasar", "province": "Bali",
			"address": "Jalan Melati No. 1", "postcode": "80230", "phone": "0361-555010",
			"email": "kantor@tamansari.example", "website": "https://tamansari.example", "public_url": "https://tamansari.example",
			"head_title": "Perbekel", "secretary_title": "Sekretaris Desa",
			"hamlet_title": "Kelian Banjar Dinas", "hamlet_word": "Banjar",
			"time_zone": "Asia/Makassar", "hours": officeHours, "return_days": 5,
			"pledge": "Kami melayani dengan tulus.", "pledge_en": "We serve with sincerity.",
		}},
		{&v.Kaja, "hamlets", KajaID, map[string]any{"name": "Banjar Kaja", "code": "01", "sort": 1}},
		{&v.Kelod, "hamlets", KelodID, map[string]any{"name": "Banjar Kelod", "code": "02", "sort": 2}},
		household(wayanHousehold, "5171041202080001", KajaID, "Jalan Kamboja No. 4"),
		household(madeHousehold, "5171042506110002", KajaID, "Jalan Kamboja No. 9"),
		household(nyomanHousehold, "5171040309140003", KelodID, "Jalan Cempaka No. 2"),
	}
}

// officeHours: Monday to Thursday with a break at noon, a longer one on Friday.
const officeHours = `[{"from":"2024-01-01","days":{
	"1":[["07:30","12:00"],["13:00","16:30"]],"2":[["07:30","12:00"],["13:00","16:30"]],
	"3":[["07:30","12:00"],["13:00","16:30"]],"4":[["07:30","12:00"],["13:00","16:30"]],
	"5":[["07:30","11:30"],["13:00","14:30"]]}}]`

func household(id, kk, hamlet, address string) row {
	return row{nil, "households", id, map[string]any{
		"kk": kk, "hamlet": hamlet, "address": address, "rt": "001", "rw": "002",
	}}
}

func (v *Village) residents() []row {
	return []row{
		resident(&v.Wayan, "residentwayan00", map[string]any{
			"nik": "5171041705900001", "name": "I Wayan Sukarta", "household": wayanHousehold, "hamlet": KajaID,
			"family_role": "kepala keluarga", "birth_date": "1990-05-17", "sex": "L", "marital_status": "kawin",
			"occupation": "Wiraswasta", "address": "Jalan Kamboja No. 4", "phone": "081234500001",
		}),
		resident(&v.Ketut, "residentketut00", map[string]any{
			"nik": "5171044308920002", "name": "Ni Ketut Rasmini", "household": wayanHousehold, "hamlet": KajaID,
			"family_role": "istri", "birth_date": "1992-08-03", "sex": "P", "marital_status": "kawin",
			"occupation": "Guru", "address": "Jalan Kamboja No. 4", "phone": "081234500002",
		}),
		resident(&v.Putu, "residentputu000", map[string]any{
			"nik": "5171041106150003", "name": "I Putu Gede Sukarta", "household": wayanHousehold, "hamlet": KajaID,
			"family_role": "anak", "birth_date": "2015-06-11", "sex": "L", "marital_status": "belum kawin",
			"occupation": "Pelajar/Mahasiswa", "education": "Belum Tamat SD/Sederajat", "studying": "Sedang SD/Sederajat", "address": "Jalan Kamboja No. 4",
		}),
		resident(&v.Made, "residentmade000", map[string]any{
			"nik": "5171042202850004", "name": "I Made Artana", "household": madeHousehold, "hamlet": KajaID,
			"family_role": "kepala keluarga", "birth_date": "1985-02-22", "sex": "L", "marital_status": "belum kawin",
			"occupation": "Karyawan Swasta", "address": "Jalan Kamboja No. 9", "phone": "081234500004",
		}),
		resident(&v.Nyoman, "residentnyoman0", map[string]any{
			"nik": "5171045904780005", "name": "Ni Nyoman Sariasih", "household": nyomanHousehold, "hamlet": KelodID,
			"family_role": "kepala keluarga", "birth_date": "1978-04-19", "sex": "P", "marital_status": "cerai mati",
			"occupation": "Pedagang", "address": "Jalan Cempaka No. 2", "phone": "081234500005",
		}),
	}
}

func resident(place **core.Record, id string, fields map[string]any) row {
	common := map[string]any{
		"birth_place": "Denpasar", "religion": "Hindu", "citizenship": "WNI",
		"education": "SLTA/Sederajat", "life_status": "hidup",
	}
	for name, value := range fields {
		common[name] = value
	}
	return row{place, "residents", id, common}
}

func (v *Village) logins() []row {
	return []row{
		account(&v.Resident, "accountwayan000", "5171041705900001", "residentwayan00", "I Wayan Sukarta", "081234500001"),
		account(&v.Neighbour, "accountmade0000", "5171042202850004", "residentmade000", "I Made Artana", "081234500004"),
		officer(&v.HeadOfKaja, "officerheadkaja", "kelian.kaja", "I Gede Pasek", "Kelian Banjar Kaja", "hamlet_head", KajaID),
		officer(&v.HeadOfKelod, "officerheadkelo", "kelian.kelod", "I Nengah Wirata", "Kelian Banjar Kelod", "hamlet_head", KelodID),
		officer(&v.Officer, "officerdesk0000", "loket", "Ni Luh Widiani", "Kasi Pelayanan", "officer"),
		officer(&v.Secretary, "officersecretar", "sekdes", "I Komang Sudana", "Sekretaris Desa", "secretary"),
		officer(&v.VillageHead, "officerhead0000", "perbekel", "I Ketut Mudra", "Perbekel", "village_head"),
		officer(&v.Auditor, "officerauditor0", "pengawas", "Ni Wayan Suasti", "Pengawas", "auditor"),
		{&v.Admin, core.CollectionNameSuperusers, "superuseradmin0", map[string]any{"email": "admin@tamansari.example"}},
	}
}

func account(place **core.Record, id, nik, resident, name, phone string) row {
	return row{place, "accounts", id, map[string]any{
		"nik": nik, "resident": resident, "name": name, "phone": phone, "language": "id",
		"active": true, "activated_at": "2026-01-05 02:00:00.000Z",
	}}
}

func officer(place **core.Record, id, username, name, title, role string, hamlets ...string) row {
	return row{place, "officers", id, map[string]any{
		"username": username, "name": name, "title": title, "role": role, "hamlets": hamlets,
		"language": "id", "active": true,
	}}
}
