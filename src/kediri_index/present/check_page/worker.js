// Python, the libraries and the program, away from the page so that it answers while they work.
// Nothing is fetched: what Pyodide asks for by name is given from the parts.
"use strict";
const PLACE = "https://parts.invalid/";
const PROJECT = "/project";
const LIBRARY = "/library";
let python, session;
// From a file browsers start classic workers only, which Pyodide knows by this function.
self.importScripts = undefined;

async function unpacked(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function imported(bytes) {
  const address = URL.createObjectURL(new Blob([bytes], { type: "text/javascript" }));
  try { return await import(address); } finally { URL.revokeObjectURL(address); }
}

async function start({ parts, fingerprint }) {
  const stage = (name) => self.postMessage({ stage: name });
  stage("runtime");
  const files = {};
  await Promise.all(Object.entries(parts).map(async ([name, bytes]) => {
    files[name] = await unpacked(bytes);
  }));
  self.fetch = async (address) => {
    const bytes = files[String(address).replace(PLACE, "")];
    const type = String(address).endsWith(".wasm") ? "application/wasm" : "text/plain";
    return bytes ? new Response(bytes, { headers: { "Content-Type": type } }) : Response.error();
  };
  stage("python");
  const { loadPyodide } = await imported(files["pyodide.mjs"]);
  const { default: createPyodideModule } = await imported(files["pyodide.asm.mjs"]);
  python = await loadPyodide({
    createPyodideModule,
    indexURL: PLACE,
    packageBaseUrl: PLACE,
    lockFileContents: new TextDecoder().decode(files["pyodide-lock.json"]),
    stdLibURL: PLACE + "python_stdlib.zip",
    env: { HOME: PROJECT, COLUMNS: "100", PYTHONHASHSEED: "0" },
  });
  const found = python.runPython(FINGERPRINT)(python.toPy(new Map(Object.entries(parts))));
  if (found !== fingerprint) return { fingerprint: found };
  stage("library");
  python.unpackArchive(files["library.zip"], "zip", { extractDir: LIBRARY });
  python.unpackArchive(files["program.zip"], "zip", { extractDir: LIBRARY });
  python.unpackArchive(files["project.zip"], "zip", { extractDir: PROJECT });
  python.FS.chdir(PROJECT);
  python.runPython(`import sys; sys.path.append("${LIBRARY}")`);
  stage("program");
  session = python.pyimport("kediri_index.cli.page_session");
  for (const name of Object.keys(files)) delete files[name];
  return { fingerprint: found };
}

// Python computes it, since browsers do not on a page of a server without TLS.
const FINGERPRINT = `
import hashlib
def fingerprint(parts):
    lines = (f"{hashlib.sha256(data).hexdigest()}  {name}\\n" for name, data in sorted(parts.items()))
    return hashlib.sha256("".join(lines).encode()).hexdigest()
fingerprint`;

function answered(proxy) {
  const answer = proxy.toJs({ dict_converter: Object.fromEntries, create_proxies: false });
  proxy.destroy();
  return answer;
}

const TASKS = {
  start,
  async check({ files, language, opd }) {
    return answered(session.check(python.toPy(new Map(files)), language, opd || undefined));
  },
  async letters({ agencies, language }) { return answered(session.letters(agencies, language)); },
  async form({ language, opd }) { return answered(session.form(language, opd || undefined)); },
};

self.onmessage = async ({ data }) => {
  try {
    const answer = await TASKS[data.task](data);
    if (python) answer.memory = python._module.HEAPU8.length;
    self.postMessage({ answer });
  } catch (error) {
    self.postMessage({ failed: String(error && error.stack || error) });
  }
};
