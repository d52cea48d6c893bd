"""Automatic and reviewed segmentation: the laws, and sentences that no stored definition contains."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType, MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import aidefs
from aidefs.errors import InputError, NoDefinition
from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.library.taxonomy import Element, Taxonomy
from aidefs.segmentation.automatic import Learned, assign_elements
from aidefs.segmentation.segmentation import Segmentation, segmentation_of
from aidefs.text.cues import compile_cues, find_cues
from aidefs.text.tokens import token_columns

LIBRARY = Library.shipped()
ENGLISH = sorted(name for name in LIBRARY if LIBRARY[name].lang == "en")
REVIEWED = sorted(name for name in ENGLISH if LIBRARY[name].reviewed)


def check_partition(result: Segmentation) -> None:
    """Segments tile the tokens: in order, white space alone around and between them."""
    at = 0
    for one in result.segments:
        assert one.text == result.text[one.start : one.end]
        assert result.text[at : one.start].strip() == ""
        assert one.start < one.end
        at = one.end
    assert result.text[at:].strip() == ""
    columns = token_columns(result.text, result.lang)
    assert {one.start for one in result.segments} <= set(columns.starts)
    assert {one.end for one in result.segments} <= set(columns.ends)


def read(text: str) -> list[tuple[str, str]]:
    """Element and wording of each segment, with no reviewed wording to help."""
    result = segmentation_of(text, method="automatic", exclude=REVIEWED)
    check_partition(result)
    return [(one.element, one.text) for one in result.segments]


# --- laws -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ENGLISH)
def test_segments_partition_every_stored_definition(name: str) -> None:
    for method in ("auto", "automatic"):
        result = segmentation_of(LIBRARY[name], method=method)
        check_partition(result)
        assert all(one.element in Taxonomy.shipped() for one in result.segments)
        assert all(one.evidence for one in result.segments)


WORDS = st.sampled_from(
    [
        "AI",
        "means",
        "a",
        "system",
        "that",
        ",",
        "can",
        ";",
        "infer",
        "from",
        ":",
        "input",
        "(",
        ")",
        "“",
        "”",
        "—",
        "(a)",
        "(ii)",
        "and/or",
        "how",
        "to",
        "generate",
        "outputs",
        "such",
        "as",
        "including",
        ".",
        "\n",
        "not",
        "include",
        "whether",
        "and",
        "or",
        "of",
        "e.g.",
        "3)",
        "“AI”",
        "U.S.C.",
        "machine-",
        "learning",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.lists(WORDS, min_size=1).map(" ".join), st.text(min_size=1, max_size=60)))
def test_segments_partition_any_text(text: str) -> None:
    if not token_columns(text).words:
        with pytest.raises(InputError, match="no words"):
            segmentation_of(text, method="automatic")
        return
    try:
        result = segmentation_of(text, method="automatic")
    except NoDefinition:
        result = segmentation_of(text := f"AI means software that infers {text}", method="automatic")
    check_partition(result)
    assert result == segmentation_of(text, method="automatic")


def test_the_result_does_not_depend_on_the_hash_seed() -> None:
    code = (
        "import json; from aidefs.segmentation.segmentation import segmentation_of; "
        "from aidefs.library.library import Library; "
        "print(json.dumps(segmentation_of(Library.shipped()['unesco-2021'], method='automatic').to_dict()))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True, check=True,
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert runs[0] == runs[1] != b""


# --- methods ----------------------------------------------------------------------------------


def test_reviewed_segments_are_the_annotation() -> None:
    definition = LIBRARY["eu"]
    result = segmentation_of(definition)
    assert result.method == "reviewed"
    assert [(one.element, one.text.split()) for one in result.segments] == [
        (element, text.split()) for element, text in definition.segments
    ]
    assert {one.evidence[0].kind for one in result.segments} == {"reviewed"}


def test_a_text_far_longer_than_a_definition_is_refused_at_once() -> None:
    text = "“AI system” means a system that " + "infers outputs, " * 20_000
    with pytest.raises(InputError, match="this text is too long for a definition: 320,032 characters;"):
        segmentation_of(text)
    with pytest.raises(InputError, match="'text' is too long for a definition"):
        aidefs.nearest(text)


def test_method_errors_are_one_line() -> None:
    with pytest.raises(InputError, match="this text has no reviewed annotation"):
        segmentation_of("AI means software.", method="reviewed")
    with pytest.raises(InputError, match="unknown method 'manual'"):
        segmentation_of("AI means software.", method="manual")
    with pytest.raises(
        InputError,
        match=r"language 'qq'; languages with cues: cs, da, de, en, es, fi, fr, hu, it, nl, pl, pt, sv",
    ):
        segmentation_of("Un système.", lang="qq")


def test_json_has_the_published_shape() -> None:
    result = segmentation_of("“AI” means software that can generate content.").to_dict()
    assert list(result) == [
        "schema",
        "data_version",
        "data_hash",
        "text",
        "lang",
        "lang_recognised",
        "method",
        "segments",
    ]
    assert result["schema"] == "aidefs/segmentation/2"
    first = result["segments"][0]
    assert list(first) == ["element", "start", "end", "text", "confidence", "facets", "evidence"]
    assert list(first["facets"]) == ["modal", "position", "open_list", "items", "negated"]
    json.dumps(result)


OTHER_TERM = Taxonomy([Element("thing", "Thing", group="core", cues={"en": ("system",)})])


def test_an_annotation_counts_where_the_taxonomy_has_its_elements() -> None:
    coe = LIBRARY["coe"]
    assert segmentation_of(coe, taxonomy=Taxonomy.shipped()).method == "reviewed"
    result = segmentation_of(coe, taxonomy=OTHER_TERM)
    assert (result.method, {one.element for one in result.segments}) == ("automatic", {"thing"})
    with pytest.raises(InputError, match="'coe-2024' has a reviewed annotation with elements of another "):
        segmentation_of(coe, method="reviewed", taxonomy=OTHER_TERM)


def test_an_annotation_with_own_elements_is_not_lost_in_a_comparison() -> None:
    pieces = (("tool", "“AI” means a tool"), ("thing", "that acts."))
    own = Definition("own", "“AI” means a tool that acts.", lang="en", segments=pieces)
    assert [one.element for one in segmentation_of(own).segments] == ["tool", "thing"]
    comparison = aidefs.compare("coe", own)
    assert comparison.segmentations[1].method == "automatic"
    said = " ".join(row.cells[1].text for row in comparison.rows)
    assert sorted(said.split()) == sorted(own.text.split())


def test_nearest_reviewed_wording_is_named_unless_excluded() -> None:
    text = LIBRARY["oecd-2019"].text.replace("human-defined", "human-given")
    helped = segmentation_of(text, method="automatic")
    sources = {
        reason.source for one in helped.segments for reason in one.evidence if reason.kind == "nearest"
    }
    assert "oecd-2019" in sources
    alone = segmentation_of(text, method="automatic", exclude=REVIEWED)
    assert all(reason.kind != "nearest" for one in alone.segments for reason in one.evidence)


# --- structure and cues, on sentences of our own ----------------------------------------------


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("For the purposes of this Law, a tool is a program.", "For the purposes of this Law, a tool is"),
        ("The term “AI tool” shall mean any software.", "The term “AI tool” shall mean"),
        ("7) neural system \u2013 a program.", "7) neural system \u2013"),
        ("Neural system: a program.", "Neural system:"),
        ("“AI” has the meaning given in 12 U.S.C.: a program.", "“AI” has the meaning given in 12 U.S.C.:"),
        ("The Policy treats an AI tool as a program.", "The Policy treats an AI tool as"),
        ("“Agent”: (a) Means any program.", "“Agent”: (a) Means"),
        ("Neural system. A program.", "Neural system."),
        ("Neural system\nA program that learns.", "Neural system"),
        ("(a) In general.—The term “agent” means a program.", "(a) In general.—The term “agent” means"),
        ("In this Part— “agent” means a program.", "In this Part— “agent” means"),
        ("By “agent” we mean a program.", "By “agent” we mean"),
        ("An agent is considered to be a program.", "An agent is considered to be"),
        ("Smart tools is an umbrella term for programs that learn.", "Smart tools is an umbrella term for"),
        ("Robotics is a term used to describe machines.", "Robotics is a term used to describe"),
        ("Robotics encompasses machines of many kinds.", "Robotics encompasses"),
        ("Robotics is that field in which machines are built.", "Robotics is"),
        ("Neural computing (NC), the study of networks.", "Neural computing (NC),"),
    ],
)  # fmt: skip
def test_frames(text: str, frame: str) -> None:
    found = read(text)
    assert found[0] == ("frame", frame)
    assert found[1][0] == "machine-based"


@pytest.mark.parametrize(
    "text",
    ["a computer program or other automated means used by a bank", "any system that is used to rank people"],
)
def test_a_bare_definiens_has_no_frame(text: str) -> None:
    assert "frame" not in dict(read(text))


def test_detached_modal_goes_with_its_verb() -> None:
    assert read(
        "“AI” means a program that may, in pursuit of goals set by its owner, produce forecasts."
    ) == [
        ("frame", "“AI” means"),
        ("machine-based", "a program"),
        ("outputs", "that may,"),
        ("objectives", "in pursuit of goals set by its owner,"),
        ("outputs", "produce forecasts."),
    ]


def test_input_splits_the_inference_clause() -> None:
    found = read(
        "“AI” means a device that deduces, from the signals and other data it receives, how to produce text."
    )
    assert [element for element, _ in found] == [
        "frame", "machine-based", "inference", "input", "inference", "outputs",
    ]  # fmt: skip


def test_a_list_belongs_to_its_head() -> None:
    found = read("“AI” means a tool using statistical methods, including regression and clustering.")
    assert found[-1] == ("technique", "using statistical methods, including regression and clustering.")


def test_oversight_is_autonomy_even_inside_a_capability_clause() -> None:
    found = read("“AI” means software that imitates human reasoning with little or no human supervision.")
    assert found[-2:] == [
        ("capability", "that imitates human reasoning"),
        ("autonomy", "with little or no human supervision."),
    ]


def test_exclusions_are_scope_to_the_end_of_their_sentence() -> None:
    text = (
        "“AI” means software that generates text. The term does not include tools that learn from experience."
    )
    assert read(text)[-1] == ("scope", "The term does not include tools that learn from experience.")


def test_a_later_sentence_keeps_its_own_elements() -> None:
    found = read("“AI” means software. Such tools differ in their degrees of autonomy and adaptability.")
    assert found[-2:] == [
        ("autonomy", "Such tools differ in their degrees of autonomy"),
        ("adaptiveness", "and adaptability."),
    ]


@pytest.mark.parametrize(
    ("clause", "element"),
    [
        ("designed to function with different degrees of autonomy", "autonomy"),
        ("that improves its performance over time", "adaptiveness"),
        ("that analyses customer data", "inference"),
        ("that issues scores or rankings", "outputs"),
        ("for a set of objectives chosen by its user", "objectives"),
        ("that collects data from sensors", "input"),
        ("that affects the physical world", "environment"),
        ("built with neural networks", "technique"),
        ("that simulates human intelligence", "capability"),
        ("used to replace the discretionary decisions of officials", "scope"),
        ("that substantially facilitates human decisionmaking", "scope"),
        ("that is a controlling factor in hiring decisions", "scope"),
        ("that uses computation", "inference"),
        ("that executes a decision", "outputs"),
        ("acting independently of its owner", "autonomy"),
        ("to initiate an action or respond to messages", "outputs"),
        ("whose conduct resembles a maintained human relationship", "capability"),
        ("that performs tasks normally requiring intelligence", "capability"),
        ("that converts prompts in response to user queries", "input"),
        ("that makes, or is a substantial factor in, a consequential decision", "scope"),
        ("which runs with a degree of independence from its operators", "autonomy"),
        ("that acts of its own accord", "autonomy"),
        ("that keeps learning once it is in service", "adaptiveness"),
        ("that can rewrite its own rules to suit its performance", "adaptiveness"),
        ("that draws conclusions", "inference"),
        ("that uncovers hidden links", "inference"),
        ("the purpose of which is to win a game", "objectives"),
        ("that is fed with records or other data", "input"),
        ("that shapes an online setting", "environment"),
    ],
)
def test_one_clause_one_element(clause: str, element: str) -> None:
    assert read(f"“AI” means a program {clause}.")[2:] == [(element, f"{clause}.")]


def test_limbs_that_are_definitions_of_their_own() -> None:
    found = read("(1) A program that imitates human thought. (2) A device that learns from experience.")
    assert [element for element, _ in found] == [
        "machine-based",
        "capability",
        "machine-based",
        "adaptiveness",
    ]


def test_a_borrowed_meaning_is_a_cross_reference() -> None:
    assert read("“Agent” has the meaning given that term in section 7 of the Robots Act.") == [
        ("frame", "“Agent” has the meaning given that term"),
        ("scope", "in section 7 of the Robots Act."),
    ]
    assert read("“Agent” means artificial intelligence as defined in section 7.")[1:] == [
        ("machine-based", "artificial intelligence"),
        ("scope", "as defined in section 7."),
    ]


def test_what_stands_before_the_term_is_frame() -> None:
    found = read(
        "There is no single definition of AI. In this note, the term AI describes programs that learn."
    )
    assert found[0] == (
        "frame",
        "There is no single definition of AI. In this note, the term AI describes",
    )
    assert found[1] == ("machine-based", "programs")


def test_of_which_behind_the_genus_begins_a_clause() -> None:
    found = read("“High-impact tool” means a tool of which one use falls within a class in the schedule.")
    assert found[1:] == [
        ("machine-based", "a tool"),
        ("scope", "of which one use falls within a class in the schedule."),
    ]


def test_a_verb_between_insertions_is_a_verb() -> None:
    found = read(
        "“AI” means a tool that, for implicit goals, deduces, from the data it receives, how to act."
    )
    assert ("inference", "deduces,") in found


def test_an_insertion_without_evidence_goes_with_its_verb() -> None:
    found = read(
        "“AI” means a tool that imitates human reasoning and, depending on the task, issues a ranking."
    )
    assert found[2:] == [
        ("capability", "that imitates human reasoning"),
        ("outputs", "and, depending on the task, issues a ranking."),
    ]


def test_including_may_begin_a_clause() -> None:
    found = read("“Tool” means a process, including one derived from statistics, that issues a score.")
    assert found[1:] == [
        ("machine-based", "a process,"),
        ("technique", "including one derived from statistics,"),
        ("outputs", "that issues a score."),
    ]
    found = read("“Tool” means a device that affects its environment, including by using human-based inputs.")
    assert found[-1] == ("input", "including by using human-based inputs.")
    found = read("“Tool” means a process (including one derived from statistics) that issues a score.")
    assert found[2] == ("technique", "(including one derived from statistics)")


def test_and_includes_is_scope() -> None:
    found = read("“AI” means software that issues scores and includes neural networks.")
    assert found[-1] == ("scope", "and includes neural networks.")
    found = read("“AI” means software and shall include systems that analyse customer data.")
    assert found[-1] == ("scope", "and shall include systems that analyse customer data.")


def test_alternatives_end_where_a_clause_behind_a_comma_goes_on_about_the_thing() -> None:
    found = read("“AI” means a system, whether sold as a device or hosted, which issues scores.")
    assert found[-2:] == [
        ("scope", "whether sold as a device or hosted,"),
        ("outputs", "which issues scores."),
    ]
    found = read("“AI” means a system, unless it is a calculator, which issues scores.")
    assert found[-1] == ("scope", "unless it is a calculator, which issues scores.")


@pytest.mark.parametrize("joined", [", or the capability of a device", ", as well as technology"])
def test_a_second_genus(joined: str) -> None:
    found = read(
        f"“AI” means a field of study that imitates human thought{joined} that learns from experience."
    )
    assert [element for element, _ in found] == [
        "frame", "machine-based", "capability", "machine-based", "adaptiveness",
    ]  # fmt: skip


def test_a_list_inside_a_limb_ends_with_it() -> None:
    found = read(
        "“AI” means: (a) A field that imitates human faculties, such as reasoning and planning; "
        "or (b) The capability of a machine to learn from experience."
    )
    assert [element for element, _ in found] == [
        "frame", "machine-based", "capability", "machine-based", "adaptiveness",
    ]  # fmt: skip


def test_what_follows_a_list_may_leave_it() -> None:
    found = read("“AI” means a tool that issues outputs such as scores and texts for a set of given goals.")
    assert found[-1] == ("objectives", "for a set of given goals.")


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # A gerund with "of", and a noun before a relative clause, open no clause.
        ("the training of models", ("machine-based", "the training of models.")),
        ("any program, tool, or process that analyses images", ("inference", "that analyses images.")),
        # "to" may be a preposition.
        ("a chatbot that provides replies to questions",
         ("outputs", "that provides replies to questions.")),
        # The noun "decision making" makes nothing.
        ("a tool used to replace discretionary decision making in hiring",
         ("scope", "used to replace discretionary decision making in hiring.")),
        # The participle behind "when" belongs to it.
        ("machines doing things that require intelligence when done by people",
         ("capability", "doing things that require intelligence when done by people.")),
        # A stranded preposition does not part the condition behind it.
        ("a tool that affects the environment it interacts with, regardless of its maker",
         ("scope", "regardless of its maker.")),
        # Words that only say which noun is meant go with it.
        ("a tool that analyses data related to road traffic by means of neural networks",
         ("technique", "by means of neural networks.")),
        # A faculty at the end of a series is no clause of its own.
        ("a tool that imitates human planning, creativity and autonomy",
         ("capability", "that imitates human planning, creativity and autonomy.")),
        # "where" says in what cases the term applies.
        ("an account where most posts are not written by its holder",
         ("scope", "where most posts are not written by its holder.")),
    ],
)  # fmt: skip
def test_where_a_clause_begins(text: str, last: tuple[str, str]) -> None:
    assert read(f"“T” means {text}.")[-1] == last


def test_of_two_seams_that_cost_the_same_the_later_is_taken() -> None:
    """By the rules alone: what is learned speaks for one of them."""
    text = "AI tool: a program deciding on the best move to take to achieve its goals."
    known = Definition("", text, lang="en")
    found = assign_elements(known, LIBRARY, Taxonomy.shipped(), REVIEWED, Learned({}))
    assert [(one.element, text[one.start : one.end]) for one in found[-2:]] == [
        ("outputs", "deciding on the best move to take"),
        ("objectives", "to achieve its goals."),
    ]


# --- cues and a taxonomy of one's own ---------------------------------------------------------


@pytest.mark.parametrize(
    ("cue", "text", "found"),
    [
        ("generat* output*", "it generates outputs", True),
        ("generat* output*", "it generates many outputs", False),
        ("generat* ... output*", "it generates many good outputs", True),
        ("generat* ... output*", "it generates a b c d e f g outputs", False),
        ("(goal*|end in view)", "the end in view", True),
        ("without [any] human", "without human help", True),
        ("without [any] human", "without any human help", True),
        ("*-based system", "a rule\u2011based system", True),
        ("learn", "learning", False),
    ],
)
def test_cue_language(cue: str, text: str, found: bool) -> None:
    columns = token_columns(text)
    words = {i: columns.keys[i] for i in columns.words}
    assert bool(find_cues(compile_cues({"x": [cue]}), words, frozenset())) is found


def test_a_longer_cue_silences_a_shorter_one() -> None:
    cues = compile_cues({"technique": ["machine learning"], "genus": ["machine learning system"]})
    found = find_cues(cues, dict(enumerate(["a", "machine", "learning", "system"])), frozenset())
    assert [match.cue.element for match in found] == ["genus"]


def test_an_unreadable_cue_is_quoted() -> None:
    with pytest.raises(InputError, match=r"'\(goal'"):
        compile_cues({"objectives": ["(goal"]})


def test_a_taxonomy_of_ones_own() -> None:
    def element(name: str, group: str, *cues: str) -> Element:
        return Element(name, name, group=group, cues=MappingProxyType({"en": cues}))

    elements = {
        one.id: one
        for one in (
            element("consent", "core", "! freely given", "consent*"),
            element("purpose", "core", "! ^ for ... purpose*"),
            element("term", "frame"),
        )
    }
    text = "“Consent” means any freely given wish of the data subject, for one or more specific purposes."
    result = segmentation_of(text, library={}, taxonomy=elements)
    check_partition(result)
    assert [one.element for one in result.segments] == ["term", "consent", "purpose"]


PERSONAL_DATA = Taxonomy.load(Path(__file__).parents[2] / "examples" / "personal-data.toml")


def read_personal_data(text: str) -> list[tuple[str, str]]:
    """Element and wording of each segment behind the frame, with the shipped library at hand."""
    result = segmentation_of(text, taxonomy=PERSONAL_DATA)
    check_partition(result)
    (frame, *rest) = [(one.element, one.text) for one in result.segments]
    assert frame[0] == "frame"
    return rest


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        (
            "‘personal data’ means any information relating to an identified or identifiable natural person "
            "(‘data subject’)",
            [
                ("information", "any information"),
                ("relation", "relating to"),
                ("identifiability", "an identified or identifiable"),
                ("person", "natural person (‘data subject’)"),
            ],
        ),
        (
            "“Personal data” means any information that relates to an identifiable living individual. "
            "“Identifiable living individual” means a living individual who can be identified, directly or "
            "not, by reference to an online identifier such as a name or location data.",
            [
                ("information", "any information"),
                ("relation", "that relates to"),
                ("identifiability", "an identifiable"),
                ("person", "living individual."),
                ("frame", "“Identifiable living individual” means"),
                ("person", "a living individual"),
                (
                    "identifiability",
                    "who can be identified, directly or not, by reference to an online identifier such as a "
                    "name or location data.",
                ),
            ],
        ),
        (
            "“Personal information” means information that identifies, relates to, describes, or could be "
            "linked, directly or not, with a particular consumer or household. “Personal information” does "
            "not include published information about a consumer.",
            [
                ("information", "information"),
                ("identifiability", "that identifies,"),
                ("relation", "relates to, describes, or could be linked, directly or not, with"),
                ("person", "a particular consumer or household."),
                (
                    "scope",
                    "“Personal information” does not include published information about a consumer.",
                ),
            ],
        ),
        (
            "Personal data means data about a living person who can be identified from those data, and "
            "includes any expression of opinion about the individual.",
            [
                ("information", "data"),
                ("relation", "about"),
                ("person", "a living person"),
                ("identifiability", "who can be identified from those data,"),
                ("scope", "and includes any expression of opinion about the individual."),
            ],
        ),
    ],
)
def test_cues_that_follow_one_another_cut_a_phrase(text: str, segments: list[tuple[str, str]]) -> None:
    assert read_personal_data(text) == segments


def own(**cues: str) -> dict[str, Element]:
    """A taxonomy of one cue each, with a frame."""
    elements = {
        name: Element(name, name, group="core", cues=MappingProxyType({"en": (cue,)}))
        for name, cue in cues.items()
    }
    return {**elements, "term": Element("term", "term", group="frame")}


@pytest.mark.parametrize(
    ("definiens", "starts"),
    [
        ("a body which, alone or with others, determines the purposes of use", "a which, the"),
        ("a body determining its purposes", "a determining its"),
        ("a body that jointly determined lawful purposes", "a that purposes."),  # "lawful" opens no phrase
        ("a body (“purposes”)", "a (“purposes”)."),
        ("“determined” purposes", "“determined” purposes."),  # a closing mark stays where it is
    ],
)
def test_the_cut_stands_before_the_words_that_open_the_phrase(definiens: str, starts: str) -> None:
    elements = own(who="body", decides="determin*", what="purposes")
    result = segmentation_of(f"“Controller” means {definiens}.", taxonomy=elements)
    check_partition(result)
    found = [one.text for one in result.segments[1:]]
    assert [text.split()[0] for text in found] == starts.split()


@pytest.mark.parametrize(
    ("cues", "elements"),
    [
        ({"thing": "device", "use": "lift*"}, ["use", "thing"]),
        ({"thing": "device", "use": "~ lift*"}, ["thing"]),  # a weak cue cuts nothing
        ({"thing": "lifting device", "use": "! device type"}, ["use"]),  # the cues overlap
        ({"machine-based": "device", "use": "lift*"}, ["machine-based"]),  # the head of the genus decides
    ],
)
def test_when_a_phrase_is_cut_at_its_cues(cues: dict[str, str], elements: list[str]) -> None:
    result = segmentation_of("“Lift” means any lifting device type.", taxonomy=own(**cues), library={})
    assert [one.element for one in result.segments] == ["term", *elements]


def test_a_list_is_not_cut_at_cues() -> None:
    elements = own(thing="device*", place="house*", part="winch*")
    text = "“Lift” means devices, such as cranes, house winches, ropes."
    result = segmentation_of(text, taxonomy=elements, library={})
    assert [one.element for one in result.segments] == ["term", "thing"]


def test_an_exclusion_is_not_cut_at_cues() -> None:
    text = "“Lift” means any device. A device does not include a building."
    result = segmentation_of(
        text, taxonomy=own(thing="device", place="building", scope="not include"), library={}
    )
    assert [one.element for one in result.segments] == ["term", "thing", "scope"]
    assert result.segments[-1].text == "A device does not include a building."


def test_a_prepositional_phrase_with_a_cue_leaves_its_noun() -> None:
    text = "“Lift” means any device of a public building."
    result = segmentation_of(text, taxonomy=own(thing="device", place="building"), library={})
    assert [one.text for one in result.segments[1:]] == ["any device", "of a public building."]
    assert [one.element for one in result.segments] == ["term", "thing", "place"]


def test_the_first_phrase_is_a_phrase_like_others_where_no_element_owns_the_genus() -> None:
    text = "“Lift” means a handy device that lifts persons."
    result = segmentation_of(text, taxonomy=own(thing="~ device", use="lifts"), library={})
    assert [one.element for one in result.segments] == ["term", "thing", "use"]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.one_of(
            WORDS,
            st.sampled_from(
                ["data", "relating", "(", "‘", "’", "identified", "persons", "about", "included"]
            ),
        ),
        min_size=1,
    )
)
def test_segments_of_ones_own_elements_partition_any_text(words: list[str]) -> None:
    text = " ".join(words)
    if token_columns(text).words:
        try:
            check_partition(segmentation_of(text, taxonomy=PERSONAL_DATA))
        except NoDefinition:
            check_partition(
                segmentation_of(
                    f"Personal data means any information relating to {text}", taxonomy=PERSONAL_DATA
                )
            )


def test_reviewed_definitions_of_another_term_do_not_speak() -> None:
    text = LIBRARY["oecd-2019"].text
    assert {"scope", "frame"} <= set(PERSONAL_DATA) & set(Taxonomy.shipped())  # ids that both have
    for name in REVIEWED:
        with suppress(NoDefinition):  # some have neither a connector nor words on personal data
            result = segmentation_of(LIBRARY[name].text, taxonomy=PERSONAL_DATA)
        assert all(reason.kind != "nearest" for one in result.segments for reason in one.evidence)
    with pytest.raises(InputError, match="no cues for English"):
        segmentation_of(text, taxonomy={"x": Element("x", "x", group="core")})


def test_reviewed_definitions_speak_for_the_elements_that_they_use() -> None:
    known = Definition(
        "own", "“Lift” means any device that lifts persons between two floors.",
        segments=(
            ("term", "“Lift” means"),
            ("thing", "any device"),
            ("use", "that lifts persons between two floors."),
        ),
    )  # fmt: skip
    text = "“Hoist” means any device that lifts persons between two floors."
    result = segmentation_of(text, taxonomy=own(thing="device", use="unheard"), library={"own": known})
    assert [one.element for one in result.segments] == ["term", "thing", "use"]
    assert result.segments[-1].evidence[0].source == "own"


def test_a_language_without_cues_uses_its_reviewed_definitions() -> None:
    known = Definition(
        "fr-1", "« IA » désigne un système automatisé, qui fonctionne avec autonomie.", lang="fr",
        segments=(
            ("frame", "« IA » désigne"),
            ("machine-based", "un système automatisé,"),
            ("autonomy", "qui fonctionne avec autonomie."),
        ),
    )  # fmt: skip
    text = "« Robot » désigne un système automatisé, qui fonctionne avec autonomie."
    result = segmentation_of(text, lang="fr", library={"fr-1": known})
    check_partition(result)
    assert [one.element for one in result.segments][-2:] == ["machine-based", "autonomy"]


CONNECTORS = {
    "The goal of artificial intelligence is": "to make machines that act as people do.",
    "The term AI stands for": "systems that make decisions.",
    "AI shall be construed as": "any system that makes decisions.",
    "By AI we understand": "systems that adapt after deployment.",
    "“Artificial Intelligence,”": "a machine-based system that makes decisions.",
    "AI systems — understood as": "systems that make decisions.",
    "Frontier AI: For the summit, we defined frontier AI as": "models that make decisions.",
    "In this Act “AI” and “AI system” mean": "technology that makes decisions.",
}


@pytest.mark.parametrize("frame", CONNECTORS)
def test_connectors_beside_means_and_is(frame: str) -> None:
    found = read(f"{frame} {CONNECTORS[frame]}")
    assert found[0] == ("frame", frame)
    assert found[1][0] == "machine-based"


def test_a_text_defines_more_than_once() -> None:
    found = read("AI is software that makes decisions. More specifically, it is a field of computer science.")
    assert found[-2:] == [
        ("frame", "More specifically, it is"),
        ("machine-based", "a field of computer science."),
    ]


@pytest.mark.parametrize(
    "text", ["(henceforth “advanced AI systems”)", "(“AI Systems”)", "(hereinafter the “AI systems”)"]
)
def test_a_term_in_parentheses_stands_behind_its_definition(text: str) -> None:
    assert read(f"systems that make decisions {text}")[-1] == ("frame", text)


def test_a_cross_reference_is_no_limb() -> None:
    found = read("“AI” means a system that makes decisions described in paragraph (1) of this section.")
    assert "paragraph (1) of this section." in found[-1][1]


def test_what_is_inferred_is_no_inference() -> None:
    found = read("“AI” means a system that infers predictions, content or decisions from data.")
    assert ("inference", "that infers") in found
    assert ("outputs", "predictions, content or decisions") in found


def test_verbs_that_share_an_object_stay_together() -> None:
    found = read("“AI” means a system that uses data to make or support decisions.")
    assert found[-1][1].endswith("make or support decisions.")


@pytest.mark.parametrize("exclusion", ["but does not include", "but excludes", "and shall not include"])
def test_an_exclusion_goes_to_the_own_element_that_has_a_cue_for_it(exclusion: str) -> None:
    cue = " ".join(exclusion.split()[1:])
    own = Taxonomy(
        [
            Element("model", "Model", group="core", cues={"en": ("model",)}),
            Element("training", "Training", group="core", cues={"en": ("trained (with|on)",)}),
            Element("exclusion", "Exclusion", group="supporting", cues={"en": (cue,)}),
            Element("frame", "Frame", group="frame"),
        ]
    )
    text = f"“Foundation model” means a model trained on data, {exclusion} a model used only for research."
    last = segmentation_of(text, taxonomy=own).segments[-1]
    assert (last.element, last.text) == ("exclusion", f"{exclusion} a model used only for research.")


def test_a_reviewed_segment_is_sure_and_a_left_over_one_is_not() -> None:
    assert {one.confidence for one in segmentation_of(LIBRARY["eu"]).segments} == {"high"}
    found = segmentation_of("“AI” means a system that blurs distinctions.", method="automatic").segments
    assert [one.confidence for one in found] == ["high", "high", "low"]


# --- genus, limbs and frames once more ---------------------------------------------------------


def test_a_limb_that_repeats_the_genus_is_genus() -> None:
    found = read(
        "“Covered algorithm” means a process that is— (i) a computational process that uses machine "
        "learning; or (ii) a computational process derived from statistics."
    )
    assert ("machine-based", "or (ii) a computational process") in found


def test_a_list_that_repeats_the_genus_belongs_to_the_clause_behind_it() -> None:
    found = read(
        "“Decision tool” means a system or software that makes decisions, including any such system or "
        "software derived from machine learning."
    )
    assert found[-1] == ("technique", "including any such system or software derived from machine learning.")


def test_words_that_say_where_a_term_counts_belong_to_the_frame() -> None:
    found = read(
        "“Generative AI” (“GenAI”) as used in this Order, is a technology that can generate content."
    )
    assert found[0] == ("frame", "“Generative AI” (“GenAI”) as used in this Order, is")


def test_a_heading_is_repeated_before_the_connector() -> None:
    found = read("Language technology: Language technology (LT) focuses on systems that generate content.")
    assert found[0] == ("frame", "Language technology: Language technology (LT) focuses on")


def test_machine_learning_from_data_is_no_learning_of_the_system() -> None:
    found = read("“AI” means a model based on machine learning from a dataset.")
    assert "adaptiveness" not in {element for element, _ in found}


def test_what_a_genus_acts_on_is_no_genus() -> None:
    found = read("Artificial intelligence refers to the simulation of human intelligence.")
    assert found[1:] == [("machine-based", "the simulation"), ("capability", "of human intelligence.")]


def test_a_denied_limb_is_an_exclusion() -> None:
    found = read(
        "“System” means a program that (i) makes predictions; and (ii) is not passive infrastructure."
    )
    assert found[-1] == ("scope", "and (ii) is not passive infrastructure.")


def test_data_behind_from_are_input() -> None:
    found = read("An “AI system” is software that infers from data how to generate decisions.")
    assert ("input", "from data") in found


# --- long texts --------------------------------------------------------------------------------

BEGIN = "AI system means a system"
# What once took, or could take, time that grows with the square of the text, by the part that is repeated.
LONG: dict[str, Callable[[int], str]] = {
    "clauses": lambda n: BEGIN + ", that infers, from inputs, outputs" * n,
    "lists": lambda n: BEGIN + " such as predictions, including content, that can" * n,
    "items": lambda n: f"{BEGIN} that generates outputs such as {', '.join(f'x{k}' for k in range(3 * n))}",
    "words that say nothing": lambda n: BEGIN + " that" * (4 * n),
    "openers that say nothing": lambda n: BEGIN + " such as" * (4 * n) + " outputs",
    "participles in a list": lambda n: f"{BEGIN} using techniques such as parsing{', training models' * n}",
    "parentheses that stay open": lambda n: BEGIN + " (infers from outputs" * n,
    "parentheses that close": lambda n: BEGIN + " that infers (or learns) outputs" * n,
    "participles that go on": lambda n: BEGIN + " such as parsing, training, and cutting" * n,
    "limbs": lambda n: BEGIN + " that " + "a) infers outputs, b) learns, " * n,
    "sentences": lambda n: BEGIN + "." + " Such models could include outputs." * n,
    "sentences without a frame": lambda n: "Levels of autonomy. " * n,
    "the genus again": lambda n: BEGIN + ", including such a system or process derived from outputs" * n,
}


def steps(text: str) -> int:
    """How many lines of the segmentation are carried out for a text, a measure of time that never varies."""
    count = 0

    def step(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        if "segmentation" not in frame.f_code.co_filename:
            return None
        count += event in ("call", "line")
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        segmentation_of(text, "en", "automatic", library=LIBRARY)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.exhaustive
@pytest.mark.parametrize("name", LONG)
def test_a_text_of_twice_the_length_takes_twice_the_steps(name: str) -> None:
    steps(f"{BEGIN} that infers.")  # what is made once is made now
    once, twice = (steps(LONG[name](number) + ".") for number in (150, 300))
    assert twice <= 2.2 * once


def test_versions_of_one_text_have_the_same_elements() -> None:
    library = Library.shipped().of("all")
    pairs = [(one, library[one.version_of]) for one in library.values() if one.version_of]
    both = [(one, base) for one, base in pairs if one.reviewed and base.reviewed and one.terms == base.terms]
    assert len(both) > 40
    for one, base in both:  # a few versions are stored without the words that open them
        assert {e for e, _ in one.segments} ^ {e for e, _ in base.segments} <= {"frame"}, one.id


def test_a_table_of_segments_shows_no_semicolon_for_a_line_break(tmp_path: Path) -> None:
    text = "‘AI system’ means a system:\n(a) that receives no input; and\n(b) that generates no outputs."
    aidefs.segment(text).save(tmp_path / "segments.csv")
    shown = (tmp_path / "segments.csv").read_text(encoding="utf-8")
    assert "; (b)" not in shown
    assert "and (b) that generates" in shown
