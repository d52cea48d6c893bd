// Python in a worker, so that the page stays alive. Everything is loaded from the folder engine/ of this site.
// A message is a request {id, method, path, kind, body}; the answer has its id. The first message that is
// sent says that Python is ready, or why it is not.
import { loadPyodide } from "../engine/pyodide.mjs";

const home = new URL("../engine/", import.meta.url);

async function loaded(name) {
  const answer = await fetch(new URL(name, home));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.arrayBuffer();
}

function unpacked(python, archive) {
  python.unpackArchive(archive, "bztar", { extractDir: "/aidefs" });
  python.runPython("import importlib; importlib.invalidate_caches()");
}

async function begin() {
  const packages = loaded("packages.tar.bz2");
  packages.catch(() => {}); // said below, when it is waited for
  const python = await loadPyodide({ indexURL: home.href });
  unpacked(python, await packages);
  python.runPython("import sys; sys.path.insert(0, '/aidefs')");
  return { python, browser: python.pyimport("aidefs.web.browser").Browser() };
}

// What reads PDF is as large as all else: it is loaded before the form for documents, and before one is read.
let pdf;
function readerOfPdf(python) {
  pdf ??= loaded("pdf.tar.bz2").then(archive => unpacked(python, archive));
  pdf.catch(() => { pdf = undefined; }); // and is asked for again
  return pdf;
}

function needsPdf(method, path, body) {
  return /^(\/fr)?\/check\//.test(path)
    || (method === "POST" && new TextDecoder("latin1").decode(body).includes("%PDF"));
}

const ready = begin();
ready.then(
  () => postMessage({ id: 0 }),
  error => postMessage({ id: 0, fault: String(error.message || error) }),
);

onmessage = async event => {
  const { id, method, path, kind, body } = event.data;
  try {
    const { python, browser } = await ready;
    if (needsPdf(method, path, body)) await readerOfPdf(python);
    const sent = python.toPy(new Uint8Array(body));
    const told = browser.ask(method, path, sent, kind);
    const answer = {
      id, status: told.status, path: told.path, kind: told.kind, name: told.name, body: told.body.toJs(),
    };
    told.destroy();
    sent.destroy();
    postMessage(answer, [answer.body.buffer]);
  } catch (error) {
    postMessage({ id, fault: String(error.message || error).trim().split("\n").pop() });
  }
};
