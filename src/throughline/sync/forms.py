"""What a manager fills in about a record that was held."""

from django.utils.translation import gettext_lazy as _

from throughline.web.forms import Form, Words


class SetAside(Form):
    """Why a held record does not go into the record."""

    reason = Words(
        _("Why does it not belong into the record?"),
        hint=_("It stays kept beside the record, with your reason."),
        missing=_("Say why it is set aside."),
    )
