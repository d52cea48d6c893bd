"""What "the Convention" stands for, and what follows for a quotation of it."""

from __future__ import annotations

import pytest

import aidefs
from aidefs.library.library import Library
from aidefs.quotations.antecedents import Antecedents, introduced
from aidefs.quotations.index import index_of

EU = aidefs.get("eu").text
DEFINIENS = EU[EU.index("a machine") : -1]
OECD = aidefs.get("oecd").text
OECD_DEFINIENS = OECD[OECD.index("a machine") :].rstrip(".")
COE = "The Council of Europe Framework Convention on Artificial Intelligence"
SOURCE: list[tuple[str, ...]] = [("source",)]
FAR = "Then came years of work. " * 200


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (f"{COE} (the “Convention”) is open.", "Convention", "coe-2024"),
        (f"{COE} (CETS No. 225, hereinafter the Convention) is open. {FAR}", "Convention", "coe-2024"),
        (f"{COE} is open. {FAR}", "Convention", "coe-2024"),
        (
            "Regulation (EU) 2024/1689 (the “Regulation”) and Regulation (EU) 2016/679.",
            "Regulation",
            "eu-ai-act-2024",
        ),
        (f"Regulation (EU) 2024/1689 and Regulation (EU) 2016/679. {FAR}", "Regulation", None),
        (f"Regulation (EU) 2016/679 (“the Regulation”) and the AI Act. {FAR}", "Regulation", ""),
        ("Regulation (EU) 2024/1689 and Regulation (EU) 2016/679.", "Regulation", ""),
        (f"A Convention of friends. {FAR}", "Convention", None),
        (f"Nothing is named. {FAR}", "Act", None),
    ],
)
def test_what_a_short_name_stands_for(text: str, kind: str, expected: str | None) -> None:
    found = Antecedents(text, index_of(Library.shipped()).titles).of(len(text), kind)
    assert found is None if expected is None else (expected in (found or ()) if expected else found == ())


@pytest.mark.parametrize(
    ("text", "reproaches"),
    [
        (f"{COE} (the “Convention”) is open.\n\n{FAR}\n\nThe Convention has “{DEFINIENS}”.", SOURCE),
        (f"Regulation (EU) 2024/1689 is law.\n\n{FAR}\n\nThe Regulation has “{OECD_DEFINIENS}”.", SOURCE),
        (f"Regulation (EU) 2024/1689 is law.\n\n{FAR}\n\nThe Regulation has “{DEFINIENS}”.", [()]),
        (f"Regulation (EU) 2016/679 is law.\n\n{FAR}\n\nThe Regulation has “{OECD_DEFINIENS}”.", [()]),
        (
            "The Regulation (EU) 2024/1689 (hereinafter the Regulation) and the Recommendation of the OECD "
            f"(hereinafter the Recommendation) define it. The Regulation: “{OECD_DEFINIENS}”. The "
            f"Recommendation: “{OECD_DEFINIENS}”.",
            [("source",), ()],
        ),
        # two texts in one sentence, each beside its own name
        (f"The OECD defines it as “{DEFINIENS}”, the AI Act as “{OECD_DEFINIENS}”.", SOURCE * 2),
        (f"The OECD defines it as “{OECD_DEFINIENS}”, the AI Act as “{DEFINIENS}”.", [(), ()]),
        (f"While the AI Act reads “{OECD_DEFINIENS}”, the OECD has “{DEFINIENS}”.", SOURCE * 2),
        (f"While the AI Act reads “{DEFINIENS}”, the OECD has “{OECD_DEFINIENS}”.", [(), ()]),
        (f"The AI Act was adopted. The OECD’s is “{DEFINIENS}”, the Act’s “{OECD_DEFINIENS}”.", SOURCE * 2),
        (f"Inspired by the OECD’s work, the AI Act has “{DEFINIENS}”.", [()]),
    ],
)  # fmt: skip
def test_reproaches(text: str, reproaches: list[tuple[str, ...]]) -> None:
    assert [one.reproach for one in aidefs.find_quotations(text)] == reproaches


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Colorado’s SB 24-205 (“CAIA”) is law.", {"CAIA": True}),
        ("The National AI Initiative Act of 2020 (the “Initiative Act”) is law.", {"Initiative Act": True}),
        ("Colorado’s SB 24-205 (hereinafter the Denver Act) is law.", {"Denver Act": True}),
        ("Der Colorado AI Act (im Folgenden: „CAI-Akt“) gilt.", {"CAI-Akt": True}),
        ("Regulation (EU) 2022/2065 (“DSA Regulation”) is law.", {"DSA Regulation": False}),
        ("SB 24-205 of Colorado (the “AI Act”) is law.", {}),  # a word stands between
        ("Colorado’s SB 24-205 (the “AI Act”) is law.", {"AI Act": True}),
        ("Regulation (EU) 2024/1689 (the “AI Act”) is law.", {}),  # which is known
        ("Texas passed the Responsible Artificial Intelligence Governance Act (“TRAIGA”).", {}),
        ("Colorado’s SB 24-205 (the “Act”) is law.", {}),
        ("20 U.S.C. 7801 (III) and the AI Act (“IV”)", {}),  # enumerators
        ("The AI Act (“AI system”) and the AI Act (see below) and the AI Act (Deployers of Systems).", {}),
    ],
)
def test_short_names_that_a_document_introduces(text: str, expected: dict[str, bool]) -> None:
    found = introduced(text, index_of(Library.shipped()).titles)
    assert {name: bool(one.ids) for name, one in found.items()} == expected


@pytest.mark.parametrize(
    ("text", "reproaches"),
    [
        (f"Colorado’s SB 24-205 (“CAIA”) is law. CAIA has “{DEFINIENS}”.", SOURCE),
        (f"The AI Act (“ARTIFEX”) is law. ARTIFEX has “{DEFINIENS}”.", [()]),
        (f"The AI Act (“ARTIFEX”) is law. ARTIFEX has “{OECD_DEFINIENS}”.", SOURCE),
        # In this document "the AI Act" is another one.
        (f"Colorado’s SB 24-205 (the “AI Act”) is law.\n\nThe AI Act has “{DEFINIENS}”.", SOURCE),
        (f"Regulation (EU) 2022/2065 (the “AI Act”) is law.\n\nThe AI Act has “{OECD_DEFINIENS}”.", [()]),
    ],
)
def test_reproaches_by_introduced_names(text: str, reproaches: list[tuple[str, ...]]) -> None:
    assert [one.reproach for one in aidefs.find_quotations(text)] == reproaches


def test_the_head_of_a_column_is_what_the_document_calls_an_instrument() -> None:
    table = (
        "| | AI Act | Convention |\n|---|---|---|\n"
        "| Autonomy | “designed to operate with varying levels of autonomy” "
        "| “vary in their {} of autonomy and adaptiveness after deployment” |\n"
    )
    named = "The Framework Convention on Artificial Intelligence and the AI Act are compared.\n\n"
    wrong = [
        one.definition.id for one in aidefs.find_quotations(named + table.format("degrees")) if one.wrong
    ]
    assert wrong == ["coe-2024"]
    for right in (named + table.format("levels"), table.format("degrees")):  # nobody says which Convention
        assert not [one for one in aidefs.find_quotations(right) if one.wrong]
