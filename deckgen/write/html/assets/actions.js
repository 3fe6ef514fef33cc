// What keys and buttons do, by name.

function toggleOverview() {
  if (state.view === "overview") closeOverview();
  else if (state.view === "stage") openOverview();
}

/** The presenter's view in a window of its own; where windows are blocked, in this one. */
function togglePresenter() {
  if (isPresenter) return;
  if (state.view === "presenter") return closePresenter();
  if (state.view === "overview") closeOverview();
  if (!openWindow()) openPresenter();
}

function toggleHelp() {
  if (help.open) return help.close();
  help.showModal();
  help.querySelector("[data-action=help]").focus({ preventScroll: true });
  help.scrollTop = 0;
}

function toggleFullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else root.requestFullscreen?.().catch(() => {});
}

const toggleBlank = (color) => blank(state.blank === color ? "" : color);

/** Out of whatever lies over the talk. */
function leave() {
  if (help.open) help.close();
  else if (digits.text) digits.clear();
  else if (state.blank) blank("");
  else if (state.view === "overview") closeOverview();
  else if (state.view === "presenter" && !isPresenter) closePresenter();
}

/** Print the slides, or each with its notes. */
function printDeck(withNotes) {
  help.close();
  root.dataset.paper = withNotes ? "notes" : "slides";
  print();
}

const actions = {
  next,
  previous,
  first,
  last,
  overview: toggleOverview,
  presenter: togglePresenter,
  fullscreen: toggleFullScreen,
  help: toggleHelp,
  black: () => toggleBlank("black"),
  white: () => toggleBlank("white"),
  print: () => printDeck(false),
  "print-notes": () => printDeck(true),
  leave,
  ...presenterActions,
};
