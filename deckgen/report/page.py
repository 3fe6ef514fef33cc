"""The account as a page that opens from the disk: totals, failures, the slowest, and all decks."""

from __future__ import annotations

import html
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import msgspec

from deckgen.report.model import Built, Report

ASSETS = Path(__file__).parent / "assets"
FIRST = 100
"""So many decks are there without JavaScript; with it, all, a page at a time."""
_HEAD = "<th>File</th><th>Audience</th><th>Status</th><th class=number>ms</th><th class=number>Slides</th>"
_HEADS = f"<tr>{_HEAD}<th class=number>KiB</th><th>What there is to say</th></tr>"


def report_page(report: Report) -> Iterator[bytes]:
    """The page, in pieces. It stays quick with tens of thousands of decks."""
    return (part.encode("utf-8", "replace") for part in _parts(report))


def _parts(report: Report) -> Iterator[str]:
    style, script = _asset("report.css"), _asset("report.js")
    rules = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    yield '<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Build report</title>'
    yield f"<style>{style}</style></head><body><main>"
    yield from _summary(report)
    yield from _slowest(report)
    yield from _all(report)
    yield "</main>"
    yield '<script type="application/json" id="decks">['
    yield from _data(report)
    yield f"]</script><script>{script}</script></body></html>\n"


def _summary(report: Report) -> Iterator[str]:
    totals = report.totals()
    bad = report.bad
    stopped = "The build was stopped. " if report.interrupted else ""
    told = f"{bad:,} of {totals['decks']:,} could not be built" if bad else "every deck is there"
    yield f"<h1>Build report</h1><p{' class=bad' if bad else ''}>{stopped}{told.capitalize()}.</p><dl>"
    for name, value in _figures(report):
        yield f"<div><dt>{name}</dt><dd>{value}</dd></div>"
    yield "</dl>"


def _figures(report: Report) -> Iterator[tuple[str, str]]:
    totals = report.totals()
    for status, count in totals["statuses"].items():
        yield status.capitalize(), f"{count:,}"
    yield "Slides", f"{totals['slides']:,}"
    yield "Size", f"{totals['bytes'] / 1e6:,.1f} MB"
    yield "Warnings", f"{totals['warnings']:,}"
    yield "Time", f"{totals['seconds']:,.1f} s"
    if report.seconds:
        yield "Decks a second", f"{totals['decks'] / report.seconds:,.0f}"


def _slowest(report: Report) -> Iterator[str]:
    if report.slowest:
        yield "<h2>Slowest</h2>"
        yield from _table(report.slowest, "slowest")


def _all(report: Report) -> Iterator[str]:
    statuses = "".join(f"<option>{html.escape(name)}</option>" for name in report.totals()["statuses"])
    yield "<h2>All decks, failures first</h2>"
    yield (
        '<div class="controls js-only"><label>Find<input id=find type=search></label>'
        f'<label>Status<select id=only><option value="">all</option>{statuses}</select></label>'
        "<label>Order<select id=order><option value=first>failures first</option><option value=slow>slowest</option>"
        "<option value=large>largest</option><option value=name>name</option></select></label>"
        '<div class=pages><span id=shown role="status"></span><button type=button>Back</button>'
        "<button type=button>Next</button></div></div>"
    )
    yield from _table(report.first(FIRST), "all")


def _table(decks: Iterable[Built], name: str) -> Iterator[str]:
    label = "All decks" if name == "all" else "Slowest decks"
    yield f'<div class=scroll tabindex=0 role="region" aria-label="{label}">'
    yield f"<table id={name}><thead>{_HEADS}</thead><tbody>"
    for one in decks:
        status = f"<td{' class=bad' if one.bad else ''}>{one.status}</td>"
        said = "".join(f"<li>{html.escape(message)}</li>" for message in one.messages)
        yield (
            f"<tr><td>{html.escape(one.name)}</td><td>{html.escape(one.audience)}</td>{status}"
            f"<td class=number>{one.seconds * 1000:.1f}</td><td class=number>{one.slides}</td>"
            f"<td class=number>{one.size / 1024:,.0f}</td><td>{f'<ul>{said}</ul>' if said else ''}</td></tr>"
        )
    yield "</tbody></table></div>"


def _data(report: Report) -> Iterator[str]:
    """The decks for the script, as rows: report.js knows the columns. Nothing in them can end the element."""
    comma = ""
    for o in report.decks:
        row = o.deck, o.name, o.audience, o.status, round(o.seconds, 4), o.slides, o.size, o.messages
        yield comma + msgspec.json.encode(row).decode().replace("<", "\\u003c")
        comma = ","


def _asset(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode('ascii')}'"
