// The board on the wall: the whole screen, large, dark, one part after the other,
// as nobody scrolls there; both can be chosen otherwise. What was chosen stays on this device.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { icon } from "ui/icon.js";

const kept = "mdesa-wall";
const turn = 15_000; // ms that a part stands there

export function wall(draw) {
  const choice = { dark: true, turning: true, ...JSON.parse(localStorage.getItem(kept) ?? "{}") };
  let on = false;
  let at = 0;
  let timer;
  const root = document.documentElement;
  const follow = () => {
    clearInterval(timer);
    if (on && choice.turning) timer = setInterval(() => { at += 1; draw(); }, turn);
    root.classList.toggle("wall-on", on);
    root.classList.toggle("wall-dark", on && choice.dark);
    draw();
  };
  const set = (name) => () => {
    choice[name] = !choice[name];
    localStorage.setItem(kept, JSON.stringify(choice));
    follow();
  };
  const enter = async () => {
    on = true;
    follow();
    await root.requestFullscreen?.().catch(() => {}); // a browser that refuses still shows it large
  };
  const exit = () => {
    on = false;
    follow();
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
  };
  const left = () => { if (on && !document.fullscreenElement) exit(); };
  document.addEventListener("fullscreenchange", left);
  const button = (label, name, act, pressed) => html`<button type="button" class="button quiet small" aria-pressed=${pressed ?? "false"} @click=${act}>${icon(name)} ${label}</button>`;
  return {
    get on() { return on; },
    get classes() { return on ? "board-wall" : ""; },
    buttons: () => html`<div class="board-buttons no-print">${on ? html`
      ${button(t("staff_board.dark"), "eye", set("dark"), String(choice.dark))}
      ${button(t("staff_board.turning"), "refresh-cw", set("turning"), String(choice.turning))}
      <button type="button" class="button quiet small" @click=${exit}>${icon("x")} ${t("staff_board.exit")}</button>`
      : html`<button type="button" class="button quiet small" @click=${enter}>${icon("maximize")} ${t("staff_board.wall")}</button>`}</div>`,
    panels: (parts) => (on && choice.turning ? parts[at % parts.length] : html`<div class="board-parts">${parts}</div>`),
    leave() {
      clearInterval(timer);
      document.removeEventListener("fullscreenchange", left);
      root.classList.remove("wall-on", "wall-dark");
      if (on && document.fullscreenElement) document.exitFullscreen().catch(() => {});
    },
  };
}
