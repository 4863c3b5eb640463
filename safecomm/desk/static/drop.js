// Places where files are dropped, or chosen with the keyboard: an element of the class `drop` with a field for files.

import { announce, ask, fill, renew } from "/static/desk.js";

/** Calls `take(files)` with what came to a place of that id: each file as { name, data, modified }, its data in base64. */
export function onFiles(id, take) {
  const place = (event) => event.target.closest?.(`#${id}.drop`);
  document.addEventListener("dragover", (event) => place(event) && event.preventDefault());
  document.addEventListener("drop", async (event) => {
    if (!place(event)) return;
    event.preventDefault();
    take(await readFiles(event.dataTransfer.files));
  });
  document.addEventListener("change", async (event) => {
    if (!place(event) || !event.target.files?.length) return;
    const files = await readFiles(event.target.files);
    event.target.value = "";
    take(files);
  });
}

// A file that is dropped beside its place would take the page's own place.
for (const name of ["dragover", "drop"]) {
  window.addEventListener(name, (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault());
}

/** Has the desk read what came to the part of that id, which shows what is wrong, or what was understood. */
export async function readAt(id, path, data) {
  const part = document.getElementById(id);
  announce(part.dataset.reading);
  const body = await ask(part, path, data);
  fill(part.querySelector(".read"), body?.html ?? "");
  if (body) announce("");
  return body;
}

/** Has the desk write what it has read there; gives what `ask` gives. */
export async function writeAt(id, path, data) {
  const part = document.getElementById(id);
  const body = await ask(part, path, data);
  if (!body) return null;
  part.querySelector(".read").replaceChildren();
  await renew();
  announce(part.dataset.wrote);
  return body;
}

function readFiles(list) {
  return Promise.all(
    [...list].map(
      (file) =>
        new Promise((resolve, reject) => {
          const reader = new FileReader();
          reader.onload = () => resolve({ name: file.name, data: reader.result.split(",")[1] ?? "", modified: file.lastModified });
          reader.onerror = () => reject(reader.error);
          reader.readAsDataURL(file);
        }),
    ),
  );
}
