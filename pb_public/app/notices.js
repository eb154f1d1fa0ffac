// How much news there is for who is logged in. The shell loads this only then.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { store } from "app/store.js";
import { icon, addIcons } from "ui/icon.js";
import shapes from "ui/icons_notices.js";

addIcons(shapes);

export const unread = store(0); // at most 100 are counted
export const arrived = store(0); // goes up with each piece of news, for a page that shows them

let following = "";

// listen follows the news of who is logged in, from now on; calling it again does
// nothing more.
export function listen() {
  if (following !== "") return;
  follow();
  pb.authStore.onChange(follow);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && count());
}

// bell is the way to the news from the top of every page.
export const bell = (href) => html`<a class="top-link bell" href=${href} aria-current=${location.pathname === href ? "page" : nothing}>${icon("bell")}<span class="unseen">${t("nav.notices")}</span>
  ${unread.get() ? html`<span class="bell-count">${unread.get()}</span>` : nothing}</a>`;

// count asks how many notices are unread.
export async function count() {
  if (!pb.authStore.isValid) return unread.set(0);
  try {
    unread.set((await pb.send("/api/notices/unread", {})).unread);
  } catch {
    // without network the number stays as it was
  }
}

function follow() {
  const who = pb.authStore.isValid ? pb.authStore.record.id : "nobody";
  if (who === following) return;
  following = who;
  count();
  if (who === "nobody") return;
  // A moment later: the desk lets go of the connection of whoever sat here before.
  setTimeout(() => following === who && pb.realtime.subscribe("kabar", ({ news }) => {
    count();
    if (news) arrived.set(arrived.get() + 1);
  }).catch(() => {}), 0); // without it the number comes with the next page
}
