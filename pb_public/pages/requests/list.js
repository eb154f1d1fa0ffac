// All my requests: what waits for me first, then what is open, then the rest.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { account } from "app/session.js";
import { draftsOf } from "app/drafts.js";
import { loading, failed, empty } from "ui/states.js";
import { requestRows, draftRows } from "pages/requests/rows.js";

const perPage = 30;
const isMine = (request) => ["returned", "answered"].includes(request.status);
const isOpen = (request) => ["submitted", "in_progress"].includes(request.status);

export async function open(view) {
  const state = { drafts: [], list: null, more: false, fault: null };
  const draw = () => view.show(t("requests.title"), page(state, load));
  const load = async (from = 1) => {
    state.fault = null;
    draw();
    try {
      const found = await pb.collection("requests").getList(from, perPage, { sort: "-created", skipTotal: true });
      state.list = from === 1 ? found.items : [...state.list, ...found.items];
      state.more = found.items.length === perPage ? from + 1 : 0;
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  draftsOf(account.get().id).then((drafts) => { state.drafts = drafts; draw(); }, () => {});
  load();
  const stop = await pb.collection("requests").subscribe("*", () => load()).catch(() => null);
  return () => stop?.();
}

function page({ drafts, list, more, fault }, load) {
  return html`<div class="page"><h1>${t("requests.title")}</h1>
    ${part(t("requests.drafts"), drafts, draftRows)}
    ${fault ? failed(fault, () => load()) : list ? parts(list, drafts) : loading()}
    ${more ? html`<p><button type="button" class="button quiet" @click=${() => load(more)}>${t("action.more")}</button></p>` : nothing}</div>`;
}

function parts(list, drafts) {
  if (!list.length && !drafts.length) {
    return empty("file-text", t("requests.none"), t("requests.none_text"), html`<a class="button" href="/">${t("requests.choose_service")}</a>`);
  }
  return html`${part(t("requests.returned"), list.filter(isMine), requestRows)}
    ${part(t("requests.open"), list.filter(isOpen), requestRows)}
    ${part(t("requests.closed"), list.filter((r) => !isMine(r) && !isOpen(r)), requestRows)}`;
}

const part = (title, list, rows) => (list.length ? html`<section><h2>${title}</h2>${rows(list)}</section>` : nothing);
