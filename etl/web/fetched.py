"""What was fetched, and where from."""
from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath

import httpx

from etl.web.reach import Reach


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered.

    `url` is where it was found in the end, for links to be resolved against; `uri` is the same without anything secret, for
    logs and the warehouse. `etag` and `last_modified` go into the next request.
    """

    url: str = field(repr=False)
    uri: str
    raw: bytes = field(repr=False)
    content_type: str | None
    etag: str | None
    last_modified: str | None
    reach: Reach

    @property
    def name(self) -> str:
        """Return the file name at the end of the address, empty where there is none."""
        name = PurePosixPath(httpx.URL(self.url).path).name
        return "" if name == ".." else name
