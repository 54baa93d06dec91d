"""Well-formed XML as no program writes it: whatever the syntax allows."""

from __future__ import annotations

from hypothesis import strategies as st

NAMESPACES = """xmlns='urn:main' xmlns:x="urn:x\" xmlns:å='urn:å'"""

_names = st.sampled_from(["c", "row", "v-1.x", "x:c", "x:row", "å:ö"])
_blanks = st.sampled_from(["", "", " ", "\n\t"])
_values = st.sampled_from(["", "1", "a > b", "/>", "&lt;c s=&quot;5&quot;/&gt;", "räka 🙂", " s=", "&#228;"])
_attribute_names = st.sampled_from(["s", "r", "ss", "x:s", "å:s", "å"])


@st.composite
def _attribute(draw: st.DrawFn) -> tuple[str, str]:
    name, value, blank, equals = draw(_attribute_names), draw(_values), draw(_blanks), draw(_blanks)
    quoted = draw(st.sampled_from([f'"{value}\'"', f"'{value}\"'"]))
    return name, f" {blank}{name}{equals}={blank}{quoted}"


_attributes = st.lists(_attribute(), max_size=3, unique_by=lambda attribute: attribute[0]).map(
    lambda attributes: "".join(text for _, text in attributes)
)
_between = st.sampled_from(
    [
        *("", " ", "\n", "text", "å > 🙂", "&amp;", "&#x1F642;"),
        *("<!---->", "<!-- <row s='1'> > -->", "<?pi <c/> > ?>", "<![CDATA[<c> ]] > ]]>"),
    ]
)


@st.composite
def _element(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    name, attributes, blank = draw(_names), draw(_attributes), draw(_blanks)
    content = "".join(draw(st.lists(st.one_of(_between, inner), max_size=4)))
    if not content and draw(st.booleans()):
        return f"<{name}{attributes}{blank}/>"
    return f"<{name}{attributes}{blank}>{content}</{name}{blank}>"


_elements = st.recursive(_element(st.just("")), _element, max_leaves=12)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """The text of an XML document with the namespaces ``urn:main``, ``urn:x`` and ``urn:å``."""
    declaration = draw(
        st.sampled_from(["", "<?xml version='1.0'?>", '<?xml version="1.0" encoding="UTF-8"?>\r\n'])
    )
    attributes, inner = draw(_attributes), "".join(draw(st.lists(st.one_of(_between, _elements), max_size=5)))
    misc = st.sampled_from(["", "\n", "<!-- <c/> -->", "<?pi?>"])
    return f"{declaration}{draw(misc)}<w {NAMESPACES}{attributes}>{inner}</w>{draw(misc)}"
