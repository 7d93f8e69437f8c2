"""The card on a phone, cards on A6, and the one-page profile."""

import re

import pytest

from throughline.access import scope
from throughline.plan import actions, queries
from throughline.plan.parts import Line, Step

MOST = 21  # an empty signed-in page is 5; a version and its parts 16 more
A_CARD = MOST + 4  # who read it, who is signed off for it, and who comes on shift without


def text(client, path):
    return client.get(path).content.decode()


def test_it_works(cast, amina):
    page = text(amina, f"/card/{cast.quiet_afternoon.pk}/")
    order = ["It gets too loud.", "When</h2>", "Do</h2>", "Headphones in reach", "Do not</h2>", "Early signs", "Get help if", "Who to call"]
    places = [page.index(each) for each in order]
    assert places == sorted(places)
    assert 'href="tel:01632960041"' in page
    assert 'href="tel:01632960042"' in page
    assert "Agreed with Jo, 3 March." in page
    assert "Look again by 2 June." in page
    assert "Version 2" in page
    assert f'href="/t/{cast.quiet_afternoon.pk}/"' in page


def test_a_card_says_when_it_was_started_by_staff(cast, amina, begun):
    version = begun("routine", "Windows open at 8", lines=[Line(part="do", text="Open them")])
    actions.publish(version=version, message="New", by=cast.ruth)
    page = text(amina, f"/card/{version.item_id}/")
    assert "Nothing from Jo yet about why." in page
    assert "Started by staff, not yet agreed with Jo." in page


@pytest.mark.parametrize("name", ["dentist", "profile"])
def test_what_staff_do_not_follow_has_no_card(cast, amina, name):
    page = text(amina, f"/card/{getattr(cast, name).pk}/")
    assert "Staff follow no card here." in page


def test_a_card_comes_from_the_published_version(cast, amina):
    actions.write(item=cast.tea, title="Tea in another chair", by=cast.amina)
    assert "Tea in another chair" not in text(amina, f"/card/{cast.tea.pk}/")


def test_a_worker_on_shift_reads_the_card(cast, tom):
    assert tom.get(f"/card/{cast.quiet_afternoon.pk}/").status_code == 200


def test_cards_of_another_home_are_not_there(cast, amina):
    for path in (f"/card/{cast.washing.pk}/", f"/p/{cast.ann.pk}/cards/", f"/p/{cast.ann.pk}/profile/"):
        assert amina.get(path).status_code == 404


