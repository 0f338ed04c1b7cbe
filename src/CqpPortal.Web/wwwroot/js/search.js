// Filters, order and pages update the list in place; without this script their buttons and links do the same.
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
    const focused = zone().contains(document.activeElement) && document.activeElement.id;
    zone().replaceWith(page.getElementById("resultats"));
    label(page);
    document.dispatchEvent(new Event("contenu"));
    document.title = page.title;
    const count = document.getElementById("compte");
    document.getElementById("annonce").textContent = count.textContent;
    const filters = document.getElementById("filtres");
    if (filters && open !== undefined) filters.open = open;
    if (remember) history.pushState(null, "", address);
    shown = location.pathname + location.search;
    const field = focused && document.getElementById(focused);
    if (field) field.focus({ preventScroll: true });
    // A link is gone with the list that held it: reading goes on at the head of the new one.
    else if (remember) count.focus();
  } catch (problem) {
    if (problem.name !== "AbortError") location.assign(address);
  }
}

// Whether the list shows made-up certifications can change with it.
function label(page) {
  const [ours, theirs] = [document, page].map(side => side.querySelector(".demo"));
  if (ours && !theirs) ours.remove();
  else if (!ours && theirs) document.querySelector("main").before(theirs);
}

document.addEventListener("change", event => {
  const form = event.target.closest("form[data-live]");
  if (form) show(form.action + "?" + new URLSearchParams(new FormData(form)), true);
});
document.addEventListener("click", event => {
  const link = event.target.closest("#resultats a");
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (link.origin !== location.origin || link.pathname !== location.pathname || link.hash) return;
  event.preventDefault();
  show(link.href, true);
});
// A jump inside the page is a step in the history too, but changes no result.
addEventListener("popstate", () => {
  if (location.pathname + location.search !== shown) show(location.href, false);
});
