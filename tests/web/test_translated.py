"""Every visible sentence goes through gettext: in a made-up language, nothing that we say stands outside the marks."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import gettext as _
from tests.architecture.house import our_models
from tests.web import arrange, disputed, pseudo

from throughline.access import actions as access
from throughline.access import refusals
from throughline.access.models import Assignment
from throughline.access.roles import ROLES, Act
from throughline.agreements import actions as sharing
from throughline.agreements import law as sharing_law
from throughline.agreements.models import Disclosure, SharingPermission
from throughline.authority import actions as authority
from throughline.authority import law as authority_law
from throughline.authority.models import AdvanceRefusal, Authority
from throughline.base import clock
from throughline.base.errors import Invalid, Refused
from throughline.base.models import Amendment
from throughline.base.plain_words import suggestion
from throughline.base.written import Written
from throughline.conversations import actions as conversations
from throughline.conversations.models import Attempt, Contribution, Conversation, Voice
from throughline.decisions import actions as decisions
from throughline.decisions import law as decisions_law
from throughline.demo.build import Cast
from throughline.people.models import Contact, File, Stay
from throughline.plan import actions as plan
from throughline.plan import law as plan_law
from throughline.plan import law_ladder
from throughline.plan.climbing import stage_of
from throughline.practice import actions as practice
from throughline.practice.models import Activity, ChecklistRun, DailyNote, RoutineRecord, ScaleAnswer, Spending
from throughline.reviews import actions as reviews
from throughline.reviews.models import Response
from throughline.web.reasons import reason_of

Say = Callable[[Cast], Any]
# Addresses that answer "To come." are no pages yet.
NO_PAGE_YET = b"To come."


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pseudo")
    pseudo.write(folder)
    return folder


@pytest.fixture
def spoken(catalogue: Path) -> Iterator[None]:
    with pseudo.spoken(catalogue):
        yield


# --- Pages ---------------------------------------------------------------------------------------


def examples(cast: Cast) -> dict[str, Any]:
    """For each name in an address, one of the stories' rows."""
    day, power, said_no = RoutineRecord.objects.current().first(), any_power(cast), any_refusal(cast)
    return {
        "authority_id": power.pk,
        "refusal_id": said_no.pk,
        "sent_id": authority.send_refusal(refusal=said_no, to="GP", by=cast.ruth).pk,
        "advocacy_id": authority.ask_for_advocate(person=cast.jo, kind="imca", responsible_body="GP", by=cast.ruth).pk,
        **disputed.examples(cast),
        "kind": "lpa_welfare",
        "table": "authority",
        "row_id": power.pk,
        "permission_id": SharingPermission.objects.filter(person=cast.jo).first().pk,
        "disclosure_id": Disclosure.objects.first().pk,
        "person_id": cast.jo.pk,
        "user_id": cast.amina.pk,
        "service_id": cast.elm_house.pk,
        "assignment_id": Assignment.objects.get(user=cast.amina).pk,
        "item_id": cast.quiet_afternoon.pk,
        "version_id": cast.quiet_afternoon_card.pk,
        "decision_id": cast.quieter.pk,
        "question_id": cast.afternoon_question.pk,
        "conversation_id": Conversation.objects.filter(person=cast.jo).first().pk,
        "contribution_id": Contribution.objects.filter(person=cast.jo).first().pk,
        "attempt_id": any_try(cast).pk,
        "voice_id": Voice.objects.current().filter(person=cast.jo).first().pk,
        "contact_id": Contact.objects.filter(person=cast.jo).first().pk,
        "stay_id": Stay.objects.filter(person=cast.jo).first().pk,
        "file_id": getattr(File.objects.filter(person=cast.jo).first(), "pk", None),
        "record_id": day.pk,
        "step_id": day.step_id,
        "note_id": getattr(DailyNote.objects.current().filter(person=cast.jo).first(), "pk", None),
        "response_id": Response.objects.current().first().pk,
        "incident_id": fall(cast).pk,
        **ladder(cast),
        **of_days(),
    }


def ladder(cast: Cast) -> dict[str, Any]:
    """A ladder whose try showed a new risk; the pages of a ladder are about its item."""
    stage = stage_of(cast.shop_card)
    assert stage is not None
    trial = practice.keep_trial(stage=stage, support="stopped", new_risk=True, risk="Jo", confidence=5, ready="yes", by=cast.tom)
    pages = ("ladders:ladder", "ladders:move", "ladders:risks", "ladders:new")
    return {"trial_id": trial.pk} | {name: {"item_id": trial.item_id} for name in pages}


