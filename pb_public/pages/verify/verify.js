// Is this letter real? The office is asked, and the QR code's own signature is
// checked here, also without network.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { go } from "app/router.js";
import { office } from "app/office.js";
import { input } from "ui/field.js";
import { submit } from "ui/button.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { loading } from "ui/states.js";
import { readPayload, checkPayload } from "pages/verify/payload.js";
import { verdict } from "pages/verify/verdict.js";
import { comparePart } from "pages/verify/compare.js";

export async function open(view) {
  if (!view.params.code) return askCode(view);
  const code = view.params.code;
  const fragment = location.hash.slice(1);
  const state = { code, fragment, payload: readPayload(fragment), signature: fragment ? "" : "none", answer: null, fault: null };
  const compare = comparePart(() => draw());
  const draw = () => view.show(t("verify.title"), page(state, compare, load));
  const load = async () => {
    Object.assign(state, { answer: null, fault: null });
    draw();
    const [answer, keys] = await Promise.allSettled([pb.send(`/api/letters/verify/${encodeURIComponent(code)}`, {}), pb.send("/api/letters/keys", {})]);
    state.answer = answer.value ?? null;
    state.fault = answer.reason ? readFault(answer.reason) : null;
    if (fragment) state.signature = !state.payload ? "forged" : keys.value ? await checkPayload(state.payload, keys.value.keys) : "no_keys";
    draw();
  };
  load();
  return office.watch(draw);
}

function page(state, compare, load) {
  const done = state.answer || state.fault;
  return html`<div class="page verify"><h1>${t("verify.title")}</h1>
    <div aria-live="polite">${done ? verdict(state, load) : loading(t("verify.asking"))}</div>
    ${state.answer?.sha256 ? compare(state.answer.sha256) : nothing}
    <p><a href="/v">${t("verify.another")}</a></p></div>`;
}

function askCode(view) {
  const state = { code: "", errors: {} };
  const draw = () => view.show(t("verify.title"), html`<div class="page"><h1>${t("verify.title")}</h1><p class="lead">${t("verify.lead")}</p>
    <form novalidate @submit=${send}>${errorSummary(state.errors)}
      ${input({ id: "code", label: t("verify.code"), hint: t("verify.code_hint"), value: state.code, error: state.errors.code, width: "medium code", maxlength: 30, oninput: (value) => { state.code = value; } })}
      <div class="actions">${submit(t("verify.check"), false, "shield-check")}</div></form></div>`);
  const send = (event) => {
    event.preventDefault();
    const code = state.code.trim().replace(/\s/g, "");
    if (code) return go(`/v/${encodeURIComponent(code)}`);
    state.errors = { code: t("check.required", { label: t("verify.code") }) };
    draw();
    focusErrors();
  };
  draw();
}
