// Pictures and papers before they leave the phone. A photo is drawn anew, at most
// 2000 pixels long, which makes it small and leaves out where it was taken.
const longest = 2000; // pixels; text of an A4 page stays readable
const quality = 0.85;

const largest = 10 * 1024 * 1024; // bytes, as the server's limit
export const accepted = ".pdf,.jpg,.jpeg,.png,.heic,.heif,application/pdf,image/jpeg,image/png,image/heic,image/heif";

// prepare returns the file to send. Throws { problem: "type" | "size" | "empty" }.
export async function prepare(file) {
  if (!file.size) throw { problem: "empty" };
  if (!isAccepted(file)) throw { problem: "type" };
  const ready = isPhoto(file) ? await shrink(file) : file;
  if (ready.size > largest) throw { problem: "size" };
  return ready;
}

// isHEIC: photos of iPhones, which only Safari can read.
export const isHEIC = ({ type = "", name = "" }) => /^image\/hei[cf]/.test(type) || (!type && /\.hei[cf]$/i.test(name));

// shrink draws a photo anew, also a HEIC where the browser can read it (Safari).
// What it cannot read is sent as it is; the server takes the place out of it.
async function shrink(file) {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => drawn(file));
  if (!bitmap) return file;
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const paper = canvas.getContext("2d");
  paper.fillStyle = "#fff"; // a PNG may be transparent, a JPEG may not
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close?.();
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
  return blob ? new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" }) : file;
}

// drawn reads a photo as the page shows one: some Safaris know a HEIC only so.
async function drawn(file) {
  const address = URL.createObjectURL(file);
  const image = Object.assign(new Image(), { src: address });
  return image.decode().then(() => image, () => null).finally(() => URL.revokeObjectURL(address));
}

const isPhoto = (file) => /^image\//.test(file.type) || /\.(jpe?g|png|hei[cf])$/i.test(file.name);
const isAccepted = (file) => /^(application\/pdf|image\/(jpeg|png|hei[cf]))$/.test(file.type) || /\.(pdf|jpe?g|png|hei[cf])$/i.test(file.name);
