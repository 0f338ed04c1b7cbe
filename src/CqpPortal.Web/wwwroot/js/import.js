// How far an import is: the bar moves by itself, and the page opens anew once the import is over. Without this script the page reloads itself.
async function follow() {
  const answer = await fetch(location.pathname).catch(() => null);
  if (answer?.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.getElementById("barre")) { location.reload(); return; }
    document.getElementById("etat").replaceChildren(...page.getElementById("etat").children);
  }
  setTimeout(follow, 2000);
}
setTimeout(follow, 1000);
