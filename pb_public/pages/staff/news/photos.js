// The photos of a post: each with the words for those who cannot see it.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { fileURL } from "app/api.js";
import { icon } from "ui/icon.js";
import { group, input } from "ui/field.js";
import { way } from "ui/paper_picker.js";

const most = 6;

export function photosPart(state, { draw }) {
  const { post, errors } = state;
  const thumbs = (state.thumbs ??= {});
  const count = post.photos.length + post.files.length;
  const picked = (event) => {
    const files = [...event.target.files].slice(0, most - count);
    event.target.value = "";
    post.files = [...post.files, ...files.map((file) => ({ file, alt: "", url: URL.createObjectURL(file) }))];
    draw();
  };
  const old = (name, i) => {
    if (!(name in thumbs)) {
      thumbs[name] = "";
      fileURL({ id: post.id, collectionName: "posts", collectionId: "posts" }, name, { thumb: "320x240" }).then((url) => { thumbs[name] = url; draw(); }, () => {});
    }
    return row(`alt-${i}`, thumbs[name], post.photo_alts[i] ?? "", (value) => { post.photo_alts[i] = value; },
      () => { post.photos = post.photos.filter((_, j) => j !== i); post.photo_alts = post.photo_alts.filter((_, j) => j !== i); draw(); });
  };
  const fresh = (one, i) => row(`new-alt-${i}`, one.url, one.alt, (value) => { one.alt = value; }, () => { post.files = post.files.filter((other) => other !== one); draw(); });
  return group({ id: "photo_alts", label: t("desk.news.photos"), hint: t("desk.news.photos_hint"), error: errors.photo_alts || errors.photos, optional: true, control: html`
    ${count ? html`<ul class="editor-photos">${post.photos.map(old)}${post.files.map(fresh)}</ul>` : nothing}
    ${count < most ? html`<p class="news-reach">${way("photos-camera", "camera", t("photo.camera"), "", picked, "environment", "image/*")}${way("photos-file", "upload", t("photo.choose"), "", picked, null, "image/jpeg,image/png,image/heic")}</p>` : nothing}` });
}

const row = (id, url, alt, put, remove) => html`<li>${url ? html`<img src=${url} alt="" width="160" height="120">` : html`<span class="editor-no-photo">${icon("image")}</span>`}
  <div>${input({ id, label: t("photo.alt"), value: alt, maxlength: 200, oninput: put })}
    <button type="button" class="link" @click=${remove}>${icon("trash-2")} ${t("desk.news.photo_remove")}</button></div></li>`;
