// Which officer is at the desk. The login stands beside a resident's in the same
// browser, see app/api.js.
import { pb } from "app/api.js";
import { store } from "app/store.js";
import { choose, language } from "app/i18n.js";

export const officer = store(pb.authStore.isValid ? pb.authStore.record : null);

pb.authStore.onChange(() => officer.set(pb.authStore.isValid ? pb.authStore.record : null));

// A session that has ended, or a term of office, ends here too; the login says
// why, once. A password that the admin has just set is asked for at once.
let farewell = "";
pb.afterSend = (response, data) => {
  if (!pb.authStore.token) return data;
  const told = data?.key === "account.session_ended" || data?.key?.startsWith("officer.term_");
  if (response.status === 401 || told) {
    if (told) farewell = data.message;
    pb.authStore.clear();
  } else if (data?.key === "account.change_password" && !officer.get()?.change_password) {
    checkLogin();
  }
  return data;
};
export const takeFarewell = () => [farewell, farewell = ""][0];

const asked = (shared) => (shared ? { shared: 1 } : {});

// login throws what the server answers. It gives the name of the second step,
// for sendCode and loginWithCode, or "" when the officer is in. shared is whether
// others use the computer too.
export async function login(username, password, shared = false) {
  pb.authStore.shared = shared;
  try {
    await pb.collection("officers").authWithPassword(username.trim().toLowerCase(), password, { query: asked(shared) });
  } catch (err) {
    if (err.response?.mfaId) return err.response.mfaId;
    throw err;
  }
  await settle();
  return "";
}

// sendCode mails a code: { otp, to }, where to shows which mailbox.
export const sendCode = (mfa) => pb.send("/api/officers/login-code", { method: "POST", body: { mfa } });

export async function loginWithCode(mfa, otp, code, shared) {
  pb.authStore.shared = shared;
  await pb.collection("officers").authWithOTP(otp, code.replace(/\D/g, ""), { query: { mfaId: mfa, ...asked(shared) } });
  await settle();
}

async function settle() {
  const wanted = officer.get()?.language;
  if (wanted && wanted !== language.get()) await choose(wanted);
  watchShared();
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

// checkLogin renews the token at the start; an officer who was let go in the
// meantime is logged out, a lost connection changes nothing.
export async function checkLogin() {
  if (!pb.authStore.isValid) return;
  try {
    await pb.collection("officers").authRefresh();
  } catch (err) {
    if ([401, 403, 404].includes(err.status)) pb.authStore.clear();
  }
}

// keepOwn saves the officer's own settings: phone, language.
export const keepOwn = (fields, options) => pb.collection("officers").update(officer.get().id, fields, options);
