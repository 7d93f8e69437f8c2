"""What every field of ours takes."""

from typing import Any


class Asking:
    """`hint` stands under the label, `missing` is the mistake when nothing was given, `optional` says "if you want"."""

    missing: Any = ""

    def __init__(
        self, label: Any, *, hint: Any = "", missing: Any = "", optional: bool = False, as_heading: bool = False, **options: Any
    ) -> None:
        messages = options.pop("error_messages", {}) | {"required": missing or self.missing}
        super().__init__(label=label, help_text=hint, required=not optional, error_messages=messages, **options)  # type: ignore[call-arg]
        self.own_missing = missing
        self.says_optional = optional
        self.as_heading = as_heading
