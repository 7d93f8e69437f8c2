"""The roles, as code: what each may do, in words that a manager can read. `docs/reference/access.md` is printed from it."""

from dataclasses import dataclass
from enum import StrEnum

from throughline.base.sentences import N_
from throughline.base.terms import gettext_lazy


class Act(StrEnum):
    """Something that may be done. Roles are sets of these; policies ask for one."""

    SEE_PERSON = N_("see the people they are assigned to")
    KEEP_PRACTICE = N_("record what happened")
    KEEP_VOICE = N_("write down what %(person)s said or showed")
    KEEP_CONVERSATION = N_("write down conversations and what others said")
    DECIDE_SMALL = N_("write down decisions of low impact")
    DECIDE = N_("write down decisions of any impact")
    PLAN = N_("write and publish the plan")
    RESPOND = N_("answer what %(person)s said")
    REVIEW = N_("write down reviews")
    SEE_PRIVATE = N_("read what %(person)s shared with the manager alone")
    CORRECT = N_("correct or take back what somebody else wrote")
    SEE_READINGS = N_("see who read a record")
    KEEP_AUTHORITY = N_("write down who can decide by law, and what was seen")
    LIBERTY = N_("conclude a liberty review")
    APPROVE_LIMITS = N_("let staff follow what limits somebody, when somebody else wrote it")
    KEEP_PEOPLE = N_("add people, stays and contacts")
    KEEP_STAFF = N_("add %(staff)s and give them roles")
    KEEP_SHIFTS = N_("say who is on shift")
    MAKE_PASS = N_("let an agency worker in for some hours")
    SIGN_OFF = N_("sign off who can do a key routine")
    KEEP_INTEGRATIONS = N_("let another system in, and end that")
    SET_UP = N_("set up the provider, its homes and its words")
    KEEP_SHARING = N_("write down who may see what")
    OVERRIDE_SHARING = N_("share without permission, for a reason and a time")
    KEEP_AGREEMENTS = N_("write down who takes part and what was agreed with %(circle)s")
    SEE_SHARED = N_("see what was shared with them")
    HAVE_SAY = N_("have their say before a meeting or decision")


@dataclass(frozen=True, slots=True)
class Role:
    """A role: its code, its name on pages, what it is for, and what it may do. Pages say `_(role.name)`."""

    code: str
    name: str
    description: str
    acts: frozenset[Act]
    must_end: bool = False
    of_people: bool = True  # False: of another system, which gets it with its token and in no other way


_SHIFT = frozenset({Act.SEE_PERSON, Act.KEEP_PRACTICE, Act.KEEP_VOICE})
_WORKER = _SHIFT | {Act.KEEP_CONVERSATION, Act.DECIDE_SMALL}
_LEADER = _WORKER | {Act.DECIDE, Act.PLAN, Act.RESPOND, Act.REVIEW, Act.KEEP_SHARING, Act.KEEP_AUTHORITY, Act.KEEP_AGREEMENTS}
_LEADER |= {Act.MAKE_PASS, Act.SIGN_OFF}
# What family, advocates and professionals may do; it comes with a live link to a person (`access.circle`), never with a role.
CIRCLE = frozenset({Act.SEE_SHARED, Act.HAVE_SAY})
_MANAGER = frozenset(Act) - CIRCLE

SUPPORT_WORKER = Role(
    "support_worker", N_("Support worker"), N_("Supports people on shift and writes down what they say and what happens."), _WORKER
)
AGENCY_WORKER = Role(
    "agency_worker", N_("Agency worker"), N_("Supports people on shift for a time that ends by itself."), _SHIFT, must_end=True
)
TEAM_LEADER = Role("team_leader", N_("Team leader"), N_("Leads a team: meetings, decisions, the plan and its reviews."), _LEADER)
REGISTERED_MANAGER = Role(
    "registered_manager",
    N_("Registered manager"),
    N_("Answers to the regulator for a service, and sees what people share with the manager alone."),
    _MANAGER,
)
OWNER = Role(
    "owner",
    N_("Owner or responsible individual"),
    N_("Oversees the provider and sets it up; reads records and who read them, and writes none."),
    frozenset({Act.SEE_PERSON, Act.SEE_READINGS, Act.KEEP_STAFF, Act.SET_UP}),
)
QUALITY_LEAD = Role(
    "quality_lead",
    N_("Quality lead"),
    N_("Reads records to check that they hold, and writes none."),
    frozenset({Act.SEE_PERSON, Act.SEE_READINGS}),
)
ADMINISTRATOR = Role(
    "administrator", N_("Administrator"), N_("Sets up homes and %(staff)s. Sees no care record."), frozenset({Act.KEEP_STAFF, Act.SET_UP})
)
INTEGRATION = Role(
    "integration",
    N_("Another system"),
    N_("Reads and brings what its token lets it, for a time that ends by itself. Nobody signs in with it."),
    frozenset({Act.SEE_PERSON, Act.KEEP_PRACTICE, Act.KEEP_SHIFTS}),
    must_end=True,
    of_people=False,
)

ROLES: dict[str, Role] = {
    role.code: role
    for role in (SUPPORT_WORKER, AGENCY_WORKER, TEAM_LEADER, REGISTERED_MANAGER, OWNER, QUALITY_LEAD, ADMINISTRATOR, INTEGRATION)
}
ROLE_CHOICES = [(role.code, gettext_lazy(role.name)) for role in ROLES.values()]
