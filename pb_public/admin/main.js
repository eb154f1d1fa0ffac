// M-Desa's part of PocketBase's dashboard. PocketBase runs this file inside a
// function of its own and starts the router as soon as it returns, without
// waiting for imports: routes and wrappers are therefore put in place here and
// fetch their modules when they are needed. Addresses are relative to
// /_/extensions.js. What fails leaves the stock dashboard as it is.
const folder = "./extensions/mdesa/";
const english = /^en\b/i.test((navigator.languages ?? []).find((tag) => /^(id|in|en)\b/i.test(tag)) ?? "id");

function attempt(what, work) {
  try {
    return work();
  } catch (error) {
    console.warn("M-Desa: " + what, error);
  }
}

// Shown only where the real texts cannot be loaded.
function unavailable(error) {
  console.warn("M-Desa:", error);
  app.toasts?.error?.(english ? "M-Desa's part of this page could not be loaded." : "Bagian M-Desa di halaman ini gagal dimuat.");
}

async function homePage() {
  try {
    const { home } = await import(folder + "home/page.js");
    return home();
  } catch (error) {
    unavailable(error);
    location.hash = "#/collections";
  }
}

attempt("home", () => {
  app.routes.superuserOnly("#/beranda", homePage);
  app.routes.fallbackPath = "#/beranda";
  app.store.headerLinks.unshift({ href: "#/beranda", icon: "ri-home-4-line", label: english ? "Home" : "Beranda" });
});

async function importPage() {
  try {
    const { imports } = await import(folder + "imports/page.js");
    return imports();
  } catch (error) {
    unavailable(error);
    location.hash = "#/beranda";
  }
}

attempt("imports", () => {
  app.routes.superuserOnly("#/impor", importPage);
  app.store.headerLinks.splice(1, 0, { href: "#/impor", icon: "ri-file-upload-line", label: english ? "Import" : "Impor" });
  document.head.append(t.link({ rel: "stylesheet", href: folder + "imports/style.css" }));
});

// The SDK asks for English unless it is told otherwise; refusals come in the
// language that it asks for.
attempt("language", () => { app.pb.lang = english ? "en" : "id"; });

// Requests carry why the admin looks at residents' data. A module that does not
// come holds no request up.
attempt("purpose", () => {
  const stock = app.pb.beforeSend;
  const stating = import(folder + "purpose/purpose.js").catch((error) => console.warn("M-Desa: purpose", error));
  const patience = new Promise((resolve) => setTimeout(resolve, 15000));
  app.pb.beforeSend = async function (url, options) {
    const sent = (await stock?.apply(this, arguments)) ?? { url, options };
    try {
      const purpose = await Promise.race([stating, patience]);
      if (purpose) sent.options = await purpose.state(sent.url ?? url, sent.options ?? options);
    } catch (error) {
      console.warn("M-Desa: purpose", error);
    }
    return sent;
  };
});

attempt("style", () => {
  document.head.append(t.link({ rel: "stylesheet", href: folder + "style.css" }));
});

// besideField lets a module add to one field of a record's form. The form gives
// its fields the record as it is typed (props.record), which nothing else does.
function besideField(type, isIt, file) {
  const kind = app.fieldTypes?.[type];
  const stock = kind?.input;
  if (typeof stock !== "function") return;
  kind.input = function (props) {
    const input = stock.apply(this, arguments);
    return attempt(type, () => isIt(props) && slot(input, props, file)) || input;
  };
}

function slot(input, props, file) {
  return t.div({
    className: "mdesa-slot",
    onmount: (element) => import(folder + file).then((module) => {
      if (element.isConnected) element.leave = module.enter(element, props);
    }).catch(unavailable),
    onunmount: (element) => attempt("leave", () => element.leave?.()),
  }, input);
}

const inside = (collection) => (props) =>
  props.collection?.name === collection && props.field?.primaryKey && props.originalRecord?.id;

import(folder + "record/refused.js").catch(unavailable);

attempt("records", () => {
  besideField("text", inside("requests"), "record/request.js");
  besideField("text", inside("letters"), "record/letter.js");
  besideField("editor", (props) => props.collection?.name === "services" && props.field?.name === "template", "letter/preview.js");
});
