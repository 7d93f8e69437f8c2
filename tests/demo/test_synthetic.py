"""The synthetic provider: the same for the same seed, lawful as the law says, and row for row what the actions would have kept."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.db.models import Count
from tests.demo.again import keep_again, same

from throughline.access import scope
from throughline.access.models import Assignment
from throughline.accounts.models import Service, User
from throughline.base import checks, clock
from throughline.base.models import Amendment, Recorded
from throughline.base.models import Counter as Numbered
from throughline.base.plain_words import lint
from throughline.conversations.models import Attempt, Contribution, Conversation, SecondObservation, Voice
from throughline.decisions.models import Decision, Option, Question, Telling
from throughline.demo.synthetic import Made, generate
from throughline.people.models import Person, PersonPart, PersonRow, Stay
from throughline.plan.models import Item, Publication, Version
from throughline.practice.models import DailyNote, RoutineRecord, Tally
from throughline.practice.recount import recount
from throughline.reviews.models import Check, Response, Review, Told

UNTIL = clock.moment(date(2026, 5, 19), 14)
PEOPLE, DAYS = 12, 120


@pytest.fixture
def made(db: None) -> Iterator[Made]:
    with clock.at(UNTIL):
        yield generate(people=PEOPLE, days=DAYS, seed=7, until=UNTIL)


def ours() -> list[type[models.Model]]:
    return [
        model for model in apps.get_models() if model.__module__.startswith("throughline.") and model._meta.label_lower != "access.reading"
    ]


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row of ours; passwords are salted afresh each time, and tallies are counted."""
    return {
        model._meta.label: [{k: v for k, v in row.items() if k != "password"} for row in model._base_manager.order_by("pk").values()]
        for model in ours()
        if model is not Tally
    }


def test_the_same_seed_makes_the_same_provider(made: Made) -> None:
    first = everything()
    triggers_lifted(ours())
    again = generate(people=PEOPLE, days=DAYS, seed=7, until=UNTIL)
    assert again == made
    for label, rows in everything().items():
        assert [plain(row) for row in rows] == [plain(row) for row in first[label]], label


def plain(row: dict[str, Any]) -> dict[str, Any]:
    """Without the numbers that the database gives, which go on."""
    return {name: value for name, value in row.items() if name not in ("sequence",) and not isinstance(row.get("about_table"), str)}


def triggers_lifted(of: list[type[models.Model]]) -> None:
    """Empty our tables inside the test's own transaction."""
    from tests.conftest import lift_triggers

    lift_triggers("default")
    for model in reversed(of):
        model._base_manager.all().update(**{"amends": None} if issubclass(model, Recorded) else {}) if issubclass(model, Recorded) else None
    for model in reversed(of):
        model._base_manager.all()._raw_delete("default")


def test_it_is_the_same_on_every_database_and_machine(db: None) -> None:
    assert generate(people=4, days=20, seed=1, until=UNTIL) == Made(people=4, notes=80, records=115, other=690)


def test_it_is_of_the_size_that_was_asked_for(made: Made) -> None:
    assert made.people == Person.objects.count() == PEOPLE
    assert made.notes == DailyNote.objects.filter(amends=None).count() == PEOPLE * DAYS
    assert made.records == RoutineRecord.objects.filter(amends=None).count() > PEOPLE * DAYS / 2
    assert DailyNote.objects.exclude(amends=None).exists() and RoutineRecord.objects.exclude(amends=None).exists()


