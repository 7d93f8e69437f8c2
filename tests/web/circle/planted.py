"""A house in which every topic has words of its own, and everybody who could come to the door stands before it.

Four words a topic: what may be seen at any time when the topic is shared (`seen`), what is shown at reviews too (`found`), what the
person said (`heard`), and what is never on anybody's own pages, shared or not (`never`).
"""

import io
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.test import Client
from tests.web import arrange, lacking

from throughline.access import actions as access
from throughline.access import queries as keys
from throughline.access.models import CircleMember
from throughline.agreements import actions as agreements
from throughline.api import actions as api
from throughline.authority import actions as authority
from throughline.base import clock
from throughline.base.ids import new_id
from throughline.base.models import Topic
from throughline.conversations import actions as conversations
from throughline.conversations.models import Contribution
from throughline.decisions import actions as decisions
from throughline.decisions.models import Decision
from throughline.people.choices import Area
from throughline.plan import actions as plan
from throughline.plan.models import Item, Version
from throughline.plan.parts import Line, Step
from throughline.practice import actions as practice
from throughline.reviews import actions as reviews
from throughline.reviews.parts import Perspective
from throughline.sync import actions as sync
from throughline.sync.reading import Sent
from throughline.workforce import actions as workforce

from . import living, planted_ladders, planted_more, planted_watch
from .planted_daily import of_days
from .planted_rights import of_an_attorney, of_rights, unfinished

SHARED, OTHER = "money", "health"  # what is shared with those with whom something is; what is shared with the others
LATER = timedelta(days=2)  # when everybody comes to the door: what ran until tomorrow has run out
STATES = ("live", "other topic", "at reviews", "expired", "withdrawn", "never", "by law", "override", "not to be told")
# Which stand at the door: a professional is asked about like the others, without what differs from them in nothing.
STATES_OF = {
    "circle": STATES,
    "advocate": STATES,
    "professional": tuple(each for each in STATES if each not in ("other topic", "not to be told")),
}
SOUND = b"\x1aE\xdf\xa3" + bytes(range(200))


def seen(topic: str) -> str:
    return f"zqseen{topic.replace('_', '')}"


def found(topic: str) -> str:
    return f"zqfound{topic.replace('_', '')}"


def heard(topic: str) -> str:
    """The person's own words: for nobody here but an attorney, about a question that is theirs to decide."""
    return f"zqheard{topic.replace('_', '')}"


def never(topic: str) -> str:
    return f"zqnever{topic.replace('_', '')}"


@dataclass
class Planted:
    """The life, what stands in addresses by name, and a browser for everybody, by role and, of those with pages of their own, by state."""

    life: living.Life
    ids: dict[str, Any] = field(default_factory=dict)
    staff: dict[str, Client] = field(default_factory=dict)
    linked: dict[tuple[str, str], Client] = field(default_factory=dict)
    both: planted_more.Both | None = None


def plant() -> Planted:
    planted = Planted(living.life())
    for topic in Topic.values:
        ids = of_topic(planted.life, topic)
        planted.ids = ids if topic == SHARED else planted.ids
    planted.ids |= of_house(planted.life)
    planted.staff, planted.linked = staff(planted.life), linked(planted.life)
    planted.both = planted_more.both(planted.life, SHARED)
    for topic, other in ((SHARED, OTHER), (OTHER, SHARED)):
        planted_more.mixed(planted.life, topic, other, area_of(other), seen(other))
    planted_more.for_the_manager(planted.life)
    planted.ids |= of_links(planted.life, planted.ids) | of_sharing(planted.life) | of_phones(planted.life)
    decided = Decision.objects.get(pk=planted.ids["decision_id"])
    planted.ids |= of_team(planted.life, planted.ids["version_id"]) | planted_watch.of_watch(planted.life, never("medication"))
    planted.ids |= of_rights(planted.life, never("plans"), planted.ids["question_id"], decided) | of_an_attorney(planted.life)
    planted.ids |= unfinished(planted.life, never("behaviour"), clock.now() + LATER)
    return planted


