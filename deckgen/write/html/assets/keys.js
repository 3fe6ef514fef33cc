// The keyboard, and clickers, which are keyboards with few keys.

const KEYS = {
  PageDown: "next",
  PageUp: "previous",
  ArrowRight: rtl ? "previous" : "next",
  ArrowLeft: rtl ? "next" : "previous",
  ArrowDown: "next",
  ArrowUp: "previous",
  " ": "next",
  Enter: "next",
  Backspace: "previous",
  Home: "first",
  End: "last",
  Escape: "leave",
  b: "black",
  ".": "black",
  w: "white",
  ",": "white",
  f: "fullscreen",
  o: "overview",
  p: "presenter",
  "?": "help",
  "+": "larger",
  "-": "smaller",
};
const OVERVIEW_KEYS = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
  Home: [-Infinity, 0],
  End: [Infinity, 0],
};

/** The number that is being typed; Enter goes to that slide. It is forgotten after a while. */
const digits = {
  text: "",
  field: document.querySelector(".digits"),
  add(digit) {
    this.set(this.text + digit);
    this.wait = setTimeout(() => this.clear(), 4000);
  },
  set(text) {
    clearTimeout(this.wait);
    this.text = this.field.textContent = text.slice(0, 4);
  },
  clear() {
    this.set("");
  },
  go() {
    const wanted = Number(this.text) - 1;
    this.clear();
    if (!slides[wanted]) return say(phrase("no_slide"));
    if (state.view === "overview") closeOverview(wanted);
    else go(wanted, 0);
  },
};

const isControl = (element) => element.closest?.("a, button, dialog, video") !== null;

/** What a key does now, or undefined: a button that has the focus keeps space and Enter, the overview the arrows. */
function actionOf({ key, shiftKey, target }) {
  if (/^\d$/.test(key)) return () => digits.add(key);
  if (key === "Enter" && digits.text) return () => digits.go();
  if ((key === " " || key === "Enter") && isControl(target)) return undefined;
  if (help.open && !["?", "Escape"].includes(key)) return undefined;
  if (state.view === "overview" && OVERVIEW_KEYS[key]) return () => moveInOverview(...mirrored(OVERVIEW_KEYS[key], key));
  if (key === " " && shiftKey) return previous;
  return actions[KEYS[key.length === 1 ? key.toLowerCase() : key]];
}

/** Home and End mean the same in either direction of writing. */
const mirrored = ([columns, rows], key) => [rtl && !key.startsWith("Arrow") ? -columns : columns, rows];

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest?.("video")) return;
  const action = actionOf(event);
  if (!action) return;
  event.preventDefault();
  action();
});
