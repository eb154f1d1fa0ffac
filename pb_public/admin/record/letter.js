// Above a letter: whether it holds, its PDF, the page that verifies it, and its
// revocation.
import { day, moment, say } from "../language.js";
import { file, outside } from "../links.js";
import { office } from "../office.js";
import { ask } from "./ask.js";
import { button, facts, opened, panel, toRecord } from "./panel.js";

export const enter = (slot, props) => panel(slot, () => load(props.originalRecord.id), view);

async function load(id) {
  const [letter, own] = await Promise.all([app.pb.collection("letters").getOne(id, { requestKey: null }), office()]);
  const verdict = await app.pb.send("/api/letters/verify/" + encodeURIComponent(letter.code), { requestKey: null });
  return { letter, verdict, zone: own.time_zone };
}

function view({ letter, verdict, zone }, reload) {
  const page = outside("/v/" + letter.code) + (letter.payload ? "#" + letter.payload : "");
  return [
    t.h2(null, letter.number),
    facts([
      [say("letter.title"), letter.title],
      [say("letter.holder"), letter.holder_name],
      [say("letter.signed"), say("letter.signed_by", { at: moment(letter.issued_at, zone), name: letter.signer_name, title: letter.signer_title })],
      [say("letter.until"), letter.valid_until && day(letter.valid_until)],
      [say("letter.state"), say("state." + verdict.state)],
      [say("letter.reason"), verdict.reason_public],
      [say("letter.request"), toRecord("requests", letter.request, say("letter.open_request"))],
    ]),
    t.div({ className: "mdesa-buttons" },
      button(say("letter.pdf"), () => opened(file(letter, letter.pdf)), "outline", "ri-file-pdf-2-line"),
      t.a({ className: "btn sm outline", href: page, target: "_blank", rel: "noopener" },
        t.i({ className: "ri-qr-code-line", ariaHidden: true }), t.span({ className: "txt" }, say("letter.verify"))),
      mayBeRevoked(verdict.state) ? button(say("revoke"), () => revoke(letter, reload), "outline danger") : null),
  ];
}

const mayBeRevoked = (state) => state === "valid" || state === "expired";

// A replacement is signed anew, so only those who sign can make one.
function revoke(letter, reload) {
  const wanted = { title: say("revoke"), hint: say("revoke.hint", { number: letter.number }), button: say("revoke"), danger: true, note: "required" };
  ask(wanted, async ({ note }) => {
    await app.pb.collection("letter_revocations").create({ letter: letter.id, kind: "revoked", reason: note }, { requestKey: null });
    app.toasts.success(say("revoke.done"));
    await reload();
  });
}
