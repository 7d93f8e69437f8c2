"""Why a decision takes no effect, in words: what is wrong, and what to do. The law that finds it stands beside this."""

from throughline.authority import law as authority_law
from throughline.base.sentences import N_

from . import advocate, capacity, who
from . import best_interests as checklist
from .fault import Fault

FAULTS = {
    fault.code: fault
    for fault in (
        Fault(
            "basis-relative",
            N_("A relative decided. No relationship gives authority to decide for an adult."),
            N_("Ask %(person)s to decide, with support, and write that decision down."),
        ),
        Fault(
            "basis-staff",
            N_("%(Staff)s decided. A role gives no authority to decide for an adult."),
            N_("Ask %(person)s to decide, with support, and write that decision down."),
        ),
        Fault(
            "basis-custom",
            N_("It rests on habit. That something was always so is no basis."),
            N_("Ask %(person)s to decide, with support, and write that decision down."),
        ),
        Fault(
            "basis-unknown",
            N_("The law knows no such basis."),
            N_("Ask %(person)s to decide, with support, and write that decision down."),
        ),
        Fault(
            "excluded",
            N_("The law lets nobody decide this for somebody else."),
            N_("Only %(person)s can decide it. Support them to, or leave it."),
        ),
        Fault(
            "no-view",
            N_("Nothing from %(person)s is among what was weighed, and nothing says why or how their view came in."),
            N_("Add what %(person)s said or showed, or write why not and how their view came in."),
        ),
        Fault(
            "view-after",
            N_("Everything weighed from %(person)s came after the decision."),
            N_("Ask %(person)s, and decide again with what they say."),
        ),
        Fault(
            "view-before-question",
            N_("It limits the person, and nothing weighed from them was said about this question."),
            N_("Talk with them about this very question, and decide again with what they say."),
        ),
        Fault(
            "not-followed-own",
            N_("It is called %(person)s's own decision, and goes against the only view of theirs that was weighed."),
            N_("Write down what %(person)s decided, or who decided instead."),
        ),
        Fault(
            "not-followed-able",
            N_("%(Person)s can decide this, and it goes against the only view of theirs that was weighed."),
            N_("The power is used as %(person)s says while they can decide. Do what they say, and decide again."),
        ),
        # What a form refuses and only an import brings: it came in as it was.
        Fault(
            "incomplete-options",
            N_("It weighs one option, and nothing says why there was only one."),
            N_("Decide again with at least two options, with keeping things as they are, or say why there is only one."),
        ),
        Fault(
            "incomplete-support",
            N_("It says that %(person)s decided with support, and not with what support."),
            N_("Decide again, and write what support %(person)s had."),
        ),
        Fault(
            "incomplete-because",
            N_("A view was not followed, and nothing says why."),
            N_("Decide again, and say why each view that was not followed was not followed."),
        ),
        Fault(
            "incomplete-own",
            N_("It is called %(person)s’s own decision, and somebody else is named as having decided."),
            N_("Ask %(person)s, and decide again. When somebody else decides, write on what basis."),
        ),
        Fault(
            "incomplete-look-again",
            N_("It is an approach for something that comes again and again, and says no day within a year to look at it again."),
            N_("Decide again, and say when people look at it again."),
        ),
        Fault(
            "incomplete-decider",
            N_("It says that somebody else decided, and not who."),
            N_("Ask %(person)s to decide, with support. When somebody else decides, write who."),
        ),
    )
}
FAULTS |= {code: Fault(code, each.wrong, each.do) for code, each in authority_law.FAULTS.items()}
FAULTS |= who.FAULTS | capacity.OF_DECISION | checklist.FAULTS | advocate.FAULTS

INCOMPLETE = {
    "only_one_because": "incomplete-options",
    "support_given": "incomplete-support",
    "considerations": "incomplete-because",
    "look_again_on": "incomplete-look-again",
    "decided_by": "incomplete-decider",
}
