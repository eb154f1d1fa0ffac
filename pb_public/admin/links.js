// Addresses inside the dashboard.
const query = (values) => Object.entries(values)
  .filter(([, value]) => value)
  .map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");

export const records = (collection, filter = "", sort = "") => "#/collections?" + query({ collection, filter, sort });

export const record = (collection, id) => "#/collections?" + query({ collection, record: id });

export const log = (id) => "#/logs?" + query({ logId: id });

// outside is an address of the server itself, which may live below a path.
export const outside = (path) => app.pb.buildURL(path);

export async function file(record, name) {
  return app.pb.files.getURL(record, name, { token: await app.pb.files.getToken({ requestKey: null }) });
}
