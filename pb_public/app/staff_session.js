// Which officer is at the desk. The login stands beside a resident's in the same
// browser, see app/api.js.
import { pb } from "app/api.js";
import { store } from "app/store.js";
import { choose, language } from "app/i18n.js";

export const officer = store(pb.authStore.isValid ? pb.authStore.record : null);

pb.authStore.onChange(() => officer.set(pb.authStore.isValid ? pb.authStore.record : null));

// A token that no longer holds ends the login; what was typed stays in the page.
pb.afterSend = (response, data) => {
  if (response.status === 401 && pb.authStore.token) logout();
  return data;
};

// login throws what the server answers.
export async function login(username, password) {
  await pb.collection("officers").authWithPassword(username.trim().toLowerCase(), password);
  const wanted = officer.get()?.language;
  if (wanted && wanted !== language.get()) await choose(wanted);
}

export function logout() {
  pb.authStore.clear();
}

// checkLogin renews the token at the start; an officer who was let go in the
// meantime is logged out, a lost connection changes nothing.
export async function checkLogin() {
  if (!pb.authStore.isValid) return;
  try {
    await pb.collection("officers").authRefresh();
  } catch (err) {
    if ([401, 403, 404].includes(err.status)) logout();
  }
}

// keepOwn saves the officer's own settings: phone, language.
export const keepOwn = (fields) => pb.collection("officers").update(officer.get().id, fields);
