// Sends what waits, one sender at a time, in the order of the phone's counter; and takes along what a shift needs.
// Sent twice is harmless: the server knows a record by the id that the phone gave it.

const sending = (() => {
  const DOOR = "/sync/";
  const PAGES = "throughline-pages";
  const STATIC = "throughline-static";
  const AT_ONCE = 20; // records in one request
  const PIECE = 256 * 1024; // bytes of a file in one request: a few seconds on a poor line
  const PATIENCE = 20_000; // milliseconds for one request
  const ALONG_EVERY = 60 * 60 * 1000;

  class NoSignal extends Error {}

  async function ask(address, options = {}) {
    let response;
    try {
      response = await fetch(address, { credentials: "same-origin", signal: AbortSignal.timeout(PATIENCE), ...options });
    } catch {
      throw new NoSignal();
    }
    if (!response.headers.get("Content-Type")?.startsWith("application/json")) throw new NoSignal();
    return { status: response.status, ...(await response.json()) };
  }

  // Answers "sent", "sign-in" or "no-signal". Two at a time wait for each other: pages and the service worker share this lock.
  const send = () => navigator.locks.request("throughline-sending", sendAll);

  async function sendAll() {
    queue.say("sending");
    try {
      return await round();
    } catch (error) {
      if (!(error instanceof NoSignal)) throw error;
      return "no-signal";
    } finally {
      queue.say("rested");
    }
  }

  async function round() {
    const hello = await ask(DOOR);
    if (hello.state !== "ready") {
      await leave();
      return handInForOthers(hello);
    }
    await meet(hello);
    await sendOf(hello.worker, { "X-CSRFToken": hello.csrf });
    await tellOpened(hello.worker, { "X-CSRFToken": hello.csrf });
    await tellOwnLock(hello.worker, { "X-CSRFToken": hello.csrf });
    return "sent";
  }

  async function tellOpened(worker, headers) {
    const every = (await queue.about("opened")) ?? [];
    if (every.length && (await post(worker, [], headers, every.filter((each) => each.worker === worker))).state === "ready") await queue.forgetOpened(every.length);
  }

  // That this phone has its own lock, as its worker said.
  async function tellOwnLock(worker, headers) {
    const said = await queue.about(`own-lock:${worker}`);
    if (!said || said.told) return;
    if ((await post(worker, [], headers, [], { own_lock: true })).state === "ready") await queue.note(`own-lock:${worker}`, { told: true });
  }

  // Whose phone it is now. What was taken along for somebody else is not theirs to see.
  async function meet(hello) {
    if ((await queue.about("worker")) !== hello.worker) {
      await leave();
      await queue.note("worker", hello.worker);
    }
    if (hello.sender) await queue.note(`sender:${hello.worker}`, hello.sender);
    if (hello.until) await queue.note("until", hello.until);
    await sealing.unseal(hello.worker, hello.seal);
  }

  // Nobody is signed in: only what a worker wrote whose account was ended can go, and is held. All others sign in.
  async function handInForOthers(hello) {
    for (const worker of new Set((await queue.unsent()).map((each) => each.worker))) {
      const name = await queue.about(`sender:${worker}`);
      const told = name && (await ask(DOOR, { headers: { "X-Throughline-Sender": name } }));
      if (told?.state !== "ready") continue;
      await sealing.unseal(worker, told.seal);
      await sendOf(worker, { "X-CSRFToken": hello.csrf, "X-Throughline-Sender": name });
      await sealing.seal();
    }
    return "sign-in";
  }

  async function sendOf(worker, headers) {
    for (let waiting = await opened(worker); waiting.length; waiting = await opened(worker)) {
      const batch = waiting.slice(0, AT_ONCE);
      const first = batch.findIndex((each) => Object.keys(each.files).length); // a file may take long: what stands before it goes at once
      const now = first > 0 ? batch.slice(0, first) : batch;
      const ready = [];
      for (const record of now) if (await sendFilesOf(record, headers)) ready.push(record);
      if (ready.length && !(await sendBatch(worker, ready, headers))) return;
    }
  }

  const opened = async (worker) => (await queue.unsent(worker)).filter((each) => !each.sealed);

  async function post(worker, batch, headers, opened = [], more = {}) {
    const phone = await queue.phone();
    const records = batch.map(({ id, kind, person, fields, files, counter, recorded_at }) => ({ id, kind, person, fields, files, counter, recorded_at }));
    const body = JSON.stringify({ phone, worker, records, opened, sent_at: new Date().toISOString(), ...more });
    return ask(DOOR, { method: "POST", body, headers: { ...headers, "Content-Type": "application/json" } });
  }

  async function sendBatch(worker, batch, headers) {
    const told = await post(worker, batch, headers);
    if (told.state !== "ready") return false;
    for (const answer of told.answers) await take(answer);
    return told.answers.some((each) => STATES[each.answer]);
  }

  const STATES = { new: "sent", identical: "sent", invalid: "needs", held: "held" };

  async function take(answer) {
    const state = STATES[answer.answer];
    if (state) await queue.settle(answer.id, { state, why: answer.why, then: answer.then, crossed: answer.crossed ?? [], sent_at: new Date().toISOString() });
  }

  // False when a file of it is refused, or is not on this phone any more: then the record needs its author, and holds up no other.
  async function sendFilesOf(record, headers) {
    for (const cited of Object.values(record.files)) {
      const why = await sendFile(cited, headers);
      if (why) {
        await queue.settle(record.id, { state: "needs", why });
        return false;
      }
    }
    return true;
  }

  // Goes on where the last piece ended, also after the phone was off. Answers why not, when it cannot go.
  async function sendFile(cited, headers) {
    const blob = await queue.file(cited.id);
    const [address, named] = [`${DOOR}files/`, { ...headers, "X-File-Id": cited.id }];
    let { offset } = await ask(address, { headers: named });
    while (offset < cited.size) {
      if (!blob) return [];
      const about = { "X-File-Size": cited.size, "X-File-Sha256": cited.sha256, "X-File-Offset": offset };
      const piece = blob.slice(offset, offset + PIECE);
      const told = await ask(address, { method: "PUT", body: piece, headers: { ...named, ...about, "Content-Type": "application/octet-stream" } });
      if (told.offset === undefined) return told.why ?? [];
      offset = told.offset;
      queue.say(`file ${cited.id} ${offset} ${cited.size}`);
    }
    return null;
  }

  // Takes along every page of the shift and what it is made of; what is not of this shift any more goes. Two at a time wait for each other.
  const takeAlong = (force = false) => navigator.locks.request("throughline-along", () => takeWhatIsDue(force));

  async function takeWhatIsDue(force) {
    const last = await queue.about("along");
    if (!force && last && Date.now() - last.at < ALONG_EVERY) return;
    const begun = await queue.about("taking");
    const taking = !force && begun && Date.now() - begun.at < ALONG_EVERY ? begun : await beginAlong();
    if (!taking) return;
    const pages = await caches.open(PAGES);
    while (taking.left.length) if (!(await takeNext(pages, taking))) return;
    const wanted = new Set(taking.wanted);
    for (const request of await pages.keys()) if (!wanted.has(pathOf(request.url))) await pages.delete(request);
    if (await queue.noteWhile("taking", taking.id, { taking: undefined, along: { at: Date.now(), ...taking.shift } })) queue.say("along");
  }

  // What is left is noted after every page: whoever goes on to another page meanwhile does not begin anew.
  // False when the worker left this phone meanwhile: what was begun for them is not gone on with, and is not taken for the next one's.
  async function takeNext(pages, taking) {
    taking.wanted.push(...(await takePage(pages, taking.left[0])));
    taking.left.shift();
    return queue.noteWhile("taking", taking.id, { taking });
  }

  async function beginAlong() {
    const first = await queue.about("first");
    const told = await ask(`${DOOR}?along${first ? `&first=${first}` : ""}`);
    if (told.state !== "ready" || !told.pages) return null;
    await meet(told);
    const made = await caches.open(STATIC);
    for (const address of told.static) if (!(await made.match(address))) await made.add(address);
    await queue.note("pages", told.pages);
    const taking = { id: crypto.randomUUID(), at: Date.now(), left: told.pages, wanted: [...told.pages], shift: { people: told.people, left: told.left } };
    await queue.note("taking", taking);
    return taking;
  }

  const pathOf = (address) => { const url = new URL(address, location.href); return url.pathname + url.search; };

  // Puts one page into the cache, with the pictures on it; answers their addresses.
  async function takePage(pages, address) {
    const response = await fetch(address, { headers: { "X-Throughline-Along": "1" }, signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok || response.redirected) {
      await pages.delete(address);
      return [];
    }
    await pages.put(address, response.clone());
    const pictures = [...(await response.text()).matchAll(/<img[^>]+src="(\/(?!static\/)[^"]+)"/g)].map((found) => found[1].replaceAll("&amp;", "&"));
    for (const picture of pictures) if (!(await pages.match(picture))) await pages.add(picture).catch(() => {});
    return pictures;
  }

  // Nobody is to see what was taken along. What waits to be sent stays, shut away for its worker.
  async function leave() {
    await sealing.seal();
    await caches.delete(PAGES);
    await queue.note("along", undefined);
    await queue.note("taking", undefined);
    await queue.note("first", undefined);
    await queue.note("until", undefined);
    await queue.note("worker", undefined);
  }

  // May the phone still show what it took along?
  const mayShow = async () => Date.parse((await queue.about("until")) ?? "") > Date.now();

  return { send, takeAlong, leave, mayShow, PAGES, STATIC };
})();
