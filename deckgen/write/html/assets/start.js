// Begin: at the address's slide, else at the first.

function goToAddress() {
  const found = placeOf(location.hash);
  if (found) go(...found, { history: "replace" });
  else if (!current().frame) go(Math.max(0, neighbour(-1, 1)), 0, { history: "replace" });
}

addEventListener("popstate", () => {
  const found = placeOf(location.hash);
  if (!found) return;
  if (state.view === "overview") closeOverview();
  go(...found, { history: "" });
});

root.dataset.view = state.view;
if (slides.length) {
  goToAddress();
  if (isPresenter) openPresenter();
  else wake();
}
document.fonts.forEach((face) => face.load().catch(() => {}));
