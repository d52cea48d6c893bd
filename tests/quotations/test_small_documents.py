"""Small documents of many formats, each right or wrong in one way, judged as a whole."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path

import pytest
from support.command import Run

import aidefs
from aidefs.output.sarif import sarif

EU = aidefs.get("eu").text
DEFINIENS = EU[EU.index("a machine") : -1]
CHANGED = DEFINIENS.replace("may exhibit", "can exhibit")
FRENCH = aidefs.get("eu:fr").text.rstrip("; ").partition(", ")[2]
GERMAN = aidefs.get("eu:de").text.rstrip("; ").partition("“ ")[2]
CONVENTION = aidefs.get("coe-2024").text.partition(" means ")[2].rstrip(".")
SENTENCE = CONVENTION.partition(". ")[0]
COLORADO = aidefs.get("us-co-sb24-205-2024").text
REPHRASED = COLORADO.partition(" means ")[2].replace("can", "may")
PROPOSAL = aidefs.get("eu-commission-2021").text.partition(" means ")[2].rstrip(";")
SPANISH = aidefs.get("eu:es").text.partition(": ")[2]

Outcome = tuple[str, str, tuple[str, ...]]
RIGHT: Outcome = ("eu-ai-act-2024", "exact", ())
WRONG: Outcome = ("eu-ai-act-2024", "changed", ("wording",))


def numbered(text: str) -> str:
    """The lines of a bill, with words divided at their ends."""
    lines = textwrap.wrap(text, 44)
    return "\n".join(f"{number:>2}  {line}" for number, line in enumerate(lines, 1))


# Name → text of the file, and what is in it.
DOCUMENTS: dict[str, tuple[str, list[Outcome]]] = {
    # footnotes of every format
    "note.html": (
        f'<p>It is “{CHANGED}”.<sup><a href="#n1" id="r1">1</a></sup></p>\n'
        '<p id="n1">1. AI Act, Article 3(1).</p>',
        [WRONG],
    ),
    "note.tex": (f"It is ``{CHANGED}''.\\footnote{{AI Act, Article 3(1).}}\n", [WRONG]),
    "note.md": (f"C’est « {FRENCH} »[^a].\n\n[^a]: Règlement (UE) 2024/1689, article 3.\n",
                [("eu-ai-act-2024-fr", "exact", ())]),
    "other-note.md": (f"It is “{CHANGED}”.[^1]\n\n[^1]: Mont. Code Ann. § 30-14-2802.\n",
                      [("eu-ai-act-2024", "changed", ())]),
    # layout
    "bill.txt": (numbered(f"The EU AI Act says: “{DEFINIENS}”."), [RIGHT]),
    "bill-changed.txt": (numbered(f"The EU AI Act says: “{CHANGED}”."), [WRONG]),
    "pretty.json": (json.dumps({"EU AI Act": {"definition": CHANGED}}, indent=2), [WRONG]),
    "strings.py": ('EU_AI_ACT = (\n    "' + DEFINIENS.replace(", ", ', "\n    "') + '"\n)\n', [RIGHT]),
    "data.yaml": ("eu_ai_act: >\n  " + DEFINIENS.replace(", ", ",\n  ") + "\n", [RIGHT]),
    # mark-up
    "struck.md": (f"The AI Act says “{DEFINIENS.replace('may', '~~can~~ may', 1)}”.\n", [RIGHT]),
    "marked.md": (f"The AI Act says “{DEFINIENS.replace('may', '==may==', 1)}”.\n", [RIGHT]),
    "critic.md": (f"The AI Act says “{DEFINIENS.replace('may', '{--can--}{++may++}', 1)}”.\n", [RIGHT]),
    "inline-note.md": (f"The AI Act says “{DEFINIENS.replace('infers,', 'infers,^[Note.]')}”.\n", [RIGHT]),
    "link.md": (f"The AI Act says “{DEFINIENS.replace('infers', '[[page|infers]]', 1)}”.\n", [RIGHT]),
    "hidden.html": (
        f"<p>The AI Act says “{DEFINIENS.replace('may', '<span hidden>not</span> may')}”.</p>", [RIGHT],
    ),
    "struck.html": (f"<p>The AI Act says “{DEFINIENS.replace('may', '<del>can</del> may')}”.</p>", [RIGHT]),
    "deleted.tex": ("The AI Act says ``" + DEFINIENS.replace("may", "\\deleted{can} may") + "''.\n", [RIGHT]),
    # what is set apart, in other languages
    "block.md": (f"Art. 3 Nr. 1 der KI-VO lautet:\n\n> {GERMAN.replace('kann', 'muss')}\n",
                 [("eu-ai-act-2024-de", "changed", ("wording",))]),
    "table.md": (f"| Norma | Texto |\n|---|---|\n| Reglamento (UE) 2024/1689 | {SPANISH} |\n",
                 [("eu-ai-act-2024-es", "exact", ())]),
    "glossary.html": (f"<h1>EU AI Act</h1><dl><dt>AI system:</dt><dd>{DEFINIENS}</dd></dl>", [RIGHT]),
    # words of introduction in cells and blocks
    "row.md": (f"| Source | Text |\n|---|---|\n| EU AI Act | {EU.replace('can', 'may')} |\n", [WRONG]),
    "row.tsv": (f"source\ttext\nEU AI Act\t{EU.replace('can', 'may')}\n", [WRONG]),
    "row-of-place.md": (f"| Law of | Text |\n|---|---|\n| EU | {EU.replace('can', 'may')} |\n", [WRONG]),
    "row-of-other.md": (f"| State | Bill | Text |\n|---|---|---|\n| Colorado | HB 26-1263 "
                        f"| {COLORADO.replace('can', 'may')} |\n", [("us-co-sb24-205-2024", "changed", ())]),
    "row-after.md": (f"| Model | Text |\n|---|---|\n| Our draft after the EU AI Act "
                     f"| {EU.replace('can', 'may')} |\n", [("eu-ai-act-2024", "changed", ())]),
    "provision-above.md": (f"## Article 3(1) of the EU AI Act\n\n{EU.replace('can', 'may')}\n", [WRONG]),
    "law-above.md": (f"## Definitions\n\n(1) {EU.replace('can', 'may')}\n",
                     [("eu-ai-act-2024", "changed", ())]),
    "word-in-block.md": (f"The AI Act says:\n\n> ‘AI seldom system’ means {DEFINIENS}\n", [WRONG]),
    "word-before-block.md": (f"The AI Act says:\n\n> merely {EU}\n", [WRONG]),
    "word-in-cell.md": (f"| Law | Text |\n|---|---|\n| EU AI Act | ‘AI seldom system’ means {DEFINIENS} |\n",
                        [WRONG]),
    "denial-in-cell.md": (f"| Ley | Texto |\n|---|---|\n| Reglamento (UE) 2024/1689 | «sistema de IA»: nunca "
                          f"{SPANISH} |\n", [("eu-ai-act-2024-es", "changed", ("wording",))]),
    "article-in-block.md": (f"The AI Act says:\n\n> The ‘AI system’ means {DEFINIENS}\n", [RIGHT]),
    "verb-in-block.md": (f"The AI Act says:\n\n> AI system is {DEFINIENS}\n", [RIGHT]),
    "verb-in-block-fr.md": (f"Règlement (UE) 2024/1689 :\n\n> Un « système d’IA » est {FRENCH}\n",
                            [("eu-ai-act-2024-fr", "exact", ())]),
    "source-in-block.md": (f"The AI Act says:\n\n> ‘AI system’ (Article 3(1)) means {DEFINIENS}\n", [RIGHT]),
    "label-in-cell.md": (f"| Law | Text |\n|---|---|\n| EU AI Act | AI system – {DEFINIENS} |\n", [RIGHT]),
    # rows, lines and records of a source that is not stored, beside one that is
    "row-of-place-unknown.md": (f"| Land | Gesetz | Text |\n|---|---|---|\n| EU | KI-VO | {GERMAN} |\n"
                                f"| Schweiz | Entwurf | {GERMAN.replace('Grade', 'Maße')} |\n",
                                [("eu-ai-act-2024-de", "exact", ()), ("eu-ai-act-2024-de", "changed", ())]),
    "row-of-bill.html": ("<table><tr><th>State</th><th>Bill</th><th>Text</th></tr><tr><td>Colorado</td>"
                         f"<td>SB 24-205</td><td>{COLORADO}</td></tr><tr><td>Nebraska</td><td>LB 642</td>"
                         f"<td>{COLORADO.replace('can', 'may')}</td></tr></table>",
                         [("us-co-sb24-205-2024", "exact", ()), ("us-co-sb24-205-2024", "changed", ())]),
    "row-of-policy.md": (f"| Who | Document | Text |\n|---|---|---|\n| EU | AI Act | {DEFINIENS} |\n"
                         f"| Acme | policy | {CHANGED} |\n", [RIGHT, ("eu-ai-act-2024", "changed", ())]),
    "row-below-source.md": (f"| Field | Content |\n|---|---|\n| Source | AI Act, Art. 3(1) |\n"
                            f"| Text | {CHANGED} |\n", [WRONG]),
    "row-without-source.md": (f"| Law | Term | Text |\n|---|---|---|\n| AI Act | AI system | {DEFINIENS} |\n"
                              f"| | AI system, again | {CHANGED} |\n", [RIGHT, WRONG]),
    "two-rows-below.md": (f"| Place | Text |\n|---|---|\n| Council of Europe | {SENTENCE} |\n"
                          f"| EU | {DEFINIENS} |\n| Japan | {SENTENCE} |\n",
                          [("coe-2024", "exact", ()), RIGHT, ("coe-2024", "exact", ())]),
    "place-without-twin.md": (f"| Place | Text |\n|---|---|\n| EU | {DEFINIENS} |\n"
                              f"| Japan | {SENTENCE} |\n",
                              [RIGHT, ("coe-2024", "exact", ("source",))]),
    "lines.csv": (f'source,text\nAI Act,"{DEFINIENS}"\nBlog,"{CHANGED}"\n',
                  [RIGHT, ("eu-ai-act-2024", "changed", ())]),
    "lines.tsv": (f"law\tterm\ttext\nAI Act\tAI system\t{DEFINIENS}\nAI Act\tsystem\t{CHANGED}\n",
                  [RIGHT, WRONG]),
    "records.json": (json.dumps([{"law": "AI Act", "text": DEFINIENS},
                                 {"law": "draft", "text": CHANGED}], indent=1),
                     [RIGHT, ("eu-ai-act-2024", "changed", ())]),
    "records-of-law.json": (json.dumps([{"law": "draft", "text": "None yet."},
                                        {"law": "AI Act", "text": CHANGED}], indent=1), [WRONG]),
    "records.yaml": (f"- source: EU AI Act\n  text: {DEFINIENS}\n- source: House style\n  text: {CHANGED}\n",
                     [RIGHT, ("eu-ai-act-2024", "changed", ())]),
    "title-of-proposal.json": (
        json.dumps({"Proposal for a Regulation (Artificial Intelligence Act)": PROPOSAL,
                    "Regulation (EU) 2024/1689 (Artificial Intelligence Act)": DEFINIENS}, indent=1),
        [("eu-commission-2021", "exact", ()), RIGHT]),
    "title-of-act.json": (json.dumps({"Artificial Intelligence Act, Regulation (EU) 2024/1689": PROPOSAL}),
                          [("eu-commission-2021", "exact", ("source",))]),
    "entry-of-contract.md": (f"# Contrato\n\n3) «sistema de IA»: {SPANISH.replace('puede', 'debe', 1)}\n\n"
                             "Se aplica el Reglamento (UE) 2024/1689.\n",
                             [("eu-ai-act-2024-es", "changed", ())]),
    "entry-of-law.md": ("# Reglamento (UE) 2024/1689\n\n"
                        f"3) «sistema de IA»: {SPANISH.replace('puede', 'debe', 1)}\n",
                        [("eu-ai-act-2024-es", "changed", ("wording",))]),
    "departs.md": (f"The policy departs from the EU AI Act and defines AI as “{CHANGED}”.\n",
                   [("eu-ai-act-2024", "changed", ())]),
    "departs-of-law.md": (f"The EU AI Act departs from the OECD and defines AI as “{CHANGED}”.\n", [WRONG]),
    "departs-fr.md": (f"La charte s’écarte du règlement (UE) 2024/1689 et définit l’IA comme « "
                      f"{FRENCH.replace('peut', 'doit')} ».\n", [("eu-ai-act-2024-fr", "changed", ())]),
    "departs-of-law-fr.md": (f"Le règlement (UE) 2024/1689 s’écarte de l’OCDE et définit l’IA comme « "
                             f"{FRENCH.replace('peut', 'doit')} ».\n",
                             [("eu-ai-act-2024-fr", "changed", ("wording",))]),
    "while.md": (f"While the AI Act looks at all systems, our charter covers “{CHANGED}”.\n",
                 [("eu-ai-act-2024", "changed", ())]),
    "while-of-law.md": (f"While the AI Act has many recitals, its Article 3(1) defines AI as “{CHANGED}”.\n",
                        [WRONG]),
    "should-be.md": (f"Article 3(1) of the AI Act should be amended as follows:\n\n> {CHANGED}\n",
                     [("eu-ai-act-2024", "changed", ())]),
    "draft-in-note.md": (f"An earlier version[^1] read “{CHANGED}”.\n\n"
                         "[^1]: Draft of the AI Act, January 2024.\n",
                         [("eu-ai-act-2024", "changed", ())]),
    "clause-left-out-de.md": (f"Art. 3 Nr. 1 KI-VO: „{GERMAN.partition(' und das nach')[0]} […] und das aus"
                              f"{GERMAN.partition(' und das aus')[2]}“.\n",
                              [("eu-ai-act-2024-de", "exact", ())]),
    "verb-left-out-de.md": (f"Art. 3 Nr. 1 KI-VO: „{GERMAN.replace('sein kann', '[…]')}“.\n",
                            [("eu-ai-act-2024-de", "changed", ("wording",))]),
    "act-of-place.md": (f"The Artificial Intelligence Act of South Korea defines it as “{CHANGED}”.\n",
                        [("eu-ai-act-2024", "changed", ())]),
    "act-of-unstored-place.md": (f"The AI Act of Thailand defines it as “{CHANGED}”.\n",
                                 [("eu-ai-act-2024", "changed", ())]),
    "act-of-its-place.md": (f"The AI Act of the EU defines it as “{CHANGED}”.\n", [WRONG]),
    "section-behind.md": (f"Colorado defines it as “{REPHRASED}” "
                          "(§ 6-1-1801(3)).\n", [("us-co-sb24-205-2024", "changed", ())]),
    "own-section-behind.md": ("Colorado defines it as "
                              f"“{REPHRASED}” (§ 6-1-1701(2)).\n",
                              [("us-co-sb24-205-2024", "changed", ("wording",))]),
    "model.json": (json.dumps({"inspired_by": "EU AI Act", "definition": CHANGED}, indent=1),
                   [("eu-ai-act-2024", "changed", ())]),
    # omissions in one change with words between them
    "dots.md": ("AI Act: “a machine-based system that is designed to operate with varying levels of autonomy "
                "[…] that […] infers, from the input it receives, how to generate outputs”.\n",
                [("eu-ai-act-2024", "exact", ())]),
    "dots-with-word.md": ("AI Act: “a machine-based system that is designed to operate with varying levels "
                          "of autonomy […] that never […] infers, from the input it receives, how to "
                          "generate outputs”.\n", [WRONG]),
    "turns-on.md": ("Article 3(1) of the AI Act turns on “different degrees of autonomy”.\n", [WRONG]),
    "debate.md": ("The debate on the AI Act turns on “different degrees of autonomy”.\n", []),
    # somebody else's words, other stages, other sections
    "contrast.md": (f"In contrast to the EU AI Act, the contract defines an AI tool as “{CHANGED}”.\n",
                    [("eu-ai-act-2024", "changed", ())]),
    "contrast-of-law.md": (f"In contrast to the OECD, the EU AI Act defines it as “{CHANGED}”.\n", [WRONG]),
    "contrast-de.md": (f"Im Unterschied zur KI-VO definiert der Vertrag „KI-Werkzeug“ als "
                       f"„{GERMAN.replace('kann', 'muss')}“.\n", [("eu-ai-act-2024-de", "changed", ())]),
    "contrast-fr.md": ("Contrairement au règlement (UE) 2024/1689, le contrat définit l’outil comme "
                       f"« {FRENCH.replace('peut', 'doit')} ».\n", [("eu-ai-act-2024-fr", "changed", ())]),
    "earlier-draft.md": (f"The earlier draft of Article 3(1) AI Act read “{CHANGED}”.\n",
                         [("eu-ai-act-2024", "changed", ())]),
    "earlier-draft-de.md": (f"Ein früherer Entwurf von Art. 3 Nr. 1 KI-VO lautete: "
                            f"„{GERMAN.replace('kann', 'muss')}“\n", [("eu-ai-act-2024-de", "changed", ())]),
    "as-adopted.md": (f"As adopted, Article 3(1) AI Act read “{CHANGED}”; the earlier draft was shorter.\n",
                      [WRONG]),
    "other-section.md": ("Colorado defines the term in C.R.S. § 8-1-999: "
                         f"“{COLORADO.partition(' means ')[2].replace('influence', 'affect')}”\n",
                         [("us-co-sb24-205-2024", "changed", ())]),
    "own-section.md": ("Colorado defines the term in C.R.S. § 6-1-1701(2): "
                       f"“{COLORADO.partition(' means ')[2].replace('influence', 'affect')}”\n",
                       [("us-co-sb24-205-2024", "changed", ("wording",))]),
    # names in other rows
    "other-row.md": (f"| Law of | Text |\n|---|---|\n| Colorado | {DEFINIENS} |\n| EU | {EU} |\n",
                     [("eu-ai-act-2024", "exact", ("source",)), RIGHT]),
    "swapped.md": (f"| Law of | Text |\n|---|---|\n| Colorado | {DEFINIENS} |\n| EU | {COLORADO} |\n",
                   [("eu-ai-act-2024", "exact", ("source",)), ("us-co-sb24-205-2024", "exact", ())]),
    "swapped.html": (f"<table><tr><td>Colorado</td><td>{DEFINIENS}</td></tr>"
                     f"<tr><td>EU</td><td>{COLORADO}</td></tr></table>",
                     [("eu-ai-act-2024", "exact", ("source",)),
                      ("us-co-sb24-205-2024", "exact", ("source",))]),
    "taken-over.md": (f"| Law of | Text |\n|---|---|\n| Council of Europe | {CONVENTION} |\n"
                      f"| Japan | {CONVENTION} |\n", [("coe-2024", "exact", ())] * 2),
    "members.md": (f"| Country | Text |\n|---|---|\n| France | {DEFINIENS} |\n| EU | {DEFINIENS} |\n",
                   [RIGHT, RIGHT]),
    "borrowed.md": ("“Provider” means an engineered system that— (A) generates outputs, such as content, "
                    "forecasts, recommendations or decisions for a given set of objectives; and (B) is "
                    "sold.\n", [("us-s3312-2023-ai-system", "changed", ())]),
}  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
def test_small_documents(name: str, tmp_path: Path) -> None:
    text, expected = DOCUMENTS[name]
    (tmp_path / name).write_text(text, encoding="utf-8")
    result = aidefs.verify(tmp_path / name, form="text" if name.endswith((".json", ".py", ".yaml")) else None)
    assert not result.faults
    found = [(p.quotation.definition.id, p.quotation.verdict, p.quotation.reproach) for p in result.passages]
    assert found == expected
    assert result.exit_code == any(reproach for _, _, reproach in expected)


@pytest.mark.parametrize(
    "name", ["struck.md", "marked.md", "hidden.html", "struck.html", "deleted.tex", "note.tex"]
)
def test_mark_up_hides_no_change(name: str, tmp_path: Path) -> None:
    text = DOCUMENTS[name][0].replace("can influence", "must influence")
    (tmp_path / name).write_text(text, encoding="utf-8")
    (passage,) = aidefs.verify(tmp_path / name).wrong
    assert {edit.text.strip() for edit in passage.quotation.faults} >= {"can", "must"}


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.txt", b""), ("empty.md", b"\n"), ("macros.tex", b"\\newcommand{\\eu}{AI Act}\n")],
)
def test_a_file_without_words_is_no_fault(name: str, content: bytes, run: Run, here: Path) -> None:
    (here / name).write_bytes(content)
    ran = run("verify", name)
    assert ran.code == 0 and ran.err.startswith(f"aidefs: nothing to check in '{name}'")


def test_an_unreadable_file_alone_is_2(run: Run, here: Path) -> None:
    (here / "right.md").write_text(f"The AI Act says “{DEFINIENS}”.\n", encoding="utf-8")
    assert run("verify", "right.md").code == 0
    assert run("verify", "right.md", "missing.md").code == 2


@pytest.mark.parametrize("ending", [".md", ".qmd", ".Rmd", ".mdx", ".rst", ".adoc", ".txt"])
def test_endings_of_text(ending: str, here: Path) -> None:
    file = here / f"a{ending}"
    file.write_text(f"The AI Act says “{CHANGED}”.\n", encoding="utf-8")
    assert aidefs.verify(file).exit_code == 1


def test_severity_and_claim_are_in_sarif_by_rule_and_place(here: Path) -> None:
    wrapped = CHANGED.replace(", infers", ",\ninfers")
    text = f"The AI Act says\n“{wrapped}”.\n\nThe OECD says “{DEFINIENS}”.\n"
    (here / "a.md").write_text(text, encoding="utf-8")
    entries = sarif(aidefs.verify(here / "a.md"))["runs"][0]["results"]
    assert [entry["ruleId"] for entry in entries] == ["wording-changed", "misattributed"]
    region = entries[0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["endLine"]) == (2, 3) and region["startColumn"] == 2
