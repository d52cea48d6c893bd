// The explorer in this browser: a worker has Python, and what it answers is shown in this page. The address
// of a state is that of this page with the path behind "#"; what is pasted or sent has none, as on a server.
const shown = document.getElementById("engine");
const told = document.getElementById("engine-told");
const stop = document.getElementById("engine-stop");
const words = shown.dataset;
const root = new URL(words.page.replace(/index\.html$/, ""), location.href); // the first page in this language
const lang = words.lang; // "" or "/fr", as the paths of the program begin
const answered = /^\/(compare|draft|check|definitions)\//; // by the program; all else is a file of the site
const patience = 3000; // milliseconds until a reader may want to end it

let worker, waiting, ready, late;
let number = 0; // of requests
let asked = ""; // path of the page that is shown, "" where it answers a form that was sent

// --- the worker ---------------------------------------------------------------------------------

function begin() {
  waiting = new Map();
  ready = false;
  worker = new Worker(new URL("engine-worker.js", import.meta.url), { type: "module" });
  worker.onmessage = event => heard(event.data);
  worker.onerror = event => tell(`${words.failed} ${event.message || ""}`);
  tell(words.loading);
}

function heard(answer) {
  const { id, fault } = answer;
  if (id === 0) ready = !fault;
  waiting.get(id)?.(answer);
  waiting.delete(id);
  if (fault) tell(`${words.failed} ${fault}`);
  else if (waiting.size) wait();
  else tell("");
}

function ask(request) {
  const id = ++number;
  worker.postMessage({ id, kind: "", body: new ArrayBuffer(0), ...request, path: lang + request.path });
  wait();
  return new Promise(resolve => waiting.set(id, resolve));
}

function wait() {
  tell(ready ? words.busy : words.loading);
  late = setTimeout(() => { stop.hidden = !ready; }, patience);
}

function tell(text) {
  clearTimeout(late);
  told.textContent = text;
  stop.hidden = true;
}

stop.addEventListener("click", () => {
  worker.terminate(); // nothing else ends what it is doing
  begin();
});

// --- what is shown ------------------------------------------------------------------------------

async function show(request) {
  const answer = await ask(request);
  if (answer.fault) return;
  if (answer.name) return keep(answer);
  const page = new DOMParser().parseFromString(new TextDecoder().decode(answer.body), "text/html");
  if (request.method === "GET") {
    asked = without(answer.path);
    history.replaceState(null, "", `#${asked}`); // an address can lead to another one
  } else {
    asked = "";
    history.pushState(null, "", location.href); // so that "back" leads to the form
  }
  document.title = page.title;
  document.body.className = page.body.className;
  for (const link of page.querySelectorAll('main a[href^="/"]')) {
    const path = without(link.getAttribute("href"));
    link.setAttribute("href", answered.test(path) ? `#${path}` : new URL(filed(path), root).href);
  }
  for (const code of page.querySelectorAll("main code.address")) {
    code.textContent = `${location.href.replace(/#.*/, "")}#${without(code.textContent)}`;
  }
  for (const other of document.querySelectorAll("a.language")) other.hash = location.hash;
  shown.replaceChildren(...page.querySelector("main").childNodes);
  scrollTo({ top: 0, behavior: "instant" });
  document.getElementById("content").focus({ preventScroll: true });
}

function without(path) {
  return lang && path.startsWith(`${lang}/`) ? path.slice(lang.length) : path;
}

function filed(path) {
  const [, way, behind] = path.match(/^\/([^#?]*)(.*)$/);
  return (way.endsWith("/") || !way ? `${way}index.html` : way) + behind;
}

function keep(answer) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([answer.body], { type: answer.kind }));
  link.download = answer.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// --- what a reader does -------------------------------------------------------------------------

function go() {
  const path = location.hash.slice(1) || "/compare/";
  if (path.startsWith("/") && path !== asked) {
    asked = path;
    show({ method: "GET", path });
  }
}

shown.addEventListener("click", event => {
  const address = event.target.closest("a")?.getAttribute("href") || "";
  if (event.target.closest("a[download]") ? address.startsWith("#/") : address === location.hash) {
    event.preventDefault();
    show({ method: "GET", path: address.slice(1) });
  } else if (/^#[^/]/.test(address)) {
    event.preventDefault(); // a place in this page, which is no address here
    document.getElementById(address.slice(1))?.scrollIntoView();
  }
});

shown.addEventListener("submit", async event => {
  event.preventDefault();
  const data = new FormData(event.target, event.submitter);
  const action = event.submitter?.getAttribute("formaction") || event.target.getAttribute("action");
  if (event.target.method === "get") {
    location.hash = `#${without(action)}?${new URLSearchParams([...data].filter(([, value]) => value))}`;
  } else {
    const sent = new Request(location.href, { method: "POST", body: data }); // it is sent to nobody
    const body = await sent.arrayBuffer();
    show({ method: "POST", path: without(action), kind: sent.headers.get("content-type"), body });
  }
});

addEventListener("popstate", go);
addEventListener("hashchange", go);
document.getElementById("engine-needs").remove();
begin();
go();
