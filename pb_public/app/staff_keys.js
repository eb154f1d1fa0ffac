// Keys of the desk. They are silent while somebody types, in a dialog, and
// together with Ctrl, Alt or Meta, which belong to the browser.

// keys takes { "j": function, … } and returns the function that unbinds them. A
// function that answers false leaves the key to the browser.
export function keys(bindings) {
  const press = (event) => {
    const act = bindings[event.key];
    if (!act || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
    if (act(event) !== false) event.preventDefault();
  };
  document.addEventListener("keydown", press);
  return () => document.removeEventListener("keydown", press);
}

function isTyping(target) {
  if (document.querySelector("dialog[open]")) return true;
  if (target.matches?.("input[type=checkbox], input[type=radio]")) return false;
  return Boolean(target.closest?.("input, textarea, select, [contenteditable]"));
}
