"""Every rule, run over one package."""

from __future__ import annotations

from deckgen.diagnostics import Severity
from deckgen.verify.finding import Finding


def verify_package(data: bytes) -> tuple[Finding, ...]:
    """What is wrong with a .pptx or .potx, errors first; nothing where it is sound.

    Never raises for what is in `data`: a package beyond the bounds, or no package, is a finding too.
    """
    # Only those who verify pay for lxml and zipfile.
    from deckgen.verify.package import Broken, Package
    from deckgen.verify.registry import rules

    found: list[Finding] = []
    try:
        package = Package(data)
        for rule in rules():
            found += rule.findings(package)
    except Broken as broken:
        found.append(broken.finding)
    found.sort(key=lambda finding: finding.severity is not Severity.ERROR)
    return tuple(found)
