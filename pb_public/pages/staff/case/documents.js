// The documents of a request: each opens below its own line, large enough to
// compare with the answers beside it.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { fileURL, pb } from "app/api.js";
import { day, today } from "app/dates.js";
import { readFault } from "app/fault.js";
import { size } from "app/numbers.js";
import { icon } from "ui/icon.js";
import { badge } from "ui/badge.js";
import { viewer } from "pages/staff/case/viewer.js";
import { openFile } from "pages/staff/open_file.js";

const wide = matchMedia("(min-width: 1100px)");

// documentsPart returns { take(file), view(), leave() }.
export function documentsPart(draw) {
  const state = { file: null, chosen: "", shown: null, busy: false, problem: "" };
  const choose = async (document) => {
    if (document.removed_on) return;
    const closing = state.chosen === document.id;
    state.shown?.leave();
    Object.assign(state, { chosen: closing ? "" : document.id, shown: null, busy: !closing, problem: "" });
    draw();
    if (closing) return;
    try {
      const answer = await bytes(state.file.request, document);
      if (!answer.ok) throw { status: answer.status, response: {} };
      const blob = await answer.blob();
      if (state.chosen === document.id) state.shown = viewer(blob, document, draw);
    } catch (err) {
      if (state.chosen === document.id) state.problem = readFault(err).message;
    }
    state.busy = false;
    draw();
  };
  return {
    take(file) {
      state.file = file;
      if (!file.documents.some((document) => document.id === state.chosen)) state.chosen = "";
      if (!state.chosen && wide.matches && file.documents.length) choose(file.documents.find((document) => !document.removed_on) ?? file.documents[0]);
    },
    view: () => view(state, choose),
    leave() { state.shown?.leave(); },
  };
}

// bytes: the papers of a report are handed out by the request they hang on, which
// knows who handles it.
const bytes = async ({ id, kind }, document) => (kind === "report"
  ? fetch(`/api/requests/${id}/papers/${document.id}`, { headers: { Authorization: pb.authStore.token } })
  : fetch(await fileURL(document, document.file)));

function view(state, choose) {
  const { documents, definition } = state.file;
  if (!documents.length) return html`<p class="soft">${t("desk.docs.none")}</p>`;
  return html`<ul class="doc-list">${documents.map((document) => {
    if (document.removed_on) return html`<li>${icon("file-text")} <strong>${purposes(definition, document)}</strong> <span class="small soft">${t("wallet.removed", { day: day(document.removed_on) })}</span></li>`;
    const open = state.chosen === document.id;
    return html`<li class=${open ? "open" : ""}>
      <button type="button" class="doc-pick" aria-expanded=${open} @click=${() => choose(document)}>
        ${icon(document.mime.startsWith("image/") ? "image" : "file-text")}
        <span><strong>${purposes(definition, document)}</strong>${details(definition, document)}${expiry(document)}</span>
        ${icon(open ? "chevron-up" : "chevron-down")}</button>
      <div class="doc-place" aria-live="polite">${open ? place(state, document) : nothing}</div></li>`;
  })}</ul>`;
}

function place(state, document) {
  if (state.busy) return html`<p class="soft"><span class="spinner small doc-busy" aria-hidden="true"></span> ${t("state.loading")}</p>`;
  if (state.problem) return html`<p class="error">${icon("circle-x")} ${state.problem}</p>`;
  return state.shown ? state.shown.view(() => (state.file.request.kind === "report" ? state.shown.open() : openFile(document, document.file))) : nothing;
}

const details = (definition, document) => html`<span class="small soft">${purposes(definition, document) === document.name ? "" : `${document.name} · `}${size(document.size)}</span>`;

function purposes(definition, document) {
  const names = (document.requirements ?? []).map((key) => x(definition.requirements?.find((one) => one.key === key), "name")).filter(Boolean);
  return names.join(", ") || document.name;
}

function expiry({ expires_on }) {
  if (!expires_on) return nothing;
  return expires_on < today() ? badge("bad", t("desk.docs.expired", { day: day(expires_on) }), "triangle-alert")
    : html`<span class="small soft">${t("desk.docs.valid", { day: day(expires_on) })}</span>`;
}
