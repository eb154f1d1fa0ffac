// What the QR code itself says, and whether the office's key signed it. The
// layout is that of hooks/letters/payload.go:
//
//	0 version 1 · 1–4 key id · 5 flags · 6–7 day · 8–9 last day, 0 without end
//	10–25 hash of the letter's data · 26… three texts, each after its length in
//	bytes: kind, number, masked holder · last 64 bytes Ed25519 signature
//
// Days count from 1970-01-01; numbers are big-endian.
const signatureLength = 64;
const fixedLength = 26;

// readPayload takes the fragment of the address; null where it is no payload.
export function readPayload(fragment) {
  const raw = fromBase64URL(fragment);
  if (!raw || raw.length < fixedLength + 3 + signatureLength || raw[0] !== 1) return null;
  const body = raw.slice(0, -signatureLength);
  const view = new DataView(body.buffer);
  const texts = readTexts(body.slice(fixedLength));
  return texts && {
    key: "k1" + Array.from(body.slice(1, 5), (byte) => byte.toString(16).padStart(2, "0")).join(""),
    certified: (body[5] & 1) === 1,
    day: dayText(view.getUint16(6)),
    validUntil: dayText(view.getUint16(8)),
    kind: texts[0], number: texts[1], holder: texts[2],
    body, signature: raw.slice(-signatureLength),
  };
}

// checkPayload answers "signed", "forged", "unknown_key" or "unable" (a browser
// without Ed25519, or a page that was not opened over https).
export async function checkPayload(payload, keys) {
  const known = keys.find((key) => key.id === payload.key);
  if (!known) return "unknown_key";
  try {
    const key = await crypto.subtle.importKey("raw", fromBase64URL(known.public), "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", key, payload.signature, payload.body) ? "signed" : "forged";
  } catch {
    return "unable";
  }
}

function readTexts(rest) {
  const texts = [];
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (let i = 0; i < 3; i++) {
      const length = rest[0];
      if (length === undefined || rest.length < 1 + length) return null;
      texts.push(decoder.decode(rest.slice(1, 1 + length)));
      rest = rest.slice(1 + length);
    }
  } catch {
    return null;
  }
  return rest.length ? null : texts;
}

const dayText = (days) => (days ? new Date(days * 864e5).toISOString().slice(0, 10) : "");

function fromBase64URL(text) {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return null;
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}
