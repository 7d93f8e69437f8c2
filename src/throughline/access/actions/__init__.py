"""Setting up: the provider and its services, staff and their roles, people and their lives.

They stand here and not in `accounts` and `people`, because every action asks for permission and those two come before
the package that answers (decision 0004).
"""

from .circle import Invited, accept_invitation, add_and_invite, end_membership, invite
from .drafts import drop_draft, keep_draft
from .grants import end_exclusion, end_grant, exclude, grant
from .people import add_contact, add_person, begin_stay, change_contact, change_person, end_stay
from .provider import change_provider, change_service, create_manager, open_service
from .sign_in import add_passkey, choose_password, remove_passkey, set_password
from .staff import add_staff, assign, change_staff, change_theme, end_assignment, start_signing_in, stop_signing_in
from .systems import add_system, end_system

__all__ = [
    "Invited",
    "add_and_invite",
    "accept_invitation",
    "add_contact",
    "add_passkey",
    "add_person",
    "add_staff",
    "add_system",
    "assign",
    "begin_stay",
    "change_contact",
    "change_person",
    "change_provider",
    "change_service",
    "change_staff",
    "change_theme",
    "choose_password",
    "create_manager",
    "drop_draft",
    "end_assignment",
    "end_exclusion",
    "end_grant",
    "end_membership",
    "end_stay",
    "end_system",
    "exclude",
    "grant",
    "invite",
    "keep_draft",
    "open_service",
    "remove_passkey",
    "set_password",
    "start_signing_in",
    "stop_signing_in",
]