def area_of(topic: str) -> str:
    """A part of life that is about a topic; for some topics there is none, and the question says so itself.

    What limits Jo is left out: its decisions rest on what she said about that, and these rest on no words.
    """
    return next((area.value for area in Area if area.topic == topic and area != Area.RESTRICTIONS), Area.OTHER.value)


def of_topic(life: living.Life, topic: str) -> dict[str, Any]:
    """One of everything that can be about a topic: the names of these stand in addresses."""
    who, about = {"person": life.jo, "by": life.ruth}, {"topic": topic}
    held = conversations.hold_conversation(
        **who, **about, kind="talk", title=never(topic), purpose=never(topic), who_spoke_first="person", notes=never(topic)
    )
    voice = conversations.keep_voice(**who, **about, how_told="said", words=heard(topic), wish="request", conversation=held)
    words = {"words": never(topic), "contact": life.dan}
    contribution = conversations.keep_contribution(**who, **about, **words)
    attempt = conversations.keep_attempt(**who, **about, method="photos", asked=never(topic), result="no_answer", seen=never(topic))
    sound = {"kind": "sound", "content": io.BytesIO(SOUND), "media_type": "audio/webm", "shows": never(topic)}
    file = conversations.keep_file(**who, **about, **sound, basis="agreed", basis_words=never(topic))
    question, decision = decide(life, topic)
    version = follow(life, topic, decision)
    told = {"person": life.jo, "by": life.home.amina}
    record = practice.record_routine(**told, version=version, step=version.steps.first(), result="said_yes", note=never(topic))
    note = practice.write_note(**told, **about, text=never(topic))
    incident = practice.keep_incident(**told, kind="fall", seen=never(topic), done=never(topic), thought=never(topic), said=voice)
    upset = practice.keep_upset(**told, seen=never(topic), thought=never(topic), said=voice)
    response, review = look_again(life, topic, version, voice)
    return {
        "item_id": version.item_id,
        "version_id": version.pk,
        "step_id": version.steps.first().pk,
        "question_id": question.pk,
        "decision_id": decision.pk,
        "conversation_id": held.pk,
        "voice_id": voice.pk,
        "contribution_id": contribution.pk,
        "attempt_id": attempt.pk,
        "file_id": file.pk,
        "record_id": record.pk,
        "note_id": note.pk,
        "response_id": response.pk,
        "incident_id": incident.pk,
        "upset_id": upset.pk,
        "reviews:mistake": {"table": "review", "row_id": review.pk},
        **planted_ladders.ladder(life, topic, f"{found(topic)} steps", never(topic), decision, voice),
        **of_days(life, topic, seen(topic), never(topic), voice),
    }


def decide(life: living.Life, topic: str) -> tuple[Any, Any]:
    """A question that is decided, with what was said about its ways, and one that is open."""
    about = {"area": area_of(topic), "impact": "low", "topic": topic, "person": life.jo, "by": life.ruth}
    question = decisions.ask(text=f"{seen(topic)} asked?", **about)
    decisions.offer(question=question, title=never(topic), benefits=never(topic), risks=never(topic), by=life.ruth)
    decision = decisions.decide(
        question=question,
        outcome=f"{seen(topic)} decided",
        basis="own",
        reasons=never(topic),
        no_voice_because=never(topic),
        by=life.ruth,
    )
    decisions.tell(decision=decision, how=never(topic), reaction="right", by=life.ruth)
    decisions.ask(text=f"{seen(topic)} open?", **about)
    return question, decision


def follow(life: living.Life, topic: str, decision: Any) -> Any:
    """A routine that staff follow, resting on the decision."""
    version = plan.begin(
        person=life.jo,
        kind="routine",
        title=f"{found(topic)} title",
        summary=f"{seen(topic)} summary",
        lines=[Line(part="do", text=f"{seen(topic)} line")],
        steps=[Step(text=f"{seen(topic)} step")],
        topic=topic,
        by=life.ruth,
    )
    plan.publish(version=version, message=f"{found(topic)} message", decision=decision, by=life.ruth)
    return version


