"use strict";
// n and p go from change to change. Everything is there without this.
(() => {
  const stops = [...document.querySelectorAll(".stop")];
  const hint = document.querySelector(".keys");
  if (!stops.length || !hint) return;
  hint.hidden = false;
  const from = () => {
    const inside = document.activeElement.closest(".stop");
    if (inside) return stops.indexOf(inside);
    const passed = stops.filter((stop) => stop.getBoundingClientRect().top < 40);
    return passed.length - 1;
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { n: 1, p: -1 }[event.key.toLowerCase()];
    if (!step) return;
    const next = Math.min(stops.length - 1, Math.max(0, from() + step));
    stops[next].focus({ preventScroll: true });
    stops[next].scrollIntoView({ block: "start" });
    event.preventDefault();
  });
})();
