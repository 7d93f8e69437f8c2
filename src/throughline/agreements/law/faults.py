"""Why something opens nothing, or was told without cover: codes that last, what is wrong, and what to do."""

from collections.abc import Mapping
from dataclasses import dataclass

from throughline.authority import law as authority_law
from throughline.base.sentences import N_


@dataclass(frozen=True, slots=True)
class Fault:
    """Why something opens nothing, or was told without cover: a code that lasts, what is wrong, and what to do."""

    code: str
    wrong: str
    do: str


_ASK = N_("Ask %(person)s, alone and in their own way, and write down what they say.")
_DECIDE = N_("Have the question of sharing decided first, and name that decision.")
_DECIDE_TAKING_PART = N_("Have the question of how people take part decided first, and name that decision.")

FAULTS: Mapping[str, Fault | authority_law.Fault] = authority_law.FAULTS | {
    fault.code: fault
    for fault in (
        Fault("permission-relative", N_("A relative gave it. No relationship gives the right to say who may see what."), _ASK),
        Fault("permission-staff", N_("%(Staff)s gave it. A role gives no right to say who may see what."), _ASK),
        Fault(
            "permission-not-own-view",
            N_("It rests on what somebody thinks %(person)s meant, and nobody else has looked."),
            N_("Have a second person look, apart from the first. Then write it down again."),
        ),
        Fault("permission-no-view", N_("Nothing shows that %(person)s said so."), _ASK),
        Fault("permission-no-decision", N_("It is called a decision in %(person)s’s best interests, and names none."), _DECIDE),
        Fault("permission-decision-not-valid", N_("The decision it names is not valid, so nothing can rest on it."), _DECIDE),
        Fault("permission-decision-of-another", N_("The decision it names is about somebody else."), _DECIDE),
        Fault("permission-decision-replaced", N_("The decision it names was decided again since."), _DECIDE),
        Fault("permission-decision-about-something-else", N_("The decision it names is not about sharing."), _DECIDE),
        Fault(
            "permission-decision-other-basis",
            N_("The decision it names was not made in the way that is written here."),
            N_("Say who decided, as the decision has it."),
        ),
        Fault(
            "permission-decision-about-others",
            N_("The decision it names does not say that this contact may know about this."),
            N_("Have the question decided that names this contact and this topic, and name that decision."),
        ),
        Fault(
            "permission-person-able",
            N_("A later assessment does not say any more that %(person)s cannot decide this, so nobody decides it for them."),
            _ASK,
        ),
        Fault(
            "permission-person-lacks",
            N_("An assessment that can be relied on says that %(person)s cannot decide this."),
            N_("Have it decided for %(person)s, with what they want first, and name that decision. Or assess this question again."),
        ),
        Fault(
            "permission-authority-of-another",
            N_("The decision it names was made by another authority than this one."),
            N_("Name the authority by which it was decided."),
        ),
        Fault(
            "permission-other-power",
            N_("An attorney does not act as a deputy, nor a deputy as an attorney."),
            N_("Say who decided, as the papers have it."),
        ),
        Fault(
            "permission-power-about-money",
            N_("This power is about property and money, and this topic is not."),
            N_("Look at who can decide this by law. If nobody can, ask %(person)s."),
        ),
        Fault("permission-too-long", N_("It runs for more than a year without being asked again."), _ASK),
        Fault(
            "not-to-be-told",
            N_("This is somebody who is not to be told about this."),
            N_("Ask %(person)s first whether they changed their mind, and write that down."),
        ),
        Fault(
            "statutory-no-authority",
            N_("Nothing shows that they hold a power. Being family gives no sight."),
            N_("Write down their authority and see its papers, or ask %(person)s for permission."),
        ),
        Fault(
            "statutory-scope",
            N_("Their power does not reach everything that is named here."),
            N_("Name only what their power is about."),
        ),
        Fault(
            "statutory-no-question",
            N_("It names no question that %(person)s cannot decide. Until one is assessed, %(person)s says who may see what."),
            N_("Ask %(person)s for permission. If there is reason to doubt that they can decide a question, assess that question first."),
        ),
        Fault(
            "statutory-person-able",
            N_("Nothing that can be relied on now shows that %(person)s cannot decide this question, so an attorney has no say in it."),
            N_("Support %(person)s to decide, and ask them what may be seen. If there is reason for doubt, assess this question again."),
        ),
        Fault(
            "statutory-excluded",
            N_("The law lets nobody decide this question for somebody else."),
            N_("Only %(person)s can decide it, and only %(person)s says who may know about it."),
        ),
        Fault(
            "statutory-no-advocate",
            N_("Nothing shows that this advocate was asked for by law, or their work has ended."),
            N_("Write down the advocate’s work first, with who asked for it."),
        ),
        Fault(
            "statutory-family",
            N_("The law gives this to an office, and this is written down as family or a friend."),
            N_("Choose the person who acts for that office, or ask for permission."),
        ),
        Fault(
            "statutory-no-office",
            N_("The law gives this to an office, and this is written down as an advocate."),
            N_("Choose the person who acts for that office. An advocate sees what their own work gives them."),
        ),
        Fault(
            "override-too-long",
            N_("Sharing without permission ends within four weeks."),
            N_("Choose an earlier day. If it is still needed then, look at it anew."),
        ),
        Fault(
            "override-not-to-be-told",
            N_("This is somebody who is not to be told. Only a court’s order or another law goes before that."),
            N_("Tell somebody else, or ask for advice on the law first."),
        ),
        Fault(
            "disclosure-not-covered",
            N_("Nothing covers what was told: no permission, no law, no override."),
            N_("Tell the manager, and tell %(person)s. If it has to go on, ask %(person)s first."),
        ),
        Fault(
            "disclosure-at-review",
            N_("They may know this when people look again together, and it was told at another time."),
            N_("Tell the manager, and ask %(person)s whether they may know it between times."),
        ),
        Fault(
            "disclosure-not-to-be-told",
            N_("This was told to somebody who is not to be told."),
            N_("Tell the manager at once, and %(person)s. Think about whether somebody is at risk now."),
        ),
        Fault(
            "agreement-person-not-asked",
            N_("%(Person)s has not been asked yet whether they agree."),
            N_("Ask %(person)s, alone and in their own way, and write down what they say. Until then it is a proposal."),
        ),
        Fault(
            "agreement-person-said-no",
            N_("%(Person)s does not agree."),
            N_("Ask what would have to be different, and write a new version. What was agreed before, if anything, goes on."),
        ),
        Fault("agreement-no-view", N_("Nothing shows that %(person)s agreed."), _ASK),
        Fault(
            "agreement-not-own-view",
            N_("That %(person)s agreed is what somebody thinks they meant, and nobody else has looked."),
            N_("Have a second person look, apart from the first. Then write the answer down again."),
        ),
        Fault("agreement-decision-of-another", N_("The decision it names is about somebody else."), _DECIDE_TAKING_PART),
        Fault("agreement-decision-not-valid", N_("The decision it names is not valid, so nothing can rest on it."), _DECIDE_TAKING_PART),
        Fault("agreement-decision-replaced", N_("The decision it names was decided again since."), _DECIDE_TAKING_PART),
        Fault(
            "agreement-decision-about-something-else",
            N_("The decision it names is not about how all of these people take part."),
            N_("A decision carries the part of whom its question names, about support or contact. Write a version for that one."),
        ),
        Fault(
            "agreement-person-able",
            N_("A later assessment does not say any more that %(person)s cannot decide this, so nobody decides it for them."),
            _ASK,
        ),
        Fault(
            "agreement-decides-beyond",
            N_("It lets somebody decide what no authority lets them decide."),
            N_("Say how they take part otherwise; or write down their authority, see its papers, and write a new version."),
        ),
        Fault(
            "agreement-shares-beyond",
            N_("It shares something that nothing opens to them."),
            N_("Ask %(person)s, alone, whether they may know it, and write that permission down first; or take it out."),
        ),
    )
}
