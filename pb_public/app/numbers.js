// Numbers in Indonesian writing, in either language: the rupiah on a phone
// should look like the rupiah on paper.
const plain = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 2 });

export const number = (n) => plain.format(n);

// rupiah writes whole rupiah as "Rp 25.000".
export const rupiah = (n) => "Rp " + plain.format(n);

// size writes bytes as "1,4 MB" or "320 kB".
export const size = (bytes) => (bytes >= 1e6 ? `${number(Math.round(bytes / 1e5) / 10)} MB` : `${number(Math.max(1, Math.round(bytes / 1e3)))} kB`);
