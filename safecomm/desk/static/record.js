// A record as a form: what is typed is kept, tried and saved; what others save meanwhile is shown and never overwritten.

import { announce, ask, fetchPage, filled, keep, on, parsed, post, problemItem, settled, showProblems, unfold } from "/static/desk.js";
import { addEntry, fill, number, valueOf } from "/static/form_values.js";
import "/static/prose_bar.js";

const REST = 80; // Milliseconds without a key before what is typed is tried.

const form = document.getElementById("record");
const { kind, id } = form.dataset;
const says = JSON.parse(form.dataset.says);
const unsaved = keep(`record:${kind}/${id}`);
const initial = new Map(); // What each unit said when it came, by its name.
let tried = 0;
let resting = null;

// A record renews itself: what is being typed stays.
document.body.dataset.renews = "itself";

const units = (root = document) => [...root.querySelectorAll("[data-unit]")];
const unitOf = (name, root = document) => units(root).find((unit) => unit.dataset.unit === name);
const inputOf = (unit) => unit.querySelector("[data-widget]");
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const isChanged = (unit) => !same(valueOf(inputOf(unit)), initial.get(unit.dataset.unit));
const changedUnits = () => units().filter(isChanged);
const remember = (unit) => initial.set(unit.dataset.unit, valueOf(inputOf(unit)));

/** What is sent of a unit: what it says, and what it was based on. */
const editOf = (unit) => ({
  field: unit.dataset.field,
  language: unit.dataset.language ?? null,
  value: valueOf(inputOf(unit)),
  based_on: JSON.parse(unit.dataset.basedOn),
});

function changed() {
  keepTyped();
  clearTimeout(resting);
  resting = setTimeout(tryNow, REST);
}

/** Has the browser keep what is not saved, and says that there is some. Gives whether there is. */
function keepTyped() {
  const edits = changedUnits();
  const some = edits.length > 0;
  if (some) unsaved.write(edits.map((unit) => ({ unit: unit.dataset.unit, ...editOf(unit) })));
  else unsaved.forget();
  document.getElementById("unsaved").textContent = some ? says["not-saved-yet"] : "";
  document.getElementById("forget").hidden = !some;
  if (!some) document.getElementById("save-anyway").hidden = true;
  return some;
}

async function tryNow() {
  const turn = ++tried;
  const answer = await post("/record/try", { kind, id, edits: changedUnits().map(editOf) });
  // Of what was typed meanwhile the next one tells.
  if (turn !== tried) return;
  if (answer.ok) showFaults(answer.body);
  else showProblems(document.getElementById("save-faults"), answer.body.problems);
}

function showFaults({ faults, elsewhere }) {
  for (const wrong of form.querySelectorAll(".faults > .wrong")) wrong.remove();
  for (const node of form.querySelectorAll("[aria-invalid]")) node.removeAttribute("aria-invalid");
  for (const [name, problems] of Object.entries(faults)) {
    const input = document.getElementById(name);
    if (input?.matches("input, textarea, select")) input.setAttribute("aria-invalid", "true");
    document.getElementById(`${name}-faults`)?.prepend(...problems.map(faultItem));
  }
  showProblems(document.getElementById("save-faults"), elsewhere);
}

function faultItem(problem) {
  const item = problemItem(problem);
  item.className = "wrong";
  return item;
}

async function save(evenWrong = false) {
  const nameless = [...form.querySelectorAll(".rows .name")].find((name) => !name.value.trim());
  if (nameless) {
    nameless.focus();
    return announce(says["no-name"]);
  }
  clearTimeout(resting);
  tried += 1;
  const sent = changedUnits().map((unit) => [unit.dataset.unit, valueOf(inputOf(unit))]);
  const edits = changedUnits().map(editOf);
  const { ok, body } = await post("/record/save", { kind, id, edits, even_wrong: evenWrong });
  if (!ok) return showUnwritten(body.problems);
  showFaults(body);
  document.getElementById("save-anyway").hidden = body.written || !body.new;
  if (!body.written) return showRefused(body);
  for (const [name, value] of sent) initial.set(name, value);
  document.body.dataset.state = body.state;
  if (body.page) put(parsed(body.page));
  else await refresh();
  // Of what was typed meanwhile nobody has told yet what is wrong; of what was saved, the answer has.
  if (keepTyped()) changed();
  const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  announce([filled(says.saved, { time }), ...(body.merged.length ? [says.merged] : [])].join(". "));
}

