"""People: who is speaking or leading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from deckgen.brand.model import Brand, Layout, Placeholder
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.attempt import Part
from deckgen.layout.frames import Frame
from deckgen.layout.pictures import picture_in
from deckgen.layout.setter import Attempt, Fill, Page, Setter
from deckgen.layout.top import below_title
from deckgen.scene import BoxLook, Paragraph, Run
from deckgen.spec.slots import Advice, Spec, optional, required
from deckgen.spec.types import ListOf, One, PictureType, TextType
from deckgen.spec.words import words_of
from deckgen.units import Rect, pt, to_pt

FOUR, THREE = (48, 270, 492, 714), (48, 344, 640)
"""Where columns begin: of up to four people, and of more."""
EYES = (0.5, 0.42)
"""What of a portrait stays in the middle where its author says nothing: about where eyes are."""
FEW, TWO_ROWS, THREE_ROWS = "People", "People, two rows", "People, three rows"
LARGE, SMALL = (198, 228), (92, 106)
TOPS = {FEW: (114,), TWO_ROWS: (126, 276), THREE_ROWS: (108, 234, 360)}
"""Where the pictures of each row begin; three rows end further from the foot than they are from one another."""
NAME, ROLE = {True: 40, False: 18}, 30
"""Baselines: the name's from the foot of a large picture, from the top of a small one; the role's from the name's."""
FOOT, DESCENT, LEAST = 474, 6, 150
"""How far down words go; what hangs below the last baseline; and the least height of a large portrait."""

_TITLES = re.compile(
    r"(?:dr|mrs?|ms|miss|prof(?:essor)?|sir|dame|revd?|canon|fr|lord|lady|baroness|the)\.?", re.IGNORECASE
)
_HONOURS = re.compile(r"[A-Z]{2,}[a-z]?|\(.*\)")


class PersonSpec(Spec):
    """One person."""

    name = required(TextType())
    role = optional(TextType(), advice=Advice(characters=24))
    picture = optional(
        PictureType(named=True),
        doc="its words for those who can't see it are ‘Portrait of’ and the name, in the deck's language",
    )


class PeopleSpec(Spec):
    """What people hold."""

    title = required(TextType(), placeholder="title")
    people = required(ListOf(One(PersonSpec), 1, 8), placeholder="body and pic each")


@register("people")
class People(Kind):
    """Who is speaking or leading: up to four in a row, up to eight beside smaller portraits.

    Slots:
        slot              type                 required  advice                 placeholder
        title             text                 yes       –                      title
        people            1 to 8 of: mapping   yes       –                      body and pic each
        people[].name     text                 yes       –                      –
        people[].role     text                 no        at most 24 characters  –
        people[].picture  file or {file, alt}  no        –                      –
            its words for those who can't see it are ‘Portrait of’ and the name, in the deck's language

    Example:
        kind: people
        title: Who you will hear from today
        people:
          - {name: Amara Osei, role: Chief executive, picture: assets/gallery/amara-osei.svg}
          - {name: Daniel Wright, role: Head of Millbrook, picture: assets/gallery/daniel-wright.svg}
          - {name: Ruth Pennington, role: Chair of trustees, picture: assets/gallery/ruth-pennington.svg}
          - {name: Samira Khan, role: Director of education, picture: assets/gallery/samira-khan.svg}
    """

    spec = PeopleSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        return tuple(_layout(brand, name, count) for name, count in ((FEW, 4), (TWO_ROWS, 6), (THREE_ROWS, 8)))

    def attempts(self, spec: PeopleSpec, setter: Setter) -> Iterator[Attempt]:
        count = len(spec.people)
        page = setter.on(FEW if count <= 4 else TWO_ROWS if count <= 6 else THREE_ROWS)
        # Three rows leave no room for a title's second line.
        title = page.fill("title", spec.title, limit=45 if page.layout.name == THREE_ROWS else None)
        down = below_title(page, title)
        for style in _styles(page, spec.people):
            height = _height(page, spec.people, style, down)
            people = [_person(page, i, person, style, (down, height)) for i, person in enumerate(spec.people)]
            yield page.attempt(title, *_levelled(page, people))


def _styles(page: Page, people: Sequence[PersonSpec]) -> tuple[str, ...]:
    """The sizes of names, best first: the smaller one where it alone brings every name onto one line."""

    def broken(style: str) -> bool:
        return any(page.lines(page.fill(f"people[{i}].name", p.name, style=style)) > 1 for i, p in enumerate(people))

    large, small = "body_bold", "small_bold"
    return (small, large) if broken(large) and not broken(small) else (large, small)


class Person(Struct, frozen=True):
    """A person on the slide: the place of the portrait, and what stands there and beside it."""

    rect: Rect
    portrait: Part
    name: Fill | None
    role: Fill | None


