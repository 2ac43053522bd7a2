"""Where the references to secrets in addresses lead: to the environment, else to a Secret block of Prefect.

`${AGENCY_PASSWORD}` is the variable AGENCY_PASSWORD, or the block `agency-password`. Nothing is read before it is asked for,
and no value is shown.
"""
from __future__ import annotations

from collections.abc import Iterator, Mapping

from prefect.blocks.system import Secret


class Variables(Mapping[str, str]):
    """The environment, with Prefect's Secret blocks behind it."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self._blocks: dict[str, str | None] = {}

    def __getitem__(self, name: str) -> str:
        if value := self._environ.get(name):
            return value
        if name not in self._blocks:
            self._blocks[name] = _block(name.lower().replace("_", "-"))
        if self._blocks[name] is None:
            raise KeyError(name)
        return self._blocks[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._environ)

    def __len__(self) -> int:
        return len(self._environ)


def _block(name: str) -> str | None:
    """Return what a Secret block holds, None where there is no such block."""
    try:
        block = Secret.load(name, _sync=True)
    except ValueError:
        return None
    # Not block.get(), which reads the secret as JSON: a password of digits would lose its zeros.
    return str(block.value.get_secret_value())
