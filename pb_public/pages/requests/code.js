// The receipt as people read it aloud: K7QF-2M9X.
export function receiptCode(code = "") {
  const bare = code.replace(/[^A-Z0-9]/gi, "").toUpperCase();
  return bare.length === 8 ? `${bare.slice(0, 4)}-${bare.slice(4)}` : bare;
}
