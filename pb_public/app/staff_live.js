// What moves while the desk is open. The server says only which request moved;
// the pages ask again for what they show.
import { pb } from "app/api.js";
import { store } from "app/store.js";
import { officer } from "app/staff_session.js";

export const moved = store(null); // { request, status } of the last message

const own = new Map(); // request -> until when (ms) a message is the echo of our own act

// expectOwn keeps the desk from announcing to officers what they did themselves.
export function expectOwn(request) {
  own.set(request, Date.now() + 5000);
}

// listen follows the desk as long as somebody is logged in.
export function listen() {
  follow(officer.get());
  officer.watch(follow);
}

let following = "";

function follow(who) {
  if (!who || who.id === following) {
    following = who?.id ?? "";
    return;
  }
  following = who.id;
  pb.realtime.subscribe("desk", (message) => {
    if ((own.get(message.request) ?? 0) > Date.now()) return;
    moved.set(message);
  }).catch(() => { following = ""; }); // without it the desk still works, by reloading
}
