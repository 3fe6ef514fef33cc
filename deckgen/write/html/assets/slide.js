// One slide: its drawing as elements, what its build has brought so far, and its films.

const quiet = matchMedia("(prefers-reduced-motion: reduce)");

/** A slide's drawing as new elements. */
function drawn(slide) {
  const holder = document.createElement("template");
  holder.innerHTML = slide.source;
  return holder.content.firstElementChild;
}

/** Put a slide's drawing into the page, unless it is there. */
function attach(slide) {
  if (slide.frame) return;
  slide.frame = drawn(slide);
  for (const link of slide.frame.querySelectorAll("a[href]:not([href^='#'])")) {
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "noreferrer");
  }
  slide.frame.querySelectorAll("video").forEach(rewind);
  slide.element.append(slide.frame);
}

/** A film before it plays: its poster, which lies below it, and no controls. One that has played is made anew. */
function rewind(film) {
  const unplayed = film.readyState ? film.cloneNode(true) : film;
  unplayed.controls = false;
  if (unplayed !== film) film.replaceWith(unplayed);
}

/** Take it out again: what nobody sees costs no memory. */
function detach(slide) {
  slide.frame?.remove();
  slide.frame = null;
}

/** What one part of a build brings in. `part` is [node, first paragraph, last, series, effect, ms, after]. */
function partsOf(frame, [node, first, last, series]) {
  return [...frame.querySelectorAll("[data-node]")].filter(({ dataset }) => {
    if (dataset.node !== node) return false;
    if (series !== null) return Number(dataset.series) === series;
    return first === null || (Number(dataset.paragraph) >= first && Number(dataset.paragraph) <= last);
  });
}

/** The same without what stands in another one of them: a list below a point is a part of that point. */
function wholesOf(frame, part) {
  const found = partsOf(frame, part);
  return found.filter((element) => !found.some((other) => other !== element && other.contains(element)));
}

/** Show a frame as it is after so many clicks. */
function reveal(frame, build, clicks) {
  build.forEach((step, number) => {
    for (const part of step) {
      for (const element of partsOf(frame, part)) element.classList.toggle("unseen", number >= clicks);
    }
  });
}

const EFFECTS = {
  fade: [{ opacity: 0 }, { opacity: 1 }],
  wipe: [{ clipPath: "inset(-9% 100% -9% -1%)" }, { clipPath: "inset(-9% -1% -9% -1%)" }],
  "wipe-back": [{ clipPath: "inset(-9% -1% -9% 100%)" }, { clipPath: "inset(-9% -1% -9% -1%)" }],
};

/** Let what one click has brought come in: each part with the one before it, or after all before it. */
function animate(frame, step) {
  let begin = 0;
  let end = 0;
  for (const part of step) {
    const [, , , , effect, duration, after] = part;
    if (after) begin = end;
    for (const element of wholesOf(frame, part)) {
      element.animate(EFFECTS[effect], { duration, delay: begin, fill: "backwards", easing: "ease-out" });
    }
    end = Math.max(end, begin + duration);
  }
}

/** Whatever still moves in a frame is where it goes to. */
const settle = (frame) => frame.getAnimations({ subtree: true }).forEach((animation) => animation.finish());

/** An element's words without its bullets. */
function readOf(element) {
  const copy = element.cloneNode(true);
  for (const hidden of copy.querySelectorAll("[aria-hidden='true']")) hidden.remove();
  return copy.textContent;
}

/** What one click has brought, in words, for those who listen; decoration and the slide's foot are no part of it. */
const saidBy = (frame, step) =>
  step
    .flatMap((part) => wholesOf(frame, part))
    .filter((element) => !element.closest("[aria-hidden='true']"))
    .map((element) => element.getAttribute("aria-label") || readOf(element))
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();

/** Play the film that a click has reached; the others stop. `number` is -1 for none. */
function play(frame, number) {
  [...frame.querySelectorAll("video")].forEach((film, index) => {
    if (index === number) {
      film.controls = true;
      // A window that nobody has touched yet may play no sound.
      film.play().catch(({ name }) => {
        if (name !== "NotAllowedError") return;
        film.muted = true;
        film.play().catch(() => {});
      });
    } else {
      film.pause();
      if (index > number) rewind(film);
    }
  });
}
