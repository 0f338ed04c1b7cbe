// Ticking a filter updates the list in place; without this script the "Appliquer" button does the same.
const zone = () => document.getElementById("resultats");
let last;

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
    const filters = document.getElementById("filtres");
    if (filters) filters.open = open;
    if (focused) document.getElementById(focused)?.focus();
    if (remember) history.pushState(null, "", address);
  } catch (problem) {
    if (problem.name !== "AbortError") location.assign(address);
  }
}

document.addEventListener("change", event => {
  const form = event.target.closest("form[data-live]");
  if (form) show(form.action + "?" + new URLSearchParams(new FormData(form)), true);
});
addEventListener("popstate", () => show(location.href, false));
