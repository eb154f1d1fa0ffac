package demo

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"strconv"
	"strings"
	"time"

	"github.com/pocketbase/pocketbase/tools/filesystem"
)

// news is what the village tells everybody, and what people ask it for.
func (v *Village) news() error {
	for _, part := range []func() error{v.posts, v.publications, v.contacts, v.businesses, v.askings} {
		if err := part(); err != nil {
			return err
		}
	}
	return nil
}

// onDay is an hour on the office's wall, some days from today.
func (v *Village) onDay(days, hour, minute int) time.Time {
	year, month, day := v.fate.today.In(v.clock.Location()).Date()
	return time.Date(year, month, day+days, hour, minute, 0, 0, v.clock.Location()).UTC()
}

func (v *Village) posts() error {
	kaja, kelod := v.hamlets[0], v.hamlets[2]
	office := func(name string) map[string]any {
		officer := v.officers[name]
		return map[string]any{"officer": officer.Id, "by": officer.GetString("title")}
	}
	desk, head := office("petugas"), office("kelian.kaja")
	for _, post := range []struct {
		by     map[string]any
		fields map[string]any
	}{
		{desk, map[string]any{"kind": "emergency", "title": "Banjir di Jalan Cempaka, hindari setelah hujan", "title_en": "Flooding in Jalan Cempaka, avoid it after rain",
			"body": "<p>Air menggenangi Jalan Cempaka sampai lutut. Lewat Jalan Kamboja dulu.</p><p><strong>Posko:</strong> kantor desa, (0361) 555 0100, 24 jam.</p>", "body_en": "<p>Jalan Cempaka is flooded knee-deep. Please take Jalan Kamboja.</p><p><strong>Help point:</strong> village office, (0361) 555 0100, day and night.</p>",
			"publish_at": v.onDay(0, 0, 10), "expires_at": v.onDay(2, 18, 0)}},
		{desk, map[string]any{"kind": "announcement", "title": "Pajak bumi dan bangunan dapat dibayar di balai banjar", "title_en": "Property tax can be paid at the hamlet halls",
			"body": "<p>Petugas datang ke balai banjar setiap Sabtu pukul 08.00 sampai 11.00. Bawa surat pemberitahuan tahun ini.</p>", "body_en": "<p>Officers come to each hall every Saturday from 8 to 11. Please bring this year's notice.</p>", "publish_at": v.onDay(-3, 9, 0)}},
		{desk, map[string]any{"kind": "news", "title": "Posyandu lansia kini dua kali sebulan", "title_en": "The health post for the elderly now opens twice a month",
			"body":       "<p>Mulai bulan ini posyandu lansia buka pada <strong>minggu pertama dan ketiga</strong> di setiap balai banjar.</p><h2>Yang perlu dibawa</h2><ul><li>kartu identitas</li><li>buku kesehatan, bila ada</li></ul><p>Kader mendatangi rumah warga yang sulit berjalan. Beri tahu <em>kelian</em> Anda.</p>",
			"body_en":    "<p>From this month the health post for the elderly opens in the <strong>first and third week</strong> at every hall.</p><h2>Please bring</h2><ul><li>your identity card</li><li>your health booklet, if you have one</li></ul><p>Volunteers visit those who find walking hard. Tell your <em>kelian</em>.</p>",
			"publish_at": v.onDay(-5, 8, 30), "photos": 1, "photo_alts": []string{"Balai banjar dengan atap merah, tempat posyandu"}}},
		{desk, map[string]any{"kind": "news", "title": "Jalan Kenanga selesai diperbaiki", "title_en": "Jalan Kenanga is repaired", "body_en": "<p>The repair of 320 metres of Jalan Kenanga was finished in time. What it cost is on the <a href=\"/anggaran\">budget page</a>.</p>", "body": "<p>Perbaikan 320 meter Jalan Kenanga selesai tepat waktu. Biayanya ada di <a href=\"/anggaran\">halaman anggaran</a>.</p>", "publish_at": v.onDay(-12, 10, 0)}},
		{head, map[string]any{"kind": "news", "hamlet": kaja.Id, "title": "Bank sampah Banjar Kaja menerima minyak jelantah", "title_en": "Banjar Kaja’s waste bank takes used cooking oil", "body_en": "<p>Bring it on any Saturday morning. Rp 5,000 for a litre.</p>", "body": "<p>Setor setiap Sabtu pagi. Satu liter dihargai Rp 5.000.</p>", "publish_at": v.onDay(-8, 16, 0)}},
		{head, map[string]any{"kind": "news", "hamlet": kaja.Id, "state": "draft", "title": "Lomba layang-layang antarbanjar", "body": "<p>Masih menunggu tanggal dari desa.</p>"}},
		{desk, map[string]any{"kind": "announcement", "title": "Musyawarah perencanaan tahun depan", "body": "<p>Undangan menyusul.</p>", "publish_at": v.onDay(4, 8, 0)}},
		{desk, map[string]any{"kind": "agenda", "title": "Kerja bakti bersama", "title_en": "Community work", "body": "<p>Bawa sapu dan cangkul. Ada kopi dan jajan.</p>", "body_en": "<p>Bring a broom and a hoe. There is coffee and cake.</p>", "place": "Balai Banjar Kaja", "hamlet": kaja.Id, "starts_at": v.onDay(5, 7, 0), "ends_at": v.onDay(5, 10, 0), "publish_at": v.onDay(-2, 9, 0)}},
		{desk, map[string]any{"kind": "agenda", "title": "Posyandu balita dan lansia", "title_en": "Health post for toddlers and the elderly", "body": "<p>Penimbangan, imunisasi, dan periksa tekanan darah.</p>", "body_en": "<p>Weighing, vaccination and blood pressure.</p>", "place": "Balai Banjar Kelod", "hamlet": kelod.Id, "starts_at": v.onDay(8, 8, 0), "ends_at": v.onDay(8, 11, 30), "publish_at": v.onDay(-2, 9, 0)}},
		{desk, map[string]any{"kind": "agenda", "title": "Musyawarah desa", "title_en": "Village meeting", "body": "<p>Membahas RKPDes. Terbuka untuk semua warga.</p>", "body_en": "<p>On next year’s work plan (RKPDes). Open to all residents.</p>", "place": "Aula kantor desa", "starts_at": v.onDay(15, 18, 0), "ends_at": v.onDay(15, 21, 0), "publish_at": v.onDay(-1, 9, 0)}},
		{desk, map[string]any{"kind": "agenda", "title": "Senam pagi", "title_en": "Morning exercise", "body": "<p>Untuk semua umur.</p>", "body_en": "<p>For all ages.</p>", "place": "Lapangan desa", "starts_at": v.onDay(-6, 6, 30), "ends_at": v.onDay(-6, 8, 0), "publish_at": v.onDay(-14, 9, 0)}},
	} {
		fields := post.fields
		fields["officer"], fields["by"] = post.by["officer"], post.by["by"]
		if fields["state"] == nil {
			fields["state"] = "published"
		}
		if fields["photos"] != nil {
			photo, err := hallPhoto()
			if err != nil {
				return err
			}
			fields["photos"] = photo
		}
		fields["told"] = true // nobody's phone rings in the demo
		if _, err := v.save("posts", fields); err != nil {
			return err
		}
	}
	return nil
}

