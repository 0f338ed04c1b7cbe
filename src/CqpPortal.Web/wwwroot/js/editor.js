// The editor saves by itself, and its buttons work without leaving the page; without this script each of them sends the form and does the same.
const editor = () => document.getElementById("editor");
const pause = 1500;
// The page gives the words, in its language.
const words = document.getElementById("mots")?.dataset ?? {};
// Of the entry, whatever the language of its page.
const kept = `brouillon ${words.path ?? location.pathname}`;
let timer, sending, last, again, apart;

const all = () => [...new FormData(editor()).entries()].filter(([name]) => name !== "__RequestVerificationToken");
const said = entries => JSON.stringify(entries.filter(([name]) => !["revision", "fresh", "paste"].includes(name)));
const read = () => said(all());
// With the revision that it was written from: what others save meanwhile is brought together with it, later.
const keep = () => { try { localStorage.setItem(kept, JSON.stringify(all())); } catch { /* a full or closed store: the page still holds the text */ } };

function say(tone, said, address) {
  const state = document.getElementById("etat");
  if (!state) return;
  const text = document.createElement("span");
  text.className = `ans ${tone}`;
  text.textContent = said;
  state.replaceChildren(text);
  if (!address) return;
  const link = document.createElement("a");
  link.href = address;
  link.textContent = words.open;
  state.append(" ", link);
}

