// A file of figures: read, looked at, completed with what it does not say, and written.

import { onFiles, readAt, writeAt } from "/static/drop.js";

let files = [];
let signs = {};
const field = (id) => document.getElementById(id);
const value = (id) => field(id)?.value.trim() ?? "";

function choices() {
  if (field("choices").hidden) return {};
  if (value("sign")) signs = { ...signs, [value("sign")]: value("meaning") };
  const columns = [...document.querySelectorAll("#choices [data-column]")].map((input) => [input.dataset.column, input.value.trim()]);
  return {
    columns: Object.fromEntries(columns.filter(([, name]) => name)),
    signs,
    year: value("year"),
    places: value("place") ? [value("place")] : [],
    sheet: value("sheet"),
    counts: field("counts").checked,
  };
}

async function read() {
  const body = await readAt("figure-answer", "/figures/read", { files, choices: choices() });
  if (body?.asks?.length) show(field(`ask-${body.asks[0]}`));
}

/** Shows the question that is open now, beside those that were answered. */
function show(part) {
  field("choices").hidden = part.hidden = false;
  part.querySelector("input").focus();
}

function forget() {
  signs = {};
  field("choices").reset();
  for (const part of [field("choices"), ...document.querySelectorAll("#choices > [id]")]) part.hidden = true;
}

onFiles("figure-file", (dropped) => {
  files = dropped.slice(0, 1);
  forget();
  read();
});

document.addEventListener("submit", async (event) => {
  if (event.target.id === "choices") {
    event.preventDefault();
    await read();
  }
  if (event.target.id !== "import") return;
  event.preventDefault();
  const texts = [...document.querySelectorAll("#import [data-text]")].map((input) => [input.dataset.text, input.value]);
  const written = await writeAt("figure-answer", "/figures/import", {
    files,
    choices: choices(),
    id: value("figures-id"),
    subject: value("subject"),
    criterion: value("criterion"),
    texts: Object.fromEntries(texts),
  });
  if (written) forget();
});
