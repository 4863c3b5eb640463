// The text of a file: tried while somebody types, kept until it is saved; what others save meanwhile is never overwritten.

import { announce, filled, keep, on, post, renew, showProblems } from "/static/desk.js";

const REST = 80; // Milliseconds without a key before what is typed is tried.

const byId = (id) => document.getElementById(id);
const { path } = byId("file").dataset;
const says = JSON.parse(byId("file").dataset.says);
const unsaved = keep(`text:${path}`);
let basedOn = byId("text").defaultValue;
let tried = 0;
let resting = null;

// What is being typed stays.
document.body.dataset.renews = "itself";

const isChanged = () => byId("text").value !== basedOn;

function changed() {
  if (isChanged()) unsaved.write({ text: byId("text").value, based_on: basedOn });
  else unsaved.forget();
  byId("unsaved").textContent = isChanged() ? says["not-saved-yet"] : "";
  byId("forget").hidden = !isChanged();
  clearTimeout(resting);
  resting = setTimeout(tryNow, REST);
}

const ask = (address, evenWrong) =>
  post(address, { path, text: byId("text").value, based_on: basedOn, even_wrong: evenWrong });

async function tryNow() {
  const turn = ++tried;
  const answer = await ask("/text/try", false);
  // Of what was typed meanwhile the next one tells.
  if (turn === tried) showFaults(answer.body.problems ?? []);
}

function showFaults(problems) {
  byId("faults").hidden = !problems.length;
  showProblems(byId("faults").querySelector("ul"), problems);
  byId("text").toggleAttribute("aria-invalid", problems.length > 0);
}

async function save(evenWrong = false) {
  clearTimeout(resting);
  tried += 1;
  const { ok, body } = await ask("/text/save", evenWrong);
  showFaults(body.problems ?? []);
  byId("save-anyway").hidden = !ok || body.written || body.theirs !== null;
  if (body.theirs !== null && ok) return showTheirs(body.theirs);
  if (!body.written) {
    // Why else nothing was saved has been said.
    if (body.problems) announce(filled(says["not-saved"], { number: body.problems.length }));
    return;
  }
  unsaved.forget();
  document.body.dataset.state = body.state;
  if (body.address) return location.assign(body.address);
  await renewText();
  const time = new Date().toLocaleTimeString(document.documentElement.lang, { timeStyle: "short" });
  announce(filled(says.saved, { time }));
}

async function renewText() {
  byId("text").value = byId("text").defaultValue;
  await renew();
  basedOn = byId("text").defaultValue;
}

/** What stands in the file by now, and which of the two it is to be. */
function showTheirs(theirs) {
  const paragraphs = [says.conflict, `${says.theirs}:`].map((text) => Object.assign(document.createElement("p"), { textContent: text }));
  const shown = Object.assign(document.createElement("pre"), { textContent: theirs });
  const buttons = [
    [says["keep-mine"], byId("text").value],
    [says["take-theirs"], theirs],
  ].map(([name, text]) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: name });
    button.addEventListener("click", () => settle(text, theirs));
    return button;
  });
  byId("note").replaceChildren(...paragraphs, shown, ...buttons);
  byId("note").hidden = false;
  announce(says.conflict);
}

function settle(text, theirs) {
  byId("note").hidden = true;
  byId("text").value = text;
  basedOn = theirs;
  byId("text").focus();
  changed();
}

/** Puts the mark into the line that the address names. */
function goToLine() {
  const number = Number(location.hash.slice(1));
  if (!number) return;
  const text = byId("text");
  const lines = text.value.split("\n");
  const start = lines.slice(0, number - 1).join("\n").length + (number > 1 ? 1 : 0);
  text.focus();
  text.setSelectionRange(start, start + (lines[number - 1] ?? "").length);
  text.scrollTop = (text.scrollHeight * (number - 3)) / lines.length;
}

/** What was typed before the page, the desk or the machine stopped. */
function restore() {
  const kept = unsaved.read();
  if (!kept || kept.text === byId("text").defaultValue) return unsaved.forget();
  byId("text").value = kept.text;
  basedOn = kept.based_on;
  announce(says.restored);
  changed();
}

document.addEventListener("input", ({ target }) => target.id === "text" && changed());
document.addEventListener("submit", (event) => {
  event.preventDefault();
  save();
});
document.addEventListener("click", ({ target }) => {
  if (target.id === "save-anyway") save(true);
  if (target.id === "forget") {
    unsaved.forget();
    basedOn = byId("text").value;
    location.reload();
  }
});
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
  event.preventDefault();
  save();
});
window.addEventListener("beforeunload", (event) => isChanged() && event.preventDefault());
window.addEventListener("hashchange", goToLine);
on("changed", async (state) => {
  if (state === document.body.dataset.state) return;
  document.body.dataset.state = state;
  if (isChanged()) return announce(says["changed-meanwhile"]);
  await renewText();
  announce(says.refreshed);
});
restore();
goToLine();
