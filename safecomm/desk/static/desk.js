// What every page of the desk does: it asks and says, hears what happens, and shows the files as they are now.

import { digests, renewParts } from "./parts.js";

const said = document.getElementById("said");
const listeners = new Map();
let stream = null;
let working = 0;
let own = 0;
let posting = Promise.resolve();
let renewing = Promise.resolve();
let lost = ""; // What was said when the desk went.
let again = null;

const PAUSE = 2000; // Milliseconds until a desk that does not let this page in is asked again.

/** Says something to everybody: it is read aloud, and stands at the top of the page. */
export function announce(text) {
  said.textContent = text;
}

/** Calls `heard(data)` whenever the desk tells of an event of that name. */
export function on(name, heard) {
  listeners.set(name, [...(listeners.get(name) ?? []), heard]);
  stream?.addEventListener(name, (event) => heard(event.data));
}

/** Sends data; answers with { ok, status, body }, and never throws: a desk that is gone is told to the person. */
export function post(path, data) {
  const answered = send(path, data);
  posting = Promise.all([posting, answered.then(() => new Promise((done) => setTimeout(done)))]);
  return answered;
}

/** When what was sent has been answered, and what follows the answer has been done. */
export function settled() {
  return posting;
}

async function send(path, data) {
  working += 1;
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(data),
    });
    // A desk that was started anew knows another token, and says in plain text how one comes in.
    const body = answer.status === 403 ? { fault: await answer.text() } : await answer.json();
    own = Math.max(own, Number(answer.headers.get("X-Desk-State")));
    if (body.fault) announce(body.fault);
    return { ok: answer.ok, status: answer.status, body };
  } catch {
    announce(document.body.dataset.unreached);
    return { ok: false, status: 0, body: {} };
  } finally {
    working -= 1;
  }
}

/** Sends what somebody asked for in a part of the page, whose `.answer` shows what is wrong. Gives what the desk answered,
or null where it did nothing. */
export async function ask(part, path, data) {
  const { ok, body } = await post(path, data);
  // They are read aloud themselves, and what was begun has ended.
  if (body.problems) announce("");
  showProblems(part.querySelector(".answer"), body.problems);
  return ok ? body : null;
}

/** Sends what a button is for, which waits meanwhile; what is wrong is announced. Gives what `ask` gives. */
export async function press(button, path, data) {
  button.disabled = true;
  const { ok, body } = await post(path, data);
  button.disabled = false;
  if (body.problems) announce(body.problems.map(({ message }) => message).join(". "));
  return ok ? body : null;
}

/** A text in which `{name}` stands for the value of that name. */
export function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** An item of a list that says what is wrong, and what to do about it. */
export function problemItem({ message, hint }, beforeHint = "") {
  const item = document.createElement("li");
  item.append(message);
  if (hint) item.append(" ", Object.assign(document.createElement("span"), { className: "hint", textContent: beforeHint + hint }));
  return item;
}

/** Shows problems in a list, each with its place, which leads to what it concerns; or empties the list. */
export function showProblems(list, problems) {
  list.replaceChildren(
    ...(problems ?? []).map((problem) => {
      const item = problemItem(problem, `${document.body.dataset.hint}: `);
      const place = document.createElement(problem.address ? "a" : "span");
      if (problem.address) place.href = problem.address;
      place.textContent = problem.place;
      item.append(" ", place);
      return item;
    }),
  );
}

