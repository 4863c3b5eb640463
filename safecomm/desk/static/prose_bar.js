// A bar for the text that is being written, with what the dialect has: it puts the marks in, and shows nothing else.

const says = JSON.parse(document.getElementById("record").dataset.says);
const MARKS = { bold: "**", italic: "*" };
const PREFIXES = { heading: () => "## ", bullets: () => "- ", numbers: (line) => `${line + 1}. ` };
const bar = document.createElement("div");
let text = null;

bar.className = "prose-bar";
bar.setAttribute("role", "toolbar");
bar.setAttribute("aria-label", says.bar);
for (const name of ["bold", "italic", "heading", "bullets", "numbers", "table", "note", "link"]) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: says[name] });
  button.tabIndex = bar.children.length ? -1 : 0;
  button.addEventListener("click", () => acts[name]());
  bar.append(button);
}

/** Puts words in the place of what is chosen, as if they were typed: the browser can undo them. */
function type(words, from = text.selectionStart, to = text.selectionEnd) {
  text.focus();
  text.setSelectionRange(from, to);
  if (!document.execCommand("insertText", false, words)) {
    text.setRangeText(words, from, to, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function enclose(mark) {
  const { selectionStart: from, selectionEnd: to } = text;
  const words = text.value.slice(from, to) || says["sample-text"];
  type(`${mark}${words}${mark}`);
  text.setSelectionRange(from + mark.length, from + mark.length + words.length);
}

function prefixLines(prefix) {
  const from = text.value.lastIndexOf("\n", text.selectionStart - 1) + 1;
  const end = text.value.indexOf("\n", text.selectionEnd);
  const to = end < 0 ? text.value.length : end;
  const lines = text.value.slice(from, to).split("\n");
  type(lines.map((line, place) => prefix(place) + line).join("\n"), from, to);
}

function addTable() {
  const before = text.value.slice(0, text.selectionEnd).replace(/\n+$/, "");
  type(`${before ? "\n\n" : ""}${says["sample-table"]}`, before.length, text.selectionEnd);
}

function addNote() {
  const used = [...text.value.matchAll(/\[\^(\d+)\]/g)].map((match) => Number(match[1]));
  const label = `[^${Math.max(0, ...used) + 1}]`;
  type(label, text.selectionEnd, text.selectionEnd);
  const end = text.value.length;
  type(`\n\n${label}: ${says["sample-text"]}`, end, end);
  text.setSelectionRange(text.value.length - says["sample-text"].length, text.value.length);
}

const acts = {
  ...Object.fromEntries(Object.entries(MARKS).map(([name, mark]) => [name, () => enclose(mark)])),
  ...Object.fromEntries(Object.entries(PREFIXES).map(([name, prefix]) => [name, () => prefixLines(prefix)])),
  table: addTable,
  note: addNote,
  link: openTargets,
};

// The records that a text may refer to, in a dialog.
const dialog = document.getElementById("targets");
const search = dialog.querySelector("input");
const list = dialog.querySelector("select");
let targets = null;

async function openTargets() {
  targets ??= await (await fetch("/targets")).json();
  search.value = "";
  showTargets();
  dialog.showModal();
}

function showTargets() {
  const wanted = search.value.toLowerCase();
  const found = targets.filter(({ title, kind }) => `${title} ${kind}`.toLowerCase().includes(wanted));
  list.replaceChildren(...found.map(({ target, title, kind }) => new Option(`${title} (${kind})`, target)));
  list.selectedIndex = found.length ? 0 : -1;
}

function refer() {
  const words = text.value.slice(text.selectionStart, text.selectionEnd);
  dialog.close();
  if (list.value) type(`[${words}](${list.value})`);
}

search.addEventListener("input", showTargets);
dialog.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  refer();
});
list.addEventListener("dblclick", refer);
dialog.querySelector(".close").addEventListener("click", () => dialog.close());

function follow(field) {
  if (!field?.matches(".prose textarea") || field === text) return;
  text = field;
  bar.setAttribute("aria-controls", text.id);
  text.after(bar);
}

document.addEventListener("focusin", (event) => follow(event.target));
follow(document.activeElement);
// One stop of the tab key; the arrows go on.
bar.addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const buttons = [...bar.children];
  const next = buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length];
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
  next.focus();
});
document.addEventListener("keydown", (event) => {
  const name = { b: "bold", i: "italic" }[event.key];
  if (!name || !event.ctrlKey || document.activeElement !== text) return;
  event.preventDefault();
  acts[name]();
});
