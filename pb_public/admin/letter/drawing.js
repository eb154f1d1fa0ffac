// One service's drawing: what the server last said about what is typed.
import { draw } from "./draw.js";
import { fieldsOf } from "./fields.js";

// drawing keeps {busy, message, places, address}; address is a blob: of the PDF
// and stays while problems are being mended. Only the newest run counts.
export function drawing(props) {
  const local = store({ busy: false, message: "", places: [], address: "" });
  let running, drawn = "";

  async function ask(fields, broken, signal) {
    if (broken.length) return { message: broken[0].message, places: broken };
    try {
      return await draw(fields, signal);
    } catch (error) {
      return { message: error.message };
    }
  }

  // run draws what is typed now and tells whether there is a new PDF.
  async function run() {
    const { fields, broken } = fieldsOf(props.collection, props.record);
    const text = JSON.stringify([fields, broken]);
    if (text === drawn) return false;
    running?.abort();
    running = new AbortController();
    const { signal } = running;
    local.busy = true;
    const { pdf, message = "", places = [] } = await ask(fields, broken, signal);
    if (signal.aborted) return false;
    drawn = text;
    Object.assign(local, { busy: false, message, places });
    if (pdf) replaceAddress(URL.createObjectURL(pdf));
    return Boolean(pdf);
  }

  function replaceAddress(address) {
    const old = local.address;
    local.address = address;
    if (old) setTimeout(() => URL.revokeObjectURL(old), 10_000); // the frame may still be reading it
  }

  function forget() {
    running?.abort();
    replaceAddress("");
    drawn = "";
    Object.assign(local, { busy: false, message: "", places: [] });
  }

  return { local, run, forget };
}
