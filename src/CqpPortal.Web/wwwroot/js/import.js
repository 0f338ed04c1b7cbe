// How far an import is: the bar moves by itself, and the page is opened anew when the import is over.
const progress = async () => {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html')
  const bar = page.getElementById('barre')
  if (!bar) {
    location.reload()
    return
  }
  document.getElementById('etat').replaceChildren(...page.getElementById('etat').children)
  setTimeout(progress, 2000)
}

setTimeout(progress, 1000)
