// Addresses inside the dashboard.
const query = (values) => Object.entries(values)
  .filter(([, value]) => value)
  .map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");

export const records = (collection, filter = "", sort = "") => "#/collections?" + query({ collection, filter, sort });

export const record = (collection, id) => "#/collections?" + query({ collection, record: id });

export const log = (id) => "#/logs?" + query({ logId: id });

// choose makes a link's collection the chosen one before the page changes: the
// stock page drops the filter of an address when the collection changes under it.
export function choose({ currentTarget }) {
  const collection = new URLSearchParams(currentTarget.hash.split("?")[1]).get("collection");
  if (collection) app.store.activeCollection = collection;
}

// outside is an address of the server itself, which may live below a path.
export const outside = (path) => app.pb.buildURL(path);

export async function file(record, name) {
  return app.pb.files.getURL(record, name, { token: await app.pb.files.getToken({ requestKey: null }) });
}
