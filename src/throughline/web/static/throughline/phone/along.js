// Who of the shift is on this phone, and who is not: a phone takes so many along and no more. On Today, and with the list of what waits.

const whoIsHere = document.querySelector("[data-along]");
const ON_ONE_PAGE = 8; // so many stand on Today by themselves
const NAMED = 3;

// Ann, Bo, Cy and 12 more.
function someOf(people) {
  const names = people.slice(0, NAMED).map((each) => each.name).join(", ");
  return people.length > NAMED ? words(whoIsHere.dataset.more, { names, n: people.length - NAMED }) : names;
}

async function sayWhoIsHere() {
  const { people = [], left = [] } = (await queue.about("along")) ?? {};
  const list = whoIsHere.querySelector("[data-people]");
  if (list) return listPeople(list, people, left);
  const says = left.length ? words(whoIsHere.dataset.left, { names: someOf(left) }) : words(whoIsHere.dataset.all, { n: people.length });
  whoIsHere.querySelector("[data-text]").textContent = says;
  whoIsHere.hidden = !left.length && people.length <= ON_ONE_PAGE;
}

function listPeople(list, people, left) {
  whoIsHere.hidden = !people.length;
  fillWith(list, people, (row, { id, name }) => {
    const link = row.querySelector("a");
    link.href = `${link.getAttribute("href")}?p=${id}`; // inside a template an address has no parts yet
    link.querySelector("[data-name]").textContent = name;
  });
  const rest = whoIsHere.querySelector("[data-left]");
  rest.hidden = !left.length;
  fillWith(rest.querySelector("ul"), left, (row, { id, name }) => {
    const button = row.querySelector("button");
    button.textContent = words(whoIsHere.dataset.take, { name });
    button.addEventListener("click", () => takeFirst(id, name));
  });
}

function fillWith(list, people, fill) {
  const made = list.parentElement.querySelector("template").content.firstElementChild;
  list.replaceChildren(...people.map((each) => {
    const row = made.cloneNode(true);
    fill(row, each);
    return row;
  }));
}

// They come with those who live with them; who was along by name alone may go. What was being taken along is begun anew.
async function takeFirst(id, name) {
  await queue.note("first", id);
  await queue.note("along", { ...(await queue.about("along")), at: 0 });
  await queue.note("taking", undefined);
  whoIsHere.querySelector("[role=status]").textContent = words(whoIsHere.dataset.comes, { name });
  const registration = await navigator.serviceWorker.ready;
  registration.active?.postMessage("along");
}

if (whoIsHere && window.indexedDB && navigator.serviceWorker) {
  queue.hear(sayWhoIsHere);
  sayWhoIsHere();
}
