// Writing a post: kind, words, photos, when it is shown; and what it will look like.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { newId, pb } from "app/api.js";
import { go } from "app/router.js";
import { readFault } from "app/fault.js";
import { keeper } from "app/kept.js";
import { officer } from "app/staff_session.js";
import { backLink } from "ui/button.js";
import { ask } from "ui/dialog.js";
import { focusErrors } from "ui/errors.js";
import { notice, toast } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { allHamlets } from "pages/news/hamlets.js";
import { editForm } from "pages/staff/news/form.js";
import { fresh, sent, typedOf } from "pages/staff/news/draft.js";

export function open(view) {
  const { id } = view.params;
  const state = { post: null, hamlets: [], errors: {}, busy: "", fault: null, preview: null, isNew: id === "baru" };
  const title = () => (state.isNew ? t("desk.news.write") : t("desk.news.edit"));
  const draw = () => view.show(title(), html`<div class="page">${backLink("/petugas/berita", t("desk.news.title"))}${page(state, acts)}</div>`);
  const typed = keeper(view, { draw, read: () => typedOf(state.post), write: (words) => Object.assign(state.post, words) });
  async function load() {
    state.fault = null;
    try {
      const [post, hamlets] = await Promise.all([state.isNew ? { ...fresh(), id: newId() } : pb.send(`/api/news/desk/${id}`, {}), allHamlets()]);
      const own = officer.get()?.role === "hamlet_head" ? officer.get().hamlets ?? [] : [];
      state.hamlets = own.length ? hamlets.filter((one) => own.includes(one.id)) : hamlets;
      if (state.isNew) post.hamlet = own[0] ?? "";
      state.post = { ...post, files: [] };
      typed.begin(post.updated);
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  }
  const acts = {
    draw, load, kept: typed.line,
    put: (name) => (value) => { state.post[name] = value; },
    preview: async () => {
      try {
        const [own, english] = await Promise.all([state.post.text, state.post.text_en].map((text) => pb.send("/api/news/preview", { method: "POST", body: { text } })));
        state.preview = { nodes: own.nodes, nodes_en: english.nodes };
      } catch (err) {
        toast(readFault(err).message, "bad");
      }
      draw();
      document.getElementById("preview")?.focus();
    },
    save: async (stage) => {
      if (state.busy) return;
      Object.assign(state, { busy: stage, errors: {} });
      draw();
      try {
        const body = await sent(state.post, stage);
        await (state.isNew ? pb.collection("posts").create({ id: state.post.id, ...body }) : pb.collection("posts").update(id, body));
        typed.done();
        toast(t(`desk.news.saved.${stage}`));
        return go("/petugas/berita");
      } catch (err) {
        const fault = err.problem ? { fields: { photos: t("desk.news.photo_wrong") } } : readFault(err);
        const { body: words, ...rest } = fault.fields;
        state.errors = Object.keys(fault.fields).length ? { ...rest, ...(words && { text: words }) } : { title: fault.message };
      }
      state.busy = "";
      draw();
      focusErrors();
    },
    remove: async () => {
      if (!await ask({ title: t("desk.news.remove_title"), confirm: t("desk.news.remove"), danger: true })) return;
      try {
        await pb.collection("posts").delete(id);
        typed.done();
        go("/petugas/berita");
      } catch (err) {
        toast(readFault(err).message, "bad");
      }
    },
  };
  draw();
  load();
}

function page(state, acts) {
  const heading = html`<h1>${state.isNew ? t("desk.news.write") : t("desk.news.edit")}</h1>`;
  if (state.fault) return failed(state.fault, acts.load, "h1");
  if (!state.post) return html`${heading}${loading()}`;
  return html`${heading}${state.isNew || state.post.write ? nothing : notice("info", t("desk.news.read_only"))}${acts.kept()}${editForm(state, acts)}`;
}
