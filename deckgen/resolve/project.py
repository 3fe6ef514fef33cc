"""The project: which decks and slides there are, each file read once and only when asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterator
from typing import TYPE_CHECKING, TypeVar, cast

from msgspec import Struct

from deckgen.diagnostics import NOWHERE, Diagnostic, Diagnostics, Span, did_you_mean
from deckgen.load.nodes import MapNode, Node, ScalarNode, SeqNode
from deckgen.load.yaml import load_yaml
from deckgen.resolve.doubt import in_doubt
from deckgen.resolve.entries import DeckEntry, read_entries
from deckgen.resolve.marker import check_marker
from deckgen.resolve.slides import Slide, check_slots, read_slide
from deckgen.spec.deck import DeckSpec, audience_names
from deckgen.spec.slide import FRAME
from deckgen.spec.slots import BindContext, bind_partly, clipped
from deckgen.world import Refused, World

if TYPE_CHECKING:
    from deckgen.spec.facts import FactFile

T = TypeVar("T")
_DECKS, _SLIDES, _ENDING = "decks", "slides", ".yaml"
FACTS = "assets/data/facts"
"""The file of facts, without its ending."""


class DeckFile(Struct, frozen=True, kw_only=True):
    """A deck file: its own keys bound as far as they are right, its running order read.

    `declared` are the audiences that it names, rightly or not; None where that can't be told. `for_rows` says that it
    is meant for rows, rightly or not. `doubt` are its keys that give variables, where they hold mistakes.
    """

    id: str
    file: str
    spec: DeckSpec
    entries: tuple[DeckEntry, ...]
    declared: frozenset[str] | None
    for_rows: bool = False
    doubt: frozenset[str] = frozenset()


class Project:
    """The decks and slides below a root, by id. Everything read stays for the life of the project.

    What is wrong with a file is reported to each who asks for it, so that a deck's diagnostics are
    whole whichever deck was read first.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self._ids: dict[str, dict[str, None]] = {}
        self._nodes: dict[str, tuple[Node | None, tuple[Diagnostic, ...]]] = {}
        self._made: dict[tuple[str, str], tuple[object, tuple[Diagnostic, ...]]] = {}
        self._found: dict[Hashable, tuple[object, tuple[Diagnostic, ...]]] = {}
        self._sources: dict[str, str] = {}
        self._facts: tuple[FactFile | None, tuple[Diagnostic, ...]] | None = None

    def deck_ids(self) -> tuple[str, ...]:
        """Every deck of the project: its path below decks/ without ending, sorted."""
        return tuple(self._below(_DECKS))

    def slide_ids(self) -> tuple[str, ...]:
        """Every slide file of the project: its path below slides/ without ending, sorted."""
        return tuple(self._below(_SLIDES))

    def _below(self, folder: str) -> dict[str, None]:
        """The ids of the files in a folder, listed once."""
        if folder not in self._ids:
            paths = self.world.list(folder, _ENDING)
            self._ids[folder] = dict.fromkeys(path[len(folder) + 1 : -len(_ENDING)] for path in paths)
        return self._ids[folder]

    def deck(self, id: str, diags: Diagnostics) -> DeckFile | None:
        """The deck file `id`; None after reporting that there is none, or what is wrong with it."""
        if id not in self._below(_DECKS):
            diags.error("unknown-deck", NOWHERE, f'there is no deck "{id}"', hint=did_you_mean(id, self.deck_ids()))
            return None
        return self._once(f"{_DECKS}/{id}{_ENDING}", "deck", lambda node, found: _deck(id, node, found), diags)

    def slide(self, id: str, span: Span, diags: Diagnostics) -> Slide | None:
        """The slide file `id`, asked for at `span`; None after reporting."""
        if id not in self._below(_SLIDES):
            self._report_no_slide(id, span, diags)
            return None
        return self._once(f"{_SLIDES}/{id}{_ENDING}", "slide", read_slide, diags)

    def files(self) -> Iterator[tuple[str, Node]]:
        """Every deck and slide file that is sound YAML, as it was read."""
        paths = [f"{_DECKS}/{name}{_ENDING}" for name in self.deck_ids()]
        paths += [f"{_SLIDES}/{name}{_ENDING}" for name in self.slide_ids()]
        for path in paths:
            node = self._node(path, Diagnostics())
            if node is not None:
                yield path, node

    def facts(self, diags: Diagnostics) -> FactFile | None:
        """The project's facts; None where there is no file of them, what is wrong with it being reported."""
        if self._facts is None:
            from deckgen.resolve.facts import read_facts

            found = Diagnostics()
            self._facts = read_facts(self.world, found), tuple(found)
        facts, said = self._facts
        for diagnostic in said:
            diags.add(diagnostic)
        return facts

    def audiences(self) -> frozenset[str] | None:
        """Every audience that a deck of the project declares; None where one can't be read. Reads all decks, once."""
        found: frozenset[str] = frozenset()
        for deck in self.deck_ids():
            node = self._node(f"{_DECKS}/{deck}{_ENDING}", Diagnostics())
            names = audience_names(node) if isinstance(node, MapNode) else None
            if names is None:
                return None
            found |= names
        return found

    def variables(self) -> frozenset[str] | None:
        """Every variable that a deck gives a value or a text asks for; None where a deck can't be read.

        Reads all files, for a build that is given values from outside.
        """
        found = {"deck.title"}  # which goes into the file's properties, if nowhere else
        for deck in self.deck_ids():
            read = self.deck(deck, Diagnostics())
            if read is None:
                return None
            found |= set(read.spec.vars or ())
            for audience in (read.spec.audiences or {}).values():
                found |= set(audience.vars or ())
        return frozenset(found) | self.asked_for()

    def asked_for(self) -> frozenset[str]:
        """Every variable that a text of a deck or a slide asks for."""
        files = [f"{_DECKS}/{name}{_ENDING}" for name in self.deck_ids()]
        files += [f"{_SLIDES}/{name}{_ENDING}" for name in self.slide_ids()]
        sources = (re.sub(r"(?m)^#.*$", "", self.source(file)) for file in files)
        found = (re.findall(r"\{\{\s*([A-Za-z_][\w.-]*)", source) for source in sources)
        return frozenset(name for names in found for name in names)

    def source(self, file: str) -> str:
        """A file's text as it was written, for places within it; "" where it can't be read."""
        if file not in self._sources:
            try:
                self._sources[file] = self.world.read(file).decode("utf-8", "replace").lstrip("\ufeff")
            except Refused:
                self._sources[file] = ""
        return self._sources[file]

    def forget(self, paths: Collection[str]) -> None:
        """Read these files anew when they are next asked for, and look anew which decks and slides there are."""
        self._ids.clear()
        self._found.clear()
        for path in paths:
            self._nodes.pop(path, None)
            self._sources.pop(path, None)
        self._made = {key: made for key, made in self._made.items() if key[0] not in paths}
        if any(path.startswith(FACTS) for path in paths):
            self._facts = None

    def _once(
        self, file: str, what: str, make: Callable[[Node, Diagnostics], T | None], diags: Diagnostics
    ) -> T | None:
        """What `make` makes of a file; made once, its diagnostics said every time."""
        if (file, what) not in self._made:
            found = Diagnostics()
            node = self._node(file, found)
            made = make(node, found) if node is not None else None
            self._made[file, what] = made, tuple(found)
        value, said = self._made[file, what]
        for diagnostic in said:
            diags.add(diagnostic)
        return cast("T | None", value)

    def found(self, key: Hashable, find: Callable[[Diagnostics], tuple[T, bool]], diags: Diagnostics) -> T:
        """What `find` finds in the project's files, and whether it will always find it there: then it is only asked
        again when files have changed. Its diagnostics are said every time."""
        if key in self._found:
            value, said = self._found[key]
        else:
            found = Diagnostics()
            value, lasting = find(found)
            said = tuple(found)
            if lasting:
                self._found[key] = value, said
        for diagnostic in said:
            diags.add(diagnostic)
        return cast("T", value)

    def _node(self, file: str, diags: Diagnostics) -> Node | None:
        if file not in self._nodes:
            found = Diagnostics()
            self._nodes[file] = load_yaml(self.world, file, found), tuple(found)
        node, said = self._nodes[file]
        for diagnostic in said:
            diags.add(diagnostic)
        return node

    def _report_no_slide(self, id: str, span: Span, diags: Diagnostics) -> None:
        hint = did_you_mean(id, self.slide_ids()) or "put slide files into the folder slides/"
        bare = id.removeprefix("./").removeprefix(f"{_SLIDES}/").removesuffix(_ENDING).removesuffix(".yml")
        if bare in self.slide_ids():
            hint = f'write "{bare}": the path below slides/, without its ending'
        elif elsewhere := next((path for path in _elsewhere(bare) if self.world.exists(path)), None):
            hint = f"move {elsewhere} to {_SLIDES}/{bare}{_ENDING}"
        elif other := next((path for path in self.world.list(_SLIDES, "") if _is_written(path, bare)), None):
            hint = _rename(other)
        diags.error("unknown-slide", span, f'there is no slide "{clipped(id)}"', hint=hint)


