// How a state of life is called: "hidup", "meninggal", "pindah" …
import { t } from "app/i18n.js";

const states = ["hidup", "mati", "pindah", "hilang", "pergi", "tidak valid"];

export const lifeStatus = (state) => (states.includes(state) ? t(`desk.life.${state.replace(" ", "_")}`) : state);
