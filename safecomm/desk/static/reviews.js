// The page of reviews: Word files are handed in, and every finding is decided on.

import { announce, filled, keep, on, post, press, renew, showProblems } from "/static/desk.js";
import { onFiles } from "/static/drop.js";

const ACTS = { decide, write, withdraw, copy, "put-away": putAway, "take-back": takeBack };

function drop() {
  return document.getElementById("drop");
}

/** Shows the page as it is now, and goes on to the next finding that is open after the one that was decided. */
async function show(said, from = null) {
  const after = from ? followers(from) : [];
  await renew();
  const next = after.map((id) => document.getElementById(id)).find((item) => item?.hasAttribute("data-open"));
  // The button that was pressed has gone; whoever has moved on stays there.
  if (from && document.activeElement === document.body) (next ?? document.getElementById("main")).focus();
  if (said) announce(said);
}

function followers(item) {
  const ids = [...document.querySelectorAll("[data-item]")].map((other) => other.id);
  const at = ids.indexOf(item.id);
  return [...ids.slice(at + 1), ...ids.slice(0, at)];
}

// Handing in

/** One after the other: what is wrong with one is said, and the others go on. */
async function receive(files) {
  const texts = drop().dataset;
  const refused = [];
  let count = 0;
  for (const [index, file] of files.entries()) {
    announce(filled(texts.reading, { number: index + 1, total: files.length, name: file.name }));
    const { ok, body } = await post("/reviews/receive", { files: [file] });
    count += ok ? 1 : 0;
    refused.push(...(body.problems ?? []));
  }
  await show(filled(texts.received, { count, total: files.length }));
  showProblems(document.getElementById("refused"), refused);
}

onFiles("drop", receive);

onFiles("give", async (files) => {
  const { ok, body } = await post("/reviews/give", { files });
  showProblems(document.getElementById("no-draft"), body.problems);
  if (ok) await show(body.said);
});

// Deciding

document.addEventListener("click", (event) => {
  const answer = event.target.closest("[data-download]");
  if (answer) answer.search = new URLSearchParams({ by: document.getElementById("author").value });
  const button = event.target.closest("[data-act]");
  if (button) ACTS[button.dataset.act](button);
});

function keysOf(button) {
  return button.dataset.keys.split(" ");
}

async function decide(button) {
  const item = button.closest("[data-item]");
  const typed = (name) => item?.querySelector(`[data-field="${name}"]`)?.value ?? "";
  const { choice } = button.dataset;
  const wording = choice === "edited" ? typed("wording") : "";
  const body = await press(button, "/reviews/decide", { keys: keysOf(button), choice, wording, answer: typed("answer") });
  if (!body) return;
  for (const field of item?.querySelectorAll("[data-field]") ?? []) kept(field).forget();
  if (!choice) keepDecided(button);
  await show(body.said, choice ? item : null);
}

/** What was written for a decision that is taken back is there to be used again. */
function keepDecided(button) {
  for (const name of ["wording", "answer"]) {
    if (button.dataset[name]) keep(`review:${name}-${button.dataset.keys}`).write(button.dataset[name]);
  }
}

async function write(button) {
  const body = await press(button, "/reviews/write", {});
  if (body) await show(body.said);
}

async function withdraw(button) {
  const body = await press(button, "/reviews/withdraw", { keys: keysOf(button) });
  if (!body) return;
  keepDecided(button);
  await show(body.said);
}

async function putAway(button) {
  if (button.dataset.sure && !confirm(button.dataset.sure)) return;
  const body = await press(button, "/reviews/put-away", { digest: button.dataset.digest });
  if (body) await show(body.said);
}

async function takeBack(button) {
  const body = await press(button, "/reviews/take-back", { digest: button.dataset.digest });
  if (body) await show(body.said);
}

async function copy(button) {
  await navigator.clipboard.writeText(button.dataset.text);
  announce(drop().dataset.copied);
}

// What is typed stays, whatever happens to the page

function kept(field) {
  return keep(`review:${field.id}`);
}

function restore() {
  for (const field of document.querySelectorAll("[data-field]")) {
    const typed = kept(field).read();
    if (typed === null) continue;
    field.value = typed;
    field.closest("details")?.setAttribute("open", "");
  }
}

document.addEventListener("input", (event) => {
  if (event.target.matches("[data-field]")) kept(event.target).write(event.target.value);
});
document.addEventListener("renewed", restore);
restore();

on("reviews", (state) => renew(() => state !== drop().dataset.reviews));
