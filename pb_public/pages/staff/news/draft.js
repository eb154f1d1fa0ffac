// A post while it is written: what is begun stays in this browser until it is saved.
import { prepare } from "app/photo.js";

export const fresh = () => ({ kind: "news", title: "", title_en: "", text: "", text_en: "", photos: [], photo_alts: [], hamlet: "", starts_at: "", ends_at: "",
  all_day: false, place: "", called_off: false, publish_at: "", expires_at: "", state: "draft", stage: "draft", revision: 0, write: true });

const name = (id) => `mdesa-post-${id}`;
const typed = ["kind", "title", "title_en", "text", "text_en", "hamlet", "starts_at", "ends_at", "all_day", "place", "called_off", "publish_at", "expires_at"];

// keep remembers what was typed, not the photos; null forgets it.
export function keep(id, post) {
  if (!post) return sessionStorage.removeItem(name(id));
  sessionStorage.setItem(name(id), JSON.stringify({ of: post.updated, ...Object.fromEntries(typed.map((field) => [field, post[field]])) }));
}

// kept is what was typed before, unless the post was saved by somebody since.
export function kept(id, updated) {
  const { of, ...post } = JSON.parse(sessionStorage.getItem(name(id)) ?? "{}");
  return of === updated ? post : {};
}

const states = { draft: "draft", publish: "published", withdraw: "withdrawn" };

// sent is the body for the server. Photos that stay are sent by name.
export async function sent(post, stage) {
  const fresh = await Promise.all(post.files.map(({ file }) => prepare(file)));
  const isAgenda = post.kind === "agenda";
  return {
    kind: post.kind, title: post.title, title_en: post.title_en, text: post.text, text_en: post.text_en, hamlet: post.hamlet,
    place: isAgenda ? post.place : "", all_day: isAgenda && post.all_day, called_off: isAgenda && post.called_off,
    starts_at_wall: isAgenda ? wall(post.starts_at, post.all_day) : "", ends_at_wall: isAgenda ? wall(post.ends_at, post.all_day) : "",
    publish_at_wall: post.publish_at, expires_at_wall: post.expires_at,
    photos: [...post.photos, ...fresh], photo_alts: JSON.stringify([...post.photo_alts, ...post.files.map(({ alt }) => alt)]),
    state: states[stage],
  };
}

const wall = (text, wholeDay) => (text && wholeDay ? `${text.slice(0, 10)}T00:00` : text);
