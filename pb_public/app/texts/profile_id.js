// What the profile says, in both doors.
export default {
  "profile.title": "Profil",
  "profile.register": "Data saya di register desa",
  "profile.register_text": "Data ini dipakai dalam surat. Bila ada yang keliru, pilih “Data saya salah” di bawah.",
  "profile.household": "Anggota keluarga",
  "profile.phone": "Nomor telepon",
  "profile.phone_number": "Nomor telepon Anda",
  "profile.phone_hint": "4 angka terakhirnya dapat dipakai untuk cek status.",
  "profile.language": "Bahasa",
  "profile.password": "Kata sandi",
  "profile.saved": "Tersimpan.",
  "profile.logout": "Keluar",
  "profile.logout_drafts": "Ada permohonan yang belum terkirim. Bila Anda keluar, isian dan berkasnya dihapus dari perangkat ini.",
  "profile.logged_out": "Anda sudah keluar.",
};