def test_it_is_shaped_as_providers_are(made: Made) -> None:
    homes = Stay.objects.on(clock.today()).values("service").annotate(n=Count("pk")).values_list("n", flat=True)
    assert sum(homes) == PEOPLE and max(homes) <= 8
    items = Item.objects.values("person").annotate(n=Count("pk")).values_list("n", flat=True)
    assert max(items) <= 12 and sum(items) / PEOPLE >= 5
    assert Voice.objects.values("how_told").distinct().count() >= 6
    assert Voice.objects.values("wish").distinct().count() == 5
    assert Decision.objects.values("basis").distinct().count() >= 2
    lengths = sorted(len(text.split()) for text in DailyNote.objects.values_list("text", flat=True))
    assert lengths[len(lengths) // 2] < sum(lengths) / len(lengths) < lengths[-1] / 4
    assert DailyNote.objects.values("occurred_at__hour").distinct().count() > 12


def test_some_things_are_missing_as_in_life(made: Made) -> None:
    assert Voice.objects.exclude(pk__in=Response.objects.values("voice")).filter(wish__in=["request", "concern", "change"]).exists()
    assert Decision.objects.exclude(pk__in=Telling.objects.values("decision")).exists()
    assert Response.objects.exclude(pk__in=Told.objects.values("response")).exists()


def test_every_row_passes_the_checks(made: Made) -> None:
    found = {(model._meta.label, str(faults)) for model in ours() for row in model._base_manager.all() if (faults := checks.faults(row))}
    assert not found


def test_every_row_stands_on_one_persons_record(made: Made) -> None:
    """What a row cites is the same person's."""
    for model in ours():
        if issubclass(model, PersonRow | PersonPart):
            for field in model._meta.concrete_fields:
                if field.is_relation and issubclass(field.related_model, PersonRow | PersonPart):
                    others = model._base_manager.exclude(**{field.name: None}).exclude(**{f"{field.name}__person": models.F("person")})
                    assert not others.exists(), f"{model.__name__}.{field.name}"


def test_authors_may_see_whom_they_write_about(made: Made) -> None:
    for model in ours():
        if issubclass(model, PersonRow):
            for author, person in model._base_manager.order_by().values_list("author", "person").distinct():
                assert scope.people_visible_to(User.objects.get(pk=author)).filter(pk=person).exists(), model.__name__


def test_every_decision_stands_as_the_law_says(made: Made) -> None:
    """Decided again through the action, which asks the law of what the database holds, it stands or not for the same reasons."""
    decisions = list(Decision.objects.order_by("number"))
    assert decisions
    for decision in decisions:
        assert keep_again(decision).faults == decision.faults
        assert (decision.standing == "valid") == (not decision.faults)
    assert not Publication.objects.filter(decision__standing="not_valid").exists()


def test_numbers_go_on_after_those_that_were_given(made: Made) -> None:
    last = dict(Numbered.objects.values_list("letter", "last"))
    assert last == {"D": Decision.objects.count(), "T": Item.objects.count()}


def test_tallies_are_those_of_the_records(made: Made) -> None:
    standing = Counter(RoutineRecord.objects.current().values_list("item", "day", "result"))
    counted: Counter[Any] = Counter()
    for item, day, result, count in Tally.objects.values_list("item", "day", "result", "count"):
        counted[item, day, result] += count
    assert +counted == standing
    before = sorted(Tally.objects.values_list("item", "day", "received_on", "result", "count"), key=str)
    recount()
    assert before == sorted(Tally.objects.values_list("item", "day", "received_on", "result", "count"), key=str)


def test_the_words_are_ours(made: Made) -> None:
    for model in ours():
        texts = [
            each.attname
            for each in model._meta.concrete_fields
            if isinstance(each, models.CharField | models.TextField) and not each.choices
        ]
        for row in model._base_manager.values_list(*texts) if texts else []:
            assert not [found for text in row if text for found in lint(text)], row


def test_history_multiplies_practice_alone(db: None) -> None:
    once = generate(people=2, days=30, seed=3, until=UNTIL)
    plans, notes, voices = Item.objects.count(), DailyNote.objects.count(), Voice.objects.count()
    triggers_lifted(ours())
    often = generate(people=2, days=30, seed=3, until=UNTIL, history=8)
    assert DailyNote.objects.count() > 7 * notes and often.notes > 7 * once.notes
    assert Item.objects.count() <= 2 * max(plans, 12) and Voice.objects.count() < 3 * voices


KINDS = [
    Voice,
    SecondObservation,
    Attempt,
    Contribution,
    Conversation,
    Question,
    Option,
    Decision,
    Telling,
    Version,
    Publication,
    RoutineRecord,
    DailyNote,
    Response,
    Told,
    Check,
    Review,
]


@pytest.mark.parametrize("kind", KINDS)
def test_rows_made_in_bulk_equal_rows_made_by_actions(made: Made, kind: type[Any]) -> None:
    rows = list(kind._base_manager.filter(amendment=Amendment.NONE).order_by("pk")[:400])
    for row in rows[:: max(1, len(rows) // 25)]:
        kept = keep_again(row)
        kept.refresh_from_db()
        if kind is not Response or not Response.objects.filter(voice=row.voice).exclude(pk__in=[row.pk, kept.pk]).exists():
            same_but_amending(kept, row)


def same_but_amending(kept: Any, row: Any) -> None:
    """A second response amends the first, since the voice has one by now; so does a second decision that takes effect."""
    if isinstance(row, Response | Decision):
        kept.amends_id, kept.amendment, kept.reason = None, "", ""
    same(kept, row)


def test_there_is_a_home_in_each_country(db: None) -> None:
    with clock.at(UNTIL):
        generate(people=150, days=2, notes=0, seed=2, until=UNTIL)
    assert set(Service.objects.values_list("jurisdiction", flat=True)) == {"england", "wales"}
    assert Assignment.objects.filter(role="agency_worker").exclude(until_on=None).exists()