/** Of problems with which nothing can be tried; what stood there of an earlier save no longer holds. */
function showUnwritten(problems) {
  showProblems(document.getElementById("save-faults"), problems);
  if (problems) announce(filled(says["not-saved"], { number: problems.length }));
}

function showRefused({ new: found, conflicts }) {
  const [first] = Object.keys(conflicts);
  for (const [name, now] of Object.entries(conflicts)) showConflict(unitOf(name), now);
  announce(first ? says.conflict : filled(says["not-saved"], { number: found }));
  const wrong = first ? unitOf(first) : form.querySelector(".faults > .wrong");
  wrong?.scrollIntoView({ block: "center" });
}

function showConflict(unit, now) {
  const text = document.createElement("pre");
  text.textContent = readable(now);
  showNote(unit, [says.conflict, `${says.theirs}:`], text, [
    [says["keep-mine"], () => (unit.dataset.basedOn = JSON.stringify(now))],
    [
      says["take-theirs"],
      () => {
        fill(inputOf(unit), now);
        unit.dataset.basedOn = JSON.stringify(now);
        remember(unit);
      },
    ],
  ]);
}

const readable = (value, before = "") =>
  value === null || typeof value === "string"
    ? `${before}${value ?? "–"}`
    : Object.entries(value)
        .map(([name, part]) => readable(part, Array.isArray(value) ? `${before}• ` : `${before}${name}: `))
        .join("\n");

/** A note beside an input, with buttons that end it. */
function showNote(unit, texts, detail, acts) {
  const note = unit.querySelector(".note");
  const paragraphs = texts.map((text) => Object.assign(document.createElement("p"), { textContent: text }));
  const buttons = acts.map(([name, act]) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: name });
    button.addEventListener("click", () => {
      hideNote(unit);
      announce("");
      act();
      changed();
      inputOf(unit).focus();
    });
    return button;
  });
  note.replaceChildren(...paragraphs, ...(detail ? [detail] : []), ...buttons);
  note.hidden = false;
}

function hideNote(unit) {
  const note = unit.querySelector(".note");
  note.replaceChildren();
  note.hidden = true;
}

/** Shows the record as its files are now; what is being typed stays. Tells what `put` tells. */
async function refresh() {
  const { ok, status, page: made, elsewhere } = await fetchPage();
  if (status === 404) announce(says.gone);
  if (elsewhere) leadTo(elsewhere);
  return ok && !elsewhere && put(made);
}

/** Puts in what the desk has rendered of the record. Tells whether anything was another. */
function put(made) {
  for (const place of ["#unreadable", "h1", "#about"]) {
    document.querySelector(place).replaceWith(document.adoptNode(made.querySelector(place)));
  }
  return units(made)
    .map((fresh) => renewUnit(unitOf(fresh.dataset.unit), fresh))
    .some(Boolean);
}

/** A record that cannot be read any more has no form: its file is mended as text. */
function leadTo(address) {
  if (changedUnits().length) announce(says.unreadable);
  else location.assign(address);
}

function renewUnit(unit, fresh) {
  if (!unit) return false;
  const isNew = unit.dataset.basedOn !== fresh.dataset.basedOn;
  if (isChanged(unit)) {
    if (isNew) showNote(unit, [says["changed-meanwhile"]], null, []);
    return isNew;
  }
  const stays = same(valueOf(inputOf(unit)), valueOf(inputOf(fresh)));
  unit.dataset.basedOn = fresh.dataset.basedOn;
  if (stays) unit.querySelector(".faults").replaceChildren(...fresh.querySelector(".faults").childNodes);
  else replaceInside(unit, fresh);
  hideNote(unit);
  remember(unit);
  return !stays;
}

function replaceInside(unit, fresh) {
  const focused = document.activeElement;
  unit.replaceChildren(...[...fresh.childNodes].map((node) => document.adoptNode(node)));
  if (focused && focused !== document.activeElement && focused.id) document.getElementById(focused.id)?.focus();
}