def look_again(life: living.Life, topic: str, version: Any, voice: Any) -> tuple[Any, Any]:
    """An answer to what they said, and a review with the person's view in it."""
    view = Perspective(party="person", voice=voice, works="works", text=never(topic))
    looked = {"kind": "planned", "took_part": "present", "verdict": "keep", "because": f"{found(topic)} because"}
    review = reviews.look_again(item=version.item, perspectives=[view], by=life.ruth, **looked)
    response = reviews.respond(voice=voice, state="doing", what=never(topic), by=life.ruth)
    reviews.tell(response=response, how=never(topic), by=life.ruth)
    return response, review


def of_house(life: living.Life) -> dict[str, Any]:
    """What stands in addresses and is about no topic."""
    from throughline.access import scope
    from throughline.people import queries as people

    sight = scope.sight(life.ruth, life.jo.pk)
    held = life.power(life.priya, "treatment")
    refusal = authority.keep_refusal(person=life.jo, treatments=never(SHARED), by=life.ruth)
    sent = authority.send_refusal(refusal=refusal, to="Dr Shah", by=life.ruth)
    advocacy = authority.ask_for_advocate(person=life.jo, kind="imca", contact=life.dan, by=life.ruth)
    return {
        "person_id": life.jo.pk,
        "contact_id": life.priya.pk,
        "stay_id": people.stays(sight)[0].pk,
        "user_id": life.home.amina.pk,
        "service_id": life.home.elm.pk,
        "assignment_id": keys.assignments(life.ruth, life.home.amina)[0].pk,
        "authority_id": held.pk,
        "refusal_id": refusal.pk,
        "sent_id": sent.pk,
        "advocacy_id": advocacy.pk,
        "kind": "lpa_welfare",
        "table": "authority",
        "row_id": held.pk,
        "passkey_id": 987_654,
    }


def of_sharing(life: living.Life) -> dict[str, Any]:
    """One of each that says who sees what; of somebody who never comes to the door."""
    gwen = access.add_contact(person=life.jo, name="Gwen", kind="circle", relationship="friend", by=life.ruth)
    who, until = {"contact": gwen, "by": life.ruth}, clock.today() + timedelta(days=20)
    permission = life.asks(gwen, "plans")
    law = agreements.open_by_law(**who, kind="council", topics=["plans"], because=never("plans"), until=until)
    override = agreements.open_without_permission(**who, kind="safeguarding", topics=["plans"], because=never("plans"), until=until)
    told = agreements.disclose(person=life.jo, contact=gwen, topics=["plans"], what=never("plans"), purpose=never("plans"), by=life.ruth)
    shut = agreements.keep_from_being_told(person=life.jo, name=planted_more.EXCLUDED, words=never("plans"), by=life.ruth)
    return {
        "permission_id": permission.pk,
        "disclosure_id": told.pk,
        "sharing:told_again": {"row_id": shut.pk},
        "sharing:by_law_end": {"row_id": law.pk},
        "sharing:without_end": {"row_id": override.pk},
    }


def of_team(life: living.Life, version_id: Any) -> dict[str, Any]:
    """A key routine, somebody signed off for it who never comes to the door, and a pass that works when everybody comes."""
    version = Version.objects.select_related("item__person", "person").get(pk=version_id)
    workforce.keep_key_routine(item=version.item, subject="risk", criteria=never(SHARED), by=life.ruth)
    told = {"agreed_words": never(SHARED), "feedback": never(SHARED), "until_on": clock.today() + timedelta(days=90)}
    signed = workforce.sign_off(
        worker=life.home.neighbour,
        version=version,
        method="observed",
        result="competent",
        seen=[(never(SHARED), True)],
        by=life.ruth,
        **told,
    )
    begins = clock.now() + LATER
    hours = {"from_at": begins, "until_at": begins + timedelta(hours=8)}
    made = workforce.make_pass(people=[life.jo], name="Kim", agency="Agency", by=life.ruth, **hours)
    return {"sign_off_id": signed.pk, "pass_id": made.given.pk, "team:pass_use": {"link": made.link}, "integration_id": of_system(life)}


def of_system(life: living.Life) -> Any:
    """Another system that was let in."""
    return api.let_in(name="Rota system", scopes=["shifts:write"], until_on=clock.today() + timedelta(days=30), by=life.ruth).integration.pk


