// Forms that are kept on the phone first: <form data-capture="kind" data-person data-name data-what>. Saved in one moment, with signal or without;
// then it is sent, and with signal one goes on to the server's own page within a moment. Without this script the form is sent as it is.

const AWHILE = 4000; // milliseconds that somebody waits for the server before they are told that it is saved here

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-capture]");
  if (!form || form.dataset.plain || !navigator.serviceWorker?.controller || !window.indexedDB) return;
  event.preventDefault();
  if (form.dataset.busy) return;
  form.dataset.busy = "yes";
  capture(form, event.submitter);
});

// Somebody came back to a form that was sent from: it can be pressed again.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) for (const form of document.querySelectorAll("form[data-busy]")) delete form.dataset.busy;
});

async function capture(form, submitter) {
  const { fields, files: chosen } = filledIn(form, submitter);
  const files = { ...(await filesOf(form.dataset.mends)), ...chosen };
  if (saysNothing(form, fields, files)) return complain(form, [form.dataset.needsSays]);
  const { capture: kind, person, name, what } = form.dataset;
  let record;
  try {
    const said = what || fields.words || fields.text || fields.seen || fields.what || "";
    const due = fields.due && `${fields.agreed} ${Date.parse(fields.due)}`;
    const told = { worker: WORKER, kind, person, name, what: said, due, fields, counted: countedBy(fields), happened: happenedAt(fields) };
    const written = { ...told, from: location.pathname + location.search };
    record = await queue.add(written, files, form.dataset.instead, form.dataset.mends);
  } catch {
    return sendAsItIs(form, submitter);
  }
  navigator.storage?.persist?.();
  const became = await within(AWHILE, sendNow().then(async () => (await find(record.id)) ?? record, () => record), record);
  if (became.state === "sent" && became.then) return location.assign(became.then);
  if (became.state === "needs") {
    if (form.dataset.mends) form.dataset.mends = record.id; // it stays in the list, whatever becomes of this page
    else await queue.remove(record.id); // the words still stand in the form
    return complain(form, became.why);
  }
  showSaved(form, became);
}

// The phone can keep nothing (its store is full, or shut): the form goes to the server as it would without us.
function sendAsItIs(form, submitter) {
  form.dataset.plain = "yes";
  form.requestSubmit(submitter);
}

const find = async (id) => (await queue.all()).find((each) => each.id === id);
const within = (most, promise, otherwise) => Promise.race([promise, new Promise((yes) => setTimeout(yes, most, otherwise))]);

function filledIn(form, submitter) {
  const given = new FormData(form);
  if (submitter?.name) given.append(submitter.name, submitter.value);
  const [fields, files] = [{}, {}];
  for (const [name, value] of given) {
    if (name === "csrfmiddlewaretoken" || name === "id") continue;
    if (value instanceof File) { if (value.size) files[name] = value; }
    else fields[name] = name in fields ? [fields[name], value].flat() : value;
  }
  // A sheet that was opened for today is for the day on which it is pressed, however long ago it came to the phone.
  if (form.dataset.today && form.dataset.today === fields.day) delete fields.day;
  return { fields: { ...fields, ...cameFrom() }, files };
}

// What a page of the phone was opened for: the record that own words are about, the day that is over.
function cameFrom() {
  const asked = new URLSearchParams(location.search);
  return Object.fromEntries(["record", "day"].filter((name) => asked.has(name)).map((name) => [name, asked.get(name)]));
}

function saysNothing(form, fields, files) {
  const needs = form.dataset.needs?.split(" ");
  return needs && !needs.some((name) => fields[name]?.trim?.() || files[name]);
}

function complain(form, sentences) {
  delete form.dataset.busy;
  const box = form.querySelector("[data-complaint]");
  box.querySelector("[data-complaint-text]").textContent = sentences.join(" ");
  box.hidden = false;
  box.focus();
}

// The page of a record that is on the phone alone: what was saved, and what can be added straight after.
function showSaved(form, record) {
  const page = document.querySelector("template[data-saved]").content.cloneNode(true).firstElementChild;
  form.closest("[data-captured], .sheet, main").replaceChildren(page);
  const says = page.querySelector("[data-says]");
  says.textContent = words(page.dataset[record.state], { time: clockTime(new Date(record.recorded_at)) });
  for (const each of page.querySelectorAll("[data-result]")) each.hidden = !each.dataset.result.split(" ").includes(record.fields.result);
  for (const each of page.querySelectorAll("[data-quote]")) {
    each.textContent = record.fields[each.dataset.quote] ?? "";
    each.hidden = !each.textContent;
  }
  for (const button of page.querySelectorAll("button[data-add]")) button.addEventListener("click", () => addTo(page, record, button));
  for (const each of page.querySelectorAll('a[href$="/voice/new/"]')) each.search = `record=${record.id}`;
  page.querySelector("[data-undo]")?.addEventListener("click", () => undo(page, record));
  page.querySelector("h1").focus();
  showReached(page, record);
}

async function addTo(page, record, button) {
  const box = button.dataset.from && page.querySelector(button.dataset.from);
  const value = box ? box.value.trim() : button.value;
  if (!value) return box.focus();
  const { person, name, id } = record;
  await queue.add({ worker: WORKER, kind: "routine_add", person, name, what: box ? value : button.textContent.trim(), fields: { record: id, [button.dataset.add]: value } });
  page.querySelector("[data-also]").textContent = box ? page.dataset.added : words(page.dataset.addedAs, { what: button.dataset.says });
  button.closest("[data-once]").hidden = true;
  sendNow();
}

async function undo(page, record) {
  const { person, name, id } = record;
  await queue.add({ worker: WORKER, kind: "routine_undo", person, name, what: "", fields: { record: id } });
  page.querySelector("[data-says]").textContent = page.dataset.undone;
  for (const each of page.querySelectorAll("[data-once], [data-undo], .notice")) each.hidden = true;
  sendNow();
}
