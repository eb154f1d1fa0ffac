// Who is using the page. The token is kept on the device until they log out.
import { pb } from "app/api.js";
import { store } from "app/store.js";
import { choose, language } from "app/i18n.js";

export const account = store(pb.authStore.isValid ? pb.authStore.record : null);

pb.authStore.onChange((token, record) => account.set(pb.authStore.isValid ? record : null));

// A session that has ended ends here too; the login page says why, once.
let farewell = "";
pb.afterSend = (response, data) => {
  if (response.status === 401 && pb.authStore.token) {
    if (data?.key === "account.session_ended") farewell = data.message;
    pb.authStore.clear();
  }
  return data;
};
export const takeFarewell = () => [farewell, farewell = ""][0];

// login throws what the server answers; NIK may be typed with spaces. shared is
// whether others use the computer too.
export async function login(nik, password, shared = false) {
  pb.authStore.shared = shared;
  await pb.collection("accounts").authWithPassword(nik.replace(/\D/g, ""), password, shared ? { query: { shared: 1 } } : {});
  await useTheirLanguage();
  watchShared();
}

// activate sets the first password with the office's one-time code.
export async function activate(nik, code, password) {
  const answer = await pb.send("/api/accounts/activate", {
    method: "POST", body: { nik: nik.replace(/\D/g, ""), code: code.trim().toUpperCase(), password },
  });
  pb.authStore.save(answer.token, answer.record);
  await useTheirLanguage();
}

export function logout(why = "") {
  const { token } = pb.authStore;
  farewell = why;
  pb.authStore.forget();
  pb.authStore.clear();
  pb.send("/api/me/logout", { method: "POST", headers: { Authorization: token } }).catch(() => {});
}

const watchShared = () => pb.authStore.shared && import("app/shared_computer.js").then(({ watch }) => watch(logout));
watchShared();

// checkLogin renews the token at the start; an account that was closed in the
// meantime is logged out, a lost connection changes nothing.
export async function checkLogin() {
  if (!pb.authStore.isValid) return;
  try {
    await pb.collection("accounts").authRefresh();
  } catch (err) {
    if (err.status === 401 || err.status === 403 || err.status === 404) pb.authStore.clear();
  }
}

let own;

// myRegister is what the village register says about the person and household:
// { resident, household }. Asked for once a visit.
export function myRegister() {
  const id = account.get()?.id;
  if (own?.id !== id) own = { id, answer: pb.send("/api/me/resident", {}) };
  own.answer.catch(() => { own = null; });
  return own.answer;
}

async function useTheirLanguage() {
  const wanted = account.get()?.language;
  if (wanted && wanted !== language.get()) await choose(wanted);
}