_WRITTEN = (".yml", ".yaml.txt", ".yml.txt", ".txt", ".json", ".md")
"""How files end that hold YAML and are not called so; Windows hides the last of two endings."""


def _elsewhere(id: str) -> tuple[str, ...]:
    """Where else a slide's file may lie, in folders that some systems take for slides/."""
    return tuple(f"{folder}{id}{_ENDING}" for folder in ("Slides/", "slide/", "Slide/", "decks/", ""))


def _rename(path: str) -> str:
    return f"rename {path} to end in .yaml" + (" alone" if ".yaml." in path else "")


def _is_written(path: str, id: str) -> bool:
    """Whether a file is likely the slide of this id, with another ending."""
    stem = f"{_SLIDES}/{id}"
    ending = path[len(stem) :]
    return path.startswith(stem) and ending != _ENDING and ending.lower() in (*_WRITTEN, _ENDING)


def load_project(world: World, diags: Diagnostics) -> Project:
    """The project of `world`; that it has no deck is reported. No deck or slide is read yet."""
    project = Project(world)
    check_marker(world, diags)
    listed = [path for path in world.list(_DECKS, "") if path.lower().endswith((_ENDING, ".yml", ".yaml.txt"))]
    others = tuple(path for path in listed if not path.endswith(_ENDING))
    if not project.deck_ids():
        hint = "put a deck into the folder decks/, its name ending in .yaml; `deckgen new` writes one to begin with"
        if named := next(
            (path for name in ("Decks", "deck", "Deck", "DECKS") for path in world.list(name, _ENDING)), None
        ):
            hint = f"rename the folder {named.partition('/')[0]} to decks"
        if meant := others or tuple(world.list(_DECKS, ".json")):  # JSON is YAML
            hint = _rename(meant[0])
        diags.error("no-decks", NOWHERE, "this project has no decks", hint=hint)
        return project
    for path in others:
        diags.warning("other-ending", NOWHERE, f"{path} is not read", hint="rename it to end in .yaml")
    return project


