// Ticking a filter updates the list in place; without this script the "Appliquer" button does the same.
const zone = () => document.getElementById("resultats");
let last;
let shown = location.pathname + location.search;

async function show(address, remember) {
  last?.abort();
  last = new AbortController();
  try {
    const answer = await fetch(address, { signal: last.signal, headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) { location.assign(address); return; }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const open = document.getElementById("filtres")?.open;
    const focused = document.activeElement?.id;
    zone().replaceWith(page.getElementById("resultats"));
    document.title = page.title;
    document.getElementById("annonce").textContent = document.getElementById("compte").textContent;
    const filters = document.getElementById("filtres");
    if (filters) filters.open = open;
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    if (remember) history.pushState(null, "", address);
    shown = location.pathname + location.search;
  } catch (problem) {
    if (problem.name !== "AbortError") location.assign(address);
  }
}

document.addEventListener("change", event => {
  const form = event.target.closest("form[data-live]");
  if (form) show(form.action + "?" + new URLSearchParams(new FormData(form)), true);
});
// A jump inside the page is a step in the history too, but changes no result.
addEventListener("popstate", () => {
  if (location.pathname + location.search !== shown) show(location.href, false);
});
