// Mouse and touch: a click goes on, a swipe turns, and what is said with two fingers is the browser's.

const FAR = 48; // a shorter way is no swipe (pixels)
let finger = null;
let asleep = 0;

const zoomed = () => (window.visualViewport?.scale ?? 1) > 1.01;
const forward = rtl ? previous : next;
const backward = rtl ? next : previous;

/** Show the toolbar and the pointer for a while. */
function wake() {
  root.classList.add("awake");
  clearTimeout(asleep);
  asleep = setTimeout(() => root.classList.remove("awake"), 2500);
}

/** A tap near a side turns to that side; in the middle it shows the toolbar. */
function tap(x) {
  if (x < innerWidth / 3) backward();
  else if (x > (innerWidth * 2) / 3) forward();
  else wake();
}

main.addEventListener("click", (event) => {
  if (state.view !== "stage" || event.button !== 0) return;
  const link = event.target.closest("a");
  if (link) return follow(event, link);
  if (event.target.closest("video")?.controls || zoomed() || String(getSelection())) return;
  if (event.pointerType === "touch") tap(event.clientX);
  else next();
});

/** A link to another slide goes there as the talk goes; others are the browser's. */
function follow(event, link) {
  const address = link.getAttribute("href");
  const place = address.startsWith("#") ? placeOf(address) : null;
  if (!place) return;
  event.preventDefault();
  go(...place, { moving: true });
}

main.addEventListener(
  "touchstart",
  ({ touches, target }) => {
    const alone = touches.length === 1 && !zoomed() && !target.closest("video")?.controls;
    finger = alone ? { x: touches[0].clientX, y: touches[0].clientY } : null;
  },
  { passive: true },
);
main.addEventListener("touchmove", ({ touches }) => touches.length > 1 && (finger = null), { passive: true });
main.addEventListener("touchcancel", () => (finger = null));
main.addEventListener(
  "touchend",
  ({ changedTouches, touches }) => {
    if (!finger || touches.length || state.view !== "stage") return;
    const across = changedTouches[0].clientX - finger.x;
    const down = changedTouches[0].clientY - finger.y;
    finger = null;
    if (Math.abs(across) < FAR || Math.abs(across) < 2 * Math.abs(down)) return;
    if (across < 0) forward();
    else backward();
  },
  { passive: true },
);

addEventListener("pointermove", ({ pointerType }) => pointerType === "mouse" && wake());

// Buttons. One that was clicked with the mouse gives the focus back, so that the space bar goes on with the talk.
addEventListener("click", ({ target, detail }) => {
  const button = target.closest?.("[data-action]");
  if (!button) return;
  actions[button.dataset.action]();
  if (detail && button.isConnected) button.blur();
});

panel.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link) return;
  const place = link.closest("ol") ? placeOf(link.getAttribute("href")) : null;
  if (!place) return link.setAttribute("target", "_blank");
  event.preventDefault();
  go(...place);
});
