// Forms that ask the desk for one thing: `data-action` says where, `data-works` and `data-done` what is said of it, unless
// the answer says itself what was done. An answer with an `address` leads there.

import { announce, ask, renew } from "/static/desk.js";

/** What each field says; several that are chosen under one name, with commas between them. */
function read(form) {
  const names = [...new Set(new FormData(form).keys())];
  return Object.fromEntries(names.map((name) => [name, new FormData(form).getAll(name).join(", ")]));
}

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-action]");
  if (!form) return;
  event.preventDefault();
  const button = form.querySelector("button[type=submit]");
  if (button.disabled) return;
  button.disabled = true;
  announce(form.dataset.works ?? "");
  const body = await ask(form, form.dataset.action, read(form));
  button.disabled = false;
  // While it could not be pressed, it lost the focus.
  if (document.activeElement === document.body) button.focus({ preventScroll: true });
  if (!body) return;
  form.reset();
  if (body.address) return location.assign(body.address);
  await renew();
  announce(body.done ?? form.dataset.done);
});
