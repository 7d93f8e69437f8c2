// Arranges Today by the phone's own clock, and marks what was recorded on this phone: the list may have come hours ago.
// The same rules as web/today/day.py; every word stands in the page already.

const list = document.querySelector("[data-day]");
const PLACES = ["now", "also", "next", "any", "open", "done"];

function londonNow() {
  const parts = Object.fromEntries(new Intl.DateTimeFormat("en-GB", {
    year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Europe/London",
  }).formatToParts(new Date()).map(({ type, value }) => [type, value]));
  return { day: `${parts.year}-${parts.month}-${parts.day}`, minutes: Number(parts.hour) * 60 + Number(parts.minute) };
}

function placeOf(step, minutes, ours) {
  if ("recorded" in step.dataset || ours) return "done";
  if (step.dataset.begins === "") return "any";
  if (Number(step.dataset.begins) > minutes) return "next";
  return Number(step.dataset.ends) > minutes ? "now" : "open";
}

// The last record of each step and day that stands, of those that were written here. A step of the night is recorded for the day before.
async function recordedHere() {
  const mine = await queue.all(WORKER);
  const undone = new Set(mine.filter((each) => each.kind === "routine_undo").map((each) => each.fields.record));
  const standing = mine.filter((each) => ["routine", "trial"].includes(each.kind) && each.fields.step && each.state !== "needs" && !undone.has(each.id));
  return new Map(standing.map((each) => [`${each.fields.step} ${each.fields.day ?? londonDay(each.recorded_at)}`, each]));
}

const londonDay = (moment) => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(new Date(moment));

async function arrange() {
  const now = londonNow();
  const over = now.day !== list.dataset.day;
  document.querySelector("[data-other-day]").hidden = !over;
  if (over && now.day !== dayAfter(list.dataset.day)) return;
  const here = await recordedHere();
  const places = Object.fromEntries(PLACES.map((name) => [name, []]));
  for (const step of list.querySelectorAll("template[data-step]")) {
    for (const [place, ours, day] of over ? afterMidnight(step, now, here) : ofTheDay(step, now, here)) {
      places[place === "now" && places.now.length ? "also" : place].push([step, ours, day]);
    }
  }
  const shape = JSON.stringify(PLACES.map((name) => places[name].map(([step, ours, day]) => [step.dataset.step, ours?.state, day])));
  if (shape === list.dataset.shape) return;
  list.dataset.shape = shape;
  show(places);
}

function ofTheDay(step, now, here) {
  const ours = here.get(`${step.dataset.step} ${step.dataset.of}`);
  return [[placeOf(step, now.minutes, ours), ours]];
}

// The list is of the day before: what is open of that day is still there to be written, for that day; what is done every day comes anew.
function afterMidnight(step, now, here) {
  const { of, daily, after } = step.dataset;
  if (of !== list.dataset.day) return [];
  const found = [];
  if (!("recorded" in step.dataset) && !here.has(`${step.dataset.step} ${of}`)) found.push([Number(after) > now.minutes ? "now" : "open", undefined, of]);
  const anew = { dataset: { begins: step.dataset.begins, ends: step.dataset.ends } };
  const ours = here.get(`${step.dataset.step} ${now.day}`);
  if (daily !== undefined) found.push([placeOf(anew, now.minutes, ours), ours]);
  return found;
}

const dayAfter = (day) => new Date(Date.parse(day) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

function show(places) {
  const shown = document.querySelector("[data-arranged]");
  const open = Boolean(shown.querySelector("details[open]"));
  const page = list.querySelector("template[data-frame]").content.cloneNode(true);
  for (const name of PLACES) fill(page.querySelector(`[data-place="${name}"]`), places[name], name);
  const due = places.open.length + places.done.length;
  const earlier = page.querySelector("[data-earlier]");
  earlier.hidden = due === 0;
  earlier.querySelector("[data-count]").textContent = words(list.dataset.count, { n: places.done.length, due });
  if (open) page.querySelector("details")?.setAttribute("open", "");
  shown.replaceChildren(page);
}

function fill(place, steps, name) {
  place.hidden = steps.length === 0;
  const into = place.querySelector("[data-into]") ?? place;
  for (const [step, ours, day] of steps) {
    const made = name === "now" && step.content.querySelector('[data-as="now"]') ? part(step, "now") : row(step, ours, name);
    if (day) for (const each of made.querySelectorAll('a[href*="/practice/"]')) each.search = `day=${day}`;
    into.append(made);
  }
}

const part = (step, name) => step.content.querySelector(`[data-as="${name}"]`).cloneNode(true);

function row(step, ours, name) {
  const done = name === "done" && step.content.querySelector('[data-as="done"]');
  const found = document.createElement("li");
  const inside = part(step, done ? "done" : "row");
  const note = ours && !done ? words(list.dataset[ours.state === "sent" ? "sent" : "here"], { time: clockTime(new Date(ours.recorded_at)) }) : name === "open" ? list.dataset.open : "";
  if (note) addNote(inside, note);
  if (ours && !done) inside.querySelector("a").href = list.dataset.waiting;
  found.append(...inside.childNodes);
  return found;
}

function addNote(inside, text) {
  const soft = document.createElement("span");
  soft.className = "small soft";
  soft.textContent = text;
  inside.querySelector("a > span:not(.link-row-when)").append(document.createElement("br"), soft);
}

// Cards that were read on this phone are not asked for again, though the page came before.
async function leaveOutRead() {
  const changed = document.querySelector("[data-changed]");
  if (!changed) return;
  const read = (await queue.all(WORKER)).filter((each) => each.kind === "card_read" && each.state !== "needs").map((each) => each.fields.item);
  const rows = [...changed.querySelectorAll("li")];
  for (const row of rows) row.hidden = read.some((item) => row.querySelector("a").pathname.includes(item));
  const left = rows.filter((row) => !row.hidden).length;
  changed.hidden = left === 0;
  if (left < rows.length) changed.querySelector("h2 span").textContent = words(changed.dataset.changed, { n: left });
}

if (window.indexedDB) {
  queue.hear(leaveOutRead);
  leaveOutRead();
}
if (list && window.indexedDB) {
  queue.hear(arrange);
  setInterval(arrange, 30_000);
  arrange();
}
