"""The few words that deckgen itself puts on slides and into alternative text, by language.

`{}` parts are filled in with the author's words and with numbers, so phrases are built to need no plural and no case.
A language that this table lacks gets names, signs and numbers alone (`NEUTRAL`).
"""

from __future__ import annotations

from msgspec import Struct


class Signs(Struct, frozen=True):
    """The marks between the parts of a sentence, with the space that follows them."""

    comma: str = ", "
    colon: str = ": "
    semicolon: str = "; "
    stop: str = "."


class ChartWords(Struct, frozen=True):
    """What is said of a chart. `forms` are its names in the order of `FORMS`.

    {a} and {b} are names or numbers, {at} the name of a category.
    """

    forms: tuple[str, ...]
    scatter: str
    high: str
    low: str
    focus: str
    both: str = "{a}, {b}"
    over: str = "{a}–{b}"
    course: str = "{a} → {b}"
    spread: str = "{name}: {a}–{b}"
    turn: str = "{word} {a} ({at})"


FORMS = ("bar", "column", "stacked", "line", "area", "doughnut")


class Words(Struct, frozen=True):
    """What is said in one language. `rows` and `columns` stand before their number, but in English.

    `chart` is None where only names and numbers can be given.
    """

    continued: str = ""
    questions: str = "?"
    portrait: str = "{name}"
    table: str = "{rows} × {columns}"
    now: str = "→ {item}"
    chart: ChartWords | None = None
    signs: Signs = Signs()


