// What moves while the desk is open. The server says only which request moved;
// the pages ask again for what they show.
import { getTokenPayload } from "pocketbase";
import { pb } from "app/api.js";
import { store } from "app/store.js";
import { officer } from "app/staff_session.js";

export const moved = store(null); // { request, status } of the last message

const own = new Map(); // request -> until when (ms) a message is the echo of our own act

// expectOwn keeps the desk from announcing to officers what they did themselves.
export function expectOwn(request) {
  own.set(request, Date.now() + 5000);
}

// listen follows the desk as long as somebody is logged in. A page that is left
// lets go of its connection: the browser may keep the page for the way back, and
// over HTTP/1.1 it has only six connections for all of them.
export function listen() {
  follow(officer.get());
  officer.watch(follow);
  window.addEventListener("pagehide", () => follow(null));
  window.addEventListener("pageshow", (event) => event.persisted && follow(officer.get()));
}

let following = "";

function follow(who) {
  const id = who ? getTokenPayload(pb.authStore.token).sid : ""; // a new password begins a new session
  if (id === following) return;
  following = id;
  pb.realtime.unsubscribe().catch(() => {}); // as whoever sat here before
  if (!id) return;
  pb.realtime.subscribe("desk", (message) => {
    if ((own.get(message.request) ?? 0) > Date.now()) return;
    moved.set(message);
  }).catch(() => { following = ""; }); // without it the desk still works, by reloading
}