def of_days() -> dict[str, Any]:
    """Rows of the stories that stand in the addresses of a day's records."""
    of = {"run_id": ChecklistRun, "activity_id": Activity, "answer_id": ScaleAnswer, "spending_id": Spending}
    return {name: model.objects.current().first().pk for name, model in of.items()}


def fall(cast: Cast) -> Any:
    return practice.keep_incident(
        person=cast.jo, kind="fall", seen="Jo", done="Jo", restriction_used=True, restriction_words="Jo", by=cast.tom
    )


def addresses(resolver: Any = None, space: str = "") -> Iterator[tuple[str, frozenset[str]]]:
    """Every named address, with the names that stand in it."""
    for each in (resolver or get_resolver()).url_patterns:
        if isinstance(each, URLResolver):
            yield from addresses(each, f"{space}{each.namespace}:" if each.namespace else space)
        elif isinstance(each, URLPattern) and each.name:
            yield space + each.name, frozenset(each.pattern.converters)


def paths(given: dict[str, Any]) -> Iterator[str]:
    """Every address for which there is an example."""
    for name, wanted in sorted(set(addresses())):
        here = given | given.get(name, {})
        if wanted <= here.keys():
            try:
                yield reverse(name, kwargs={key: here[key] for key in wanted})
            except NoReverseMatch:
                continue


def is_page(answer: HttpResponse) -> bool:
    return answer.get("Content-Type", "").startswith("text/html") and answer.content not in (b"", NO_PAGE_YET)


def said(answer: HttpResponse, own: pseudo.OwnWords) -> list[str]:
    return pseudo.unmarked(answer.content.decode(), own) if is_page(answer) else []


def pressed(client: Client, path: str) -> HttpResponse:
    """A form sent empty, and then as if it had not been; signing out is undone as well."""
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        answer = client.post(path, {})
        transaction.set_rollback(True)
    client.cookies = cookies
    return answer


@pytest.mark.parametrize(("who", "at_least"), [("ruth", 40), ("tom", 20)])
def test_every_page_and_every_form_sent_empty(cast: Cast, spoken: None, who: str, at_least: int) -> None:
    client = arrange.signed_in(getattr(cast, who))
    client.raise_request_exception = False  # the page for what broke is a page too
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = pseudo.LANGUAGE
    given = examples(cast)
    own = pseudo.own_words()
    answers = {path: (client.get(path), pressed(client, path)) for path in paths(given)}
    assert sum(is_page(page) and page.status_code == 200 for page, _again in answers.values()) >= at_least
    found = {path: left for path, pair in answers.items() if (left := [each for answer in pair for each in said(answer, own)])}
    assert not found, "\n".join(f"{path}: {left}" for path, left in found.items())


@pytest.mark.parametrize("name", ["people:page", "plan:plan", "thread:thread"])
def test_a_page_that_says_much(cast: Cast, spoken: None, name: str) -> None:
    """Nothing is found outside the marks because there is nothing to find, and not because there is no page."""
    given = examples(cast)
    wanted = dict(addresses())[name]
    page = arrange.signed_in(cast.ruth).get(
        reverse(name, kwargs={key: given[key] for key in wanted}), headers={"accept-language": pseudo.LANGUAGE}
    )
    assert page.status_code == 200
    assert page.content.decode().count("«") > 20
    assert said(page, pseudo.own_words()) == []


# --- What actions, laws and checks answer --------------------------------------------------------

REFUSED: dict[str, Say] = {
    "a role, for one person": lambda it: plan.begin(person=it.jo, kind="support", title="Tea", by=it.tom),
    "a role, for nobody in particular": lambda it: access.add_staff(name="Ed", email="ed@example.org", password=None, by=it.tom),
    "oneself": lambda it: access.assign(user=it.ruth, role="owner", by=it.ruth),
    "an end": lambda it: access.assign(user=it.tom, role="agency_worker", service=it.elm_house, by=it.ruth),
    "a wider key": lambda it: access.assign(user=it.tom, role="owner", service=it.elm_house, by=manager_of(it)),
    "a second pair of eyes": lambda it: conversations.second_voice(voice=any_voice(it), seen="x", agrees=True, by=any_voice(it).author),
    "too late to undo": lambda it: practice.undo_routine(record=(old := RoutineRecord.objects.current().first()), by=old.author),
    "a law of the plan": lambda it: plan.publish(version=limit(it), message="From today.", by=it.ruth),
    "a second manager from outside": lambda it: access.create_manager(name="Ed", email="ed@example.org", password=None),
}

