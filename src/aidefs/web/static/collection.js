// Facets that combine, and words, in a site of files: the list that a server would make, from an index of all
// texts. The choice stands behind "#" in the address. Without scripts each value is a page of its own.
const nav = document.querySelector("nav.facets");
const form = document.getElementById("words");
const body = document.querySelector("table.list tbody");
const clear = nav.querySelector("a.clear");
const heads = [...document.querySelectorAll("table.list thead th")].map(head => head.textContent);
const { main, names, rows } = await (await fetch(nav.dataset.index)).json();
const facets = names[document.documentElement.lang];
const home = nav.dataset.page.replace("index.html", "");

function folded(text) {
  return text.normalize("NFKC").toLowerCase();
}

// --- the choice ---------------------------------------------------------------------------------

function pageChoice() { // of a page that lists one value
  const tags = nav.querySelectorAll("details[open] a[aria-current]");
  return new URLSearchParams([...tags].map(tag => [tag.closest("details").dataset.facet, tag.dataset.value]));
}

function addressOf(choice) {
  return `#${choice.toString() || "all"}`;
}

function toggled(choice, facet, value) {
  const kept = [...choice].filter(([name, one]) => name !== facet || one !== value);
  return new URLSearchParams(choice.getAll(facet).includes(value) ? kept : [...kept, [facet, value]]);
}

function chosenIn(choice, facet) {
  const values = choice.getAll(facet);
  return facet === "term" && !values.length ? [main] : values;
}

function fits(row, choice, except) {
  const words = folded(choice.get("words") || "").split(/\s+/);
  const text = folded(`${row.name} ${row.title} ${row.text}`);
  return words.every(word => text.includes(word)) && Object.keys(facets).every(facet => {
    const wanted = chosenIn(choice, facet);
    return facet === except || !wanted.length || wanted.some(value => row.values[facet].includes(value));
  });
}

// --- the page -----------------------------------------------------------------------------------

function made(name, given = {}, ...content) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(given)) element.setAttribute(key, value);
  element.append(...content);
  return element;
}

function called(facet, value) {
  return facets[facet].find(([one]) => one === value)?.[1] || value || "—";
}

function line(row) {
  const link = made("a", { href: `${home}${encodeURIComponent(row.id)}/index.html` }, row.name);
  const [place, status, lang, verified] = ["jurisdiction", "status", "lang", "verified"].map(
    facet => called(facet, row.values[facet][0]));
  const state = made("span", { class: `status s-${row.values.status[0].replace(/ /g, "-")}` }, status);
  const cells = [place, row.days[document.documentElement.lang], state, lang, verified];
  return made("tr", {}, made("th", { scope: "row" }, link, made("small", {}, row.title)),
    ...cells.map((cell, n) => made("td", { "data-head": heads[n + 1] }, cell)));
}

function list(choice, facet) {
  const among = rows.filter(row => fits(row, choice, facet));
  return facets[facet].flatMap(([value, name]) => {
    const number = among.filter(row => row.values[facet].includes(value)).length;
    const current = chosenIn(choice, facet).includes(value);
    if (!number && !current) return [];
    const link = made("a", { href: addressOf(toggled(choice, facet, value)), "data-value": value }, name);
    if (current) link.setAttribute("aria-current", "true");
    return [made("li", {}, link, " ", made("span", { class: "number" }, String(number)))];
  });
}

function show(choice) {
  const { value } = document.activeElement.dataset; // of the link that was followed, which is made anew
  const facet = document.activeElement.closest("details")?.dataset.facet;
  for (const part of nav.querySelectorAll("details")) {
    part.querySelector("ul").replaceChildren(...list(choice, part.dataset.facet));
    if (part.dataset.facet === facet) {
      [...part.querySelectorAll("a")].find(link => link.dataset.value === value)?.focus();
    }
  }
  const found = rows.filter(row => fits(row, choice));
  const total = rows.filter(row => chosenIn(choice, "term").some(term => row.values.term.includes(term))).length;
  const tags = [...choice].map(([name, one]) =>
    made("span", { class: "tag" }, name === "words" ? `“${one}”` : called(name, one)));
  const count = nav.dataset.count.replace("{found}", found.length).replace("{total}", total);
  const parts = tags.flatMap(tag => [" ", tag]);
  document.getElementById("found").replaceChildren(made("strong", {}, count), ...parts);
  body.replaceChildren(...found.map(line));
  clear.hidden = ![...choice].length;
  form.elements.words.value = choice.get("words") || "";
}

const first = pageChoice();

function choiceNow() {
  return new URLSearchParams(location.hash ? location.hash.slice(1).replace(/^all$/, "") : first);
}

function go() {
  show(choiceNow());
}

form.addEventListener("submit", event => {
  event.preventDefault();
  const choice = choiceNow();
  choice.delete("words");
  if (form.elements.words.value.trim()) choice.set("words", form.elements.words.value.trim());
  location.hash = addressOf(choice);
});
clear.href = "#all";
form.hidden = false;
addEventListener("hashchange", go);
go();