/** Opens all in which a part of the page is folded away, and the part itself. */
export function unfold(place) {
  for (let box = place.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
}

/** HTML that the desk has rendered, as a page of its own. */
export function parsed(html) {
  return new DOMParser().parseFromString(html, "text/html");
}

/** Puts HTML that the desk has rendered into an element. */
export function fill(place, html) {
  const made = parsed(html);
  place.replaceChildren(...[...made.body.childNodes].map((node) => document.adoptNode(node)));
}

/** What is typed and not yet saved, kept by the browser: `read`, `write` and `forget` of one thing. */
export function keep(key) {
  const name = `safecomm:${document.body.dataset.key}:${key}`;
  return {
    read: () => JSON.parse(localStorage.getItem(name) ?? "null"),
    write(value) {
      try {
        localStorage.setItem(name, JSON.stringify(value));
      } catch {
        // It is more than a browser keeps of one address.
        announce(document.body.dataset.tooMuch);
      }
    },
    forget: () => localStorage.removeItem(name),
  };
}

/** What somebody has typed or chosen, by the ids of the fields. */
function typed() {
  const fields = [...document.querySelectorAll("main :is(input:not([type=file]), textarea, select)[id]")];
  const changed = (field) =>
    field.options
      ? [...field.options].some((option) => option.selected !== option.defaultSelected)
      : field.matches("[type=checkbox], [type=radio]")
        ? field.checked !== field.defaultChecked
        : field.value !== field.defaultValue;
  return fields.filter(changed).map(({ id, value, checked }) => ({ id, value, checked }));
}

/** The page as the desk renders it now, with the address where it leads `elsewhere`; without one where the desk is gone,
which is told to the person. Chapters that are there already are empty in it. */
export async function fetchPage() {
  const headers = { "X-Desk-Chapters": digests().join(" ") };
  try {
    const answer = await fetch(location.href, { cache: "no-store", headers });
    return { ok: answer.ok, status: answer.status, page: parsed(await answer.text()), elsewhere: answer.redirected ? answer.url : "" };
  } catch {
    announce(document.body.dataset.unreached);
    return { ok: false, status: 0, page: null, elsewhere: "" };
  }
}

/** Puts the page's <main> as the desk renders it now.

What is typed or opened, parts with `data-kept`, the place on the page and the focus stay. One comes after the other, so
that an older page never takes the place of a newer one; whether it `isDue` is asked when its turn comes. */
export function renew(isDue = () => true) {
  const putIfDue = () => isDue() && putAnew();
  renewing = renewing.then(putIfDue, putIfDue);
  return renewing;
}

/** Gives what finds an element again on a new page: itself where it is still there, else what has its id, or among the
links to the same in the part around it the one in its place. */
function sameAgain(element) {
  const around = element.closest("main [id]")?.id;
  const links = () => [...(document.getElementById(around)?.querySelectorAll("a, summary") ?? [])];
  const alike = () => links().filter(({ href }) => href === element.href);
  const place = alike().indexOf(element);
  const now = () => (element.id ? document.getElementById(element.id) : alike()[place]);
  return () => (element.isConnected ? element : now());
}

async function putAnew() {
  const { page: made } = await fetchPage();
  if (!made?.querySelector("main")) return;
  // Who asked still has the form before them.
  await settled();
  document.dispatchEvent(new CustomEvent("renewing"));
  const { selectionStart, selectionEnd } = document.activeElement;
  const focused = sameAgain(document.activeElement);
  const place = window.scrollY;
  const kept = typed();
  const opened = [...document.querySelectorAll("main details[open][id]")].map((details) => details.id);
  // The files that somebody has chosen cannot be chosen by a script.
  const parts = document.querySelectorAll("main [data-kept][id], main [type=file][id]");
  for (const part of parts) made.getElementById(part.id)?.replaceWith(part);
  renewParts(document.querySelector("main"), document.adoptNode(made.querySelector("main")));
  document.body.dataset.state = made.body.dataset.state;
  for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
  for (const { id, ...said } of kept) Object.assign(document.getElementById(id) ?? {}, said);
  window.scrollTo(0, place);
  const now = focused();
  if (now && now !== document.activeElement) now.focus({ preventScroll: true });
  if (now && typeof selectionStart === "number") now.setSelectionRange(selectionStart, selectionEnd);
  document.dispatchEvent(new CustomEvent("renewed"));
}

function listen() {
  stream = new EventSource("/events");
  stream.addEventListener("open", find);
  stream.addEventListener("error", lose);
  for (const [name, all] of listeners) for (const heard of all) stream.addEventListener(name, (event) => heard(event.data));
}

/** The desk is gone: told once. The browser looks for it again by itself, but not where it was turned away, which is told, too. */
function lose() {
  const isTurnedAway = stream.readyState === EventSource.CLOSED;
  const says = document.body.dataset[isTurnedAway ? "turnedAway" : "unreached"];
  if (!lost || (isTurnedAway && lost !== says)) announce((lost = says));
  if (!isTurnedAway) return;
  hush();
  again = setTimeout(listen, PAUSE);
}

/** The desk that is there again may be another, which counts its states anew. */
function find() {
  if (!lost) return;
  lost = "";
  own = 0;
  document.body.dataset.state = "";
  announce(document.body.dataset.found);
}

function hush() {
  clearTimeout(again);
  stream?.close();
  stream = null;
}

// A browser has six connections to one address: pages that nobody sees must not hold them.
document.addEventListener("visibilitychange", () => (document.hidden ? hush() : listen()));
window.addEventListener("pagehide", hush);
window.addEventListener("pageshow", (event) => event.persisted && listen());
on("progress", (name) => announce(`${document.body.dataset.progress} ${name} …`));
on("stopped", () => {
  announce((lost = document.body.dataset.stopped));
});

/** Whether somebody else has made the change: what this page does, it tells in its own words. */
export function isForeign(number) {
  return !working && Number(number) > own;
}

// A page that renews itself in another way says so.
on("changed", async (number) => {
  if (number === document.body.dataset.state || document.body.dataset.renews === "itself") return;
  await renew();
  if (isForeign(number)) announce(document.body.dataset.changed);
});
if (!document.hidden) listen();