INVALID: dict[str, Say] = {
    **disputed.INVALID,
    "an authority that nobody holds": lambda it: authority.write_authority(person=it.jo, kind="epa", by=it.ruth),
    "a permission about nothing": lambda it: sharing.keep_permissions(contact=it.priya, levels={}, given_by="person", by=it.ruth),
    "what was taken back": lambda it: sharing.withdraw(permissions=[SharingPermission.objects.first()], by=it.ruth),
    "who is not to be told": lambda it: sharing.keep_from_being_told(person=it.jo, by=it.ruth),
    "what was told": lambda it: sharing.disclose(person=it.jo, contact=it.priya, topics=(), what="x", purpose="x", by=it.ruth),
    "papers seen tomorrow": lambda it: authority.see_papers(authority=any_power(it), what="x", seen_on=tomorrow(), by=it.ruth),
    "words of a voice": lambda it: conversations.keep_voice(person=it.jo, how_told="said", by=it.ruth),
    "what was seen": lambda it: conversations.keep_voice(person=it.jo, how_told="showed", thought="sad", by=it.ruth),
    "somebody else's words": lambda it: reviews.check(response=Response.objects.first(), right="yes", voice=lees_voice(it), by=it.ruth),
    "a response of no words": lambda it: reviews.respond(voice=any_voice(it), state="waiting", what="Noted.", by=it.ruth),
    "a decision": lambda it: decisions.decide(question=it.afternoon_question, outcome="x", basis="own_with_support", by=it.ruth),
    "somebody else's contact": lambda it: conversations.keep_contribution(person=it.jo, words="x", contact=it.gwen, by=it.ruth),
    "who spoke first": lambda it: conversations.hold_conversation(person=it.jo, kind="talk", who_spoke_first="staff", by=it.ruth),
    "a reason": lambda it: conversations.take_back(voice=any_voice(it), kind=Amendment.MISTAKE, by=it.ruth),
    "what was changed meanwhile": lambda it: taken_back_twice(any_try(it), it),
    "how words are taken back": lambda it: conversations.take_back_contribution(contribution=theirs(it), kind="undone", by=it.ruth),
    "a version written meanwhile": lambda it: plan.write(item=it.quiet_afternoon, title="x", after=1, by=it.ruth),
    "an NHS number": lambda it: access.change_person(person=it.jo, nhs_number="943 476 5918", by=it.ruth),
    "nothing where something has to be": lambda it: note(it, " "),
    "too much": lambda it: note(it, "x" * 200_000),
    "a character that cannot be kept": lambda it: note(it, "a\x00b"),
    "what is not on the list": lambda it: conversations.keep_voice(person=it.jo, how_told="guessed", words="x", by=it.ruth),
    "what is still to come": lambda it: note(it, "Went out.", Written(occurred_at=clock.now() + timedelta(days=1))),
}


def any_power(it: Cast) -> Authority:
    """An authority of which somebody saw the papers."""
    power = authority.write_authority(person=it.jo, kind="court_order", allows="Tea", areas=["home"], by=it.ruth)
    authority.see_papers(authority=power, what="Tea", seen_on=clock.today(), by=it.ruth)
    return power


def any_refusal(it: Cast) -> AdvanceRefusal:
    return authority.keep_refusal(person=it.jo, treatments="Tea", by=it.ruth)


def any_voice(it: Cast) -> Voice:
    return Voice.objects.current().filter(person=it.jo).first()


def any_try(it: Cast) -> Attempt:
    return conversations.keep_attempt(person=it.jo, method="photos", asked="Which chair?", result="no_answer", by=it.ruth)


def theirs(it: Cast) -> Contribution:
    return Contribution.objects.current().filter(person=it.jo).first()


def taken_back_twice(attempt: Attempt, it: Cast) -> None:
    for _time in (1, 2):
        conversations.take_back_attempt(attempt=attempt, reason="x", by=it.ruth)


def tomorrow() -> date:
    return clock.today() + timedelta(days=1)


def lees_voice(it: Cast) -> Voice:
    return conversations.keep_voice(person=it.lee, how_told="said", words="Mine", by=it.ruth)


def limit(it: Cast) -> Any:
    return plan.begin(person=it.jo, kind="restriction", title="The kitchen is locked", by=it.ruth)


def manager_of(it: Cast) -> Any:
    """Who manages one home alone."""
    user = access.add_staff(name="Ed", email="ed@example.org", password=None, by=it.ruth)
    access.assign(user=user, role="administrator", service=it.elm_house, by=it.ruth)
    return user


