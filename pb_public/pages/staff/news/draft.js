// A post while it is written, and as it is sent.
import { prepare } from "app/photo.js";

export const fresh = () => ({ kind: "news", title: "", title_en: "", text: "", text_en: "", photos: [], photo_alts: [], hamlet: "", starts_at: "", ends_at: "",
  all_day: false, place: "", called_off: false, publish_at: "", expires_at: "", state: "draft", stage: "draft", revision: 0, write: true });

const typed = ["id", "kind", "title", "title_en", "text", "text_en", "hamlet", "starts_at", "ends_at", "all_day", "place", "called_off", "publish_at", "expires_at"];

// typedOf is what was typed of a post, without its photos.
export const typedOf = (post) => Object.fromEntries(typed.map((field) => [field, post[field]]));

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
