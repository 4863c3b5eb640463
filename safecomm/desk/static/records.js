// A list of records, of which a part of the title shows those that are meant.

import { announce, filled } from "/static/desk.js";

const search = () => document.getElementById("search");

/** Gives how many records are shown. */
function show() {
  const wanted = search().value.trim().toLowerCase();
  const records = [...document.querySelectorAll("#records > li")];
  for (const record of records) record.hidden = !record.textContent.toLowerCase().includes(wanted);
  return records.filter((record) => !record.hidden).length;
}

document.addEventListener("input", ({ target }) => {
  if (target === search()) announce(filled(target.dataset.found, { number: show() }));
});
document.addEventListener("renewed", () => search() && show());