def test_all_followed_cards_print_four_to_a_page(cast, amina):
    page = text(amina, f"/p/{cast.jo.pk}/cards/")
    followed = queries.followed(scope.sight(cast.amina, cast.jo.pk))
    cards = [each for each in followed if each.item.kind not in ("profile", "communication", "outcome")]
    for each in cards:
        assert each.version.title in page
    assert page.count('class="sheet-a4"') == -(-page.count('<article class="a6') // 4)
    assert "Printed 19 May. Check it is current." in page
    assert page.count('class="qr"') == page.count('<article class="a6')
    assert "style=" not in page


def test_one_card_prints_alone(cast, amina):
    page = text(amina, f"/p/{cast.jo.pk}/cards/?item={cast.tea.pk}")
    assert "Tea in the same chair" in page
    assert "Quiet afternoon" not in page


def test_the_code_leads_to_the_thread_at_its_whole_address(cast, amina, begun):
    import segno

    page = text(amina, f"/p/{cast.jo.pk}/cards/?item={cast.tea.pk}")
    rows = segno.make(f"http://testserver/t/{cast.tea.pk}/", error="m", micro=False).matrix
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    assert path in page


def test_a_long_card_goes_on_on_another_and_loses_no_line(cast, amina, begun):
    lines = [Line(part="do", text=f"Line {n} of what staff do, which is long enough to take a second line of a card") for n in range(30)]
    version = begun("routine", "A long one", lines=lines, steps=[Step(text="Begin")])
    actions.publish(version=version, message="New", by=cast.ruth)
    page = text(amina, f"/p/{cast.jo.pk}/cards/?item={version.item_id}")
    count = page.count('<article class="a6')
    assert count > 1
    assert f"1 of {count}" in page
    assert f"{count} of {count}" in page
    assert "Do, going on" in page
    assert [page.count(f"Line {n} of") for n in range(30)] == [1] * 30
    assert 'data-n="30"' in page


READ_IN_ORDER = ["Do", "Do not", "Early signs", "Step up if", "Call"]


def headings(card):
    return [one or other for one, other in re.findall(r"<h3>(.*?)</h3>|<dt>(.*?)</dt>", card)]


def test_what_to_do_stands_beside_why_on_every_card_of_the_stories(cast, amina):
    """Why, what to do, what not, early signs, when to step up, whom to call; in the smallest letters before it takes two cards."""
    cards = text(amina, f"/p/{cast.jo.pk}/cards/").split('<article class="a6')[1:]
    begun = [card for card in cards if "2 of 2" not in card]
    titles = {re.search("<h2>(.*?)</h2>", card)[1] for card in begun}
    assert {"Quiet afternoon", "To the shop on my own, step 3", "What helps when it gets too much"} <= titles
    for card in begun:
        found = headings(card)
        assert [each for each in found if each in READ_IN_ORDER] == [each for each in READ_IN_ORDER if each in found]
        assert "Do" in found, found
    assert not any(card.count("<h3>Do</h3>") for card in cards if card not in begun)


def test_on_a_card_of_several_what_keeps_jo_safe_stands_on_the_first(cast, amina, begun):
    """The second half may be left in a drawer, where what staff do is longer than a card."""
    lines = [Line(part="do", text=f"Line {n} of what staff do, which is long enough to take a second line of a card") for n in range(30)]
    lines += [Line(part="do_not", text="Hold Jo's arm"), Line(part="step_up", text="Jo cannot breathe"), Line(part="call", text="999")]
    version = begun("routine", "A long one", lines=lines, steps=[Step(text="Begin")])
    actions.publish(version=version, message="New", by=cast.ruth)
    first, *_others = text(amina, f"/p/{cast.jo.pk}/cards/?item={version.item_id}").split('<article class="a6')[1:]
    assert all(words in first for words in ("Jo&#39;s arm", "Jo cannot breathe", "999"))


def test_nothing_to_print_says_how_a_card_comes_to_be(cast, ruth):
    from throughline.access import actions as setup

    ida = setup.add_person(service=cast.elm_house, name="Ida", by=cast.ruth)
    assert "There are no cards yet." in text(ruth, f"/p/{ida.pk}/cards/")
    assert "There is no profile to print yet." in text(ruth, f"/p/{ida.pk}/profile/?paper=a4")
    assert "No one-page profile yet." in text(ruth, f"/p/{ida.pk}/profile/")


def test_the_profile_and_how_jo_communicates_show_their_sources(cast, amina):
    page = text(amina, f"/p/{cast.jo.pk}/profile/")
    chair = page[page.index("Tea in the same chair") :]
    assert chair.index("said it") < chair.index("My headphones, always near")
    assert "Priya, Jo’s mum" in page
    thumb = page[page.index("Thumb up is yes.</p>") :]
    assert "showed it" in thumb[:900]
    assert "The team thinks so. Not asked yet." in page


def test_the_profile_on_paper_is_one_page_in_jo_s_own_voice(cast, amina):
    page = text(amina, f"/p/{cast.jo.pk}/profile/?paper=a4")
    assert page.count('class="a4') == 2, "one paper, with one foot"
    assert "a4-long" not in page
    for words in ("What is important to me", "How I\u00a0communicate", "My people", "Printed 19 May. Check it is current."):
        assert words in page
    assert page.index("Priya, mum") < page.index("Dan, independent advocate")


def test_a_profile_without_the_person_s_words_does_not_speak_for_them(cast, ruth):
    version = actions.begin(person=cast.sam, kind="profile", title="Sam", lines=[Line(part="admire", text="Funny")], by=cast.ruth)
    actions.publish(version=version, message="New", by=cast.ruth)
    page = text(ruth, f"/p/{cast.sam.pk}/profile/?paper=a4")
    assert "What people like about Sam" in page
    assert "about me" not in page


@pytest.mark.parametrize("path", ["/card/{tea}/", "/p/{jo}/cards/", "/p/{jo}/profile/", "/p/{jo}/profile/?paper=a4"])
def test_the_number_of_statements_is_fixed(cast, amina, begun, path, django_assert_max_num_queries):
    for n in range(5):
        actions.publish(version=begun("routine", f"R {n}", lines=[Line(part="do", text="x")]), message="New", by=cast.ruth)
    address = path.format(jo=cast.jo.pk, tea=cast.tea.pk)
    amina.get(address)
    with django_assert_max_num_queries(A_CARD if path.startswith("/card/") else MOST):
        amina.get(address)
