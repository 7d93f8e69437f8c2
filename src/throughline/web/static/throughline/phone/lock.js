// The PIN of a worker on this phone, and whether the pages are covered. Used by pages and by the service worker.
//
// In the book's `about`: pin:<worker> {salt, hash, tries}; own-lock:<worker> {told}, that this phone needs no PIN of ours; touched, when somebody last touched a page; covered; shut, after too many wrong PINs.
// It covers pages. It encrypts nothing: page /pin/ says so.

const lock = (() => {
  const IDLE = 2 * 60 * 1000; // milliseconds
  const TRIES = 5;
  const ROUNDS = 310_000;
  const named = (worker) => `pin:${worker}`;

  async function sum(pin, salt) {
    const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveBits"]);
    const bits = await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS }, key, 256);
    return Array.from(new Uint8Array(bits)).join(" ");
  }

  const saidOf = (worker) => `own-lock:${worker}`;
  const isPhone = () => Boolean(self.matchMedia?.("(pointer: coarse)").matches);
  const worker = async () => (await queue.about("worker")) ?? self.document?.body.dataset.worker;
  const has = async () => Boolean(await queue.about(named(await worker())));

  async function choose(pin) {
    const salt = crypto.getRandomValues(new Uint8Array(16));
    await queue.note(named(await worker()), { salt, hash: await sum(pin, salt), tries: 0 });
    await touch();
  }

  // Instead of a PIN: the worker said that this phone has its own lock. The server is told once.
  const saidOwn = async () => Boolean(await queue.about(saidOf(await worker())));
  const sayOwn = async () => queue.note(saidOf(await worker()), { told: false });

  // A phone takes nobody along before its worker chose a PIN, or said that it needs none.
  const settled = async () => !isPhone() || (await has()) || (await saidOwn());

  // Answers "open", "wrong" or "shut". A try counts before it is looked at: whoever closes the page in between has had it.
  async function tryPin(pin) {
    const whose = named(await worker());
    const kept = await queue.about(whose);
    if (!kept) return "shut";
    await queue.note(whose, { ...kept, tries: kept.tries + 1 });
    if ((await sum(pin, kept.salt)) === kept.hash) {
      await queue.note(whose, { ...kept, tries: 0 });
      await touch();
      return "open";
    }
    if (kept.tries + 1 < TRIES) return "wrong";
    await shut();
    return "shut";
  }

  // Too many wrong ones, or forgotten: this phone shows nothing of anybody until somebody signs in again.
  async function shut() {
    await queue.note(named(await worker()), undefined);
    await queue.note("shut", true);
    await sending.leave();
  }

  async function touch() {
    await queue.note("covered", undefined);
    await queue.note("touched", Date.now());
  }
  const cover = () => queue.note("covered", true);

  // Somebody signed in: what was covered or shut before is over.
  async function begin() {
    await queue.note("shut", undefined);
    await touch();
  }

  async function isOn() {
    if (await queue.about("shut")) return true;
    if (!(await has())) return false;
    return Boolean(await queue.about("covered")) || Date.now() - ((await queue.about("touched")) ?? 0) > IDLE;
  }

  return { IDLE, has, isPhone, saidOwn, sayOwn, settled, choose, tryPin, shut, touch, cover, begin, isOn, isShut: () => queue.about("shut") };
})();
