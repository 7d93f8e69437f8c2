"""What each page of a person's record is called in the list of readings: for others, and for the person."""

from typing import Any

from django.utils.translation import gettext_lazy as _

# By address, or by area for the pages of an area that are not worth telling apart: (for others, for the person).
PAGES: dict[str, tuple[Any, Any]] = {
    "people:page": (_("%(name)s’s page"), _("my page")),
    "people:change": (_("what we know of %(name)s"), _("my name and date of birth")),
    "people:circle": (_("the people in %(name)s’s life"), _("the people in my life")),
    "people:contact": (_("one of the people in %(name)s’s life"), _("the people in my life")),
    "people:contact_new": (_("the people in %(name)s’s life"), _("the people in my life")),
    "people:stay_new": (_("where %(name)s lives"), _("where I live")),
    "people:stay_end": (_("where %(name)s lives"), _("where I live")),
    "people:readings": (_("this list"), _("this list")),
    "people:timeline": (_("%(name)s’s timeline"), _("everything that happened")),
    "people:file": (_("a photo or a sound of %(name)s"), _("a photo of me, or my voice")),
    "people:photo": (_("%(name)s’s photo"), _("my photo")),
    "said": (_("what %(name)s said"), _("what I said")),
    "said:conversations": (_("%(name)s’s meetings"), _("my meetings")),
    "said:conversation": (_("a meeting about %(name)s’s life"), _("my meetings")),
    "said:conversation_new": (_("%(name)s’s meetings"), _("my meetings")),
    "said:conversation_correct": (_("a meeting about %(name)s’s life"), _("my meetings")),
    "said:conversation_take_back": (_("a meeting about %(name)s’s life"), _("my meetings")),
    "said:contribution": (_("what others said about %(name)s"), _("what others said about me")),
    "said:contribution_correct": (_("what others said about %(name)s"), _("what others said about me")),
    "said:contribution_take_back": (_("what others said about %(name)s"), _("what others said about me")),
    "said:contribution_new": (_("what others said about %(name)s"), _("what others said about me")),
    "said:attempt": (_("a try to hear %(name)s"), _("what I said")),
    "said:attempt_correct": (_("a try to hear %(name)s"), _("what I said")),
    "said:attempt_take_back": (_("a try to hear %(name)s"), _("what I said")),
    "said:attempt_new": (_("a try to hear %(name)s"), _("what I said")),
    "authority": (_("who can decide for %(name)s, by law"), _("who can decide for me, by law")),
    "sharing": (_("who may see what about %(name)s"), _("who may see what about me")),
    "capacity": (_("whether %(name)s can decide a question"), _("whether I can decide a question")),
    "decisions": (_("a decision of %(name)s’s"), _("my decisions")),
    "decisions:list": (_("%(name)s’s decisions"), _("my decisions")),
    "agreements": (_("who takes part in %(name)s’s life"), _("who takes part in my life")),
    "agreements:agreement": (_("what was agreed with %(name)s’s people"), _("what was agreed with my people")),
    "agreements:write": (_("what was agreed with %(name)s’s people"), _("what was agreed with my people")),
    "agreements:version": (_("what was agreed with %(name)s’s people"), _("what was agreed with my people")),
    "agreements:answer": (_("what was agreed with %(name)s’s people"), _("what was agreed with my people")),
    "agreements:answer_of": (_("what was agreed with %(name)s’s people"), _("what was agreed with my people")),
    "agreements:who_decides": (_("who decides in %(name)s’s life"), _("who decides in my life")),
    "liberty": (_("%(name)s’s freedom"), _("my freedom")),
    "disagreements": (_("where others see it differently from %(name)s"), _("where others see it differently from me")),
    # That there is a concern is for the manager alone, so the list of who looked does not tell it.
    "safeguarding": (_("a page of %(name)s’s record"), _("a page of my record")),
    "plan": (_("%(name)s’s plan"), _("my plan")),
    "plan:card": (_("a card of %(name)s’s"), _("my cards")),
    "plan:cards": (_("%(name)s’s cards"), _("my cards")),
    "plan:profile": (_("%(name)s’s one-page profile"), _("my one-page profile")),
    "team": (_("who can do what %(name)s’s cards say"), _("my cards")),
    "api": (_("%(name)s’s record, by another system"), _("my record, by another system")),
    "thread": (_("a part of %(name)s’s plan, from what was said to what happened"), _("my plan")),
    "today": (_("what happened on %(name)s’s days"), _("what happened on my days")),
    "incidents": (_("what happened to %(name)s that should not have"), _("what happened to me that should not have")),
    "medicine": (_("medicine that %(name)s missed"), _("medicine that I missed")),
    "check_ins": (_("a check-in with %(name)s"), _("my check-ins")),
    "watch": (_("what came too often for %(name)s"), _("what came too often")),
    "today:outcome": (_("what %(name)s wants now"), _("my cards")),
    "reviews": (_("how %(name)s’s plan goes"), _("how my plan goes")),
    "reviews:said_did": (_("what %(name)s said, and what we did"), _("what I said, and what was done")),
    "reviews:respond": (_("what %(name)s said, and what we did"), _("what I said, and what was done")),
    "reviews:told": (_("what %(name)s said, and what we did"), _("what I said, and what was done")),
    "reviews:check": (_("what %(name)s said, and what we did"), _("what I said, and what was done")),
    "sync": (_("what a phone took along for the shift"), _("my cards, on a phone for the shift")),
    "sync:held_one": (_("what came from a phone about %(name)s"), _("what came from a phone about me")),
    "circle": (_("what is shared about %(name)s"), _("what is shared about me")),
    "circle:invite": (_("one of the people in %(name)s’s life"), _("the people in my life")),
    "circle:end": (_("one of the people in %(name)s’s life"), _("the people in my life")),
    "circle:agreed": (_("what was agreed with %(name)s"), _("what was agreed with me")),
    "circle:answer": (_("what was agreed with %(name)s"), _("what was agreed with me")),
    "circle:decide": (_("what they are to decide by law"), _("what they are to decide by law")),
    "circle:decided": (_("what they are to decide by law"), _("what they are to decide by law")),
    "circle:lead": (_("a review that they lead"), _("a review that they lead")),
    "circle:access": (_("what is shared with them"), _("what is shared with them")),
    "circle:note": (_("a private note of their own"), _("a note to me")),
    "circle:notes": (_("private notes of their own"), _("notes to me")),
}
OTHERWISE = (_("a page about %(name)s"), _("a page about me"))
THEIRS, MINE = 0, 1


def in_words(page: str, whose: int) -> str:
    """The words of a page by the name of its address; those of its area, when it has none of its own."""
    return str((PAGES.get(page) or PAGES.get(page.partition(":")[0]) or OTHERWISE)[whose])
