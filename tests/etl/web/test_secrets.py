"""How secrets get into addresses, and only there."""
from __future__ import annotations

import pytest

from etl.errors import ConfigurationError
from etl.web.address import shown
from etl.web.secrets import check_address, resolved, secrets_of

ENVIRON = {"PASSWORD": "p@ss/w", "KEY": "k&y", "EMPTY": ""}


def test_references_are_filled_in_and_quoted_where_they_stand_for_a_login() -> None:
    assert resolved("ftp://me:${PASSWORD}@example.org/a", ENVIRON) == "ftp://me:p%40ss%2Fw@example.org/a"
    assert resolved("https://example.org/?a=${KEY}&b=1", ENVIRON) == "https://example.org/?a=k&y&b=1"
    assert resolved("/var/${KEY}/$HOME", ENVIRON) == "/var/k&y/$HOME"


@pytest.mark.parametrize("name", ["NONE", "EMPTY"])
def test_a_variable_that_is_not_set_is_named_with_its_address(name: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        resolved(f"https://example.org/${{{name}}}", ENVIRON)
    assert str(refused.value).startswith(f"https://example.org/${{{name}}}: the environment variable {name} is not set")


def test_what_was_filled_in_is_hidden_again_however_it_is_written() -> None:
    addresses = ("ftp://me:${PASSWORD}@example.org/${PASSWORD}", "https://example.org/${KEY}", "${EMPTY}")
    secrets = secrets_of(addresses, ENVIRON)
    assert secrets == {"p@ss/w", "k&y"}
    words = " ".join(resolved(address, ENVIRON) for address in addresses[:2]) + " k%26y p%40ss/w"
    assert shown(words, secrets) == "ftp://example.org/*** https://example.org/*** *** ***"


@pytest.mark.parametrize("address", ["ftp://me:word@example.org/", "https://me:a${KEY}@example.org/", "s3://a:b@bucket"])
def test_a_password_in_plain_words_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="holds a password"):
        check_address(address)


@pytest.mark.parametrize("address", ["${}", "${A B}", "${1}", "${A", "a${"])
def test_a_reference_to_nothing_is_refused(address: str) -> None:
    with pytest.raises(ValueError):
        check_address(address)


@pytest.mark.parametrize("address", [
    "https://example.org:80/a@b:c", "ftp://me@example.org", "https://me:${KEY}@example.org/", "a:b@c"])
def test_other_addresses_are_taken(address: str) -> None:
    check_address(address)
