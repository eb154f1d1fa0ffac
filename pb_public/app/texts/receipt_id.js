// What a receipt says.
export default {
  "receipt.title": "Tanda terima",
  "receipt.sent": "Permohonan terkirim",
  "receipt.code": "Nomor tanda terima Anda",
  "receipt.service": "Layanan",
  "receipt.applicant": "Pemohon",
  "receipt.due": "Dijanjikan selesai paling lambat",
  "receipt.next": "Apa yang terjadi selanjutnya",
  "receipt.follow": "Kami mencatat setiap langkah di halaman permohonan. Bila ada yang perlu Anda lengkapi, permohonan akan tampil paling atas saat Anda masuk.",
  "receipt.check": "Tanpa masuk pun status dapat dicek di {address} dengan nomor ini dan 4 angka terakhir NIK atau telepon.",
  "receipt.open": "Lihat permohonan",
};