NEUTRAL = Words()
_ENGLISH = Words(
    continued="continued",
    questions="Questions",
    portrait="Portrait of {name}",
    table="Table: {rows} rows, {columns} columns",
    now="Now: {item}",
    chart=ChartWords(
        ("Bar chart", "Column chart", "Stacked bar chart", "Line chart", "Area chart", "Doughnut chart"),
        scatter="Scatter chart of {count} points: {b} against {a}",
        high="highest",
        low="lowest",
        focus="in focus",
        both="{a} and {b}",
        over="{a} to {b}",
        course="from {a} to {b}",
        spread="{name} from {a} to {b}",
        turn="{word} {a} in {at}",
    ),
)
_WELSH = Words(
    continued="parhad",
    questions="Cwestiynau",
    portrait="Portread o {name}",
    table="Tabl: rhesi {rows}, colofnau {columns}",
    now="Nawr: {item}",
    chart=ChartWords(
        ("Siart bar", "Siart colofn", "Siart bar wedi’i bentyrru", "Siart llinell", "Siart ardal", "Siart toesen"),
        scatter="Siart gwasgariad o {count} pwynt: {b} yn erbyn {a}",
        high="uchaf",
        low="isaf",
        focus="dan sylw",
        course="o {a} i {b}",
    ),
)
_FRENCH = Words(
    continued="suite",
    questions="Questions",
    portrait="Portrait de {name}",
    table="Tableau : lignes {rows}, colonnes {columns}",
    now="En cours : {item}",
    chart=ChartWords(
        (
            "Diagramme à barres",
            "Histogramme",
            "Diagramme à barres empilées",
            "Graphique en courbes",
            "Graphique en aires",
            "Graphique en anneau",
        ),
        scatter="Nuage de points ({count}) : {b} en fonction de {a}",
        high="maximum",
        low="minimum",
        focus="mis en avant",
        both="{a} et {b}",
        course="de {a} à {b}",
    ),
    signs=Signs(colon="\u00a0: ", semicolon="\u202f; "),
)
_GERMAN = Words(
    continued="Fortsetzung",
    questions="Fragen",
    portrait="Porträt: {name}",
    table="Tabelle: Zeilen {rows}, Spalten {columns}",
    now="Jetzt: {item}",
    chart=ChartWords(
        (
            "Balkendiagramm",
            "Säulendiagramm",
            "Gestapeltes Balkendiagramm",
            "Liniendiagramm",
            "Flächendiagramm",
            "Ringdiagramm",
        ),
        scatter="Punktdiagramm mit {count} Punkten: {b} gegen {a}",
        high="höchster Wert",
        low="niedrigster Wert",
        focus="im Mittelpunkt",
        both="{a} und {b}",
        over="{a} bis {b}",
        course="von {a} bis {b}",
    ),
)
_POLISH = Words(
    continued="ciąg dalszy",
    questions="Pytania",
    portrait="Portret: {name}",
    table="Tabela: wiersze {rows}, kolumny {columns}",
    now="Teraz: {item}",
    chart=ChartWords(
        (
            "Wykres słupkowy",
            "Wykres kolumnowy",
            "Skumulowany wykres słupkowy",
            "Wykres liniowy",
            "Wykres warstwowy",
            "Wykres pierścieniowy",
        ),
        scatter="Wykres punktowy, liczba punktów {count}: {b} względem {a}",
        high="najwyższa wartość",
        low="najniższa wartość",
        focus="wyróżniono",
        both="{a} i {b}",
        course="od {a} do {b}",
    ),
)
_SPANISH = Words(
    continued="continuación",
    questions="Preguntas",
    portrait="Retrato de {name}",
    table="Tabla: filas {rows}, columnas {columns}",
    now="Ahora: {item}",
    chart=ChartWords(
        (
            "Gráfico de barras",
            "Gráfico de columnas",
            "Gráfico de barras apiladas",
            "Gráfico de líneas",
            "Gráfico de áreas",
            "Gráfico de anillos",
        ),
        scatter="Gráfico de dispersión, puntos {count}: {b} frente a {a}",
        high="máximo",
        low="mínimo",
        focus="destacado",
        course="de {a} a {b}",
    ),
)
_ITALIAN = Words(
    continued="continua",
    questions="Domande",
    portrait="Ritratto di {name}",
    table="Tabella: righe {rows}, colonne {columns}",
    now="Adesso: {item}",
    chart=ChartWords(
        (
            "Grafico a barre",
            "Istogramma",
            "Grafico a barre in pila",
            "Grafico a linee",
            "Grafico ad area",
            "Grafico ad anello",
        ),
        scatter="Grafico a dispersione, punti {count}: {b} rispetto a {a}",
        high="massimo",
        low="minimo",
        focus="in evidenza",
        course="da {a} a {b}",
    ),
)
_DUTCH = Words(
    continued="vervolg",
    questions="Vragen",
    portrait="Portret van {name}",
    table="Tabel: rijen {rows}, kolommen {columns}",
    now="Nu: {item}",
    chart=ChartWords(
        (
            "Staafdiagram",
            "Kolomdiagram",
            "Gestapeld staafdiagram",
            "Lijndiagram",
            "Vlakdiagram",
            "Ringdiagram",
        ),
        scatter="Spreidingsdiagram, punten {count}: {b} tegen {a}",
        high="hoogste waarde",
        low="laagste waarde",
        focus="uitgelicht",
        both="{a} en {b}",
        over="{a} tot {b}",
        course="van {a} tot {b}",
    ),
)
_PORTUGUESE = Words(
    continued="continuação",
    questions="Perguntas",
    portrait="Retrato de {name}",
    table="Tabela: linhas {rows}, colunas {columns}",
    now="Agora: {item}",
    chart=ChartWords(
        (
            "Gráfico de barras",
            "Gráfico de colunas",
            "Gráfico de barras empilhadas",
            "Gráfico de linhas",
            "Gráfico de áreas",
            "Gráfico de anel",
        ),
        scatter="Gráfico de dispersão, pontos {count}: {b} em função de {a}",
        high="máximo",
        low="mínimo",
        focus="em destaque",
        both="{a} e {b}",
        course="de {a} a {b}",
    ),
)
_ARABIC = Words(
    continued="تتمة",
    questions="أسئلة",
    portrait="صورة {name}",
    table="جدول: الصفوف {rows}، الأعمدة {columns}",
    now="الآن: {item}",
    chart=ChartWords(
        (
            "مخطط شريطي",
            "مخطط أعمدة",
            "مخطط شريطي مكدس",
            "مخطط خطي",
            "مخطط مساحي",
            "مخطط دائري مجوف",
        ),
        scatter="مخطط مبعثر، عدد النقاط {count}: {b} مقابل {a}",
        high="أعلى قيمة",
        low="أدنى قيمة",
        focus="محور التركيز",
        both="{a} و{b}",
        over="من {a} إلى {b}",
        course="من {a} إلى {b}",
        spread="{name}: من {a} إلى {b}",
    ),
    signs=Signs(comma="، ", semicolon="؛ "),
)
_URDU = Words(
    continued="جاری",
    questions="سوالات",
    portrait="{name} کی تصویر",
    table="جدول: قطاریں {rows}، کالم {columns}",
    now="اب: {item}",
    chart=ChartWords(
        (
            "بار چارٹ",
            "کالم چارٹ",
            "تہ دار بار چارٹ",
            "لائن چارٹ",
            "ایریا چارٹ",
            "ڈونٹ چارٹ",
        ),
        scatter="سکیٹر چارٹ، نقاط {count}: {b} بمقابلہ {a}",
        high="سب سے زیادہ",
        low="سب سے کم",
        focus="توجہ کا مرکز",
        both="{a} اور {b}",
        over="{a} سے {b} تک",
        course="{a} سے {b} تک",
        spread="{name}: {a} سے {b} تک",
    ),
    signs=Signs(comma="، ", semicolon="؛ ", stop="۔"),
)
_CHINESE = Words(
    continued="续",
    questions="提问",
    portrait="{name}的照片",
    table="表格：{rows} 行，{columns} 列",
    now="当前：{item}",
    chart=ChartWords(
        ("条形图", "柱形图", "堆积条形图", "折线图", "面积图", "圆环图"),
        scatter="散点图，共 {count} 个点：{b} 与 {a}",
        high="最高",
        low="最低",
        focus="重点",
        both="{a}和{b}",
        over="{a} 至 {b}",
        course="从 {a} 到 {b}",
        spread="{name}：{a} 至 {b}",
        turn="{at} {word} {a}",
    ),
    signs=Signs(comma="，", colon="：", semicolon="；", stop="。"),
)
_TRADITIONAL = Words(
    continued="續",
    questions="提問",
    portrait="{name}的照片",
    table="表格：{rows} 列，{columns} 欄",
    now="目前：{item}",
    chart=ChartWords(
        ("橫條圖", "直條圖", "堆疊橫條圖", "折線圖", "區域圖", "環圈圖"),
        scatter="散佈圖，共 {count} 個點：{b} 與 {a}",
        high="最高",
        low="最低",
        focus="重點",
        both="{a}和{b}",
        over="{a} 至 {b}",
        course="從 {a} 到 {b}",
        spread="{name}：{a} 至 {b}",
        turn="{at} {word} {a}",
    ),
    signs=Signs(comma="，", colon="：", semicolon="；", stop="。"),
)
_LANGUAGES = {
    "ar": _ARABIC,
    "cy": _WELSH,
    "de": _GERMAN,
    "en": _ENGLISH,
    "es": _SPANISH,
    "fr": _FRENCH,
    "it": _ITALIAN,
    "nl": _DUTCH,
    "pl": _POLISH,
    "pt": _PORTUGUESE,
    "ur": _URDU,
    "zh": _CHINESE,
    "zh-hant": _TRADITIONAL,
    "zh-hk": _TRADITIONAL,
    "zh-mo": _TRADITIONAL,
    "zh-tw": _TRADITIONAL,
}


def words_of(language: str) -> Words:
    """The words of a language tag: of its longest beginning that the table has, else `NEUTRAL`."""
    tag = language.lower()
    while tag and tag not in _LANGUAGES:
        tag = tag.rpartition("-")[0]
    return _LANGUAGES.get(tag, NEUTRAL)


def first_upper(text: str) -> str:
    """`text` as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def table_size(rows: int, columns: int, language: str) -> str:
    """'Table: 3 rows, 1 column.'"""
    words = words_of(language)
    said = words.table.format(rows=rows, columns=columns)
    if words is _ENGLISH:
        said = said.replace("1 rows", "1 row") if rows == 1 else said
        said = said.replace("1 columns", "1 column") if columns == 1 else said
    return said + words.signs.stop
