export default {
  "chart.as_table": "Show as a table",
};
