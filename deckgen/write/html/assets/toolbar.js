// The toolbar's own account of where the talk is.

const place = document.querySelector(".toolbar .place");
const progress = document.querySelector(".progress");

whenMoved(() => {
  place.textContent = `${state.index + 1} / ${slides.length}`;
  const shownNow = slides.filter((slide) => !slide.hidden);
  const before = shownNow.filter((slide) => slide.index < state.index).length;
  const within = state.step / (clicksOf(current()) + 1);
  progress.style.transform = `scaleX(${shownNow.length > 1 ? Math.min(1, (before + within) / (shownNow.length - 1)) : 1})`;
});
for (const button of document.querySelectorAll("[data-action=fullscreen]")) button.hidden = !document.fullscreenEnabled;

// From right to left: forward is to the left, in the toolbar, on the keyboard and in the help.
if (rtl) {
  document.querySelector(".toolbar").dir = "rtl";
  for (const key of document.querySelectorAll("kbd[data-key]")) key.textContent = key.dataset.key === "next" ? "←" : "→";
}
