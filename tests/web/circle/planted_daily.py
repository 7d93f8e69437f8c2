"""One of each record of a day about a topic, with words that nobody but staff may find; and what stands for them in addresses."""

from typing import Any

from tests.web import daily_life

from throughline.plan.parts import Line

from . import living


def of_days(life: living.Life, topic: str, shown: str, hidden: str, voice: Any) -> dict[str, Any]:
    """shown: what the plan says, for those with whom the topic is shared. hidden: what was written of a day, for none of them."""
    home, told = life.home, {"said": voice, "by": life.home.amina}
    checklist = _followed(life, "checklist", topic, shown, ("check", shown))
    run = daily_life.run(home, checklist, note=hidden, **told)
    scale = _followed(life, "outcome", topic, shown, ("ask", shown), ("answer", f"{shown} yes"), ("answer", f"{shown} no"))
    answered = daily_life.answer(home, scale, **told)
    went = daily_life.activity(home, item=run.item, what=hidden, place=hidden, with_whom=hidden, **told)
    spent = daily_life.spending(home, what=hidden, why_more=hidden, **told)
    return {
        "run_id": run.pk,
        "answer_id": answered.pk,
        "activity_id": went.pk,
        "spending_id": spent.pk,
        "daily:run_new": {"item_id": run.item_id},
        "daily:answer_new": {"item_id": answered.item_id},
    }


def _followed(life: living.Life, kind: str, topic: str, shown: str, *parts: tuple[str, str]) -> Any:
    return daily_life.followed(life.home, kind, shown, topic=topic, lines=[Line(part=part, text=text) for part, text in parts])
