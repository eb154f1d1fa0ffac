// How a report stands: colour, sign and word, never colour alone. Red says what
// is late, whatever its state; the other words are the state's.
import { t } from "app/i18n.js";
import { badge } from "ui/badge.js";

export const colours = ["red", "yellow", "green", "grey"];

const kinds = { red: "bad", yellow: "warn", green: "good", grey: "calm" };
const signs = { red: "triangle-alert", yellow: "hourglass", green: "circle-check", grey: "clock" };
const stateSigns = { forwarded: "send", refused: "ban", duplicate: "users" };

export const sign = (colour, state) => (colour === "red" ? signs.red : stateSigns[state] ?? signs[colour]);

// word is "Terlambat", or the state in words.
export const word = (colour, state) => (colour === "red" ? t("report_feed.late") : t(`report_feed.state.${state}`));

export const standing = ({ colour, state }) => badge(kinds[colour], word(colour, state), sign(colour, state));
