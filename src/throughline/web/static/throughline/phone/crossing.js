// What the plan says is too much, counted on the phone: the page brings each threshold with what the server knew when it was taken along
// (<template data-watch>), and the phone adds what was written here since. The server counts again, and its answer is the one that stands.

const watched = [...document.querySelectorAll("template[data-watch]")];
const DAY = 24 * 60 * 60 * 1000;

// The thresholds for which a form counts, by id: kept with the record, so that the phone still knows when its words have been sent.
function countedBy(fields) {
  const says = (when) => Object.entries(JSON.parse(when)).every(([name, value]) => fields[name] === value);
  return watched.filter((each) => says(each.dataset.when)).map((each) => each.dataset.watch);
}

// Any window that holds the moment and begins with something, as practice/law.py has it.
function crosses(happened, moment, least, length) {
  const sum = (begin) => happened.reduce((all, [at, much]) => all + (begin <= at && at < begin + length ? much : 0), 0);
  return happened.some(([at]) => at <= moment && at > moment - length && sum(at) >= least);
}

// A record counts when it happened, as the server counts it: noted when it was written (moment.js), and known after its words have gone.
const began = ({ happened, recorded_at }) => happened?.at ?? Date.parse(recorded_at);
const lasted = ({ happened, fields }) => happened?.minutes ?? Math.max(1, Math.round((Date.parse(fields.ended_at) - Date.parse(fields.started_at)) / 60_000) || 1);

async function reachedBy(record) {
  const every = await queue.all();
  const undone = new Set(every.filter((each) => each.kind === "routine_undo").map((each) => each.fields.record));
  return watched.filter((each) => record.counted?.includes(each.dataset.watch)).filter((each) => {
    const known = (one) => one.state === "sent" && Date.parse(one.sent_at) < Number(each.dataset.asOf);
    const here = every.filter((one) => one.counted?.includes(each.dataset.watch) && !undone.has(one.id) && !known(one));
    const before = each.dataset.times.split(" ").filter(Boolean).map((pair) => pair.split(",").map(Number));
    const much = (one) => ("timed" in each.dataset ? lasted(one) : 1);
    const happened = [...before, ...here.map((one) => [began(one), much(one)])];
    return crosses(happened, began(record), Number(each.dataset.least), Number(each.dataset.days) * DAY);
  });
}

// Above what was saved: what to do now, and who to call.
async function showReached(page, record) {
  for (const each of await reachedBy(record)) page.prepend(each.content.cloneNode(true));
}

// What the server answers to a record, on the page where its author is by then. Said once: not on a page that they are about to leave, nor on
// one that nobody looks at, nor beside the same words.
async function showCrossed() {
  if (document.visibilityState !== "visible" || document.querySelector("form[data-busy]")) return;
  const stands = (title) => [...document.querySelectorAll("main .notice h2")].some((each) => each.textContent === title);
  for (const record of await queue.all(WORKER)) {
    if (!record.crossed?.length) continue;
    const told = record.crossed;
    await queue.settle(record.id, { crossed: [] });
    for (const { title, text } of told.filter((each) => !stands(each.title))) {
      const notice = document.querySelector("template[data-crossed]").content.firstElementChild.cloneNode(true);
      notice.querySelector("h2").textContent = title;
      notice.querySelector("p").textContent = text;
      document.querySelector("main").prepend(notice);
    }
  }
}

// Check-ins that are expected: once the time has come, the page says by the phone's own clock that none came yet.
async function mindCheckIns() {
  const expected = [...document.querySelectorAll("[data-expected]")];
  if (!expected.length) return;
  const written = new Set((await queue.all()).filter((each) => each.kind === "check_in" && each.state !== "needs").map((each) => `${each.due}`));
  for (const each of expected) {
    const { due, until, agreed, toCome, notYet, overdue, here } = each.dataset;
    const now = Date.now();
    each.textContent = written.has(`${agreed} ${due}`) ? here : now >= Number(until) ? overdue : now >= Number(due) ? notYet : toCome;
  }
}

queue.hear(showCrossed);
document.addEventListener("visibilitychange", showCrossed);
showCrossed();
queue.hear(mindCheckIns);
setInterval(mindCheckIns, 30_000);
mindCheckIns();
