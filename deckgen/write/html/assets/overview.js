// All slides at once, to find one.

/** Slides are drawn when they come near the window, and forgotten when they have gone. */
const watcher = new IntersectionObserver(
  (entries) => {
    if (state.view !== "overview") return;
    for (const { target, isIntersecting } of entries) {
      const slide = slides[indexOf.get(target.id)];
      if (isIntersecting) attach(slide);
      else detach(slide);
      if (slide.frame) slide.frame.inert = true;
    }
  },
  { rootMargin: "50%" },
);

const shown = () => slides.filter((slide) => !slide.hidden || slide === current());

function openOverview() {
  state.view = root.dataset.view = "overview";
  settle(main);
  for (const slide of shown()) {
    slide.opener ||= opener(slide);
    slide.element.prepend(slide.opener);
    watcher.observe(slide.element);
  }
  current().opener.setAttribute("aria-current", "true");
  current().element.scrollIntoView({ block: "center" });
  current().opener.focus({ preventScroll: true });
  say(phrase("moving"));
}

/** Back to the talk, at the slide of this index or where it was. */
function closeOverview(index = state.index) {
  watcher.disconnect();
  for (const slide of slides) {
    slide.opener?.removeAttribute("aria-current");
    slide.opener?.remove();
    if (slide.frame) slide.frame.inert = false;
  }
  state.view = root.dataset.view = "stage";
  if (index === state.index) go(index, state.step, { history: "" });
  else go(index, 0);
  tidy();
  current().element.focus({ preventScroll: true });
}

/** The link that a slide is opened by; it covers the slide. */
function opener(slide) {
  const link = document.createElement("a");
  link.className = "opener";
  link.href = addressOf(slide.index, 0);
  link.append(numberOf(slide), labelled(slide.title, slide.element.lang));
  link.addEventListener("click", (event) => {
    event.preventDefault();
    event.stopPropagation();
    closeOverview(slide.index);
  });
  return link;
}

/** Move among the slides by `columns` and `rows`. */
function moveInOverview(columns, rows) {
  const all = shown();
  const at = all.findIndex(({ opener }) => opener === document.activeElement);
  const top = all[0].element.offsetTop;
  const perRow = all.filter(({ element }) => element.offsetTop === top).length;
  const wanted = at + (rtl ? -columns : columns) + rows * perRow;
  const found = all[Math.min(Math.max(wanted, 0), all.length - 1)];
  found.opener.focus();
  found.element.scrollIntoView({ block: "nearest" });
}
