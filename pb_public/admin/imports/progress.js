// What a job in the background is doing. It is asked for: an import stands in
// the database only when it is over.
const every = 700; // ms

export const working = (state) => ["uploaded", "checking", "importing", "undoing"].includes(state);

// follow asks until the job on the chosen batch is over, and shows what became
// of it.
export async function follow(shared, id, alive) {
  if (!working(shared.chosen?.state) || shared.following === id) return;
  shared.following = id;
  let state = shared.chosen.state;
  while (working(state) && shared.chosen?.id === id) {
    await new Promise((resolve) => setTimeout(resolve, every));
    if (!alive()) break;
    try {
      const now = await app.pb.send(`/api/imports/${id}/progress`, { requestKey: null });
      state = now.state;
      shared.percent = now.percent;
    } catch (error) {
      if (error?.status === 404) break;
      console.warn("M-Desa: import", error); // the next question may be answered
    }
  }
  shared.following = "";
  if (alive() && shared.chosen?.id === id) await shared.reload(id);
}
