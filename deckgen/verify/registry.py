"""The registry of rules: one small function each, registered beside its code."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import TypeAlias

from msgspec import Struct

from deckgen.diagnostics import Severity
from deckgen.verify.finding import Finding
from deckgen.verify.package import Package

Fault: TypeAlias = tuple[str, str]
"""(part, message)."""
Check: TypeAlias = Callable[[Package], Iterator[Fault]]

_RULES: dict[str, Rule] = {}


class Rule(Struct, frozen=True):
    """A rule's name, how bad its faults are, and the function that finds them.

    The function's docstring says what is wrong with a package that breaks it, and why it matters.
    """

    name: str
    severity: Severity
    check: Check

    def findings(self, package: Package) -> Iterator[Finding]:
        """The faults of this rule in `package`."""
        for part, message in self.check(package):
            yield Finding(rule=self.name, severity=self.severity, part=part, message=message)


def rule(name: str, severity: Severity = Severity.ERROR) -> Callable[[Check], Check]:
    """Function decorator: this is the rule `name`. A second owner of a name is refused."""

    def decorate(check: Check) -> Check:
        if name in _RULES:
            raise ValueError(f"rule {name!r} belongs to {_RULES[name].check.__qualname__} and {check.__qualname__}")
        _RULES[name] = Rule(name, severity, check)
        return check

    return decorate


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, by name."""
    import deckgen.verify.rules as folder

    for module in pkgutil.iter_modules(folder.__path__):
        import_module(f"{folder.__name__}.{module.name}")
    return tuple(_RULES[name] for name in sorted(_RULES))
