// What the speaker sees: this slide, what comes next, the notes, the time, and the list of slides.

const panel = document.querySelector(".presenter");
const part = (name) => panel.querySelector(`[data-part="${name}"]`);
const SIZES = [0.7, 0.85, 1, 1.2, 1.45, 1.75, 2.1]; // of the size that fits the window
let size = 2;

function openPresenter() {
  state.view = root.dataset.view = "presenter";
  fillList();
  go(state.index, state.step, { history: "replace", told: true });
  tidy();
  tick();
}

function closePresenter() {
  part("picture").replaceChildren();
  part("notes").replaceChildren();
  state.view = root.dataset.view = "stage";
  tidy();
}

function fillList() {
  if (part("list").children.length) return;
  part("list").dir = root.dir;
  let section = "";
  for (const slide of slides) {
    const item = document.createElement("li");
    if (slide.part && slide.part !== section) item.dataset.section = slide.part;
    section = slide.part;
    item.append(listLink(slide));
    part("list").append(item);
  }
}

function listLink(slide) {
  const link = document.createElement("a");
  link.href = addressOf(slide.index, 0);
  link.append(numberOf(slide), labelled(slide.title, slide.element.lang));
  const about = [slide.hidden ? phrase("hidden") : "", slide.minutes ? lengthText(slide.minutes) : ""].filter(Boolean).join(", ");
  if (about) link.append(Object.assign(labelled(about, panel.lang, "small"), { dir: panel.dir }));
  return link;
}

const lengthText = (minutes) => minutes < 1 ? phrase("seconds", { number: Math.round(minutes * 60) }) : phrase("minutes", { number: minutes });

function showPlace() {
  const slide = current();
  const clicks = clicksOf(slide);
  part("now").textContent = phrase("now", { number: slide.index + 1, count: slides.length });
  part("steps").textContent = clicks ? phrase("click", { number: state.step, count: clicks }) : "";
  part("notes").replaceChildren(slide.notes ? slide.notes.content.cloneNode(true) : noNotes());
  part("notes").lang = slide.element.lang;
  part("notes").dir = slide.element.dir;
  part("notes").scrollTop = 0;
  for (const link of part("list").querySelectorAll("a")) link.removeAttribute("aria-current");
  const here = part("list").children[slide.index].firstElementChild;
  here.setAttribute("aria-current", "true");
  // Not scrollIntoView: on a small screen that would move the whole page.
  part("list").scrollTop = here.offsetTop - part("list").clientHeight / 2;
}

function noNotes() {
  return Object.assign(labelled(phrase("no_notes"), panel.lang, "p"), { className: "none", dir: panel.dir });
}

/** Draw what the next click brings: this slide a step further, or the next one. */
function showNext() {
  const within = state.step < current().build.length;
  const index = within ? state.index : neighbour(state.index, 1);
  const slide = slides[index];
  const title = slide ? labelled(slide.title, slide.element.lang) : phrase("the_end");
  const [before, after] = PHRASES.next_slide.split("{title}");
  part("next-title").replaceChildren(...(within ? [phrase("next_click")] : [before, title, after]));
  if (!slide) return part("picture").replaceChildren();
  const frame = drawn(slide);
  frame.querySelectorAll("video, a.film").forEach((film) => film.remove());
  reveal(frame, slide.build, within ? state.step + 1 : 0);
  part("picture").replaceChildren(frame);
}

const timeOfDay = (() => {
  const shown = { hour: "numeric", minute: "2-digit", numberingSystem: "latn" };
  try {
    return new Intl.DateTimeFormat(root.lang, shown);
  } catch {
    return new Intl.DateTimeFormat("en-GB", shown); // a language that the browser takes for none
  }
})();

/** The time of day as the deck's country writes it, without am and pm: who speaks knows which it is. */
function timeText(time) {
  const parts = timeOfDay.formatToParts(time).filter(({ type }) => type !== "dayPeriod");
  return parts.map(({ value }) => value).join("").trim();
}

function tick() {
  if (state.view !== "presenter") return;
  count(current());
  const spent = elapsed();
  const slide = current();
  part("clock").textContent = timeText(new Date());
  showTime("talk", spent, talkMinutes);
  showTime("slide", spentOn(slide), slide.minutes);
  part("pace").textContent = pace(behind());
  part("run").textContent = phrase(timer.since === null ? (spent ? "go_on" : "start") : "pause");
  part("away").hidden = !isPresenter || [...peers].some((peer) => !peer.closed);
}

/** A time against its minutes, where there are any: over them it says so, in words and in colour. */
function showTime(name, spent, minutes) {
  const over = minutes && spent > minutes * 60_000;
  const field = part(name);
  field.classList.toggle("over", Boolean(over));
  field.querySelector(".spent").textContent = clockText(spent);
  const planned = minutes ? phrase("of", { time: clockText(minutes * 60_000) }) : "";
  field.querySelector(".of").textContent = over ? phrase("over", { time: clockText(spent - minutes * 60_000) }) : planned;
}

/** What the plan says of the time so far. Half a minute is nothing. */
function pace(ms) {
  if (ms === null || !elapsed()) return "";
  const minutes = Math.round(Math.abs(ms) / 60_000);
  if (!minutes) return phrase("on_time");
  return phrase(ms > 0 ? "behind" : "ahead", { number: minutes });
}

/** Start the time when the talk goes on for the first time, unless it was started by hand. */
function startWithTalk({ from, same, moving }) {
  if (!moving) return; // opened at an address, or a jump
  const forward = state.index > from.index || (same && state.step > from.step);
  if (forward && timer.since === null && !elapsed()) startTimer();
}

function changeSize(by) {
  size = Math.min(Math.max(size + by, 0), SIZES.length - 1);
  part("notes").style.setProperty("--size", SIZES[size]);
}

const presenterActions = {
  run: () => (timer.since === null ? startTimer() : stopTimer()),
  reset: resetTimer,
  smaller: () => changeSize(-1),
  larger: () => changeSize(1),
  reopen: openWindow,
};

whenMoved((how) => {
  if (timer.since !== null) count(slides[how.from.index ?? state.index]);
  startWithTalk(how);
  part("blank").textContent = state.blank ? phrase(`screen_${state.blank}`) : "";
  if (state.view !== "presenter") return;
  showPlace();
  showNext();
  tick();
});
setInterval(tick, 500);
if (isPresenter) setInterval(() => tell({ hello: true }), 1000);
