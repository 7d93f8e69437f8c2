"""Every address, for everybody who could come to the door, in every state of permission: the answer, and that no unshared word is in it.

A new address fails here until it has a row; a new name in an address fails until `planted.py` says what stands for it.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse, HttpResponseBase
from django.test import Client
from django.urls import get_resolver, reverse
from tests.architecture.test_addresses import OPEN as TO_ANYBODY
from tests.architecture.test_addresses import addresses

from throughline.base import clock
from throughline.base.models import Event, Topic
from throughline.conversations.models import Contribution
from throughline.people.models import PersonRowQuerySet
from throughline.web.circle import shared

from . import planted as planting
from .planted import OTHER, SHARED, Planted, found, heard, never, seen
from .planted_more import AGREED, MANAGERS, MIXED, NOBODYS, VIEW, more, name_of
from .truth import AUTHORS, LINKED, NAMES, ROWS, STAFF

ANSWERS = {200: "y", 302: ">", 403: "x", 404: "-", 405: ".", 401: "t"}
# What opens which words: at any time, at reviews.
OPEN = {
    "live": ({SHARED}, {SHARED}),
    "other topic": ({OTHER}, {OTHER}),
    "at reviews": (set(), {SHARED}),
    "by law": ({OTHER}, {OTHER}),
    "override": ({OTHER}, {OTHER}),
}
# What somebody sees as family, advocate or professional: pages of their own about the person.
OWN_PAGES = frozenset(name for name, row in ROWS.items() if name.startswith("circle:") and set(row.split("|")[1]) & {"y", ">"})
OWN_PAGES -= {"circle:invitation"}
NOTHING: tuple[set[str], set[str]] = (set(), set())


def words(state: str, own: str = "") -> set[str]:
    """Every planted word that somebody in a state must not find; own: their own name."""
    at_any_time, at_reviews = OPEN.get(state, NOTHING)
    names = {name_of(kind, each) for kind, states in planting.STATES_OF.items() for each in states} | {
        name_of("staff", "cousin"),
        name_of("staff", "shut"),
    }
    hidden = {word(topic) for topic in Topic.values for word in (never, heard)} | {seen(topic) for topic in set(Topic.values) - at_any_time}
    return hidden | {found(topic) for topic in set(Topic.values) - at_reviews} | (names - {own}) | NOBODYS


def test_every_address_has_a_row() -> None:
    there = {name for name, _pattern in addresses(get_resolver())}
    assert there - ROWS.keys() == set(), "say in truth.py who may open these"
    assert ROWS.keys() - there == set(), "these addresses are no more"


def test_a_row_has_an_answer_for_everybody() -> None:
    for name, row in ROWS.items():
        assert [len(part) for part in row.split("|")] == [len(STAFF), len(LINKED), 1], name
        assert set(row) <= set(ANSWERS.values()) | {"|"}, name


def paths(planted: Planted) -> Iterator[tuple[str, str]]:
    """Every address, of something about the topic that is shared with some: their row's own page is not theirs all the same."""
    for name, pattern in addresses(get_resolver()):
        given = planted.ids | planted.ids.get(name, {})
        missing = pattern.pattern.converters.keys() - given.keys()
        assert not missing, f"{name}: planted.py has nothing for {missing}"
        yield name, reverse(name, kwargs={key: given[key] for key in pattern.pattern.converters})


def asked(client: Client, path: str) -> HttpResponseBase:
    """A page, without what asking for it changes: signing out signs nobody out."""
    cookies = deepcopy(client.cookies)
    answer = client.get(path)
    client.cookies = cookies
    return answer


def sent_empty(client: Client, path: str) -> HttpResponseBase:
    """A form sent empty, and then as if it had not been."""
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        answer = client.post(path, {})
        transaction.set_rollback(True)
    client.cookies = cookies
    return answer


def all_of(answer: HttpResponseBase) -> str:
    """The body, and every header: names of files, tags, where it leads."""
    body: Any = answer
    content = b"".join(body.streaming_content) if answer.streaming else body.content
    return "\n".join([content.decode("utf-8", "replace"), *(f"{name}: {value}" for name, value in answer.items())])


def letter(answer: HttpResponseBase) -> str:
    return ANSWERS.get(answer.status_code, str(answer.status_code))


def stays(name: str, answer: HttpResponseBase) -> bool:
    """Whether the browser may keep a page, and show it to whoever presses Back after somebody signed out."""
    return answer.status_code != 302 and name not in TO_ANYBODY and "no-store" not in answer.get("Cache-Control", "")


