package demo

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"mdesa/hooks/office"
)

// satisfaction lets residents have rated three services in the months that are
// over, and the office draw its conclusion.
func (v *Village) satisfaction() error {
	record, err := v.app.FindRecordById("office", office.ID)
	if err != nil {
		return err
	}
	record.Load(map[string]any{"signatory": "I Gusti Ngurah Adi Sanjaya, S.E.", "signatory_title": "Perbekel Puri Kencana", "pledge_on": fmt.Sprintf("%d-01-05", v.fate.today.Year()),
		"standard_decree": fmt.Sprintf("Keputusan Perbekel Puri Kencana Nomor 7 Tahun %d", v.fate.today.Year()), "standard_decree_on": fmt.Sprintf("%d-01-02", v.fate.today.Year()),
		"satisfaction_order": "complaints_first"})
	if err := v.app.Save(record); err != nil {
		return err
	}
	number := 0
	for place, key := range []string{"domicile", "business", "poor-household"} {
		service, err := v.app.FindFirstRecordByData("services", "key", key)
		if err != nil {
			continue // another catalogue
		}
		for back := 3; back >= 1; back-- {
			for range 6 + 2*place {
				number++
				if err := v.rated(service.Id, back, number); err != nil {
					return err
				}
			}
		}
	}
	_, err = v.save("satisfaction_plans", map[string]any{"period": fmt.Sprint(v.fate.today.AddDate(0, -1, 0).Year()), "by_name": v.officers["sekdes"].GetString("name"), "by_title": "Sekretaris Desa",
		"text": "1. Sarana: ruang tunggu ditambah 12 kursi dan kipas angin sebelum Desember (Kaur Umum).\n2. Waktu: kelian menyetujui paling lambat dua jam kerja; dipantau setiap Senin (Sekretaris Desa).\n3. Pengaduan: papan alur pengaduan dipasang di setiap balai banjar (Kasi Pelayanan)."})
	return err
}

var suggestions = map[int]string{
	2: "Cepat sekali, sore sudah jadi. Terima kasih.", 7: "Tolong tambah kursi di ruang tunggu.", 11: "Petugasnya ramah, dijelaskan pelan-pelan.",
	16: "Kipas angin di loket mati.", 21: "Menunggu kelian agak lama karena sedang upacara.", 25: "Aplikasinya mudah, anak saya yang bantu.",
	33: "Sebaiknya ada parkir untuk orang tua.", 38: "Semoga dipertahankan.",
}

func (v *Village) rated(service string, monthsAgo, number int) error {
	p := v.people[(number*7)%len(v.people)]
	mark := sha256.Sum256([]byte(fmt.Sprintf("demo rating %d", number)))
	first := time.Date(v.fate.today.Year(), v.fate.today.Month(), 1, 0, 0, 0, 0, time.UTC)
	overall := 4
	if number%5 == 0 {
		overall = 3
	}
	fields := map[string]any{"mark": hex.EncodeToString(mark[:]), "service": service, "month": first.AddDate(0, -monthsAgo, 0).Format("2006-01"),
		"channel": "self", "free": true, "overall": overall, "comment": suggestions[number],
		"age_group": []string{"20_29", "30_39", "40_49", "50_59", "from_60"}[number%5], "sex": p.sex, "education": p.school, "occupation": p.job}
	if number%9 == 0 {
		fields["channel"] = "counter"
	}
	for place, element := range []string{"requirements", "procedure", "time", "fee", "product", "competence", "behaviour", "complaints", "facilities"} {
		fields[element] = 4 - (number*(place+2)/3)%2
	}
	fields["fee"], fields["behaviour"] = 4, 4
	if number%3 == 0 {
		fields["facilities"] = 2
	}
	if number%8 == 0 {
		delete(fields, "complaints") // not all fill in everything
	}
	_, err := v.save("ratings", fields)
	return err
}
