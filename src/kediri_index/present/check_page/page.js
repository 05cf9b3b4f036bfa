"use strict";
const byId = (id) => document.getElementById(id);
const made = JSON.parse(byId("made").textContent);
// These are the project's own, and no submission has such a name.
const NOT_TAKEN = /^config(\/|$)|\.ya?ml$/i;
const MEDIUM = { xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };
const KINDS = ["errors", "warnings", "notes"];
const STAGES = ["unpack", "runtime", "python", "library", "program"];
let language = made.language;
let parts, worker, waiting, files = [], last = null;

function say(key, params = {}) {
  const texts = made.texts[language];
  return ((params.count === 1 && texts[`${key}.one`]) || texts[key]).replace(/\{(\w+)\}/g, (whole, name) => params[name] ?? whole);
}

function speak(chosen) {
  language = chosen;
  document.documentElement.lang = language;
  for (const one of document.querySelectorAll("[data-text]")) one.textContent = say(one.dataset.text);
  for (const one of document.querySelectorAll("[data-name]")) one.title = say(one.dataset.name);
  for (const one of document.querySelectorAll("[data-title]")) one.textContent = made.titles[language];
  for (const one of document.querySelectorAll("[data-language]")) {
    one.setAttribute("aria-pressed", String(one.dataset.language === language));
  }
  document.title = `${say("page.title")} – ${made.titles[language]}`;
}

function tell(key, params) { byId("state").textContent = key ? say(key, params) : ""; }

function trouble(key, params) {
  byId("trouble").textContent = say(key, params);
  delete byId("trouble").dataset.text;
  byId("trouble").hidden = false;
  byId("loading").hidden = true;
}

function stage(name) {
  byId("stage").dataset.text = `page.stage.${name}`;
  byId("stage").textContent = say(`page.stage.${name}`);
  byId("progress").value = STAGES.indexOf(name) + 1;
}

