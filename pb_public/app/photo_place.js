// Where a photo was made, read on the phone itself from the Exif block of a JPEG
// (Exif 2.3, 4.6.6). Nothing is sent: the page asks first.
const head = 256 * 1024; // bytes; the block stands at the beginning

// photoPlace returns { lat, lon } in degrees, or null where the photo does not say.
export async function photoPlace(file) {
  const view = new DataView(await file.slice(0, head).arrayBuffer());
  try {
    const tiff = exifAt(view);
    return tiff ? positionIn(view, tiff) : null;
  } catch {
    return null; // cut off or damaged
  }
}

// exifAt finds the TIFF header within the JPEG's segments.
function exifAt(view) {
  if (view.getUint16(0) !== 0xffd8) return 0;
  for (let at = 2; at + 10 < view.byteLength && view.getUint8(at) === 0xff;) {
    if (view.getUint16(at) === 0xffe1 && view.getUint32(at + 4) === 0x45786966) return at + 10;
    at += 2 + view.getUint16(at + 2);
  }
  return 0;
}

function positionIn(view, tiff) {
  const little = view.getUint16(tiff) === 0x4949;
  const short = (at) => view.getUint16(at, little);
  const long = (at) => view.getUint32(at, little);
  const entry = (directory, tag) => {
    const count = short(directory);
    for (let i = 0; i < count; i++) if (short(directory + 2 + 12 * i) === tag) return directory + 2 + 12 * i;
    return 0;
  };
  const found = entry(tiff + long(tiff + 4), 0x8825);
  if (!found) return null;
  const gps = tiff + long(found + 8);
  const degrees = (tag, reference, minus) => {
    const values = entry(gps, tag);
    if (!values) return NaN;
    const at = tiff + long(values + 8);
    const part = (i) => long(at + 8 * i) / (long(at + 8 * i + 4) || NaN);
    const sign = String.fromCharCode(view.getUint8(entry(gps, reference) + 8)) === minus ? -1 : 1;
    return sign * (part(0) + part(1) / 60 + (part(2) || 0) / 3600);
  };
  const [lat, lon] = [degrees(2, 1, "S"), degrees(4, 3, "W")];
  return Number.isFinite(lat) && Number.isFinite(lon) && (lat || lon) ? { lat: round(lat), lon: round(lon) } : null;
}

const round = (degrees) => Math.round(degrees * 1e5) / 1e5; // about a metre
