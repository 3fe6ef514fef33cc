"""YAML into nodes: places, limits, encodings; and that nothing breaks it. Mistakes: tests/cases/yaml."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from deckgen.diagnostics import Diagnostics, Span
from deckgen.diagnostics.lines import split_lines
from deckgen.load.nodes import MapNode, Node, ScalarNode, SeqNode
from deckgen.load.yaml import load_yaml
from deckgen.worlds import MemoryWorld

FILE = "slides/a.yaml"


def load(text: str | bytes, **options: bool) -> tuple[Node | None, Diagnostics]:
    diags = Diagnostics()
    return load_yaml(MemoryWorld({FILE: text}), FILE, diags, **options), diags


def sound(text: str | bytes) -> MapNode:
    node, diags = load(text)
    assert not list(diags)
    assert isinstance(node, MapNode)
    return node


def told(text: str | bytes) -> list[str]:
    return [f"{d.span.line}:{d.span.col} {d.code}: {d.message}" for d in load(text)[1]]


def below(node: Node) -> Iterator[Node]:
    """The node and all within it."""
    yield node
    if isinstance(node, SeqNode):
        for item in node.items:
            yield from below(item)
    elif isinstance(node, MapNode):
        for entry in node.entries.values():
            yield entry.key
            yield from below(entry.value)


def cut_out(text: str, span: Span) -> str:
    """The part of `text` that a span on one line names."""
    assert span.line == span.end_line
    return split_lines(text)[span.line - 1][span.col - 1 : span.end_col - 1]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff", "\ufeff\ufeff"])
def test_places_are_exact_in_any_script(newline: str, mark: str) -> None:
    text = newline.join(["títle: 😀 Größe", "日本:", "  - ‘x’ é", '  - "a" # c', "z: [á, b]", ""])
    node = sound((mark + text).encode())
    found = [(n.text, cut_out(text, n.span)) for n in below(node) if isinstance(n, ScalarNode)]
    assert found == [
        ("títle", "títle"),
        ("😀 Größe", "😀 Größe"),
        ("日本", "日本"),
        ("‘x’ é", "‘x’ é"),
        ("a", '"a"'),
        ("z", "z"),
        ("á", "á"),
        ("b", "b"),
    ]


def test_a_block_ends_where_its_last_value_ends() -> None:
    node = sound("a:\n  - b\n  - c: d\n\n\ne: |\n  text\n\n\nf: [g,\n  h]\n")
    spans = {key: entry.value.span for key, entry in node.entries.items()}
    assert spans["a"] == Span(FILE, 2, 3, 3, 9)
    assert spans["e"] == Span(FILE, 6, 4, 7, 7)
    assert spans["f"] == Span(FILE, 10, 4, 11, 5)
    assert node.span == Span(FILE, 1, 1, 11, 5)


def test_an_empty_value_has_a_place() -> None:
    node = sound("a:\nb: x\n").get("a")
    assert node == ScalarNode("", Span(FILE, 1, 3, 1, 3), plain=True)


def test_scalars_keep_the_spelling_and_know_their_quotes() -> None:
    lines = ["list:", "- no", "- 'no'", "- 012", "- 12:30", "- 1.20", "- 2024-13-45", "- =", "- ~", '- "~"', "- >-"]
    items = sound("\n".join([*lines, "  a", "  b", ""])).get("list")
    assert isinstance(items, SeqNode)
    assert [(i.text, i.plain) for i in items.items if isinstance(i, ScalarNode)] == [
        ("no", True),
        ("no", False),
        ("012", True),
        ("12:30", True),
        ("1.20", True),
        ("2024-13-45", True),
        ("=", True),
        ("~", True),
        ("~", False),
        ("a b", False),
    ]


def test_an_alias_gives_what_it_names() -> None:
    node = sound("a: &x {b: c}\nd: *x\ne: &y text\nf: *y\n")
    assert node.get("d") is node.get("a")
    assert node.get("f") == ScalarNode("text", Span(FILE, 3, 7, 3, 11), plain=True)


def test_line_separators_of_unicode_stay_in_their_line_and_text() -> None:
    node = sound("a: x\u2028y\u0085z\nb: c\n")
    assert node.get("a") == ScalarNode("x\u2028y\u0085z", Span(FILE, 1, 4, 1, 9), plain=True)
    assert node.entries["b"].key.span.line == 2


@pytest.mark.parametrize("indent", [None, 2, "\t"])
def test_what_json_writes_is_read_as_it_was(indent: int | str | None) -> None:
    wrote = {"title": 'Welcome 😀\U0010fffd, "Anna" \\ud83d', "👋🏽": ["a/b", "tab\there", "\U00010000\u2028é", ""]}
    node = sound(json.dumps(wrote, indent=indent))
    assert [(key, *map(_text, _items(entry.value))) for key, entry in node.entries.items()] == [
        ("title", wrote["title"]),
        ("👋🏽", *wrote["👋🏽"]),
    ]


def test_escapes_of_json_that_are_in_no_double_quotes_are_text() -> None:
    node = sound(
        "a: \"\\ud83d\\uDE00\"\nb: '\\ud83d\\ude00'\nc: \\uD83D\\ude00 # \\ud83d\\ude00\nd: |\n  \\ud83d\\ude00\n"
    )
    written = [_text(entry.value) for entry in node.entries.values()]
    assert written == ["😀", r"\ud83d\ude00", r"\uD83D\ude00", "\\ud83d\\ude00\n"]


def test_places_after_a_pair_of_escapes_are_those_in_the_file() -> None:
    node = sound('a: ["\\ud83d\\ude00", b]\n')
    assert [one.span.col for one in _items(node.entries["a"].value)] == [5, 21]


def _items(node: Node) -> tuple[Node, ...]:
    return node.items if isinstance(node, SeqNode) else (node,)


def _text(node: Node) -> str:
    assert isinstance(node, ScalarNode)
    return node.text


def test_what_a_comment_cuts_off_is_in_the_stand_in() -> None:
    node, _ = load("a: Point #1\nb: #2\n")
    assert isinstance(node, MapNode)
    assert [getattr(node.get(key), "text", None) for key in "ab"] == ["Point #1", "#2"]


def test_text_that_needs_quotes_is_read_as_it_was_meant() -> None:
    node, diags = load("a: {{ x }} & y\nb: c: d\ne: \"f\" 'g'\nh: i: j\n  k l\n")
    assert isinstance(node, MapNode)
    assert [getattr(node.get(key), "text", None) for key in "abeh"] == ["{{ x }} & y", "c: d", "\"f\" 'g'", "i: j k l"]
    assert len(diags) == 4


def test_a_file_that_cannot_be_read_is_reported_where_it_is_named() -> None:
    diags = Diagnostics()
    here = Span("decks/d.yaml", 3, 5, 3, 9)
    assert load_yaml(MemoryWorld({}), "slides/none.yaml", diags, span=here) is None
    assert [(d.code, d.span, d.message) for d in diags] == [
        ("unreadable-file", here, '"slides/none.yaml" can\'t be read: there is no such file')
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "# only\n", "---\n", "~\n"])
def test_an_empty_file_is_a_mapping_where_it_may_be_empty(text: str) -> None:
    node, diags = load(text, may_be_empty=True)
    assert isinstance(node, MapNode) and not node.entries and not len(diags)
    assert load(text)[0] is None and len(load(text)[1]) == 1


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            "title: caf\xe9\nb: c\n".encode("latin-1"),
            '1:11 not-utf-8: this file isn\'t saved as UTF-8: byte 11 (0xE9) is none of it; in Windows-1252 it is "é"',
        ),
        (
            b"\xef\xbb\xbfa: b\nc: \xff\n",
            '2:4 not-utf-8: this file isn\'t saved as UTF-8: byte 12 (0xFF) is none of it; in Windows-1252 it is "ÿ"',
        ),
        ("a: b\n".encode("utf-16"), "1:1 not-utf-8: this file is saved as UTF-16, not as UTF-8"),
        ("a: b\n".encode("utf-16-le"), "1:1 not-utf-8: this file is saved as UTF-16, not as UTF-8"),
        (b"a: b\nc: d\0e\n", "2:5 forbidden-character: U+0000 (NUL) can't stand in a file"),
        (b"a: b\x1bc\n", "1:5 forbidden-character: U+001B (ESC) can't stand in a file"),
        ("a: b\ufffec\n", "1:5 forbidden-character: U+FFFE (not a character) can't stand in a file"),
        (b"a: " + b"x" * 5_000_000, "1:1 file-too-large: this file is 5.0 MB large; at most 5 MB are read"),
    ],
)
def test_bytes_that_are_no_text_are_refused_with_their_place(data: bytes, expected: str) -> None:
    assert told(data) == [expected]


def test_mistakes_after_a_forbidden_character_are_found_too() -> None:
    assert [line.split(" ")[:2] for line in told(b"a: \0\0\nb: c: d\n")] == [
        ["1:4", "forbidden-character:"],
        ["1:5", "forbidden-character:"],
        ["2:5", "unquoted-text:"],
    ]


LAUGHS = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)
)
MERGES = "a0: &a0 {k: v}\n" + "".join(f"a{n}: &a{n}\n  <<: [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9))
CHAIN = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 200))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (LAUGHS, "too-many-nodes"),
        (MERGES, "merge-key"),
        (CHAIN, "too-deep"),
        ("[" * 5000, "too-deep"),
        ("{a: " * 1500, "too-deep"),
        ("".join(" " * n + "a:\n" for n in range(1500)), "too-deep"),
        ("- " * 2_400_000, "too-deep"),
        ("? " * 2_400_000, "too-deep"),
        ("- a\n" * 1_200_000, "too-many-nodes"),
        ("a: 1\n" * 900_000, "duplicate-key"),
        ("- a #1\n" * 600_000, "swallowed-by-comment"),
        ("a: b: c\n" * 25_000, "unquoted-text"),
        ('a: "' + "\\x07" * 1_200_000 + '"', "forbidden-character"),
        ("\0" * 4_900_000, "forbidden-character"),
        ('a: "' + "b\n" * 2_000_000, "unclosed-quote"),
        ("".join(f"- &a{n} x\n" for n in range(300_000)), "too-many-nodes"),
        ("!" * 4_900_000, "yaml-tag"),
        ("a: b: c" + " " * 190_000 + "d\n", "unquoted-text"),
        ("a: @b" + " #" * 90_000 + "d\n", "unquoted-text"),
        ("a" + " " * 190_000 + "b: c: d\n", "unquoted-text"),
        ("a" + " " * 190_000 + "b\nc: d\n", "yaml-syntax"),
        ("a: '" + "b'" * 90_000 + "\n", "unquoted-text"),
    ],
    ids=lambda value: value if len(value) < 30 else "",
)
def test_hostile_files_are_refused_within_limits(text: str, code: str) -> None:
    begun = time.process_time()
    _, diags = load(text)
    assert time.process_time() - begun < 5
    assert code in {d.code for d in diags}
    assert len(diags) < 300


ODD = [
    "2024-13-45",
    "!!int ''",
    "!!float abc",
    "!!bool maybe",
    "!!timestamp foo",
    "1" * 5000,
    "2024-01-01T00:00:00+99:99",
    "0x___",
    "!!binary x",
    "!!set {a}",
    "!<tag:x> y",
    "!!python/name:os.system x",
    "=",
    "<<",
    ".inf",
    "0o9",
    "1_000",
]


@pytest.mark.parametrize("value", ODD, ids=lambda value: value[:20])
def test_odd_scalars_are_text_or_refused_with_a_place(value: str) -> None:
    node, diags = load(f"a: {value}\n")
    assert isinstance(node, MapNode)
    assert {d.code for d in diags} == ({"yaml-tag"} if value.startswith("!") else set())


PIECES = st.sampled_from(
    [
        "a",
        "b: ",
        "- ",
        "\n",
        "  ",
        "    ",
        ": ",
        " #",
        "#x",
        "{{ n }}",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "&x ",
        "*x",
        "*x*",
        "!t ",
        "'",
        '"',
        "|",
        ">",
        "\\",
        "\\x07",
        "\\ud800",
        "\t",
        "<<: *x",
        "---",
        "...",
        "%",
        "@",
        "`",
        "? ",
        "é",
        "😀",
        "\u2028",
        "\0",
        "\ufeff",
        "\r\n",
        "''",
        '"q"',
        "x: y\n",
        "- z\n",
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
@example("\ufeff\ufeff---")
def test_no_text_breaks_it_and_every_place_lies_in_the_file(text: str) -> None:
    node, diags = load(text)
    lines = split_lines(text)
    spans = [d.span for d in diags] + [note.span for d in diags for note in d.notes]
    for span in spans:
        assert 1 <= span.line <= len(lines) and 1 <= span.col <= len(lines[span.line - 1]) + 1
        assert (span.end_line, span.end_col) >= (span.line, span.col)
    assert node is not None or len(diags)
    if node is not None and not len(diags):
        for part in below(node):
            assert part.span.end_line <= len(lines)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60))
def test_no_bytes_break_it(data: bytes) -> None:
    node, diags = load(data)
    assert node is not None or len(diags)


def test_500_lines_take_a_few_milliseconds() -> None:
    text = "".join(
        f"- kind: points\n  title: Perceived benefits of joining {n}\n  points:\n    - Being able to retain it\n"
        '    - "Increased financial security"\n'
        for n in range(100)
    )
    taken = []
    for _ in range(7):
        begun = time.perf_counter()
        load(text)
        taken.append(time.perf_counter() - begun)
    # 1.7 ms on a quiet machine; the bound leaves room for a busy one.
    assert min(taken) < 0.010
