export default {
  "chart.as_table": "See it as a table",
};
