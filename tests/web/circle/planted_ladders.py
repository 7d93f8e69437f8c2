"""Of every topic a ladder with a try on it: of both, pages of their own show what a routine shows, and of the steps and tries nothing."""

from typing import Any

from throughline.plan import actions as plan
from throughline.plan.parts import Stage
from throughline.practice import actions as practice

from . import living

OF_LADDER = ("ladders:ladder", "ladders:move", "ladders:risks", "ladders:new")


def ladder(life: living.Life, topic: str, title: str, never: str, decision: Any, voice: Any) -> dict[str, Any]:
    """Two steps, and a try with a new risk that nobody looked at; the names of these stand in addresses."""
    stages = [Stage(text=f"{never} one", support=never, stop=never), Stage(text=f"{never} two")]
    content = {"title": title, "stages": stages, "measure": never, "look_again_if": never, "topic": topic}
    version = plan.begin(person=life.jo, kind="risk_ladder", by=life.ruth, **content)
    plan.publish(version=version, message=title, decision=decision, by=life.ruth)
    told = {"went_well": never, "was_hard": never, "new_risk": True, "risk": never, "near_miss": never, "said": voice}
    trial = practice.keep_trial(stage=version.stages.get(is_current=True), support="help", by=life.home.amina, **told)
    return {"trial_id": trial.pk} | {name: {"item_id": version.item_id} for name in OF_LADDER}
