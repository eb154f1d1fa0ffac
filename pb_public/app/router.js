// Addresses and pages. A page is a module with `open(view)`; it draws with
// view.show(title, template) as often as it likes and may return a function
// that is called when the person leaves.
import { html, nothing, render } from "lit-html";
import { t, more } from "app/i18n.js";
import { office, officeName } from "app/office.js";
import { readFault } from "app/fault.js";
import { failed } from "ui/states.js";

let routes = [];
let rest = null; // () => module of the routes that were not needed yet
let outlet;
let mine = () => true; // which addresses belong to this door
let guard = () => null; // (route, location) => address to go to instead
let moved = () => {}; // called after every change of address
let current = { leave: null };

// start draws the page of the present address and listens for the next ones.
export function start(options) {
  ({ routes, outlet, rest = null } = options);
  mine = options.mine ?? mine;
  guard = options.guard ?? guard;
  moved = options.moved ?? moved;
  document.addEventListener("click", followLink);
  office.watch(nameWindow); // its name comes later than the first page
  window.addEventListener("popstate", () => show({ focus: true }));
  return show();
}

// go opens another address of this door.
export function go(address, { replace = false } = {}) {
  history[replace ? "replaceState" : "pushState"](null, "", address);
  return show({ focus: true, top: true });
}

// refresh draws the present page again, from the beginning.
export const refresh = () => show();

// match finds the route of a path: "/layanan/{key}" gives params.key.
export function match(list, path) {
  const parts = path.replace(/\/+$/, "").split("/");
  for (const route of list) {
    const pattern = route.path.replace(/\/+$/, "").split("/");
    if (pattern.length !== parts.length) continue;
    const params = {};
    const same = pattern.every((part, i) => {
      if (!part.startsWith("{")) return part === parts[i];
      try {
        return (params[part.slice(1, -1)] = decodeURIComponent(parts[i])) !== "";
      } catch {
        return false; // no UTF-8
      }
    });
    if (same) return { route, params };
  }
  return null;
}

async function show({ focus = false, top = false } = {}) {
  const found = match(routes, location.pathname) ?? (rest ? null : { route: routes.find((r) => r.path === "*"), params: {} });
  if (!found) return showMore({ focus, top });
  const elsewhere = guard(found.route, location);
  if (elsewhere) return go(elsewhere, { replace: true });
  current.leave?.();
  const view = newView(found.params, focus, top);
  current = view;
  moved();
  try {
    const { load, styles = [], texts = [] } = found.route;
    const [page] = await Promise.all([load(), ...styles.map(style), ...texts.map(more)]);
    if (current !== view) return;
    const leave = await page.open(view);
    if (current === view) view.leave = leave;
    else leave?.();
  } catch (err) {
    if (current === view) view.show(t("fault.title"), failed(readFault(err), refresh, "h1"));
  }
}

// showMore brings the other routes and looks again.
async function showMore(how) {
  const address = location.href;
  current.leave?.();
  const view = newView({}, how.focus, how.top);
  current = view;
  try {
    const { routes: others } = await rest();
    routes = [...routes, ...others];
    rest = null;
  } catch (err) {
    return view.show(t("fault.title"), failed(readFault(err), refresh, "h1"));
  }
  if (location.href === address) await show(how);
}

function nameWindow() {
  if (current.title) document.title = t("page.title", { title: current.title, office: officeName() });
}

// style brings a page's own stylesheet before the page is first drawn.
function style(name) {
  const href = `/css/${name}.css`;
  if (document.querySelector(`link[href="${href}"]`)) return null;
  return new Promise((ready) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: ready, onerror: ready });
    document.head.append(link);
  });
}

// newView is a page to come; until it first shows something, the one before is
// still there to be read.
function newView(params, focus, top) {
  outlet.ariaBusy = "true";
  const view = {
    params,
    query: new URLSearchParams(location.search),
    leave: null,
    get open() { return current === view; },
    show(title, template) {
      if (current !== view) return; // the person has moved on
      outlet.ariaBusy = null;
      view.title = title;
      nameWindow();
      render(html`${template ?? nothing}`, outlet);
      if (!view.shown) outlet.querySelector("nav [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" }); // on a phone
      view.shown = true;
      if (top) { window.scrollTo(0, 0); top = false; }
      const heading = focus && outlet.querySelector("h1");
      if (heading) { heading.tabIndex = -1; heading.focus({ preventScroll: true }); focus = false; }
    },
  };
  return view;
}

function followLink(event) {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (link.target || link.hasAttribute("download") || link.origin !== location.origin || !mine(link.pathname)) return;
  event.preventDefault();
  // Within the page; left to the browser, it would count as a step and open the page anew.
  if (link.hash && link.pathname === location.pathname && link.search === location.search) return document.getElementById(link.hash.slice(1))?.focus();
  go(link.pathname + link.search + link.hash);
}
