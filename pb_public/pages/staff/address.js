// Addresses as they are printed for residents: the desk may be opened over the
// office's own network, residents come over the public one.
import { office } from "app/office.js";

export function publicAddress(path) {
  const known = (office.get()?.public_url ?? "").replace(/^https?:\/\//, "").replace(/\/+$/, "");
  return (known || location.host) + path;
}
