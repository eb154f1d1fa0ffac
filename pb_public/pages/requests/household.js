// The family card that the answers of a request speak of: that of the person it
// is for, which for a carer's is not the carer's own.
import { pb } from "app/api.js";
import { myRegister } from "app/session.js";

export async function householdOf(request) {
  if (request.relation === "carer") {
    const { items } = await pb.send("/api/requests/applicants", {});
    return items.find(({ id }) => id === request.resident)?.household ?? [];
  }
  return (await myRegister()).household ?? [];
}
