"""What is asked about parts and agreements. `arguments` turns the answers into what the actions take."""

from .agreement import AnswerForm, VersionForm
from .parts import AgainForm, EndForm, EndSupportForm, NeedForm, PartForm, SupportForm, as_kept

__all__ = ["AgainForm", "AnswerForm", "EndForm", "EndSupportForm", "NeedForm", "PartForm", "SupportForm", "VersionForm", "as_kept"]
