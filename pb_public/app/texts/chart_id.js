export default {
  "chart.as_table": "Lihat sebagai tabel",
};
