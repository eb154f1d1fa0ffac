package privacy

// labels are the fields that an export's page shows, in its order, as people
// call them. What has no label is in data.json only.
var labels = [][2]string{
	{"title", "Judul"}, {"service_name", "Layanan"}, {"number", "Nomor"}, {"code", "Kode"}, {"question", "Pertanyaan"},
	{"name", "Nama"}, {"nik", "NIK"}, {"kk", "Nomor KK"}, {"family_role", "Hubungan keluarga"}, {"sex", "Jenis kelamin"},
	{"birth_place", "Tempat lahir"}, {"birth_date", "Tanggal lahir"}, {"religion", "Agama"}, {"marital_status", "Status perkawinan"},
	{"occupation", "Pekerjaan"}, {"education", "Pendidikan"}, {"studying", "Sedang menempuh"}, {"citizenship", "Kewarganegaraan"},
	{"blood_type", "Golongan darah"}, {"ethnicity", "Suku"}, {"father_name", "Nama ayah"}, {"mother_name", "Nama ibu"},
	{"address", "Alamat"}, {"current_address", "Alamat sekarang"}, {"hamlet", "Wilayah"}, {"lat", "Lintang rumah"}, {"lng", "Bujur rumah"},
	{"phone", "Nomor HP"}, {"mail", "E-mail"}, {"email", "E-mail"}, {"language", "Bahasa"}, {"active", "Aktif"}, {"activated_at", "Diaktifkan"},
	{"life_status", "Keadaan"}, {"residency", "Status penduduk"}, {"birth_certificate", "Akta kelahiran"}, {"passport", "Paspor"},
	{"passport_until", "Paspor berlaku sampai"}, {"stay_permit", "Izin tinggal"}, {"marriage_certificate", "Akta perkawinan"},
	{"married_on", "Tanggal perkawinan"}, {"marriage_registered", "Perkawinan tercatat"}, {"divorce_certificate", "Akta perceraian"},
	{"divorced_on", "Tanggal perceraian"}, {"disability", "Disabilitas"}, {"contraception", "Keluarga berencana"}, {"pregnant", "Hamil"},
	{"id_card", "KTP elektronik"}, {"id_card_status", "Status rekam KTP"}, {"tag_id", "Nomor tag KTP"}, {"insurance", "Asuransi"},
	{"insurance_number", "Nomor asuransi"}, {"customary_village", "Desa adat"}, {"customary_hamlet", "Banjar adat"}, {"krama_status", "Status krama"},
	{"kind", "Jenis"}, {"event_date", "Tanggal peristiwa"}, {"reported_on", "Dilaporkan"}, {"document", "Nomor akta atau surat"},
	{"recorder_name", "Dicatat oleh"}, {"recorder_title", "Jabatan"},
	{"applicant_name", "Pemohon"}, {"filer_name", "Diajukan oleh"}, {"channel", "Lewat"}, {"status", "Keadaan"},
	{"submitted_at", "Diajukan"}, {"due_at", "Dijanjikan"}, {"closed_at", "Selesai"},
	{"action", "Langkah"}, {"purpose", "Keperluan"}, {"what", "Tindakan"}, {"at", "Waktu"}, {"by", "Oleh"},
	{"actor_name", "Oleh"}, {"actor_title", "Jabatan"}, {"everybody", "Bersama warga lain"}, {"note", "Catatan"},
	{"holder_name", "Atas nama"}, {"issued_on", "Terbit"}, {"valid_until", "Berlaku sampai"}, {"signer_name", "Ditandatangani oleh"}, {"signer_title", "Jabatan"},
	{"expires_on", "Berlaku sampai"}, {"removed_on", "Berkas dihapus"},
	{"given", "Disetujui"}, {"text", "Kalimat"}, {"changes", "Perbaikan"}, {"reason", "Alasan"}, {"state", "Keadaan"},
	{"answer", "Jawaban"}, {"decided_name", "Diputuskan oleh"}, {"decided_title", "Jabatan"}, {"answered_name", "Dijawab oleh"}, {"answered_title", "Jabatan"},
	{"seen_at", "Data dilihat"}, {"asked_at", "Diminta"}, {"decided_at", "Diputuskan"}, {"answered_at", "Dijawab"},
	{"agent", "Peramban"}, {"last_seen", "Terakhir dipakai"}, {"ended_at", "Diakhiri"},
	{"hash", "Sidik"}, {"sha256", "SHA-256"}, {"created", "Dibuat"}, {"file", "Berkas"},
}

// words are what the program writes in codes.
var words = map[string]map[string]string{
	"sex":      {"L": "laki-laki", "P": "perempuan"},
	"language": {"id": "Indonesia", "en": "Inggris"},
	"channel":  {"self": "sendiri, lewat M-Desa", "counter": "di loket"},
	"status": {"submitted": "diajukan", "in_progress": "diproses", "returned": "perlu diperbaiki", "completed": "selesai",
		"rejected": "ditolak", "cancelled": "dibatalkan", "expired": "kedaluwarsa"},
	"action": {"submit": "diajukan", "approve": "disetujui", "sign": "ditandatangani", "resolve": "diselesaikan", "return": "dikembalikan",
		"resubmit": "dikirim lagi", "reject": "ditolak", "cancel": "dibatalkan", "comment": "pesan", "escalate": "melewati waktu", "expire": "kedaluwarsa"},
	"state": {"open": "menunggu jawaban", "accepted": "diperbaiki", "refused": "tidak diperbaiki", "answered": "dijawab", "confirmed": "dipastikan"},
	"what": {"list": "nama di daftar", "search": "ditemukan lewat pencarian", "view": "data dibuka", "reveal": "nomor lengkap dibuka",
		"document": "dokumen dibuka", "letter": "surat dibuka", "export": "diambil sebagai berkas", "change": "data diubah"},
	"purpose": {"request": "memproses permohonan", "counter": "melayani di loket", "phone": "menjawab telepon atau pesan", "field": "kunjungan atau kegiatan wilayah",
		"upkeep": "menjaga kebenaran data", "oversight": "pengawasan", "admin": "admin sistem", "other": "lainnya",
		PhotoInNews: "foto di berita", NoticeByMail: "kabar lewat e-mail", NoticeByPhone: "kabar lewat WhatsApp", NewsByPhone: "berita dan undangan", HomeLocation: "titik lokasi rumah"},
	"kind": {"birth": "lahir", "death": "mati", "arrival": "datang", "departure": "pindah", "missing": "hilang", "away": "pergi", "found": "kembali",
		"household_split": "pecah KK", "household_join": "masuk KK", "head_change": "ganti kepala keluarga", "move_within": "pindah dalam desa",
		"invalid": "data tidak valid", "reversal": "pembatalan"},
}
