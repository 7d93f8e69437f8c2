// Passkeys: adding one, and signing in with one. A form with data-passkey="add" or "use" is shown where the browser knows
// passkeys; its button asks the browser, puts the answer into the box "credential" and sends the form.

const BYTES = ["challenge", "id", "rawId", "clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];

const toBytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

const toText = (buffer) => {
  const letters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
};

// What the server wrote as text and the browser wants as bytes: the challenge, and every id of a key or user.
function unpacked(value, key) {
  if (Array.isArray(value)) return value.map((each) => unpacked(each, ""));
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, unpacked(each, name)]));
  return typeof value === "string" && BYTES.includes(key) ? toBytes(value) : value;
}

function options(given) {
  const { rp, ...rest } = given.publicKey ?? given; // the id of the site is a name, not bytes
  return { publicKey: { ...unpacked(rest, ""), ...(rp ? { rp } : {}) } };
}

function packed(credential) {
  const response = {};
  for (const name of BYTES) if (credential.response[name] instanceof ArrayBuffer) response[name] = toText(credential.response[name]);
  if (credential.response.getTransports) response.transports = credential.response.getTransports();
  return JSON.stringify({
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response,
  });
}

async function asked(form) {
  if (form.dataset.passkey === "add") return navigator.credentials.create(options(JSON.parse(form.dataset.options)));
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`no request for a passkey: ${answer.status}`);
  return navigator.credentials.get(options((await answer.json()).request_options));
}

async function send(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const said = form.querySelector("[data-passkey-said]");
  said.textContent = "";
  try {
    form.elements.credential.value = packed(await asked(form));
    form.submit();
  } catch {
    said.textContent = said.dataset.stopped; // stopped by the person, or not to be had
  }
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential) continue;
  form.hidden = false;
  form.addEventListener("submit", send);
}
