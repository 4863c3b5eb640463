// Forms that ask the desk for one thing: `data-action` says where, `data-works` and `data-done` what is said of it.

import { announce, post, renew, showProblems } from "/static/desk.js";

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-action]");
  if (!form) return;
  event.preventDefault();
  const button = form.querySelector("button[type=submit]");
  if (button.disabled) return;
  button.disabled = true;
  if (form.dataset.works) announce(form.dataset.works);
  const answer = await post(form.dataset.action, Object.fromEntries(new FormData(form)));
  button.disabled = false;
  showProblems(form.querySelector(".answer"), answer.body.problems);
  if (!answer.ok) return;
  form.reset();
  await renew();
  announce(form.dataset.done);
});
