// The connection to the server. Each door keeps its own login, so that an
// officer can be a resident in the same browser: <html data-door="resident">.
import PocketBase, { BaseAuthStore, getTokenPayload } from "pocketbase";
import { language } from "app/i18n.js";

// A login stays on the device; on a computer that others use too, in its tab only.
class DoorStore extends BaseAuthStore {
  constructor(name) {
    super();
    this.name = name;
    this.shared = sessionStorage.getItem(name) !== null;
    this.read();
    addEventListener("storage", (event) => { // another tab
      if (event.key !== name || this.shared) return;
      this.read();
      this.forget(this.record?.id);
    });
  }

  get place() { return this.shared ? sessionStorage : localStorage; }

  read() {
    const { token, record } = JSON.parse(this.place.getItem(this.name)) ?? {};
    super.save(token, record);
  }

  // A renewal that was still under way when somebody logged out brings nobody back.
  save(token, record) {
    if (this.left && getTokenPayload(token).sid === this.left) return;
    this.forget(record?.id);
    this.place.setItem(this.name, JSON.stringify({ token, record }));
    super.save(token, record);
  }

  // forget removes what people have typed in this tab (app/kept.js), but one's own.
  forget(own) {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(`${this.name} `) && !key.startsWith(`${this.name} ${own} `)) sessionStorage.removeItem(key);
  }

  clear() {
    if (this.shared) this.forget();
    this.left = getTokenPayload(this.token).sid;
    this.place.removeItem(this.name);
    this.shared = false;
    super.clear();
  }
}

export const door = document.documentElement.dataset.door;
export const pb = new PocketBase(location.origin, new DoorStore("mdesa-" + door));

pb.autoCancellation(false); // two parts of a page may ask for the same list
pb.beforeSend = (url, options) => {
  options.headers = { ...options.headers, "Accept-Language": language.get() };
  return { url, options };
};

// A page that the browser puts aside, to go back to, must not keep its connection:
// a browser has six for a server. When it comes back it has missed the news.
let putAside = false;
addEventListener("pagehide", () => {
  putAside = pb.realtime.isConnected;
  pb.realtime.unsubscribe().catch(() => {});
});
addEventListener("pageshow", (event) => { if (event.persisted && putAside) location.reload(); });

// newId is a record id chosen here, which makes sending again safe.
export function newId() {
  const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
  const random = crypto.getRandomValues(new Uint8Array(15));
  return Array.from(random, (byte) => letters[byte % letters.length]).join("");
}

// fileURL is the address of a protected file; the token lasts two minutes.
export async function fileURL(record, name, query = {}) {
  return pb.files.getURL(record, name, { ...query, token: await pb.files.getToken() });
}
