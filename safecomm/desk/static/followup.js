// Forms and translations that came back: read, looked at, and written.

import { announce } from "/static/desk.js";
import { onFiles, readAt, writeAt } from "/static/drop.js";

let returned = [];
const place = (id) => document.getElementById(id);

onFiles("returned", (files) => {
  returned = files;
  readAt("returned", "/followup/read", { files, year: place("returned").dataset.year });
});

onFiles("translated", async (files) => {
  if (await readAt("translated", "/followup/translation", { files })) announce(place("translated").dataset.wrote);
});

document.addEventListener("click", ({ target }) => {
  if (target.id !== "write-answers") return;
  const accepted = [...document.querySelectorAll("#returned [name=work]:checked")].map((box) => box.value);
  writeAt("returned", "/followup/write", { files: returned, year: place("returned").dataset.year, accepted });
});
