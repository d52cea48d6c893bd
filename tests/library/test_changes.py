"""Changes between two versions of the data: what is told is what differs; a snapshot gives the state back."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

import aidefs
from aidefs.errors import InputError
from aidefs.library.changes import FACTS, snapshot
from aidefs.library.files import shipped_dataset
from aidefs.library.library import Library

EVERY = Library.shipped().of("all")
NOW = EVERY.data_version
BEFORE = "2026.11"


def test_a_snapshot_is_the_present_state() -> None:
    table = tomllib.loads(snapshot())
    assert table.pop("version") == NOW
    assert set(table) == set(EVERY)
    for name, facts in table.items():
        one = EVERY[name]
        assert facts.get("status", "") == one.status and facts.get("in_force", "") == one.in_force
        assert ("segments" in facts) == one.reviewed
        assert set(facts) <= {"text", "segments", *FACTS}


def test_nothing_changed_since_now() -> None:
    assert aidefs.changes(NOW).all == () == aidefs.changes(NOW, NOW).all


def test_every_difference_is_told_once_and_backwards_the_other_way_round() -> None:
    found, back = aidefs.changes(BEFORE), aidefs.changes(NOW, BEFORE)
    assert len({(one.id, one.what) for one in found.all}) == len(found.all)
    assert [(one.id, one.what, one.after, one.before) for one in back.all if one.what != "definition"] == [
        (one.id, one.what, one.before, one.after) for one in found.changed
    ]
    assert back.removed == found.added and back.added == found.removed
    assert set(found.added) <= set(EVERY) and not set(found.removed) & set(EVERY)
    assert {one.id for one in found.changed} <= set(EVERY)


def test_what_is_known_to_have_changed() -> None:
    found = {(one.id, one.what): one for one in aidefs.changes(BEFORE).all}
    assert found["ca-aida-c27-2022", "status"][2:] == ("withdrawn", "lapsed")
    assert found["us-eo-14110-2023-ai-system", "text"].before  # its lead-in was supplied
    assert ("eu-ai-act-2024", "text") not in found
    assert found["ru-fz-243-2026", "definition"].before == "ru-fz-243-2026"


def test_every_earlier_version_has_a_sound_file() -> None:
    for version, file in shipped_dataset().versions.items():
        table = tomllib.loads(file.read().decode())
        assert table.pop("version") == version != NOW
        assert all(
            {"text", "status"} <= set(facts) <= {"text", "segments", *FACTS} for facts in table.values()
        )


def test_json_and_rows_say_the_same() -> None:
    result = aidefs.changes(BEFORE)
    data = json.loads(json.dumps(result.to_dict()))
    assert len(result.records()) == len(data["added"]) + len(data["removed"]) + len(data["changed"])


@pytest.mark.parametrize("versions", [("2026.10",), (NOW, "1999.01")])
def test_a_version_of_which_nothing_is_known(versions: tuple[str, ...]) -> None:
    with pytest.raises(InputError, match=f"nothing is known of the data version '{versions[-1]}'"):
        aidefs.changes(*versions)


def test_the_folder_holds_versions_alone() -> None:
    folder = Path(__file__).parents[2] / "data" / "versions"
    assert {path.stem for path in folder.iterdir()} == set(shipped_dataset().versions)
