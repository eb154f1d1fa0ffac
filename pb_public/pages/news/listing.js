// A public list in pages: what was asked stands in the address, and what is shown
// follows it.
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { allHamlets } from "pages/news/hamlets.js";
import { withQuery } from "pages/news/pager.js";

// listing shows page(state, load), where state holds asked, found, hamlets and
// fault. choice is the name of the first choice in the address ("jenis"); kindOf
// says which kind is asked for by it.
export function listing(view, { source, title, choice, kindOf = (value) => value, page }) {
  const get = (name) => view.query.get(name) ?? "";
  const asked = { [choice]: get(choice), banjar: get("banjar"), hal: Number(get("hal")) || 1 };
  const state = { asked, found: null, hamlets: null, fault: null };
  const draw = () => view.show(title(), page(state, load));
  async function load() {
    state.fault = null;
    try {
      const query = { kind: kindOf(asked[choice]), hamlet: asked.banjar, page: asked.hal };
      const [found, hamlets] = await Promise.all([pb.send(source, { query }), allHamlets()]);
      Object.assign(state, { found, hamlets });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  }
  draw();
  load();
}

// within gives the address of the list with something else chosen, from page 1.
export const within = (path) => (asked, changed) => withQuery(path, { ...asked, hal: 1, ...changed });
