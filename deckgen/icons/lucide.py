"""Icons of Lucide 1.62.0 (ISC, see LICENSE in this folder), by name: words to find it by, and its outline.

Strokes on a field of 24 x 24, as absolute M, L, C, O (a circle's centre and radius) and Z.
Written by tools/build_icons.py.
"""

ICONS: dict[str, tuple[str, str]] = {
    "accessibility": (
        "dda disability disabled wheelchair",
        "O16 4 1M18 19L19 12L13 13M5 8L8 5L13.5 8L11.14 11.5M4.24 14.5C3.66 16.39 4.25 18.43 5.74 19.73C7.22 21.03 9.33 21.33 11.12 20.5M13.76 17.5C14.34 15.61 13.75 13.57 12.26 12.27C10.78 10.97 8.67 10.67 6.88 11.5",
    ),
    "activity": (
        "action aftershock audio care defibrillator earthquake emergency er exercise fitness healthcare heart hospital intensive magnitude monitor motion movement music pulse rate richter room scale seismic shockwave signs synthesiser synthesizer tremor vital vitals waveform",
        "M22 12L19.52 12C18.62 12 17.83 12.6 17.59 13.46L15.24 21.82C15.21 21.93 15.11 22 15 22C14.89 22 14.79 21.93 14.76 21.82L9.24 2.18C9.21 2.07 9.11 2 9 2C8.89 2 8.79 2.07 8.76 2.18L6.41 10.54C6.17 11.4 5.38 12 4.49 12L2 12",
    ),
    "alarm-clock": (
        "morning",
        "O12 13 8M12 9L12 13L14 15M5 3L2 6M22 6L19 3M6.38 18.7L4 21M17.64 18.67L20 21",
    ),
    "ambulance": (
        "aid emergency first healthcare medical rescue siren transportation urgent vehicle",
        "M10 10L6 10M14 18L14 6C14 4.9 13.1 4 12 4L4 4C2.9 4 2 4.9 2 6L2 17C2 17.55 2.45 18 3 18L5 18M19 18L21 18C21.55 18 22 17.55 22 17L22 13.72C22 13.29 21.72 12.91 21.32 12.77L19.39 12.13C19.14 12.05 18.93 11.87 18.81 11.63L17.28 8.55C17.11 8.21 16.76 8 16.38 8L14 8M8 8L8 12M9 18L15 18O17 18 2O7 18 2",
    ),
    "apple": (
        "bite core diet food fresh fruit green grocery harvest healthy juicy nutrition orchard organic plant produce raw red snack sweet tart vitamin",
        "M12 6.53L12 3C12 2.45 12.45 2 13 2L13 2M18.24 21C20.68 18.24 22.02 14.68 22 11C22 8.63 20.61 6.49 18.45 5.52C16.29 4.56 13.76 4.95 12 6.53C10.24 4.95 7.71 4.56 5.55 5.52C3.39 6.49 2 8.63 2 11C1.99 14.68 3.33 18.24 5.76 21C6.68 22.03 8.19 22.3 9.41 21.65C11.03 20.78 12.97 20.78 14.59 21.65C15.81 22.3 17.32 22.03 18.24 21",
    ),
    "archive": (
        "backup box index records storage",
        "M3 3L21 3C21.55 3 22 3.45 22 4L22 7C22 7.55 21.55 8 21 8L3 8C2.45 8 2 7.55 2 7L2 4C2 3.45 2.45 3 3 3ZM4 8L4 19C4 20.1 4.9 21 6 21L18 21C19.1 21 20 20.1 20 19L20 8M10 12L14 12",
    ),
    "armchair": (
        "couch furniture leisure lounge loveseat sofa",
        "M19 9L19 6C19 4.9 18.1 4 17 4L7 4C5.9 4 5 4.9 5 6L5 9M3 16C3 17.1 3.9 18 5 18L19 18C20.1 18 21 17.1 21 16L21 11C21 9.9 20.1 9 19 9C17.9 9 17 9.9 17 11L17 12.5C17 12.78 16.78 13 16.5 13L7.5 13C7.22 13 7 12.78 7 12.5L7 11C7 9.9 6.1 9 5 9C3.9 9 3 9.9 3 11ZM5 18L5 20M19 18L19 20",
    ),
    "arrow-down": (
        "backwards direction reverse south",
        "M12 5L12 19M19 12L12 19L5 12",
    ),
    "arrow-left": (
        "<- back direction previous west",
        "M12 19L5 12L12 5M19 12L5 12",
    ),
    "arrow-left-right": (
        "-> 2-way <- bidirectional move reorder swap switch transaction two-way",
        "M8 3L4 7L8 11M4 7L20 7M16 21L20 17L16 13M20 17L4 17",
    ),
    "arrow-right": (
        "-> direction east forward next",
        "M5 12L19 12M12 5L19 12L12 19",
    ),
    "arrow-up": (
        "direction forward north",
        "M5 12L12 5L19 12M12 19L12 5",
    ),
    "atom": (
        "atomic chemistry electricity element energy molecule nuclear particle physics",
        "O12 12 1M20.2 20.2C22.24 18.17 20.22 12.84 15.7 8.3C11.16 3.78 5.83 1.76 3.8 3.8C1.76 5.83 3.78 11.16 8.3 15.7C12.84 20.22 18.17 22.24 20.2 20.2ZM15.7 15.7C20.22 11.16 22.24 5.83 20.2 3.8C18.17 1.76 12.84 3.78 8.3 8.3C3.78 12.84 1.76 18.17 3.8 20.2C5.83 22.24 11.16 20.22 15.7 15.7Z",
    ),
    "award": (
        "achievement badge prize rosette winner",
        "M15.48 12.89L16.99 21.42C17.03 21.62 16.93 21.83 16.75 21.93C16.57 22.04 16.34 22.02 16.18 21.89L12.6 19.2C12.25 18.93 11.76 18.93 11.41 19.2L7.82 21.88C7.66 22.02 7.43 22.04 7.25 21.93C7.07 21.83 6.97 21.62 7.01 21.42L8.52 12.89O12 8 6",
    ),
    "baby": (
        "child childproof children",
        "M10 16C10.5 16.3 11.2 16.5 12 16.5C12.8 16.5 13.5 16.3 14 16M15 12L15.01 12M19.38 6.81C20.08 7.83 20.56 8.99 20.8 10.2C21.49 10.53 21.93 11.23 21.93 12C21.93 12.77 21.49 13.47 20.8 13.8C19.91 17.95 16.24 20.91 12 20.91C7.76 20.91 4.09 17.95 3.2 13.8C2.51 13.47 2.07 12.77 2.07 12C2.07 11.23 2.51 10.53 3.2 10.2C4.05 6.02 7.73 3.01 12 3C14 3 15.5 4.1 15.5 5.5C15.5 6.9 14.6 8 13.5 8C12.7 8 12 7.6 12 7M9 12L9.01 12",
    ),
    "backpack": (
        "bag camping childhood hiking school travel",
        "M4 10C4 7.79 5.79 6 8 6L16 6C18.21 6 20 7.79 20 10L20 20C20 21.1 19.1 22 18 22L6 22C4.9 22 4 21.1 4 20ZM8 10L16 10M8 18L16 18M8 22L8 16C8 14.9 8.9 14 10 14L14 14C15.1 14 16 14.9 16 16L16 22M9 6L9 4C9 2.9 9.9 2 11 2L13 2C14.1 2 15 2.9 15 4L15 6",
    ),
    "badge-check": (
        "check verified",
        "M3.85 8.62C3.55 7.28 3.96 5.89 4.93 4.92C5.9 3.95 7.29 3.55 8.63 3.85C9.37 2.7 10.64 2 12 2C13.36 2 14.63 2.7 15.37 3.85C16.71 3.55 18.11 3.95 19.08 4.92C20.05 5.89 20.45 7.29 20.15 8.63C21.3 9.37 22 10.64 22 12C22 13.36 21.3 14.63 20.15 15.37C20.45 16.71 20.05 18.1 19.08 19.07C18.11 20.04 16.72 20.45 15.38 20.15C14.65 21.3 13.37 22 12.01 22C10.64 22 9.36 21.3 8.63 20.15C7.29 20.45 5.9 20.05 4.93 19.08C3.96 18.11 3.55 16.72 3.85 15.38C2.69 14.65 1.99 13.37 1.99 12C1.99 10.63 2.69 9.35 3.85 8.62ZM16 9L10.5 14.5L8 12",
    ),
    "badge-pound-sterling": (
        "british discount exchange finance financial gbp marketing monetization offer payment sale tag transaction voucher £",
        "M3.85 8.62C3.55 7.28 3.96 5.89 4.93 4.92C5.9 3.95 7.29 3.55 8.63 3.85C9.37 2.7 10.64 2 12 2C13.36 2 14.63 2.7 15.37 3.85C16.71 3.55 18.11 3.95 19.08 4.92C20.05 5.89 20.45 7.29 20.15 8.63C21.3 9.37 22 10.64 22 12C22 13.36 21.3 14.63 20.15 15.37C20.45 16.71 20.05 18.1 19.08 19.07C18.11 20.04 16.72 20.45 15.38 20.15C14.65 21.3 13.37 22 12.01 22C10.64 22 9.36 21.3 8.63 20.15C7.29 20.45 5.9 20.05 4.93 19.08C3.96 18.11 3.55 16.72 3.85 15.38C2.69 14.65 1.99 13.37 1.99 12C1.99 10.63 2.69 9.35 3.85 8.62ZM8 12L12 12M10 16L10 9.5C10 8.12 11.12 7 12.5 7C13.88 7 15 8.12 15 9.5M8 16L15 16",
    ),
    "banknote": (
        "currency money payment",
        "M4 6L20 6C21.1 6 22 6.9 22 8L22 16C22 17.1 21.1 18 20 18L4 18C2.9 18 2 17.1 2 16L2 8C2 6.9 2.9 6 4 6ZO12 12 2M6 12L6.01 12M18 12L18.01 12",
    ),
    "bell": (
        "alarm notification reminder sound",
        "M10.27 21C10.63 21.62 11.29 22 12 22C12.71 22 13.37 21.62 13.73 21M3.26 15.33C3 15.62 2.93 16.04 3.09 16.4C3.25 16.77 3.6 17 4 17L20 17C20.4 17 20.75 16.77 20.91 16.4C21.08 16.04 21.01 15.62 20.74 15.33C19.41 13.96 18 12.5 18 8C18 4.69 15.31 2 12 2C8.69 2 6 4.69 6 8C6 12.5 4.59 13.96 3.26 15.33",
    ),
    "book": (
        "academy author booklet college documentation education fiction high homework information knowledge leaflet learning library magazine novel pamphlet paperback reading research school script story student study tome university writer writing written",
        "M4 19.5L4 4.5C4 3.12 5.12 2 6.5 2L19 2C19.55 2 20 2.45 20 3L20 21C20 21.55 19.55 22 19 22L6.5 22C5.12 22 4 20.88 4 19.5C4 18.12 5.12 17 6.5 17L20 17",
    ),
    "book-check": (
        "authored blank booklet completed corrected documented done educated examined finished graduated homework informed knowledgeable language leaflet learned lesson library magazine marked pamphlet passed plain published read researched revealed schooled studied task tested ticked todo true truth verified written",
        "M4 19.5L4 4.5C4 3.12 5.12 2 6.5 2L19 2C19.55 2 20 2.45 20 3L20 21C20 21.55 19.55 22 19 22L6.5 22C5.12 22 4 20.88 4 19.5C4 18.12 5.12 17 6.5 17L20 17M9 9.5L11 11.5L15 7.5",
    ),
    "book-heart": (
        "crush diary emotion entries entry favorite favourite feminine girls high journal like love notepad notes novel organiser organizer personal planner private reading romance school secret sketchbook stationery teenager teens therapeutic therapist therapy writing written",
        "M4 19.5L4 4.5C4 3.12 5.12 2 6.5 2L19 2C19.55 2 20 2.45 20 3L20 21C20 21.55 19.55 22 19 22L6.5 22C5.12 22 4 20.88 4 19.5C4 18.12 5.12 17 6.5 17L20 17M8.62 9.8C8.05 9.2 7.85 8.34 8.1 7.55C8.36 6.76 9.02 6.18 9.84 6.03C10.65 5.88 11.48 6.19 12 6.84C12.52 6.2 13.35 5.89 14.16 6.04C14.97 6.19 15.63 6.78 15.89 7.56C16.14 8.34 15.95 9.2 15.38 9.8L12.75 12.66C12.56 12.88 12.29 13 12 13C11.71 13 11.44 12.88 11.25 12.66Z",
    ),
    "book-open": (
        "academy author blank booklet college documentation education fiction high homework information knowledge leaflet learning library magazine novel pages pamphlet plain reading research revealed school screenplay script story student study university writer writing written",
        "M12 5L12 21M20 19C21.11 19 22 18.1 22 17L22 5C22 3.9 21.11 3 20 3L16 3C14.43 3 12.94 3.74 12 5C11.06 3.74 9.57 3 8 3L4 3C2.9 3 2 3.9 2 5L2 17C2 18.1 2.89 19 4 19L8 19C9.57 19 11.06 19.74 12 21C12.94 19.74 14.43 19 16 19Z",
    ),
    "book-open-check": (
        "authored blank booklet completed corrected documented done educated examined finished graduated homework informed knowledgeable language leaflet learned lesson library magazine marked pages pamphlet passed plain published read researched revealed schooled studied task tested ticked todo true truth verified written",
        "M12 5L12 21M16 12L18 14L22 10M22 6L22 5C22 3.9 21.11 3 20 3L16 3C14.43 3 12.94 3.74 12 5C11.06 3.74 9.57 3 8 3L4 3C2.9 3 2 3.9 2 5L2 17C2 18.1 2.89 19 4 19L8 19C9.57 19 11.06 19.74 12 21C12.94 19.74 14.43 19 16 19L20 19C21.11 19 22 18.1 22 17L22 15.66",
    ),
    "book-open-text": (
        "academy author booklet college documentation education fiction high homework information knowledge leaflet learning library magazine novel pages pamphlet reading research revealed school script story student study university writer writing written",
        "M12 5L12 21M16 13L18 13M16 9L18 9M20 19C21.11 19 22 18.1 22 17L22 5C22 3.9 21.11 3 20 3L16 3C14.43 3 12.94 3.74 12 5C11.06 3.74 9.57 3 8 3L4 3C2.9 3 2 3.9 2 5L2 17C2 18.1 2.89 19 4 19L8 19C9.57 19 11.06 19.74 12 21C12.94 19.74 14.43 19 16 19ZM6 13L8 13M6 9L8 9",
    ),
    "book-text": (
        "academy author booklet college documentation education fiction high homework information knowledge leaflet learning library magazine novel pamphlet reading research school script story student study tome university writer writing written",
        "M4 19.5L4 4.5C4 3.12 5.12 2 6.5 2L19 2C19.55 2 20 2.45 20 3L20 21C20 21.55 19.55 22 19 22L6.5 22C5.12 22 4 20.88 4 19.5C4 18.12 5.12 17 6.5 17L20 17M8 11L16 11M8 7L14 7",
    ),
    "book-user": (
        "acquaintances addresses contacts details directory family friends listing networking numbers people person phone",
        "M15 13C15 11.34 13.66 10 12 10C10.34 10 9 11.34 9 13M4 19.5L4 4.5C4 3.12 5.12 2 6.5 2L19 2C19.55 2 20 2.45 20 3L20 21C20 21.55 19.55 22 19 22L6.5 22C5.12 22 4 20.88 4 19.5C4 18.12 5.12 17 6.5 17L20 17O12 8 2",
    ),
    "bookmark": (
        "attachment clip favorite file label mark marker pin read save stick tag",
        "M17 3C18.1 3 19 3.9 19 5L19 20C19 20.36 18.81 20.69 18.5 20.86C18.19 21.04 17.81 21.04 17.5 20.87L12.99 18.29C12.38 17.94 11.62 17.94 11.01 18.29L6.5 20.87C6.19 21.04 5.81 21.04 5.5 20.86C5.19 20.69 5 20.36 5 20L5 5C5 3.9 5.9 3 7 3Z",
    ),
    "boxes": (
        "cluster collection cubes geometry group packages parts units",
        "M2.97 12.92C2.37 13.28 2 13.93 2 14.63L2 17.87C2 18.57 2.37 19.22 2.97 19.58L5.97 21.38C6.6 21.76 7.4 21.76 8.03 21.38L12 19L12 13.5L7 10.5L2.97 12.92ZM7 16.5L2.26 13.65M7 16.5L12 13.5M7 16.5L7 21.67M12 13.5L12 19L15.97 21.38C16.6 21.76 17.4 21.76 18.03 21.38L21.03 19.58C21.63 19.22 22 18.57 22 17.87L22 14.63C22 13.93 21.63 13.28 21.03 12.92L17 10.5L12 13.5ZM17 16.5L12 13.5M17 16.5L21.74 13.65M17 16.5L17 21.67M7.97 4.42C7.37 4.78 7 5.43 7 6.13L7 10.5L12 13.5L17 10.5L17 6.13C17 5.43 16.63 4.78 16.03 4.42L13.03 2.62C12.4 2.24 11.6 2.24 10.97 2.62L7.97 4.42ZM12 8L7.26 5.15M12 8L16.74 5.15M12 13.5L12 8",
    ),
    "brain": (
        "ai artificial cerebral consciousness genius insight intellect intelligence intelligent medical mental mind smart think thought",
        "M12 18L12 5M15 13C13.22 12.48 12 10.85 12 9C12 10.85 10.78 12.48 9 13M17.71 6.29C18.24 5.18 18.04 3.86 17.2 2.96C16.35 2.05 15.05 1.76 13.9 2.21C12.75 2.66 12 3.77 12 5C12 3.77 11.25 2.66 10.1 2.21C8.95 1.76 7.65 2.05 6.8 2.96C5.96 3.86 5.76 5.18 6.29 6.29M18 5.12C19.19 5.43 20.17 6.27 20.66 7.39C21.16 8.52 21.1 9.81 20.52 10.89M18 18C19.81 18 21.4 16.78 21.87 15.04C22.33 13.29 21.57 11.44 20 10.54M19.97 17.48C20.16 18.96 19.51 20.42 18.29 21.27C17.07 22.13 15.47 22.23 14.15 21.54C12.83 20.85 12 19.49 12 18C12 19.49 11.17 20.85 9.85 21.54C8.53 22.23 6.93 22.13 5.71 21.27C4.49 20.42 3.84 18.96 4.03 17.48M6 18C4.19 18 2.6 16.78 2.13 15.04C1.67 13.29 2.43 11.44 4 10.54M6 5.12C4.81 5.43 3.83 6.27 3.34 7.39C2.84 8.52 2.9 9.81 3.48 10.89",
    ),
    "briefcase": (
        "bag baggage folder work",
        "M16 20L16 4C16 2.9 15.1 2 14 2L10 2C8.9 2 8 2.9 8 4L8 20M4 6L20 6C21.1 6 22 6.9 22 8L22 18C22 19.1 21.1 20 20 20L4 20C2.9 20 2 19.1 2 18L2 8C2 6.9 2.9 6 4 6Z",
    ),
    "building": (
        "organisation organization",
        "M12 10L12.01 10M12 14L12.01 14M12 6L12.01 6M16 10L16.01 10M16 14L16.01 14M16 6L16.01 6M8 10L8.01 10M8 14L8.01 14M8 6L8.01 6M9 22L9 19C9 18.45 9.45 18 10 18L14 18C14.55 18 15 18.45 15 19L15 22M6 2L18 2C19.1 2 20 2.9 20 4L20 20C20 21.1 19.1 22 18 22L6 22C4.9 22 4 21.1 4 20L4 4C4 2.9 4.9 2 6 2Z",
    ),
    "building-complex": (
        "business city company enterprise organisation organization skyscraper",
        "M10 12L14 12M10 8L14 8M14 21L14 18C14 16.9 13.1 16 12 16C10.9 16 10 16.9 10 18L10 21M6 10L4 10C2.9 10 2 10.9 2 12L2 19C2 20.1 2.9 21 4 21L20 21C21.1 21 22 20.1 22 19L22 9C22 7.9 21.1 7 20 7L18 7M6 21L6 5C6 3.9 6.9 3 8 3L16 3C17.1 3 18 3.9 18 5L18 21",
    ),
    "bus": (
        "transport trip vehicle",
        "M8 6L8 12M15 6L15 12M2 12L21.6 12M18 18L21 18C21 18 21.5 16.3 21.8 15.2C21.9 14.8 22 14.4 22 14C22 13.6 21.9 13.2 21.8 12.8L20.4 7.8C20.1 6.8 19.1 6 18 6L4 6C2.9 6 2 6.9 2 8L2 18L5 18O7 18 2M9 18L14 18O16 18 2",
    ),
    "cake": (
        "baking birthdate birthday celebration dessert fondant gateaux icing party sugar surprise sweet",
        "M20 21L20 13C20 11.9 19.1 11 18 11L6 11C4.9 11 4 11.9 4 13L4 21M4 16C4 16 4.5 15 6 15C7.5 15 8.5 17 10 17C11.5 17 12.5 15 14 15C15.5 15 16.5 17 18 17C19.5 17 20 16 20 16M2 21L22 21M7 8L7 11M12 8L12 11M17 8L17 11M7 4L7.01 4M12 4L12.01 4M17 4L17.01 4",
    ),
    "calculator": (
        "calculating count machine",
        "M6 2L18 2C19.1 2 20 2.9 20 4L20 20C20 21.1 19.1 22 18 22L6 22C4.9 22 4 21.1 4 20L4 4C4 2.9 4.9 2 6 2ZM8 6L16 6M16 14L16 18M16 10L16.01 10M12 10L12.01 10M8 10L8.01 10M12 14L12.01 14M8 14L8.01 14M12 18L12.01 18M8 18L8.01 18",
    ),
    "calendar": (
        "birthdate birthday date event month year",
        "M8 2L8 5M16 2L16 5M5 3L19 3C20.1 3 21 3.9 21 5L21 19C21 20.1 20.1 21 19 21L5 21C3.9 21 3 20.1 3 19L3 5C3 3.9 3.9 3 5 3ZM3 9L21 9",
    ),
    "calendar-check": (
        "complete confirm date day done event month schedule subscribe task tick todo year",
        "M8 2L8 5M16 2L16 5M5 3L19 3C20.1 3 21 3.9 21 5L21 19C21 20.1 20.1 21 19 21L5 21C3.9 21 3 20.1 3 19L3 5C3 3.9 3.9 3 5 3ZM3 9L21 9M9 15L11 17L15 13",
    ),
    "calendar-clock": (
        "clock date day event hour month year",
        "M16 14L16 16.2L17.6 17.2M16 2L16 5M21 7.34L21 5C21 3.9 20.1 3 19 3L5 3C3.9 3 3 3.9 3 5L3 19C3 20.1 3.9 21 5 21L7.34 21M3 9L8.86 9M8 2L8 5O16 16 6",
    ),
    "calendar-days": (
        "date event month year",
        "M8 2L8 5M16 2L16 5M5 3L19 3C20.1 3 21 3.9 21 5L21 19C21 20.1 20.1 21 19 21L5 21C3.9 21 3 20.1 3 19L3 5C3 3.9 3.9 3 5 3ZM3 9L21 9M8 13L8.01 13M12 13L12.01 13M16 13L16.01 13M8 17L8.01 17M12 17L12.01 17M16 17L16.01 17",
    ),
    "camera": (
        "capture device equipment focus image lens photo photography shot video visual webcam",
        "M14 4C14.73 4 15.41 4.4 15.76 5.05L16.24 5.95C16.59 6.6 17.27 7 18 7L20 7C21.1 7 22 7.9 22 9L22 18C22 19.1 21.1 20 20 20L4 20C2.9 20 2 19.1 2 18L2 9C2 7.9 2.9 7 4 7L6 7C6.73 7 7.41 6.6 7.76 5.95L8.25 5.05C8.59 4.4 9.27 4 10 4ZO12 13 3",
    ),
    "car": (
        "drive journey trip vehicle",
        "M19 17L21 17C21.6 17 22 16.6 22 16L22 13C22 12.1 21.3 11.3 20.5 11.1C18.7 10.6 16 10 16 10C16 10 14.7 8.6 13.8 7.7C13.3 7.3 12.7 7 12 7L5 7C4.4 7 3.9 7.4 3.6 7.9L2.2 10.8C2.07 11.19 2 11.59 2 12L2 16C2 16.6 2.4 17 3 17L5 17O7 17 2M9 17L15 17O17 17 2",
    ),
    "chart-column": (
        "analytics diagram graph statistics",
        "M3 3L3 19C3 20.1 3.9 21 5 21L21 21M18 17L18 9M13 17L13 5M8 17L8 14",
    ),
    "chart-line": (
        "analytics diagram graph statistics",
        "M3 3L3 19C3 20.1 3.9 21 5 21L21 21M19 9L14 14L10 10L7 13",
    ),
    "chart-no-axes-column-increasing": (
        "analytics diagram graph statistics trending up",
        "M5 21L5 15M12 21L12 9M19 21L19 3",
    ),
    "chart-pie": (
        "analytics diagram presentation statistics",
        "M21 12C21.55 12 22 11.55 21.95 11C21.47 6.27 17.73 2.53 13 2.05C12.45 2 12 2.45 12 3L12 11C12 11.55 12.45 12 13 12ZM21.21 15.89C19.46 20.03 15.16 22.49 10.71 21.91C6.25 21.33 2.73 17.85 2.1 13.4C1.47 8.95 3.88 4.63 8 2.83",
    ),
    "check": (
        "complete done task tick todo",
        "M20 6L9 17L4 12",
    ),
    "check-check": (
        "complete done double received task tick todo",
        "M18 6L7 17L2 12M22 10L14.5 17.5L13 16",
    ),
    "chef-hat": (
        "cooking food kitchen restaurant",
        "M17 21C17.55 21 18 20.55 18 20L18 14.65C18 14.19 18.32 13.81 18.73 13.61C20.48 12.77 21.38 10.79 20.86 8.92C20.33 7.04 18.53 5.82 16.59 6.02C15.8 4.18 14 3 12 3C10 3 8.2 4.18 7.41 6.02C5.47 5.82 3.67 7.04 3.15 8.92C2.62 10.79 3.52 12.77 5.27 13.61C5.68 13.81 6 14.19 6 14.65L6 20C6 20.55 6.45 21 7 21ZM6 17L18 17",
    ),
    "church": (
        "building temple",
        "M10 9L14 9M12 7L12 12M14 21L14 18C14 16.9 13.1 16 12 16C10.9 16 10 16.9 10 18L10 21M18 9L21.52 11.15C21.82 11.33 22 11.65 22 12L22 19C22 20.1 21.1 21 20 21L4 21C2.9 21 2 20.1 2 19L2 12C2 11.65 2.18 11.33 2.48 11.15L6 9M6 21L6 7C6 6.7 6.14 6.41 6.38 6.22L11.38 2.22C11.74 1.93 12.26 1.93 12.63 2.22L17.62 6.22C17.86 6.41 18 6.7 18 7L18 21",
    ),
    "circle-alert": (
        "alert danger exclamation mark warning",
        "O12 12 10M12 8L12 12M12 16L12.01 16",
    ),
    "circle-check": (
        "complete done task tick todo",
        "O12 12 10M16 9L10.5 14.5L8 12",
    ),
    "circle-pound-sterling": (
        "british coin currency gbp marketing monetization money payment penny £",
        "O12 12 10M10 16L10 9.5C10 8.12 11.12 7 12.5 7C13.88 7 15 8.12 15 9.5M8 12L12 12M8 16L15 16",
    ),
    "circle-question-mark": (
        "mark question",
        "O12 12 10M9.09 9C9.58 7.62 10.99 6.79 12.43 7.04C13.87 7.29 14.92 8.54 14.92 10C14.92 12 11.92 13 11.92 13M12 17L12.01 17",
    ),
    "circle-user": (
        "account contact person",
        "O12 12 10O12 10 3M7 20.66L7 19C7 17.9 7.9 17 9 17L15 17C16.1 17 17 17.9 17 19L17 20.66",
    ),
    "clipboard-check": (
        "complete copied done pasted task tick todo",
        "M9 2L15 2C15.55 2 16 2.45 16 3L16 5C16 5.55 15.55 6 15 6L9 6C8.45 6 8 5.55 8 5L8 3C8 2.45 8.45 2 9 2ZM16 4L18 4C19.1 4 20 4.9 20 6L20 20C20 21.1 19.1 22 18 22L6 22C4.9 22 4 21.1 4 20L4 6C4 4.9 4.9 4 6 4L8 4M9 14L11 16L15 12",
    ),
    "clipboard-list": (
        "copy paste tasks",
        "M9 2L15 2C15.55 2 16 2.45 16 3L16 5C16 5.55 15.55 6 15 6L9 6C8.45 6 8 5.55 8 5L8 3C8 2.45 8.45 2 9 2ZM16 4L18 4C19.1 4 20 4.9 20 6L20 20C20 21.1 19.1 22 18 22L6 22C4.9 22 4 21.1 4 20L4 6C4 4.9 4.9 4 6 4L8 4M12 11L16 11M12 16L16 16M8 11L8.01 11M8 16L8.01 16",
    ),
    "clock": (
        "alarm time watch",
        "O12 12 10M12 6L12 12L16 14",
    ),
    "cloud": (
        "weather",
        "M17.5 19L9 19C5.4 19 2.38 16.26 2.03 12.67C1.69 9.09 4.12 5.82 7.66 5.13C11.2 4.44 14.68 6.55 15.71 10L17.5 10C19.99 10 22 12.01 22 14.5C22 16.99 19.99 19 17.5 19Z",
    ),
    "cloud-sun": (
        "partly weather",
        "M12 2L12 4M4.93 4.93L6.34 6.34M20 12L22 12M19.07 4.93L17.66 6.34M15.95 12.65C16.2 11.13 15.55 9.6 14.29 8.72C13.02 7.83 11.36 7.76 10.02 8.52M13 22L7 22C4.37 22 2.19 19.96 2.01 17.33C1.84 14.71 3.72 12.4 6.33 12.04C8.94 11.69 11.37 13.42 11.9 16L13 16C14.66 16 16 17.34 16 19C16 20.66 14.66 22 13 22Z",
    ),
    "code": (
        "html programming source xml",
        "M16 18L22 12L16 6M8 6L2 12L8 18",
    ),
    "coffee": (
        "beverage cafe cup drink hot mug tea",
        "M10 2L10 4M14 2L14 4M16 8C16.55 8 17 8.45 17 9L17 17C17 19.21 15.21 21 13 21L7 21C4.79 21 3 19.21 3 17L3 9C3 8.45 3.45 8 4 8L18 8C20.21 8 22 9.79 22 12C22 14.21 20.21 16 18 16L17 16M6 2L6 4",
    ),
    "coins": (
        "cash finance gamble money",
        "M13.74 17.74C12.92 20.48 10.26 22.25 7.41 21.97C4.56 21.69 2.31 19.44 2.03 16.59C1.75 13.74 3.52 11.08 6.26 10.26M15 6L16 6L16 10M6.13 14.77L7 14.27L9 17.73O16 8 6",
    ),
    "compass": (
        "browser direction east north south west",
        "O12 12 10M16.24 7.76L14.44 13.17C14.24 13.77 13.77 14.24 13.17 14.44L7.76 16.24L9.56 10.83C9.76 10.23 10.23 9.76 10.83 9.56Z",
    ),
    "computer": (
        "chassis codespaces pc",
        "M12 18L18 18M6 18L6.01 18M8 6L9 6M4 14L20 14C21.1 14 22 14.9 22 16L22 20C22 21.1 21.1 22 20 22L4 22C2.9 22 2 21.1 2 20L2 16C2 14.9 2.9 14 4 14ZM6 2L18 2C19.1 2 20 2.9 20 4L20 12C20 13.1 19.1 14 18 14L6 14C4.9 14 4 13.1 4 12L4 4C4 2.9 4.9 2 6 2Z",
    ),
    "construction": (
        "barricade blockade maintenance roadwork",
        "M3 6L21 6C21.55 6 22 6.45 22 7L22 13C22 13.55 21.55 14 21 14L3 14C2.45 14 2 13.55 2 13L2 7C2 6.45 2.45 6 3 6ZM17 14L17 21M7 14L7 21M17 3L17 6M7 3L7 6M10 14L2.3 6.3M14 6L21.7 13.7M8 6L16 14",
    ),
    "contact": (
        "acquaintance family friend listing networking person user",
        "M16 2L16 4M7 21L7 19C7 17.9 7.9 17 9 17L15 17C16.1 17 17 17.9 17 19L17 21M8 2L8 4O12 10 3M5 3L19 3C20.1 3 21 3.9 21 5L21 19C21 20.1 20.1 21 19 21L5 21C3.9 21 3 20.1 3 19L3 5C3 3.9 3.9 3 5 3Z",
    ),
    "copyright": (
        "licence license",
        "O12 12 10M14.83 14.83C13.27 16.39 10.74 16.39 9.17 14.83C7.61 13.27 7.61 10.73 9.17 9.17C10.74 7.61 13.27 7.61 14.83 9.17",
    ),
    "credit-card": (
        "bank cc payment purchase",
        "M4 5L20 5C21.1 5 22 5.9 22 7L22 17C22 18.1 21.1 19 20 19L4 19C2.9 19 2 18.1 2 17L2 7C2 5.9 2.9 5 4 5ZM2 10L22 10M6 14L8 14",
    ),
    "cross": (
        "aid first healthcare",
        "M4 9C2.9 9 2 9.9 2 11L2 13C2 14.1 2.9 15 4 15L8 15C8.55 15 9 15.45 9 16L9 20C9 21.1 9.9 22 11 22L13 22C14.1 22 15 21.1 15 20L15 16C15 15.45 15.45 15 16 15L20 15C21.1 15 22 14.1 22 13L22 11C22 9.9 21.1 9 20 9L16 9C15.45 9 15 8.55 15 8L15 4C15 2.9 14.1 2 13 2L11 2C9.9 2 9 2.9 9 4L9 8C9 8.55 8.55 9 8 9Z",
    ),
    "database": (
        "bytes container memory pot servers storage tin",
        "M21 5C21 6.66 16.97 8 12 8C7.03 8 3 6.66 3 5C3 3.34 7.03 2 12 2C16.97 2 21 3.34 21 5ZM3 5L3 19C3 20.66 7.03 22 12 22C16.97 22 21 20.66 21 19L21 5M3 12C3 13.66 7.03 15 12 15C16.97 15 21 13.66 21 12",
    ),
    "dices": (
        "board dice game random tabletop",
        "M4 10L12 10C13.1 10 14 10.9 14 12L14 20C14 21.1 13.1 22 12 22L4 22C2.9 22 2 21.1 2 20L2 12C2 10.9 2.9 10 4 10ZM17.92 14L21.42 10.5C22.19 9.65 22.19 8.35 21.42 7.5L16.42 2.58C15.57 1.81 14.27 1.81 13.42 2.58L10 6M6 18L6.01 18M10 14L10.01 14M15 6L15.01 6M18 9L18.01 9",
    ),
    "door-open": (
        "egress emergency entrance entry exit gate gateway ingress",
        "M10 21L2 21M10 3L7 3C5.9 3 5 3.9 5 5L5 21M14 12L14.01 12M19 21L19 5C19 4.02 18.29 3.19 17.33 3.03L11.16 2.01C10.87 1.97 10.58 2.05 10.35 2.24C10.13 2.43 10 2.71 10 3L10 21C10 21.29 10.12 21.56 10.34 21.75C10.55 21.94 10.84 22.03 11.12 21.99ZM22 21L19 21",
    ),
    "download": (
        "export import save",
        "M12 15L12 3M21 15L21 19C21 20.1 20.1 21 19 21L5 21C3.9 21 3 20.1 3 19L3 15M7 10L12 15L17 10",
    ),
    "drafting-compass": (
        "arc calculate circumference curve diameter draw geometry measure radius sketch trigonometry",
        "M12.99 6.74L14.92 10.18M19.14 12C17.26 13.92 14.68 14.99 12 14.99C9.32 14.99 6.75 13.92 4.86 12M21 21L18.84 17.16M3 21L11.02 6.74O12 5 2",
    ),
    "drama": (
        "entertainment masks show theater theatre",
        "M10 11L10.01 11M14 6L14.01 6M18 6L18.01 6M6.5 13.1L6.51 13.1M22 5C22 14 18 17 16 17C14 17 10 14 10 5C10 3 12 2 16 2C20 2 22 3 22 5M17.4 9.9C16.6 10.7 15.4 10.7 14.6 9.9M10.1 7.1C9 7.2 7.7 7.7 6 8.6C2.5 10.6 1.3 12.5 2.3 14.2C6.8 22 11.8 22.6 13.5 21.6C14.4 21.1 15.4 19.5 15.4 16.9M9.1 16.5C9.4 15.4 10.5 14.8 11.5 15.1",
    ),
    "droplet": (
        "bead damp fluid globule liquid moisture water weather wet",
        "M12 22C15.87 22 19 18.87 19 15C19 13 18 11.1 16 9.5C14 7.9 12.5 5.5 12 3C11.5 5.5 10 7.9 8 9.5C6 11.1 5 13 5 15C5 18.87 8.13 22 12 22Z",
    ),
    "dumbbell": (
        "barbell gym weight workout",
        "M17.6 12.77C18.38 13.55 19.64 13.55 20.43 12.77C21.21 11.99 21.21 10.72 20.43 9.94L18.66 8.17C19.44 8.95 20.7 8.95 21.49 8.17C22.27 7.39 22.27 6.12 21.48 5.34L18.66 2.52C17.88 1.73 16.61 1.73 15.83 2.51C15.05 3.3 15.05 4.56 15.83 5.34L14.06 3.58C13.28 2.79 12.01 2.79 11.23 3.57C10.45 4.36 10.45 5.62 11.23 6.4ZM2.5 21.5L3.9 20.1M20.1 3.9L21.5 2.5M5.34 21.48C6.12 22.27 7.39 22.27 8.17 21.49C8.95 20.7 8.95 19.44 8.17 18.66L9.94 20.43C10.72 21.21 11.99 21.21 12.77 20.43C13.55 19.64 13.55 18.38 12.77 17.6L6.4 11.23C5.62 10.45 4.36 10.45 3.58 11.23C2.79 12.01 2.79 13.28 3.58 14.06L5.34 15.83C4.56 15.05 3.3 15.05 2.51 15.83C1.73 16.61 1.73 17.88 2.52 18.66ZM9.6 14.4L14.4 9.6",
    ),
    "ear": (
        "accessibility audio hearing noise",
        "M6 8.5C6 4.91 8.91 2 12.5 2C16.09 2 19 4.91 19 8.5C19 14.5 13 14.5 13 18.5C13 20.43 11.43 22 9.5 22C7.57 22 6 20.43 6 18.5M15 8.5C15 7.12 13.88 6 12.5 6C11.12 6 10 7.12 10 8.5L10 9.5C11.1 9.5 12 10.4 12 11.5C12 12.6 11.1 13.5 10 13.5",
    ),
    "earth": (
        "browser globe language translate world",
        "M21.54 15L17 15C15.9 15 15 15.9 15 17L15 21.54M7 3.34L7 5C7 6.66 8.34 8 10 8C11.1 8 12 8.9 12 10C12 11.1 12.9 12 14 12C15.1 12 16 11.1 16 10C16 8.9 16.9 8 18 8L21.17 8M11 21.95L11 18C11 16.9 10.1 16 9 16C7.9 16 7 15.1 7 14L7 13C7 11.9 6.1 11 5 11L2.05 11O12 12 10",
    ),
    "eighth-notes": (
        "audio music notes quavers sound",
        "M21 16L21 3C21 2.69 20.85 2.39 20.6 2.2C20.35 2.01 20.02 1.95 19.72 2.04L9.72 4.96C9.29 5.08 9 5.47 9 5.92L9 19O18 16 3O6 19 3",
    ),
    "euro": (
        "currency money payment",
        "M4 10L16 10M4 14L13 14M19 6C17.58 4.71 15.72 3.99 13.8 4C11.7 4.03 9.71 4.88 8.24 6.38C6.78 7.88 5.97 9.9 6 12C6 16.4 9.5 20 13.8 20C15.8 20 17.6 19.2 19 18",
    ),
    "eye": (
        "display expose preview read reveal see show view visibility visible vision watch",
        "M2.06 12.35C1.98 12.12 1.98 11.88 2.06 11.65C3.72 7.63 7.65 5 12 5C16.35 5 20.28 7.63 21.94 11.65C22.02 11.88 22.02 12.12 21.94 12.35C20.28 16.37 16.35 19 12 19C7.65 19 3.72 16.37 2.06 12.35O12 12 3",
    ),
    "eye-off": (
        "conceal hidden hide mask see view visibility vision watch",
        "M10.73 5.08C15.52 4.51 20.1 7.19 21.94 11.65C22.02 11.88 22.02 12.12 21.94 12.35C21.57 13.24 21.08 14.08 20.49 14.84M14.08 14.16C12.91 15.29 11.04 15.28 9.88 14.12C8.72 12.96 8.71 11.09 9.84 9.92M17.48 17.5C14.79 19.09 11.55 19.43 8.59 18.45C5.63 17.46 3.25 15.23 2.06 12.35C1.98 12.12 1.98 11.88 2.06 11.65C2.95 9.5 4.51 7.7 6.51 6.51M2 2L22 22",
    ),
    "face-slightly-smiling": (
        "aggressive emoji emotion friendly good happiness happy ironic passive patronizing positive smile",
        "M15 10L15 9M16.47 15C15.33 16.27 13.71 17 12 17C10.29 17 8.67 16.27 7.53 15M9 10L9 9O12 12 10",
    ),
    "factory": (
        "building business energy industry manufacture sector",
        "M12 16L12.01 16M16 16L16.01 16M3 19C3 20.1 3.9 21 5 21L19 21C20.1 21 21 20.1 21 19L21 8.5C21 8.32 20.9 8.15 20.74 8.06C20.58 7.97 20.39 7.98 20.23 8.08L15.77 10.92C15.61 11.02 15.42 11.03 15.26 10.94C15.1 10.85 15 10.68 15 10.5L15 8.5C15 8.32 14.9 8.15 14.74 8.06C14.58 7.97 14.39 7.98 14.23 8.08L9.77 10.92C9.62 11.02 9.42 11.03 9.26 10.94C9.1 10.85 9 10.68 9 10.5L9 5C9 3.9 8.1 3 7 3L5 3C3.9 3 3 3.9 3 5ZM8 16L8.01 16",
    ),
    "feather": (
        "author bird lightweight literature manuscript plumage plume poetry quill soft writing",
        "M14.09 18.41C13.71 18.79 13.2 19 12.67 19L5 19L5 11.33C5 10.8 5.21 10.29 5.59 9.91L11.75 3.75C14.09 1.41 17.9 1.41 20.24 3.75C22.58 6.09 22.58 9.9 20.24 12.24ZM16 8L2 22M17.49 15L9 15",
    ),
    "file": (
        "document",
        "M6 22C4.9 22 4 21.1 4 20L4 4C4 2.9 4.9 2 6 2L14 2C14.64 2 15.25 2.25 15.7 2.71L19.29 6.29C19.75 6.75 20 7.36 20 8L20 20C20 21.1 19.1 22 18 22ZM14 2L14 7C14 7.55 14.45 8 15 8L20 8",
    ),
    "file-check": (
        "complete document done task tick todo",
        "M6 22C4.9 22 4 21.1 4 20L4 4C4 2.9 4.9 2 6 2L14 2C14.64 2 15.25 2.25 15.7 2.71L19.29 6.29C19.75 6.75 20 7.36 20 8L20 20C20 21.1 19.1 22 18 22ZM14 2L14 7C14 7.55 14.45 8 15 8L20 8M9 15L11 17L15 13",
    ),
    "file-search": (
        "browser document find lens lost",
        "M6 22C4.9 22 4 21.1 4 20L4 4C4 2.9 4.9 2 6 2L14 2C14.64 2 15.25 2.25 15.7 2.71L19.29 6.29C19.75 6.75 20 7.36 20 8L20 20C20 21.1 19.1 22 18 22ZM14 2L14 7C14 7.55 14.45 8 15 8L20 8O11.5 14.5 2.5M13.3 16.3L15 18",
    ),
    "file-text": (
        "data document pdf txt",
        "M6 22C4.9 22 4 21.1 4 20L4 4C4 2.9 4.9 2 6 2L14 2C14.64 2 15.25 2.25 15.7 2.71L19.29 6.29C19.75 6.75 20 7.36 20 8L20 20C20 21.1 19.1 22 18 22ZM14 2L14 7C14 7.55 14.45 8 15 8L20 8M10 9L8 9M16 13L8 13M16 17L8 17",
    ),
    "files": (
        "copy documents multiple",
        "M15 2L11 2C9.9 2 9 2.9 9 4L9 15C9 16.1 9.9 17 11 17L19 17C20.1 17 21 16.1 21 15L21 8M16.71 2.71C16.25 2.25 15.64 2 15 2L15 7C15 7.55 15.45 8 16 8L21 8C21 7.36 20.75 6.75 20.29 6.29ZM5 7C3.9 7 3 7.9 3 9L3 20C3 21.1 3.9 22 5 22L13 22C13.71 22 14.37 21.62 14.73 21",
    ),
    "fingerprint-pattern": (
        "2fa authentication biometric identity security",
        "M12 10C10.9 10 10 10.9 10 12C10 13.02 9.9 14.51 9.74 16M14 13.12C14 15.5 14 19.5 13 22M17.29 21.02C17.41 20.42 17.72 18.72 17.79 18M2 12C2 7.7 4.75 3.87 8.84 2.51C12.92 1.15 17.42 2.56 20 6M2 16L2.01 16M21.8 16C22 14 21.93 10.65 21.8 10M5 19.5C5.5 18 6 15 6 12C6 11.32 6.11 10.64 6.34 10M8.65 22C8.86 21.34 9.1 20.68 9.22 20M9 6.8C10.86 5.73 13.15 5.73 15 6.8C16.86 7.87 18 9.86 18 12L18 14",
    ),
    "fire-extinguisher": (
        "amenities brigade compressed cylinder department emergency equipment firefighter fireman flames foam hose safety smoke spray station suppress tank water",
        "M15 6.5L15 3C15 2.45 14.55 2 14 2L12 2C11.45 2 11 2.45 11 3L11 6.5M9 18L17 18M18 3L15 3M11 3C7.69 3 5 5.69 5 9L5 20M5 13L9 13M17 10C17 7.79 15.21 6 13 6C10.79 6 9 7.79 9 10L9 20C9 21.1 9.9 22 11 22L15 22C16.1 22 17 21.1 17 20Z",
    ),
    "flag": (
        "attention banner goal marker milestone notice notification report signal warning",
        "M4 22L4 4C4 3.69 4.15 3.39 4.4 3.2C5.44 2.42 6.7 2 8 2C11 2 13 4 15.33 4C16.67 4 17.69 3.73 18.4 3.2C18.7 2.97 19.11 2.94 19.45 3.11C19.79 3.27 20 3.62 20 4L20 14C20 14.31 19.85 14.61 19.6 14.8C18.56 15.58 17.3 16 16 16C13 16 11 14 8 14C6.52 14 5.1 14.54 4 15.53",
    ),
    "flame": (
        "brigade burn burning department ember embers emergency fire firefighter fireman glow heat ignite light lit passion smoke spark station",
        "M12 3C12.67 5.67 14 7.83 16 9.5C18 11.17 19 13 19 15C19 18.87 15.87 22 12 22C8.13 22 5 18.87 5 15C5 13.92 5.35 12.87 6 12C6 13.38 7.12 14.5 8.5 14.5C9.88 14.5 11 13.38 11 12C11 10 9.5 9 9.5 7C9.5 5.67 10.33 4.33 12 3",
    ),
    "flask-conical": (
        "beaker chemistry erlenmeyer experiment lab test",
        "M14 2L14 8C14 8.34 14.08 8.67 14.24 8.96L19.75 19.04C20.09 19.66 20.08 20.41 19.72 21.02C19.36 21.63 18.71 22 18 22L6 22C5.29 22 4.64 21.63 4.28 21.02C3.92 20.41 3.91 19.66 4.25 19.04L9.75 8.96C9.92 8.67 10 8.34 10 8L10 2M6.45 15L17.55 15M8.5 2L15.5 2",
    ),
    "flower": (
        "nature plant spring sustainability",
        "O12 12 3M12 16.5C12 18.99 9.99 21 7.5 21C5.01 21 3 18.99 3 16.5C3 14.01 5.01 12 7.5 12C5.01 12 3 9.99 3 7.5C3 5.01 5.01 3 7.5 3C9.99 3 12 5.01 12 7.5C12 5.01 14.01 3 16.5 3C18.99 3 21 5.01 21 7.5C21 9.99 18.99 12 16.5 12C18.99 12 21 14.01 21 16.5C21 18.99 18.99 21 16.5 21C14.01 21 12 18.99 12 16.5M12 7.5L12 9M7.5 12L9 12M16.5 12L15 12M12 16.5L12 15M8 8L9.88 9.88M14.12 9.88L16 8M8 16L9.88 14.12M14.12 14.12L16 16",
    ),
    "folder": (
        "directory",
        "M20 20C21.1 20 22 19.1 22 18L22 8C22 6.9 21.1 6 20 6L12.1 6C11.42 6.01 10.78 5.67 10.41 5.1L9.6 3.9C9.23 3.34 8.6 3 7.93 3L4 3C2.9 3 2 3.9 2 5L2 18C2 19.1 2.9 20 4 20Z",
    ),
    "folder-open": (
        "directory",
        "M6 14L7.5 11.1C7.83 10.44 8.5 10.02 9.24 10L20 10C20.62 10 21.2 10.28 21.58 10.77C21.96 11.26 22.09 11.9 21.94 12.5L20.4 18.5C20.17 19.39 19.37 20.01 18.45 20L4 20C2.9 20 2 19.1 2 18L2 5C2 3.9 2.9 3 4 3L7.9 3C8.58 2.99 9.22 3.33 9.59 3.9L10.4 5.1C10.77 5.66 11.4 6 12.07 6L18 6C19.1 6 20 6.9 20 8L20 10",
    ),
    "folders": (
        "copy directories multiple",
        "M20 5C21.1 5 22 5.9 22 7L22 14C22 15.1 21.1 16 20 16L9 16C7.9 16 7 15.1 7 14L7 5C7 3.9 7.9 3 9 3L11.5 3C11.97 3 12.42 3.22 12.7 3.6L13.3 4.4C13.58 4.78 14.03 5 14.5 5ZM3 8.27C2.38 8.63 2 9.29 2 10.01L2 19C2 20.1 2.9 21 4 21L15 21C15.71 21 16.37 20.62 16.73 20",
    ),
    "footprints": (
        "feet foot shoe steps trail walking",
        "M4 16L4 13.62C4 11.5 2.97 10.5 3 8C3.03 5.28 4.49 2 7.5 2C9.37 2 10 3.8 10 5.5C10 8.61 8 11.16 8 14.18L8 16C8 17.1 7.1 18 6 18C4.9 18 4 17.1 4 16ZM20 20L20 17.62C20 15.5 21.03 14.5 21 12C20.97 9.28 19.51 6 16.5 6C14.63 6 14 7.8 14 9.5C14 12.61 16 15.16 16 18.18L16 20C16 21.1 16.9 22 18 22C19.1 22 20 21.1 20 20ZM16 17L20 17M4 13L8 13",
    ),
    "funnel": (
        "filter hopper",
        "M10 20C10 20.38 10.21 20.73 10.55 20.89L12.55 21.89C12.86 22.05 13.23 22.03 13.53 21.85C13.82 21.67 14 21.35 14 21L14 14C14 13.5 14.18 13.03 14.52 12.66L21.74 4.67C22 4.38 22.07 3.96 21.91 3.59C21.75 3.23 21.39 3 21 3L3 3C2.6 3 2.25 3.23 2.09 3.59C1.93 3.96 1.99 4.38 2.26 4.67L9.48 12.66C9.82 13.03 10 13.5 10 14Z",
    ),
    "gauge": (
        "dashboard dial level measure meter pressure speed",
        "M12 14L16 10M3.34 19C0.91 14.8 1.85 9.46 5.57 6.34C9.29 3.22 14.71 3.22 18.43 6.34C22.15 9.46 23.09 14.8 20.66 19",
    ),
    "gavel": (
        "authority court decision hammer hands judgment justice law legal mallet penalty",
        "M14 13L5.62 21.38C4.79 22.21 3.45 22.21 2.62 21.38C1.79 20.55 1.79 19.21 2.62 18.38L11 10M16 16L22 10M21.5 10.5L13.5 2.5M8 8L14 2M8.5 7.5L16.5 15.5",
    ),
    "gift": (
        "birthday box party present",
        "M12 7L12 21M20 11L20 19C20 20.1 19.1 21 18 21L6 21C4.9 21 4 20.1 4 19L4 11M7.5 7C6.12 7 5 5.88 5 4.5C5 3.12 6.12 2 7.5 2C9.47 1.97 11.26 3.95 12 7C12.74 3.95 14.53 1.97 16.5 2C17.88 2 19 3.12 19 4.5C19 5.88 17.88 7 16.5 7M4 7L20 7C20.55 7 21 7.45 21 8L21 10C21 10.55 20.55 11 20 11L4 11C3.45 11 3 10.55 3 10L3 8C3 7.45 3.45 7 4 7Z",
    ),
    "git-merge": (
        "code control version",
        "O18 18 3O6 6 3M6 21L6 9C6 13.97 10.03 18 15 18",
    ),
    "glasses": (
        "spectacles",
        "O6 15 4O18 15 4M14 15C14 13.9 13.1 13 12 13C10.9 13 10 13.9 10 15M2.5 13L5 7C5.7 5.7 6.4 5 8 5M21.5 13L19 7C18.3 5.7 17.5 5 16 5",
    ),
    "globe": (
        "browser language translate world",
        "O12 12 10M12 2C6.67 7.6 6.67 16.4 12 22C17.33 16.4 17.33 7.6 12 2M2 12L22 12",
    ),
    "goal": (
        "bullseye flag",
        "M12 13L12 2L20 6L12 10M20.56 10.22C22.04 14.79 19.68 19.71 15.19 21.42C10.7 23.12 5.67 20.99 3.75 16.59C1.83 12.19 3.71 7.06 8.01 4.93M8 10C6.62 11.83 6.67 14.38 8.12 16.16C9.57 17.94 12.05 18.5 14.13 17.52C16.21 16.54 17.35 14.27 16.9 12.02",
    ),
    "graduation-cap": (
        "academic bachelor's ceremony diploma doctorate education hat learn master's mortarboard school study university",
        "M21.42 10.92C21.79 10.76 22.02 10.4 22.02 10C22.01 9.6 21.77 9.24 21.4 9.08L12.83 5.18C12.3 4.94 11.7 4.94 11.17 5.18L2.6 9.08C2.24 9.24 2 9.6 2 10C2 10.39 2.24 10.75 2.6 10.91L11.17 14.82C11.7 15.06 12.3 15.06 12.83 14.82ZM22 10L22 16M6 12.5L6 16C6 17.66 8.69 19 12 19C15.31 19 18 17.66 18 16L18 12.5",
    ),
    "group": (
        "cluster collection cubes dashed gather packages parts units",
        "M3 7L3 5C3 3.9 3.9 3 5 3L7 3M17 3L19 3C20.1 3 21 3.9 21 5L21 7M21 17L21 19C21 20.1 20.1 21 19 21L17 21M7 21L5 21C3.9 21 3 20.1 3 19L3 17M8 7L13 7C13.55 7 14 7.45 14 8L14 11C14 11.55 13.55 12 13 12L8 12C7.45 12 7 11.55 7 11L7 8C7 7.45 7.45 7 8 7ZM11 12L16 12C16.55 12 17 12.45 17 13L17 16C17 16.55 16.55 17 16 17L11 17C10.45 17 10 16.55 10 16L10 13C10 12.45 10.45 12 11 12Z",
    ),
    "guitar": (
        "acoustic audio band concert country instrument lead loud music noise performance play riff rock sound strings",
        "M11.9 12.1L16.41 7.59M20.1 2.3C19.71 1.92 19.09 1.92 18.7 2.3L17.59 3.41C17.21 3.79 17 4.3 17 4.83L17 6.17C17 6.7 16.79 7.21 16.41 7.59C16.79 7.21 17.3 7 17.83 7L19.17 7C19.7 7 20.21 6.79 20.59 6.41L21.7 5.3C22.08 4.91 22.08 4.29 21.7 3.9ZM6 16L8 18M8.23 9.85C8.69 8.73 9.79 8 11 8C13.76 8 16 10.24 16 13C16 14.21 15.27 15.31 14.15 15.77L13.23 16.15C12.48 16.46 12 17.19 12 18C12 20.21 10.21 22 8 22C4.69 22 2 19.31 2 16C2 13.79 3.79 12 6 12C6.81 12 7.54 11.52 7.85 10.77Z",
    ),
    "hammer": (
        "build construction diy mallet nails toolbox",
        "M15 12L5.63 21.37C4.8 22.2 3.46 22.2 2.63 21.37C1.8 20.55 1.8 19.2 2.63 18.37L12 9M18 15L22 11M21.5 11.5L19.59 9.59C19.21 9.21 19 8.7 19 8.17L19 7.83C19 7.3 18.79 6.79 18.41 6.41L16.76 4.76C15.63 3.63 14.11 3 12.52 3L9 3L10.24 4.24C11.37 5.37 12 6.89 12 8.48L12 10L14 12L15.17 12C15.7 12 16.21 12.21 16.59 12.59L18.5 14.5",
    ),
    "hand": (
        "grab mouse move wave",
        "M18 11L18 6C18 4.9 17.1 4 16 4C14.9 4 14 4.9 14 6M14 10L14 4C14 2.9 13.1 2 12 2C10.9 2 10 2.9 10 4L10 6M10 10.5L10 6C10 4.9 9.1 4 8 4C6.9 4 6 4.9 6 6L6 14M18 8C18 6.9 18.9 6 20 6C21.1 6 22 6.9 22 8L22 14C22 18.42 18.42 22 14 22L12 22C9.2 22 7.5 21.14 6.01 19.66L2.41 16.06C1.7 15.27 1.73 14.06 2.48 13.3C3.24 12.55 4.45 12.52 5.24 13.24L7 15",
    ),
    "hand-coins": (
        "allowance banking finance handout money mortgage offers payment payroll pennies pocket received savings wage",
        "M11 15L13 15C14.1 15 15 14.1 15 13C15 11.9 14.1 11 13 11L10 11C9.4 11 8.9 11.2 8.6 11.6L3 17M7 21L8.6 19.6C8.9 19.2 9.4 19 10 19L14 19C15.1 19 16.1 18.6 16.8 17.8L21.4 13.4C22.2 12.64 22.24 11.37 21.48 10.57C20.72 9.77 19.45 9.73 18.65 10.49L14.45 14.39M2 16L8 22O16 9 2.9O6 5 3",
    ),
    "hand-heart": (
        "emotion like love",
        "M11 14L13 14C14.1 14 15 13.1 15 12C15 10.9 14.1 10 13 10L10 10C9.4 10 8.9 10.2 8.6 10.6L3 16M14.45 13.39L19.5 8.7C20.2 8 21 6.85 21 5.75C21 4.61 20.3 3.59 19.23 3.18C18.17 2.77 16.96 3.06 16.2 3.91C16.15 3.97 16.08 4 16 4C15.92 4 15.85 3.97 15.8 3.91C15.04 3.06 13.83 2.77 12.77 3.18C11.7 3.59 11 4.61 11 5.75C11 6.95 11.8 8 12.5 8.7L16 11.95M2 15L8 21M7 20L8.6 18.6C8.9 18.2 9.4 18 10 18L14 18C15.1 18 16.1 17.6 16.8 16.8L21.4 12.4C22.2 11.64 22.24 10.37 21.48 9.57C20.72 8.77 19.45 8.73 18.65 9.49",
    ),
    "hand-helping": (
        "agreement begging charity help proposal terms",
        "M11 12L13 12C14.1 12 15 11.1 15 10C15 8.9 14.1 8 13 8L10 8C9.4 8 8.9 8.2 8.6 8.6L3 14M7 18L8.6 16.6C8.9 16.2 9.4 16 10 16L14 16C15.1 16 16.1 15.6 16.8 14.8L21.4 10.4C22.2 9.64 22.24 8.37 21.48 7.57C20.72 6.77 19.45 6.73 18.65 7.49L14.45 11.39M2 13L8 19",
    ),
    "handshake": (
        "agreement assistance business cooperation deal friendship partnership terms union",
        "M11 17L13 19C13.83 19.83 15.17 19.83 16 19C16.83 18.17 16.83 16.83 16 16M14 14L16.5 16.5C17.33 17.33 18.67 17.33 19.5 16.5C20.33 15.67 20.33 14.33 19.5 13.5L15.62 9.62C14.45 8.45 12.55 8.45 11.38 9.62L10.5 10.5C9.67 11.33 8.33 11.33 7.5 10.5C6.67 9.67 6.67 8.33 7.5 7.5L10.31 4.69C12.19 2.82 15.09 2.46 17.37 3.82L17.84 4.1C18.27 4.36 18.77 4.45 19.26 4.35L21 4M21 3L22 14L20 14M3 3L2 14L8.5 20.5C9.33 21.33 10.67 21.33 11.5 20.5C12.33 19.67 12.33 18.33 11.5 17.5M3 4L11 4",
    ),
    "hard-hat": (
        "construction helmet safety",
        "M10 10L10 5C10 4.45 10.45 4 11 4L13 4C13.55 4 14 4.45 14 5L14 10M14 6C17.31 6 20 8.69 20 12L20 15M4 15L4 12C4 8.69 6.69 6 10 6M3 15L21 15C21.55 15 22 15.45 22 16L22 18C22 18.55 21.55 19 21 19L3 19C2.45 19 2 18.55 2 18L2 16C2 15.45 2.45 15 3 15Z",
    ),
    "hash": (
        "hashtag number pound",
        "M4 9L20 9M4 15L20 15M10 3L8 21M16 3L14 21",
    ),
    "headphones": (
        "audio music sound",
        "M3 14L6 14C7.1 14 8 14.9 8 16L8 19C8 20.1 7.1 21 6 21L5 21C3.9 21 3 20.1 3 19L3 12C3 7.03 7.03 3 12 3C16.97 3 21 7.03 21 12L21 19C21 20.1 20.1 21 19 21L18 21C16.9 21 16 20.1 16 19L16 16C16 14.9 16.9 14 18 14L21 14",
    ),
    "headset": (
        "audio call center gaming headphones music phone sound telephone video voip",
        "M3 11L6 11C7.1 11 8 11.9 8 13L8 16C8 17.1 7.1 18 6 18L5 18C3.9 18 3 17.1 3 16L3 11ZM3 11C3 6.03 7.03 2 12 2C16.97 2 21 6.03 21 11M21 11L21 16C21 17.1 20.1 18 19 18L18 18C16.9 18 16 17.1 16 16L16 13C16 11.9 16.9 11 18 11L21 11ZM21 16L21 18C21 20.21 19.21 22 17 22L12 22",
    ),
    "heart": (
        "cards emotion like love playing suit",
        "M2 9.5C2 7.22 3.4 5.18 5.53 4.36C7.66 3.55 10.07 4.13 11.59 5.82C11.7 5.94 11.84 6 12 6C12.16 6 12.3 5.94 12.41 5.82C13.93 4.12 16.34 3.53 18.47 4.35C20.61 5.16 22.01 7.22 22 9.5C22 11.79 20.5 13.5 19 15L13.51 20.31C13.13 20.75 12.59 21 12.01 21C11.44 21 10.89 20.76 10.51 20.33L5 15C3.5 13.5 2 11.8 2 9.5",
    ),
    "heart-handshake": (
        "agreement charity deal emotion handshake help terms together",
        "M19.41 14.41C21 12.83 22 11.5 22 9.5C22 7.22 20.6 5.18 18.47 4.36C16.34 3.55 13.93 4.13 12.41 5.82C12.18 6.04 11.82 6.04 11.59 5.83C10.07 4.13 7.66 3.55 5.53 4.37C3.41 5.18 2 7.22 2 9.5C2 11.8 3.5 13.5 5 15L10.54 20.36C10.9 20.76 11.42 20.99 11.96 21C12.51 21.01 13.03 20.8 13.41 20.41C13.81 20.02 14.03 19.48 14.03 18.91C14.03 18.35 13.81 17.81 13.41 17.41C13.94 18 14.74 18.24 15.5 18.05C16.26 17.86 16.86 17.27 17.05 16.5C17.24 15.74 16.99 14.94 16.41 14.41C16.81 14.81 17.35 15.04 17.91 15.04C18.48 15.04 19.02 14.81 19.41 14.41C20.19 13.63 20.19 12.37 19.41 11.59L17.53 9.7C17.08 9.25 16.47 9 15.83 9C15.19 9 14.58 9.25 14.12 9.7L12.41 11.41C11.63 12.19 10.37 12.19 9.59 11.41C8.81 10.63 8.81 9.37 9.59 8.59L12.41 5.82",
    ),
    "heart-pulse": (
        "blood cardiac diastole health heartbeat medical pressure pulse systole",
        "M2 9.5C2 7.22 3.4 5.18 5.53 4.36C7.66 3.55 10.07 4.13 11.59 5.82C11.7 5.94 11.84 6 12 6C12.16 6 12.3 5.94 12.41 5.82C13.93 4.12 16.34 3.53 18.47 4.35C20.61 5.16 22.01 7.22 22 9.5C22 11.79 20.5 13.5 19 15L13.51 20.31C13.13 20.75 12.59 21 12.01 21C11.44 21 10.89 20.76 10.51 20.33L5 15C3.5 13.5 2 11.8 2 9.5M3.22 13L9.5 13L10 12L12 16.5L14 9.5L15.5 13L20.77 13",
    ),
    "hospital": (
        "building clinic doctor emergency healthcare hospice infirmary medical room sanatorium vet ward",
        "M12 7L12 11M14 21L14 18C14 16.9 13.1 16 12 16C10.9 16 10 16.9 10 18L10 21M14 9L10 9M18 11L20 11C21.1 11 22 11.9 22 13L22 19C22 20.1 21.1 21 20 21L4 21C2.9 21 2 20.1 2 19L2 10C2 8.9 2.9 8 4 8L6 8M18 21L18 5C18 3.9 17.1 3 16 3L8 3C6.9 3 6 3.9 6 5L6 21",
    ),
    "hourglass": (
        "sandglass time timer",
        "M5 22L19 22M5 2L19 2M17 22L17 17.83C17 17.3 16.79 16.79 16.41 16.41L12 12L7.59 16.41C7.21 16.79 7 17.3 7 17.83L7 22M7 2L7 6.17C7 6.7 7.21 7.21 7.59 7.59L12 12L16.41 7.59C16.79 7.21 17 6.7 17 6.17L17 2",
    ),
    "house": (
        "architecture building home living residence",
        "M15 21L15 13C15 12.45 14.55 12 14 12L10 12C9.45 12 9 12.45 9 13L9 21M3 10C3 9.41 3.26 8.85 3.71 8.47L10.71 2.47C11.45 1.84 12.55 1.84 13.29 2.47L20.29 8.47C20.74 8.85 21 9.41 21 10L21 19C21 20.1 20.1 21 19 21L5 21C3.9 21 3 20.1 3 19Z",
    ),
    "id-card": (
        "authentication badge card identity secure",
        "M13 19C13 16.79 11.21 15 9 15C6.79 15 5 16.79 5 19M16 10L18 10M16 14L18 14O9 12 3M4 5L20 5C21.1 5 22 5.9 22 7L22 17C22 18.1 21.1 19 20 19L4 19C2.9 19 2 18.1 2 17L2 7C2 5.9 2.9 5 4 5Z",
    ),
    "image": (
        "photo picture",
        "M5 3L19 3C20.1 3 21 3.9 21 5L21 19C21 20.1 20.1 21 19 21L5 21C3.9 21 3 20.1 3 19L3 5C3 3.9 3.9 3 5 3ZO9 9 2M21 15L17.91 11.91C17.13 11.13 15.87 11.13 15.09 11.91L6 21",
    ),
    "images": (
        "album collection copy gallery multiple photo picture showcase slideshow",
        "M22 11L20.7 9.7C20.25 9.25 19.64 8.99 19 8.99C18.36 8.99 17.75 9.25 17.3 9.7L11 16M4 8C2.9 8 2 8.9 2 10L2 20C2 21.1 2.9 22 4 22L14 22C15.1 22 16 21.1 16 20O13 7 1M10 2L20 2C21.1 2 22 2.9 22 4L22 14C22 15.1 21.1 16 20 16L10 16C8.9 16 8 15.1 8 14L8 4C8 2.9 8.9 2 10 2Z",
    ),
    "inbox": (
        "email",
        "M22 12L16 12L14 15L10 15L8 12L2 12M5.45 5.11L2 12L2 18C2 19.1 2.9 20 4 20L20 20C21.1 20 22 19.1 22 18L22 12L18.55 5.11C18.21 4.43 17.52 4 16.76 4L7.24 4C6.48 4 5.79 4.43 5.45 5.11Z",
    ),
    "info": (
        "about advice clue details help hint indicator information knowledge notice status support tooltip",
        "O12 12 10M12 16L12 12M12 8L12.01 8",
    ),
    "key": (
        "authentication fob keychain login password ring secure unlock",
        "M2 21L11.6 11.4M7.5 15.5L9.8 17.8C10.18 18.19 10.18 18.81 9.8 19.2L7.7 21.3C7.31 21.68 6.69 21.68 6.3 21.3L4 19O15.5 7.5 5.5",
    ),
    "keyboard": (
        "layout mouse settings spell",
        "M10 8L10.01 8M12 12L12.01 12M14 8L14.01 8M16 12L16.01 12M18 8L18.01 8M6 8L6.01 8M7 16L17 16M8 12L8.01 12M4 4L20 4C21.1 4 22 4.9 22 6L22 18C22 19.1 21.1 20 20 20L4 20C2.9 20 2 19.1 2 18L2 6C2 4.9 2.9 4 4 4Z",
    ),
    "landmark": (
        "ancient architecture art bank building capitol classical columns doric finance gallery government hall historic history institute institution library money monument museum pediment pillars portico site structure temple",
        "M10 18L10 11M11.12 2.21C11.67 1.93 12.33 1.93 12.88 2.21L20.72 6.05C20.93 6.15 21.04 6.39 20.99 6.61C20.94 6.84 20.73 7 20.5 7L3.5 7C3.27 7 3.07 6.84 3.01 6.61C2.96 6.39 3.07 6.15 3.28 6.05ZM14 18L14 11M18 18L18 11M3 22L21 22M6 18L6 11",
    ),
    "languages": (
        "translate",
        "M5 8L11 14M4 14L10 8L12 5M2 5L14 5M7 2L8 2M22 22L17 12L12 22M14 18L20 18",
    ),
    "laptop": (
        "computer remote screen",
        "M18 5C19.1 5 20 5.9 20 7L20 15.53C20 15.84 20.07 16.14 20.21 16.42L21.28 18.55C21.44 18.86 21.42 19.23 21.24 19.53C21.05 19.82 20.73 20 20.38 20L3.62 20C3.27 20 2.95 19.82 2.76 19.53C2.58 19.23 2.56 18.86 2.72 18.55L3.79 16.42C3.93 16.14 4 15.84 4 15.53L4 7C4 5.9 4.9 5 6 5ZM20.05 15.99L3.95 15.99",
    ),
    "layers": (
        "copies copy pages paperwork pile sheets stack",
        "M12.83 2.18C12.3 1.94 11.7 1.94 11.17 2.18L2.6 6.08C2.24 6.24 2 6.6 2 7C2 7.39 2.24 7.75 2.6 7.91L11.18 11.82C11.71 12.06 12.31 12.06 12.84 11.82L21.42 7.92C21.78 7.76 22.02 7.4 22.02 7C22.02 6.61 21.78 6.25 21.42 6.09ZM2 12C2 12.39 2.23 12.75 2.58 12.91L11.18 16.82C11.7 17.06 12.31 17.06 12.83 16.82L21.41 12.92C21.77 12.76 22 12.4 22 12M2 17C2 17.39 2.23 17.75 2.58 17.91L11.18 21.82C11.7 22.06 12.31 22.06 12.83 21.82L21.41 17.92C21.77 17.76 22 17.4 22 17",
    ),
    "layout-dashboard": (
        "brick masonry",
        "M4 3L9 3C9.55 3 10 3.45 10 4L10 11C10 11.55 9.55 12 9 12L4 12C3.45 12 3 11.55 3 11L3 4C3 3.45 3.45 3 4 3ZM15 3L20 3C20.55 3 21 3.45 21 4L21 7C21 7.55 20.55 8 20 8L15 8C14.45 8 14 7.55 14 7L14 4C14 3.45 14.45 3 15 3ZM15 12L20 12C20.55 12 21 12.45 21 13L21 20C21 20.55 20.55 21 20 21L15 21C14.45 21 14 20.55 14 20L14 13C14 12.45 14.45 12 15 12ZM4 16L9 16C9.55 16 10 16.45 10 17L10 20C10 20.55 9.55 21 9 21L4 21C3.45 21 3 20.55 3 20L3 17C3 16.45 3.45 16 4 16Z",
    ),
    "leaf": (
        "autumn energy nature plant sustainability",
        "M11 20C16.52 20 21 15.52 21 10C21 7.54 20.65 5.08 19.96 2.72C19.85 2.36 19.55 2.09 19.18 2.02C18.81 1.95 18.43 2.09 18.21 2.39C15.83 5.5 13 5.5 9.8 6.1C6.21 6.71 3.69 9.97 4 13.6C4.32 17.23 7.36 20.01 11 20M2 21C2 19.05 3.14 17.27 4.91 16.46C7.61 15.21 8.35 15.24 11 13",
    ),
    "lectern": (
        "podium pulpit stand",
        "M15 13L19 13C19.87 13 20.63 12.44 20.9 11.62L21.96 7.29C22.05 6.98 21.99 6.66 21.8 6.4C21.61 6.15 21.32 6 21 6L3 6C2.68 6 2.39 6.15 2.2 6.4C2.01 6.66 1.95 6.98 2.04 7.29L3.1 11.62C3.37 12.44 4.14 13 5 13L9 13M15 22L15 11C15 10.45 14.55 10 14 10L10 10C9.45 10 9 10.45 9 11L9 22M18 22L6 22M18 6L18 3C18 2.45 17.55 2 17 2L14 2",
    ),
    "library": (
        "academy albums authors books collection college education fiction high information knowledge learning music novels package reading records research school stories study university vinyl written",
        "M16 6L20 20M12 6L12 20M8 8L8 20M4 4L4 20",
    ),
    "life-buoy": (
        "belt donut help inflatable life lifesaver preserver raft rescue ring ship wheel",
        "O12 12 10M4.93 4.93L9.17 9.17M14.83 9.17L19.07 4.93M14.83 14.83L19.07 19.07M9.17 14.83L4.93 19.07O12 12 4",
    ),
    "lightbulb": (
        "bright idea lights",
        "M15 14C15.2 13 15.7 12.3 16.5 11.5C17.5 10.6 18 9.3 18 8C18 4.69 15.31 2 12 2C8.69 2 6 4.69 6 8C6 9 6.2 10.2 7.5 11.5C8.2 12.2 8.8 13 9 14M9 18L15 18M10 22L14 22",
    ),
    "link": (
        "chain url",
        "M10 13C10.87 14.16 12.2 14.89 13.65 14.99C15.09 15.1 16.51 14.57 17.54 13.54L20.54 10.54C22.43 8.58 22.41 5.46 20.48 3.53C18.55 1.6 15.43 1.58 13.47 3.47L11.75 5.18M14 11C13.13 9.84 11.8 9.11 10.35 9.01C8.91 8.9 7.49 9.43 6.46 10.46L3.46 13.46C1.57 15.42 1.59 18.54 3.52 20.47C5.45 22.4 8.57 22.42 10.53 20.53L12.24 18.82",
    ),
    "list": (
        "options",
        "M3 5L3.01 5M3 12L3.01 12M3 19L3.01 19M8 5L21 5M8 12L21 12M8 19L21 19",
    ),
    "list-checks": (
        "check complete done items pending tasks tick todo",
        "M13 5L21 5M13 12L21 12M13 19L21 19M3 17L5 19L9 15M3 7L5 9L9 5",
    ),
    "list-ordered": (
        "number order queue",
        "M11 5L21 5M11 12L21 12M11 19L21 19M4 4L5 4L5 9M4 9L6 9M6.5 20L3.4 20C3.4 19 6 18.07 6 16.5C6 15.88 5.62 15.33 5.05 15.1C4.47 14.88 3.82 15.03 3.4 15.48",
    ),
    "list-todo": (
        "check complete done items pending tasks tick todo",
        "M13 5L21 5M13 12L21 12M13 19L21 19M3 17L5 19L9 15M4 4L8 4C8.55 4 9 4.45 9 5L9 9C9 9.55 8.55 10 8 10L4 10C3.45 10 3 9.55 3 9L3 5C3 4.45 3.45 4 4 4Z",
    ),
    "lock": (
        "admin password secure security",
        "M5 11L19 11C20.1 11 21 11.9 21 13L21 20C21 21.1 20.1 22 19 22L5 22C3.9 22 3 21.1 3 20L3 13C3 11.9 3.9 11 5 11ZM7 11L7 7C7 4.24 9.24 2 12 2C14.76 2 17 4.24 17 7L17 11",
    ),
    "log-in": (
        "arrow auth enter in sign",
        "M10 17L15 12L10 7M15 12L3 12M15 3L19 3C20.1 3 21 3.9 21 5L21 19C21 20.1 20.1 21 19 21L15 21",
    ),
    "log-out": (
        "arrow auth exit out sign",
        "M16 17L21 12L16 7M21 12L9 12M9 21L5 21C3.9 21 3 20.1 3 19L3 5C3 3.9 3.9 3 5 3L9 3",
    ),
    "mail": (
        "email letter message unread",
        "M22 7L13.01 12.73C12.39 13.09 11.62 13.09 11 12.73L2 7M4 4L20 4C21.1 4 22 4.9 22 6L22 18C22 19.1 21.1 20 20 20L4 20C2.9 20 2 19.1 2 18L2 6C2 4.9 2.9 4 4 4Z",
    ),
    "map": (
        "location navigation travel",
        "M14.11 5.55C14.67 5.83 15.33 5.83 15.89 5.55L19.55 3.72C19.86 3.57 20.23 3.58 20.53 3.77C20.82 3.95 21 4.27 21 4.62L21 17.38C21 17.76 20.79 18.11 20.45 18.28L15.89 20.55C15.33 20.84 14.67 20.84 14.11 20.55L9.89 18.45C9.33 18.17 8.67 18.17 8.11 18.45L4.45 20.28C4.14 20.43 3.77 20.42 3.47 20.23C3.18 20.05 3 19.73 3 19.38L3 6.62C3 6.24 3.21 5.89 3.55 5.72L8.11 3.45C8.67 3.17 9.33 3.17 9.89 3.45ZM15 5.76L15 20.76M9 3.24L9 18.24",
    ),
    "map-pin": (
        "drop location marker waypoint",
        "M20 10C20 14.99 14.46 20.19 12.6 21.8C12.25 22.07 11.75 22.07 11.4 21.8C9.54 20.19 4 14.99 4 10C4 5.58 7.58 2 12 2C16.42 2 20 5.58 20 10O12 10 3",
    ),
    "map-pinned": (
        "drop location marker waypoint",
        "M18 8C18 11.61 14.13 15.43 12.61 16.8C12.25 17.07 11.75 17.07 11.39 16.8C9.87 15.43 6 11.61 6 8C6 4.69 8.69 2 12 2C15.31 2 18 4.69 18 8M4.47 15L4.28 15C3.82 15 3.42 15.31 3.31 15.75L2.21 20.1C2.09 20.55 2.18 21.04 2.46 21.41C2.75 21.78 3.19 22 3.65 22L20.34 22C20.81 22 21.25 21.78 21.54 21.41C21.82 21.04 21.91 20.55 21.79 20.1L20.69 15.75C20.58 15.31 20.18 15 19.72 15L19.53 15O12 8 2",
    ),
    "medal": (
        "achievement award prize sports trophy winner",
        "M7.21 15L2.66 7.14C2.26 6.45 2.31 5.58 2.79 4.94L4.4 2.8C4.78 2.3 5.37 2 6 2L18 2C18.63 2 19.22 2.3 19.6 2.8L21.2 4.94C21.68 5.58 21.74 6.44 21.34 7.14L16.79 15M11 12L5.12 2.2M13 12L18.88 2.2M8 7L16 7O12 17 5M12 18L12 16L11.5 16",
    ),
    "megaphone": (
        "advertisement alert announcement attention loudspeaker notification",
        "M11 6C14.04 6.08 17.01 5.09 19.4 3.2C19.7 2.97 20.11 2.94 20.45 3.11C20.79 3.27 21 3.62 21 4L21 16C21 16.38 20.79 16.73 20.45 16.89C20.11 17.06 19.7 17.03 19.4 16.8C17.01 14.91 14.04 13.92 11 14L5 14C3.9 14 3 13.1 3 12L3 8C3 6.9 3.9 6 5 6ZM6 14C6 16.6 6.84 19.12 8.4 21.2C9.06 22.08 10.32 22.26 11.2 21.6C12.08 20.94 12.26 19.68 11.6 18.8C10.56 17.42 10 15.73 10 14M8 6L8 14",
    ),
    "menu": (
        "bars hamburger navigation options",
        "M4 5L20 5M4 12L20 12M4 19L20 19",
    ),
    "message-circle": (
        "bubble chat comment conversation dialog feedback speech",
        "M2.99 16.34C3.14 16.71 3.17 17.12 3.09 17.51L2.02 20.8C1.95 21.14 2.06 21.49 2.31 21.73C2.57 21.97 2.92 22.06 3.26 21.97L6.67 20.97C7.04 20.9 7.42 20.93 7.77 21.06C12.18 23.12 17.43 21.71 20.21 17.71C22.99 13.72 22.49 8.31 19.03 4.89C15.57 1.47 10.15 1.04 6.19 3.86C2.23 6.69 0.88 11.96 2.99 16.34",
    ),
    "message-circle-question-mark": (
        "bubble chat comment conversation dialog feedback help speech",
        "M2.99 16.34C3.14 16.71 3.17 17.12 3.09 17.51L2.02 20.8C1.95 21.14 2.06 21.49 2.31 21.73C2.57 21.97 2.92 22.06 3.26 21.97L6.67 20.97C7.04 20.9 7.42 20.93 7.77 21.06C12.18 23.12 17.43 21.71 20.21 17.71C22.99 13.72 22.49 8.31 19.03 4.89C15.57 1.47 10.15 1.04 6.19 3.86C2.23 6.69 0.88 11.96 2.99 16.34M9.09 9C9.58 7.62 10.99 6.79 12.43 7.04C13.87 7.29 14.92 8.54 14.92 10C14.92 12 11.92 13 11.92 13M12 17L12.01 17",
    ),
    "message-square": (
        "bubble chat comment conversation dialog feedback speech",
        "M22 17C22 18.1 21.1 19 20 19L6.83 19C6.3 19 5.79 19.21 5.41 19.59L3.21 21.79C3.01 21.99 2.7 22.05 2.44 21.94C2.17 21.83 2 21.57 2 21.29L2 5C2 3.9 2.9 3 4 3L20 3C21.1 3 22 3.9 22 5Z",
    ),
    "message-square-quote": (
        "blockquote bubble chat comment conversation dialog feedback indent quotation reply response speech",
        "M14 14C15.1 14 16 13.1 16 12L16 8L14 8M22 17C22 18.1 21.1 19 20 19L6.83 19C6.3 19 5.79 19.21 5.41 19.59L3.21 21.79C3.01 21.99 2.7 22.05 2.44 21.94C2.17 21.83 2 21.57 2 21.29L2 5C2 3.9 2.9 3 4 3L20 3C21.1 3 22 3.9 22 5ZM8 14C9.1 14 10 13.1 10 12L10 8L8 8",
    ),
    "messages-square": (
        "bubbles chat comment conversation copy debate dialog discussion feedback interview multiple speech",
        "M16 10C16 11.1 15.1 12 14 12L6.83 12C6.3 12 5.79 12.21 5.41 12.59L3.21 14.79C3.01 14.99 2.7 15.05 2.44 14.94C2.17 14.83 2 14.57 2 14.29L2 4C2 2.9 2.9 2 4 2L14 2C15.1 2 16 2.9 16 4ZM20 9C21.1 9 22 9.9 22 11L22 21.29C22 21.57 21.83 21.83 21.56 21.94C21.3 22.05 20.99 21.99 20.79 21.79L18.59 19.59C18.21 19.21 17.7 19 17.17 19L10 19C8.9 19 8 18.1 8 17L8 16",
    ),
    "mic": (
        "listen microphone podcast radio record sound",
        "M12 19L12 22M19 10L19 12C19 15.87 15.87 19 12 19C8.13 19 5 15.87 5 12L5 10M12 2L12 2C13.66 2 15 3.34 15 5L15 12C15 13.66 13.66 15 12 15L12 15C10.34 15 9 13.66 9 12L9 5C9 3.34 10.34 2 12 2Z",
    ),
    "microscope": (
        "education imaging medical research science",
        "M6 18L14 18M3 22L21 22M14 22C17.87 22 21 18.87 21 15C21 11.13 17.87 8 14 8L13 8M9 14L11 14M9 12C7.9 12 7 11.1 7 10L7 6L13 6L13 10C13 11.1 12.1 12 11 12ZM12 6L12 3C12 2.45 11.55 2 11 2L9 2C8.45 2 8 2.45 8 3L8 6",
    ),
    "milestone": (
        "control direction east forward right signpost version waypoint",
        "M12 13L12 21M12 3L12 6M18.17 6C18.7 6 19.21 6.21 19.59 6.59L21.65 8.65C21.87 8.87 22 9.18 22 9.5C22 9.82 21.87 10.13 21.65 10.35L19.59 12.41C19.21 12.79 18.7 13 18.17 13L4 13C3.45 13 3 12.55 3 12L3 7C3 6.45 3.45 6 4 6Z",
    ),
    "minus": (
        "--- calculate code coding decrease decrement divider downgrade horizontal hr html line markdown markup minimum negative operator reduce remove rule separator subtract toolbar",
        "M5 12L19 12",
    ),
    "monitor": (
        "computer desktop display external machine screen sharing tv virtual vm",
        "M4 3L20 3C21.1 3 22 3.9 22 5L22 15C22 16.1 21.1 17 20 17L4 17C2.9 17 2 16.1 2 15L2 5C2 3.9 2.9 3 4 3ZM8 21L16 21M12 17L12 21",
    ),
    "moon": (
        "dark night",
        "M20.98 12.49C20.72 17.32 16.68 21.09 11.84 21C6.99 20.91 3.09 17.01 3 12.16C2.91 7.32 6.67 3.28 11.51 3.01C11.92 2.99 12.13 3.47 11.91 3.82C10.43 6.19 10.78 9.26 12.76 11.24C14.73 13.22 17.81 13.57 20.18 12.09C20.53 11.87 21.01 12.08 20.98 12.49",
    ),
    "mosque": (
        "architecture building community dome eid faith heritage holy islam landmark map masjid minaret muslim prayer ramadan religion sacred spiritual tourism worship",
        "M12.27 2C11.72 2.96 12.04 4.18 13 4.73C13.96 5.28 15.18 4.96 15.73 4M14 5L14 8M16 22L16 19C16 17.9 15.1 17 14 17C12.9 17 12 17.9 12 19L12 22M21 13C20.34 11.5 19.33 10.25 18.1 9.37C16.82 8.47 15.42 8 14 8C12.58 8 11.17 8.47 9.9 9.37C8.67 10.25 7.66 11.5 7 13ZM3 9L7 9M7 22L7 6C7 4.43 6.26 2.94 5 2C3.74 2.94 3 4.43 3 6L3 20C3 21.1 3.9 22 5 22L19 22C20.1 22 21 21.1 21 20L21 13",
    ),
    "mountain": (
        "climb hike rock",
        "M8 3L12 11L17 6L22 21L2 21L8 3Z",
    ),
    "mouse": (
        "click device scroll",
        "M12 2L12 2C15.87 2 19 5.13 19 9L19 15C19 18.87 15.87 22 12 22L12 22C8.13 22 5 18.87 5 15L5 9C5 5.13 8.13 2 12 2ZM12 6L12 10",
    ),
    "network": (
        "tree",
        "M17 16L21 16C21.55 16 22 16.45 22 17L22 21C22 21.55 21.55 22 21 22L17 22C16.45 22 16 21.55 16 21L16 17C16 16.45 16.45 16 17 16ZM3 16L7 16C7.55 16 8 16.45 8 17L8 21C8 21.55 7.55 22 7 22L3 22C2.45 22 2 21.55 2 21L2 17C2 16.45 2.45 16 3 16ZM10 2L14 2C14.55 2 15 2.45 15 3L15 7C15 7.55 14.55 8 14 8L10 8C9.45 8 9 7.55 9 7L9 3C9 2.45 9.45 2 10 2ZM5 16L5 13C5 12.45 5.45 12 6 12L18 12C18.55 12 19 12.45 19 13L19 16M12 12L12 8",
    ),
    "newspaper": (
        "article feed headline home magazine news",
        "M15 18L10 18M18 14L10 14M4 22L20 22C21.1 22 22 21.1 22 20L22 4C22 2.9 21.1 2 20 2L8 2C6.9 2 6 2.9 6 4L6 20C6 21.1 5.1 22 4 22C2.9 22 2 21.1 2 20L2 11C2 9.9 2.9 9 4 9L6 9M11 6L17 6C17.55 6 18 6.45 18 7L18 9C18 9.55 17.55 10 17 10L11 10C10.45 10 10 9.55 10 9L10 7C10 6.45 10.45 6 11 6Z",
    ),
    "notebook": (
        "academy band closure college diary elastic high homework journal moleskine notepad notes organiser organizer planner reading research school sketchbook stationery strap student study university writer writing written",
        "M2 6L6 6M2 10L6 10M2 14L6 14M2 18L6 18M6 2L18 2C19.1 2 20 2.9 20 4L20 20C20 21.1 19.1 22 18 22L6 22C4.9 22 4 21.1 4 20L4 4C4 2.9 4.9 2 6 2ZM16 2L16 22",
    ),
    "notebook-pen": (
        "academy college diary eraser high homework journal noted notepad notes organiser organizer pencil planner reading research rubber school sketchbook stationery student study university write writing written",
        "M13.4 2L6 2C4.9 2 4 2.9 4 4L4 20C4 21.1 4.9 22 6 22L18 22C19.1 22 20 21.1 20 20L20 12.6M2 6L6 6M2 10L6 10M2 14L6 14M2 18L6 18M21.38 5.63C22.21 4.8 22.21 3.45 21.38 2.62C20.55 1.79 19.2 1.79 18.37 2.62L13.36 7.63C13.13 7.87 12.95 8.17 12.86 8.49L12.02 11.36C11.97 11.53 12.02 11.72 12.15 11.85C12.28 11.98 12.47 12.03 12.64 11.98L15.51 11.14C15.83 11.05 16.13 10.87 16.36 10.63Z",
    ),
    "octagon-alert": (
        "alert danger exclamation mark warning",
        "M12 16L12.01 16M12 8L12 12M15.31 2C15.84 2 16.35 2.21 16.73 2.59L21.41 7.27C21.79 7.65 22 8.16 22 8.69L22 15.31C22 15.84 21.79 16.35 21.41 16.73L16.73 21.41C16.35 21.79 15.84 22 15.31 22L8.69 22C8.16 22 7.65 21.79 7.27 21.41L2.59 16.73C2.21 16.35 2 15.84 2 15.31L2 8.69C2 8.16 2.21 7.65 2.59 7.27L7.27 2.59C7.65 2.21 8.16 2 8.69 2Z",
    ),
    "package": (
        "archive box container delivery module packed sealed storage undelivered unopened zip",
        "M11 21.73C11.62 22.09 12.38 22.09 13 21.73L20 17.73C20.62 17.37 21 16.71 21 16L21 8C21 7.29 20.62 6.63 20 6.27L13 2.27C12.38 1.91 11.62 1.91 11 2.27L4 6.27C3.38 6.63 3 7.29 3 8L3 16C3 16.71 3.38 17.37 4 17.73ZM12 22L12 12M3.29 7L12 12L20.71 7M7.5 4.27L16.5 9.42",
    ),
    "paintbrush": (
        "brush color colour decoration design diy",
        "M14.62 17.9L3.94 14.98M18.38 2.62C19.2 1.79 20.55 1.79 21.38 2.62C22.21 3.45 22.21 4.8 21.38 5.62L17.36 9.64C17.16 9.84 17.16 10.15 17.36 10.35L18.3 11.29C19.24 12.24 19.24 13.76 18.3 14.7L17.36 15.65C17.16 15.84 16.85 15.84 16.65 15.65L8.35 7.35C8.16 7.15 8.16 6.84 8.35 6.64L9.3 5.7C10.24 4.76 11.76 4.76 12.71 5.7L13.65 6.64C13.85 6.84 14.16 6.84 14.36 6.64ZM9 8C7.2 10.71 5.03 11.46 2.42 11.95C2.24 11.98 2.09 12.1 2.03 12.27C1.97 12.44 2 12.63 2.11 12.77L9.44 21.65C9.74 21.97 10.22 22.06 10.62 21.85C12.73 20.41 16 16.79 16 15",
    ),
    "palette": (
        "artist colors colours paint scheme theme watercolor watercolour",
        "M12 22C6.48 22 2 17.52 2 12C2 6.48 6.48 2 12 2C17.52 2 22 6.03 22 11C22 13.76 19.76 16 17 16L14.75 16C14.09 16 13.48 16.37 13.18 16.97C12.89 17.56 12.95 18.27 13.35 18.8L13.65 19.2C14.05 19.73 14.11 20.44 13.82 21.03C13.52 21.63 12.91 22 12.25 22ZO13.5 6.5 0.5O17.5 10.5 0.5O6.5 12.5 0.5O8.5 7.5 0.5",
    ),
    "paperclip": (
        "attachment file",
        "M16 6L7.59 14.59C6.8 15.37 6.8 16.63 7.59 17.41C8.37 18.2 9.63 18.2 10.42 17.41L18.83 8.83C20.39 7.27 20.39 4.73 18.83 3.17C17.27 1.61 14.73 1.61 13.17 3.17L4.79 11.72C3.26 13.23 2.65 15.45 3.2 17.54C3.75 19.62 5.38 21.25 7.46 21.8C9.55 22.35 11.77 21.74 13.28 20.21L21.66 11.66",
    ),
    "party-popper": (
        "celebration confetti congratulations emoji excitement excites exciting party tada 🎉 🎊",
        "M5.8 11.3L2 22L12.7 18.21M4 3L4.01 3M22 8L22.01 8M15 2L15.01 2M22 20L22.01 20M22 2L19.76 2.75C18.45 3.19 17.62 4.5 17.8 5.87C17.9 6.73 17.23 7.5 16.35 7.5L15.97 7.5C15.11 7.5 14.37 8.1 14.21 8.94L14 10M22 13L21.18 12.67C20.32 12.33 19.36 12.87 19.2 13.78C19.09 14.48 18.48 15 17.77 15L17 15M11 2L11.33 2.82C11.67 3.68 11.13 4.64 10.22 4.8C9.52 4.9 9 5.52 9 6.23L9 7M11 13C12.93 14.93 13.83 17.17 13 18C12.17 18.83 9.93 17.93 8 16C6.07 14.07 5.17 11.83 6 11C6.83 10.17 9.07 11.07 11 13Z",
    ),
    "pause": (
        "music stop",
        "M15 3L18 3C18.55 3 19 3.45 19 4L19 20C19 20.55 18.55 21 18 21L15 21C14.45 21 14 20.55 14 20L14 4C14 3.45 14.45 3 15 3ZM6 3L9 3C9.55 3 10 3.45 10 4L10 20C10 20.55 9.55 21 9 21L6 21C5.45 21 5 20.55 5 20L5 4C5 3.45 5.45 3 6 3Z",
    ),
    "pen": (
        "artist biro change create draw felt ink marker pencil stationery tip writer writing",
        "M21.17 6.81C22.27 5.71 22.28 3.93 21.17 2.83C20.07 1.72 18.29 1.72 17.19 2.82L3.84 16.17C3.61 16.41 3.44 16.69 3.34 17L2.02 21.36C1.97 21.53 2.02 21.72 2.15 21.85C2.28 21.98 2.47 22.03 2.64 21.98L7 20.66C7.31 20.56 7.6 20.39 7.83 20.16Z",
    ),
    "pencil": (
        "artist create draft draw edit rubber sketch stationery writer writing",
        "M21.17 6.81C22.27 5.71 22.28 3.93 21.17 2.83C20.07 1.72 18.29 1.72 17.19 2.82L3.84 16.17C3.61 16.41 3.44 16.69 3.34 17L2.02 21.36C1.97 21.53 2.02 21.72 2.15 21.85C2.28 21.98 2.47 22.03 2.64 21.98L7 20.66C7.31 20.56 7.6 20.39 7.83 20.16ZM15 5L19 9",
    ),
    "pencil-ruler": (
        "artist breadth centimeters cm create depth dimensions draft draw edit extent feet foot height inches length measurements metre millimeters mm size sketch stationery units width writer writing",
        "M13 7L8.7 2.7C7.76 1.76 6.24 1.76 5.3 2.7L2.7 5.3C1.76 6.24 1.76 7.76 2.7 8.7L7 13M8 6L10 4M18 16L20 14M17 11L21.3 15.3C22.24 16.24 22.24 17.76 21.3 18.7L18.7 21.3C17.76 22.24 16.24 22.24 15.3 21.3L11 17M21.17 6.81C22.27 5.71 22.28 3.93 21.17 2.83C20.07 1.72 18.29 1.72 17.19 2.82L3.84 16.17C3.61 16.41 3.44 16.69 3.34 17L2.02 21.36C1.97 21.53 2.02 21.72 2.15 21.85C2.28 21.98 2.47 22.03 2.64 21.98L7 20.66C7.31 20.56 7.6 20.39 7.83 20.16ZM15 5L19 9",
    ),
    "percent": (
        "% discount marketing modulo modulus offer percentage remainder sale",
        "M19 5L5 19O6.5 6.5 2.5O17.5 17.5 2.5",
    ),
    "person-standing": (
        "accessibility figure human people stick",
        "O12 5 1M9 20L12 14L15 20M6 8L12 10L18 8M12 10L12 14",
    ),
    "phone": (
        "call",
        "M13.83 16.57C14.26 16.76 14.76 16.64 15.05 16.27L15.4 15.8C15.78 15.3 16.37 15 17 15L20 15C21.1 15 22 15.9 22 17L22 20C22 21.1 21.1 22 20 22C10.06 22 2 13.94 2 4C2 2.9 2.9 2 4 2L7 2C8.1 2 9 2.9 9 4L9 7C9 7.63 8.7 8.22 8.2 8.6L7.73 8.95C7.35 9.24 7.23 9.76 7.44 10.18C8.81 12.96 11.05 15.2 13.83 16.57",
    ),
    "piano": (
        "acoustic audio chord concert instrument keys music noise notes octave performance pianist play sound",
        "M10 13L10 17M14 13L14 17M18 13L18 17M2 13L22 13M22 11.5C22 9.57 20.43 8 18.5 8C17.15 8 15.91 7.22 15.33 6C13.93 3.04 10.66 1.45 7.46 2.17C4.27 2.89 2 5.72 2 9L2 19C2 20.1 2.9 21 4 21L20 21C21.1 21 22 20.1 22 19ZM6 13L6 17",
    ),
    "piggy-bank": (
        "money savings",
        "M11 17L14 17L14 19C14 19.55 14.45 20 15 20L17 20C17.55 20 18 19.55 18 19L18 16C18.94 15.69 19.69 14.94 20 14L21 14C21.55 14 22 13.55 22 13L22 11C22 10.45 21.55 10 21 10L20 10C20 8.43 19.26 6.94 18 6L18 3C16.74 3 15.56 3.59 14.8 4.6L14.5 5L11 5C7.69 5 5 7.69 5 11L5 12C5 13.57 5.74 15.06 7 16L7 19C7 19.55 7.45 20 8 20L10 20C10.55 20 11 19.55 11 19ZM16 10L16.01 10M2 8L2 9C2 10.1 2.9 11 4 11L5 11",
    ),
    "pin": (
        "fix lock map save",
        "M12 17L12 22M9 10.76C9 11.52 8.57 12.21 7.89 12.55L6.11 13.45C5.43 13.79 5 14.48 5 15.24L5 16C5 16.55 5.45 17 6 17L18 17C18.55 17 19 16.55 19 16L19 15.24C19 14.48 18.57 13.79 17.89 13.45L16.11 12.55C15.43 12.21 15 11.52 15 10.76L15 7C15 6.45 15.45 6 16 6C17.1 6 18 5.1 18 4C18 2.9 17.1 2 16 2L8 2C6.9 2 6 2.9 6 4C6 5.1 6.9 6 8 6C8.55 6 9 6.45 9 7Z",
    ),
    "plane": (
        "airplane trip",
        "M17.8 19.2L16 11L19.5 7.5C21 6 21.5 4 21 3C20 2.5 18 3 16.5 4.5L13 8L4.8 6.2C4.3 6.1 3.9 6.3 3.7 6.7L3.4 7.2C3.2 7.7 3.3 8.2 3.7 8.5L9 12L7 15L4 15L3 16L6 18L8 21L9 20L9 17L12 15L15.5 20.3C15.8 20.7 16.3 20.8 16.8 20.6L17.3 20.4C17.7 20.1 17.9 19.7 17.8 19.2Z",
    ),
    "plant-pot": (
        "decor gardening houseplant indoor leaf nature plant planter pot",
        "M14 8.54L14 6C14 3.79 15.79 2 18 2L19.5 2C19.78 2 20 2.22 20 2.5L20 4C20 6.21 18.21 8 16 8C13.79 8 12 9.79 12 12C10.48 13.14 8.46 13.32 6.76 12.47C5.07 11.63 4 9.89 4 8C5.52 6.86 7.54 6.68 9.24 7.53C10.93 8.37 12 10.11 12 12C12 14 13 15 13 17M18 17L16.91 20.58C16.66 21.42 15.88 22 15 22L9 22C8.12 22 7.35 21.42 7.09 20.58L6 17M5 17L19 17",
    ),
    "play": (
        "audio music run start video",
        "M5 5C5 4.28 5.38 3.62 6 3.27C6.62 2.91 7.39 2.91 8.01 3.27L20 10.27C20.62 10.63 21 11.29 21 12C21 12.71 20.62 13.37 20.01 13.73L8.01 20.73C7.39 21.09 6.62 21.09 6 20.73C5.38 20.38 5 19.72 5 19Z",
    ),
    "plug": (
        "charger current electricity electronics energy outlet power socket voltage",
        "M12 22L12 17M15 8L15 2M17 8C17.55 8 18 8.45 18 9L18 13C18 15.21 16.21 17 14 17L10 17C7.79 17 6 15.21 6 13L6 9C6 8.45 6.45 8 7 8ZM9 8L9 2",
    ),
    "plus": (
        "+ add aim calculate crosshair extra increase increment maximum new positive reticule scope sight target toolbar upgrade",
        "M5 12L19 12M12 5L12 19",
    ),
    "pound-sterling": (
        "currency money payment",
        "M18 7C18 1.67 10 1.67 10 7M10 7L10 21M6 21L18 21M6 13L16 13",
    ),
    "presentation": (
        "blackboard chalk easel learning lesson marker markers meeting office pens planning project school screen whiteboard",
        "M2 3L22 3M21 3L21 14C21 15.1 20.1 16 19 16L5 16C3.9 16 3 15.1 3 14L3 3M7 21L12 16L17 21",
    ),
    "printer": (
        "device fax office",
        "M6 18L4 18C2.9 18 2 17.1 2 16L2 11C2 9.9 2.9 9 4 9L20 9C21.1 9 22 9.9 22 11L22 16C22 17.1 21.1 18 20 18L18 18M6 9L6 3C6 2.45 6.45 2 7 2L17 2C17.55 2 18 2.45 18 3L18 9M7 14L17 14C17.55 14 18 14.45 18 15L18 21C18 21.55 17.55 22 17 22L7 22C6.45 22 6 21.55 6 21L6 15C6 14.45 6.45 14 7 14Z",
    ),
    "projector": (
        "cinema film home meeting movie office planning presentation project slideshow video",
        "M5 7L3 5M9 6L9 3M13 7L15 5O9 13 3M11.83 12L20 12C21.1 12 22 12.9 22 14L22 18C22 19.1 21.1 20 20 20L4 20C2.9 20 2 19.1 2 18L2 14C2 12.9 2.9 12 4 12L6.17 12M16 16L18 16",
    ),
    "puzzle": (
        "component module part piece",
        "M15.39 4.39C15.65 4.65 16.02 4.74 16.37 4.65C16.72 4.55 16.99 4.27 17.07 3.92C17.36 2.72 18.47 1.91 19.7 2.01C20.92 2.1 21.9 3.08 21.99 4.3C22.09 5.53 21.28 6.64 20.08 6.93C19.73 7.02 19.45 7.28 19.35 7.63C19.26 7.98 19.35 8.36 19.61 8.61L21.29 10.29C21.75 10.75 22 11.36 22 12C22 12.64 21.75 13.25 21.29 13.71L19.61 15.39C19.35 15.65 18.98 15.74 18.63 15.65C18.28 15.55 18.01 15.27 17.93 14.92C17.64 13.72 16.53 12.91 15.3 13.01C14.08 13.1 13.1 14.08 13.01 15.3C12.91 16.53 13.72 17.64 14.92 17.93C15.27 18.02 15.55 18.28 15.65 18.63C15.74 18.98 15.65 19.36 15.39 19.61L13.71 21.29C13.25 21.75 12.64 22 12 22C11.36 22 10.75 21.75 10.29 21.29L8.61 19.61C8.35 19.35 7.98 19.26 7.63 19.35C7.28 19.45 7.01 19.73 6.93 20.08C6.64 21.28 5.53 22.09 4.3 21.99C3.08 21.9 2.1 20.92 2.01 19.7C1.91 18.47 2.72 17.36 3.92 17.07C4.27 16.98 4.55 16.72 4.65 16.37C4.74 16.02 4.65 15.64 4.39 15.39L2.71 13.71C2.25 13.25 2 12.64 2 12C2 11.36 2.25 10.75 2.71 10.29L4.39 8.61C4.65 8.35 5.02 8.26 5.37 8.35C5.72 8.45 5.99 8.73 6.07 9.08C6.36 10.28 7.47 11.09 8.7 10.99C9.92 10.9 10.9 9.92 10.99 8.7C11.09 7.47 10.28 6.36 9.08 6.07C8.73 5.98 8.45 5.72 8.35 5.37C8.26 5.02 8.35 4.64 8.61 4.39L10.29 2.71C10.75 2.25 11.36 2 12 2C12.64 2 13.25 2.25 13.71 2.71Z",
    ),
    "quote": (
        "quotation",
        "M16 3C14.9 3 14 3.9 14 5L14 11C14 12.1 14.9 13 16 13C16.55 13 17 13.45 17 14L17 15C17 16.1 16.1 17 15 17C14.45 17 14 17.45 14 18L14 20C14 20.55 14.45 21 15 21C18.31 21 21 18.31 21 15L21 5C21 3.9 20.1 3 19 3ZM5 3C3.9 3 3 3.9 3 5L3 11C3 12.1 3.9 13 5 13C5.55 13 6 13.45 6 14L6 15C6 16.1 5.1 17 4 17C3.45 17 3 17.45 3 18L3 20C3 20.55 3.45 21 4 21C7.31 21 10 18.31 10 15L10 5C10 3.9 9.1 3 8 3Z",
    ),
    "radio": (
        "broadcast connectivity frequency live signal",
        "M16.25 7.76C18.59 10.1 18.59 13.9 16.25 16.24M19.07 4.93C22.97 8.84 22.97 15.16 19.07 19.07M4.92 19.07C1.03 15.16 1.03 8.84 4.92 4.93M7.75 16.24C5.41 13.9 5.41 10.1 7.75 7.76O12 12 2",
    ),
    "rainbow": (
        "arc clear colors colours light prism spectrum sunshine",
        "M22 17C22 11.48 17.52 7 12 7C6.48 7 2 11.48 2 17M6 17C6 13.69 8.69 11 12 11C15.31 11 18 13.69 18 17M10 17C10 15.9 10.9 15 12 15C13.1 15 14 15.9 14 17",
    ),
    "receipt-pound-sterling": (
        "bill british check counterfoil currency gbp slip voucher £",
        "M10 17L10 9.5C10 8.12 11.12 7 12.5 7C13.88 7 15 8.12 15 9.5M4 3C4 2.45 4.45 2 5 2C5.25 2 5.49 2.07 5.7 2.2L6.63 2.8C7.06 3.07 7.61 3.07 8.03 2.8L8.97 2.2C9.39 1.93 9.94 1.93 10.37 2.2L11.3 2.8C11.73 3.07 12.27 3.07 12.7 2.8L13.63 2.2C14.06 1.93 14.61 1.93 15.03 2.2L15.97 2.8C16.39 3.07 16.94 3.07 17.37 2.8L18.3 2.2C18.51 2.07 18.75 2 19 2C19.55 2 20 2.45 20 3L20 21C20 21.55 19.55 22 19 22C18.75 22 18.51 21.93 18.3 21.8L17.37 21.2C16.94 20.93 16.39 20.93 15.97 21.2L15.03 21.8C14.61 22.07 14.06 22.07 13.63 21.8L12.7 21.2C12.27 20.93 11.73 20.93 11.3 21.2L10.37 21.8C9.94 22.07 9.39 22.07 8.97 21.8L8.03 21.2C7.61 20.93 7.06 20.93 6.63 21.2L5.7 21.8C5.49 21.93 5.25 22 5 22C4.45 22 4 21.55 4 21ZM8 13L13 13M8 17L15 17",
    ),
    "recycle": (
        "arrows salvage sustainability",
        "M7 19L4.82 19C4.17 19 3.58 18.67 3.25 18.12C2.93 17.57 2.92 16.89 3.24 16.34L7.2 9.5M11 19L19.2 19C19.84 19 20.43 18.66 20.76 18.11C21.07 17.56 21.07 16.88 20.76 16.34L19.53 14.21M14 16L11 19L14 22M8.29 13.6L7.2 9.5L3.1 10.6M9.34 5.81L10.44 3.92C10.76 3.36 11.34 3.01 11.98 3C12.62 3 13.21 3.34 13.53 3.89L17.47 10.73M13.38 9.63L17.47 10.73L18.57 6.63",
    ),
    "refresh-cw": (
        "arrows circular cycle reload rerun rotate synchronise synchronize",
        "M3 12C3 7.03 7.03 3 12 3C14.52 3.01 16.93 3.99 18.74 5.74L21 8M21 3L21 8L16 8M21 12C21 16.97 16.97 21 12 21C9.48 20.99 7.07 20.01 5.26 18.26L3 16M8 16L3 16L3 21",
    ),
    "ribbon": (
        "awareness band cordon strap strip tape",
        "M12 11.22C11 10 10 9 10 8C10 6.9 10.9 6 12 6C13.1 6 14 6.9 14 8C14 9 13 10 11.99 11.22M12 18L14.57 14.5M6.24 9.02C7.55 7.13 9.7 6 11.99 6C14.29 6 16.44 7.12 17.75 9.01M9.35 14.53L12 11.22M9.35 14.53C7.73 12.25 6 10.22 6 7C6 4.24 8.69 2 12 2C15.31 2 18 4.24 18 7C18 10.22 16.22 12.23 14.57 14.5L18.13 19.03C18.3 19.24 18.37 19.52 18.33 19.79C18.29 20.06 18.15 20.3 17.92 20.46L16.03 21.82C15.59 22.13 14.97 22.04 14.65 21.6L12 18L9.32 21.59C8.99 22.03 8.37 22.13 7.93 21.81L6.07 20.45C5.85 20.29 5.7 20.05 5.66 19.78C5.63 19.52 5.7 19.24 5.86 19.03Z",
    ),
    "road": (
        "drive highway map path route street traffic transport",
        "M12 17L12 21M12 5L12 3M12 9L12 12M2.08 18.45C1.9 19.05 2.02 19.7 2.4 20.2C2.78 20.71 3.37 21 4 21L20 21C20.63 21 21.22 20.71 21.6 20.2C21.98 19.7 22.1 19.05 21.92 18.45L17.92 4.45C17.68 3.59 16.89 3 16 3L8 3C7.11 3 6.32 3.59 6.08 4.45Z",
    ),
    "rocket": (
        "boost launch release space version",
        "M12 15L12 20C12 20 15.03 19.45 16 18C17.08 16.38 16 13 16 13M4.5 16.5C3 17.76 2.5 21.5 2.5 21.5C2.5 21.5 6.24 21 7.5 19.5C8.21 18.66 8.2 17.37 7.41 16.59C6.61 15.82 5.35 15.78 4.5 16.5M9 12C9.53 10.62 10.2 9.3 11 8.05C13.37 4.26 17.53 1.97 22 2C22 4.72 21.22 9.5 16 13C14.74 13.8 13.4 14.47 12 15ZM9 12L4 12C4 12 4.55 8.97 6 8C7.62 6.92 11 8.05 11 8.05",
    ),
    "route": (
        "journey path planner points stations stops",
        "O6 19 3M9 19L17.5 19C19.43 19 21 17.43 21 15.5C21 13.57 19.43 12 17.5 12L6.5 12C4.57 12 3 10.43 3 8.5C3 6.57 4.57 5 6.5 5L15 5O18 5 3",
    ),
    "rows-3": (
        "center drawers even half horizontal lines list middle paragraphs parallel preview queue series split vertical",
        "M5 3L19 3C20.1 3 21 3.9 21 5L21 19C21 20.1 20.1 21 19 21L5 21C3.9 21 3 20.1 3 19L3 5C3 3.9 3.9 3 5 3ZM21 9L3 9M21 15L3 15",
    ),
    "ruler": (
        "breadth centimeters cm depth dimensions extent feet foot height inches length measurements metre millimeters mm size stationery units width",
        "M21.3 15.3C21.75 15.75 22.01 16.36 22.01 17C22.01 17.64 21.75 18.25 21.3 18.7L18.7 21.3C18.25 21.75 17.64 22.01 17 22.01C16.36 22.01 15.75 21.75 15.3 21.3L2.7 8.7C1.76 7.76 1.76 6.24 2.7 5.3L5.3 2.7C6.24 1.76 7.76 1.76 8.7 2.7ZM14.5 12.5L16.5 10.5M11.5 9.5L13.5 7.5M8.5 6.5L10.5 4.5M17.5 15.5L19.5 13.5",
    ),
    "salad": (
        "course dish food health meal restaurant side vegetables vegetarian",
        "M19.5 12C19.97 11.37 20.12 10.55 19.89 9.79C20.49 9.49 20.89 8.91 20.98 8.26C21.06 7.6 20.82 6.94 20.32 6.5C20.94 5.95 21.16 5.07 20.87 4.29C20.58 3.52 19.83 3 19 3C18.43 3 17.88 3.25 17.5 3.68C17.06 3.18 16.4 2.93 15.74 3.02C15.09 3.1 14.51 3.51 14.21 4.1C13.51 3.9 12.76 4 12.14 4.4C11.53 4.8 11.12 5.44 11.02 6.16C9.64 6.64 8.8 8.05 9.04 9.49C9.29 10.94 10.53 12 12 12L16 8M4 12C3.71 12 3.44 12.12 3.25 12.34C3.06 12.56 2.97 12.85 3.01 13.13C3.58 17.65 7.44 21.03 12 21C16.56 21.03 20.42 17.65 20.99 13.13C21.03 12.85 20.94 12.56 20.75 12.34C20.56 12.12 20.29 12 20 12ZM7 21L17 21M9.85 6.91C8.44 5.63 6.26 5.72 4.96 7.1C3.65 8.49 3.69 10.67 5.05 12",
    ),
    "save": (
        "disk floppy",
        "M15.2 3C15.73 3.01 16.23 3.22 16.6 3.6L20.4 7.4C20.78 7.77 20.99 8.27 21 8.8L21 19C21 20.1 20.1 21 19 21L5 21C3.9 21 3 20.1 3 19L3 5C3 3.9 3.9 3 5 3ZM17 21L17 14C17 13.45 16.55 13 16 13L8 13C7.45 13 7 13.45 7 14L7 21M7 3L7 7C7 7.55 7.45 8 8 8L15 8",
    ),
    "scale": (
        "balance compare decision ethics fair judge justice law legal license measure right rule weight",
        "M12 3L12 21M19 8L22 16C20.22 17.33 17.78 17.33 16 16ZL19 7M3 7L4 7C6.79 7 9.54 6.31 12 5C14.46 6.31 17.21 7 20 7L21 7M5 8L8 16C6.22 17.33 3.78 17.33 2 16ZL5 7M7 21L17 21",
    ),
    "school": (
        "academia assignment building campus childhood classroom course degree diploma education exam graduation homework knowledge learning lecture professor research scholar student study tutorial university",
        "M14 21L14 18C14 16.9 13.1 16 12 16C10.9 16 10 16.9 10 18L10 21M18 4.93L18 21M4 6L11.11 2.21C11.67 1.93 12.33 1.93 12.89 2.21L20 6M6 11L2.48 13.15C2.18 13.33 2 13.65 2 14L2 19C2 20.1 2.9 21 4 21L20 21C21.1 21 22 20.1 22 19L22 14C22 13.65 21.82 13.33 21.52 13.15L18 11M6 4.93L6 21O12 9 2",
    ),
    "scissors": (
        "chop crafts cut snip stationery",
        "O6 6 3M8.12 8.12L12 12M20 4L8.12 15.88O6 18 3M14.8 14.8L20 20",
    ),
    "search": (
        "discover enlarge explore find glass lens locate magnifier magnifying scan zoom",
        "M21 21L16.66 16.66O11 11 8",
    ),
    "send": (
        "aeroplane airplane email mail message paper submit",
        "M14.54 21.69C14.61 21.88 14.8 22 15.01 22C15.22 21.99 15.41 21.86 15.47 21.66L21.97 2.66C22.04 2.48 21.99 2.28 21.86 2.14C21.72 2.01 21.52 1.96 21.34 2.03L2.34 8.53C2.14 8.59 2.01 8.78 2 8.99C2 9.2 2.12 9.39 2.31 9.46L10.24 12.64C10.75 12.85 11.15 13.25 11.36 13.75ZM21.85 2.15L10.91 13.09",
    ),
    "server": (
        "cloud storage",
        "M4 2L20 2C21.1 2 22 2.9 22 4L22 8C22 9.1 21.1 10 20 10L4 10C2.9 10 2 9.1 2 8L2 4C2 2.9 2.9 2 4 2ZM4 14L20 14C21.1 14 22 14.9 22 16L22 20C22 21.1 21.1 22 20 22L4 22C2.9 22 2 21.1 2 20L2 16C2 14.9 2.9 14 4 14ZM6 6L6.01 6M6 18L6.01 18",
    ),
    "settings": (
        "cog edit gear preferences",
        "M9.67 4.14C9.79 2.93 10.79 2.02 12 2.02C13.21 2.02 14.22 2.93 14.33 4.14C14.4 4.9 14.83 5.58 15.49 5.96C16.15 6.34 16.96 6.37 17.65 6.05C18.75 5.55 20.04 5.97 20.64 7.01C21.24 8.05 20.96 9.38 19.98 10.08C19.35 10.52 18.98 11.24 18.98 12C18.98 12.76 19.35 13.48 19.98 13.91C20.96 14.62 21.24 15.95 20.64 16.99C20.04 18.03 18.75 18.45 17.65 17.95C16.96 17.63 16.15 17.66 15.49 18.04C14.83 18.42 14.4 19.1 14.33 19.86C14.22 21.06 13.21 21.98 12 21.98C10.79 21.98 9.79 21.06 9.67 19.86C9.6 19.1 9.17 18.42 8.51 18.04C7.85 17.66 7.04 17.63 6.35 17.95C5.25 18.45 3.96 18.03 3.36 16.99C2.76 15.95 3.04 14.62 4.02 13.91C4.65 13.48 5.02 12.76 5.02 12C5.02 11.24 4.65 10.52 4.02 10.08C3.04 9.38 2.76 8.05 3.36 7.01C3.96 5.97 5.25 5.56 6.35 6.05C7.04 6.37 7.85 6.34 8.51 5.96C9.17 5.58 9.6 4.9 9.67 4.14O12 12 3",
    ),
    "shapes": (
        "blocks circle classification collection different equilateral learning square toy triangle",
        "M8.3 10C8.04 10.01 7.79 9.88 7.66 9.65C7.52 9.42 7.53 9.14 7.67 8.92L11.4 3C11.52 2.79 11.74 2.65 11.99 2.64C12.23 2.63 12.46 2.75 12.6 2.96L16.3 8.9C16.45 9.11 16.47 9.39 16.35 9.62C16.23 9.85 15.99 10 15.73 10ZM4 14L9 14C9.55 14 10 14.45 10 15L10 20C10 20.55 9.55 21 9 21L4 21C3.45 21 3 20.55 3 20L3 15C3 14.45 3.45 14 4 14ZO17.5 17.5 3.5",
    ),
    "share-2": (
        "connections network",
        "O18 5 3O6 12 3O18 19 3M8.59 13.51L15.42 17.49M15.41 6.51L8.59 10.49",
    ),
    "shield": (
        "admin antivirus armored armoured army audit battle block bravery cadet crest cybersecurity defence defender defense detection find foot guardian infantry invincibility invincible invulnerable knight military pawn prevention protection safety scan scout secure soldier strength strong threat tough trooper undamaged verification vigilance vigilant war",
        "M20 13C20 18 16.5 20.5 12.34 21.95C12.12 22.02 11.89 22.02 11.67 21.94C7.5 20.5 4 18 4 13L4 6C4 5.45 4.45 5 5 5C7 5 9.5 3.8 11.24 2.28C11.68 1.91 12.32 1.91 12.76 2.28C14.51 3.81 17 5 19 5C19.55 5 20 5.45 20 6Z",
    ),
    "shield-alert": (
        "! admin alarm antivirus attacked attention audited blocked bravery compromised crest cybersecurity damaged data defenceless defender defenseless detected detection disabled emergency error exclamation expired exploit found guardian hit inactive infected infection injured insecure intercepted interception leak mark prevention protection safety saved scanned stopped strength threat thwarted tough unarmored unarmoured uncertified undefended unguarded unprevented unprotected unsafe unsecured unshielded unverified urgent verification vigilance vigilant vulnerability vulnerable warning weakness",
        "M20 13C20 18 16.5 20.5 12.34 21.95C12.12 22.02 11.89 22.02 11.67 21.94C7.5 20.5 4 18 4 13L4 6C4 5.45 4.45 5 5 5C7 5 9.5 3.8 11.24 2.28C11.68 1.91 12.32 1.91 12.76 2.28C14.51 3.81 17 5 19 5C19.55 5 20 5.45 20 6ZM12 8L12 12M12 16L12.01 16",
    ),
    "shield-check": (
        "activated active admin antivirus armored armoured audited blocked bravery certification certified checked cleaned cleared completed crest cybersecurity defence defended defense detection disinfected done enabled found guarded guardian invincibility invincible invulnerable passed prevented prevention protected protection qualified safety scanned secured strength strong task tested threat ticked todo tough undamaged uninfected verification verified vigilance vigilant",
        "M20 13C20 18 16.5 20.5 12.34 21.95C12.12 22.02 11.89 22.02 11.67 21.94C7.5 20.5 4 18 4 13L4 6C4 5.45 4.45 5 5 5C7 5 9.5 3.8 11.24 2.28C11.68 1.91 12.32 1.91 12.76 2.28C14.51 3.81 17 5 19 5C19.55 5 20 5.45 20 6ZM9 12L11 14L15 10",
    ),
    "ship": (
        "boat cruise knots liner maritime mile nautical navy ocean releases sailing tanker trip vessel yacht",
        "M12 2L12 4M12 9.19L12 13M19 12L19 6C19 4.9 18.1 4 17 4L7 4C5.9 4 5 4.9 5 6L5 12M19.38 19C20.46 17.18 21.02 15.11 21 13L12.81 9.36C12.3 9.13 11.7 9.13 11.19 9.36L3 13C2.95 15.84 3.95 18.61 5.81 20.76M2 20C2.6 20.5 3.2 21 4.5 21C7 21 7 19 9.5 19C10.8 19 11.4 19.5 12 20C12.6 20.5 13.2 21 14.5 21C17 21 17 19 19.5 19C20.8 19 21.4 19.5 22 20",
    ),
    "shirt": (
        "clothes clothing shopping store t-shirt",
        "M20.38 3.46L16 2C16 4.21 14.21 6 12 6C9.79 6 8 4.21 8 2L3.62 3.46C2.68 3.77 2.12 4.72 2.28 5.69L2.86 9.16C2.94 9.65 3.36 10 3.85 10L6 10L6 20C6 21.1 6.9 22 8 22L16 22C17.1 22 18 21.1 18 20L18 10L20.15 10C20.64 10 21.06 9.65 21.14 9.16L21.72 5.69C21.88 4.72 21.32 3.77 20.38 3.46Z",
    ),
    "shopping-cart": (
        "basket cart e-commerce ingredients items products purchase store trolley",
        "M2.05 2.05L3.15 2.02C3.64 2.01 4.07 2.35 4.16 2.84L6.85 17.18C6.94 17.66 7.35 18 7.83 18L18 18M4.56 5L21 5C21.3 5 21.58 5.13 21.78 5.37C21.97 5.6 22.04 5.91 21.98 6.2L20.95 12.43C20.75 13.36 19.91 14.02 18.96 14L6.25 14O18 20 2O8 20 2",
    ),
    "shuffle": (
        "music random reorder",
        "M18 14L22 18L18 22M18 2L22 6L18 10M2 18L3.97 18C5.29 18.01 6.52 17.37 7.27 16.3L12.73 7.7C13.48 6.63 14.71 5.99 16.03 6L22 6M2 6L3.97 6C5.49 5.99 6.89 6.84 7.57 8.2M22 18L15.96 18C14.63 17.99 13.39 17.31 12.66 16.2L12.3 15.75",
    ),
    "signature": (
        "agreement approval authentic authorize autograph contract cursive document format handwriting identity ink input legal personal scribble sign text unique verification",
        "M21 17L18.84 15.13C18.7 14.99 18.48 14.96 18.3 15.04C18.12 15.12 18 15.3 18 15.5L18 16C18 16.55 17.55 17 17 17L15 17C14.45 17 14 16.55 14 16C14 13.46 10.01 12.03 5.5 12C4.12 12 3 13.12 3 14.5C3 15.88 4.12 17 5.5 17C9.65 17 10.25 5.71 11.21 3.5C11.66 2.48 12.73 1.87 13.83 2.02C14.94 2.17 15.81 3.04 15.97 4.15C16.13 5.25 15.54 6.33 14.52 6.78M3 21L21 21",
    ),
    "signpost": (
        "arrow bidirectional direction east guide indicator left location marker navigation pointer right route wayfinding west",
        "M12 13L12 21M12 3L12 6M2.35 10.35C2.13 10.13 2 9.82 2 9.5C2 9.18 2.13 8.87 2.35 8.65L4.41 6.59C4.79 6.21 5.3 6 5.83 6L18.17 6C18.7 6 19.21 6.21 19.59 6.59L21.65 8.65C21.87 8.87 22 9.18 22 9.5C22 9.82 21.87 10.13 21.65 10.35L19.59 12.41C19.21 12.79 18.7 13 18.17 13L5.83 13C5.3 13 4.79 12.79 4.41 12.41Z",
    ),
    "smartphone": (
        "cellphone device display mobile phone portable responsive screen touchscreen",
        "M7 2L17 2C18.1 2 19 2.9 19 4L19 20C19 21.1 18.1 22 17 22L7 22C5.9 22 5 21.1 5 20L5 4C5 2.9 5.9 2 7 2ZM12 18L12.01 18",
    ),
    "snowflake": (
        "cold freeze snow weather winter",
        "M10 20L8.75 17.5L6 18M10 4L8.75 6.5L6 6M14 20L15.25 17.5L18 18M14 4L15.25 6.5L18 6M17 21L14 15L10 15M17 3L14 9L15.5 12M2 12L8.5 12L10 9M20 10L18.5 12L20 14M22 12L15.5 12L14 15M4 10L5.5 12L4 14M7 21L10 15L8.5 12M7 3L10 9L14 9",
    ),
    "solar-panel": (
        "electricity energy light panel solar sun",
        "M11 2L13 2M14.28 14L9.72 22M21 22L19.44 18L4.56 18M3 10L3 12M6.25 15.04C6.6 14.4 7.27 14 8 14L20 14C20.36 14 20.69 14.19 20.87 14.5C21.05 14.81 21.05 15.2 20.86 15.5L17.75 20.96C17.4 21.6 16.73 22 16 22L4 22C3.64 22 3.31 21.81 3.13 21.5C2.95 21.19 2.96 20.8 3.14 20.49ZM7 2C7 4.21 5.21 6 3 6M8.66 7.66L10.07 9.07",
    ),
    "sparkles": (
        "effect filter magic night stars",
        "M11.02 2.81C11.11 2.34 11.52 2 12 2C12.48 2 12.89 2.34 12.98 2.81L14.03 8.37C14.19 9.18 14.82 9.81 15.63 9.97L21.19 11.02C21.66 11.11 22 11.52 22 12C22 12.48 21.66 12.89 21.19 12.98L15.63 14.03C14.82 14.19 14.19 14.82 14.03 15.63L12.98 21.19C12.89 21.66 12.48 22 12 22C11.52 22 11.11 21.66 11.02 21.19L9.97 15.63C9.81 14.82 9.18 14.19 8.37 14.03L2.81 12.98C2.34 12.89 2 12.48 2 12C2 11.52 2.34 11.11 2.81 11.02L8.37 9.97C9.18 9.81 9.81 9.18 9.97 8.37ZM20 2L20 6M22 4L18 4O4 20 2",
    ),
    "speech": (
        "accessibility dda disability disabled human people sound",
        "M8.8 20L8.8 15.9L10.7 16.1C11.84 16.04 12.77 15.14 12.86 14L12.86 8.3C12.88 5.3 10.46 2.86 7.46 2.84C4.46 2.83 2.01 5.25 2 8.25C2 11.05 2.66 11.3 3 12.8C3.23 13.7 3.24 14.65 3.03 15.56L2 20M19.8 17.8C22.73 14.87 22.73 10.13 19.8 7.2M17 15C17.66 14.34 18.03 13.44 18.03 12.51C18.02 11.57 17.64 10.68 16.98 10.02",
    ),
    "spell-check": (
        "a code correction error linter mistake oversight spelling typo",
        "M20 15L14.5 20.5L12 18M4 16L10 4L15.12 14.23M6 12L14 12",
    ),
    "sprout": (
        "eco green growth leaf nature plant seed spring sustainability",
        "M14 9.54L14 7C14 4.79 15.79 3 18 3L19.5 3C19.78 3 20 3.22 20 3.5L20 5C20 7.21 18.21 9 16 9C13.79 9 12 10.79 12 13C12 15 13 16 13 18C13 19.08 12.65 20.13 12 21M4 9C5.52 7.86 7.54 7.68 9.24 8.53C10.93 9.37 12 11.11 12 13C10.48 14.14 8.46 14.32 6.76 13.47C5.07 12.63 4 10.89 4 9M5 21L19 21",
    ),
    "square-check": (
        "complete done task tick todo",
        "M5 3L19 3C20.1 3 21 3.9 21 5L21 19C21 20.1 20.1 21 19 21L5 21C3.9 21 3 20.1 3 19L3 5C3 3.9 3.9 3 5 3ZM16 9L10.5 14.5L8 12",
    ),
    "star": (
        "bookmark favorite like rating review",
        "M11.53 2.29C11.61 2.11 11.8 2 12 2C12.2 2 12.39 2.11 12.47 2.29L14.79 6.97C15.09 7.6 15.69 8.03 16.38 8.13L21.55 8.89C21.75 8.92 21.91 9.06 21.97 9.25C22.04 9.44 21.98 9.65 21.84 9.79L18.1 13.43C17.6 13.92 17.38 14.62 17.49 15.31L18.38 20.45C18.41 20.65 18.33 20.85 18.16 20.97C18 21.09 17.78 21.11 17.6 21.01L12.99 18.58C12.37 18.26 11.63 18.26 11.01 18.58L6.4 21.01C6.22 21.1 6 21.09 5.84 20.97C5.67 20.85 5.59 20.65 5.63 20.45L6.51 15.31C6.63 14.62 6.4 13.92 5.9 13.43L2.16 9.79C2.01 9.65 1.96 9.44 2.02 9.25C2.09 9.06 2.25 8.92 2.45 8.89L7.62 8.13C8.31 8.03 8.91 7.6 9.22 6.97Z",
    ),
    "stethoscope": (
        "heart lungs medical phonendoscope sound",
        "M11 2L11 4M5 2L5 4M5 3L4 3C2.9 3 2 3.9 2 5L2 9C2 12.31 4.69 15 8 15C11.31 15 14 12.31 14 9L14 5C14 3.9 13.1 3 12 3L11 3M8 15C8 18.31 10.69 21 14 21C17.31 21 20 18.31 20 15L20 12O20 10 2",
    ),
    "store": (
        "boutique building shop stand supermarket",
        "M15 21L15 16C15 15.45 14.55 15 14 15L10 15C9.45 15 9 15.45 9 16L9 21M17.77 10.31C17.34 9.9 16.66 9.9 16.23 10.31C15.26 11.23 13.74 11.23 12.77 10.31C12.34 9.9 11.66 9.9 11.23 10.31C10.26 11.23 8.74 11.23 7.77 10.31C7.34 9.9 6.66 9.9 6.23 10.31C5.29 11.2 3.84 11.23 2.87 10.4C1.89 9.56 1.71 8.11 2.46 7.06L5.34 2.88C5.72 2.33 6.34 2 7 2L17 2C17.66 2 18.28 2.33 18.65 2.87L21.55 7.07C22.29 8.12 22.11 9.56 21.13 10.4C20.16 11.24 18.7 11.2 17.77 10.31M4 10.95L4 19C4 20.1 4.9 21 6 21L18 21C19.1 21 20 20.1 20 19L20 10.95",
    ),
    "sun": (
        "brightness light summer weather",
        "O12 12 4M12 2L12 4M12 20L12 22M4.93 4.93L6.34 6.34M17.66 17.66L19.07 19.07M2 12L4 12M20 12L22 12M6.34 17.66L4.93 19.07M19.07 4.93L17.66 6.34",
    ),
    "sunrise": (
        "day morning time weather",
        "M12 2L12 10M4.93 10.93L6.34 12.34M2 18L4 18M20 18L22 18M19.07 10.93L17.66 12.34M22 22L2 22M8 6L12 2L16 6M16 18C16 15.79 14.21 14 12 14C9.79 14 8 15.79 8 18",
    ),
    "syringe": (
        "blood medical medicine needle nozzle plunger pump",
        "M18 2L22 6M17 7L20 4M19 9L8.7 19.3C7.7 20.3 6.2 20.3 5.3 19.3L4.7 18.7C3.7 17.7 3.7 16.2 4.7 15.3L15 5M9 11L13 15M5 19L2 22M14 4L20 10",
    ),
    "table": (
        "grid spreadsheet",
        "M12 3L12 21M5 3L19 3C20.1 3 21 3.9 21 5L21 19C21 20.1 20.1 21 19 21L5 21C3.9 21 3 20.1 3 19L3 5C3 3.9 3.9 3 5 3ZM3 9L21 9M3 15L21 15",
    ),
    "tablet": (
        "device display mobile portable responsive screen touchscreen",
        "M6 2L18 2C19.1 2 20 2.9 20 4L20 20C20 21.1 19.1 22 18 22L6 22C4.9 22 4 21.1 4 20L4 4C4 2.9 4.9 2 6 2ZM12 18L12.01 18",
    ),
    "tag": (
        "badge label mark ticket",
        "M12.59 2.59C12.21 2.21 11.7 2 11.17 2L4 2C2.9 2 2 2.9 2 4L2 11.17C2 11.7 2.21 12.21 2.59 12.59L11.29 21.29C12.24 22.23 13.76 22.23 14.71 21.29L21.29 14.71C22.23 13.76 22.23 12.24 21.29 11.29ZO7.5 7.5 0.5",
    ),
    "target": (
        "bullseye deadline logo overview productivity projects work",
        "O12 12 10O12 12 6O12 12 2",
    ),
    "telescope": (
        "astronomy discovery exploration explore focus observe perspective space stargazing view vision",
        "M10.06 12.49L3.88 13.81C3.39 13.92 2.89 13.61 2.78 13.11L2.24 10.96C2.11 10.42 2.41 9.87 2.93 9.69L16.43 5.25M13.56 11.75L17.89 10.82M16 21L12.89 14.79M16.48 5.94C16.22 4.87 16.87 3.78 17.94 3.52L19.03 3.24C19.57 3.11 20.11 3.43 20.24 3.97L21.76 10.03C21.89 10.57 21.57 11.11 21.03 11.24L19.94 11.51C18.87 11.78 17.78 11.13 17.52 10.06ZM6.16 8.63L7.27 13.09M8 21L11.11 14.79O12 13 2",
    ),
    "tent": (
        "american camping campsite holiday indian lodge native nomadic outdoors retreat teepee tipi wigwam wilderness",
        "M3.5 21L14 3M20.5 21L10 3M15.5 21L12 15L8.5 21M2 21L22 21",
    ),
    "theater": (
        "entertainment musical podium stage theatre",
        "M2 10C2 10 5 7 5 2M22 10C22 10 19 7 19 2M10 2C10 6.4 6.4 10 2 10M14 2C14 6.4 17.6 10 22 10M2 10C2 10 4 12 4 15M22 10C22 10 20 12 20 15M8 15L16 15M2 22L2 21C2 19.9 2.9 19 4 19L8 19C9.1 19 10 19.9 10 21L10 22M14 22L14 21C14 19.9 14.9 19 16 19L20 19C21.1 19 22 19.9 22 21L22 22",
    ),
    "thermometer": (
        "celsius fahrenheit temperature weather",
        "M14 4L14 14.54C15.57 15.45 16.33 17.29 15.86 19.04C15.4 20.79 13.81 22 12 22C10.19 22 8.6 20.79 8.14 19.04C7.67 17.29 8.43 15.45 10 14.54L10 4C10 2.9 10.9 2 12 2C13.1 2 14 2.9 14 4Z",
    ),
    "thumbs-down": (
        "bad dislike emotion",
        "M9 18.12L10 14L4.17 14C3.54 14 2.95 13.7 2.57 13.2C2.19 12.7 2.07 12.04 2.25 11.44L4.58 3.44C4.83 2.59 5.61 2 6.5 2L20 2C21.1 2 22 2.9 22 4L22 12C22 13.1 21.1 14 20 14L17.24 14C16.48 14 15.79 14.43 15.45 15.11L12 22C11.04 21.99 10.15 21.54 9.56 20.78C8.98 20.03 8.77 19.05 9 18.12ZM17 14L17 2",
    ),
    "thumbs-up": (
        "emotion good like",
        "M15 5.88L14 10L19.83 10C20.46 10 21.05 10.3 21.43 10.8C21.81 11.3 21.93 11.96 21.75 12.56L19.42 20.56C19.17 21.41 18.39 22 17.5 22L4 22C2.9 22 2 21.1 2 20L2 12C2 10.9 2.9 10 4 10L6.76 10C7.52 10 8.21 9.57 8.55 8.89L12 2C12.96 2.01 13.85 2.46 14.44 3.22C15.02 3.97 15.23 4.95 15 5.88ZM7 10L7 22",
    ),
    "ticket": (
        "concert dashed entry event pass perforated show voucher",
        "M2 9C3.66 9 5 10.34 5 12C5 13.66 3.66 15 2 15L2 17C2 18.1 2.9 19 4 19L20 19C21.1 19 22 18.1 22 17L22 15C20.34 15 19 13.66 19 12C19 10.34 20.34 9 22 9L22 7C22 5.9 21.1 5 20 5L4 5C2.9 5 2 5.9 2 7ZM13 5L13 7M13 17L13 19M13 11L13 13",
    ),
    "timer": (
        "stopwatch time",
        "M10 2L14 2M12 14L15 11O12 14 8",
    ),
    "toolbox": (
        "box chest construction container craft diy engineering equipment fix gear handyman hardware kit maintenance mechanic repair service set storage toolkit tools trunk utilities utility workshop",
        "M16 12L16 16M16 6L16 4C16 2.9 15.1 2 14 2L10 2C8.9 2 8 2.9 8 4L8 6M17 6C17.53 6 18.04 6.21 18.41 6.59L21.41 9.59C21.79 9.96 22 10.47 22 11L22 19C22 20.1 21.1 21 20 21L4 21C2.9 21 2 20.1 2 19L2 11C2 10.47 2.21 9.96 2.59 9.59L5.59 6.59C5.96 6.21 6.47 6 7 6ZM2 14L22 14M8 12L8 16",
    ),
    "toy-brick": (
        "addon block integration lego plugin",
        "M4 8L20 8C20.55 8 21 8.45 21 9L21 19C21 19.55 20.55 20 20 20L4 20C3.45 20 3 19.55 3 19L3 9C3 8.45 3.45 8 4 8ZM10 8L10 5C10 4.4 9.6 4 9 4L6 4C5.45 4 5 4.45 5 5L5 8M19 8L19 5C19 4.4 18.6 4 18 4L15 4C14.45 4 14 4.45 14 5L14 8",
    ),
    "traffic-cone": (
        "block roadworks safety tarmac",
        "M16.05 10.97C15.11 11.62 13.6 12 12 12C10.4 12 8.89 11.62 7.95 10.97M16.92 14.05L21.4 16.09C21.77 16.25 22 16.61 22 17C22 17.4 21.77 17.76 21.4 17.92L12.83 21.82C12.3 22.06 11.7 22.06 11.17 21.82L2.6 17.91C2.23 17.75 2 17.39 2 16.99C2 16.6 2.23 16.24 2.6 16.08L7.08 14.04M16.95 14.14C17.22 15.11 16.35 16.07 14.7 16.6C13.05 17.12 10.94 17.12 9.3 16.6C7.65 16.07 6.77 15.11 7.05 14.14L10.06 3.5C10.29 2.62 11.09 2 12 2C12.91 2 13.71 2.62 13.94 3.5ZM9.19 6.57C10.89 7.14 13.11 7.14 14.8 6.57",
    ),
    "train-front": (
        "bullet fast high-speed line metro railway subway track underground",
        "M8 3.1L8 7C8 9.21 9.79 11 12 11C14.21 11 16 9.21 16 7L16 3.1M9 15L8 14M15 15L16 14M9 19C6.2 19 4 16.8 4 14L4 10C4 5.58 7.58 2 12 2C16.42 2 20 5.58 20 10L20 14C20 16.8 17.8 19 15 19ZM8 19L6 22M16 19L18 22",
    ),
    "trash": (
        "bin binoculars cleanup clear delete deletion discard empty garbage junk recycle remove rubbish waste",
        "M10 11L10 17M14 11L14 17M19 6L19 20C19 21.1 18.1 22 17 22L7 22C5.9 22 5 21.1 5 20L5 6M3 6L21 6M8 6L8 4C8 2.9 8.9 2 10 2L14 2C15.1 2 16 2.9 16 4L16 6",
    ),
    "tree-deciduous": (
        "forest nature park tree",
        "M8 19C6.24 19 4.68 17.85 4.17 16.17C3.65 14.49 4.3 12.66 5.76 11.68C4.86 10.56 4.74 9 5.46 7.75C6.17 6.5 7.58 5.82 9 6.03L9 6C9 4.34 10.34 3 12 3C13.66 3 15 4.34 15 6L15 6.04C16.42 5.83 17.83 6.51 18.54 7.76C19.26 9.01 19.14 10.57 18.24 11.69C19.69 12.68 20.33 14.49 19.82 16.17C19.3 17.85 17.76 19 16 19ZM12 19L12 22",
    ),
    "trees": (
        "forest nature park tree",
        "M10 10L10 10.2C11.35 10.72 12.14 12.13 11.87 13.56C11.6 14.98 10.35 16.01 8.9 16L5 16C3.57 15.96 2.36 14.92 2.12 13.51C1.87 12.1 2.66 10.71 4 10.2L4 10C4 8.34 5.34 7 7 7C8.66 7 10 8.34 10 10ZM7 16L7 22M13 19L13 22M12 19L20.3 19C20.7 18.99 21.06 18.75 21.21 18.38C21.36 18.01 21.28 17.59 21 17.3L18 14L18.3 14C18.7 13.99 19.06 13.75 19.21 13.38C19.36 13.01 19.28 12.59 19 12.3L16 9L16.2 9C16.62 9.04 17.02 8.81 17.19 8.43C17.37 8.05 17.3 7.6 17 7.3L13 3L11.6 4.5",
    ),
    "trending-down": (
        "statistics",
        "M16 17L22 17L22 11M22 17L13.5 8.5L8.5 13.5L2 7",
    ),
    "trending-up": (
        "statistics",
        "M16 7L22 7L22 13M22 7L13.5 15.5L8.5 10.5L2 17",
    ),
    "triangle-alert": (
        "alert danger exclamation linter mark warning",
        "M21.73 18L13.73 4C13.37 3.37 12.71 2.99 11.99 2.99C11.27 2.99 10.61 3.37 10.25 4L2.25 18C1.89 18.62 1.89 19.39 2.25 20.01C2.62 20.63 3.28 21.01 4 21L20 21C20.71 21 21.37 20.62 21.73 20C22.09 19.38 22.09 18.62 21.73 18M12 9L12 13M12 17L12.01 17",
    ),
    "trophy": (
        "achievement award celebration champion competition cup first gold leaderboard prize ranking reward sports success tournament victory winner",
        "M10 14.66L10 17C10 17.55 9.55 18 9 18C7.9 18 7 18.9 7 20L7 22M14 14.66L14 17C14 17.55 14.45 18 15 18C16.1 18 17 18.9 17 20L17 22M17.92 10L19.5 10C20.88 10 22 8.88 22 7.5L22 5C22 4.45 21.55 4 21 4L18 4M4 22L20 22M6 9C6 12.31 8.69 15 12 15C15.31 15 18 12.31 18 9L18 3C18 2.45 17.55 2 17 2L7 2C6.45 2 6 2.45 6 3ZM6.08 10L4.5 10C3.12 10 2 8.88 2 7.5L2 5C2 4.45 2.45 4 3 4L6 4",
    ),
    "truck": (
        "delivery haulage lorry shipping van",
        "M14 18L14 6C14 4.9 13.1 4 12 4L4 4C2.9 4 2 4.9 2 6L2 17C2 17.55 2.45 18 3 18L5 18M15 18L9 18M19 18L21 18C21.55 18 22 17.55 22 17L22 13.35C22 13.12 21.92 12.9 21.78 12.73L18.3 8.38C18.11 8.14 17.82 8 17.52 8L14 8O17 18 2O7 18 2",
    ),
    "umbrella": (
        "rain weather",
        "M12 13L12 20C12 21.1 12.9 22 14 22C15.1 22 16 21.1 16 20M12 2L12 4M20.99 13C21.31 13 21.61 12.86 21.8 12.61C21.99 12.36 22.05 12.03 21.96 11.73C20.8 7.18 16.7 4 12 4C7.3 4 3.21 7.18 2.04 11.73C1.95 12.03 2.01 12.35 2.2 12.6C2.39 12.85 2.69 13 3 13Z",
    ),
    "university": (
        "academy building childhood college education institute school",
        "M14 21L14 18C14 16.9 13.1 16 12 16C10.9 16 10 16.9 10 18L10 21M18 12L18.01 12M18 16L18.01 16M22 7C22 6.45 21.55 6 21 6L19 6C18.59 6 18.19 5.87 17.86 5.64L13.14 2.36C12.46 1.88 11.54 1.88 10.86 2.36L6.14 5.64C5.81 5.87 5.41 6 5 6L3 6C2.45 6 2 6.45 2 7L2 19C2 20.1 2.9 21 4 21L20 21C21.1 21 22 20.1 22 19ZM6 12L6.01 12M6 16L6.01 16O12 10 2",
    ),
    "unlink": (
        "unchain url",
        "M18.84 12.25L20.56 10.54L20.54 10.54C22.46 8.55 22.4 5.39 20.42 3.47C18.48 1.6 15.41 1.6 13.47 3.47L11.75 5.18M5.17 11.75L3.46 13.46C1.54 15.45 1.6 18.61 3.58 20.53C5.52 22.4 8.59 22.4 10.53 20.53L12.24 18.82M8 2L8 5M2 8L5 8M16 19L16 22M19 16L22 16",
    ),
    "upload": (
        "file",
        "M12 3L12 15M17 8L12 3L7 8M21 15L21 19C21 20.1 20.1 21 19 21L5 21C3.9 21 3 20.1 3 19L3 15",
    ),
    "user": (
        "account contact person",
        "M19 21L19 19C19 16.79 17.21 15 15 15L9 15C6.79 15 5 16.79 5 19L5 21O12 7 4",
    ),
    "user-check": (
        "complete done followed subscribed task tick todo",
        "M16 11L18 13L22 9M16 21L16 19C16 16.79 14.21 15 12 15L6 15C3.79 15 2 16.79 2 19L2 21O9 7 4",
    ),
    "user-cog": (
        "cog edit gear settings",
        "M10 15L6 15C3.79 15 2 16.79 2 19L2 21M14.3 16.53L15.23 16.15M15.23 13.85L14.3 13.47M16.85 12.23L16.47 11.3M16.85 17.77L16.47 18.7M19.15 12.23L19.53 11.3M19.53 18.7L19.15 17.77M20.77 13.85L21.7 13.47M20.77 16.15L21.7 16.53O18 15 3O9 7 4",
    ),
    "user-minus": (
        "delete remove unfollow unsubscribe",
        "M16 21L16 19C16 16.79 14.21 15 12 15L6 15C3.79 15 2 16.79 2 19L2 21O9 7 4M22 11L16 11",
    ),
    "user-plus": (
        "add create follow new subscribe",
        "M16 21L16 19C16 16.79 14.21 15 12 15L6 15C3.79 15 2 16.79 2 19L2 21O9 7 4M19 8L19 14M22 11L16 11",
    ),
    "user-search": (
        "account contact find glass lens magnifier magnifying person scan",
        "O10 7 4M10.3 15L7 15C4.79 15 3 16.79 3 19L3 21O17 17 3M21 21L19.1 19.1",
    ),
    "user-star": (
        "account admin contact favorite like person rating review",
        "M16.05 12.62C16.19 12.2 16.58 11.92 17.01 11.93C17.45 11.93 17.83 12.22 17.96 12.64L18.7 14.09C18.84 14.38 19.12 14.58 19.43 14.63L21.07 14.88C21.5 14.88 21.88 15.16 22.01 15.57C22.15 15.98 22 16.43 21.66 16.69L20.48 17.86C20.26 18.08 20.15 18.41 20.2 18.72L20.46 20.34C20.61 20.75 20.47 21.21 20.11 21.47C19.76 21.73 19.27 21.73 18.92 21.47L17.45 20.72C17.17 20.57 16.83 20.57 16.54 20.72L15.08 21.47C14.73 21.73 14.24 21.73 13.89 21.47C13.54 21.21 13.39 20.75 13.54 20.34L13.8 18.72C13.85 18.41 13.74 18.08 13.51 17.86L12.36 16.71C12 16.46 11.84 16 11.97 15.58C12.11 15.17 12.49 14.88 12.93 14.88L14.56 14.63C14.88 14.58 15.16 14.38 15.3 14.09ZM8 15L7 15C4.79 15 3 16.79 3 19L3 21O10 7 4",
    ),
    "users": (
        "group people",
        "M16 21L16 19C16 16.79 14.21 15 12 15L6 15C3.79 15 2 16.79 2 19L2 21M16 3.13C17.76 3.59 19 5.18 19 7C19 8.82 17.76 10.41 16 10.87M22 21L22 19C22 17.18 20.76 15.59 19 15.13O9 7 4",
    ),
    "utensils": (
        "breakfast cutlery dinner flatware food fork knife meal restaurant silverware supper tableware",
        "M3 2L3 9C3 10.1 3.9 11 5 11L9 11C10.1 11 11 10.1 11 9L11 2M7 2L7 22M21 15L21 2C18.24 2 16 4.24 16 7L16 13C16 14.1 16.9 15 18 15L21 15ZM21 15L21 22",
    ),
    "video": (
        "camcorder camera film motion movie picture recording reel",
        "M16 13L21.22 16.48C21.38 16.58 21.57 16.59 21.74 16.51C21.9 16.42 22 16.25 22 16.07L22 7.87C22 7.69 21.9 7.53 21.75 7.44C21.59 7.35 21.4 7.35 21.25 7.44L16 10.5M4 6L14 6C15.1 6 16 6.9 16 8L16 16C16 17.1 15.1 18 14 18L4 18C2.9 18 2 17.1 2 16L2 8C2 6.9 2.9 6 4 6Z",
    ),
    "volleyball": (
        "beach bounce embroidery football futbol goal holiday kick knitting leather net pitch sand score sewing soccer summer textile thread vacation wool yarn",
        "M11 7C15.08 7 19.01 8.56 21.98 11.36M12 12C9.9 14.75 6.78 16.55 3.34 17M16.83 13.63C14.79 17.17 11.47 19.79 7.56 20.96M20.66 17C18.56 14.25 15.44 12.45 12 12C10.67 8.8 10.67 5.2 12 2M8.17 15.37C6.13 11.83 5.52 7.65 6.46 3.68O12 12 10",
    ),
    "volume-2": (
        "music sound speaker",
        "M11 4.7C11 4.42 10.83 4.16 10.56 4.05C10.3 3.94 10 4 9.8 4.2L6.41 7.59C6.15 7.85 5.79 8 5.42 8L3 8C2.45 8 2 8.45 2 9L2 15C2 15.55 2.45 16 3 16L5.42 16C5.79 16 6.15 16.15 6.41 16.41L9.8 19.8C10 20 10.3 20.06 10.56 19.95C10.83 19.84 11 19.58 11 19.3ZM16 9C17.33 10.78 17.33 13.22 16 15M19.36 18.36C21.05 16.68 22 14.39 22 12C22 9.61 21.05 7.32 19.36 5.64",
    ),
    "vote": (
        "ballot check political poll social tick",
        "M9 12L11 14L15 10M5 7C5 5.9 5.9 5 7 5L17 5C18.1 5 19 5.9 19 7L19 19L5 19L5 7ZM22 19L2 19",
    ),
    "wallet": (
        "finance money pocket",
        "M19 7L19 4C19 3.45 18.55 3 18 3L5 3C3.9 3 3 3.9 3 5C3 6.1 3.9 7 5 7L20 7C20.55 7 21 7.45 21 8L21 12L18 12C16.9 12 16 12.9 16 14C16 15.1 16.9 16 18 16L21 16C21.55 16 22 15.55 22 15L22 13C22 12.45 21.55 12 21 12M3 5L3 19C3 20.1 3.9 21 5 21L20 21C20.55 21 21 20.55 21 20L21 16",
    ),
    "warehouse": (
        "building depository depot logistics repository stockroom storage storehouse",
        "M18 21L18 10C18 9.45 17.55 9 17 9L7 9C6.45 9 6 9.45 6 10L6 21M22 19C22 20.1 21.1 21 20 21L4 21C2.9 21 2 20.1 2 19L2 8C2 7.23 2.44 6.53 3.13 6.2L11.08 2.22C11.66 1.93 12.34 1.93 12.92 2.22L20.87 6.2C21.56 6.53 22 7.23 22 8ZM6 13L18 13M6 17L18 17",
    ),
    "watch": (
        "clock time",
        "M12 10L12 12.2L13.6 13.2M16.13 7.66L15.32 3.61C15.13 2.66 14.29 1.98 13.32 2L10.64 2C9.67 1.98 8.83 2.66 8.64 3.61L7.86 7.66M7.88 16.36L8.68 20.36C8.87 21.31 9.71 21.99 10.68 21.97L13.4 21.97C14.37 21.99 15.21 21.31 15.4 20.36L16.21 16.31O12 12 6",
    ),
    "waypoints": (
        "bounce connections indirection journey network path planner private proxy reroute shared spread stations stops viral virtual vpn",
        "M10.59 5.41L5.41 10.59M18.59 13.41L13.41 18.59M6 12L18 12O12 20 2O12 4 2O20 12 2O4 12 2",
    ),
    "webcam": (
        "camera security",
        "O12 10 8O12 10 3M7 22L17 22M12 22L12 18",
    ),
    "whistle": (
        "alert blow coach cops emergency game gym lifeguard noise police referee rescue safety signal sound sports traffic trainer training",
        "M10 6L10 10M21 6C21.55 6 22 6.45 22 7L22 9C22 9.55 21.55 10 21 10L15.32 10C16.66 12.82 15.97 16.17 13.64 18.24C11.31 20.31 7.89 20.58 5.26 18.92C2.63 17.25 1.41 14.05 2.28 11.05C3.14 8.06 5.88 6 9 6Z",
    ),
    "wifi": (
        "connection signal wireless",
        "M12 20L12.01 20M2 8.82C7.69 3.73 16.31 3.73 22 8.82M5 12.86C8.89 9.05 15.11 9.05 19 12.86M8.5 16.43C10.44 14.52 13.56 14.52 15.5 16.43",
    ),
    "wind": (
        "air blow weather",
        "M12.8 19.6C13.5 20.12 14.45 20.13 15.16 19.63C15.87 19.13 16.17 18.22 15.91 17.39C15.64 16.56 14.87 16 14 16L2 16M17.5 8C18.21 7.06 19.47 6.74 20.54 7.23C21.61 7.72 22.19 8.88 21.94 10.03C21.69 11.18 20.68 12 19.5 12L2 12M9.8 4.4C10.5 3.88 11.45 3.87 12.16 4.37C12.87 4.87 13.17 5.78 12.91 6.61C12.64 7.44 11.87 8 11 8L2 8",
    ),
    "workflow": (
        "action automation ci connection continuous devops integration network node",
        "M5 3L9 3C10.1 3 11 3.9 11 5L11 9C11 10.1 10.1 11 9 11L5 11C3.9 11 3 10.1 3 9L3 5C3 3.9 3.9 3 5 3ZM7 11L7 15C7 16.1 7.9 17 9 17L13 17M15 13L19 13C20.1 13 21 13.9 21 15L21 19C21 20.1 20.1 21 19 21L15 21C13.9 21 13 20.1 13 19L13 15C13 13.9 13.9 13 15 13Z",
    ),
    "wrench": (
        "account build construction diy settings spanner toolbox",
        "M14.7 6.3C14.32 6.69 14.32 7.31 14.7 7.7L16.3 9.3C16.69 9.68 17.31 9.68 17.7 9.3L20.81 6.19C21.13 5.87 21.67 5.97 21.79 6.41C22.41 8.66 21.67 11.05 19.9 12.57C18.13 14.08 15.65 14.43 13.53 13.47L5.62 21.38C4.79 22.21 3.45 22.21 2.62 21.38C1.79 20.55 1.79 19.21 2.62 18.38L10.53 10.47C9.57 8.35 9.92 5.87 11.44 4.1C12.95 2.33 15.34 1.59 17.59 2.21C18.03 2.33 18.13 2.87 17.81 3.19Z",
    ),
    "x": (
        "cancel clear close cross delete ex math multiplication multiply remove times",
        "M18 6L6 18M6 6L18 18",
    ),
    "zap": (
        "camera electricity energy flash lightning power quick",
        "M15.91 4C16.15 3.34 15.89 2.61 15.3 2.23C14.71 1.86 13.94 1.94 13.44 2.44L4.44 11.44C4.01 11.87 3.88 12.51 4.11 13.07C4.35 13.63 4.89 14 5.5 14L9.5 14C9.66 14 9.82 14.08 9.91 14.21C10 14.34 10.03 14.51 9.97 14.67L8.09 20C7.85 20.66 8.11 21.39 8.7 21.77C9.29 22.14 10.07 22.06 10.56 21.56L19.56 12.56C19.99 12.13 20.12 11.49 19.89 10.93C19.65 10.37 19.11 10 18.5 10L14.5 10C14.34 10 14.19 9.92 14.09 9.79C14 9.66 13.98 9.49 14.03 9.33Z",
    ),
}
