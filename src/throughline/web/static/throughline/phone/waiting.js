// The list of what waits on this phone, made on the phone: nothing of it is known to the server.

const waits = document.querySelector("[data-waiting]");

let coming = []; // the file that is being sent: its id, how many bytes have gone, of how many

async function listWaiting(heard) {
  const now = heard?.startsWith("file") ? "sending" : heard;
  if (now === "sending" && heard !== now) coming = heard.split(" ").slice(1);
  const every = await queue.all();
  const mine = every.filter((each) => each.worker === WORKER);
  const open = mine.filter((each) => each.state !== "sent" && !each.sealed);
  waits.querySelector("[data-list]").replaceChildren(...open.map((each) => one(each, now)));
  waits.querySelector("[data-nothing]").hidden = open.length > 0;
  const sent = mine.filter((each) => each.state === "sent").length;
  waits.querySelector("[data-sent-today]").textContent = sent ? words(waits.dataset.sentToday, { n: sent }) : "";
  const others = every.filter((each) => each.worker !== WORKER && each.state === "here").length;
  waits.querySelector("[data-others]").textContent = others ? words(waits.dataset.others, { n: others }) : "";
  waits.querySelector("[data-send]").hidden = !open.some((each) => each.state === "here");
}

function one(record, now) {
  const state = record.state === "here" && now === "sending" ? "sending" : record.state;
  const row = waits.querySelector("template[data-row]").content.cloneNode(true).firstElementChild;
  const kind = waits.dataset[record.kind.replace(/_(\w)/g, (_, letter) => letter.toUpperCase())] ?? waits.dataset.other;
  row.querySelector("[data-kind]").textContent = words(kind, { name: record.name });
  row.querySelector("[data-what]").textContent = record.what;
  row.querySelector("[data-how-far]").textContent = state === "sending" ? howFar(record) : "";
  row.querySelector("[data-state-text]").textContent = words(waits.dataset[state], { time: clockTime(new Date(record.recorded_at)) });
  for (const icon of row.querySelectorAll("[data-icon]")) icon.toggleAttribute("hidden", icon.dataset.icon !== state);
  row.querySelector("[data-why]").textContent = record.why.join(" ");
  row.querySelector("[data-needs]").hidden = record.state !== "needs";
  const mend = row.querySelector("[data-mend]");
  mend.hidden = !record.from;
  mend.href = `${record.from}#mend-${record.id}`;
  row.querySelector("[data-again]").addEventListener("click", () => queue.settle(record.id, { state: "here", why: [] }).then(sendNow));
  row.querySelector("[data-away]").addEventListener("click", (event) => takeOff(record, event.currentTarget));
  return row;
}

// A sound or photo takes a while on a poor line, and what was written after it waits: the order stays.
function howFar(record) {
  const [id, gone, size] = coming;
  const bigger = (bytes) => (Number(bytes) / 1_000_000).toFixed(1);
  return Object.values(record.files).some((each) => each.id === id) ? words(waits.dataset.howFar, { gone: bigger(gone), size: bigger(size) }) : "";
}

// Pressed twice, it goes: nothing leaves the phone by one slip of a thumb.
function takeOff(record, button) {
  if (button.dataset.sure) return queue.remove(record.id);
  button.dataset.sure = "yes";
  button.textContent = waits.dataset.sure;
}

waits.querySelector("[data-send]").addEventListener("click", async () => {
  const how = await sendNow();
  waits.querySelector("[data-how]").textContent = waits.dataset[{ sent: "how", "sign-in": "signIn", "no-signal": "noSignal" }[how]] ?? "";
});
// Without leave to stay, a browser that runs low on room may clear what waits.
navigator.storage?.persisted?.().then((stays) => { waits.querySelector("[data-may-clear]").hidden = stays; });
queue.hear(listWaiting);
listWaiting();
