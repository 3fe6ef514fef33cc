// On paper: every slide, with everything its build brings.

/** Upright paper, for all pages: Firefox has one size of paper in a document, so that a named page can't have its own. */
const upright = {
  rules: document.styleSheets[document.styleSheets.length - 1],
  lay() {
    this.rules.insertRule("@page { size: A4 portrait; margin: 18mm; }", this.rules.cssRules.length);
  },
  take() {
    this.rules.deleteRule(this.rules.cssRules.length - 1);
  },
};

addEventListener("beforeprint", () => {
  settle(main);
  if (root.dataset.paper === "notes") upright.lay();
  part("picture").replaceChildren();
  for (const slide of slides.filter((one) => !one.hidden)) {
    attach(slide);
    if (root.dataset.paper === "notes" && slide.notes) slide.element.append(paperNotes(slide));
  }
});

function paperNotes(slide) {
  const made = document.createElement("div");
  made.className = "paper-notes";
  made.append(slide.notes.content.cloneNode(true));
  return made;
}

addEventListener("afterprint", () => {
  if (root.dataset.paper === "notes") upright.take();
  delete root.dataset.paper;
  main.querySelectorAll(".paper-notes").forEach((notes) => notes.remove());
  if (state.view === "overview") return;
  tidy();
  if (state.view === "presenter") showNext();
});
