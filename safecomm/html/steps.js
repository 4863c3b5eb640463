"use strict";
// j and k, as in mail and code review: the next change and the previous one; in a field they are letters.
document.addEventListener("keydown", (event) => {
  const step = { j: 1, k: -1 }[event.key];
  const isTyped = event.target.matches("input:not([type=radio]), select");
  if (!step || event.ctrlKey || event.metaKey || event.altKey || isTyped) return;
  // The desk may have put the page anew.
  const changes = [...document.querySelectorAll(".change")];
  const here = changes.indexOf(document.activeElement.closest(".change"));
  const next = here < 0 ? (step > 0 ? 0 : changes.length - 1) : here + step;
  changes[Math.min(Math.max(next, 0), changes.length - 1)]?.focus();
});
