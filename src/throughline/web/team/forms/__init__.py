"""Forms of the team's pages."""

from .passes import CodeForm, PassForm
from .rota import RotaForm
from .signing import ChangeKeyForm, CorrectForm, KeyForm, MistakeForm, SignOffForm
from .systems import SystemForm

__all__ = ["ChangeKeyForm", "CodeForm", "CorrectForm", "KeyForm", "MistakeForm", "PassForm", "RotaForm", "SignOffForm", "SystemForm"]
