package demo

type demoProposal struct {
	key, title, need, place, field string
	hamlet                         int
	lat, lon                       float64
	meeting                        bool
	days                           int // since the meeting
	cost                           int
	supports                       int
	state, reason                  string
	year                           int // of the plan, from this one
}

var demoProposals = []demoProposal{
	{key: "road", title: "Perbaikan jalan lingkar Banjar Kelod", hamlet: 2, field: "02", place: "Jalan Teratai, dari balai banjar sampai pura", lat: -8.6469, lon: 115.2242,
		need: "Jalan berlubang sepanjang 300 meter. Anak sekolah dan pedagang sering jatuh saat hujan, dan ambulans sulit lewat.", meeting: true, days: 420, cost: 380_000_000, supports: 4,
		state: "accepted", reason: "Mendesak bagi keselamatan warga dan sesuai RPJMDes; masuk rencana tahun ini.", year: 0},
	{key: "drain", title: "Drainase Jalan Kamboja", hamlet: 0, field: "02", place: "Jalan Kamboja, sisi timur", lat: -8.6421, lon: 115.2231,
		need: "Selokan tersumbat dan terlalu dangkal. Setiap hujan lebat air masuk ke sebelas rumah.", meeting: true, days: 400, cost: 240_000_000, supports: 3,
		state: "accepted", reason: "Genangan mengganggu kesehatan warga; dikerjakan tahun ini.", year: 0},
	{key: "hall", title: "Balai Banjar Tengah: atap dan toilet difabel", hamlet: 4, field: "02", place: "Balai Banjar Tengah", lat: -8.6447, lon: 115.2255,
		need: "Atap bocor di tiga tempat dan belum ada toilet yang dapat dipakai warga berkursi roda.", meeting: true, days: 390, cost: 310_000_000, supports: 3,
		state: "accepted", reason: "Didukung bantuan keuangan kota.", year: 0},
	{key: "lights", title: "Lampu jalan di Gang Sandat", hamlet: 5, field: "02", place: "Gang Sandat, 12 titik", lat: -8.6482, lon: 115.2211,
		need: "Gang gelap sejak pukul tujuh malam. Ibu-ibu pulang dari pasar senggol merasa tidak aman.", cost: 36_000_000, supports: 3,
		state: "accepted", reason: "Masuk rencana tahun depan bersama gang lain.", year: 1},
	{key: "posyandu", title: "Alat timbang baru untuk posyandu", hamlet: 0, field: "02", place: "Posyandu Melati", need: "Timbangan bayi sudah tidak tepat dan alat ukur tinggi patah.", meeting: true, days: 60, cost: 12_000_000, supports: 2},
	{key: "park", title: "Taman bermain anak di lahan kosong Jalan Jepun", hamlet: 6, field: "02", place: "Jalan Jepun, utara balai banjar", lat: -8.6493, lon: 115.2266,
		need: "Anak-anak bermain di jalan karena tidak ada tempat. Lahan desa di sana kosong sejak lama.", supports: 2},
	{key: "gamelan", title: "Perbaikan gamelan sekaa gong anak", hamlet: 2, field: "03", place: "Balai Banjar Kelod", need: "Enam bilah pecah, 25 anak tidak dapat berlatih untuk Bulan Bahasa Bali.", supports: 2},
	{key: "parking", title: "Gedung parkir dua lantai", hamlet: 1, field: "02", place: "Sebelah pasar", need: "Parkir pasar penuh setiap pagi.", cost: 4_500_000_000, supports: 1,
		state: "refused", reason: "Biayanya melebihi kemampuan anggaran desa dan lahannya milik kota. Diteruskan ke kelurahan dan dinas perhubungan."},
}

type demoProgram struct {
	title, titleEN, goal, goalEN string
	kind                         string
	year                         int
	activity, line               string
	asked                        []string
	hamlet                       int // -1: the whole village
	place                        string
	lat, lon                     float64
	from, to                     string
	cost                         int
	steps                        []int
	photos, draft                bool
	seen                         int // percent that the hamlet head saw since, for the office to confirm; 0: nothing
	stopped                      string
}

