// A text as the server took it apart: each element is drawn by name, so that
// nothing anybody wrote is ever read as markup here.
import { html } from "lit-html";

const drawn = {
  p: (kids) => html`<p>${kids}</p>`,
  h2: (kids) => html`<h2>${kids}</h2>`,
  h3: (kids) => html`<h3>${kids}</h3>`,
  ul: (kids) => html`<ul>${kids}</ul>`,
  ol: (kids) => html`<ol>${kids}</ol>`,
  li: (kids) => html`<li>${kids}</li>`,
  blockquote: (kids) => html`<blockquote>${kids}</blockquote>`,
  strong: (kids) => html`<strong>${kids}</strong>`,
  em: (kids) => html`<em>${kids}</em>`,
  br: () => html`<br>`,
  a: (kids, href) => (/^(https?:\/\/|mailto:|tel:|\/(?!\/))/.test(href) ? html`<a href=${href} rel="nofollow noopener">${kids}</a>` : kids),
};

// words draws the nodes of /api/open/news/{slug}: strings, and { t, href, c }.
export const words = (nodes) => nodes.map((node) => (typeof node === "string" ? node : drawn[node.t]?.(words(node.c ?? []), node.href) ?? ""));
