"""Reading a version and making it what staff follow: what the law lets through, and what it never does."""

from datetime import timedelta

import pytest

from throughline.access import scope
from throughline.base import clock
from throughline.conversations import actions as conversations
from throughline.decisions import actions as decisions
from throughline.decisions.parts import Consideration
from throughline.plan import actions, queries
from throughline.plan.parts import Line

SOON = clock.today() + timedelta(days=60)
RESTRICTION = {"kind": "restriction", "title": "The front door is locked at night"}
MONEY = {"kind": "money_plan", "title": "Staff hold the tin", "controls_money": True}
REACTIVE = {"kind": "what_helps", "title": "Near roads"}
UNLAWFUL = [pytest.param(each, id=each["kind"]) for each in (RESTRICTION, MONEY, REACTIVE)]


@pytest.fixture
def unlawful(cast, begun):
    """A version that cannot be published without a valid decision, written by Amina."""

    def made(given):
        lines = [Line(part="react", text="Stand between Jo and the road")] if given is REACTIVE else []
        return begun(**{"by": cast.amina} | given, lines=lines, look_again_on=SOON)

    return made


def publish(client, version, **sent):
    return client.post(f"/version/{version.pk}/publish/", {"message": "From Monday", "limits": "no"} | sent)


def page_of(client, version):
    return client.get(f"/version/{version.pk}/publish/").content.decode()


def test_it_works(cast, amina, begun, in_force):
    version = begun("routine", "A walk")
    response = publish(amina, version, decision=str(cast.quieter.pk))
    assert response.url == f"/t/{version.item_id}/"
    found = in_force(version.item)
    assert (found.version_id, found.decision_id, found.message) == (version.pk, cast.quieter.pk, "From Monday")


def test_what_staff_will_see_stands_beside_it_on_a_phone_and_on_paper(cast, amina, begun):
    version = begun("routine", "A walk", own_words=cast.swimming, lines=[Line(part="do", text="Take the dog")])
    page = page_of(amina, version)
    assert page.count("Take the dog") == 2
    assert 'class="a6' in page
    assert "Started by staff, not yet agreed with Jo." in page


def test_started_by_staff_can_be_published_and_says_so(cast, amina, begun, in_force):
    version = begun("routine", "A walk")
    assert "counts as a gap until Jo decides" in page_of(amina, version)
    publish(amina, version, decision="none")
    assert in_force(version.item).decision is None
    assert "Started by staff, not yet agreed with Jo." in amina.get(f"/card/{version.item_id}/").content.decode()


@pytest.mark.parametrize("kind", ["routine", "what_helps", "risk_ladder", "money_plan", "checklist"])
def test_whether_it_limits_jo_is_asked_outright(cast, amina, begun, in_force, kind):
    version = begun(kind, "A walk")
    page = page_of(amina, version)
    assert "Does it limit, control or stop Jo in anything?" in page and " checked" not in page
    answer = publish(amina, version, decision="none", limits="").content.decode()
    assert "Say whether it limits, controls or stops Jo in anything." in answer
    assert in_force(version.item) is None


@pytest.mark.parametrize("kind", ["restriction", "outcome", "communication", "profile"])
def test_what_limits_by_its_kind_or_guides_no_shift_is_not_asked(cast, amina, begun, kind):
    assert "Does it limit, control or stop Jo" not in page_of(amina, begun(kind, "A walk"))


def test_a_routine_that_limits_jo_needs_a_decision_about_that(cast, amina, ruth, begun, in_force):
    version = begun("routine", "The kitchen is locked at night", by=cast.amina, look_again_on=SOON)
    assert "It limits the person and rests on no decision." in publish(amina, version, decision="none", limits="yes").content.decode()
    other = publish(amina, version, decision=str(cast.quieter.pk), limits="yes").content.decode()
    assert "The decision it cites is about something else" in other
    assert in_force(version.item) is None
    decision = decided_about(cast, version, "restrictions")
    publish(ruth, version, decision=str(decision.pk), limits="yes")
    assert (in_force(version.item).decision, in_force(version.item).limits) == (decision, True)


@pytest.mark.parametrize("given", UNLAWFUL)
def test_what_needs_a_decision_says_why_and_offers_no_way_round(cast, amina, unlawful, in_force, given):
    version = unlawful(given)
    page = page_of(amina, version)
    assert "This needs a decision of Jo’s" in page
    assert 'value="none"' not in page
    response = publish(amina, version, decision="none")
    assert response.status_code == 200
    assert "Please put this right" in response.content.decode()
    assert in_force(version.item) is None


@pytest.mark.parametrize("given", UNLAWFUL)
def test_what_needs_a_decision_passes_with_a_valid_one(cast, ruth, unlawful, in_force, given):
    version = unlawful(given)
    decision = decided_about(cast, version)
    publish(ruth, version, decision=str(decision.pk))
    assert in_force(version.item).decision == decision


def decided_about(cast, version, area=""):
    """Jo's own decision about this very thing."""
    area = area or {"restriction": "restrictions", "money_plan": "money"}.get(version.item.kind, "care")
    question = decisions.ask(person=version.person, text="Shall it be so?", area=area, impact="moderate", by=cast.ruth)
    said = conversations.keep_voice(person=version.person, how_told="said", words="Yes, so that I sleep.", by=cast.amina)
    weighed = [Consideration(voice=said, effect="shaped")]
    return decisions.decide(question=question, outcome="Yes", basis="own", only_one_because="Jo asked.", considered=weighed, by=cast.ruth)


