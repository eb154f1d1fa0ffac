// Who filed a request for somebody else, and how they stand to each other.
import { t } from "app/i18n.js";

// filedFor is "" for what people file for themselves.
export function filedFor({ relation, filer_name, applicant_name }) {
  return relation ? t("family.filed_by", { filer: filer_name, relation: t(`family.relation.${relation}`).toLowerCase(), name: applicant_name }) : "";
}
