// The entries that were found as a file for a spreadsheet. The address wants the
// login, so the file is fetched and then saved.
import { pb } from "app/api.js";
import { today } from "app/dates.js";
import { readFault } from "app/fault.js";
import { toast } from "ui/notice.js";

export async function downloadCSV(asked) {
  try {
    const query = new URLSearchParams({ ...asked, format: "csv" });
    const answer = await fetch(`/api/audit?${query}`, { headers: { Authorization: pb.authStore.token } });
    if (!answer.ok) throw { status: answer.status, response: await answer.json().catch(() => ({})) };
    const address = URL.createObjectURL(await answer.blob());
    Object.assign(document.createElement("a"), { href: address, download: `jejak-akses-${today()}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  } catch (err) {
    toast(readFault(err).message, "bad");
  }
}
