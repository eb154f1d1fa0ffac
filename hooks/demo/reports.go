package demo

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/filesystem"
)

// complaint is one report of the demo: what, where, and how far it gets.
type complaint struct {
	category, title, what, place string
	hamlet                       int
	lat, lon                     float64 // 0: in words only
	identity                     string
	concerns                     []string // posts of the office that it is about
	stage                        string   // new, handling, late, forwarded, answered, done, reopened, duplicate, returned, refused
	days                         int      // working days ago that it was filed
	supports                     int
	photo                        scene // "" without
	answer                       string
}

func complaints() []complaint {
	return []complaint{
		{"report-waste", "Sampah menumpuk di timur balai", "Sampah menumpuk sejak tiga hari di timur balai banjar, mulai bau dan dikerumuni lalat.", "Timur Balai Banjar Kaja", 0, -8.64021, 115.21743, "hidden", nil, "new", 0, 4, "waste", ""},
		{"report-light", "", "Tiga lampu jalan di Gang Sandat mati, gelap sekali kalau malam.", "Gang Sandat, dari pura ke sungai", 5, -8.64655, 115.22011, "shown", nil, "new", 0, 0, "", ""},
		{"report-order", "", "Suara musik dari kafe sampai lewat tengah malam setiap Sabtu.", "Ujung Jalan Jepun", 6, 0, 0, "hidden", nil, "late", 3, 0, "", ""},
		{"report-road", "", "Tutup gorong-gorong di tikungan hilang; berbahaya untuk anak sekolah.", "", -1, -8.65012, 115.21988, "hidden", nil, "late", 6, 8, "", ""},
		{"report-road", "Lubang besar di Jalan Cempaka", "Lubang besar di tengah jalan, dua motor sudah jatuh minggu ini.", "Jalan Cempaka dekat warung", 1, -8.64302, 115.21588, "shown", nil, "handling", 4, 7, "road", ""},
		{"report-drain", "Got tersumbat di depan SD", "Got tersumbat tanah dan plastik. Kalau hujan air masuk ke halaman sekolah.", "Depan SD di Jalan Teratai", 2, -8.64794, 115.21452, "hidden", nil, "handling", 9, 11, "drain", ""},
		{"report-drain", "", "Got depan sekolah mampet, air meluap ke jalan.", "Jalan Teratai", 2, -8.64801, 115.21459, "hidden", nil, "duplicate", 8, 0, "", ""},
		{"report-light", "LPJU padam di simpang Kenanga", "Lampu di simpang Jalan Kenanga padam sejak minggu lalu.", "Simpang Jalan Kenanga", 4, -8.64488, 115.21901, "hidden", nil, "forwarded", 6, 5, "", ""},
		{"report-tree", "Dahan beringin rawan patah", "Dahan beringin di setra sudah retak, di bawahnya tempat anak-anak bermain.", "Setra Banjar Kauh", 3, -8.64569, 115.21203, "shown", nil, "answered", 5, 3, "tree", "Dahan yang retak sudah dipangkas bersama DLHK hari Jumat. Pohonnya sehat dan tetap dipertahankan."},
		{"report-waste", "Sampah di lahan kosong", "Lahan kosong jadi tempat buang sampah, ada yang membakar malam hari.", "Lahan kosong Gang Mawar", 3, -8.64622, 115.21318, "hidden", nil, "done", 14, 6, "waste", "Sampah diangkut dua truk, dipasang papan larangan, dan jagabaya berkeliling tiap malam."},
		{"report-road", "Trotoar ambles di Jalan Kamboja", "Trotoar ambles, orang tua dan kursi roda tidak bisa lewat.", "Jalan Kamboja nomor 30-an", 0, -8.64111, 115.21795, "hidden", nil, "done", 18, 9, "road", "Trotoar diurug dan dipasang paving baru sepanjang enam meter."},
		{"report-drain", "Saluran meluap di Gang Mawar", "Saluran meluap setiap hujan, airnya masuk dapur warga.", "Gang Mawar sebelah barat", 3, -8.64633, 115.21297, "hidden", nil, "reopened", 12, 2, "drain", "Saluran sudah dikeruk."},
		{"report-water", "Air PDAM keruh", "Air keran keruh kecokelatan setiap pagi.", "Perumahan Batan Poh", 5, 0, 0, "hidden", nil, "returned", 5, 0, "", ""},
		{"report-road", "Jalan provinsi bergelombang", "Aspal jalan besar bergelombang dekat lampu merah.", "Jalan besar utara pasar", 1, -8.64188, 115.21511, "hidden", nil, "refused", 11, 1, "", ""},
		{"report-officials", "", "Saya diminta membayar Rp 50.000 untuk surat pengantar, padahal tertulis gratis.", "", -1, 0, 0, "handler_only", nil, "new", 1, 0, "", ""},
		{"report-officials", "", "Surat saya ditahan sekretaris tiga minggu, dan saya diminta datang ke rumahnya.", "", -1, 0, 0, "handler_only", []string{"secretary"}, "new", 2, 0, "", ""},
		{"report-aid", "", "Tetangga saya janda tua tidak pernah dapat bantuan, padahal sudah didata.", "", -1, 0, 0, "hidden", nil, "handling", 3, 0, "", ""},
		{"report-records", "", "Nama ibu di akta anak saya salah satu huruf.", "", -1, 0, 0, "hidden", nil, "done", 7, 0, "", "Perbaikan sudah diteruskan ke Disdukcapil; akta baru dapat diambil."},
	}
}

