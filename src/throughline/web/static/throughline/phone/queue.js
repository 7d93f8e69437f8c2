// The phone's own book: what was written here and has not reached the server. Used by pages and by the service worker.
//
// records: {id, kind, person, name, what, fields, files, counter, recorded_at, worker, state, why, then, sent_at,
//   counted (thresholds), happened (when and how long, for them), from (the page of its form)}, or sealed (sealing.js)
//   state: "here" (to be sent), "sent", "needs" (cannot be kept as it is), "held" (waits for a manager)
// files: {id, blob}, or {id, sealed}. about: {name, value}: the phone's id and counter, its worker, until when it may show pages, the lock (lock.js);
//   along, when the shift was taken along, who came and who was left, {at, people, left}; first, whom its worker wants along before others.

const queue = (() => {
  const KEEP_SENT = 12 * 60 * 60 * 1000; // so that Today can mark what was sent from here; care data stays no longer
  let opened;

  function open() {
    opened ??= new Promise((yes, no) => {
      const request = indexedDB.open("throughline", 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore("records", { keyPath: "id" });
        request.result.createObjectStore("files", { keyPath: "id" });
        request.result.createObjectStore("about", { keyPath: "name" });
      };
      request.onsuccess = () => yes(request.result);
      request.onerror = () => no(request.error);
    });
    return opened;
  }

  const answer = (request) => new Promise((yes, no) => {
    request.onsuccess = () => yes(request.result);
    request.onerror = () => no(request.error);
  });

  // One transaction, on the disk before it resolves.
  async function write(stores, work) {
    const transaction = (await open()).transaction(stores, "readwrite", { durability: "strict" });
    const done = new Promise((yes, no) => {
      transaction.oncomplete = () => yes();
      transaction.onabort = transaction.onerror = () => no(transaction.error);
    });
    const result = await work((name) => transaction.objectStore(name));
    await done;
    return result;
  }

  async function read(store, key) {
    const from = (await open()).transaction(store).objectStore(store);
    return answer(key === undefined ? from.getAll() : from.get(key));
  }

  const about = async (name) => (await read("about", name))?.value;
  const names = async (begin) => (await read("about")).filter((each) => each.value && each.name.startsWith(begin)).map((each) => each.name);
  const note = (name, value) => write(["about"], (store) => answer(store("about").put({ name, value })));

  // Notes several, only while what is noted under a name is still the same undertaking. Answers whether it was.
  const noteWhile = (name, id, values) => write(["about"], async (store) => {
    if ((await answer(store("about").get(name)))?.value?.id !== id) return false;
    for (const [each, value] of Object.entries(values)) store("about").put({ name: each, value });
    return true;
  });

  // This phone, {id, counter}: made when it is first needed; its id is the same ever after. `more` is counted on.
  async function ours(store, more = 0) {
    const { id, counter } = (await answer(store("about").get("phone")))?.value ?? { id: crypto.randomUUID(), counter: 0 };
    const value = { id, counter: counter + more };
    store("about").put({ name: "phone", value });
    return value;
  }

  const phone = () => write(["about"], async (store) => (await ours(store)).id);

  // Everything noted under names that begin alike: [{name, value}].
  const noted = async (begins) => (await read("about")).filter((each) => each.name.startsWith(begins) && each.value);

  // Puts a record in line, with its files: {field: File}. All of it or nothing. In the same moment what was noted under `instead` becomes
  // the record, and a record that could not be kept (`mends`) goes.
  async function add(record, files = {}, instead = "", mends = "") {
    const named = await Promise.all(Object.entries(files).map(async ([field, file]) => [field, file, await cite(file)]));
    const kept = await write(["records", "files", "about"], async (store) => {
      const { counter } = await ours(store, 1);
      for (const [, file, cited] of named) store("files").put({ id: cited.id, blob: file });
      const whole = {
        id: newId(), state: "here", why: [], then: "", recorded_at: new Date().toISOString(), ...record,
        files: Object.fromEntries(named.map(([field, , cited]) => [field, cited])), counter,
      };
      store("records").put(whole);
      if (instead) store("about").delete(instead);
      if (mends) await takeOff(store, mends);
      return whole;
    });
    say();
    return kept;
  }

  async function cite(file) {
    const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    const sha256 = Array.from(new Uint8Array(digest), (each) => each.toString(16).padStart(2, "0")).join("");
    return { id: newId(), type: file.type, size: file.size, sha256 };
  }

  // What became of a record. Once it is sent, what it said leaves the phone, but for what Today marks.
  async function settle(id, change) {
    await write(["records", "files"], async (store) => {
      const record = await answer(store("records").get(id));
      if (!record) return;
      const settled = { ...record, ...change };
      const gone = ["sent", "held"].includes(settled.state);
      if (record.sealed && !gone) return; // its worker left meanwhile: what the server does not have stays shut away, and goes again
      if (record.sealed) {
        for (const id of record.parts) store("files").delete(id);
        Object.assign(settled, { sealed: undefined, parts: [], fields: {}, kind: "", name: "", what: "" });
      } else if (gone) {
        for (const cited of Object.values(record.files)) store("files").delete(cited.id);
        const { step, result, day, record: of, item, started_at, ended_at } = record.fields; // the times: what thresholds count
        Object.assign(settled, { fields: { step, result, day, record: of, item, started_at, ended_at }, files: {}, what: settled.state === "held" ? record.what : "" });
      }
      store("records").put(settled);
    });
    say();
  }

  // A record as it is shut away or opened again, with its files, in one moment; not when it became something else meanwhile.
  async function replace(record, other, files) {
    await write(["records", "files"], async (store) => {
      const now = await answer(store("records").get(record.id));
      if (!now || now.state !== record.state || Boolean(now.sealed) !== Boolean(record.sealed)) return;
      store("records").put(other);
      for (const each of files) store("files").put(each);
    });
  }

  async function takeOff(store, id) {
    const record = await answer(store("records").get(id));
    for (const cited of Object.values(record?.files ?? {})) store("files").delete(cited.id);
    store("records").delete(id);
  }

  async function remove(id) {
    await write(["records", "files"], (store) => takeOff(store, id));
    say();
  }

  // Pages that were opened where there was no signal: whose, which, when. Told to the server with the next records.
  const noteOpened = (page) => write(["about"], async (store) => {
    const before = (await answer(store("about").get("opened")))?.value ?? [];
    store("about").put({ name: "opened", value: [...before, page].slice(-500) });
  });
  const forgetOpened = (told) => write(["about"], async (store) => {
    const before = (await answer(store("about").get("opened")))?.value ?? [];
    store("about").put({ name: "opened", value: before.slice(told) });
  });

  // Everything of one worker in the order of the counter; sent ones for as long as a shift.
  async function all(worker) {
    const records = await read("records");
    const old = records.filter((each) => each.state === "sent" && Date.now() - Date.parse(each.sent_at) > KEEP_SENT);
    for (const each of old) await remove(each.id);
    const mine = records.filter((each) => !old.includes(each) && (worker === undefined || each.worker === worker));
    return mine.sort((one, other) => one.counter - other.counter);
  }

  const unsent = async (worker) => (await all(worker)).filter((each) => each.state === "here");
  const fileAsKept = (id) => read("files", id);
  const file = async (id) => (await fileAsKept(id))?.blob;

  // UUIDv7: the time first, so that ids made here stand in order beside the server's.
  function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    let now = Date.now();
    for (let at = 5; at >= 0; at--, now = Math.floor(now / 256)) bytes[at] = now % 256;
    bytes[6] = (bytes[6] & 0x0f) | 0x70;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = Array.from(bytes, (each) => each.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  // Tells every open page of this app that something changed.
  const line = new BroadcastChannel("throughline");
  const heard = new Set();
  function say(what = "changed") {
    line.postMessage(what);
    for (const each of heard) each(what);
  }
  line.onmessage = (event) => heard.forEach((each) => each(event.data));
  const hear = (each) => heard.add(each); // called with "changed", "sending", "rested", "sign-in" or "along"

  return { about, phone, names, note, noteWhile, noted, add, settle, replace, remove, all, unsent, file, fileAsKept, noteOpened, forgetOpened, say, hear };
})();
