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

EYES = (0.5, 0.42)
"""What of a portrait stays in the middle where its author says nothing: about where eyes are."""
NAME_BELOW, NAME_BESIDE, ROLE = 40, 18, 30
"""Baselines: the name's from the foot of a picture above it, from the top of one beside it; the role's from the
name's."""
BESIDE = 16
"""From a picture to the words beside it."""
FOOT, DESCENT, LEAST = 474, 6, 150
"""How far down words go; what hangs below the last baseline; and the least height of a large portrait."""

_TITLES = re.compile(
    r"(?:dr|mrs?|ms|miss|prof(?:essor)?|sir|dame|revd?|canon|fr|lord|lady|baroness|the)\.?", re.IGNORECASE
)
_HONOURS = re.compile(r"[A-Z]{2,}[a-z]?|\(.*\)")


class Seats(Struct, frozen=True):
    """Where people stand: in columns from `across` on, pictures of one size in rows from `tops` on.

    Words are `width` wide, below the pictures or `beside` them; `initials` are the style of those without a picture.
    """

    layout: str
    across: tuple[int, ...]
    picture: tuple[int, int]
    tops: tuple[int, ...]
    width: int
    beside: bool = True
    initials: str = "initials"

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.across) * len(self.tops)


# Three rows end further from the foot than they are from one another.
FEW = Seats("People", (48, 270, 492, 714), (198, 228), (114,), 198, False, "figure")
TWO_ROWS = Seats("People, two rows", (48, 344, 640), (92, 106), (126, 276), 164)
THREE_ROWS = Seats("People, three rows", (48, 344, 640), (92, 106), (108, 234, 360), 164)
TWO_COLUMNS = Seats("People, two columns", (48, 492), (92, 106), (108, 234, 360), 312)
FOUR_ROWS = Seats(
    "People, two columns, four rows", (48, 492), (66, 76), (108, 200, 292, 384), 338, initials="initials_s"
)
ALL = (FEW, TWO_ROWS, THREE_ROWS, TWO_COLUMNS, FOUR_ROWS)


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
        return tuple(_layout(brand, seats) for seats in ALL)

    def attempts(self, spec: PeopleSpec, setter: Setter) -> Iterator[Attempt]:
        usual, wide = _seats(len(spec.people))
        near, far = setter.on(usual.layout), setter.on(wide.layout)
        best, *others = ((near, usual, style) for style in _styles(near, usual, spec.people))
        wider = [(far, wide, style) for style in _styles(far, wide, spec.people)]
        # Nobody can shorten a name: where one has no room, or only in pieces, all have wider columns.
        ways = (*wider, best, *others) if _breaks(near, usual, spec.people) else (best, *wider, *others)
        for page, seats, style in (*ways, wider[-1]):  # what is wrong with these is what a refusal says
            yield _attempt(page, seats, spec, style)


def _seats(count: int) -> tuple[Seats, Seats]:
    """For so many people the usual seats, and those for long names."""
    usual = next(seats for seats in (FEW, TWO_ROWS, THREE_ROWS) if count <= seats.count)
    return usual, TWO_COLUMNS if count <= TWO_COLUMNS.count else FOUR_ROWS


def _breaks(page: Page, seats: Seats, people: Sequence[PersonSpec]) -> bool:
    """Whether a double name beside a portrait would be broken at its hyphen."""
    if not seats.beside:
        return False
    style = _styles(page, seats, people)[0]
    names = [page.fill(f"people[{i}].name", person.name, style=style) for i, person in enumerate(people)]
    return any(_broken(page, name) for name in names if name)


def _broken(page: Page, name: Fill) -> bool:
    """Whether a double name is broken at its hyphen."""
    return any(found.broken for found in page.setter.measure(name, page.layout.placeholder(name.slot))[1].sets)


