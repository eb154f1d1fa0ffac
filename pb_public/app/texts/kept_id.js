// What the keeper of forms says (app/kept.js).
export default {
  "kept.line": "Isian Anda tadi masih tersimpan.",
  "kept.discard": "Hapus dan isi dari awal",
};
