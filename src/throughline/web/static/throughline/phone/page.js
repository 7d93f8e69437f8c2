// On every page of staff: keeps the service worker, sends when there may be signal, shows in words how it stands, and minds signing out.

const EVERY = 60_000; // milliseconds
const LATE = 4 * 60 * 60 * 1000; // after this a record that is still here says that the phone has to be brought near the wifi
const WORKER = document.body.dataset.worker; // whose page this is, however it came here
const words = (text, named) => text.replace(/\{(\w+)\}/g, (_, name) => named[name]);

// 2:30pm, as the pages of the server say it.
function clockTime(moment) {
  const parts = new Intl.DateTimeFormat("en-GB", { hour: "numeric", minute: "2-digit", hour12: true, timeZone: "Europe/London" }).formatToParts(moment);
  const part = (type) => parts.find((each) => each.type === type).value;
  return `${Number(part("hour")) || 12}:${part("minute")}${part("dayPeriod").toLowerCase().replace(/[^apm]/g, "")}`;
}

async function sendNow() {
  const how = await sending.send();
  if (how === "sent" && (await lock.settled())) navigator.serviceWorker.ready.then((registration) => registration.active?.postMessage("along"));
  if (how === "no-signal") askToBeWoken();
  if (how === "sign-in") queue.say("sign-in");
  return how;
}

// Where the browser can, it wakes the service worker when the signal is back, even with the page closed.
async function askToBeWoken() {
  const registration = await navigator.serviceWorker.ready;
  await registration.sync?.register("throughline").catch(() => {});
}

async function showChip(now) {
  const chip = document.querySelector("[data-chip]");
  if (!chip) return;
  const mine = await queue.all(WORKER);
  const count = (state) => mine.filter((each) => each.state === state).length;
  const here = count("here");
  const late = here && Date.now() - Date.parse(mine.find((each) => each.state === "here").recorded_at) > LATE;
  const state = count("needs") ? "needs" : here ? ({ sending: "sending", "sign-in": "signIn" }[now?.startsWith("file") ? "sending" : now] ?? (late ? "late" : "here")) : "sent";
  chip.querySelector("[data-chip-text]").textContent = words(chip.dataset[state], { n: state === "needs" ? count("needs") : here });
  for (const icon of chip.querySelectorAll("[data-icon]")) icon.toggleAttribute("hidden", icon.dataset.icon !== (["signIn", "late"].includes(state) ? "here" : state));
  chip.hidden = false;
}

// Signing out with records unsent: says how many, and waits for an answer. They stay, sealed for whoever wrote them.
async function mindLeaving(form) {
  const waits = form.querySelector("[data-leaving]");
  const count = (await queue.all(WORKER)).filter((each) => ["here", "needs"].includes(each.state)).length;
  if (!waits) return;
  waits.hidden = count === 0;
  waits.querySelector("[data-leaving-text]").textContent = words(waits.dataset.text, { n: count });
}

async function begin() {
  if (!navigator.serviceWorker || !window.indexedDB || !navigator.locks) return;
  navigator.serviceWorker.register("/service-worker.js");
  queue.hear(showChip);
  const leaving = document.querySelector("form[data-sign-out]");
  if (leaving) {
    queue.hear(() => mindLeaving(leaving));
    mindLeaving(leaving);
  }
  leaving?.querySelector("[data-send]")?.addEventListener("click", sendNow);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && sendNow());
  window.addEventListener("online", sendNow);
  setInterval(sendNow, EVERY);
  await navigator.serviceWorker.ready;
  await sendNow();
}

showChip();
begin();
