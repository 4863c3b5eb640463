// What the inputs of a form say, as a content file would hold it, and the other way round.

/** The inputs that stand directly in an input. */
const inside = (node) =>
  [...node.querySelectorAll("[data-widget]")].filter((part) => part.parentElement.closest("[data-widget]") === node);

const entries = (node) => [...node.querySelector(".entries").children];
const inputOf = (entry) => entry.querySelector("[data-widget]");
const nothing = (value) => value === null || value === undefined;

/** Of several parts those that say something, by name; null where none does. */
function named(parts) {
  const said = parts.filter(([, value]) => !nothing(value));
  return said.length ? Object.fromEntries(said) : null;
}

// What nobody has filled in yet goes on saying so.
const line = (node) => node.value.trim() || node.dataset.open || null;
const record = (node) => named(inside(node).map((part) => [part.dataset.name, valueOf(part)]));

const readers = {
  line,
  number: line,
  date: line,
  period: line,
  choice: line,
  prose: (node) => (node.value.trim() ? node.value : node.dataset.open || null),
  switch: (node) => (node.checked ? node.dataset.on : node.dataset.off) || null,
  choices(node) {
    const chosen = [...node.querySelectorAll("input:checked")].map((box) => box.value);
    return chosen.length ? chosen : null;
  },
  texts(node) {
    const texts = record(node);
    const [source] = inside(node);
    const alone = texts && Object.keys(texts).length === 1 && source.dataset.name in texts;
    return alone && "plain" in node.dataset ? texts[source.dataset.name] : texts;
  },
  record,
  list(node) {
    const values = entries(node).map((entry) => valueOf(inputOf(entry))).filter((value) => !nothing(value));
    return values.length ? values : null;
  },
  table: (node) => named(entries(node).map((row) => [row.querySelector(".name").value.trim(), valueOf(inputOf(row))])),
};

/** What an input says; null for nothing. */
export function valueOf(node) {
  return readers[node.dataset.widget](node);
}

const write = (node, value) => (node.value = value === node.dataset.open ? "" : (value ?? ""));
const each = (node, value) => inside(node).forEach((part) => fill(part, value?.[part.dataset.name]));

const writers = {
  line: write,
  number: write,
  date: write,
  period: write,
  choice: write,
  prose: write,
  switch: (node, value) => (node.checked = !nothing(value) && value === node.dataset.on),
  choices: (node, value) =>
    node.querySelectorAll("input").forEach((box) => (box.checked = Boolean(value?.includes(box.value)))),
  texts: (node, value) => each(node, typeof value === "string" ? { [inside(node)[0].dataset.name]: value } : value),
  record: each,
  list(node, value) {
    const wanted = value ?? [];
    while (entries(node).length > wanted.length) entries(node).at(-1).remove();
    while (entries(node).length < wanted.length) addEntry(node);
    entries(node).forEach((entry, number) => fill(inputOf(entry), wanted[number]));
  },
  table(node, value) {
    node.querySelector(".entries").replaceChildren();
    for (const [name, part] of Object.entries(value ?? {})) {
      const row = addEntry(node);
      row.querySelector(".name").value = name;
      fill(inputOf(row), part);
    }
  },
};

/** Lets an input say a value. */
export function fill(node, value) {
  writers[node.dataset.widget](node, value);
}

/** Another entry at the end of a list or table. */
export function addEntry(node) {
  const blank = [...node.children].find((child) => child.localName === "template");
  const entry = document.importNode(blank.content, true).firstElementChild;
  node.querySelector(".entries").append(entry);
  number(node);
  return entry;
}

/** Names the entries of a list after their places, and all that is in them; of a table only the new rows. */
export function number(node) {
  const isTable = node.dataset.widget === "table";
  entries(node).forEach((entry, place) => {
    const input = inputOf(entry);
    const name = isTable ? `${node.id}.+${place}` : `${node.id}.${place}`;
    if (input.id === name || (isTable && input.dataset.name !== "+")) return;
    rename(entry, input.id, name);
    if (!isTable) input.dataset.name = String(place);
  });
}

function rename(root, old, name) {
  for (const node of root.querySelectorAll("*")) {
    for (const attribute of ["id", "for", "aria-describedby", "aria-labelledby"]) {
      const said = node.getAttribute(attribute);
      if (said) node.setAttribute(attribute, said.split(" ").map((id) => renamed(id, old, name)).join(" "));
    }
    if (node.content) rename(node.content, old, name);
  }
}

const renamed = (id, old, name) => (id === old || id.startsWith(`${old}.`) || id.startsWith(`${old}-`) ? name + id.slice(old.length) : id);