def note(it: Cast, text: str, written: Written = Written()) -> Any:  # noqa: B008 - frozen
    return practice.write_note(person=it.jo, text=text, by=it.ruth, written=written)


@pytest.mark.parametrize("why", REFUSED)
def test_what_is_refused_says_why_in_the_reader_s_language(cast: Cast, spoken: None, why: str) -> None:
    with pytest.raises(Refused) as refused:
        REFUSED[why](cast)
    assert pseudo.is_marked(str(refused.value)), refused.value


@pytest.mark.parametrize("what", INVALID)
def test_what_cannot_be_kept_says_why_in_the_reader_s_language(cast: Cast, spoken: None, what: str) -> None:
    with pytest.raises(Invalid) as invalid:
        INVALID[what](cast)
    assert all(pseudo.is_marked(sentence) for sentence in invalid.value.faults.values()), invalid.value.faults


@pytest.mark.parametrize("law", [authority_law, decisions_law, plan_law, law_ladder, disputed, sharing_law])
def test_what_a_law_finds_can_be_said(spoken: None, law: ModuleType) -> None:
    for fault in law.FAULTS.values():
        assert pseudo.is_marked(_(fault.wrong)) and pseudo.is_marked(_(fault.do)), fault.code


def test_what_a_role_is_and_may_do_can_be_said(spoken: None) -> None:
    for role in ROLES.values():
        assert pseudo.is_marked(_(role.name)) and pseudo.is_marked(_(role.description)), role.code
    assert all(pseudo.is_marked(_(act.value)) for act in Act)


@pytest.mark.parametrize("act", Act)
def test_every_act_has_its_own_sentence_for_who_may_not(spoken: None, act: Act) -> None:
    assert pseudo.is_marked(refusals.for_one(act, "Jo")) and pseudo.is_marked(refusals.anywhere(act))
    assert act in refusals.FOR_ONE or act in refusals.ANYWHERE


def test_what_a_choice_is_called_can_be_said(spoken: None) -> None:
    fields = [field for model in our_models() for field in model._meta.concrete_fields]
    bare = {f"{field}: {label}" for field in fields for _value, label in field.flatchoices if not pseudo.is_marked(str(label))}
    assert not bare, sorted(bare)


def test_the_reasons_that_we_write_ourselves_are_said_and_others_stay_as_written(cast: Cast, spoken: None) -> None:
    record = RoutineRecord.objects.current().first()
    practice.add_to_routine(record=fresh(cast, record), note="With the radio off", by=cast.tom)
    voice = any_voice(cast)
    for state in ("doing", "done"):
        reviews.respond(voice=voice, state=state, what=f"It is {state}", by=cast.ruth)
    conversations.correct_attempt(attempt=any_try(cast), reason="Where it stands", by=cast.ruth)
    ours = [RoutineRecord.objects.latest("sequence"), Response.objects.latest("sequence")]
    assert all(pseudo.is_marked(reason_of(row)) for row in ours), [row.reason for row in ours]
    assert reason_of(Attempt.objects.latest("sequence")) == "Where it stands"
    assert reason_of(voice) == ""


def fresh(it: Cast, like: RoutineRecord) -> RoutineRecord:
    """A record made just now, to which something can be added."""
    return practice.record_routine(person=like.person, version=like.version, step=like.step, result="said_yes", by=it.tom)


def test_the_quiet_suggestion_can_be_said(spoken: None) -> None:
    assert pseudo.is_marked(suggestion("He was non-verbal").replace("non-verbal", ""))


# --- The wall itself -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<h1>«What happened»</h1><p>Write it down.</p>", ["Write it down."]),
        ("<p>«Asked by» Jo</p>", []),
        ("<p>«Jo said <b>no</b> to tea»</p><p>Later</p>", ["Later"]),
        ('<img alt="A tree"><input placeholder="«Your words»">', ["A tree"]),
        ('<input type="submit" value="Send">', ["Send"]),
        ("<p>12 · 2:30</p><script>const words = 1</script>", []),
        ("<p>Jot it down</p>", ["Jot it down"]),
        ("<ul><li>Tea at four</li><li>music off</li></ul><p>“tea at four m…”</p>", []),
    ],
)
def test_a_planted_sentence_is_found(html: str, found: list[str]) -> None:
    assert pseudo.unmarked(html, pseudo.OwnWords(["Jo", "tea at four\nmusic off"])) == found
