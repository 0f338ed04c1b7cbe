// A file that is too heavy is refused before it is sent, and the bar follows the answers; without this script the server says the former and the page reloads itself.
const file = document.getElementById("file");
file?.addEventListener("change", () => {
  file.setCustomValidity(file.files[0]?.size > Number(file.dataset.most) ? file.dataset.tooLarge : "");
  file.reportValidity();
});
file?.form.addEventListener("submit", event => {
  if (!file.reportValidity()) event.preventDefault();
});

const bar = document.getElementById("barre");
const number = new Intl.NumberFormat("fr-FR");

async function follow() {
  const answer = await fetch(location.pathname + "/avancement").catch(() => null);
  const state = answer?.ok ? await answer.json() : null;
  if (answer && (!state || state.finished)) { location.reload(); return; }
  if (state) {
    bar.value = state.done;
    document.getElementById("fait").textContent = `${number.format(state.done)}\u00a0${state.done < 2 ? "ligne vérifiée" : "lignes vérifiées"} sur ${number.format(bar.max)}.`;
  }
  setTimeout(follow, 300);
}
if (bar) follow();
