// The editor saves by itself, and its buttons work without leaving the page; without this script each of them sends the form and does the same.
const editor = () => document.getElementById("editor");
const pause = 1500;
const kept = `brouillon ${location.pathname}`;
let timer, sending, last, again;

const read = () => {
  const data = new FormData(editor());
  data.delete("__RequestVerificationToken");
  return JSON.stringify([...data.entries()].filter(([name]) => name !== "revision"));
};

function say(tone, words, address) {
  const state = document.getElementById("etat");
  if (!state) return;
  const text = document.createElement("span");
  text.className = `ans ${tone}`;
  text.textContent = words;
  state.replaceChildren(text);
  if (!address) return;
  const link = document.createElement("a");
  link.href = address;
  link.textContent = "Ouvrir la page";
  state.append(" ", link);
}

// One request at a time: each starts from the revision that the one before made.
async function send(act) {
  clearTimeout(timer);
  if (sending) { again = act ?? again ?? "save"; return; }
  if (!act && read() === last) return;
  sending = true;
  const sent = read();
  const body = new FormData(editor());
  body.set("act", act ?? "save");
  const trigger = document.activeElement;
  say("unknown", "Enregistrement…");
  try {
    const answer = await fetch(location.pathname, { method: "POST", body: new URLSearchParams(body), headers: { "X-By-Script": "1", Accept: "text/html" } });
    const place = new URL(answer.url).pathname;
    if (place.startsWith("/connexion")) {
      say("if", "Votre session a expiré. Ce que vous avez écrit est gardé : reconnectez-vous pour le reprendre.", `/connexion?retour=${encodeURIComponent(location.pathname)}`);
      return;
    }
    if (place.includes("/conflit/")) {
      last = sent;
      say("if", "Quelqu’un a modifié les mêmes champs. Vos deux textes sont gardés : comparez-les.", place);
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const theirs = page.getElementById("editor");
    if (!theirs) throw new Error(`status ${answer.status}`);
    localStorage.removeItem(kept);
    last = sent;
    const whole = Boolean(act) || answer.status === 400 || page.querySelector("#avis > *");
    if (whole) replace(theirs, sent, trigger);
    else {
      // What is typed goes on being typed: only the revision, the gaps and the state are new.
      editor().querySelector("[name=revision]").value = theirs.querySelector("[name=revision]").value;
      for (const part of ["couverture", "savebar"]) document.getElementById(part)?.replaceWith(theirs.querySelector(`#${part}`));
    }
  } catch {
    localStorage.setItem(kept, sent);
    say("if", "Pas encore enregistré : connexion perdue. Votre texte est gardé sur cet appareil.");
    timer = setTimeout(() => send(), 5000);
  } finally {
    sending = false;
    if (again) { const next = again; again = undefined; send(next === "save" ? undefined : next); }
  }
}

// The whole form as the site gives it back, with what was typed in the meantime put into it.
function replace(theirs, sent, trigger) {
  const before = new Map(JSON.parse(sent));
  const typed = [...editor().elements].filter(field => field.name && "value" in field && ["TEXTAREA", "INPUT"].includes(field.tagName) && !["hidden", "checkbox", "radio"].includes(field.type)
    && before.has(field.name) && before.get(field.name) !== field.value).map(field => [field.name, field.value]);
  const open = [...editor().querySelectorAll("details[open][id]")].map(part => part.id);
  const focused = theirs.dataset.focus || trigger?.id;
  editor().replaceWith(theirs);
  for (const [name, value] of typed) if (theirs.elements[name]) theirs.elements[name].value = value;
  for (const id of open) { const part = document.getElementById(id); if (part) part.open = true; }
  const wrong = theirs.querySelector("[role=alert]");
  const field = wrong ?? document.getElementById(focused);
  if (!field) return;
  if (field.tagName === "DETAILS") field.querySelector("summary").focus();
  else field.focus();
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
  const row = event.target.closest("[id^=skill-], .line[id], fieldset[id^=activity-]");
  const button = row?.querySelector(`[id^=${event.key === "ArrowUp" ? "up" : "down"}-]:not([disabled])`);
  if (!button || !editor().contains(row)) return;
  event.preventDefault();
  send(button.value);
});
// A table that is copied from a page or a document is pasted as cells, without its markup.
document.addEventListener("paste", event => {
  if (!("table" in event.target.dataset)) return;
  const markup = event.clipboardData.getData("text/html");
  if (!markup.includes("<table")) return;
  event.preventDefault();
  const rows = [...new DOMParser().parseFromString(markup, "text/html").querySelectorAll("tr")];
  event.target.setRangeText(rows.map(row => [...row.cells].map(cell => cell.textContent.replace(/\s+/g, " ").trim()).join("\t")).join("\n"));
});
window.addEventListener("beforeunload", event => { if (editor() && read() !== last) event.preventDefault(); });

if (editor()) {
  last = read();
  const lost = localStorage.getItem(kept);
  if (lost && lost !== last) offer(lost);
}

// Typed while the connection was down, on this device.
function offer(lost) {
  const note = document.createElement("p");
  note.className = "note if mb-4";
  note.textContent = "Un texte écrit ici n’a pas pu être enregistré. ";
  for (const [words, work] of [["Le reprendre", () => fill(lost)], ["L’oublier", () => {}]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-sm btn-outline-primary me-2";
    button.textContent = words;
    button.addEventListener("click", () => { note.remove(); localStorage.removeItem(kept); work(); });
    note.append(button);
  }
  document.getElementById("avis").append(note);
}

function fill(lost) {
  const fields = editor().elements;
  for (const [name, value] of JSON.parse(lost)) if (fields[name] && "value" in fields[name] && fields[name].type !== "hidden") fields[name].value = value;
  send();
}
