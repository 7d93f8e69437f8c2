"""Jo's checklist, scale and money plan, which staff follow, and one of each record: for every test that needs them."""

from decimal import Decimal
from typing import Any

from throughline.plan import actions as plan
from throughline.plan.choices import LinePart
from throughline.plan.parts import Allowance, Line
from throughline.practice import actions
from throughline.practice.parts import CheckDone

from . import arrange

CHECKS = ("Tablets taken", "Something to eat", "The way is clear")
ANSWERS = ("Me", "Sometimes me", "Not me")


def followed(home: arrange.House, kind: str, title: str, *, person: Any = None, **content: Any) -> Any:
    """A version that staff follow, begun by Ruth."""
    version = plan.begin(person=person or home.jo, kind=kind, title=title, by=home.ruth, **content)
    plan.publish(version=version, message="From today", by=home.ruth)
    return version


def checklist(home: arrange.House, person: Any = None, **more: Any) -> Any:
    """What is looked at before the group."""
    lines = [Line(part="check", text=text) for text in CHECKS]
    return followed(home, "checklist", "Before the group", person=person, lines=lines, **more)


def scale(home: arrange.House, answers: tuple[str, ...] = ANSWERS, **more: Any) -> Any:
    """Who decides about Jo's day, as Jo asks it."""
    lines = [Line(part="ask", text="Who decides about my day?"), *(Line(part="answer", text=text) for text in answers)]
    return followed(home, "outcome", "I am in charge of my day", lines=lines, **more)


def allowance(purpose: str, amount: str, every: str = "week", **more: Any) -> Allowance:
    return Allowance(purpose=purpose, amount=Decimal(amount), every=every, **more)


def money_plan(home: arrange.House, *allowances: Allowance, **more: Any) -> Any:
    """£20 a week for going out, £10 a month for things for the room."""
    made = allowances or (allowance("Going out", "20"), allowance("For my room", "10", "month"))
    return followed(home, "money_plan", "My money", allowances=made, **more)


def checks(version: Any, *done: str, why: str = "") -> list[CheckDone]:
    """An answer for each check of a version; yes where none is given."""
    lines = version.lines.filter(part=LinePart.CHECK)
    answers = [*done, *("yes" for _each in range(len(lines) - len(done)))]
    return [CheckDone(line=line, done=each, why=why if each != "yes" else "") for line, each in zip(lines, answers, strict=True)]


def run(home: arrange.House, version: Any = None, by: Any = None, **more: Any) -> Any:
    """A checklist that was gone through, all of it done."""
    version = version or checklist(home)
    told = {"checks": checks(version)} | more
    return actions.run_checklist(person=version.person, version=version, by=by or home.amina, **told)


def activity(home: arrange.House, by: Any = None, **more: Any) -> Any:
    """Jo went swimming, as Jo had chosen."""
    told = {"what": "Swimming", "going": "went", "chosen": "own"} | more
    return actions.keep_activity(person=home.jo, by=by or home.amina, **told)


def answer(home: arrange.House, version: Any = None, nth: int = 0, by: Any = None, **more: Any) -> Any:
    """What Jo picked on the scale."""
    version = version or scale(home)
    line = version.lines.filter(part=LinePart.ANSWER)[nth]
    return actions.keep_answer(person=version.person, version=version, answer=line, by=by or home.amina, **{"how_told": "picked"} | more)


def spending(home: arrange.House, amount: str = "3.20", what: str = "Tea and cake", by: Any = None, **more: Any) -> Any:
    """Jo had tea and cake."""
    told = {"amount": Decimal(amount), "what": what, "who_chose": "alone"} | more
    return actions.keep_spending(person=home.jo, by=by or home.amina, **told)


def on_a_daily_shift() -> arrange.House:
    """The house on shift, with Jo's checklist, scale and money plan."""
    home = arrange.on_shift()
    checklist(home)
    scale(home)
    money_plan(home)
    return home
