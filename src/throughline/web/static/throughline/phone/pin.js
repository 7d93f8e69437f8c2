// Covers a page after two minutes without a touch, asks for the PIN, and lets a worker choose one. On pages of staff, and on the page /locked/,
// which the service worker shows in place of every page while the phone is covered.

(() => {
  const LOCKED = "/locked/";
  const here = document.querySelector("main [data-pin-ask]"); // this is the page that stands in place of another
  const mayStayOpen = document.querySelector("form[data-sign-out]");
  let touched = Date.now();
  let covering = null;

  function answer(part) {
    const [ask, choose, shut] = ["ask", "choose", "shut"].map((name) => part.querySelector(`[data-pin-${name}]`));
    ask?.addEventListener("submit", (event) => { event.preventDefault(); asked(part, ask); });
    choose?.addEventListener("submit", (event) => { event.preventDefault(); chosen(part, choose); });
    shut?.querySelector("button").addEventListener("click", () => signInAgain(shut));
    part.querySelector("[data-pin-forgot]")?.addEventListener("click", async () => { await lock.shut(); show(part, "shut"); });
  }

  function show(part, which) {
    for (const name of ["ask", "choose", "shut"]) part.querySelector(`[data-pin-${name}]`)?.toggleAttribute("hidden", name !== which);
    const forgot = part.querySelector("[data-pin-forgot]");
    if (forgot) forgot.hidden = which !== "ask";
    part.querySelector(`[data-pin-${which}] :is(input, button)`)?.focus();
  }

  function say(form, name) {
    form.querySelector("[role=status]").textContent = name ? form.dataset[name] : "";
  }

  async function asked(part, form) {
    const box = form.querySelector("input");
    const how = await lock.tryPin(box.value);
    box.value = "";
    if (how === "open") return uncover();
    if (how === "shut") return show(part, "shut");
    say(form, "wrong");
    box.focus();
  }

  async function chosen(part, form) {
    const [first, second] = [...form.querySelectorAll("input")].map((box) => box.value);
    if (!/^\d{4,8}$/.test(first)) return say(form, "digits");
    if (first !== second) return say(form, "differ");
    await lock.choose(first);
    if (covering || here) return uncover();
    form.reset();
    say(form, "done");
    showSettled();
    sendNow(); // now the shift comes along
  }

  // The session ends first, so that nobody comes back in without a password or a passkey.
  async function signInAgain(part) {
    try {
      const hello = await (await fetch("/sync/", { credentials: "same-origin" })).json();
      if (hello.state === "ready") await fetch("/sign-out/", { method: "POST", headers: { "X-CSRFToken": hello.csrf } });
    } catch {
      return say(part, "noSignal");
    }
    await sending.leave();
    await lock.begin();
    location.assign("/sign-in/");
  }

  function uncover() {
    if (here) return location.reload();
    touched = Date.now();
    for (const each of document.body.children) if (each.dataset.coveredUp) { each.hidden = each.inert = false; delete each.dataset.coveredUp; }
    covering?.remove();
    covering = null;
  }

  // What was being written stays in the page under the cover.
  async function cover(which) {
    if (covering || here || mayStayOpen) return;
    covering = document.createElement("div");
    covering.className = "plain-page";
    for (const each of document.body.children) if (!each.hidden && each.localName !== "script") { each.hidden = each.inert = true; each.dataset.coveredUp = "yes"; }
    document.body.append(covering);
    const found = await fetch(LOCKED).then((response) => response.text()).catch(() => "");
    const made = new DOMParser().parseFromString(found, "text/html").querySelector("main");
    if (!made) return location.reload();
    covering.append(made);
    answer(covering);
    show(covering, which);
  }

  async function look() {
    if (here || mayStayOpen || covering) return;
    if (await lock.isShut()) return cover("shut");
    if (Date.now() - touched <= lock.IDLE) return (await queue.about("covered")) ? cover("ask") : undefined;
    if (!(await lock.has())) return;
    await lock.cover();
    cover("ask");
  }

  function touch() {
    const now = Date.now();
    const late = now - touched > lock.IDLE;
    if (covering || late) return late ? look() : undefined;
    if (now - touched > 5000) lock.touch();
    touched = now;
  }

  // Before a phone takes anybody along, Today asks for a PIN; where there is none, the page says what that means.
  async function showSettled() {
    const [settled, none] = [await lock.settled(), lock.isPhone() && !(await lock.has())];
    for (const each of document.querySelectorAll("[data-pin-first]")) each.hidden = settled;
    for (const each of document.querySelectorAll("[data-pin-none]")) each.hidden = !none || !settled;
  }

  async function ownLock() {
    await lock.sayOwn();
    await showSettled();
    sendNow();
  }

  async function minding() {
    const part = document.querySelector("[data-pin]");
    if (part) {
      answer(part);
      show(part, here ? ((await lock.isShut()) ? "shut" : "ask") : (await lock.has()) ? "has" : "choose");
      part.querySelector("[data-pin-has]")?.toggleAttribute("hidden", !(await lock.has()));
    }
    if (here) return;
    if (await lock.isOn()) return cover((await lock.isShut()) ? "shut" : "ask");
    await lock.touch();
    for (const each of ["pointerdown", "keydown", "scroll"]) addEventListener(each, touch, { capture: true, passive: true });
    addEventListener("pageshow", (event) => event.persisted && look());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
    setInterval(look, 5000);
    for (const each of document.querySelectorAll("[data-own-lock]")) each.addEventListener("click", ownLock);
    showSettled();
  }

  if (window.indexedDB && navigator.serviceWorker && window.crypto?.subtle) minding();
})();