def _attempt(page: Page, seats: Seats, spec: PeopleSpec, style: str) -> Attempt:
    rows = -(-len(spec.people) // len(seats.across))
    # Three rows leave no room for a title's second line.
    title = page.fill("title", spec.title, limit=45 if rows > 2 else None)
    down = below_title(page, title)
    room = Room(page, seats, style, down, _height(page, seats, spec.people, style, down))
    people = [_person(room, i, person) for i, person in enumerate(spec.people)]
    return page.attempt(title, *_levelled(room, people))


def _styles(page: Page, seats: Seats, people: Sequence[PersonSpec]) -> tuple[str, ...]:
    """The sizes of names, best first: the smaller one where it alone brings every name onto one line.

    In four rows there is room for a name's second line in that size alone.
    """

    def broken(style: str) -> bool:
        return any(page.lines(page.fill(f"people[{i}].name", p.name, style=style)) > 1 for i, p in enumerate(people))

    large, small = "body_bold", "small_bold"
    if len(seats.tops) > 3:
        return (small,) if broken(large) else (large,)
    return (small, large) if broken(large) and not broken(small) else (large, small)


class Room(Struct, frozen=True):
    """What people have on a slide: seats, and names in a style; how far down a title of two lines pushes them, and how
    high their portraits are."""

    page: Page
    seats: Seats
    style: str
    down: float
    height: float

    def name_line(self, portrait: Rect) -> float:
        """The baseline of a name's first line."""
        return to_pt(portrait.y) + NAME_BESIDE if self.seats.beside else to_pt(portrait.bottom) + NAME_BELOW


class Person(Struct, frozen=True):
    """A person on the slide: the place of the portrait, and what stands there and beside it."""

    rect: Rect
    portrait: Part
    name: Fill | None
    role: Fill | None


def _height(page: Page, seats: Seats, people: Sequence[PersonSpec], style: str, down: float) -> float:
    """The portraits' height: large ones give way to names and roles of several lines."""
    if seats.beside:
        return seats.picture[1]
    names = max(page.lines(page.fill(f"people[{i}].name", p.name, style=style)) for i, p in enumerate(people))
    roles = max(page.lines(page.fill(f"people[{i}].role", p.role)) for i, p in enumerate(people))
    words = NAME_BELOW + (names - 1) * page.pitch(style) + DESCENT
    if roles:
        words += ROLE + (roles - 1) * page.pitch("small")
    return max(LEAST, min(seats.picture[1], FOOT - seats.tops[0] - down - words))


def _person(room: Room, index: int, person: PersonSpec) -> Person:
    """The portrait, or initials; the name; and the role, not yet below it."""
    page, slot = room.page, f"people[{index}]"
    given = page.layout.placeholder(f"{slot}.picture").rect
    rect = Rect(given.x, given.y + pt(room.down), given.w, pt(room.height))
    name, shown = person.name.plain, f"{slot}.picture"
    alt = words_of(page.setter.language).portrait.format(name=name)
    portrait = picture_in(page, shown, person.picture, focus=EYES, alt=alt, rect=rect)
    return Person(
        rect,
        portrait or _initials(page, shown, name, (rect, room.seats.initials)),
        _name(room, slot, person, rect),
        page.fill(f"{slot}.role", person.role),
    )


def _name(room: Room, slot: str, person: PersonSpec, portrait: Rect) -> Fill | None:
    """The name; one broken at a hyphen in a narrower box, where that is cured by one and takes no more lines."""
    page = room.page
    name = page.fill(f"{slot}.name", person.name, style=room.style, baseline=room.name_line(portrait), limit=90)
    if name is None or not _broken(page, name):
        return name
    rect = name.rect
    narrower = (replace(name, rect=Rect(rect.x, rect.y, rect.w * part // 50, rect.h)) for part in range(49, 24, -1))
    return next((one for one in narrower if page.lines(one) == page.lines(name) and not _broken(page, one)), name)


def _levelled(room: Room, people: Sequence[Person]) -> Iterator[Part | None]:
    """The people with their roles below their names: those of a single row all on one line."""
    beside = room.seats.beside
    longest = max(room.page.lines(person.name) for person in people)
    for person in people:
        yield person.portrait
        yield person.name
        if person.name is not None and person.role is not None:
            lines = room.page.lines(person.name) if beside else longest
            baseline = room.name_line(person.rect) + ROLE + (lines - 1) * to_pt(person.name.style.pitch)
            yield _role(person.role, baseline, foot=to_pt(person.rect.bottom) + 6 if beside else FOOT)


def _role(role: Fill, baseline: float, foot: float) -> Fill:
    """The role with its first baseline here, and no lower than `foot`."""
    top = pt(baseline) - role.style.seat
    return replace(role, rect=Rect(role.rect.x, top, role.rect.w, role.rect.h), limit=pt(foot) - top)


def _initials(page: Page, slot: str, name: str, place: tuple[Rect, str]) -> Fill:
    """A rectangle of the tint with a person's initials, where there is no portrait. The name is read beside it.

    `place` is the rectangle, and the initials' style. They have no tracking, of which renderers put half on either side
    of a centred line, or all on one.
    """
    brand = page.setter.brand
    (rect, style_name), tint = place, brand.surface("tint")
    style = brand.style(style_name)
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


def _layout(brand: Brand, seats: Seats) -> Layout:
    frame = Frame(brand)
    boxes = [box for index in range(seats.count) for box in _boxes(frame, seats, index)]
    return frame.layout("people", seats.layout, frame.title_top(), *boxes)


def _boxes(frame: Frame, seats: Seats, index: int) -> tuple[Placeholder, Placeholder, Placeholder]:
    w, h = seats.picture
    row, column = divmod(index, len(seats.across))
    x, y = seats.across[column], seats.tops[row]
    left = x + w + BESIDE if seats.beside else x
    baseline = y + NAME_BESIDE if seats.beside else y + h + NAME_BELOW
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
            w=seats.width,
            h=30,
            max_lines=2 if seats.beside else 3,
        ),
        frame.hang(
            f"{slot}.role",
            f"Role {index + 1}",
            idx=60 + index,
            style="small",
            x=left,
            baseline=baseline + ROLE,
            w=seats.width,
            h=50,
            role="muted",
            max_lines=3,
        ),
    )