/** What was typed before the page, the desk or the machine stopped. */
function restore() {
  for (const { unit: name, value, based_on } of unsaved.read() ?? []) {
    const unit = unitOf(name);
    if (!unit || same(valueOf(inputOf(unit)), value)) continue;
    fill(inputOf(unit), value);
    unit.dataset.basedOn = JSON.stringify(based_on);
    unfold(unit);
    showNote(unit, [says.restored], null, []);
  }
  if (form.querySelector(".note:not([hidden])")) announce(says.restored);
  if (changedUnits().length) changed();
  else unsaved.forget();
}

function forget() {
  unsaved.forget();
  location.reload();
}

/** Asks for a change of what is saved, and shows what comes of it. */
async function act(address, data, done) {
  const body = await ask(form, address, data);
  if (!body) return;
  document.body.dataset.state = body.state;
  await refresh();
  announce(body.done ?? done);
}

/** Opens what a link leads to, and puts the focus there; in the first text of those that stand in several languages. */
function goToPlace() {
  const place = placeNamed(decodeURIComponent(location.hash.slice(1)));
  if (!place) return;
  unfold(place);
  const isInput = place.matches("input, textarea, select, fieldset:not(.texts)");
  (isInput ? place : place.querySelector("input, textarea"))?.focus();
  place.scrollIntoView({ block: "center" });
}

/** An input by its name, or what it would be a part of. */
const placeNamed = (name) => document.getElementById(name) ?? (name.includes(".") ? placeNamed(name.replace(/\.[^.]*$/, "")) : null);

const acts = {
  "add-entry": (button) => addEntry(button.closest("[data-widget]")).querySelector("input, textarea, select")?.focus(),
  "remove-entry": (button) => leave(button, (entry) => entry.remove()),
  "move-up": (button) => leave(button, (entry) => entry.previousElementSibling?.before(entry)),
  "move-down": (button) => leave(button, (entry) => entry.nextElementSibling?.after(entry)),
};

/** Of a new row of a table the name, after its text; until somebody types another. */
function proposeName(input) {
  if (input.matches(".name")) delete input.dataset.proposed;
  const name = input.closest(".row-value")?.closest("li").querySelector("input.name");
  if (!name || (name.value && !("proposed" in name.dataset))) return;
  name.dataset.proposed = "";
  name.value = idOf(input.value);
}

const LETTERS = { ø: "o", æ: "ae", ß: "ss", đ: "d", ł: "l" };
const idOf = (text) =>
  text
    .toLowerCase()
    .replace(/[øæßđł]/g, (letter) => LETTERS[letter])
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40);

/** Moves an entry, or removes it; the focus stays in the list. */
function leave(button, act) {
  const list = button.closest(".entries").closest("[data-widget]");
  act(button.closest("li"));
  number(list);
  (button.isConnected ? button : list).focus();
}

form.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  const name = button && [...button.classList].find((each) => each in acts);
  if (!name) return;
  acts[name](button);
  changed();
});
form.addEventListener("input", ({ target }) => {
  proposeName(target);
  changed();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  save();
});
document.getElementById("save-anyway").addEventListener("click", () => save(true));
document.getElementById("undo").addEventListener("click", () => act("/record/undo", {}));
document.querySelector("main").addEventListener("click", ({ target }) => {
  const { language } = target.dataset;
  if (target.matches(".translated")) act("/record/translated", { kind, id, language }, says.confirmed);
});
document.getElementById("forget").addEventListener("click", forget);
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
  event.preventDefault();
  save();
});
window.addEventListener("beforeunload", (event) => changedUnits().length && event.preventDefault());
window.addEventListener("hashchange", goToPlace);
on("changed", async (state) => {
  // What this page itself saves, it is told as well, before the answer.
  await settled();
  if (state === document.body.dataset.state) return;
  document.body.dataset.state = state;
  if (await refresh()) announce(says.refreshed);
  // What is typed may go with the files now, or no longer; and another page of this record has kept its own instead.
  if (changedUnits().length) changed();
});

// Somebody may have typed before this ran: what came is what the page was rendered with.
for (const unit of units()) {
  const [rendered] = units(parsed(unit.outerHTML));
  initial.set(unit.dataset.unit, valueOf(inputOf(rendered)));
}
restore();
goToPlace();
