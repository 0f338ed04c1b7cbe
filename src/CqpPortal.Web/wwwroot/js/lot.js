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
// The page gives the words, in its language.
const locale = document.documentElement.lang === "en" ? "en-GB" : "fr-FR";
const number = new Intl.NumberFormat(locale);
const plural = new Intl.PluralRules(locale);

async function follow() {
  const answer = await fetch(location.pathname + "/avancement").catch(() => null);
  const state = answer?.ok ? await answer.json() : null;
  if (answer && (!state || state.finished)) { location.reload(); return; }
  if (state) {
    bar.value = state.done;
    document.getElementById("fait").textContent = (plural.select(state.done) === "one" ? bar.dataset.one : bar.dataset.other)
      .replace("{0}", number.format(state.done)).replace("{1}", number.format(bar.max));
  }
  setTimeout(follow, 300);
}
if (bar) follow();
