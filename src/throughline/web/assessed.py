"""What an assessment came to, in words that are about one question."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from throughline.decisions.choices import Conclusion

CONCLUDED: dict[Conclusion, Any] = {
    Conclusion.ABLE: _("%(name)s can decide this"),
    Conclusion.LACKS: _("%(name)s could not decide this, at that time"),
    Conclusion.NOT_CONCLUDED: _("No conclusion: %(name)s is presumed able to decide this"),
}