def expected(name: str, who: str) -> str:
    return "".join(ROWS[name].split("|"))[NAMES.index(who)]


def column(kind: str, state: str) -> str:
    """In which column of the table somebody with pages of their own stands. A professional is answered like a commissioner."""
    if kind == "professional":
        return "commissioner"
    return f"{kind} by law" if state == "by law" else kind


def of_state(name: str, kind: str, state: str) -> str:
    """What an address answers to somebody with pages of their own; who is not to be told has none about this person."""
    answer = AUTHORS.get((name, kind, state), expected(name, column(kind, state)))
    if state != "not to be told" or name not in OWN_PAGES:
        return answer
    return "y" if name == "circle:choose" else "-"  # a page that says that there is nobody


def leaks(answer: HttpResponseBase, state: str, own: str = "") -> set[str]:
    text = all_of(answer)
    return {word for word in words(state, own) if word in text}


def of_staff(role: str, client: Client, every: list[tuple[str, str]]) -> Iterator[str]:
    """What is wrong with the answers to a role of staff. Those who see nobody are told nothing."""
    for name, path in every:
        answer = asked(client, path)
        if letter(answer) != expected(name, role):
            yield f"{name} for {role}: {letter(answer)}"
        if stays(name, answer):
            yield f"{name} stays in the browser of {role}"
        if role in ("administrator", "other home", "nobody") and (told := leaks(answer, "never")):
            yield f"{name} tells {role} of {told}"
        if role != "manager" and MANAGERS in all_of(answer):
            yield f"{name} tells {role} what is for the manager alone"


def is_asked_everything(kind: str, state: str) -> bool:
    """A professional's other pages are as closed as anybody's of the circle, so all are asked for once: with nothing."""
    return kind != "professional" or state == "never"


def their_own(every: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(name, path) for name, path in every if name in OWN_PAGES]


def of_linked(kind: str, state: str, client: Client, every: list[tuple[str, str]]) -> Iterator[str]:
    """What is wrong with the answers to somebody with pages of their own."""
    for name, path in every if is_asked_everything(kind, state) else their_own(every):
        answer = asked(client, path)
        if letter(answer) != of_state(name, kind, state):
            yield f"{name} for {kind}, {state}: {letter(answer)}"
        if stays(name, answer):
            yield f"{name} stays in the browser of {kind}, {state}"
        if told := leaks(answer, state, name_of(kind, state)) - own_words(name, kind, state):
            yield f"{name} tells {kind}, {state}, of {told}"


def of_both(planted: Planted, every: list[tuple[str, str]]) -> Iterator[str]:
    """Staff who are also in Jo's life: by their role at work, by what is shared on their own pages; nothing when not to be told."""
    assert planted.both is not None
    for name, path in every:
        cousin, shut = asked(planted.both.cousin, path), asked(planted.both.shut, path)
        worker = "agency worker" if ROWS[name].startswith("yxx") else "support worker"  # who did not write it themself
        if letter(cousin) != expected(name, "circle" if name in OWN_PAGES else worker):
            yield f"{name} for staff who are family: {letter(cousin)}"
        if name in OWN_PAGES and (told := leaks(cousin, "live", name_of("staff", "cousin"))):
            yield f"{name} tells staff who are family, of {told}"
        if letter(shut) != expected(name, "other home"):
            yield f"{name} for staff who are not to be told: {letter(shut)}"
        if told := leaks(shut, "never", name_of("staff", "shut")):
            yield f"{name} tells staff who are not to be told, of {told}"


@pytest.mark.django_db
def test_the_truth_table() -> None:
    planted = planting.plant()
    every = list(paths(planted))
    with clock.at(clock.now() + planting.LATER):
        wrong = [each for role, client in planted.staff.items() for each in of_staff(role, client, every)]
        wrong += [each for (kind, state), client in planted.linked.items() for each in of_linked(kind, state, client, every)]
        wrong += of_both(planted, every)
    assert not wrong, "\n".join(wrong)


def own_words(name: str, kind: str, state: str) -> set[str]:
    """The one note that is planted is an advocate's, and one agreement is made with one of them.

    An attorney reads what the person said about a question that is theirs, and what others wrote about it.
    """
    if (kind, state) == ("circle", "by law") and name == "circle:decide":
        return {heard(OTHER), VIEW}
    if (kind, state) == ("circle", "override") and name in ("circle:agreed", "circle:answer"):
        return {AGREED}
    return {never("plans")} if (kind, state) == ("advocate", "live") and name in ("circle:notes", "circle:note") else set()


