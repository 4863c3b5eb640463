// Questions that are answered where they stand: what is open stays open, and what is typed stays until it is saved.

import { keep, unfold } from "/static/desk.js";

const answers = keep("answers");
const open = new Set();
let answered = false;

document.addEventListener("toggle", (event) => (event.target.open ? open.add(event.target.id) : open.delete(event.target.id)), true);

document.addEventListener("input", ({ target }) => {
  if (!target.closest(".asked") || !target.id) return;
  answers.write({ ...answers.read(), [target.id]: target.type === "checkbox" ? target.checked : target.value });
});

document.addEventListener("submit", () => {
  answered = true;
});

/** What was typed and not saved; of a question that is gone, nothing is kept. */
function restore() {
  const left = Object.entries(answers.read() ?? {}).filter(([id]) => document.getElementById(id));
  for (const [id, value] of left) {
    const field = document.getElementById(id);
    if (field.type === "checkbox") field.checked = value;
    else field.value = value;
    unfold(field);
  }
  answers.write(Object.fromEntries(left));
}

/** Opens the question that a link leads to. */
function goToQuestion() {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!place?.matches(".asked summary")) return;
  unfold(place);
  place.focus();
  place.scrollIntoView();
}

window.addEventListener("hashchange", goToQuestion);
document.addEventListener("renewed", () => {
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  restore();
  // The button that was pressed has gone with its question.
  if (answered && document.activeElement === document.body) document.getElementById("to-do")?.focus();
  answered = false;
});
restore();
goToQuestion();
