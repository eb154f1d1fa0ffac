// Asking for a login oneself: what stands on the identity and family cards, a
// photo, a password. What is filled in stays on the device until it was sent,
// except the password.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { language } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { normalise } from "app/answer_check.js";
import { draftFor, drop, keep } from "app/drafts.js";
import { go } from "app/router.js";
import { online } from "app/offline.js";
import { office } from "app/office.js";
import { focusErrors } from "ui/errors.js";
import { loading } from "ui/states.js";
import { wrongIn, page } from "pages/account/registration_form.js";

const place = { key: "daftar" }; // of the draft, which belongs to no login
const forgotten = 2 * 24 * 3600e3; // ms; others may use this phone

export async function open(view) {
  view.show(t("register.title"), html`<div class="page">${loading()}</div>`);
  const draft = await begun();
  const state = { draft, typed: draft.answers, password: "", again: "", errors: {}, busy: false, offline: false };
  let timer;
  const save = () => keep(draft).catch(() => {}); // without storage the page itself holds it
  const change = (name, value) => { state.typed[name] = value; clearTimeout(timer); timer = setTimeout(save, 300); };
  const draw = () => view.show(t("register.title"), page(state, { draw, change, save, send }));
  const send = async (event) => {
    event.preventDefault();
    if (state.busy) return;
    state.offline = false;
    state.errors = wrongIn(state);
    if (!Object.keys(state.errors).length) {
      state.busy = true;
      draw();
      try {
        const answer = await post(state);
        clearTimeout(timer);
        await drop(draft).catch(() => {});
        sessionStorage.setItem("mdesa-registered", JSON.stringify(answer));
        return go("/daftar/bukti", { replace: true });
      } catch (err) {
        const fault = readFault(err);
        state.offline = fault.offline;
        state.errors = fault.offline ? {} : Object.keys(fault.fields).length ? fault.fields : { send: fault.message };
        await save();
      }
      state.busy = false;
    }
    draw();
    state.offline ? document.getElementById("unsent")?.focus() : focusErrors();
  };
  draw();
  const stops = [online.watch(draw), office.watch(draw)];
  return () => { stops.forEach((stop) => stop()); clearTimeout(timer); return save(); };
}

async function begun() {
  const draft = await draftFor("", place).catch(() => ({ id: "", answers: {}, files: {}, at: 0 }));
  if (draft.at && Date.now() - draft.at > forgotten) Object.assign(draft, { answers: {}, files: {} });
  return draft;
}

function post({ typed, draft, password }) {
  const form = new FormData();
  const birth_date = normalise({ type: "date" }, typed.birth_date) ?? "";
  const fields = { ...typed, birth_date, password, device: device(), language: language.get() };
  for (const [name, value] of Object.entries(fields)) form.append(name, typeof value === "string" ? value.trim() : value ?? "");
  form.set("password", password);
  form.append("photo", draft.files.ktp, draft.files.ktp.name);
  return pb.send("/api/accounts/register", { method: "POST", body: form });
}

// device is a secret of this browser: sending again mends what waits already.
function device() {
  const kept = localStorage.getItem("mdesa-device") ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
  localStorage.setItem("mdesa-device", kept);
  return kept;
}
