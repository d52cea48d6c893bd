"""Where the words of a text were first seen, as a coloured text and a table of ancestors."""

from __future__ import annotations

from aidefs.formats.document import TINTS, Block, Document, Heading, Mark, Paragraph, Run, Table, runs
from aidefs.output.views.words import count
from aidefs.survey.origins import FirstSeen, Origins

__all__ = ["origins_document"]

_GROUNDS = {
    "documented": "documented by sources",
    "noted": "similar wording",
    "named": "named",
}


def origins_document(result: Origins) -> Document:
    """The text in brackets with the sign and tint of each ancestor, their shares, and what it means."""
    signs = {ancestor: chr(ord("A") + n) for n, ancestor in enumerate(_contributing(result))}
    blocks: list[Block] = [
        Paragraph(_coloured(result, signs), result.definition.lang),
        _table(result, signs),
        Paragraph(runs(Run(_explained(result, signs), "muted"))),
    ]
    if signs:
        blocks.insert(0, Paragraph(runs(Run(_KEY, "muted"))))
    blocks.insert(-1, Heading("What this says"))
    return Document(f"Origins of {result.names[0]}", tuple(blocks))


_KEY = (
    "[A: words] stand in the text of this letter, the earliest that has them; words outside of brackets "
    "stand in none of the earlier texts. Of marks nothing is said."
)


def _contributing(result: Origins) -> list[int]:
    return [ancestor for ancestor in result.shares if ancestor is not None]


def _coloured(result: Origins, signs: dict[int, str]) -> tuple[Run, ...]:
    parts: list[Run] = []
    for one in result.passages:
        if one.ancestor is None:
            parts.append(Run(one.text))
            continue
        before, words, behind = _parted(one)
        parts += [
            Run(before),
            Run(f"[{signs[one.ancestor]}: ", "muted"),
            Run(words, _tint(signs, one.ancestor)),
            Run("]", "muted"),
            Run(behind),
        ]
    return tuple(part for part in parts if part.text)


def _parted(one: FirstSeen) -> tuple[str, str, str]:
    """The words of a passage, and the marks and the space before and behind them.

    Of marks the ancestor may have others, so that no letter claims them.
    """
    low, high = (at - one.start for at in one.span)
    return one.text[:low], one.text[low:high], one.text[high:]


def _tint(signs: dict[int, str], ancestor: int) -> Mark:
    return TINTS[(ord(signs[ancestor]) - ord("A")) % len(TINTS)]


def _table(result: Origins, signs: dict[int, str]) -> Table:
    rows = []
    for ancestor, words in result.shares.items():
        share = f"{words} ({words / result.words:.0%})"
        passages = " · ".join(map(_quoted, result.of(ancestor)))
        if ancestor is None:
            head = runs(Run("", "strong")), runs(Run(f"{result.names[0]} itself", "strong")), runs("—")
        else:
            ground = Run(f"\n{_GROUNDS[result.ancestors[ancestor].ground]}", "muted")
            head = (
                runs(Run(signs[ancestor], _tint(signs, ancestor))),
                runs(Run(result.names[ancestor + 1], "strong"), ground),
                runs(result.ancestors[ancestor].definition.adopted or "—"),
            )
        rows.append((*head, runs(share), runs(passages)))
    header = ("Sign", "First seen in", "Adopted", "Words", "Passages")
    return Table(
        header, tuple(rows), "Where the words were first seen", ("", "", "", "", result.definition.lang), (4,)
    )


def _quoted(one: FirstSeen) -> str:
    return " ".join(_parted(one)[1].split()) + (" (moved)" if one.moved else "")


def _explained(result: Origins, signs: dict[int, str]) -> str:
    idle = [result.names[n + 1] for n in range(len(result.ancestors)) if n not in signs]
    parts = [
        f"{count(result.words, 'word')}; {count(len(result.ancestors), 'earlier text')} looked at"
        + (f", of which none is first to have words of this one: {', '.join(idle)}." if idle else "."),
        "First seen means: the earliest of these texts that has the words in a passage that stands in both. "
        "It does not say that anybody took them from there.",
    ]
    if any(one.moved for one in result.passages):
        parts.append("Moved: the words stand at another place there.")
    if result.unread:
        others = ", ".join(f"{one.name} ({one.lang})" for one in result.unread)
        parts.append(f"Not looked at, because in another language: {others}.")
    if any(one.ground == "noted" for one in result.ancestors):
        parts.append("Seen in the words: the record names the text as a predecessor, and no source says so.")
    return " ".join(parts)