// reports lives through all complaints, and lets neighbours support them.
func (v *Village) reports() error {
	if err := v.sections(); err != nil {
		return err
	}
	people := v.reporters()
	known := map[string]*core.Record{}
	for i, c := range complaints() {
		request := fmt.Sprintf("demoreport%05d", i)
		who := people[i%len(people)]
		if c.stage == "answered" {
			who = people[0] // the tour reads the answer
		}
		if err := v.complain(request, c, who); err != nil {
			return fmt.Errorf("report %d: %w", i, err)
		}
		report, err := v.app.FindFirstRecordByData("reports", "request", request)
		if err != nil {
			return err
		}
		for n := range c.supports {
			if err := v.meToo(report, people[(i+1+n)%len(people)]); err != nil {
				return err
			}
		}
		if err := v.happens(request, c, report.Id, known); err != nil {
			return fmt.Errorf("report %d: %w", i, err)
		}
		known[c.category] = report
	}
	return nil
}

// reporters are grown-ups with a login, the resident of the tour first.
func (v *Village) reporters() (people []*person) {
	for _, p := range v.people {
		if v.accounts[p.id] != nil && v.fate.today.Year()-p.birth.Year() >= 19 {
			people = append(people, p)
		}
	}
	slices.SortStableFunc(people, func(a, b *person) int {
		switch v.first {
		case a:
			return -1
		case b:
			return 1
		}
		return 0
	})
	return people
}

func (v *Village) complain(id string, c complaint, p *person) error {
	service, err := v.app.FindFirstRecordByData("services", "key", c.category)
	if err != nil {
		return err
	}
	place := map[string]any{}
	if c.hamlet >= 0 {
		place["hamlet"], place["words"] = v.hamlets[c.hamlet].Id, c.place
	}
	if c.lat != 0 {
		place["lat"], place["lon"] = c.lat, c.lon
	}
	answers := map[string]any{"what": c.what, "identity": c.identity, "happened_on": v.workingAgo(c.days+1, 0).Format(time.DateOnly)}
	if len(place) > 0 {
		answers["place"] = place
	}
	if c.concerns != nil {
		answers["concerns"] = c.concerns
	}
	attachments := map[string]any{}
	if c.photo != "" {
		photo, err := v.photo(c.photo, false, map[string]any{"kind": "photos", "resident": p.id, "account": v.accounts[p.id].Id})
		if err != nil {
			return err
		}
		attachments["photos"] = []string{photo.Id}
	}
	_, err = v.save("requests", map[string]any{"id": id, "service": service.Id, "resident": p.id, "account": v.accounts[p.id].Id, "channel": "self",
		"answers": answers, "attachments": attachments, "submitted_at": v.workingAgo(c.days, 40).UTC().Truncate(time.Millisecond)})
	return err
}

func (v *Village) photo(of scene, after bool, fields map[string]any) (*core.Record, error) {
	content, err := of.draw(after)
	if err != nil {
		return nil, err
	}
	file, err := filesystem.NewFileFromBytes(content, "foto.jpg")
	if err != nil {
		return nil, err
	}
	fields["file"] = file
	if fields["name"] = "Foto"; after {
		fields["name"] = "Foto sesudah ditangani"
	}
	return v.save("documents", fields)
}

func (v *Village) meToo(report *core.Record, p *person) error {
	account := v.accounts[p.id].Id
	filed, err := v.app.FindRecordById("requests", report.GetString("request"))
	if err != nil || filed.GetString("account") == account {
		return err
	}
	said, err := v.app.FindAllRecords("report_supports", dbx.HashExp{"report": report.Id, "account": account})
	if err != nil || len(said) > 0 {
		return err
	}
	_, err = v.save("report_supports", map[string]any{"report": report.Id, "account": account})
	return err
}

// sent is what staff send along with an event.
func (v *Village) sent(request, action string, by *core.Record, at time.Time, reason, note string, data map[string]any) error {
	raw, err := json.Marshal(data)
	if err != nil {
		return err
	}
	kind := "officer"
	if by.Collection().Name == "accounts" {
		kind = "resident"
	}
	_, err = v.save("request_events", map[string]any{"request": request, "action": action, "reason": reason, "note": note, "@sent": raw,
		"at": at.UTC().Truncate(time.Millisecond), "actor_kind": kind, "actor": by.Id})
	return err
}