def of_links(life: living.Life, ids: dict[str, Any]) -> dict[str, Any]:
    """An invitation that still works, a link, an advocate's note to the person, and a review that the advocate is to lead."""
    invited = access.invite(contact=life.priya, basis="invited", basis_words=never(SHARED), handed_over="printed", by=life.ruth)
    dan = CircleMember.objects.filter(contact__kind="advocate", contact__relationship="live").select_related("contact", "user").get()
    note = conversations.keep_private_note(contact=dan.contact, words=never("plans"), by=dan.user)
    asked = reviews.answer_ask(
        contribution=Contribution.objects.get(pk=ids["contribution_id"]),
        item=Item.objects.get(pk=ids["item_id"]),
        on=clock.today() + timedelta(days=9),
        led_by=dan.contact,
        words=never(SHARED),
        by=life.ruth,
    )
    return {"asked_id": asked.pk, "link": invited.link, "member_id": dan.pk, "circle:note": {"note_id": note.pk}}


def of_phones(life: living.Life) -> dict[str, Any]:
    """A note that came from a phone and is held."""
    sent = Sent(new_id(), "note", life.jo.pk, {"text": never(SHARED)}, {}, "a phone", 1, clock.now())
    return {"held_id": sync.hold(sent=sent, because=never(SHARED), by=life.home.amina).pk}


def staff(life: living.Life) -> dict[str, Client]:
    """A browser for each role of staff, for one of another home, and for nobody."""
    home, who = life.home, {"support worker": life.home.amina, "agency worker": life.home.tom}
    who["team leader"] = arrange.worker("Leader", life.ruth, role="team_leader", service=home.elm)
    who["manager"] = life.ruth
    for role in ("owner", "quality_lead", "administrator"):
        who[role.replace("_", " ")] = arrange.worker(role, life.ruth, role=role)
    who["other home"] = home.neighbour
    return {role: arrange.signed_in(user) for role, user in who.items()} | {"nobody": Client()}


def linked(life: living.Life) -> dict[tuple[str, str], Client]:
    """A browser for each of those with pages of their own: family and an advocate in every state, a professional where Jo or the law
    opens something or nothing; by law, a professional is the council that pays."""
    browsers = {}
    for kind, states in STATES_OF.items():
        for state in states:
            contact = access.add_contact(
                person=life.jo, name=planted_more.name_of(kind, state), kind=kind, relationship=state, by=life.ruth
            )
            browsers[kind, state] = life.browser(contact)
            open_for(life, contact, state)
    return browsers


def open_for(life: living.Life, contact: Any, state: str) -> None:
    """Bring a contact's keys into a state."""
    tomorrow = clock.today() + timedelta(days=1)
    match state:
        case "live":
            life.asks(contact, SHARED)
        case "other topic":
            life.asks(contact, OTHER)
        case "at reviews":
            life.asks(contact, SHARED, "at_reviews")
        case "expired":
            life.asks(contact, SHARED, until=tomorrow)
        case "withdrawn":
            life.takes_back(life.asks(contact, SHARED))
        case "by law":
            by_law(life, contact)
        case _:
            planted_more.open_for(life, contact, state, SHARED, OTHER)


def by_law(life: living.Life, contact: Any) -> None:
    """An attorney, an independent mental capacity advocate, or the council sees what they need for what they do."""
    if contact.kind == "professional":
        rests: dict[str, Any] = {"kind": "council"}
    elif contact.kind == "advocate":
        work = authority.ask_for_advocate(person=life.jo, kind="imca", contact=contact, by=life.ruth)
        rests = {"kind": "imca", "advocacy": work}
    else:
        rests = {"kind": "attorney", "authority": life.power(contact, "treatment")}
        rests["assessment"] = lacking.assessed(life.question("treatment", seen(OTHER), topic=OTHER), life.ruth)
    until = clock.today() + timedelta(days=20)
    agreements.open_by_law(contact=contact, topics=[OTHER], because="It is for their work.", until=until, by=life.ruth, **rests)
