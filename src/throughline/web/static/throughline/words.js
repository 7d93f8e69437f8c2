// Keeps what was written in a form until it is saved, in this tab of this browser alone: when the session ended meanwhile, or something
// broke, the same page offers it again to whoever wrote it. Signing out throws it away. Without this script such words are lost.

const KEY = "throughline-words";
const NEVER = ["csrfmiddlewaretoken"];
const notices = document.querySelector("[data-words-kept]");
const writer = notices?.dataset.writer ?? "";
const notTaken = !writer || document.querySelector("[data-not-taken]");
const here = location.pathname + location.search;
const forms = [...document.querySelectorAll("main form[method=post]")];

forms.forEach((form, place) => form.addEventListener("submit", () => keep(form, place)));
arrive(JSON.parse(sessionStorage.getItem(KEY)));

function keep(form, place) {
  if (form.matches("[data-sign-out]")) return sessionStorage.removeItem(KEY);
  if (!writer || !hasWords(form)) return;
  const boxes = [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !NEVER.includes(name));
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ writer, here, place, boxes, stopped: false }));
  } catch {
    sessionStorage.removeItem(KEY); // more than the browser keeps: nothing older is to be taken for it
  }
}

function hasWords(form) {
  if (form.querySelector("input[type=password]")) return false;
  return [...form.querySelectorAll("textarea, input[type=text], input[type=email], input[type=tel]")].some((box) => box.value.trim());
}

// Where the page to sign in on, or a page that says why not, stands instead of the answer, the words were not taken.
// Any other answer has them: saved, or in the form that came back.
function arrive(kept) {
  if (!kept) return;
  if (notTaken) return sessionStorage.setItem(KEY, JSON.stringify({ ...kept, stopped: true }));
  if (kept.writer !== writer || !kept.stopped) return sessionStorage.removeItem(KEY);
  if (kept.here === here && forms[kept.place]) offer(kept, forms[kept.place]);
}

function offer(kept, form) {
  const notice = notices.content.firstElementChild.cloneNode(true);
  notice.querySelector("[data-words-back]").addEventListener("click", () => {
    for (const box of form.elements) putBack(box, kept.boxes);
    notice.remove();
    form.querySelector("textarea, input:not([type=hidden])")?.focus();
  });
  notice.querySelector("[data-words-away]").addEventListener("click", () => {
    sessionStorage.removeItem(KEY);
    notice.remove();
  });
  form.prepend(notice);
}

function putBack(box, boxes) {
  const values = boxes.filter(([name]) => name === box.name).map(([, value]) => value);
  if (!box.name || NEVER.includes(box.name) || box.type === "file" || box.type === "submit") return;
  if (box.type === "radio" || box.type === "checkbox") box.checked = values.includes(box.value);
  else if (values.length) box.value = values.shift();
  box.closest("details")?.setAttribute("open", "");
}
