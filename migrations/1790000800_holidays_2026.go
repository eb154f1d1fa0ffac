package migrations

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// The national holidays and joint leave days of 2026 (SKB 3 Menteri 1497/2/5 of
// 2025). The decree comes every year: the admin adds the next ones.
func init() {
	days := []struct{ day, kind, name string }{
		{"2026-01-01", "nasional", "Tahun Baru 2026 Masehi"},
		{"2026-01-16", "nasional", "Isra Mikraj Nabi Muhammad SAW"},
		{"2026-02-16", "cuti_bersama", "Cuti bersama Tahun Baru Imlek"},
		{"2026-02-17", "nasional", "Tahun Baru Imlek 2577 Kongzili"},
		{"2026-03-18", "cuti_bersama", "Cuti bersama Nyepi"},
		{"2026-03-19", "nasional", "Hari Suci Nyepi (Tahun Baru Saka 1948)"},
		{"2026-03-20", "cuti_bersama", "Cuti bersama Idul Fitri"},
		{"2026-03-21", "nasional", "Idul Fitri 1447 Hijriah, hari pertama"},
		{"2026-03-22", "nasional", "Idul Fitri 1447 Hijriah, hari kedua"},
		{"2026-03-23", "cuti_bersama", "Cuti bersama Idul Fitri"},
		{"2026-03-24", "cuti_bersama", "Cuti bersama Idul Fitri"},
		{"2026-04-03", "nasional", "Wafat Yesus Kristus (Jumat Agung)"},
		{"2026-04-05", "nasional", "Kebangkitan Yesus Kristus (Paskah)"},
		{"2026-05-01", "nasional", "Hari Buruh Internasional"},
		{"2026-05-14", "nasional", "Kenaikan Yesus Kristus"},
		{"2026-05-15", "cuti_bersama", "Cuti bersama Kenaikan Yesus Kristus"},
		{"2026-05-27", "nasional", "Idul Adha 1447 Hijriah"},
		{"2026-05-28", "cuti_bersama", "Cuti bersama Idul Adha"},
		{"2026-05-31", "nasional", "Hari Raya Waisak 2570 BE"},
		{"2026-06-01", "nasional", "Hari Lahir Pancasila"},
		{"2026-06-16", "nasional", "Tahun Baru Islam 1448 Hijriah"},
		{"2026-08-17", "nasional", "Hari Proklamasi Kemerdekaan RI"},
		{"2026-08-25", "nasional", "Maulid Nabi Muhammad SAW"},
		{"2026-12-24", "cuti_bersama", "Cuti bersama Natal"},
		{"2026-12-25", "nasional", "Hari Raya Natal"},
	}
	m.Register(func(app core.App) error {
		collection, err := app.FindCollectionByNameOrId("holidays")
		if err != nil {
			return err
		}
		for _, day := range days {
			holiday := core.NewRecord(collection)
			holiday.Set("day", day.day)
			holiday.Set("kind", day.kind)
			holiday.Set("name", day.name)
			holiday.Set("closed", true)
			if err := app.Save(holiday); err != nil {
				return err
			}
		}
		return nil
	}, func(app core.App) error {
		for _, day := range days {
			holidays, err := app.FindAllRecords("holidays", dbx.HashExp{"day": day.day, "name": day.name})
			if err != nil {
				return err
			}
			for _, holiday := range holidays {
				if err := app.Delete(holiday); err != nil {
					return err
				}
			}
		}
		return nil
	})
}
