// Forms and translations that came back: read, looked at, and written.

import { announce, fill, post, renew, showProblems } from "/static/desk.js";
import { onFiles } from "/static/drop.js";

let returned = [];

/** Sends files to the desk, and shows what it says of them. */
async function read(id, path, files, more = {}) {
  const place = document.getElementById(id);
  announce(place.dataset.reading);
  const answer = await post(path, { files, ...more });
  showProblems(place.querySelector(".answer"), answer.body.problems);
  fill(place.querySelector(".read"), answer.body.html ?? "");
  announce(answer.ok && id === "translated" ? place.dataset.wrote : "");
  return answer.ok;
}

onFiles("returned", async (files) => {
  returned = files;
  await read("returned", "/followup/read", files, { year: document.getElementById("returned").dataset.year });
});

onFiles("translated", (files) => read("translated", "/followup/translation", files));

document.addEventListener("click", async (event) => {
  if (event.target.id !== "write-answers") return;
  const accepted = [...document.querySelectorAll("#returned [name=work]:checked")].map((box) => box.value);
  const place = document.getElementById("returned");
  const { year, wrote } = place.dataset;
  const answer = await post("/followup/write", { files: returned, year, accepted });
  showProblems(place.querySelector(".answer"), answer.body.problems);
  if (!answer.ok) return;
  place.querySelector(".read").replaceChildren();
  await renew();
  announce(wrote);
});
