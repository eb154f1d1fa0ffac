// typedDay writes a day as the server reads it, "2026-3-9" as "2026-03-09"; what
// is no day comes back as it was typed.
export function typedDay(typed) {
  const [year = "", month = "", day = ""] = (typed ?? "").split("-");
  return year.length === 4 && month && day ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : typed;
}
