"""Queries that are built once answer what the plain ones do, for whatever they are asked next."""

from datetime import date, timedelta

import pytest
from django.db import connection
from tests.stories import NOW

from throughline.access import scope
from throughline.base import clock
from throughline.base.prepared import Seen, prepared, stand_in
from throughline.conversations.models import Voice
from throughline.people import queries as people
from throughline.plan import queries as plan
from throughline.plan.models import Line
from throughline.reviews import queries as reviews
from throughline.thread import as_facts, asked, load_plan, timeline
from throughline.workforce.queries import cards

pytestmark = pytest.mark.django_db

TEAM, ALL = frozenset({"team"}), frozenset({"team", "manager"})
MOMENTS = [None, NOW - timedelta(days=30), NOW - timedelta(days=80)]


def same(query, **given) -> None:
    """Twice, so that the second is asked of what was built for the first; ids and annotations alike."""
    for _ in range(2):
        plain, ready = list(query.build(**given)), query(**given)
        assert [_values(row) for row in ready] == [_values(row) for row in plain]


def _values(row) -> object:
    return row if isinstance(row, tuple) else {name: value for name, value in vars(row).items() if not name.startswith("_")}


@pytest.mark.parametrize("as_at", MOMENTS, ids=str)
@pytest.mark.parametrize("audiences", [TEAM, ALL], ids=["team", "manager"])
def test_the_plan_and_what_is_only_written(cast, as_at, audiences) -> None:
    day = clock.day_of(as_at) if as_at else None
    for person in (cast.jo, cast.sam, cast.lee, cast.ann):
        for query in (load_plan._published, load_plan._only_written):
            same(query, person_id=person.pk, audiences=audiences, as_at=as_at, day=day)


@pytest.mark.parametrize("kinds", [*((kind,) for kind in timeline.OTHERS), tuple(timeline.OTHERS)], ids=" ".join)
def test_each_kind_of_the_timeline_and_all_together(cast, kinds) -> None:
    for person in (cast.jo, cast.ann):
        for before in MOMENTS:
            asked = {"person_id": person.pk, "audiences": ALL, "before": before, "as_at": None, "each": 5}
            same(timeline.entries, kinds=kinds, day=clock.day_of(before) if before else None, **asked)


def test_the_voices_of_the_timeline(cast) -> None:
    for person in (cast.jo, cast.ann):
        for before in MOMENTS:
            same(timeline.voices, person_id=person.pk, audiences=ALL, before=before, as_at=None, each=5)


def test_one_persons_rows_never_come_with_anothers(cast) -> None:
    """The values of one asking are gone before the next."""
    for person in (cast.jo, cast.lee, cast.jo):
        rows = timeline.voices(person_id=person.pk, audiences=ALL, before=None, as_at=None, each=50)
        theirs = set(Voice.objects.filter(person=person).values_list("pk", flat=True))
        assert rows and {row.pk for row in rows} <= theirs


@pytest.mark.parametrize("as_at", MOMENTS, ids=str)
def test_the_lines_at_the_top_of_a_persons_page_and_their_own_words(cast, as_at) -> None:
    for person in (cast.jo, cast.lee):
        for kinds in (plan.ABOUT, ("communication",)):
            same(plan._about_lines, person_id=person.pk, audiences=TEAM, kinds=kinds, as_at=as_at)
    for voice in Voice.objects.filter(person=cast.jo)[:2]:
        same(plan._own_words, voice_id=voice.pk)


@pytest.mark.parametrize("as_at", MOMENTS, ids=str)
@pytest.mark.parametrize("audiences", [TEAM, ALL], ids=["team", "manager"])
def test_what_was_said_lately_and_what_became_of_words_that_were_amended(cast, as_at, audiences) -> None:
    for person in (cast.jo, cast.sam):
        same(reviews._lately, person_id=person.pk, audiences=audiences, as_at=as_at, limit=5)
        same(plan._amended_voices, person_id=person.pk, audiences=audiences, as_at=as_at)


def test_what_a_page_of_a_person_asks_first(cast) -> None:
    for person in (cast.jo, cast.sam):
        same(people._contacts, person_id=person.pk)
        same(scope._stays, person_id=person.pk, day=clock.day_of(NOW))


def test_several_people_at_once_in_any_number(cast) -> None:
    """How many they are is part of the shape; who they are is not."""
    jo, sam, lee = cast.jo.pk, cast.sam.pk, cast.lee.pk
    for several in ((jo,), (sam,), (jo, sam), (lee, jo), (jo, sam, lee)):
        same(people._portraits, people=several, audiences=ALL)
        same(cards._unread, people=several, reader=cast.tom.pk, audiences=ALL)
        found = cards._unread(people=several, reader=cast.tom.pk, audiences=ALL)
        assert found and {card.person_id for card in found} <= set(several)


def test_a_quotation_asks_for_nothing_that_was_not_fetched_with_the_voice(cast, django_assert_num_queries) -> None:
    rows = timeline.voices(person_id=cast.jo.pk, audiences=ALL, before=None, as_at=None, each=50)
    rows += reviews._lately(person_id=cast.jo.pk, audiences=ALL, as_at=None, limit=50)
    with django_assert_num_queries(0):
        assert len([as_facts.said(row) for row in rows]) == len(rows) > 0


def test_the_lines_of_a_thread(cast) -> None:
    for publication in plan.latest_publications().filter(person=cast.jo, version__isnull=False):
        same(asked.lines, version_id=publication.version_id, person_id=cast.jo.pk, audiences=ALL, as_at=None)
        same(asked.heads, item_id=publication.item_id, as_at=None, day=None)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite plans faster than it would look up a name")
def test_postgresql_plans_once_for_a_connection(cast) -> None:
    """However often it is asked, and for whom; the statement that it knows holds no value of anybody."""
    for person in (cast.jo, cast.sam, cast.jo):
        people._contacts(person_id=person.pk)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT statement, parameter_types::text FROM pg_prepared_statements WHERE statement LIKE '%%FROM \"people_contact\"%%'"
        )
        ((statement, kinds),) = cursor.fetchall()
    assert kinds == "{uuid}" and "$1" in statement
    assert cast.jo.pk.hex not in statement.replace("-", "")


def test_what_cannot_be_prepared_is_refused() -> None:
    with pytest.raises(TypeError, match="part of the shape"):
        stand_in("a word", 0)
    assert stand_in(date(2026, 1, 1), 1) != stand_in(date(2026, 1, 1), 2)


def test_none_is_part_of_the_shape(cast) -> None:
    @prepared("version_id")
    def lines(version_id, person_id):
        return Line.objects.filter(version=version_id, person=person_id)

    assert lines(version_id=None, person_id=cast.jo.pk) == []
    assert Seen(cast.jo.pk, TEAM).person_id == cast.jo.pk
