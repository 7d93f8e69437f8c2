// When something happened, as somebody wrote it in a form: days and times are read as web/forms/reading.py reads them. What cannot be
// read is no moment here; the server says so, and why.

const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const TIMES = { midday: [12, 0], noon: [12, 0], midnight: [0, 0] };

function monthOf(text) {
  if (/^\d+$/.test(text)) return Number(text);
  return text.length < 3 ? NaN : MONTHS.findIndex((name) => name.startsWith(text.toLowerCase())) + 1 || NaN;
}

// [hours, minutes]; undefined for what is no time.
function timeOf(text) {
  if (TIMES[text.toLowerCase()]) return TIMES[text.toLowerCase()];
  const found = /^(\d{1,2})(?:[:. ]?(\d{2}))? ?(am|pm)?$/i.exec(text);
  if (!found) return undefined;
  const [hour, half] = [Number(found[1]), found[3]?.toLowerCase()];
  return [half ? (hour % 12) + (half === "pm" ? 12 : 0) : hour, Number(found[2] ?? 0)];
}

// A time of day in England and Wales, in milliseconds: what their clocks say then is put right by how far they are from UTC.
function londonMoment(year, month, day, [hour, minute]) {
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  const parts = new Intl.DateTimeFormat("en-GB", {
    year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", hourCycle: "h23", timeZone: "Europe/London",
  }).formatToParts(asUtc);
  const part = (type) => Number(parts.find((each) => each.type === type).value);
  return asUtc - (Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute")) - asUtc);
}

// The boxes of one question, in milliseconds. Without a time it is the end of that day; of today, it is now. NaN where nothing is written.
function writtenMoment(fields, name) {
  const [day, month, year, time] = ["day", "month", "year", "time"].map((part) => (fields[`${name}_${part}`] ?? "").trim());
  if (!day || !month || !year) return NaN;
  const moment = (at) => londonMoment(Number(year), monthOf(month), Number(day), at);
  if (time) return timeOf(time) ? moment(timeOf(time)) : NaN;
  return Math.min(moment([23, 59]), Date.now());
}

// When what a form says happened: as it was written, else as a clock ran or as it was due, else now. `minutes`: how long, where somebody wrote it.
function happenedAt(fields) {
  const minutes = Number(fields.lasted) || undefined;
  const written = ["happened_at", "due_at", "began"].map((name) => writtenMoment(fields, name)).find(Boolean);
  const ran = Date.parse(fields.started_at || fields.due || "");
  return { at: written || ran || Date.now() - (minutes ?? 0) * 60_000, minutes };
}
