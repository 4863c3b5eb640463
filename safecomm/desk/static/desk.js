// What every page of the desk does: it asks and says, hears what happens, and shows the files as they are now.

const said = document.getElementById("said");
const listeners = new Map();
let stream = null;

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
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(data),
    });
    const body = await answer.json();
    if (body.fault) announce(body.fault);
    return { ok: answer.ok, status: answer.status, body };
  } catch {
    announce(document.body.dataset.unreached);
    return { ok: false, status: 0, body: {} };
  }
}

/** What is typed and not yet saved, kept by the browser: `read`, `write` and `forget` of one thing. */
export function keep(key) {
  const name = `safecomm:${location.host}:${key}`;
  return {
    read: () => JSON.parse(localStorage.getItem(name) ?? "null"),
    write: (value) => localStorage.setItem(name, JSON.stringify(value)),
    forget: () => localStorage.removeItem(name),
  };
}

/** Puts the page's <main> as the desk renders it now: the place on the page and the focus stay. */
export async function renew() {
  const answer = await fetch(location.href, { cache: "no-store" });
  const made = new DOMParser().parseFromString(await answer.text(), "text/html");
  const focused = document.activeElement?.id;
  const place = window.scrollY;
  document.querySelector("main").replaceWith(document.adoptNode(made.querySelector("main")));
  document.body.dataset.state = made.body.dataset.state;
  window.scrollTo(0, place);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
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
on("stopped", () => announce(document.body.dataset.stopped));

// A page that renews itself in another way says so.
on("changed", async (number) => {
  if (number === document.body.dataset.state || document.body.dataset.renews === "itself") return;
  await renew();
  announce(document.body.dataset.changed);
});
if (!document.hidden) listen();