// The first bytes of a text in base 85, which has five signs for four of them.
const SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;.=>?@^_`{|}~";
function decoded(text, size) {
  const values = new Uint8Array(128);
  for (let at = 0; at < 85; at += 1) values[SIGNS.charCodeAt(at)] = at;
  const bytes = new DataView(new ArrayBuffer((text.length / 5) * 4));
  for (let from = 0, to = 0; from < text.length; from += 5, to += 4) {
    let value = 0;
    for (let at = from; at < from + 5; at += 1) value = value * 85 + values[text.charCodeAt(at)];
    bytes.setUint32(to, value);
  }
  return new Uint8Array(bytes.buffer, 0, size);
}

// Ask the worker for a task: one at a time, so its next message is the answer.
function asked(task, data = {}) {
  return new Promise((resolve, reject) => {
    waiting = { resolve, reject };
    worker.postMessage({ task, ...data });
  });
}

async function begin() {
  stage("unpack");
  byId("loading").hidden = false;
  byId("ask").hidden = true;
  if (!parts) {
    parts = {};
    for (const one of document.querySelectorAll("[data-part]")) {
      parts[one.dataset.part] = decoded(one.textContent, Number(one.dataset.size));
      one.remove();
    }
  }
  const source = new Blob([parts["worker.js"]]).stream().pipeThrough(new DecompressionStream("gzip"));
  const code = await new Response(source).text();
  const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  worker = new Worker(address);
  worker.onmessage = ({ data }) => {
    if (data.stage) stage(data.stage);
    else if (data.failed) waiting.reject(new Error(data.failed));
    else waiting.resolve(data.answer);
  };
  worker.onerror = (event) => waiting.reject(new Error(event.message || "worker"));
  const { fingerprint } = await asked("start", { parts, fingerprint: made.fingerprint });
  URL.revokeObjectURL(address);
  byId("fingerprint").textContent = fingerprint.slice(0, 16).replace(/(....)(?=.)/g, "$1 ");
  byId("loading").hidden = true;
  if (fingerprint !== made.fingerprint) {
    trouble("page.changed", { found: fingerprint.slice(0, 16), made: made.fingerprint.slice(0, 16) });
    worker.terminate();
    return;
  }
  byId("ask").hidden = false;
  tell("page.ready");
}

function busy(is) {
  byId("ask").inert = is;
  byId("languages").inert = is;
  byId("stopping").hidden = !is;
}

// The page stays as it is while the worker is at it, and starts a new one where that fails.
async function during(key, params, work) {
  busy(true);
  tell(key, params);
  try {
    await work();
  } catch (error) {
    console.error(error);
    worker.terminate();
    await begin();
    tell(error.stopped ? "page.stopped" : "page.failed", { reason: String(error.message).split("\n").filter(Boolean).pop() });
  } finally {
    busy(false);
  }
}

async function check() {
  const opd = byId("opd") ? byId("opd").value : "";
  await during("page.checking", { count: files.length }, async () => {
    const from = performance.now();
    const read = await Promise.all(files.map(async ([name, file]) => [name, new Uint8Array(await file.arrayBuffer())]));
    last = await asked("check", { files: read, language, opd });
    last.seconds = (performance.now() - from) / 1000;
    show();
  });
}

function show() {
  const counts = last.counts || {};
  byId("said").textContent = last.said;
  byId("said").hidden = !last.said;
  byId("counts").hidden = !last.counts;
  const body = byId("counts").tBodies[0];
  body.replaceChildren(...Object.entries(counts).map(([name, found]) => {
    const row = document.createElement("tr");
    const head = document.createElement("th");
    head.scope = "row";
    head.textContent = name;
    const said = document.createElement("td");
    said.textContent = KINDS.map((kind, at) => found[at] && say(`page.count.${kind}`, { count: found[at] }))
      .filter(Boolean).join(" · ") || say("page.count.none");
    said.className = found[0] ? "bad" : "";
    const copy = document.createElement("td");
    if (last.files[name]) copy.append(button(say("page.save"), () => save(name, last.files[name]), name));
    row.append(head, said, copy);
    return row;
  }));
  frame("findings", last.findings);
  frame("score", last.score);
  byId("scored").hidden = !last.score;
  byId("save-findings").hidden = !last.findings;
  byId("save-letters").hidden = !(last.agencies || []).length;
  byId("result").hidden = false;
  const total = Object.values(counts).reduce((sum, [errors]) => sum + errors, 0);
  if (last.counts) tell(total ? "page.found" : "page.clean", { count: total, files: files.length });
  else tell("page.refused");
  byId("result-title").focus();
}

function button(text, action, about) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.setAttribute("aria-label", `${text} ${about}`);
  made.addEventListener("click", action);
  return made;
}

function frame(id, page) {
  const frame = byId(id);
  frame.hidden = !page;
  frame.srcdoc = page || "";
  frame.onload = () => {
    const inner = frame.contentDocument.body;
    new ResizeObserver(() => { frame.style.height = `${inner.offsetHeight + 4}px`; }).observe(inner);
  };
}

function save(name, data) {
  const type = MEDIUM[name.split(".").pop()] || "application/octet-stream";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([data], { type }));
  link.download = name.split("/").pop();
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

async function saved(key, task, data) {
  await during(key, {}, async () => {
    const answer = await asked(task, { language, ...data });
    const made = Object.entries(answer.files || {});
    for (const [name, bytes] of made) save(name, bytes);
    if (made.length) tell("page.saved", { names: made.map(([name]) => name).join(", ") });
    else tell("page.failed", { reason: answer.said || say("page.no-letters") });
  });
}

async function inside(entry) {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    return [[entry.fullPath.replace(/^\//, ""), file]];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) return (await Promise.all(found.map(inside))).flat();
    found.push(...some);
  }
}

async function take(entries) {
  const left = entries.filter(([name]) => NOT_TAKEN.test(name)).map(([name]) => name);
  files = entries.filter(([name]) => !NOT_TAKEN.test(name));
  if (files.length) await check();
  if (left.length) tell("page.not-taken", { names: left.join(", ") });
}

function listen() {
  for (const one of document.querySelectorAll("[data-language]")) {
    one.addEventListener("click", () => {
      speak(one.dataset.language);
      if (last && files.length) check();
    });
  }
  byId("files").addEventListener("change", (event) => {
    const chosen = Array.from(event.target.files, (file) => [file.name, file]);
    event.target.value = "";
    if (chosen.length) take(chosen);
  });
  byId("stop").addEventListener("click", () => waiting.reject(Object.assign(new Error(), { stopped: true })));
  byId("form").addEventListener("click", () => saved("page.writing", "form", { opd: byId("opd") ? byId("opd").value : "" }));
  byId("save-findings").addEventListener("click", () => {
    save(say("page.findings-file"), new TextEncoder().encode(last.findings));
  });
  byId("save-letters").addEventListener("click", () => saved("page.writing", "letters", { agencies: last.agencies }));
  const over = (on) => byId("drop").classList.toggle("over", on);
  document.addEventListener("dragover", (event) => { event.preventDefault(); over(true); });
  document.addEventListener("dragleave", () => over(false));
  document.addEventListener("drop", async (event) => {
    event.preventDefault();
    over(false);
    if (byId("ask").hidden || byId("ask").inert) return;
    const entries = Array.from(event.dataTransfer.items, (item) => item.webkitGetAsEntry()).filter(Boolean);
    take((await Promise.all(entries.map(inside))).flat());
  });
}

// What follows the script are the parts, which take a moment to arrive.
byId("trouble").hidden = true;
byId("loading").hidden = false;
speak(language);
listen();
document.addEventListener("DOMContentLoaded", () => {
  begin().catch((error) => {
    console.error(error);
    trouble("page.cannot-start", { reason: String(error.message).split("\n")[0] });
  });
});
