// The document's page: from a paragraph to its text, the search, the pages, and the document anew when the files change.

import { announce, on, press, renew } from "./desk.js";
import { findAgain } from "./find.js";

const LINKS = ".edit, .part";
const wide = matchMedia("(min-width: 64rem)");
const links = () => [...document.querySelectorAll(LINKS)];
let before = null;
document.body.dataset.renews = "itself";

/** Of the links to the texts one is a stop of the Tab key; the arrows move it. */
function makeStop(link) {
  for (const other of links()) if (other.tabIndex === 0) other.tabIndex = -1;
  if (link) link.tabIndex = 0;
}

function moveStop(event) {
  const all = links();
  const steps = { ArrowDown: 1, ArrowUp: -1, Home: -all.length, End: all.length };
  if (!event.target.matches(LINKS) || !(event.key in steps)) return;
  event.preventDefault();
  const place = all.indexOf(event.target) + steps[event.key];
  all[Math.min(Math.max(place, 0), all.length - 1)].focus();
}

/** Leads from a paragraph to its text, or says why it has none. */
function follow(event) {
  const text = event.target.closest("#document .text");
  if (!text || getSelection().toString() || event.target.closest("a, summary")) return;
  const { ofTemplate, several } = document.getElementById("sheet").dataset;
  const link = text.querySelector(":scope > .edit");
  if (link) link.click();
  else announce(text.querySelector(".part") ? several : ofTemplate);
}

/** The paragraph that stands nearest to the top, and how far from it. */
function place() {
  const marked = [...document.querySelectorAll("#document .text[id]")];
  const first = marked.find((text) => text.getBoundingClientRect().bottom > 0);
  return first && { id: first.id, top: first.getBoundingClientRect().top };
}

/** What is done to a new page: it stands where the old one stood, and is searched again. */
function showAnew() {
  const sheet = document.getElementById("sheet");
  // There may be no such document any more.
  if (!sheet) return;
  if (!links().some((link) => link.tabIndex === 0)) makeStop(links()[0]);
  const same = before && document.getElementById(before.id);
  if (same) scrollBy(0, same.getBoundingClientRect().top - before.top);
  findAgain();
  announce(sheet.dataset.made);
}

async function make(button) {
  announce(button.dataset.begun);
  const body = await press(button, button.dataset.make, { document: button.dataset.document });
  if (!body) return;
  announce(button.dataset.ready);
  location.assign(body.address);
}

document.addEventListener("keydown", moveStop);
document.addEventListener("click", follow);
document.addEventListener("focusin", (event) => event.target.matches(LINKS) && makeStop(event.target));
document.addEventListener("click", ({ target }) => target.dataset.make && make(target));
document.addEventListener("renewing", () => (before = place()));
document.addEventListener("renewed", showAnew);
on("changed", (number) => renew(() => number !== document.body.dataset.state));
document.getElementById("contents").open = wide.matches;
makeStop(links()[0]);
