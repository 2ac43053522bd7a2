"""Nothing of a document becomes HTML."""
from __future__ import annotations

import pytest

from explorer.links import link_to
from explorer.markup import Markup, element, is_web_address, joined
from explorer.tables import table

HOSTILE = '<script>alert("1")</script> & **bold** [x](javascript:alert(1))'
ESCAPED = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; **bold** [x](javascript:alert(1))"


def test_text_is_escaped_and_markup_is_not() -> None:
    assert element("p", HOSTILE, element("br")) == f"<p>{ESCAPED}<br></p>"


def test_attributes_are_escaped() -> None:
    assert element("p", "x", title='" onmouseover="alert(1)') == '<p title="&quot; onmouseover=&quot;alert(1)">x</p>'


def test_what_is_put_together_from_markup_and_text_is_no_markup() -> None:
    assert not isinstance(element("b", "x") + "<script>", Markup)
    assert element("p", element("b", "x") + "<script>") == "<p>&lt;b&gt;x&lt;/b&gt;&lt;script&gt;</p>"


@pytest.mark.parametrize("name", ("onclick", "style", "srcdoc"))
def test_attributes_that_could_run_something_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        element("p", "x", **{name: "alert(1)"})


@pytest.mark.parametrize("address", ("javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "file:///etc/passwd",
                                     "JAVASCRIPT:x"))
def test_only_addresses_of_the_web_and_of_the_explorer_are_linked(address: str) -> None:
    assert not is_web_address(address)
    with pytest.raises(ValueError, match="not linked"):
        element("a", "x", href=address)


def test_ids_are_encoded_in_addresses() -> None:
    assert link_to("person", 'a"b&c=d:e', "A") == '<a href="person?id=a%22b%26c%3Dd%3Ae" target="_self" class="rx-person">A</a>'


def test_what_has_no_page_is_a_name_without_a_link() -> None:
    assert link_to("outlet", "afp", "AFP") == link_to("person", None, "AFP") == "<span>AFP</span>"


def test_cells_of_tables_are_escaped_and_may_be_empty() -> None:
    shown = table(("A", "B", "C"), [(HOSTILE, None, 0), ("", "b", None)], label="x")
    assert f"<td>{ESCAPED}</td><td></td><td>0</td>" in shown
    assert "<td></td><td>b</td><td></td>" in shown


def test_children_that_are_none_are_left_out() -> None:
    assert joined(("a", None, "<"), " < ") == "a &lt; &lt;"
