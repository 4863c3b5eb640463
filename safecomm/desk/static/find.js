// The search in a document: all places are marked, and one of them is the current one.

import { filled } from "./desk.js";

const field = () => document.getElementById("search");
let found = [];
let current = -1;

/** The text nodes of a paragraph, without what the desk has put there. */
function textsOf(paragraph) {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(".edit") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  return texts;
}

/** Marks what lies from `start` to `end` in one text, and gives the mark. */
function mark(text, start, end) {
  const part = text.splitText(start);
  part.splitText(end - start);
  const marked = document.createElement("mark");
  part.replaceWith(marked);
  marked.append(part);
  return marked;
}

/** The marks of each place where the words stand in the paragraph: several where its look changes within them. */
function markIn(paragraph, words) {
  const texts = textsOf(paragraph);
  const whole = texts.map((text) => text.data).join("").toLocaleLowerCase();
  const places = [];
  for (let at = whole.lastIndexOf(words); at >= 0; at = at ? whole.lastIndexOf(words, at - words.length) : -1) {
    const marks = [];
    let before = whole.length;
    for (const text of [...texts].reverse()) {
      before -= text.length;
      const [start, end] = [Math.max(at - before, 0), Math.min(at + words.length - before, text.length)];
      if (start < end) marks.unshift(mark(text, start, end));
    }
    places.unshift(marks);
    if (at < words.length) break;
  }
  return places;
}

function clear() {
  for (const marked of document.querySelectorAll("#document mark")) {
    const parent = marked.parentNode;
    marked.replaceWith(...marked.childNodes);
    parent.normalize();
  }
  found = [];
}

function show(place) {
  for (const marked of found[current] ?? []) marked.classList.remove("current");
  current = found.length ? (place + found.length) % found.length : -1;
  for (const marked of found[current] ?? []) marked.classList.add("current");
  const { found: some, none } = field().dataset;
  const says = found.length ? filled(some, { place: current + 1, number: found.length }) : none;
  document.getElementById("found").textContent = field().value.trim() ? says : "";
}

function look() {
  for (const marked of found[current] ?? []) marked.scrollIntoView({ block: "center" });
}

function search() {
  clear();
  const words = field().value.trim().replace(/\s+/g, " ").toLocaleLowerCase();
  if (words) found = [...document.querySelectorAll("#document .text")].flatMap((paragraph) => markIn(paragraph, words));
}

/** The same words in the document as it is now; what the person looks at stays. */
export function findAgain() {
  const before = current;
  search();
  show(Math.min(Math.max(before, 0), found.length - 1));
}

function go(steps) {
  show(current + steps);
  look();
}

// The page may put its fields anew.
document.addEventListener("input", ({ target }) => {
  if (target !== field()) return;
  search();
  show(0);
  look();
});
document.addEventListener("keydown", (event) => {
  if (event.target === field() && event.key === "Enter") go(event.shiftKey ? -1 : 1);
});
document.addEventListener("click", ({ target }) => {
  if (target.id === "next") go(1);
  if (target.id === "previous") go(-1);
});

// Somebody may have written before this was there, and a browser that goes back fills its fields again.
if (field().value) findAgain();
