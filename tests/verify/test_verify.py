from __future__ import annotations

import io
import random
import struct
import zipfile

import pytest

from deckgen.diagnostics import Severity
from deckgen.verify import verify_package
from deckgen.verify.registry import rules
from tests.verify import faults
from tests.verify.faults import ERRORS, SLIDE, WARNINGS, Fault, packed, parts, sound, with_fault


def said(package: bytes) -> set[tuple[str, str]]:
    return {(finding.rule, finding.part) for finding in verify_package(package)}


def test_a_sound_deck_gives_no_findings() -> None:
    assert verify_package(sound()) == ()
    assert verify_package(packed(parts(sound()))) == ()


def test_what_python_pptx_writes_is_sound_but_for_what_is_known() -> None:
    from pptx import Presentation
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Pt

    made = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[5])
    slide.shapes.add_table(2, 3, 0, 0, Pt(300), Pt(100)).table.cell(0, 0).merge(slide.shapes[-1].table.cell(1, 1))
    data = CategoryChartData()
    data.categories = ["a", "b"]
    data.add_series("s", (1, None))
    slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, 0, 0, Pt(300), Pt(200), data)
    slide.notes_slide.notes_text_frame.text = "Say this."
    stream = io.BytesIO()
    made.save(stream)
    # python-pptx leaves the list of notes masters out (RELIABILITY.md 0).
    assert {rule for rule, _ in said(stream.getvalue())} == {"notes-master-list"}


@pytest.mark.parametrize(("rule", "part", "fault"), ERRORS, ids=lambda value: value if isinstance(value, str) else "")
def test_a_fault_is_an_error(rule: str, part: str, fault: Fault) -> None:
    found = [f for f in verify_package(with_fault(fault)) if f.rule == rule]
    assert found and all(f.severity is Severity.ERROR for f in found)
    assert any(f.part.endswith(part) for f in found)


@pytest.mark.parametrize(("rule", "part", "fault"), WARNINGS, ids=lambda value: value if isinstance(value, str) else "")
def test_a_habit_of_powerpoints_is_a_warning(rule: str, part: str, fault: Fault) -> None:
    found = [f for f in verify_package(with_fault(fault)) if f.rule == rule]
    assert [(f.part, f.severity) for f in found] == [(part, Severity.WARNING)]


def test_every_rule_has_a_fault_that_breaks_it() -> None:
    tried = {rule for rule, _, _ in ERRORS + WARNINGS} | {"packing-method"}
    assert {rule.name for rule in rules()} == tried


def test_every_rule_says_why() -> None:
    assert all((rule.check.__doc__ or "").strip() for rule in rules())


def test_errors_come_before_warnings() -> None:
    broken = with_fault(faults.together(WARNINGS[1][2], ERRORS[-1][2]))
    assert [f.severity for f in verify_package(broken)] == [Severity.ERROR, Severity.WARNING]


def test_a_finding_reads_as_a_line() -> None:
    line = str(verify_package(with_fault(WARNINGS[1][2]))[0])
    assert line == "warning[duplicate-shape-id]: ppt/slides/slide2.xml: has 2 shapes with the id 2"


def test_only_stored_and_deflated_members_are_read() -> None:
    assert "packing-method" in {rule for rule, _ in said(packed(parts(sound()), method=zipfile.ZIP_BZIP2))}


def test_a_chart_and_a_table_that_are_whole_give_no_findings() -> None:
    rows = faults.row('gridSpan="2"', 'hMerge="1"') + faults.row('rowSpan="1"', "")
    assert verify_package(with_fault(faults.chart())) == ()
    assert verify_package(with_fault(faults.table(rows))) == ()


def test_what_stands_in_a_fallback_may_repeat_an_id() -> None:
    shape = '<p:sp><p:nvSpPr><p:cNvPr id="95" name="x"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/></p:sp>'
    both = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{shape}</mc:Choice><mc:Fallback>{shape}</mc:Fallback></mc:AlternateContent>"
    )
    assert verify_package(with_fault(faults.in_tree(both))) == ()


@pytest.mark.parametrize("data", [b"", b"PK", b"hello", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)])
def test_what_is_no_package_is_said_so(data: bytes) -> None:
    assert said(data) == {("not-a-package", "")}


def test_an_older_or_locked_file_is_named_as_such() -> None:
    assert "password" in verify_package(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))[0].message


def test_a_bomb_is_refused_from_the_archives_list_alone() -> None:
    members = parts(sound())
    members[SLIDE] = b"<p:sld>" + b" " * 40_000_000 + b"</p:sld>"
    assert said(packed(members)) == {("too-large", SLIDE)}


def test_a_member_that_is_longer_than_it_says_is_not_read_on() -> None:
    """The list says 10 bytes; the stream holds a million."""
    members = parts(sound())
    members["ppt/odd.xml"] = b"a" * 1_000_000
    package = bytearray(packed(members))
    at = package.rindex(b"ppt/odd.xml") - 46
    assert package[at : at + 4] == b"PK\x01\x02"
    struct.pack_into("<I", package, at + 24, 10)
    assert ("unreadable-member", "ppt/odd.xml") in said(bytes(package))


def test_a_part_of_too_many_tags_is_not_parsed() -> None:
    members = parts(sound())
    # Of different names, so that it is no bomb by its packing.
    members[SLIDE] = b"<p:sld>" + b"".join(b"<a%x/>" % n for n in range(1_100_000)) + b"</p:sld>"
    assert said(packed(members)) == {("too-large", SLIDE)}


def test_a_tag_of_too_many_attributes_is_not_parsed() -> None:
    """A hundred thousand of them, 1 MB packed, would take a minute."""
    members = parts(sound())
    attributes = b" ".join(b'a%d="%x"' % (n, n * 2_654_435_761) for n in range(100_000))
    members[SLIDE] = members[SLIDE].replace(b"<p:spTree>", b"<p:spTree " + attributes + b">", 1)
    assert said(packed(members)) == {("too-large", SLIDE)}


def test_too_many_members_are_not_looked_at() -> None:
    assert said(packed({f"x{n}": b"" for n in range(10_001)})) == {("too-large", "")}


def test_an_encrypted_member_is_named() -> None:
    package = bytearray(sound())
    at = package.rindex(SLIDE.encode()) - 46
    package[at + 8] |= 1
    assert said(bytes(package)) == {("encrypted", SLIDE)}


def test_a_damaged_member_is_named() -> None:
    package = bytearray(sound())
    at = package.index(SLIDE.encode()) + len(SLIDE) + 200
    package[at : at + 20] = bytes(20)
    assert said(bytes(package)) == {("unreadable-member", SLIDE)}


@pytest.mark.parametrize("seed", range(60))
def test_damage_of_any_sort_is_a_finding_never_an_exception(seed: int) -> None:
    """Bytes of the archive, or of the markup inside it, overwritten at random."""
    rng = random.Random(seed)
    if seed % 2:
        package = bytearray(sound())
        for _ in range(rng.randint(1, 40)):
            package[rng.randrange(len(package))] = rng.randrange(256)
        verify_package(bytes(package))
        return
    members = parts(sound())
    for name in rng.sample(sorted(members), 8):
        content = bytearray(members[name] or b"x")
        for _ in range(rng.randint(1, 6)):
            content[rng.randrange(len(content))] = rng.choice(b"<>&\"'0a \xff")
        members[name] = bytes(content)
    verify_package(packed(members))
