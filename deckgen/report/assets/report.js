"use strict";
// The page shows its first decks without this; with it, all of them, a hundred at a time.
(() => {
  const decks = JSON.parse(document.getElementById("decks").textContent);
  const body = document.querySelector("#all tbody");
  const find = document.getElementById("find");
  const only = document.getElementById("only");
  const order = document.getElementById("order");
  const [back, on] = document.querySelectorAll(".pages button");
  const told = document.getElementById("shown");
  const PAGE = 100;
  let page = 0;

  // deck, name, audience, status, seconds, slides, bytes, messages: as deckgen/report/page.py writes them.
  const orders = {
    first: () => 0,
    slow: (a, b) => b[4] - a[4],
    large: (a, b) => b[6] - a[6],
    name: (a, b) => a[1].localeCompare(b[1]),
  };

  const cell = (words, kind) => {
    const made = document.createElement("td");
    made.textContent = words;
    if (kind) made.className = kind;
    return made;
  };

  const row = (deck) => {
    const made = document.createElement("tr");
    const bad = ["failed", "refused", "left out"].includes(deck[3]);
    made.append(
      cell(deck[1]), cell(deck[2]), cell(deck[3], bad ? "bad" : ""), cell((deck[4] * 1000).toFixed(1), "number"),
      cell(deck[5], "number"), cell(Math.round(deck[6] / 1024).toLocaleString("en-GB"), "number"),
    );
    const said = document.createElement("td");
    if (deck[7].length) {
      const list = document.createElement("ul");
      for (const message of deck[7]) {
        const item = document.createElement("li");
        item.textContent = message;
        list.append(item);
      }
      said.append(list);
    }
    made.append(said);
    return made;
  };

  const show = () => {
    const wanted = find.value.trim().toLowerCase();
    const found = decks.filter((deck) =>
      (!only.value || deck[3] === only.value) &&
      (!wanted || deck.slice(0, 4).concat(deck[7]).some((words) => String(words).toLowerCase().includes(wanted))));
    if (order.value !== "first") found.sort(orders[order.value]);
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    page = Math.min(Math.max(0, page), pages - 1);
    body.replaceChildren(...found.slice(page * PAGE, (page + 1) * PAGE).map(row));
    back.disabled = page === 0;
    on.disabled = page === pages - 1;
    told.textContent = `${found.length.toLocaleString("en-GB")} of ${decks.length.toLocaleString("en-GB")} decks, page ${page + 1} of ${pages}`;
  };

  const anew = () => { page = 0; show(); };
  find.addEventListener("input", anew);
  only.addEventListener("change", anew);
  order.addEventListener("change", anew);
  back.addEventListener("click", () => { page -= 1; show(); });
  on.addEventListener("click", () => { page += 1; show(); });
  document.documentElement.classList.add("js");
  show();
})();
