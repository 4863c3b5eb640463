"use strict";
// j and k, as in mail and code review: the next change and the previous one.
const changes = [...document.querySelectorAll(".change")];
document.addEventListener("keydown", (event) => {
  const step = { j: 1, k: -1 }[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey || !changes.length) return;
  const here = changes.indexOf(document.activeElement.closest(".change"));
  const next = here < 0 ? (step > 0 ? 0 : changes.length - 1) : here + step;
  changes[Math.min(Math.max(next, 0), changes.length - 1)].focus();
});
