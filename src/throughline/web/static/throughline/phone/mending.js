// A record that cannot be kept as it is, opened again in the form where it was written: what stood in it stands there, with why it cannot be
// kept. Saved again, it takes the place of the first, in one moment.

const MENDS = /^#mend-([0-9a-f-]{36})$/.exec(location.hash)?.[1];
const NOT_SAID = ["csrfmiddlewaretoken", "id"];

const whatNeeds = async (id) => (await queue.all(WORKER)).find((each) => each.id === id && each.state === "needs");

// Sounds and photos of the first that nobody chose anew: {field: Blob}.
async function filesOf(id) {
  const cited = Object.entries((id && (await whatNeeds(id)))?.files ?? {});
  const found = await Promise.all(cited.map(async ([field, each]) => [field, await queue.file(each.id)]));
  return Object.fromEntries(found.filter(([, blob]) => blob));
}

function putBack(form, fields) {
  for (const box of form.elements) {
    const said = [fields[box.name] ?? []].flat();
    if (!box.name || NOT_SAID.includes(box.name) || ["file", "submit", "button"].includes(box.type)) continue;
    if (["radio", "checkbox"].includes(box.type)) box.checked = said.includes(box.value);
    else if (said.length) box.value = said[0];
  }
}

async function mend() {
  const record = await whatNeeds(MENDS);
  const form = record && document.querySelector(`form[data-capture="${record.kind}"]`);
  if (!form) return;
  form.dataset.mends = record.id;
  putBack(form, record.fields);
  for (const fold of form.querySelectorAll("details")) fold.open = true;
  complain(form, record.why);
}

if (MENDS && window.indexedDB) mend();
