// An upset from start to end. The start is noted on the phone at once, under its worker and person, and found again however the page was left;
// keeping the record takes it away in the same moment. On Today and where one chooses what to write down, it says what runs and what is not finished.
//
// noted: {person, name, began, ended, filled}; ended once somebody pressed "Over"; filled: what stands in the form meanwhile.

const RUNS = `upset:${WORKER}:`;
const SHIFT = 12 * 60 * 60 * 1000; // in which words can be finished without a reason
const MINUTE = 60_000;
const upset = document.querySelector("[data-upset]");
const strip = document.querySelector("[data-upsets]");

const minutes = (from, to) => Math.max(1, Math.round((to - from) / MINUTE));

// What this worker wrote on this phone on this shift, and has not finished here.
async function notFinished(person) {
  const mine = (await queue.all(WORKER)).filter((each) => each.state !== "needs" && Date.now() - Date.parse(each.recorded_at) < SHIFT);
  const finished = new Set(mine.filter((each) => each.kind === "upset_finish").map((each) => each.fields.record));
  return mine.filter((each) => each.kind === "upset" && !finished.has(each.id) && (!person || each.person === person));
}

if (upset) {
  const key = RUNS + upset.dataset.upset;
  const form = upset.querySelector('form[data-capture="upset"]');
  const later = upset.querySelector('form[data-capture="upset_finish"]');
  let runs;

  const note = () => queue.note(key, runs);
  const press = (name, act) => upset.querySelector(`[data-${name}]`).addEventListener("click", act);

  function show(name) {
    for (const part of upset.querySelectorAll("[data-phase]")) part.hidden = part.dataset.phase !== name;
    upset.querySelector(`[data-phase="${name}"] h1`)?.focus();
  }

  function tell() {
    if (!runs) return;
    const [from, to] = [Date.parse(runs.began), Date.parse(runs.ended ?? new Date().toISOString())];
    const said = { time: clockTime(new Date(from)), from: clockTime(new Date(from)), to: clockTime(new Date(to)), n: minutes(from, to) };
    upset.querySelector("[data-clock]").textContent = words(upset.dataset.since, said);
    upset.querySelector("[data-span-text]").textContent = words(upset.dataset.fromTo, said);
  }

  async function start() {
    runs = { person: upset.dataset.upset, name: upset.dataset.name, began: new Date().toISOString() };
    await note();
    tell();
    show("running");
  }

  async function over() {
    runs.ended ??= new Date().toISOString();
    form.elements.started_at.value = runs.began;
    form.elements.ended_at.value = runs.ended;
    form.dataset.instead = key;
    upset.querySelector("[data-span]").hidden = false;
    fillIn(runs.filled ?? []);
    await note();
    tell();
    show("over");
  }

  async function goesOn() {
    delete runs.ended;
    await note();
    tell();
    show("running");
  }

  // It was nothing: a slip of the thumb leaves no trace.
  async function nothing() {
    runs = undefined;
    await queue.note(key, undefined);
    show("idle");
  }

  function was() {
    show("over");
    form.querySelector("details").open = true;
  }

  const OURS = ["csrfmiddlewaretoken", "id", "started_at", "ended_at"];
  const filled = () => [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !OURS.includes(name));

  function fillIn(boxes) {
    const of = (name) => boxes.filter(([each]) => each === name).map(([, value]) => value);
    for (const box of form.elements) {
      if (!box.name || OURS.includes(box.name) || !boxes.length) continue;
      if (["radio", "checkbox"].includes(box.type)) box.checked = of(box.name).includes(box.value);
      else box.value = of(box.name)[0] ?? box.value;
    }
  }

  async function finish() {
    const [last] = (await notFinished(upset.dataset.upset)).slice(-1);
    if (!last) return false;
    later.elements.record.value = last.id;
    upset.querySelector("[data-which]").textContent = clockTime(new Date(last.recorded_at));
    show("finish");
    return true;
  }

  async function begin() {
    const asked = location.hash;
    history.replaceState(null, "", location.pathname + location.search); // come back to, the page starts nothing anew
    runs = await queue.about(key);
    if (form.elements.started_at.value || document.querySelector("[data-phase=over] .notice:not([hidden])")) return; // it came back to be put right
    if (asked === "#finish" && (await finish())) return;
    if (runs) return runs.ended ? over() : (tell(), show("running"));
    return asked === "#now" ? start() : show("idle");
  }

  press("start", start);
  press("over", over);
  press("goes-on", goesOn);
  press("nothing", nothing);
  press("was", was);
  form.addEventListener("input", () => {
    if (!runs?.ended) return;
    runs.filled = filled();
    note();
  });
  form.addEventListener("submit", () => navigator.serviceWorker?.controller || queue.note(key, undefined)); // sent as it is, without us
  setInterval(tell, 10_000);
  begin();
}

async function showStrip() {
  const running = (await queue.noted(RUNS)).map(({ value }) => [value, "#", words(strip.dataset.since, { name: value.name, time: clockTime(new Date(value.began)) })]);
  const open = (await notFinished()).map((each) => [each, "#finish", words(strip.dataset.finish, { name: each.name, time: clockTime(new Date(each.recorded_at)) })]);
  strip.querySelector("[data-list]").replaceChildren(...[...running, ...open].map(([{ person }, where, text]) => {
    const row = strip.querySelector("template").content.cloneNode(true).firstElementChild;
    row.querySelector("a").href = strip.dataset.address.replace(/0{8}-[0-]+/, person) + where;
    row.querySelector("[data-text]").textContent = text;
    return row;
  }));
  strip.hidden = !running.length && !open.length;
}

if (strip && window.indexedDB) {
  queue.hear(showStrip);
  showStrip();
}
