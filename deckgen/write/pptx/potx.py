"""A brand for a designer: the template as a file that PowerPoint opens with every layout and no slide."""

from __future__ import annotations

from deckgen.ooxml.chunks import joined
from deckgen.ooxml.zip import FAST, deflated
from deckgen.write.pptx import package
from deckgen.write.pptx.compile import LANGUAGE
from deckgen.write.pptx.package import relations_name
from deckgen.write.pptx.properties import Properties, core_properties, extended_properties
from deckgen.write.pptx.template import Template


def export_potx(template: Template) -> bytes:
    """The template as a file for a designer (.potx): every layout and no slide."""
    title = template.brand.title
    own = {
        package.PRESENTATION: package.presentation(),
        relations_name(package.PRESENTATION): package.presentation_relationships(),
        package.CORE_PROPERTIES: core_properties(Properties(title=title, language=LANGUAGE)),
        package.EXTENDED_PROPERTIES: extended_properties(slides=0, notes=0, hidden=0, themes=(title,)),
    }
    members = {name: deflated(content) for name, content in own.items()}
    kinds = (
        (package.PRESENTATION, "template"),
        *template.kinds,
        (package.CORE_PROPERTIES, "core"),
        (package.EXTENDED_PROPERTIES, "app"),
    )
    types = deflated(package.content_types(kinds, template.extensions), FAST)
    return joined(package.package(members, package.lead(template.members, types, custom=False)))