@pytest.mark.django_db
def test_what_is_sent_to_an_address_is_told_no_more() -> None:
    """Forms, refusals and mistakes: to every address with most and with nothing, to their own pages in every state."""
    planted = planting.plant()
    every = list(paths(planted))
    linked = {(state, kind): client for (kind, state), client in planted.linked.items()}
    wrong: list[str] = []
    with clock.at(clock.now() + planting.LATER):
        for (state, kind), client in [*linked.items(), (("never", "nobody"), planted.staff["nobody"])]:
            wholly = state in ("live", "never") and is_asked_everything(kind, state)
            for name, path in every if wholly else their_own(every):
                if told := leaks(sent_empty(client, path), state, name_of(kind, state)) - own_words(name, kind, state):
                    wrong.append(f"{name} tells {kind}, {state}, of {told}")
    assert not wrong, "\n".join(wrong)


POSTING = ("support worker", "agency worker", "team leader", "quality lead", "administrator", "other home")


@pytest.mark.django_db
def test_what_staff_may_not_open_they_cannot_send_to_either() -> None:
    """The manager's own forms, filled in, sent by those for whom the page is closed: the same answer, and nothing is kept of it."""
    planted = planting.plant()
    wrong: list[str] = []
    with clock.at(clock.now() + planting.LATER):
        for name, path in paths(planted):
            given = filled(all_of(asked(planted.staff["manager"], path))) if expected(name, "manager") == "y" else {}
            for role in POSTING:
                closed = expected(name, role)
                if closed not in "x-":
                    continue
                before = Event.objects.count()
                answer = planted.staff[role].post(path, given)
                if letter(answer) not in (closed, ".") or Event.objects.count() != before:
                    wrong.append(f"{name} sent by {role}: {letter(answer)}")
                if role in ("administrator", "other home") and (told := leaks(answer, "never")):
                    wrong.append(f"{name} tells {role} of {told} when it is sent")
    assert not wrong, "\n".join(wrong)


@pytest.mark.django_db
def test_other_ways_of_asking_tell_no_more() -> None:
    """HEAD and OPTIONS, of those with most and with nothing: a page that is not there has no length and no methods either."""
    planted = planting.plant()
    asking = {("circle", state): planted.linked["circle", state] for state in ("live", "never", "not to be told")}
    wrong: list[str] = []
    with clock.at(clock.now() + planting.LATER):
        for name, path in paths(planted):
            for (kind, state), client in asking.items():
                for way in ("head", "options"):
                    cookies = deepcopy(client.cookies)
                    answer = getattr(client, way)(path)
                    client.cookies = cookies
                    same = letter(answer) == of_state(name, kind, state) or answer.status_code in (405, 429)  # no such way; asked too often
                    if not same or leaks(answer, state, name_of(kind, state)) - own_words(name, kind, state):
                        wrong.append(f"{way} {name} for {state}: {letter(answer)}")
    assert not wrong, "\n".join(wrong)


