// The list of certifications follows the reader from page to page, on this device alone. Without this script each link opens the list by its address.
const key = "cqp-liste";
const link = document.getElementById("ma-liste");
const read = () => { try { return JSON.parse(localStorage.getItem(key)) ?? []; } catch { return []; } };
const address = slugs => link.dataset.path + (slugs.length ? "?" + slugs.map(slug => "c=" + encodeURIComponent(slug)).join("&") : "");

// Says how many are kept, where something can be kept.
const said = document.createElement("p");
said.className = "visually-hidden";
said.setAttribute("role", "status");
if (document.querySelector("[data-keep]")) document.querySelector("main").append(said);
const full = document.createElement("p");
full.className = "note if mb-0";

function show(slugs) {
  link.href = address(slugs);
  link.textContent = slugs.length ? link.dataset.some.replace("{0}", slugs.length) : link.dataset.none;
  for (const keep of document.querySelectorAll("[data-keep]")) {
    const kept = slugs.includes(keep.dataset.keep);
    keep.href = address(kept ? slugs : [...slugs, keep.dataset.keep]);
    keep.firstChild.textContent = kept ? link.dataset.in : link.dataset.add;
  }
}

function write(slugs) {
  try { localStorage.setItem(key, JSON.stringify(slugs)); } catch { /* Nothing is kept where the browser keeps nothing. */ }
  show(slugs);
}

// A list that was opened is the list from then on: it may have come by mail. What the page does not know is not kept.
const opened = location.pathname === link.dataset.path ? [...document.querySelectorAll("[data-drop]")].map(row => row.dataset.drop) : [];
if (opened.length) write(opened);
else show(read());

document.addEventListener("click", event => {
  const keep = event.target.closest("[data-keep]");
  if (keep && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
    const slugs = read();
    // Kept already: the link leads to the list.
    if (slugs.includes(keep.dataset.keep)) return;
    event.preventDefault();
    const isFull = slugs.length >= Number(link.dataset.most);
    if (!isFull) write([...slugs, keep.dataset.keep]);
    said.textContent = isFull ? link.dataset.full : link.textContent;
    // Beside the link that did nothing.
    full.textContent = link.dataset.full;
    if (isFull) keep.after(full);
    else full.remove();
  }
  const drop = event.target.closest("[data-drop]");
  if (drop) write(read().filter(slug => slug !== drop.dataset.drop));
  const share = event.target.closest("[data-share]");
  if (share) navigator.clipboard.writeText(location.href).then(() => { share.textContent = share.dataset.share; });
});
// Back to a page that the browser kept as it was.
addEventListener("pageshow", event => { if (event.persisted) show(read()); });
// The results of a search changed in place.
document.addEventListener("contenu", () => show(read()));

for (const share of document.querySelectorAll("[data-share]")) share.hidden = !navigator.clipboard;
const restore = document.querySelector("[data-restore]");
if (restore && read().length) {
  restore.hidden = false;
  restore.querySelector("a").href = address(read());
}
