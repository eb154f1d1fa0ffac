// How programs and proposals are spoken of: states, fields, places, progress.
import { html, nothing, svg } from "lit-html";
import { t, count } from "app/i18n.js";
import { day } from "app/dates.js";
import { rupiah } from "app/numbers.js";
import { badge } from "ui/badge.js";

export const fields = ["01", "02", "03", "04", "05"];
export const states = ["planned", "running", "done", "stopped"];
export const fieldName = (field) => (field ? t(`programs.field.${field}`) : "");

const programLooks = { planned: ["info", "clock"], running: ["warn", "hourglass"], done: ["good", "circle-check"], stopped: ["bad", "ban"] };
const proposalLooks = { open: ["info", "megaphone"], accepted: ["good", "circle-check"], refused: ["bad", "circle-x"], merged: ["calm", "folder-open"], withdrawn: ["calm", "undo-2"] };

export const stateBadge = (state) => badge(programLooks[state][0], t(`programs.state.${state}`), programLooks[state][1]);
export const proposalBadge = (state) => badge(proposalLooks[state][0], t(`proposals.state.${state}`), proposalLooks[state][1]);

// progressBar says how far a program is, in a picture and in words.
export function progressBar({ progress, state }) {
  return html`<div class="progress ${state}"><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="ground" width="100" height="8"/>${svg`<rect class="filled" width=${progress} height="8"/>`}</svg>
    <p class="small">${t(`programs.progress.${state}`, { percent: progress })}</p></div>`;
}

// whereOf is "Jalan Kamboja, Banjar Kaja", or the whole village.
export const whereOf = ({ place, hamlet_name: hamlet }) => [place, hamlet || t("programs.whole_village")].filter(Boolean).join(", ");

export function periodOf({ starts_on: from, ends_on: to }) {
  if (from && to) return t("programs.period", { from: day(from), to: day(to) });
  return from ? t("programs.period_from", { from: day(from) }) : to ? t("programs.period_to", { to: day(to) }) : "";
}

// money writes whole rupiah; what is not told gets a dash.
export const money = (n) => (n == null ? "–" : rupiah(n));

// holds is what is to be spent: as revised, else as planned.
export const holds = (budget) => budget.revised ?? budget.plan;

export const supportsText = (n) => count("proposals.supports", n);

// fileAt is the address of a picture; token is the desk's, for drafts.
export const fileAt = (collection, id, file, { thumb, token } = {}) => {
  const query = new URLSearchParams({ ...(thumb && { thumb }), ...(token && { token }) }).toString();
  return `/api/files/${collection}/${id}/${encodeURIComponent(file)}${query ? "?" + query : ""}`;
};

// pictures are photos in a row, each leading to its full size.
export function pictures(collection, id, files, alt, token) {
  if (!files.length) return nothing;
  return html`<ul class="pictures">${files.map((file, i) => html`<li><a href=${fileAt(collection, id, file, { token })} target="_blank" rel="noopener">
    <img src=${fileAt(collection, id, file, { thumb: "480x360", token })} width="480" height="360" loading="lazy"
      alt=${files.length > 1 ? t("programs.photo_of", { alt, n: i + 1, all: files.length }) : alt}></a></li>`)}</ul>`;
}
