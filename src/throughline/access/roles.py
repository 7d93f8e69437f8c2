"""The roles, as code: what each may do, in words that a manager can read. `docs/reference/access.md` is printed from it."""

from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """Something that may be done. Roles are sets of these; policies ask for one."""

    SEE_PERSON = "see the people they are assigned to"
    KEEP_PRACTICE = "record what happened"
    KEEP_VOICE = "write down what the person said or showed"
    KEEP_CONVERSATION = "write down conversations and what others said"
    DECIDE_SMALL = "write down decisions of low impact"
    DECIDE = "write down decisions of any impact"
    PLAN = "write and publish the plan"
    RESPOND = "answer what the person said"
    REVIEW = "write down reviews"
    SEE_PRIVATE = "read what the person shared with the manager alone"
    SEE_READINGS = "see who read a record"
    KEEP_PEOPLE = "add people, stays and contacts"
    KEEP_STAFF = "add staff and give them roles"
    SET_UP = "set up the provider, its homes and its words"


@dataclass(frozen=True, slots=True)
class Role:
    """A role: its code, its name on pages, what it is for, and what it may do."""

    code: str
    name: str
    description: str
    acts: frozenset[Act]
    must_end: bool = False


_SHIFT = frozenset({Act.SEE_PERSON, Act.KEEP_PRACTICE, Act.KEEP_VOICE})
_WORKER = _SHIFT | {Act.KEEP_CONVERSATION, Act.DECIDE_SMALL}
_LEADER = _WORKER | {Act.DECIDE, Act.PLAN, Act.RESPOND, Act.REVIEW}
_MANAGER = frozenset(Act)

SUPPORT_WORKER = Role(
    "support_worker", "Support worker", "Supports people on shift and writes down what they say and what happens.", _WORKER
)
AGENCY_WORKER = Role("agency_worker", "Agency worker", "Supports people on shift for a time that ends by itself.", _SHIFT, must_end=True)
TEAM_LEADER = Role("team_leader", "Team leader", "Leads a team: meetings, decisions, the plan and its reviews.", _LEADER)
REGISTERED_MANAGER = Role(
    "registered_manager",
    "Registered manager",
    "Answers to the regulator for a service, and sees what people share with the manager alone.",
    _MANAGER,
)
OWNER = Role(
    "owner",
    "Owner or responsible individual",
    "Oversees the provider and sets it up; reads records and who read them, and writes none.",
    frozenset({Act.SEE_PERSON, Act.SEE_READINGS, Act.KEEP_STAFF, Act.SET_UP}),
)
QUALITY_LEAD = Role(
    "quality_lead", "Quality lead", "Reads records to check that they hold, and writes none.", frozenset({Act.SEE_PERSON, Act.SEE_READINGS})
)
ADMINISTRATOR = Role(
    "administrator", "Administrator", "Sets up homes and staff. Sees no care record.", frozenset({Act.KEEP_STAFF, Act.SET_UP})
)

ROLES: dict[str, Role] = {
    role.code: role for role in (SUPPORT_WORKER, AGENCY_WORKER, TEAM_LEADER, REGISTERED_MANAGER, OWNER, QUALITY_LEAD, ADMINISTRATOR)
}
ROLE_CHOICES = [(role.code, role.name) for role in ROLES.values()]
