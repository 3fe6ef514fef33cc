"""The plain part of YAML is read as libyaml reads it, node for node and place for place, or not at all."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.load.careful import read_carefully
from deckgen.load.nodes import MapNode, ScalarNode
from deckgen.load.plain import DEEPEST, LONGEST, read_plain
from deckgen.load.source import Source
from tests.support.tools import ROOT

FILES = sorted(
    file for folder in ("assets", "decks", "deckgen", "slides", "tests") for file in (ROOT / folder).rglob("*.yaml")
)


def is_plain(text: str) -> bool:
    """Whether `text` is read at once; then what is read must be what libyaml gives, without a word said."""
    node = read_plain("a.yaml", text)
    if node is not None:
        assert (node, []) == read_carefully(Source("a.yaml", text))
    return node is not None


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_files_are_read_as_libyaml_reads_them(file: Path) -> None:
    text = file.read_bytes().decode("utf-8", "replace")
    plain = is_plain(text)
    # Else decks would take longer to build than they need.
    assert plain or file.relative_to(ROOT).parts[0] not in ("decks", "slides")


PLAIN = {
    "a mapping": "a: b\n",
    "a list": "- a\n- b c\n",
    "comments": "# one\n\na: b   # two\n  # three\nc: d #\n",
    "lists below keys": "a:\n- b\n- c\nd:\n  - e\n",
    "mappings in lists": "- a: b\n  c: d\n-   e: f\n    g: [h]\n",
    "mappings below each other": "a:\n  b:\n    c: d\n  e: f\n",
    "a comment beside a key": "a: # why\n  b: c\n",
    "quotes": "a: \"b: 'c' # d\"\ne: 'f \"g\"' # h\ni: ''\n",
    "quoted keys": '- "a: b":\n    - c\n',
    "colons and hashes within words": "a: b:c http://d.e/f#g C#\n",
    "brackets within words": "a: b [c], {d}\n",
    "words that mean values": "a: null\nb: ~\nc: no\nd: 1.20\n",
    "brackets": "a: [b, 'c', \"d, e\", [f g?], []]\n",
    "braces": "a: {b: c d, e: 'f', g: [h], i: {}}   # j\n",
    "a literal text": "a: |\n  b\n    c\n\n  # d\n\n\ne: |-\n  f\n",
    "a folded text": "a: >\n  b\n  c\n\n  d\n\n\n  e\nf: >-\n  g\n  h\n",
    "a text in a list": "- |\n a\n- >-\n  b\n  c\n",
    "a text that a comment follows": "a:\n  b: |\n    c\n  # d\n# e\nf: g\n",
    "letters of all sorts": "grün: “日本” – 😀\n",
}


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
def test_what_is_plain(text: str) -> None:
    assert is_plain(text)


LEFT = {
    "nothing": "",
    "only comments": "# a\n",
    "a text alone": "a\n",
    "no line end": "a: b",
    "a null": "a:\nb: c\n",
    "a null in a list": "-\n- a\n",
    "a key twice": "a: b\na: c\n",
    "a merge key": "<<: b\n",
    "an anchor": "a: &b c\n",
    "an alias": "- a\n- *b\n",
    "a tag": "a: !b c\n",
    "a directive": "%YAML 1.1\n",
    "a document's mark": "---\na: b\n",
    "a second document": "a: b\n---\nc: d\n",
    "a complex key": "? a\n: b\n",
    "an escape": 'a: "b\\n"\n',
    "a doubled quote": "a: 'b''c'\n",
    "an open quote": "a: 'b\n",
    "words after a quote": "a: 'b' c\n",
    "a text over two lines": "a: b\n  c\n",
    "a quote over two lines": 'a: "b\n  c"\n',
    "brackets over two lines": "a: [b,\n  c]\n",
    "open brackets": "a: [b\n",
    "an empty place in brackets": "a: [b, , c]\n",
    "a null in braces": "a: {b, c: d}\n",
    "braces of a variable": "a: {{ b }}\n",
    "a colon too many": "a: b: c\n",
    "a colon at the end": "a: b:\n",
    "no space after the colon": "a:b\n",
    "a comment that may be meant": "a: b #1\n",
    "a hyphen too deep": "- a\n  - b\n",
    "a list in a list": "- - a\n",
    "wrong indentation": "a:\n    b: c\n  d: e\n",
    "an indented beginning": "  a: b\n",
    "a block text without text": "a: |\nb: c\n",
    "a block text that begins with an empty line": "a: |\n\n  b\n",
    "a block text with a line of spaces": "a: |\n  b\n   \n  c\n",
    "a folded text with deeper lines": "a: >\n  b\n    c\n",
    "a header with a number": "a: |2\n    b\n",
    "a tab": "a:\tb\n",
    "a carriage return": "a: b\r\n",
    "a hard space": "a: b\u00a0c\n",
    "another line end": "a: b\u2028c\n",
    "a control character": "a: b\x07\n",
    "too long a key": f"{'a' * 300}: b\n",
    "too long a key in quotes": f'"{"a" * 300}": b\n',
    "too many levels": "a: " + "[" * (DEEPEST + 1) + "b" + "]" * (DEEPEST + 1) + "\n",
    "too many indented levels": "".join(f"{' ' * n}a:\n" for n in range(DEEPEST + 1)) + " " * (DEEPEST + 1) + "b: c\n",
    "too long a file": "a: b\n#" + "c" * LONGEST + "\n",
}


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_what_is_left_to_libyaml(text: str) -> None:
    assert not is_plain(text)


Lines = list[str]


def mostly(usual: st.SearchStrategy[str], odd: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """`usual`, and once in twenty times `odd`: nearly all that is made up is plain, and the rest nearly so."""
    return st.integers(0, 19).flatmap(lambda number: usual if number else odd)


def joined(parts: list[Lines]) -> Lines:
    return [line for part in parts for line in part]


def indented(lines: Lines, width: int) -> Lines:
    return [" " * width + line if line else line for line in lines]


ODD = st.text("ab Z9é–'\"#:-[]{},|>&*!?%@`\\.", min_size=1, max_size=8)
WORDS = st.text("abc é", min_size=1, max_size=12).map(str.strip).filter(bool)
KEYS = mostly(
    st.integers(0, 999).map(lambda number: f"a{number}"), st.one_of(ODD, st.sampled_from(('"b"', "c d", "e: f")))
)
PAIRS = st.tuples(KEYS, WORDS).map(lambda pair: f"{pair[0]}: {pair[1]}")
USUAL = st.one_of(
    WORDS,
    WORDS.map(lambda words: f'"{words}: "'),
    WORDS.map(lambda words: f"'{words} # {words}'"),
    st.lists(WORDS, max_size=3).map(lambda words: f"[{', '.join(words)}]"),
    st.lists(PAIRS, max_size=3).map(lambda pairs: "{" + ", ".join(pairs) + "}"),
)
VALUES = mostly(USUAL, ODD)
COMMENTS = mostly(st.sampled_from(("", "", " # a", "  #")), st.sampled_from(("#a", " #a", " ## a")))
TEXT_LINES = st.lists(mostly(st.one_of(WORDS, st.just("")), st.one_of(ODD, st.just("  "))), max_size=5)
BLOCKS = st.tuples(st.sampled_from(("|", "|-", ">", ">-")), WORDS, TEXT_LINES)


def mapping(below: st.SearchStrategy[Lines]) -> st.SearchStrategy[Lines]:
    inline = st.tuples(KEYS, VALUES, COMMENTS).map(lambda part: [f"{part[0]}: {part[1]}{part[2]}"])
    block = st.tuples(KEYS, BLOCKS).map(
        lambda part: [f"{part[0]}: {part[1][0]}", *indented([part[1][1], *part[1][2]], 2)]
    )
    width = mostly(st.just("  "), st.sampled_from(("", " ", "    "))).map(len)
    nested = st.tuples(KEYS, COMMENTS, width, below).map(
        lambda part: [f"{part[0]}:{part[1]}", *indented(part[3], part[2])]
    )
    return st.lists(st.one_of(inline, block, nested), min_size=1, max_size=4).map(joined)


def sequence(below: st.SearchStrategy[Lines]) -> st.SearchStrategy[Lines]:
    item = st.tuples(st.sampled_from((1, 1, 1, 3)), st.one_of(below, VALUES.map(lambda value: [value]))).map(
        lambda part: ["-" + " " * part[0] + part[1][0], *indented(part[1][1:], part[0] + 1)]
    )
    return st.lists(item, min_size=1, max_size=4).map(joined)


LEAVES = VALUES.map(lambda value: [f"a: {value}"])
YAML = st.recursive(LEAVES, lambda below: st.one_of(mapping(below), sequence(below)), max_leaves=8).map(
    lambda lines: "\n".join(lines) + "\n"
)


@settings(max_examples=1_500, deadline=None)
@given(YAML)
def test_made_up_yaml_is_read_as_libyaml_reads_it(text: str) -> None:
    is_plain(text)


@settings(max_examples=1_500, deadline=None)
@given(st.data())
def test_files_with_slips_are_read_as_libyaml_reads_them(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(sorted(PLAIN.values())))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 2))
        text = text[:at] + data.draw(st.one_of(st.just(""), ODD, st.sampled_from("\n \t"))) + text[at + cut :]
    is_plain(text)


def test_places_are_those_of_the_file() -> None:
    text = 'title: Ten minutes  # why\npoints:\n  - "é: one"\n  - b: {c: [d e]}\n'
    node = read_plain("a.yaml", text)
    assert isinstance(node, MapNode)
    lines = text.split("\n")

    def written(scalar: ScalarNode) -> str:
        return lines[scalar.span.line - 1][scalar.span.col - 1 : scalar.span.end_col - 1]

    found = re.findall(r"ScalarNode\(text='([^']*)'", repr(node))
    assert found == ["title", "Ten minutes", "points", "é: one", "b", "c", "d e"]
    title = node.entries["title"]
    assert isinstance(title.value, ScalarNode)
    assert (written(title.key), written(title.value)) == ("title", "Ten minutes")


def test_plain_files_need_no_libyaml() -> None:
    code = (
        "import sys; from deckgen.diagnostics import Diagnostics; from deckgen.load.yaml import load_yaml; "
        "from deckgen.worlds import MemoryWorld; "
        "node = load_yaml(MemoryWorld({'a.yaml': 'a: b\\n'}), 'a.yaml', Diagnostics()); "
        "assert node is not None; print('yaml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (done.stdout.strip(), done.stderr) == ("False", "")
