// The whole register as a file that can be imported again.
import { say } from "../language.js";
import { refusal } from "../record/ask.js";

const formats = { xlsx: "ri-file-excel-2-line", csv: "ri-file-text-line" };

export const exports = () => t.section(
  { className: "mdesa-section" },
  t.h2(null, say("import.export")),
  t.p({ className: "txt-hint" }, say("import.export.hint")),
  t.div({ className: "mdesa-buttons" }, ...Object.keys(formats).map(download)),
);

function download(format) {
  const local = store({ busy: false });
  return t.button(
    {
      type: "button", className: () => "btn outline" + (local.busy ? " loading" : ""), disabled: () => local.busy, "html-data-format": format,
      onclick: async () => {
        local.busy = true;
        try {
          await saved(format);
        } catch (error) {
          app.toasts.error(refusal(error));
        }
        local.busy = false;
      },
    },
    t.i({ className: formats[format], ariaHidden: true }), t.span({ className: "txt" }, say("import.export." + format)),
  );
}

// saved asks for the file with the admin's token, which a plain link would not send.
async function saved(format) {
  const answer = await fetch(app.pb.buildURL("/api/residents/export?format=" + format), {
    headers: { Authorization: app.pb.authStore.token, "Accept-Language": app.pb.lang },
  });
  if (!answer.ok) throw { response: await answer.json().catch(() => ({})), message: answer.statusText };
  const name = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? "penduduk";
  const link = t.a({ href: URL.createObjectURL(await answer.blob()), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