def filled(page: str) -> dict[str, str]:
    """A form as somebody sends it who answers every question: the first choice of each, a sentence where words are asked."""
    found = dict.fromkeys(re.findall(r'<textarea[^>]* name="([^"]+)"', page), "We would like to know.")
    found |= dict.fromkeys(re.findall(r'<input(?=[^>]* type="text")[^>]* name="([^"]+)"', page), "Somebody")
    for tag in re.findall(r"<input[^>]*>", page):
        name, value = (re.search(rf' {each}="([^"]*)"', tag) for each in ("name", "value"))
        if name and value and value[1] and name[1] != "csrfmiddlewaretoken":
            found.setdefault(name[1], value[1])
    for name, options in re.findall(r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', page, re.S):
        found[name] = next((each for each in re.findall(r'<option value="([^"]+)"', options)), "")
    return found


@pytest.mark.django_db
def test_what_is_filled_in_and_sent_is_told_no_more() -> None:
    """What they are answered, and where they are led, says nothing that was not shared; somebody else's words are not written by it."""
    planted = planting.plant()
    client, own = planted.linked["circle", "live"], name_of("circle", "live")
    sent = []
    with clock.at(clock.now() + planting.LATER):
        for name, path in paths(planted):
            page = asked(client, path)
            if name not in OWN_PAGES or letter(page) != "y" or not (given := filled(all_of(page))):
                continue
            answer = client.post(path, given, follow=True)
            sent.append((name, len(answer.redirect_chain)))
            assert not (told := leaks(answer, "live", own)), (name, told)
    assert ("circle:say", 1) in sent and ("circle:ask", 1) in sent, sent
    assert {each.author.name for each in Contribution.objects.filter(words="We would like to know.")} == {own}


@pytest.mark.django_db
def test_what_is_not_shared_changes_nothing_on_their_pages() -> None:
    """No name, no number and no empty place shows what happens in Jo's life about a topic that is open to none of them."""
    planted = planting.plant()
    own = [(name, path) for name, path in paths(planted) if name in OWN_PAGES]
    with clock.at(clock.now() + planting.LATER):
        before = {(key, name): plain(asked(client, path)) for key, client in planted.linked.items() for name, path in own}
        more(planted.life, "relationships", "relationships")
        after = {(key, name): plain(asked(client, path)) for key, client in planted.linked.items() for name, path in own}
    assert [key for key in before if before[key] != after[key]] == []


def plain(answer: HttpResponseBase) -> str:
    """A body without what is new each time: tokens, and the ids of forms."""
    body: Any = answer
    return re.sub(r'(csrfmiddlewaretoken" value=|name="id" value=|nonce=)"[^"]*"', "", body.content.decode())


@pytest.mark.django_db
@pytest.mark.parametrize("wall", ["rows", "what they rest on"])
def test_each_wall_stands_by_itself(monkeypatch: pytest.MonkeyPatch, wall: str) -> None:
    """One without the other still hides every topic that is not shared; only what stands on two topics needs both."""
    planted = planting.plant()
    if wall == "rows":
        monkeypatch.setattr(shared, "all_open", lambda sight, topics: True)
    else:
        monkeypatch.setattr(PersonRowQuerySet, "visible_to", lambda rows, sight: rows.filter(person=sight.person_id))
    own = [(name, path) for name, path in paths(planted) if name in ("circle:home", "circle:agreed")]
    with clock.at(clock.now() + planting.LATER):
        for state in ("live", "other topic", "at reviews", "never"):
            told = {
                word for _name, path in own for word in leaks(asked(planted.linked["circle", state], path), state, name_of("circle", state))
            }
            assert told - ({MIXED} if wall == "rows" else set()) == set(), (state, told)


@pytest.mark.django_db
def test_what_is_shared_is_there() -> None:
    """The table hides nothing by showing nothing."""
    planted = planting.plant()
    agreed = reverse("circle:agreed", args=[planted.life.jo.pk])
    with clock.at(clock.now() + planting.LATER):
        for kind in ("circle", "advocate"):
            for state, (at_any_time, at_reviews) in OPEN.items():
                text = all_of(planted.linked[kind, state].get(agreed))
                shown = {f"{seen(topic)} {what}" for topic in at_any_time for what in ("summary", "line", "step", "decided")}
                shown |= {f"{found(topic)} because" for topic in at_reviews}
                assert {each for each in shown if each not in text} == set(), (kind, state)


@pytest.mark.django_db
def test_a_hole_in_the_wall_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """With both walls down, the rows' own and that of what they rest on, the table says so."""
    planted = planting.plant()
    home = [("circle:home", reverse("circle:home", args=[planted.life.jo.pk]))]
    client = planted.linked["circle", "live"]
    assert list(of_linked("circle", "live", client, home)) == []
    monkeypatch.setattr(PersonRowQuerySet, "visible_to", lambda rows, sight: rows.filter(person=sight.person_id))
    assert list(of_linked("circle", "live", client, home)) == []  # what the rows rest on still holds
    monkeypatch.setattr(shared, "all_open", lambda sight, topics: True)
    (said,) = of_linked("circle", "live", client, home)
    assert any(seen(topic) in said for topic in Topic.values if topic != SHARED)


def test_a_planted_leak_is_found() -> None:
    told = HttpResponse(f"Not here: {seen(SHARED)}")
    assert leaks(told, "never") == leaks(told, "at reviews") == {seen(SHARED)} and leaks(told, "live") == set()
    assert leaks(HttpResponse(headers={"Content-Disposition": f"inline; filename={never(SHARED)}.webm"}), "live") == {never(SHARED)}
