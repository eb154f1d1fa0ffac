// Sending a file with progress, which fetch cannot report.
import { pb } from "app/api.js";
import { language } from "app/i18n.js";

// upload creates a document: fields are { name, kind, expires_on, resident? }.
// onprogress gets 0…1. Rejects with what readFault reads; give the same id again
// to repeat safely.
export function upload(file, fields, onprogress = () => {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value) form.append(name, value);
  form.append("file", file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/collections/documents/records");
    request.setRequestHeader("Authorization", pb.authStore.token);
    request.setRequestHeader("Accept-Language", language.get());
    request.responseType = "json";
    request.upload.onprogress = (event) => event.lengthComputable && onprogress(event.loaded / event.total);
    request.onload = () => (request.status < 300 ? resolve(request.response)
      : reject({ status: request.status, response: { status: request.status, ...request.response } }));
    request.onerror = () => reject(new TypeError("connection lost"));
    request.send(form);
  });
}
