// Who is using the page. The token is kept on the device until they log out.
import { pb } from "app/api.js";
import { store } from "app/store.js";
import { choose, language } from "app/i18n.js";

export const account = store(pb.authStore.isValid ? pb.authStore.record : null);

pb.authStore.onChange((token, record) => account.set(pb.authStore.isValid ? record : null));

// login throws what the server answers; NIK may be typed with spaces.
export async function login(nik, password) {
  await pb.collection("accounts").authWithPassword(nik.replace(/\D/g, ""), password);
  await useTheirLanguage();
}

// activate sets the first password with the office's one-time code.
export async function activate(nik, code, password) {
  const answer = await pb.send("/api/accounts/activate", {
    method: "POST", body: { nik: nik.replace(/\D/g, ""), code: code.trim().toUpperCase(), password },
  });
  pb.authStore.save(answer.token, answer.record);
  await useTheirLanguage();
}

export function logout() {
  pb.authStore.clear();
}

// checkLogin renews the token at the start; an account that was closed in the
// meantime is logged out, a lost connection changes nothing.
export async function checkLogin() {
  if (!pb.authStore.isValid) return;
  try {
    await pb.collection("accounts").authRefresh();
  } catch (err) {
    if (err.status === 401 || err.status === 403 || err.status === 404) logout();
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