// hallPhoto is an invented hall below a blue sky.
func hallPhoto() (*filesystem.File, error) {
	const width, height = 480, 360
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			colour := color.RGBA{0xbf, 0xdc, 0xec, 0xff}
			middle := max(x-width/2, width/2-x)
			switch {
			case y > 290:
				colour = color.RGBA{0x9a, 0xb3, 0x7f, 0xff}
			case y > 190 && middle < 170 && (middle%60 < 12 || y > 270):
				colour = color.RGBA{0xd9, 0xc2, 0x9a, 0xff}
			case y > 190 && middle < 170:
				colour = color.RGBA{0x6b, 0x5a, 0x48, 0xff}
			case y > 100 && middle < (y-100)*2+30:
				colour = color.RGBA{0xa8, 0x48, 0x32, 0xff}
			}
			picture.SetRGBA(x, y, colour)
		}
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, picture, nil); err != nil {
		return nil, err
	}
	return filesystem.NewFileFromBytes(out.Bytes(), "balai.jpg")
}

func (v *Village) publications() error {
	for _, one := range []map[string]any{
		{"shelf": "periodic", "category": "regulation", "title": "Peraturan Desa tentang APBDes 2026", "title_en": "Village regulation on the budget of 2026", "number": "5", "year": 2026, "file": "perdes-apbdes-2026.pdf"},
		{"shelf": "periodic", "category": "report", "title": "Laporan realisasi APBDes semester pertama 2026", "year": 2026, "file": "realisasi-semester-1.pdf"},
		{"shelf": "periodic", "category": "planning", "title": "Rencana Kerja Pemerintah Desa (RKPDes) 2026", "year": 2026, "file": "rkpdes-2026.pdf"},
		{"shelf": "periodic", "category": "budget", "title": "Anggaran dan realisasi dalam gambar", "title_en": "The budget and its use in pictures", "year": 2026, "link": "/anggaran/2026"},
		{"shelf": "immediate", "category": "other", "title": "Titik kumpul dan jalur evakuasi gempa", "title_en": "Meeting points and ways out in an earthquake", "year": 2026, "file": "jalur-evakuasi.pdf"},
		{"shelf": "anytime", "category": "decision", "title": "Keputusan Perbekel tentang tim pelaksana kegiatan", "number": "141/12", "year": 2026, "file": "sk-tpk.pdf"},
		{"shelf": "anytime", "category": "asset", "title": "Daftar aset desa", "title_en": "List of the village's assets", "year": 2025, "file": "aset.pdf"},
		{"shelf": "excluded", "category": "other", "title": "Daftar lengkap penerima bantuan dengan alamat", "title_en": "Full list of aid recipients with addresses", "year": 2026,
			"ground": "UU 14/2008 pasal 17 huruf h; UU 27/2022", "harm_test": "Membuka nama dan alamat mempermalukan keluarga miskin dan memudahkan penipuan. Jumlah penerima dan nilai bantuan tetap dibuka per banjar.", "excluded_until": "2031-12-31"},
	} {
		one["state"], one["officer"] = "published", v.officers["sekdes"].Id
		one["published_at"] = v.onDay(-20, 9, 0)
		if name, has := one["file"].(string); has {
			file, err := filesystem.NewFileFromBytes(plainPDF(one["title"].(string)), name)
			if err != nil {
				return err
			}
			one["file"] = file
		}
		if _, err := v.save("publications", one); err != nil {
			return err
		}
	}
	return nil
}

