// The deck as the page holds it: its slides in order, and the addresses of their steps.

const root = document.documentElement;
const main = document.querySelector("main");
const deckTitle = document.querySelector("h1").textContent;
const rtl = root.dir === "rtl";
const help = document.querySelector("dialog");

/** A phrase of the page's own, with what belongs in its braces. */
const phrase = (name, values = {}) => PHRASES[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);

/** The slides. `source` is a slide's drawing as text: it becomes elements only while it is needed. */
const slides = [...main.querySelectorAll(".slide")].map((element, index) => {
  const { build, films, minutes, transition, part, title } = element.dataset;
  return {
    element,
    index,
    id: element.id,
    title: title || element.getAttribute("aria-label"),
    hidden: element.classList.contains("skipped"),
    part: part || "",
    minutes: Number(minutes || 0),
    transition: transition || "",
    build: JSON.parse(build || "[]"),
    films: Number(films || 0),
    source: element.querySelector("noscript").textContent,
    notes: element.querySelector("template"),
    frame: null,
  };
});
const indexOf = new Map(slides.map((slide) => [slide.id, slide.index]));

/** Words in their language, as an element. */
function labelled(text, language, tag = "span") {
  return Object.assign(document.createElement(tag), { textContent: text, lang: language, dir: "auto" });
}

const numberOf = (slide) => Object.assign(document.createElement("b"), { textContent: slide.index + 1 });

/** How many clicks a slide takes: those of its build, then one for each film. */
const clicksOf = (slide) => slide.build.length + slide.films;

/** The next slide in a direction that the talk shows, or -1. A hidden one is only shown to who asks for it. */
function neighbour(index, direction) {
  let found = index + direction;
  while (slides[found]?.hidden) found += direction;
  return slides[found] ? found : -1;
}

/** The address of a slide after so many clicks: #id, #id/2; its number where that would be another slide's id. */
function addressOf(index, step) {
  const id = slides[index].id;
  if (!step) return `#${encodeURI(id)}`;
  return indexOf.has(`${id}/${step}`) ? `#${index + 1}/${step}` : `#${encodeURI(id)}/${step}`;
}

/** What an address means: [index, step], or null. Slides are known by their id or their number from 1. */
function placeOf(address) {
  const name = decoded(address.replace(/^#/, ""));
  const found = slideNamed(name);
  if (found !== null) return [found, 0];
  const [, before, step] = /^(.*)\/(\d+)$/.exec(name) || [];
  const slide = before ? slideNamed(before) : null;
  return slide === null ? null : [slide, Number(step)];
}

function slideNamed(name) {
  if (indexOf.has(name)) return indexOf.get(name);
  const number = /^\d+$/.test(name) ? Number(name) - 1 : -1;
  return slides[number] ? number : null;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
