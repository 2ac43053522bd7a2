"""What may stand in `rapporteur.toml`: the fields, their kinds and defaults. Unknown fields are errors; nothing is guessed."""
from __future__ import annotations

import re
from datetime import timedelta
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from etl.formats.content import MEGABYTE, Limits
from etl.intervals import interval_of
from etl.knowledge import rows, toml
from etl.records import Stated
from etl.tables.mapping import TableMapping
from etl.web.policy import Politeness
from etl.web.secrets import check_address

LIMITS, MANNERS = Limits(), Politeness()


def _listed(value: Any) -> Any:
    """Take one address for a list of one."""
    if value == []:
        raise ValueError("must not be empty")
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value


def _checked(value: str) -> str:
    check_address(value)
    return value


def _style(value: str) -> str:
    known = sorted(toml("styles.toml"))
    if value not in known:
        raise ValueError(f"names no style profile; these are: {', '.join(known)}")
    return value


def _country(value: str) -> str:
    if value not in {row["code"] for row in rows("countries.csv")}:
        raise ValueError("is no country code of ISO 3166-1, such as \"CH\"")
    return value


def _every(value: str) -> str:
    interval_of(value)
    return value


def _contact(value: str) -> str:
    if not re.fullmatch(r"[!-'*-~][ !-'*-~]*", value):
        raise ValueError("must be an address or page in plain ASCII without brackets")
    return value


def _identifier(value: str) -> str:
    if not re.fullmatch(r"[a-z_][a-z0-9_]{0,49}", value) or value.startswith("pg_"):
        raise ValueError("must be made of up to 50 small letters, digits and underscores, and not begin with pg_")
    return value


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Address = Annotated[Text, AfterValidator(_checked)]
Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")]
Seconds = Annotated[float, Field(ge=0, le=86_400, allow_inf_nan=False)]
Wait = Annotated[float, Field(gt=0, le=86_400, allow_inf_nan=False)]
Megabytes = Annotated[float, Field(gt=0, le=1_000_000, allow_inf_nan=False)]
Count = Annotated[int, Field(gt=0)]
Identifier = Annotated[str, AfterValidator(_identifier)]


class Settings(BaseModel):
    """A table of the file: fixed once read, and strict about kinds."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, hide_input_in_errors=True)


class SourceSettings(Settings):
    """One named source, `[sources.NAME]`: where its documents are, and what is known of them from outside."""

    addresses: Annotated[tuple[Address, ...], Field(alias="from"), BeforeValidator(_listed)]
    kind: Literal["auto", "page", "feed", "folder"] = "auto"
    follow: bool = True
    style: Annotated[Text, AfterValidator(_style)] | None = None
    publisher: Text | None = None
    country: Annotated[Text, AfterValidator(_country)] | None = None
    enabled: bool = True
    every: Annotated[Text, AfterValidator(_every)] | None = None

    @property
    def interval(self) -> timedelta | None:
        """Return how often a schedule asks the source, None where it is asked with all others."""
        return interval_of(self.every) if self.every else None

    @property
    def stated(self) -> Stated:
        """Return what the user states of each document of the source."""
        return Stated(publisher=self.publisher, country=self.country, style=self.style)


class WebSettings(Settings):
    """How the web is asked, `[web]`; the fields are those of `Politeness`."""

    contact: Annotated[Text, AfterValidator(_contact)] | None = None
    interval: Seconds = MANNERS.interval
    connect: Wait = MANNERS.connect
    read: Wait = MANNERS.read
    total: Wait = MANNERS.total
    retries: Annotated[int, Field(ge=0, le=20)] = MANNERS.retries
    backoff: Wait = MANNERS.backoff
    max_wait: Wait = MANNERS.max_wait
    robots: bool = MANNERS.robots
    trust_env: bool = MANNERS.trust_env


class LimitSettings(Settings):
    """How much one input may take, `[limits]`; the fields are those of `Limits`, sizes in MB."""

    megabytes: Megabytes = LIMITS.bytes / MEGABYTE
    expanded_megabytes: Megabytes = LIMITS.expanded / MEGABYTE
    members: Count = LIMITS.members
    pages: Count = LIMITS.pages
    elements: Count = LIMITS.elements
    rows: Count = LIMITS.rows
    text: Count = LIMITS.text
    line: Count = LIMITS.line
    seconds: Wait = LIMITS.seconds
    memory_megabytes: Megabytes = LIMITS.memory / MEGABYTE

    def limits(self) -> Limits:
        """Return the limits as the readers take them."""
        return Limits(bytes=_bytes(self.megabytes), expanded=_bytes(self.expanded_megabytes), members=self.members,
                      pages=self.pages, elements=self.elements, rows=self.rows, text=self.text, line=self.line,
                      seconds=self.seconds, memory=_bytes(self.memory_megabytes))


class PublishSettings(Settings):
    """Where readers find the state that the last good run left, `[publish]`."""

    after_runs: bool = True
    file: Text | None = None
    keep: Annotated[int, Field(ge=2, le=1_000)] = 3
    postgres: Address | None = None
    schema_name: Annotated[Identifier, Field(alias="schema")] = "reporting"
    reader: Identifier | None = "rapporteur_reader"


def with_postgres(settings: PublishSettings, address: str | None) -> PublishSettings:
    """Return the settings with another PostgreSQL, where one is given; raises ValueError where it holds a password."""
    if address is None:
        return settings
    check_address(address)
    return settings.model_copy(update={"postgres": address})


class BackupSettings(Settings):
    """Where backups lie and how many are kept, `[backup]`."""

    folder: Text | None = None
    keep: Annotated[int, Field(ge=1, le=1_000)] = 7


class Configuration(Settings):
    """All of `rapporteur.toml`."""

    sources: dict[Name, SourceSettings] = Field(default_factory=dict)
    web: WebSettings = WebSettings()
    limits: LimitSettings = LimitSettings()
    tables: dict[Name, TableMapping] = Field(default_factory=dict)
    publish: PublishSettings = PublishSettings()
    backup: BackupSettings = BackupSettings()

    def with_size(self, megabytes: float | None) -> Configuration:
        """Return the configuration with another limit on the size of an input, where one is given."""
        if megabytes is None:
            return self
        return self.model_copy(update={"limits": self.limits.model_copy(update={"megabytes": megabytes})})

    def politeness(self) -> Politeness:
        """Return the manners as a `Fetcher` takes them; what is fetched is held to the limit on one input."""
        return Politeness(**self.web.model_dump(), bytes=_bytes(self.limits.megabytes))


def _bytes(megabytes: float) -> int:
    return round(megabytes * MEGABYTE)
