// Run tests by Pyodide: node tests/pyodide/run.mjs PARTS STDLIB LIBRARIES pytest-arguments
// PARTS is the folder of the runtime's parts, STDLIB the whole standard library, of which the runtime
// has what the page needs, and LIBRARIES a folder with the pure packages that the tests need.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";

const [parts, stdlib, libraries, ...words] = process.argv.slice(2);
const part = (name) => new Uint8Array(gunzipSync(readFileSync(join(parts, `${name}.gz`))));
const place = mkdtempSync(join(tmpdir(), "pyodide-"));
for (const name of ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json"]) {
  writeFileSync(join(place, name), part(name));
}
writeFileSync(join(place, "python_stdlib.zip"), readFileSync(stdlib));
const { loadPyodide } = await import(pathToFileURL(join(place, "pyodide.mjs")).href);
const python = await loadPyodide({ indexURL: place, env: { HOME: "/tmp", PYTHONDONTWRITEBYTECODE: "1" } });
for (const [root, at] of [[process.cwd(), "/repository"], [libraries, "/libraries"]]) {
  python.FS.mkdirTree(at);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, at);
}
python.unpackArchive(part("library.zip"), "zip", { extractDir: "/library" });
python.globals.set("words", python.toPy(words));
process.on("uncaughtException", (error) => {
  console.error(error.message); // without the source of Pyodide, which is one long line
  process.exit(1);
});
const code = python.runPython(`
import os, sys
sys.path[:0] = ["/repository/src", "/library", "/libraries"]
os.chdir("/repository")
import pytest
int(pytest.main(["-p", "no:cacheprovider", "-o", "addopts=-ra --import-mode=importlib", *words]))
`);
rmSync(place, { recursive: true });
process.exitCode = code;
