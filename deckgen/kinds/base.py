"""What a kind of slide is: slots, layouts, and the ways it may be set, best first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from deckgen.brand.model import Brand, Layout
from deckgen.scene import Node, Step
from deckgen.spec.slots import Spec

if TYPE_CHECKING:
    from deckgen.diagnostics import Diagnostics
    from deckgen.layout.setter import Attempt, Setter


class Kind:
    """One kind of slide. A subclass is all there is to it; its docstring is the manual.

    The docstring says what the kind is for, gives the slot table and, after a line `Example:`, a
    slide in YAML that a test builds.
    """

    name: ClassVar[str]
    spec: ClassVar[type[Spec]]

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        """The kind's arrangements in this brand, one named layout each."""
        raise NotImplementedError

    def title(self, spec: Any) -> str:
        """What the slide's title placeholder says, in plain words."""
        text: str = spec.title.plain
        return text

    def outline(self, spec: Any) -> str:
        """What the slide is called in bookmarks, contents and scripts where its title alone doesn't say it; else ""."""
        return ""

    def suits(self, spec: Any, setter: Setter, diags: Diagnostics) -> bool:
        """Whether `spec` can be set in this brand at all; what it asks for in vain is reported."""
        return True

    def split(self, spec: Any) -> Iterator[Sequence[Any]]:
        """The ways to set `spec` on several slides where it says `overflow: split`, few slides first: a spec for each.

        `deckgen.spec.overflow` shares the entries of a slot. Nothing for a kind, or a spec, that stays on its slide.
        """
        return iter(())

    def attempts(self, spec: Any, setter: Setter) -> Iterator[Attempt]:
        """The ways to set `spec`, in the order of KINDS.md's *Grows*; the first that fits is taken."""
        raise NotImplementedError

    def build(self, spec: Any, nodes: Sequence[Node]) -> tuple[Step, ...]:
        """What each click brings where the slide says `build: true` (KINDS.md's *Build*); nothing for most kinds.

        `nodes` are the laid-out ones, with those of the layout that it leaves to builds (`Layout.staged`);
        `deckgen.layout.order` says an order in a line.
        """
        return ()