def _deck(id: str, node: Node, diags: Diagnostics) -> DeckFile | None:
    """The deck as far as it is right, so that one run finds what is wrong further down as well."""
    if isinstance(node, MapNode) and "kind" in node.entries and not node.entries.keys() & {"slides", "brand"}:
        hint = f"move it to {_SLIDES}/{id}{_ENDING}, and write - use: {id} in a deck's running order"
        diags.error("wrong-folder", node.entries["kind"].key.span, "this is a slide, and decks stand here", hint=hint)
        return None
    spec, _ = bind_partly(DeckSpec, node, BindContext(diags), what="deck")
    if spec is None:
        return None
    _check_defaults(spec, diags)
    _check_footer(spec, diags)
    order = spec.values.get("slides")
    entries: tuple[DeckEntry, ...] = ()
    if isinstance(order, SeqNode):
        before = len(diags.errors)
        entries = read_entries(order, diags)
        if not entries and len(diags.errors) == before:
            diags.error("no-slides", order.span, "this deck has no slides", hint="add one: - use: a-slide")
    assert isinstance(node, MapNode)  # else there were no spec
    return DeckFile(
        id=id,
        file=node.span.file,
        spec=spec,
        entries=entries,
        declared=audience_names(node),
        for_rows="rows" in node.entries,
        doubt=in_doubt(node, diags),
    )


def _check_footer(spec: DeckSpec, diags: Diagnostics) -> None:
    """Warn of a footer that is a switch: its words would be true, or yes."""
    words = spec.footer
    if (
        isinstance(words, ScalarNode)
        and words.plain
        and words.text.lower() in ("true", "false", "yes", "no", "on", "off")
    ):
        hint = "write the words: footer: Our trust; or delete the line"
        diags.warning("footer", words.span, f'the footer says "{words.text}"', hint=hint)


def _check_defaults(spec: DeckSpec, diags: Diagnostics) -> None:
    for entry in spec.defaults.entries.values() if spec.defaults else ():
        check_slots(entry.value, FRAME, "defaults", diags)
