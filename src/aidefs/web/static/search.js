// Search over the texts of a site of files; every text stands on the page as well, for browsers without scripts.
const form = document.getElementById("search");
const hits = document.getElementById("hits");
const beside = 60;

function folded(text) {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");
}

function show(texts, words) {
  const wanted = folded(words).trim();
  const list = document.createElement("ul");
  for (const one of wanted ? texts : []) {
    const text = one.text.replace(/\s+/g, " ");
    const at = folded(text).indexOf(wanted);
    if (at < 0) continue;
    const item = document.createElement("li");
    const link = document.createElement("a");
    const quote = document.createElement("q");
    const mark = document.createElement("mark");
    link.href = form.dataset.page.replace("index.html", "") + encodeURIComponent(one.id) + "/index.html";
    link.textContent = one.label;
    quote.lang = one.lang;
    mark.textContent = text.slice(at, at + wanted.length);
    quote.append((at > beside ? "…" : "") + text.slice(Math.max(0, at - beside), at), mark,
      text.slice(at + wanted.length, at + wanted.length + beside));
    item.append(link, " ", quote);
    list.append(item);
  }
  hits.replaceChildren(list.children.length ? list : document.createTextNode(wanted ? form.dataset.none : ""));
}

if (form) {
  const texts = await (await fetch(form.dataset.index)).json();
  form.hidden = false;
  form.addEventListener("submit", event => {
    event.preventDefault();
    show(texts, form.elements.q.value);
  });
  form.elements.q.addEventListener("input", () => show(texts, form.elements.q.value));
}
