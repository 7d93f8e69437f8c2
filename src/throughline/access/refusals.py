"""What is said when a role does not let somebody do something: a whole sentence for each act, so that any language can say it."""

from throughline.base.sentences import N_
from throughline.base.terms import gettext as _

from .roles import Act

# About one person, whose name it says.
FOR_ONE = {
    Act.SEE_PERSON: N_("Your role does not let you see %(name)s. Ask the registered manager."),
    Act.KEEP_PRACTICE: N_("Your role does not let you record what happened for %(name)s. Ask the registered manager."),
    Act.KEEP_VOICE: N_("Your role does not let you write down what %(name)s said or showed. Ask the registered manager."),
    Act.KEEP_CONVERSATION: N_(
        "Your role does not let you write down conversations for %(name)s and what others said. Ask the registered manager."
    ),
    Act.DECIDE_SMALL: N_("Your role does not let you write down decisions of low impact for %(name)s. Ask the registered manager."),
    Act.DECIDE: N_("Your role does not let you write down decisions of any impact for %(name)s. Ask the registered manager."),
    Act.PLAN: N_("Your role does not let you write and publish the plan for %(name)s. Ask the registered manager."),
    Act.APPROVE_LIMITS: N_("Your role does not let you let be followed what limits %(name)s. Ask the registered manager."),
    Act.RESPOND: N_("Your role does not let you answer what %(name)s said. Ask the registered manager."),
    Act.REVIEW: N_("Your role does not let you write down reviews for %(name)s. Ask the registered manager."),
    Act.SEE_PRIVATE: N_("Your role does not let you read what %(name)s shared with the manager alone. Ask the registered manager."),
    Act.CORRECT: N_("Your role does not let you correct what somebody else wrote about %(name)s. Ask them, or the registered manager."),
    Act.SEE_READINGS: N_("Your role does not let you see who read the record of %(name)s. Ask the registered manager."),
    Act.KEEP_AUTHORITY: N_("Your role does not let you write down who can decide for %(name)s by law. Ask a team leader or the manager."),
    Act.KEEP_AGREEMENTS: N_(
        "Your role does not let you write down who takes part in the life of %(name)s. Ask a team leader or the manager."
    ),
    Act.LIBERTY: N_("Your role does not let you conclude whether %(name)s’s liberty is taken away. Ask the registered manager."),
    Act.KEEP_PEOPLE: N_("Your role does not let you change stays and contacts for %(name)s. Ask the registered manager."),
    Act.KEEP_SHARING: N_("Your role does not let you write down who may see what about %(name)s. Ask a team leader or the manager."),
    Act.OVERRIDE_SHARING: N_("Your role does not let you share what is written about %(name)s without permission. Ask the manager."),
    Act.MAKE_PASS: N_("Your role does not let you let an agency worker in for %(name)s. Ask a team leader or the manager."),
    Act.SIGN_OFF: N_("Your role does not let you sign off who can do the key routines of %(name)s. Ask a team leader or the manager."),
    Act.SEE_SHARED: N_("Nothing about %(name)s is shared with you. Ask %(name)s, or whoever invited you."),
    Act.HAVE_SAY: N_("You have not been invited to have your say about %(name)s. Ask %(name)s, or whoever supports them."),
}

# About no single person.
ANYWHERE = {
    Act.KEEP_PEOPLE: N_("Your role does not let you add people, stays and contacts. Ask the registered manager."),
    Act.KEEP_STAFF: N_("Your role does not let you add %(staff)s and give them roles. Ask the registered manager."),
    Act.KEEP_SHIFTS: N_("Your role does not let you say who is on shift. Ask the registered manager."),
    Act.MAKE_PASS: N_("Your role does not let you let an agency worker in. Ask a team leader or the manager."),
    Act.SIGN_OFF: N_("Your role does not let you see who is signed off for what. Ask a team leader or the manager."),
    Act.KEEP_INTEGRATIONS: N_("Your role does not let you let another system in. Ask the registered manager."),
    Act.SET_UP: N_("Your role does not let you set up the provider, its homes and its words. Ask the registered manager."),
    Act.SEE_READINGS: N_("Your role does not let you read what was shared without permission. Ask the registered manager."),
}

OTHERWISE = N_("Your role does not let you do this. Ask the registered manager.")


def for_one(act: Act, name: str) -> str:
    """Why not, for one person."""
    return _(FOR_ONE.get(act, OTHERWISE)) % {"name": name}


def anywhere(act: Act) -> str:
    """Why not, where it is about no single person."""
    return _(ANYWHERE.get(act, OTHERWISE))
