// The first thing after a login with a password that somebody else has set.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { logout } from "app/staff_session.js";
import { go } from "app/router.js";
import { passwordForm } from "pages/account/change_password.js";
import { shortestOfStaff } from "pages/account/password.js";

export function open(view) {
  const draw = () => view.show(t("desk.first.title"), html`<div class="page login-page"><div class="card"><h1>${t("desk.first.title")}</h1>
    <p>${t("desk.first.text")}</p>${form()}</div>
    <p><button type="button" class="link" @click=${() => logout()}>${t("desk.profile.logout")}</button></p></div>`);
  const form = passwordForm(draw, { shortest: shortestOfStaff, old: t("desk.first.old"), done: () => go(location.pathname + location.search, { replace: true }) });
  draw();
}
