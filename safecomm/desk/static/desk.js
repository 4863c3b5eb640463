// What every page of the desk does: it asks and says, hears what happens, and shows the files as they are now.

const said = document.getElementById("said");
const listeners = new Map();
let stream = null;
let working = 0;
let own = 0;

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
export async function post(path, data) {
  working += 1;
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(data),
    });
    const body = await answer.json();
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

/** Shows the problems that an answer brings in the element, or empties it. */
export function showProblems(place, problems) {
  place.replaceChildren(
    ...(problems ?? []).map((problem) => {
      const item = document.createElement("li");
      item.append(problem.message);
      if (problem.hint) {
        const hint = document.createElement("span");
        hint.className = "hint";
        hint.textContent = `${document.body.dataset.hint}: ${problem.hint}`;
        item.append(" ", hint);
      }
      const place = document.createElement(problem.address ? "a" : "span");
      if (problem.address) place.href = problem.address;
      place.textContent = problem.place;
      item.append(" ", place);
      return item;
    }),
  );
}

/** Puts HTML that the desk has rendered into an element. */
export function fill(place, html) {
  const made = new DOMParser().parseFromString(html, "text/html");
  place.replaceChildren(...[...made.body.childNodes].map((node) => document.adoptNode(node)));
}

/** What is typed and not yet saved, kept by the browser: `read`, `write` and `forget` of one thing. */
export function keep(key) {
  const name = `safecomm:${document.body.dataset.key}:${key}`;
  return {
    read: () => JSON.parse(localStorage.getItem(name) ?? "null"),
    write: (value) => localStorage.setItem(name, JSON.stringify(value)),
    forget: () => localStorage.removeItem(name),
  };
}

/** What somebody has typed or chosen, by the ids of the fields. */
function typed() {
  const fields = [...document.querySelectorAll("main :is(input, textarea, select)[id]")];
  const changed = (field) =>
    field.options
      ? [...field.options].some((option) => option.selected !== option.defaultSelected)
      : field.value !== field.defaultValue;
  return fields.filter(changed).map((field) => [field.id, field.value]);
}

/** Puts the page's <main> as the desk renders it now.

What is typed or opened, parts with `data-kept`, the place on the page and the focus stay. */
export async function renew() {
  const answer = await fetch(location.href, { cache: "no-store" });
  const made = new DOMParser().parseFromString(await answer.text(), "text/html");
  const { id: focused, selectionStart, selectionEnd } = document.activeElement ?? {};
  const place = window.scrollY;
  const kept = typed();
  const opened = [...document.querySelectorAll("main details[open][id]")].map((details) => details.id);
  for (const part of document.querySelectorAll("main [data-kept][id]")) made.getElementById(part.id)?.replaceWith(part);
  document.querySelector("main").replaceWith(document.adoptNode(made.querySelector("main")));
  document.body.dataset.state = made.body.dataset.state;
  for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
  for (const [id, value] of kept) {
    const field = document.getElementById(id);
    if (field) field.value = value;
  }
  window.scrollTo(0, place);
  const now = focused && document.getElementById(focused);
  if (now) now.focus({ preventScroll: true });
  if (now && typeof selectionStart === "number") now.setSelectionRange(selectionStart, selectionEnd);
  document.dispatchEvent(new CustomEvent("renewed"));
}

function listen() {
  stream = new EventSource("/events");
  for (const [name, all] of listeners) for (const heard of all) stream.addEventListener(name, (event) => heard(event.data));
}

function hush() {
  stream?.close();
  stream = null;
}

// A browser has six connections to one address: pages that nobody sees must not hold them.
document.addEventListener("visibilitychange", () => (document.hidden ? hush() : listen()));
window.addEventListener("pagehide", hush);
window.addEventListener("pageshow", (event) => event.persisted && listen());
on("progress", (name) => announce(`${document.body.dataset.progress} ${name} …`));
on("stopped", () => announce(document.body.dataset.stopped));

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
