// Passkeys need a script by nature: without it, or where the browser knows none, passwords do the same.
const forms = document.querySelectorAll("form[data-passkey]");

async function use(form) {
  const token = form.querySelector("[name=__RequestVerificationToken]").value;
  const answer = await fetch(form.dataset.options, { method: "POST", headers: { Accept: "application/json", RequestVerificationToken: token } });
  if (!answer.ok) throw new Error(answer.statusText);
  const options = await answer.json();
  const credential = form.dataset.passkey === "create"
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  form.elements.credential.value = JSON.stringify(credential);
  form.submit();
}

if (globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  for (const part of document.querySelectorAll("[data-passkeys]")) part.hidden = false;
  for (const form of forms) form.addEventListener("submit", event => {
    event.preventDefault();
    const fault = form.querySelector("[data-passkey-fault]");
    fault.hidden = true;
    use(form).catch(() => {
      fault.textContent = form.dataset.refused;
      fault.hidden = false;
    });
  });
}