func (v *Village) contacts() error {
	list := []map[string]any{
		{"group": "emergency", "name": "Darurat: ambulans, pemadam, polisi", "name_en": "Emergency: ambulance, fire brigade, police", "phone": "112", "hours": "24 jam", "hours_en": "Day and night"},
		{"group": "office", "name": "Kantor Desa Puri Kencana", "name_en": "Village office Puri Kencana", "phone": "(0361) 555 0100", "hours": "Senin–Jumat", "hours_en": "Monday–Friday"},
		{"group": "health", "name": "Puskesmas", "name_en": "Community health centre", "phone": "(0361) 555 0110", "hours": "Senin–Sabtu", "hours_en": "Monday–Saturday"},
		{"group": "health", "name": "Bidan desa", "name_en": "Village midwife", "phone": "0812 0000 0111", "whatsapp": true, "hours": "24 jam", "hours_en": "Day and night"},
		{"group": "security", "name": "Bhabinkamtibmas", "name_en": "Village police officer", "phone": "0812 0000 0112", "whatsapp": true},
		{"group": "utility", "name": "Gangguan listrik", "name_en": "Power failures", "phone": "123", "hours": "24 jam", "hours_en": "Day and night"},
		{"group": "utility", "name": "Angkut sampah desa", "name_en": "Village waste collection", "phone": "0812 0000 0114", "whatsapp": true},
	}
	for i, hamlet := range v.hamlets {
		list = append(list, map[string]any{"group": "hamlet", "name": "Kelian " + hamlet.GetString("name"), "phone": "0812 0000 020" + string(rune('0'+i)), "whatsapp": true, "hamlet": hamlet.Id})
	}
	for i, one := range list {
		one["sort"] = i
		if _, err := v.save("contacts", one); err != nil {
			return err
		}
	}
	return nil
}

