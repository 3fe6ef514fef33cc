// Where the talk is, and going on from there.

const state = { index: 0, step: 0, view: "stage", blank: "" };
const live = document.querySelector(".live");
const current = () => slides[state.index];
const listeners = [];

/** Call `listener` whenever the talk has gone somewhere; what is given to it says how. */
const whenMoved = (listener) => listeners.push(listener);

/**
 * Go to a slide as it is after so many clicks. `moving` lets it come in as the deck says. `history` is how the address
 * changes ("push", "replace" or ""), `told` that another window said so.
 */
function go(index, step, { moving = false, history = "push", told = false } = {}) {
  const from = { index: state.index, step: state.step };
  state.index = Math.min(Math.max(index, 0), slides.length - 1);
  state.step = Math.min(Math.max(step, 0), clicksOf(current()));
  const same = state.index === from.index && current().frame;
  if (same) changeStep(from.step, moving);
  else changeSlide(slides[from.index], moving);
  remember(same && history ? "replace" : history);
  const how = { from, same, told, moving };
  announce(how);
  listeners.forEach((listener) => listener(how));
}

function changeStep(before, moving) {
  const { frame, build } = current();
  settle(frame);
  reveal(frame, build, state.step);
  if (moving && state.step === before + 1 && build[before] && !quiet.matches) animate(frame, build[before]);
  play(frame, state.view === "presenter" ? -1 : state.step - 1 - build.length);
}

function changeSlide(old, moving) {
  const slide = current();
  settle(main);
  attach(slide);
  reveal(slide.frame, slide.build, state.step);
  const inside = old.element.contains(document.activeElement);
  slides.forEach(({ element }) => element.classList.remove("current", "leaving"));
  slide.element.classList.add("current");
  if (inside) slide.element.focus({ preventScroll: true });
  if (old !== slide && old.frame) play(old.frame, -1);
  if (state.view === "overview") return;
  if (moving && old !== slide && state.view === "stage" && !quiet.matches) change(old, slide);
  else tidy();
}

/** Let a slide take the place of the old one as the deck says ("fade 400", "push 600", "morph 1000"). */
function change(old, slide) {
  const [name, ms] = slide.transition.split(" ");
  if (!name) return tidy();
  const options = { duration: Number(ms), easing: "ease-in-out", fill: "backwards" };
  const side = rtl ? -100 : 100;
  old.element.classList.add("leaving");
  let last;
  if (name === "push") {
    old.element.animate([{ transform: "none" }, { transform: `translateX(${-side}%)` }], options);
    last = slide.element.animate([{ transform: `translateX(${side}%)` }, { transform: "none" }], options);
  } else {
    last = slide.element.animate([{ opacity: 0 }, { opacity: 1 }], options);
  }
  last.finished.then(tidy, () => {});
}

/** Only the slide that shows is in the page, and the one that comes next, which is then there at once. */
function tidy() {
  if (state.view === "overview") return;
  // The presenter's view draws the next slide by itself. Twice in the page, it would have the same ids twice.
  const next = state.view === "stage" ? neighbour(state.index, 1) : -1;
  for (const slide of slides) {
    slide.element.classList.toggle("leaving", false);
    if (slide.index === state.index || slide.index === next) attach(slide);
    else detach(slide);
  }
}

function next() {
  if (state.blank) return blank("");
  const following = neighbour(state.index, 1);
  if (state.step < clicksOf(current())) go(state.index, state.step + 1, { moving: true });
  else if (following >= 0) go(following, 0, { moving: true });
  else say(phrase("last"));
}

/** The step before; a slide that we come back to is shown whole, as PowerPoint does. */
function previous() {
  if (state.blank) return blank("");
  const before = neighbour(state.index, -1);
  if (state.step > 0) go(state.index, state.step - 1);
  else if (before >= 0) go(before, clicksOf(slides[before]));
}

const first = () => go(neighbour(-1, 1), 0);
const last = () => go(neighbour(slides.length, -1), 0);

/** Make the screen "black" or "white", or show the slide again (""). */
function blank(color, { told = false } = {}) {
  state.blank = color;
  root.dataset.blank = color;
  say(phrase(color ? `screen_${color}` : "shown_again"));
  listeners.forEach((listener) => listener({ from: state, same: true, told }));
}

/** The address follows, so that it can be sent, and the browser's Back goes to the slide shown before. */
function remember(history) {
  const title = `${current().title} – ${deckTitle}`;
  if (history) {
    const method = history === "push" ? "pushState" : "replaceState";
    try {
      window.history[method](null, "", addressOf(state.index, state.step));
    } catch {
      // A browser that is asked too often says no; the talk goes on.
    }
  }
  document.title = title;
}

function announce({ same, from }) {
  const { frame, build } = current();
  const step = build[state.step - 1];
  if (!same) say(phrase("place", { number: state.index + 1, count: slides.length, title: current().title }));
  else if (step && state.step === from.step + 1) say(saidBy(frame, step), current().element);
}

/** Tell those who listen; `source` is what has the words' language and direction. */
function say(words, source = help) {
  Object.assign(live, { lang: source.lang, dir: source.dir, textContent: words });
}
