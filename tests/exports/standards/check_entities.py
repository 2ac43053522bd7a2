"""Check FollowTheMoney entities by their own library: run by the environment of `make standards`, which has it.

Prints what is wrong, a line each, and then how many entities and references there are.
"""
from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterator

from followthemoney import model
from followthemoney.schema import Schema

AS_THE_LIBRARY_LIKES = ("name", "address")
"""Types of which it tidies the punctuation."""


def main() -> None:
    """Check the file named."""
    with open(sys.argv[1], encoding="utf-8") as lines:
        entities = [json.loads(line) for line in lines]
    schemata = {entity["id"]: model.get(entity["schema"]) for entity in entities}
    if len(schemata) != len(entities):
        print("an id stands twice")
    references = 0
    for entity in entities:
        for problem in problems(entity, schemata):
            print(entity["id"], problem)
        properties = schemata[entity["id"]].properties
        references += sum(len(values) for name, values in entity["properties"].items()
                          if name in properties and properties[name].range is not None)
    print(f"{len(entities)} entities, {references} references")


def problems(entity: dict, schemata: dict[str, Schema]) -> Iterator[str]:
    """Yield what is wrong with an entity."""
    schema = schemata[entity["id"]]
    yield from (f"lacks {name}" for name in schema.required if name not in entity["properties"])
    for name, values in entity["properties"].items():
        prop = schema.properties.get(name)
        if prop is None or prop.stub or prop.deprecated:
            yield f"has {name}, which {schema.name} has not, or not to be written"
            continue
        for value in values:
            cleaned = prop.type.clean(value)
            if cleaned is None or len(value) > prop.max_length:
                yield f"has no valid {name}: {value!r}"
            elif prop.type.name not in AS_THE_LIBRARY_LIKES and visible(cleaned) != visible(value):
                yield f"has {name} {value!r}, which the library writes {cleaned!r}"
            if prop.range is not None and not (value in schemata and schemata[value].is_a(prop.range)):
                yield f"has {name} {value}, which is no {prop.range.name} of the file"


def visible(text: str) -> str:
    """Return a text without the marks of direction, which the library drops."""
    return "".join(char for char in text if unicodedata.category(char) != "Cf")


if __name__ == "__main__":
    main()