def _height(page: Page, people: Sequence[PersonSpec], style: str, down: float) -> float:
    """The portraits' height: large ones give way to names and roles of several lines."""
    if page.layout.name != FEW:
        return SMALL[1]
    names = max(page.lines(page.fill(f"people[{i}].name", p.name, style=style)) for i, p in enumerate(people))
    roles = max(page.lines(page.fill(f"people[{i}].role", p.role)) for i, p in enumerate(people))
    words = NAME[True] + (names - 1) * page.pitch(style) + DESCENT
    if roles:
        words += ROLE + (roles - 1) * page.pitch("small")
    return max(LEAST, min(LARGE[1], FOOT - TOPS[FEW][0] - down - words))


def _person(page: Page, index: int, person: PersonSpec, style: str, place: tuple[float, float]) -> Person:
    """The portrait, or initials; the name; and the role, not yet below it.

    `place` is how far down a title of two lines pushes the portrait, and its height.
    """
    slot, (down, height) = f"people[{index}]", place
    given = page.layout.placeholder(f"{slot}.picture").rect
    rect = Rect(given.x, given.y + pt(down), given.w, pt(height))
    name, shown = person.name.plain, f"{slot}.picture"
    alt = words_of(page.setter.language).portrait.format(name=name)
    portrait = picture_in(page, shown, person.picture, focus=EYES, alt=alt, rect=rect)
    return Person(
        rect,
        portrait or _initials(page, shown, name, rect),
        page.fill(f"{slot}.name", person.name, style=style, baseline=_name_line(page, rect), limit=90),
        page.fill(f"{slot}.role", person.role),
    )


def _name_line(page: Page, rect: Rect) -> float:
    """The baseline of a name's first line."""
    few = page.layout.name == FEW
    return to_pt(rect.bottom if few else rect.y) + NAME[few]


def _levelled(page: Page, people: Sequence[Person]) -> Iterator[Part | None]:
    """The people with their roles below their names: those of a single row all on one line."""
    few = page.layout.name == FEW
    longest = max(page.lines(person.name) for person in people)
    for person in people:
        yield person.portrait
        yield person.name
        if person.name is not None and person.role is not None:
            lines = longest if few else page.lines(person.name)
            baseline = _name_line(page, person.rect) + ROLE + (lines - 1) * to_pt(person.name.style.pitch)
            yield _role(person.role, baseline, foot=FOOT if few else to_pt(person.rect.bottom) + 6)


def _role(role: Fill, baseline: float, foot: float) -> Fill:
    """The role with its first baseline here, and no lower than `foot`."""
    top = pt(baseline) - role.style.seat
    return replace(role, rect=Rect(role.rect.x, top, role.rect.w, role.rect.h), limit=pt(foot) - top)


def _initials(page: Page, slot: str, name: str, rect: Rect) -> Fill:
    """A rectangle of the tint with a person's initials, where there is no portrait. The name is read beside it.

    They have no tracking, of which renderers put half on either side of a centred line, or all on one.
    """
    brand = page.setter.brand
    tint, style = brand.surface("tint"), brand.style("figure" if page.layout.name == FEW else "initials")
    box = Placeholder(
        slot=slot,
        name=slot,
        type="body",
        idx=0,
        rect=rect,
        style=style,
        color=tint.color("emph"),
        anchor="ctr",
        align="ctr",
        max_lines=1,
    )
    return Fill(
        slot=slot,
        name=slot,
        paragraphs=(Paragraph((Run(initials(name), tracking=0),)),),
        style=style,
        space_after=0,
        rect=rect,
        limit=rect.h,
        box=box,
        look=BoxLook(fill=tint.background),
        decorative=True,
    )


def initials(name: str) -> str:
    """The first letters of a name's first and last word, without titles and honours: 'Dame Ruth Pennington DBE', RP."""
    words = [word for word in re.split(r"[\s,]+", name) if word]
    plain = [w for w in words if not _TITLES.fullmatch(w) and not _HONOURS.fullmatch(w)] or words
    return "".join(word[0] for word in dict.fromkeys((plain[0], plain[-1]))).upper()


def _layout(brand: Brand, name: str, count: int) -> Layout:
    frame = Frame(brand)
    boxes = [p for i in range(count) for p in _boxes(frame, name, i)]
    return frame.layout("people", name, frame.title_top(), *boxes)


def _boxes(frame: Frame, name: str, index: int) -> tuple[Placeholder, Placeholder, Placeholder]:
    few = name == FEW
    w, h = LARGE if few else SMALL
    across = FOUR if few else THREE
    x, y = across[index % len(across)], TOPS[name][index // len(across)]
    left, width = (x, w) if few else (x + w + 16, 272 - w - 16)
    baseline = (y + h if few else y) + NAME[few]
    slot = f"people[{index}]"
    return (
        frame.picture(f"{slot}.picture", f"Portrait {index + 1}", idx=80 + index, x=x, y=y, w=w, h=h),
        frame.hang(
            f"{slot}.name",
            f"Name {index + 1}",
            idx=50 + index,
            style="body_bold",
            x=left,
            baseline=baseline,
            w=width,
            h=30,
            max_lines=3 if few else 2,
        ),
        frame.hang(
            f"{slot}.role",
            f"Role {index + 1}",
            idx=60 + index,
            style="small",
            x=left,
            baseline=baseline + ROLE,
            w=width,
            h=50,
            role="muted",
            max_lines=3,
        ),
    )
