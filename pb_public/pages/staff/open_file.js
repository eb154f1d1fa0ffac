// Opening a protected file in a new window. The window is opened at once, because
// browsers allow that only while the finger is still on the button.
import { fileURL } from "app/api.js";
import { readFault } from "app/fault.js";
import { toast } from "ui/notice.js";

// openFile takes a record with id and collectionId or collectionName.
export async function openFile(record, name) {
  const place = window.open("", "_blank");
  try {
    const address = await fileURL(record, name);
    if (place) place.location = address;
    else location.assign(address);
  } catch (err) {
    place?.close();
    toast(readFault(err).message, "bad");
  }
}
