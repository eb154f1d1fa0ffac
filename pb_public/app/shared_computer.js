// On a computer that others use a login ends when nobody is there: the server
// ends it after fifteen minutes without a request, this page a minute earlier,
// after a warning. The browser keeps the login in this tab only (app/api.js).
import { html } from "lit-html";
import { t, more } from "app/i18n.js";
import { pb } from "app/api.js";
import { openDialog } from "ui/dialog.js";
import { button } from "ui/button.js";

const leaves = 14 * 60_000; // ms without a hand on the computer
const warns = leaves - 60_000;
const renews = 60_000; // how often somebody who is there tells the server so

let acted, renewed, asking, timer;

// watch begins with the login, and ends with it; logout gets the reason to show.
export function watch(logout) {
  acted = renewed = Date.now();
  if (timer) return;
  const look = () => {
    if (!pb.authStore.shared) return stop();
    const still = Date.now() - acted;
    if (still >= leaves) { stop(); leave(logout); } else if (still >= warns && !asking) ask(logout);
  };
  const stop = () => {
    clearInterval(timer);
    timer = asking = undefined;
    document.querySelector("dialog.shared-warning")?.close();
    document.removeEventListener("visibilitychange", look);
  };
  timer = setInterval(look, 2000);
  document.addEventListener("visibilitychange", look);
}

for (const kind of ["pointerdown", "keydown", "wheel", "touchmove"]) addEventListener(kind, () => asking || act(), { capture: true, passive: true });

function act() {
  acted = Date.now();
  if (!pb.authStore.shared || acted - renewed < renews) return;
  renewed = acted;
  pb.collection(pb.authStore.record.collectionName).authRefresh().catch(() => {});
}

async function leave(logout) {
  await more("sessions").catch(() => {}); // without network they say less
  logout(t("shared.ended"));
}

async function ask(logout) {
  asking = true;
  await more("sessions").catch(() => {});
  const answer = await openDialog(t("shared.warning"), (close) => html`<div class="dialog-body"><p>${t("shared.warning_text")}</p></div>
    <div class="actions">${button({ label: t("shared.stay"), onclick: () => close("stay") })}
      ${button({ label: t("shared.leave"), kind: "quiet", onclick: () => close("leave") })}</div>`, "shared-warning");
  asking = false;
  if (!pb.authStore.shared) return;
  if (answer === "leave") return logout();
  act();
}
