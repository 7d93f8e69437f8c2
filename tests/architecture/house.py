"""The order of the packages and the tables of ours, as pyproject.toml and Django know them."""

import tomllib
from typing import Any

from django.apps import apps
from django.db import models

from .sources import HERE


def order() -> list[str]:
    """Packages from the earliest to the latest; those beside each other follow each other."""
    project = tomllib.loads((HERE / "pyproject.toml").read_text("utf-8"))
    contract = next(each for each in project["tool"]["importlinter"]["contracts"] if each["id"] == "order")
    return [name for layer in reversed(contract["layers"]) for name in layer.replace("(", "").replace(")", "").replace(":", " ").split()]


def our_models() -> list[type[models.Model]]:
    """Every table of ours, package by package."""
    return [model for app in apps.get_app_configs() if app.name.startswith("throughline.") for model in app.get_models()]


def relations(model: type[models.Model]) -> list[Any]:
    """The foreign keys of a table."""
    return [field for field in model._meta.concrete_fields if field.is_relation]


def label(model: type[models.Model]) -> str:
    return model._meta.label
