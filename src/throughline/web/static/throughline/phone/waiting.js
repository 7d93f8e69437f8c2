// The list of what waits on this phone, made on the phone: nothing of it is known to the server.

const waits = document.querySelector("[data-waiting]");

async function listWaiting(now) {
  const every = await queue.all();
  const mine = every.filter((each) => each.worker === WORKER);
  const open = mine.filter((each) => each.state !== "sent");
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
  row.querySelector("[data-state-text]").textContent = words(waits.dataset[state], { time: clockTime(new Date(record.recorded_at)) });
  for (const icon of row.querySelectorAll("[data-icon]")) icon.toggleAttribute("hidden", icon.dataset.icon !== state);
  row.querySelector("[data-why]").textContent = record.why.join(" ");
  row.querySelector("[data-needs]").hidden = record.state !== "needs";
  row.querySelector("[data-again]").addEventListener("click", () => queue.settle(record.id, { state: "here", why: [] }).then(sendNow));
  row.querySelector("[data-away]").addEventListener("click", (event) => takeOff(record, event.currentTarget));
  return row;
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
queue.hear(listWaiting);
listWaiting();
