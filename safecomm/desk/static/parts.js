// A page put anew in its parts: a browser lays out a document of a thousand paragraphs more slowly than the desk makes it.
// An element with `data-parts` consists of parts; the chapters of a document say by a digest what they are.

const MOST = 1000; // Chapters that are named: a server takes some kilobytes. The others are sent again.

/** The digests of the chapters that are there: the desk need not send them again. */
export function digests() {
  return [...document.querySelectorAll("[data-chapter]")].slice(0, MOST).map((chapter) => chapter.dataset.chapter);
}

/** Shows in an element what a new one does. Parts that say the same stay as they are, with all that was done to them. */
export function renewParts(old, fresh) {
  for (const name of old.getAttributeNames()) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) old.setAttribute(name, value);
  const before = [...old.children];
  const after = matched(before, [...fresh.children]);
  const wanted = new Set(after);
  for (const part of before) if (!wanted.has(part)) part.remove();
  let next = old.firstElementChild;
  for (const part of after) {
    if (part === next) next = next.nextElementSibling;
    else old.insertBefore(part, next);
  }
}

/** The new parts, in the place of each the old one where there is one. */
function matched(before, after) {
  const named = new Map(before.map((part) => [nameOf(part), part]));
  const unnamed = new Set(before.filter((part) => !nameOf(part)));
  return after.map((part) => {
    const name = nameOf(part);
    const old = name ? named.get(name) : [...unnamed].find((one) => one.isEqualNode(part));
    if (!old) return part;
    named.delete(name);
    unnamed.delete(old);
    if (!part.dataset.chapter && name) renewParts(old, part);
    return old;
  });
}

const nameOf = (part) => part.dataset.chapter || ("parts" in part.dataset ? part.id : "");
