// On paper: every slide, with everything its build brings.

addEventListener("beforeprint", () => {
  settle(main);
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
  delete root.dataset.paper;
  main.querySelectorAll(".paper-notes").forEach((notes) => notes.remove());
  if (state.view === "overview") return;
  tidy();
  if (state.view === "presenter") showNext();
});
