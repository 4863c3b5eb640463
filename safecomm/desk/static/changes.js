// The two sides that are chosen become the page's address: nothing is sent.

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form#compare");
  if (!form) return;
  event.preventDefault();
  location.assign(`/changes?${new URLSearchParams(new FormData(form))}`);
});
