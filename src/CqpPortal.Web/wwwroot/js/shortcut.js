// The key « / » leads to the search field, unless somebody switched it off: who dictates to the computer would set it off by speaking (WCAG 2.1.4).
const key = "cqp-raccourci";
const isOn = () => { try { return localStorage.getItem(key) !== "non"; } catch { return true; } };

document.addEventListener("keydown", event => {
  if (event.key !== "/" || event.repeat || event.ctrlKey || event.metaKey || event.altKey || !isOn()) return;
  const field = document.getElementById("q");
  if (!field || event.target.closest("input, select, textarea, [contenteditable]")) return;
  event.preventDefault();
  field.focus();
  field.select();
});

const toggle = document.getElementById("raccourci-bascule");
if (toggle) {
  const show = () => { toggle.textContent = isOn() ? toggle.dataset.on : toggle.dataset.off; };
  toggle.hidden = false;
  toggle.nextElementSibling.hidden = true;
  toggle.addEventListener("click", () => {
    // Where the browser keeps nothing, the key stays as it is, and so does the button.
    try { localStorage.setItem(key, isOn() ? "non" : "oui"); } catch { return; }
    show();
  });
  show();
}
