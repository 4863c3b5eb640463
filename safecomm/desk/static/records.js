// A list of records, of which a part of the title shows those that are meant.

const search = document.getElementById("search");

search?.addEventListener("input", () => {
  const wanted = search.value.trim().toLowerCase();
  const records = [...document.querySelectorAll("#records > li")];
  for (const record of records) record.hidden = !record.textContent.toLowerCase().includes(wanted);
  const shown = records.filter((record) => !record.hidden).length;
  document.getElementById("said").textContent = search.dataset.found.replace("{number}", shown);
});