@pytest.mark.parametrize("given", [{"kind": "routine", "title": "Washing"}, RESTRICTION, MONEY, REACTIVE], ids=lambda given: given["kind"])
def test_a_decision_that_is_not_valid_is_shown_with_its_reason_and_cannot_be_chosen(cast, ruth, unlawful, in_force, given):
    version = unlawful(given | {"person": cast.ann, "by": cast.ruth}) if given is not REACTIVE else unlawful_of_ann(cast)
    page = page_of(ruth, version)
    shown = page[page.index("Not valid, so nothing can rest on them") :]
    assert "No relationship gives authority to decide for an adult." in shown
    assert f'value="{cast.gwens_decision.pk}"' not in page
    assert publish(ruth, version, decision=str(cast.gwens_decision.pk)).status_code == 200
    assert in_force(version.item) is None


def unlawful_of_ann(cast):
    lines = [Line(part="react", text="Hold the door")]
    return actions.begin(person=cast.ann, kind="what_helps", title="At the door", lines=lines, by=cast.ruth)


@pytest.mark.parametrize("given", [{"kind": "routine", "title": "Washing"}, RESTRICTION, MONEY, REACTIVE], ids=lambda given: given["kind"])
def test_a_decision_of_another_person_cannot_be_cited(cast, ruth, unlawful, in_force, given):
    version = unlawful(given)
    assert str(cast.anns_decision.pk) not in page_of(ruth, version)
    assert publish(ruth, version, decision=str(cast.anns_decision.pk)).status_code == 200
    assert in_force(version.item) is None


def test_a_form_with_mistakes_comes_back_with_every_word(cast, amina, begun):
    page = publish(amina, begun("routine", "A walk"), decision="").content.decode()
    assert "Choose the decision, or say that there is none." in page
    assert "From Monday" in page


def test_a_version_reads_with_the_source_of_each_line(cast, amina, begun):
    lines = [Line(part="do", text="Swim on Thursdays", voice=cast.swimming), Line(part="do", text="Take a towel")]
    page = amina.get(f"/version/{begun('routine', 'Swimming', lines=lines).pk}/").content.decode()
    assert page.index("Swim on Thursdays") < page.index(f"/v/{cast.swimming.pk}/") < page.index("Take a towel")
    assert "The team thinks so. Not asked yet." in page
    assert "Not published yet. Staff do not follow it." in page


def test_what_changes_for_staff_is_said_in_words(cast, amina):
    sight = scope.sight(cast.amina, cast.jo.pk)
    item = cast.quiet_afternoon
    texts = [line.text for line in queries.latest_version(sight, item).lines.all() if line.part == "do"]
    lines = [Line(part="do", text=text) for text in ["Ask Jo where", *texts[1:]]] + [Line(part="do_not", text="Hurry")]
    version = actions.write(item=item, title="Quiet afternoon", lines=lines, by=cast.amina)
    page = amina.get(f"/version/{version.pk}/").content.decode()
    assert "What changes for staff, who follow version 2 now" in page
    for word in (">Changed<", "It was:", "It is now:", ">Taken out<"):
        assert word in page


def test_old_versions_stay_readable_and_say_when_staff_followed_them(cast, amina):
    sight = scope.sight(cast.amina, cast.jo.pk)
    first = queries.versions(sight, cast.quiet_afternoon)[-1]
    page = amina.get(f"/version/{first.pk}/").content.decode()
    assert "Staff followed this version from" in page
    assert "Version 1, on this page" in page


def test_words_that_were_taken_back_are_not_shown(cast, amina, begun):
    from throughline.conversations import actions as conversations

    version = begun("routine", "Swimming", own_words=cast.swimming, lines=[Line(part="do", text="Swim", voice=cast.swimming)])
    conversations.take_back(voice=cast.swimming, kind="withdrawn", by=cast.ruth)
    page = amina.get(f"/version/{version.pk}/").content.decode()
    assert "Swimming, not bowling" not in page
    assert "Jo took back the words that this came from." in page


def test_ending_takes_a_reason(cast, amina, in_force):
    assert "Write in a sentence why it ends." in amina.post(f"/t/{cast.tea.pk}/end/", {"message": ""}).content.decode()
    amina.post(f"/t/{cast.tea.pk}/end/", {"message": "Jo has a new chair"})
    assert in_force(cast.tea).course == "ended"
    again = amina.post(f"/t/{cast.tea.pk}/end/", {"message": "Again"})
    assert "It has ended already." in again.content.decode()


def test_who_writes_no_plan_reads_versions_and_publishes_none(cast, tom, begun):
    version = begun("routine", "A walk")
    page = tom.get(f"/version/{version.pk}/").content.decode()
    assert "Make this what staff follow" not in page
    assert tom.get(f"/version/{version.pk}/publish/").status_code == 403
    assert publish(tom, version, decision="none").status_code == 403
    assert tom.post(f"/t/{cast.tea.pk}/end/", {"message": "x"}).status_code == 403


def test_a_version_in_another_home_is_not_there(cast, amina):
    assert amina.get(f"/version/{cast.washing_card.pk}/").status_code == 404
    assert publish(amina, cast.washing_card, decision="none").status_code == 404


@pytest.mark.parametrize("path", ["/version/{version}/", "/version/{version}/publish/"])
def test_the_number_of_statements_is_fixed(cast, amina, path, django_assert_max_num_queries):
    for n in range(6):
        latest = actions.write(item=cast.tea, title=f"Tea {n}", lines=[Line(part="do", text="x", voice=cast.plate)], by=cast.ruth)
        actions.publish(version=latest, message="Again", by=cast.ruth)
    address = path.format(version=latest.pk)
    amina.get(address)
    with django_assert_max_num_queries(21):
        assert amina.get(address).status_code == 200