var demoPrograms = []demoProgram{
	{title: "Peningkatan Jalan Lingkar Banjar Kelod", titleEN: "Better ring road of Banjar Kelod", kind: "works", activity: "02.03.10", line: "02.03.10 5.3.5", asked: []string{"road"}, hamlet: 2,
		goal:   "Jalan lingkar sepanjang 300 meter dapat dilalui dengan aman pada segala cuaca, juga oleh ambulans.",
		goalEN: "The 300 metres of ring road can be used safely in any weather, by ambulances too.", place: "Jalan Teratai", lat: -8.6469, lon: 115.2242,
		from: "06-02", to: "12-15", steps: []int{0, 50}, photos: true, seen: 75},
	{title: "Drainase Jalan Kamboja", titleEN: "Drains along Jalan Kamboja", kind: "works", activity: "02.03.14", line: "02.03.14 5.3.7", asked: []string{"drain"}, hamlet: 0,
		goal:   "Sebelas rumah tidak lagi tergenang saat hujan lebat.",
		goalEN: "Eleven houses are no longer flooded when it rains hard.", place: "Jalan Kamboja, sisi timur", lat: -8.6421, lon: 115.2231, from: "03-03", to: "08-29", steps: []int{0, 50, 100}, photos: true},
	{title: "Rehabilitasi Balai Banjar Tengah", titleEN: "Repair of the hall of Banjar Tengah", kind: "works", activity: "02.03.15", line: "02.03.15 5.3.4", asked: []string{"hall"}, hamlet: 4,
		goal:   "Atap tidak bocor dan balai dapat dipakai semua warga, juga yang berkursi roda.",
		goalEN: "The roof does not leak and everybody can use the hall, also in a wheelchair.", place: "Balai Banjar Tengah", lat: -8.6447, lon: 115.2255, from: "07-01", to: "11-30", steps: []int{0, 40},
		stopped: "Kayu rangka atap ternyata lapuk; pekerjaan dihentikan sampai perhitungan ulang disetujui."},
	{title: "Lomba Ogoh-ogoh dan Bulan Bahasa Bali", titleEN: "Ogoh-ogoh contest and month of the Balinese language", kind: "activity", activity: "03.02.03", line: "03.02.03 5.2.7.01", hamlet: -1,
		goal:   "Sekaa teruna dari tujuh banjar berkarya dan anak-anak belajar aksara Bali.",
		goalEN: "The youth of seven banjars build, and children learn the Balinese script.", from: "02-01", to: "03-31", steps: []int{100}},
	{title: "BLT Dana Desa", titleEN: "Cash aid of the village fund", kind: "aid", activity: "05.03.00", line: "05.03.00 5.4.1.01", hamlet: -1,
		goal:   "Tiga puluh keluarga miskin menerima Rp 300.000 setiap bulan.",
		goalEN: "Thirty poor families receive Rp 300.000 every month.", from: "01-02", to: "12-31", steps: []int{0, 75}},
	{title: "Lampu jalan Gang Sandat", titleEN: "Street lights in Gang Sandat", kind: "works", year: 1, asked: []string{"lights"}, hamlet: 5,
		goal:   "Dua belas titik lampu hemat energi.",
		goalEN: "Twelve energy-saving lights.", place: "Gang Sandat", lat: -8.6482, lon: 115.2211, from: "02-02", to: "04-30", cost: 36_000_000, draft: true},
}

var (
	stepNotes = map[int]string{0: "Keadaan sebelum dikerjakan.", 40: "Atap lama dibongkar, bahan sebagian sudah dibeli.", 50: "Separuh pekerjaan selesai, diperiksa bersama kelian banjar.", 75: "Dibayarkan sampai triwulan ketiga.", 100: "Selesai dan diserahterimakan kepada banjar."}
	stepAlts  = map[int]string{0: "Jalan tanah berlubang di antara dua tepi rumput", 50: "Jalan yang separuhnya sudah rata dan gelap", 75: "Jalan rata sampai tiga perempat panjangnya", 100: "Jalan rata dengan garis tengah putih"}
)
