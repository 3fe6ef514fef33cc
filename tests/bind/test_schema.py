"""JSON Schema: what an editor accepts is what binding accepts."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from deckgen.bind.schema import SCHEMAS, json_schema
from deckgen.kinds.registry import kind_names
from tests.support.tools import ROOT


def plain(text: str) -> Any:
    """A YAML file as an editor sees it: dates as text."""
    return json.loads(json.dumps(yaml.safe_load(text), default=datetime.date.isoformat))


def mistakes(name: str, text: str) -> list[str]:
    validator = jsonschema.Draft202012Validator(json_schema(name))
    return [error.message for error in validator.iter_errors(plain(text))]


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_sound(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema(name))


@pytest.mark.parametrize("path", sorted((ROOT / "slides").rglob("*.yaml")), ids=lambda path: path.stem)
def test_the_slides_of_the_talks_are_valid(path: Path) -> None:
    assert mistakes("slide", path.read_text()) == []


@pytest.mark.parametrize("path", sorted((ROOT / "decks").rglob("*.yaml")), ids=lambda path: path.stem)
def test_the_decks_of_the_talks_are_valid(path: Path) -> None:
    assert mistakes("deck", path.read_text()) == []


@pytest.mark.parametrize("path", sorted((ROOT / "assets").rglob("brand.yaml")), ids=lambda path: path.parent.name)
def test_the_brands_are_valid(path: Path) -> None:
    assert mistakes("brand", path.read_text()) == []


@pytest.mark.parametrize(
    "text",
    [
        "title: A\n",
        "kind: pionts\n",
        "kind: statement\ntitle: A\n",
        "kind: statement\ntitle: A\ntext: B\nnope: C\n",
        "kind: statement\ntitle: [A]\ntext: B\n",
        "kind: points\ntitle: A\npoints: [B]\n",
        "kind: statement\ntitle: A\ntext: B\nminutes: two\n",
        "kind: statement\ntitle: A\ntext: B\nvariants: {x: {nope: C}}\n",
    ],
)
def test_wrong_slides_are_not(text: str) -> None:
    assert mistakes("slide", text)


@pytest.mark.parametrize(
    "slides",
    [
        "[a]",
        "[{use: a, nope: b}]",
        "[{section: A, title: B}]",
        "[{kind: nope}]",
        "[{kind: statement, title: A}]",
        "[{use: a, only: []}]",
    ],
)
def test_wrong_running_orders_are_not(slides: str) -> None:
    assert mistakes("deck", f"title: A\nbrand: plain\nslides: {slides}\n")


def test_texts_may_be_what_yaml_takes_for_something_else() -> None:
    assert mistakes("slide", "kind: statement\ntitle: no\ntext: 1.20\nvariants: {x: {title: yes, minutes: 2}}\n") == []


def test_every_slot_and_kind_is_described() -> None:
    slide = json_schema("slide")
    assert [rule["if"]["properties"]["kind"]["const"] for rule in slide["allOf"]] == list(kind_names())
    assert all(rule["then"]["description"] for rule in slide["allOf"])
    assert all(part.get("description") for part in json_schema("deck")["properties"].values())
