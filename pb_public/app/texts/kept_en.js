// What the keeper of forms says (app/kept.js).
export default {
  "kept.line": "We kept what you typed.",
  "kept.discard": "Discard it and start again",
};
