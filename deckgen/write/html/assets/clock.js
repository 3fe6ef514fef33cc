// The talk's time: since it began, on each slide, and against the minutes that were planned.

const STORE = `deckgen ${location.pathname}`;
const talkMinutes = Number(main.dataset.minutes || 0);
const planned = slides.filter((slide) => !slide.hidden).every((slide) => slide.minutes);

/** `spent` are milliseconds by slide id; `since` is when the last of them were counted, null while it stands. */
const timer = { spent: {}, since: null, ...stored() };

function stored() {
  try {
    return JSON.parse(sessionStorage.getItem(STORE));
  } catch {
    return null;
  }
}

/** Reckon the time since the last count to a slide. */
function count(slide) {
  const now = Date.now();
  if (timer.since !== null) timer.spent[slide.id] = spentOn(slide) + Math.max(0, now - timer.since);
  timer.since = timer.since === null ? null : now;
  try {
    sessionStorage.setItem(STORE, JSON.stringify(timer));
  } catch {
    // No room or not allowed: then the time is lost when the window is loaded anew.
  }
}

const spentOn = (slide) => timer.spent[slide.id] || 0;
const elapsed = () => Object.values(timer.spent).reduce((sum, ms) => sum + ms, 0);

function startTimer() {
  timer.since = Date.now();
}

function stopTimer() {
  count(current());
  timer.since = null;
}

function resetTimer() {
  timer.spent = {};
  if (timer.since !== null) startTimer();
  count(current());
}

/** How many milliseconds behind the plan the talk is (ahead: negative); null where not every slide has minutes. */
function behind() {
  if (!planned) return null;
  const before = slides.slice(0, state.index).filter((slide) => !slide.hidden);
  const due = before.reduce((sum, slide) => sum + slide.minutes, 0) * 60_000;
  return elapsed() - due - Math.min(spentOn(current()), current().minutes * 60_000);
}

/** Milliseconds as 4:05 or 1:04:05. */
function clockText(ms) {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] ? parts : parts.slice(1);
  return shown.map((part, place) => (place ? String(part).padStart(2, "0") : part)).join(":");
}
