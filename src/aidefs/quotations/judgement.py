"""What follows from what is known of a passage: whether there is anything to reproach, and why.

A reproach needs all three to be plain: how a passage is presented, what is named as its source, and how its
words agree. Wording is reproached of what is presented as a quotation of a text of the collection that is
named, or where none is named of what is a text but for one or two words that no version of it has. A source
is reproached where a text of the collection is named and another one is quoted.
"""

from __future__ import annotations

from collections.abc import Callable

from aidefs.classes import NamedTuple
from aidefs.quotations.case import Case
from aidefs.quotations.quotation import Reproach

__all__ = ["OF_ITS_OWN", "RULES", "VERSION_MEANT", "Rule", "deciding"]

OF_ITS_OWN = "not checked: it stands as a definition of its own"
"""What is said of a definition that differs from a text and stands as a law has it."""


class Rule(NamedTuple):
    """What follows for a passage of which something is known.

    Attributes:
        name: What it is called in the documentation.
        holds: Whether it decides, by what is known of a passage.
        reason: What is said of it, with names of what is known in braces; "" where there is nothing to say.
        reproach: What its author has to mend.
    """

    name: str
    holds: Callable[[Case], bool]
    reason: str
    reproach: tuple[Reproach, ...] = ()

    def says(self, case: Case) -> str:
        """The reason, with what is known of a passage."""
        return self.reason.format(it=case)


_NOT_THE_TEXTS = "not presented as the words of the text"
_NOT_QUOTED = "not presented as a quotation"
_MISATTRIBUTED = "another text is named than the one that is quoted"

RULES = (
    # What stands in no version of the text that is named, or differs from it, may be said to be none of it.
    Rule(
        "a recital or annex",
        lambda it: it.departs and it.of_recital,
        "not checked: it is said to be from a recital or annex, which is not in the collection",
    ),
    Rule("a question", lambda it: it.departs and it.asked, "a question is no quotation"),
    Rule(
        "somebody else's words",
        lambda it: it.departs and it.fits and it.spoken,
        "presented as the words of somebody else",
    ),
    Rule(
        "in no version, and not said to be",
        lambda it: it.absent and (it.reported or it.disclaimed or it.beside_law),
        _NOT_THE_TEXTS,
    ),
    Rule(
        "said not to be of the text named",
        lambda it: it.misfits and it.disclaimed,
        "said not to be the words of the text that is named",
    ),
    # Where the text that is meant is not stored, nothing is known of it.
    Rule(
        "a text outside of the collection",
        lambda it: it.unknown,
        "not checked: {it.attribution.unknown} is not in the collection",
    ),
    Rule(
        "in no version",
        lambda it: it.absent,
        "introduced as the definition, and in no version of the text that is named",
        ("wording",),
    ),
    Rule(
        "a definition of another term",
        lambda it: it.differs and bool(it.strange_term),
        "not checked: a definition of {it.strange_term} is not in the collection",
    ),
    Rule(
        "a law's own definition",
        lambda it: it.differs and it.itself,
        OF_ITS_OWN,
    ),
    Rule("a law's own definition, exact", lambda it: it.itself, ""),
    # Nor is it of a stage or translation of it that is not.
    Rule(
        "another stage",
        lambda it: it.differs and (it.fits or it.misfits) and it.of_other_stage,
        "not checked: another version of the text that is named is said to be meant",
    ),
    Rule(
        "another translation",
        lambda it: it.differs and it.fits and it.of_other_translation,
        "not checked: it is said to be another translation",
    ),
    # The author may say that the words are not the text's, or only its sense.
    Rule(
        "said not to be its words",
        lambda it: it.differs and it.fits and it.disclaimed,
        _NOT_THE_TEXTS,
    ),
    Rule(
        "said to be its sense",
        lambda it: (it.differs or it.misfits) and it.hedged,
        "said to be the sense of the text, and not its words",
    ),
    Rule(
        "perhaps of guidelines",
        lambda it: it.differs and it.loose and it.beside_law,
        _NOT_THE_TEXTS,
    ),
    Rule(
        "somebody's words on the text",
        lambda it: it.differs and it.fits and it.reported and not it.defining,
        "presented as somebody's words on the text",
    ),
    # It may not look like a quotation.
    Rule("a list", lambda it: it.listed, "a list of elements is no quotation"),
    Rule(
        "its author's own words",
        lambda it: (it.differs or it.misfits) and it.own,
        _NOT_QUOTED,
    ),
    Rule(
        "prose below a title",  # "the usual formula: a system that …"
        lambda it: it.misfits and it.unmarked and it.headed,
        _NOT_QUOTED,
    ),
    # Another text is named than the one that it is from.
    Rule(
        "another text, changed",
        lambda it: it.misattributed and it.differs and it.quoted and not it.equal,
        _MISATTRIBUTED,
        ("wording", "source"),
    ),
    Rule(
        "another term",
        lambda it: it.misattributed and it.of_other_term,
        "the words of another term of the text that is named: {it.passage.reference.definition.term}",
        ("source",),
    ),
    Rule("another text", lambda it: it.misattributed, _MISATTRIBUTED, ("source",)),
    Rule("like another text", lambda it: it.misfits and it.differs, _NOT_QUOTED),
    Rule("a paraphrase of another text", lambda it: it.misfits, ""),
    # The text that is named, or none is, and the words are right.
    Rule(
        "said to end before a condition",
        lambda it: (
            it.rightly_quoted and it.passage.cut_from_condition and it.said_to_end and not it.disclaimed
        ),
        "said to end there, and the text that is named goes on with a condition",
        ("wording",),
    ),
    Rule(
        "said to be whole",
        lambda it: it.rightly_quoted and it.cut and it.said_to_be_whole and not it.disclaimed,
        "said to be whole, and the text that is named goes on",
        ("wording",),
    ),
    Rule(
        "short of a condition",
        lambda it: it.rightly_quoted and it.short_of_exception,
        "it ends before a condition of the text that is named: “{it.passage.left_off}”",
        ("wording",),
    ),
    Rule("exact, or a paraphrase", lambda it: not it.differs, ""),
    # The words differ.
    Rule("prose", lambda it: not it.quoted, _NOT_QUOTED),
    Rule("put right", lambda it: it.put_right, "put right behind it"),
    Rule(
        "the text that is named",
        lambda it: it.fits,
        "presented as a quotation of the text that is named",
        ("wording",),
    ),
    Rule(
        "another stored text",
        lambda it: it.equal,
        "letter for letter another stored text; no source is named",
    ),
    Rule(
        "almost a text",
        lambda it: it.almost and not it.may_be_of_another,
        "almost letter for letter; no source is named",
        ("wording",),
    ),
    # They may be those of a version, or of another law, that is not in the collection.
    Rule(
        "no source",
        lambda it: True,
        "not checked: no source is named; nearest {it.passage.reference.definition.label}",
    ),
)
"""In this order: the first that holds decides."""

VERSION_MEANT = Rule(
    "the version that is meant",
    lambda it: it.of_version_meant,
    "letter for letter another version, which is said to be meant",
)
"""It takes back what any of them reproaches of the wording alone."""


def deciding(case: Case) -> Rule:
    """The rule that decides on a passage.

    Args:
        case: What is known of it.
    """
    rule = next(one for one in RULES if one.holds(case))
    excused = rule.reproach == ("wording",) and VERSION_MEANT.holds(case)
    return VERSION_MEANT if excused else rule