func (v *Village) businesses() error {
	for i, one := range []map[string]any{
		{"kind": "bumdes", "name": "BUMDes Puri Kencana Jaya", "about": "Sewa tenda dan kursi, air minum isi ulang, pembayaran listrik dan BPJS.", "about_en": "Tents and chairs for hire, drinking water, bills.", "place": "Samping kantor desa", "hours": "Senin–Sabtu 08.00–17.00"},
		{"kind": "food", "name": "Warung Men Tantri", "about": "Nasi campur dan jajan Bali. Terima pesanan untuk upacara.", "about_en": "Mixed rice and Balinese sweets, also to order for ceremonies.", "owner": "Ni Wayan Tantri", "hours": "Setiap hari 07.00–15.00"},
		{"kind": "craft", "name": "Ukir Kayu Sandi", "about": "Pintu, sanggah, dan patung kayu pesanan.", "about_en": "Doors, shrines and wooden statues to order.", "owner": "I Made Sandi"},
		{"kind": "service", "name": "Servis AC Pak Yoga", "about": "Cuci dan perbaikan AC, datang ke rumah.", "owner": "I Komang Yoga", "state": "suggested"},
	} {
		one["phone"], one["whatsapp"] = "0812 0000 030"+string(rune('0'+i)), true
		one["hamlet"] = v.hamlets[i].Id
		one["consent"], one["consent_proof"] = true, "Surat persetujuan pemilik, disimpan di loket"
		if one["state"] == nil {
			one["state"], one["officer"] = "published", v.officers["petugas"].Id
		}
		if _, err := v.save("businesses", one); err != nil {
			return err
		}
	}
	return nil
}

// askings are requests for information: one of a guest that is nearly due, one
// of the tour's resident that was refused and objected to.
func (v *Village) askings() error {
	if _, err := v.save("information_requests", map[string]any{
		"asked_by": "guest", "name": "Made Arya Wibawa", "phone": "0812 0000 0401", "email": "arya@surel.example", "wanted_as": "file",
		"information": "Daftar aset tanah desa beserta luas dan pemanfaatannya tahun 2025.", "purpose": "Penelitian skripsi.", "asked_at": v.onDay(-11, 10, 0)}); err != nil {
		return err
	}
	account := v.accounts[v.first.id]
	asked, err := v.save("information_requests", map[string]any{
		"asked_by": "resident", "account": account.Id, "resident": v.first.id, "name": v.first.name, "phone": v.first.phone, "wanted_as": "file",
		"information": "Rincian biaya perbaikan Jalan Kenanga, termasuk upah dan bahan.", "purpose": "Ingin tahu penggunaan dana desa di banjar saya.", "asked_at": v.onDay(-20, 10, 0)})
	if err != nil {
		return err
	}
	asked.Load(map[string]any{"state": "partly", "ground": "excluded", "answer": "Terlampir biaya bahan dan jumlah upah. Nama penerima upah tidak dibuka karena data pribadi.", "answer_link": "/anggaran/2026",
		"decided_by": v.officers["sekdes"].Id, "decided_name": v.officers["sekdes"].GetString("name"), "decided_title": v.officers["sekdes"].GetString("title")})
	if err := v.app.Save(asked); err != nil {
		return err
	}
	_, err = v.save("objections", map[string]any{"request": asked.Id, "ground": "not_as_asked", "words": "Saya meminta rincian upah per pekerjaan, bukan per orang."})
	return err
}

// plainPDF is the smallest PDF that opens: one page with a title.
func plainPDF(title string) []byte {
	text := "BT /F1 18 Tf 60 760 Td (" + pdfText.Replace(title) + ") Tj ET"
	return []byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
		"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n" +
		"4 0 obj<</Length " + strconv.Itoa(len(text)) + ">>stream\n" + text + "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
}

var pdfText = strings.NewReplacer("(", `\(`, ")", `\)`)
