// What somebody has begun to write in a form stays in this tab until it is sent: a
// reload, another language or a session that ended by itself takes nothing away. It
// lies under who they are and the address, and goes when they log out
// (app/api.js). Picked files are not kept.
import { html, nothing } from "lit-html";
import { pb } from "app/api.js";
import { more, t } from "app/i18n.js";
import { notice } from "ui/notice.js";

// keeper takes the view of a form and { read, write, draw }: read() gives what was
// typed, as JSON holds it, and write(words) puts such back. It returns
//
//	begin(stamp)  once the form stands: brings back what was typed under the same
//	              stamp (the state of what is being changed) and watches from now on
//	line()        says so above the form, with a way to begin anew
//	done()        what was typed is sent
export function keeper(view, { read, write, draw }) {
  const name = `${pb.authStore.name} ${pb.authStore.record?.id} ${location.pathname}${location.search}`;
  const watching = new AbortController();
  let blank, of, back = false;
  const keep = () => {
    if (!view.open) return watching.abort();
    const words = JSON.stringify(read());
    if (words === blank) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify({ of, words }));
  };
  const discard = () => {
    write(JSON.parse(blank));
    back = false;
    draw();
    document.querySelector("form input, form select, form textarea")?.focus();
  };
  return {
    begin(stamp = "") {
      [blank, of] = [JSON.stringify(read()), stamp];
      const { words, of: then } = JSON.parse(sessionStorage.getItem(name) ?? "{}");
      if (words && then === of) {
        write(JSON.parse(words));
        more("kept").then(() => { back = true; draw(); }, () => {});
      }
      for (const kind of ["input", "change", "click"]) document.addEventListener(kind, keep, { signal: watching.signal }); // after the form's own
      addEventListener("pagehide", keep, { signal: watching.signal });
    },
    line: () => html`<div role="status">${back ? notice("info", t("kept.line"), html`<button type="button" class="link" @click=${discard}>${t("kept.discard")}</button>`) : nothing}</div>`,
    done() {
      watching.abort();
      sessionStorage.removeItem(name);
    },
  };
}
