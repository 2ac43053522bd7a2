"""Reference tables, filled from `seeds/`: countries, places, outlets, and what is known of organizations from outside."""
from __future__ import annotations

from sqlalchemy import Boolean, Column, Double, String, Table

from .base import country, identity, metadata, one_of, reference
from .vocabulary import COUNTRY_NAME_KINDS, ORGANIZATION_KINDS, RELIABILITIES

countries = Table(
    "countries", metadata,
    Column("country_code", String, primary_key=True, comment="ISO 3166-1 alpha-2 code; the former code of a former state."),
    Column("name", String, nullable=False, comment="Short English name."),
    Column("official_name", String, comment="Official English name."),
    Column("capital", String, comment="Seat of government."),
    Column("is_former", Boolean, nullable=False, comment="Whether the state no longer exists."),
    comment="States and territories with a code of their own, present and former.",
)

country_names = Table(
    "country_names", metadata,
    reference("country_code", "countries.country_code", "Country so named.", primary_key=True),
    Column("kind", String, primary_key=True, comment="name, or demonym for its people and the adjective."),
    Column("name", String, primary_key=True, comment="The name or demonym as written."),
    one_of("kind", COUNTRY_NAME_KINDS),
    comment="Names and demonyms by which texts refer to countries.",
)

places = identity(
    "places", "place_id",
    Column("name", String, comment="Name as documents have it, the first in the alphabet; NULL where only the state is known."),
    country("State that the place lies in."),
    key="Slug of the name and the country code.",
    comment="Places, from the reference data or first named by a document.",
)

place_profiles = Table(
    "place_profiles", metadata,
    reference("place_id", "places.place_id", "Place described.", primary_key=True),
    Column("name", String, nullable=False, comment="Usual English name."),
    Column("kind", String, comment="Kind of place as the reference data has it: city, territory, site, ..."),
    Column("latitude", Double, comment="Degrees north, WGS 84."),
    Column("longitude", Double, comment="Degrees east, WGS 84."),
    comment="What the reference data says of a place; documents never change it.",
)

place_names = Table(
    "place_names", metadata,
    reference("place_id", "places.place_id", "Place so named.", primary_key=True),
    Column("name", String, primary_key=True, comment="The name as written."),
    comment="Names by which texts refer to places of the reference data.",
)

outlets = identity(
    "outlets", "outlet_id",
    Column("name", String, nullable=False, comment="Name as documents have it, the first in the alphabet."),
    key="Slug of the name.",
    comment="News sources, from the reference data or first cited by a document.",
)

outlet_names = Table(
    "outlet_names", metadata,
    reference("outlet_id", "outlets.outlet_id", "Outlet so named.", primary_key=True),
    Column("name", String, primary_key=True, comment="The name as written."),
    comment="Names by which texts refer to outlets of the reference data.",
)

outlet_profiles = Table(
    "outlet_profiles", metadata,
    reference("outlet_id", "outlets.outlet_id", "Outlet described.", primary_key=True),
    Column("name", String, nullable=False, comment="Usual English name."),
    country("Country that the outlet reports from."),
    Column("kind", String, comment="Kind of outlet as the reference data has it: agency, newspaper, broadcaster, ..."),
    Column("reliability", String, comment="Admiralty letter, A reliable to F cannot be judged; NULL where nobody judged."),
    one_of("reliability", RELIABILITIES),
    comment="What the reference data says of an outlet; documents never change it.",
)

organizations = identity(
    "organizations", "organization_id",
    key="Slug of the name and, where it has one, the country code.",
    comment="Bodies: states' organs, international bodies, parties, companies. An identity only.",
)

organization_names = Table(
    "organization_names", metadata,
    reference("organization_id", "organizations.organization_id", "Organization so named.", primary_key=True),
    Column("name", String, primary_key=True, comment="The name as written."),
    comment="Names by which texts refer to organizations of the reference data.",
)

organization_profiles = Table(
    "organization_profiles", metadata,
    reference("organization_id", "organizations.organization_id", "Organization described.", primary_key=True),
    Column("name", String, nullable=False, comment="Usual English name."),
    Column("kind", String, nullable=False, comment="Kind of body: international, government, militia, ..."),
    country("Country that it belongs to; NULL for international bodies."),
    reference("parent_organization_id", "organizations.organization_id", "Body that it is part of."),
    Column("description", String, comment="What it is, in a few words."),
    one_of("kind", ORGANIZATION_KINDS),
    comment="What the reference data says of an organization; it wins over what documents say.",
)
