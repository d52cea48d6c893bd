// What the program in a browser answers, told by node: node engine.mjs PYODIDE REQUESTS ARCHIVE…
// REQUESTS is a file of JSON, a list of [method, path, body in base64, media type]; what is written is a list of
// [status, path, media type, file name, SHA-256 of the body], and the seconds of processor time of each.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [pyodide, requests, ...archives] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`));
const seconds = () => Object.values(process.cpuUsage()).reduce((a, b) => a + b) / 1e6;

const python = await loadPyodide({ indexURL: `${pyodide}/` });
for (const archive of archives) {
  python.unpackArchive(new Uint8Array(readFileSync(archive)).buffer, "bztar", { extractDir: "/aidefs" });
}
python.runPython("import sys; sys.path.insert(0, '/aidefs')");
const browser = python.pyimport("aidefs.web.browser").Browser();
const spent = [seconds()];
const answers = JSON.parse(readFileSync(requests, "utf8")).map(([method, path, body, kind]) => {
  const told = browser.ask(method, path, python.toPy(new Uint8Array(Buffer.from(body, "base64"))), kind);
  const digest = createHash("sha256").update(told.body.toJs()).digest("hex");
  spent.push(seconds());
  return [told.status, told.path, told.kind, told.name, digest];
});
console.log(JSON.stringify({ answers, spent }));
