// The report as a file for a spreadsheet. The address wants the login, so the
// file is fetched and then saved.
import { pb } from "app/api.js";
import { language } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { toast } from "ui/notice.js";

export async function downloadCSV(month, hamlet) {
  try {
    const query = new URLSearchParams({ month, format: "csv", ...(hamlet && { hamlet }) });
    const answer = await fetch(`/api/population/report?${query}`, { headers: { Authorization: pb.authStore.token, "Accept-Language": language.get() } });
    if (!answer.ok) throw { status: answer.status, response: await answer.json().catch(() => ({})) };
    const address = URL.createObjectURL(await answer.blob());
    Object.assign(document.createElement("a"), { href: address, download: `laporan-penduduk-${month}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  } catch (err) {
    toast(readFault(err).message, "bad");
  }
}
