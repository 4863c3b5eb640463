// A table of figures: cells that are corrected, a year that comes, rows that go. What is typed stays until it is saved.

import { announce, ask, filled, isForeign, keep, on, renew } from "/static/desk.js";

document.body.dataset.renews = "itself";
const form = () => document.getElementById("figures");
const kept = keep(`figures/${form().dataset.id}`);

function rows() {
  return [...form().querySelectorAll("tbody tr")].map((row) => ({
    number: row.dataset.number === undefined ? null : Number(row.dataset.number),
    cells: Object.fromEntries([...row.querySelectorAll("[data-column]")].map((cell) => [cell.dataset.column, cell.value])),
  }));
}

/** What stands in the fields is more than what the file says. */
function note() {
  document.getElementById("unsaved").hidden = false;
  kept.write({ digest: form().dataset.digest, rows: rows() });
}

function addRow(cells) {
  const row = document.getElementById("new-row").content.firstElementChild.cloneNode(true);
  for (const cell of row.querySelectorAll("[data-column]")) {
    cell.value = cells[cell.dataset.column] ?? "";
    cell.setAttribute("aria-label", `${cell.getAttribute("aria-label")}${form().querySelectorAll("tbody tr").length + 1}`);
  }
  form().querySelector("tbody").append(row);
  return row;
}

/** The rows of the last year once more, without their values. */
function addYear() {
  const all = rows();
  const year = Math.max(0, ...all.map((row) => Number((row.cells.year ?? row.cells.date ?? "").slice(0, 4)) || 0));
  const next = String(year ? year + 1 : new Date().getFullYear());
  const last = all.filter((row) => row.cells.year === String(year));
  const empty = { value: "", lower: "", upper: "", status: "" };
  const added = (last.length ? last : [{ cells: {} }]).map((row) => addRow({ ...row.cells, ...empty, year: next }));
  announce(filled(form().dataset.added, { year: next }));
  (added[0].querySelector("[data-column=value]") ?? added[0].querySelector("input")).focus();
  note();
}

/** What was typed before the browser or the desk stopped: of a file that has changed since it cannot be put back. */
function restore() {
  const typed = kept.read();
  if (!typed || typed.digest !== form().dataset.digest) return;
  form().querySelector("tbody").replaceChildren();
  for (const { number, cells } of typed.rows) {
    const row = addRow(cells);
    if (number !== null) row.dataset.number = number;
  }
  document.getElementById("unsaved").hidden = false;
  announce(form().dataset.restored);
}

// Somebody else's change: shown at once, or told where something here is not saved.
on("changed", async (number) => {
  if (number === document.body.dataset.state) return;
  if (document.getElementById("unsaved").hidden) await renew();
  if (isForeign(number)) announce(document.body.dataset.changed);
});
document.addEventListener("input", (event) => event.target.closest("#figures") && note());
document.addEventListener("click", (event) => {
  if (event.target.id === "add-year") addYear();
  const button = event.target.closest("#figures .remove");
  if (!button) return;
  const row = button.closest("tr");
  const next = row.nextElementSibling ?? row.previousElementSibling;
  row.remove();
  (next?.querySelector(".remove") ?? document.getElementById("add-year")).focus();
  note();
});
document.addEventListener("submit", async (event) => {
  if (event.target.id !== "figures") return;
  event.preventDefault();
  const { id, digest, saved } = form().dataset;
  if (!(await ask(form(), "/figures/save", { id, digest, rows: rows() }))) return;
  kept.forget();
  await renew();
  announce(saved);
});
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "s") {
    event.preventDefault();
    form().requestSubmit();
  }
});
restore();