// One request at a time: each starts from the revision that the one before made.
async function send(act) {
  clearTimeout(timer);
  // Pressed twice, a button does its work once.
  if (sending) { if (act !== sending) again = act ?? again ?? "save"; return; }
  // Two texts wait for a choice: another request would only set a third aside.
  if (!act && (apart || read() === last)) return;
  sending = act ?? "typed";
  const [sent, entries] = [read(), all()];
  const body = new FormData(editor());
  body.set("act", act ?? "save");
  const trigger = document.activeElement;
  say("unknown", words.saving);
  try {
    const answer = await fetch(location.pathname, { method: "POST", body: new URLSearchParams(body), headers: { "X-By-Script": "1", Accept: "text/html" } });
    const place = new URL(answer.url).pathname;
    if (place === new URL(words.signIn, location).pathname) {
      keep();
      last = sent;
      say("if", words.expired, words.signIn);
      return;
    }
    if (place.includes("/conflit/")) {
      [last, apart] = [sent, true];
      say("if", words.apart, place);
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const theirs = page.getElementById("editor");
    if (!theirs && answer.status < 500) {
      keep();
      say("if", words.refused, location.pathname);
      return;
    }
    if (!theirs) throw new Error(`status ${answer.status}`);
    // What is refused is not saved: leaving the page still asks.
    if (answer.ok) { localStorage.removeItem(kept); last = sent; }
    document.title = page.title;
    if (act || !answer.ok || page.querySelector("#avis > *")) replace(theirs, entries, trigger, act);
    else renew(theirs);
  } catch {
    keep();
    say("if", words.lost);
    timer = setTimeout(() => send(), 5000);
  } finally {
    sending = undefined;
    if (again) { const next = again; again = undefined; send(next === "save" ? undefined : next); }
  }
}

// What is typed goes on being typed: only what tells of it is new.
function renew(theirs) {
  const mine = editor();
  mine.querySelector("[name=revision]").value = theirs.querySelector("[name=revision]").value;
  document.getElementById("avis").replaceChildren();
  for (const part of ["couverture", "etat"]) document.getElementById(part)?.replaceChildren(...theirs.querySelector(`#${part}`).childNodes);
  for (const part of theirs.querySelectorAll("[data-live]")) {
    const shown = document.getElementById(part.id);
    if (!shown) continue;
    shown.textContent = part.textContent;
    if (part.lang) shown.lang = part.lang; else shown.removeAttribute("lang");
  }
  for (const row of theirs.querySelectorAll(".skills > li, .line[id]")) document.getElementById(row.id)?.classList.toggle("gap", row.classList.contains("gap"));
  for (const list of theirs.querySelectorAll("select[name^='skill/']"))
    for (const option of list.options) {
      const shown = [...mine.elements[list.name]?.options ?? []].find(known => known.value === option.value);
      if (shown && shown.textContent !== option.textContent) shown.textContent = option.textContent;
    }
}

const boxes = form => [...form.querySelectorAll("input:not([type=hidden]), textarea, select")].filter(field => field.name && field.name !== "paste");
const isTicked = field => ["checkbox", "radio"].includes(field.type);

// The whole form as the site gives it back, with what was typed in the meantime put into it.
function replace(theirs, sent, trigger, act) {
  const before = new Set(sent.map(([name, value]) => `${name}\n${value}`));
  const names = new Set(sent.map(([name]) => name));
  const typed = boxes(editor()).filter(field => isTicked(field) ? field.checked !== before.has(`${field.name}\n${field.value}`) : names.has(field.name) && !before.has(`${field.name}\n${field.value}`));
  const open = [...editor().querySelectorAll("details[open][id]")].map(part => part.id);
  const [start, end] = trigger && "selectionStart" in trigger ? [trigger.selectionStart, trigger.selectionEnd] : [];
  const wasIn = editor().contains(trigger);
  editor().replaceWith(theirs);
  for (const field of typed) {
    const same = boxes(theirs).find(box => box.name === field.name && (!isTicked(field) || box.value === field.value));
    if (same && isTicked(field)) same.checked = field.checked;
    else if (same) same.value = field.value;
  }
  for (const id of open) { const part = document.getElementById(id); if (part) part.open = true; }
  if (act && theirs.querySelector("[role=alert]")) { theirs.querySelector("[role=alert]").focus(); return; }
  const same = trigger?.id ? document.getElementById(trigger.id) : wasIn && trigger.value && theirs.querySelector(`:not(.visually-hidden)[name="${CSS.escape(trigger.name)}"][value="${CSS.escape(trigger.value)}"]`);
  // A row that is moved from within keeps the keyboard where it was.
  const isField = trigger?.matches?.("input, textarea, select");
  const field = (isField && (!act || /^(up|down):|^save$/.test(act)) && same) || document.getElementById(theirs.dataset.focus) || same;
  if (!field) return;
  const stop = field.disabled ? field.parentElement.querySelector("button:not([disabled])") : field.tagName === "DETAILS" ? field.querySelector("summary") : field;
  stop?.focus();
  if (start !== undefined && start !== null && stop === same) try { stop.setSelectionRange(start, end); } catch { /* a field without a caret */ }
}

document.addEventListener("submit", event => {
  if (event.target.id !== "editor") return;
  event.preventDefault();
  send(event.submitter?.value ?? "save");
});
document.addEventListener("input", event => {
  if (!editor()?.contains(event.target) || event.target.name === "paste") return;
  clearTimeout(timer);
  timer = setTimeout(() => send(), pause);
});
// Alt and an arrow move the row that the keyboard is in.
document.addEventListener("keydown", event => {
  if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
  const row = event.target.closest("li[id^=skill-], div.line[id], div[id^=assessment-], fieldset[id^=activity-]");
  const button = row?.querySelector(`[id^=${event.key === "ArrowUp" ? "up" : "down"}-]:not([disabled])`);
  if (!button || !editor().contains(row)) return;
  event.preventDefault();
  send(button.value);
});
// A table that is copied from a page or a document is pasted as cells, without its markup.
document.addEventListener("paste", event => {
  if (event.target.dataset?.table === undefined) return;
  const markup = event.clipboardData.getData("text/html");
  if (!markup.includes("<table")) return;
  event.preventDefault();
  const rows = [...new DOMParser().parseFromString(markup, "text/html").querySelectorAll("tr")];
  event.target.setRangeText(rows.map(row => [...row.cells].map(cell => cell.textContent.replace(/\s+/g, " ").trim()).join("\t")).join("\n"), event.target.selectionStart, event.target.selectionEnd, "end");
});
window.addEventListener("online", () => { if (editor() && read() !== last) send(); });
window.addEventListener("beforeunload", event => { if (editor() && read() !== last) event.preventDefault(); });

if (editor()) {
  last = read();
  const lost = JSON.parse(localStorage.getItem(kept) ?? "null");
  if (lost && said(lost) === last) localStorage.removeItem(kept);
  else if (lost && !document.querySelector("[data-kept]")) offer(lost);
}

// Typed while the connection was down, on this device.
function offer(lost) {
  const note = document.createElement("div");
  note.className = "note if mb-4";
  note.setAttribute("role", "status");
  const told = document.createElement("p");
  told.textContent = words.keptHere;
  note.append(told);
  for (const [label, work] of [[words.take, () => fill(lost)], [words.forget, () => localStorage.removeItem(kept)]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-sm btn-outline-primary me-2";
    button.textContent = label;
    button.addEventListener("click", () => { note.remove(); work(); });
    note.append(button);
  }
  document.getElementById("avis").append(note);
}

function fill(lost) {
  const form = editor();
  const values = new Map(lost);
  const pairs = new Set(lost.map(([name, value]) => `${name}\n${value}`));
  form.querySelector("[name=revision]").value = values.get("revision") ?? form.querySelector("[name=revision]").value;
  for (const field of boxes(form)) {
    if (isTicked(field)) field.checked = pairs.has(`${field.name}\n${field.value}`);
    else if (values.has(field.name)) field.value = values.get(field.name);
  }
  send("save");
}
