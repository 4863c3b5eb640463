// Forms that ask the desk for one thing: `data-action` says where, `data-works` and `data-done` what is said of it, unless
// the answer says itself what was done. An answer with an `address` leads there.

import { announce, post, renew, showProblems } from "/static/desk.js";

/** What each field says; several that are chosen under one name, with commas between them. */
function read(form) {
  const names = [...new Set(new FormData(form).keys())];
  return Object.fromEntries(names.map((name) => [name, new FormData(form).getAll(name).join(", ")]));
}

/** Whether two forms are about the same: what people fill in may differ. */
function asksSame(form, other) {
  const about = (one) => [one.dataset.action, ...[...one.querySelectorAll("[type=hidden]")].map(({ value }) => value)].join(" ");
  return about(form) === about(other);
}

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-action]");
  if (!form) return;
  event.preventDefault();
  const button = form.querySelector("button[type=submit]");
  if (button.disabled) return;
  button.disabled = true;
  if (form.dataset.works) announce(form.dataset.works);
  const answer = await post(form.dataset.action, read(form));
  button.disabled = false;
  // The page may have been put anew meanwhile, without the form where what it asks has been answered.
  const there = form.isConnected ? form : [...document.querySelectorAll("form[data-action]")].find((other) => asksSame(form, other));
  if (there) showProblems(there.querySelector(".answer"), answer.body.problems);
  if (!answer.ok) return;
  there?.reset();
  if (answer.body.address) return location.assign(answer.body.address);
  await renew();
  announce(answer.body.done ?? form.dataset.done);
});
