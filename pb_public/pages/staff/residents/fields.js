// What the register holds of a person, in the order of a family card. kind says
// how a value is shown and asked for; masked ones are in full on request only.
// What is not correctable follows from an event.

const text = (name, more) => ({ name, kind: "text", ...more });
const table = (name, more) => ({ name, kind: "table", ...more });
const date = (name, more) => ({ name, kind: "day", ...more });
const masked = { masked: true };
const byEvent = { byEvent: true };

export const parts = [
  { key: "person", fields: [text("name"), text("nik", { masked: true, inputmode: "numeric" }), text("birth_place"), date("birth_date"), table("sex"),
    table("religion"), table("marital_status"), table("occupation"), table("education"), table("studying"), table("citizenship"), table("blood_type"), text("ethnicity")] },
  { key: "living", fields: [text("address"), text("hamlet_name", byEvent), text("current_address"), text("phone", { masked: true, inputmode: "tel" }),
    table("residency", byEvent), table("life_status", byEvent), table("family_role", byEvent), text("kk", { ...byEvent, ...masked })] },
  { key: "parents", fields: [text("father_name"), text("father_nik", { masked: true, inputmode: "numeric" }), text("mother_name"), text("mother_nik", { masked: true, inputmode: "numeric" })] },
  { key: "papers", fields: [text("birth_certificate"), text("marriage_certificate"), date("married_on"), { name: "marriage_registered", kind: "flag" },
    text("divorce_certificate"), date("divorced_on"), table("id_card"), table("id_card_status"), text("tag_id", masked),
    text("passport", masked), date("passport_until"), text("stay_permit", masked)] },
  { key: "custom", fields: [table("krama_status"), text("customary_village"), text("customary_hamlet")] },
  { key: "care", fields: [table("insurance"), text("insurance_number", masked), table("disability", { hidden: true }),
    table("contraception", { hidden: true }), { name: "pregnant", kind: "flag", hidden: true, women: true }] },
];
