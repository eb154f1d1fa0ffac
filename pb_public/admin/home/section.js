// One part of the home page: it loads by itself, so that one that fails leaves
// the others standing.
import { say } from "../language.js";

// section shows view(data, reload) once load() has answered.
export function section(heading, load, view, className = "") {
  const local = store({ seen: 0, fault: "" });
  let data;

  async function reload() {
    try {
      data = await load();
      local.fault = "";
      local.seen++;
    } catch (error) {
      if (!error?.isAbort) local.fault = error?.message || String(error);
    }
  }

  return t.section(
    { className: "mdesa-section " + className, onmount: reload },
    t.h2(null, heading),
    () => {
      if (local.fault) return t.p({ className: "mdesa-fault" }, say("home.section_failed"), " ", local.fault);
      if (!local.seen) return t.div({ className: "skeleton-loader", ariaLabel: say("loading") });
      return view(data, reload);
    },
  );
}
