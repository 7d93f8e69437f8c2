"""What the law says about liberty, disagreement and safeguarding, as dated data. None of it was read at its source: pages say "check"."""

from throughline.authority.legal_texts import AS_OF, LegalText
from throughline.base.sentences import N_


def _text(code: str, text: str, source: str) -> LegalText:
    return LegalText(code, text, source, AS_OF, verified=False)


LEGAL_TEXTS: dict[str, LegalText] = {
    each.code: each
    for each in (
        _text(
            "liberty-test",
            N_(
                "Since 2 June 2026 everything counts together: what is limited, how, for how long and why, and how ordinary that life is "
                "for somebody who needs the same support. What the person wants and feels counts as well."
            ),
            N_("[2026] UKSC 16, as others tell of it"),
        ),
        _text(
            "liberty-earlier",
            N_("A conclusion by the test that was used before is superseded. Somebody has to look again."),
            N_("[2026] UKSC 16, as others tell of it"),
        ),
        _text(
            "liberty-homes",
            N_(
                "In a care home the council or health board can authorise it: for 12 months at most, "
                "and the home itself for 7 days, made longer once by 7."
            ),
            N_("Mental Capacity Act 2005, Schedule A1"),
        ),
        _text(
            "liberty-elsewhere",
            N_("In supported living and in somebody’s own home only the Court of Protection can."),
            N_("Mental Capacity Act 2005, sections 4A and 16"),
        ),
        _text(
            "settling",
            N_(
                "When nobody can agree about something serious, the Court of Protection decides. "
                "Get legal advice early; waiting is no way to settle it."
            ),
            N_("Mental Capacity Act Code of Practice, chapter 15"),
        ),
        _text(
            "safeguarding-england",
            N_(
                "The council has to ask into it, or have it asked into, when an adult with care and support needs may be abused "
                "or neglected and cannot protect themselves because of those needs. It does not need the person’s agreement; "
                "what the person wants shapes it."
            ),
            N_("Care Act 2014, section 42"),
        ),
        _text(
            "safeguarding-wales",
            N_(
                "A council has to ask into it when it has reason to think that an adult is at risk, and partners have to report it. "
                "It does not need the person’s agreement; what the person wants shapes it."
            ),
            N_("Social Services and Well-being (Wales) Act 2014, sections 126 and 128"),
        ),
    )
}

OF_LIBERTY = ("liberty-test", "liberty-homes", "liberty-elsewhere")
OF_JURISDICTION = {"england": "safeguarding-england", "wales": "safeguarding-wales"}
