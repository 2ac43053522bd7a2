"""Many small documents that tell of each other's people: new ones, copies, and some that cannot be read."""
from __future__ import annotations

import random
from pathlib import Path

PEOPLE = (
    ("French", "President", "Emmanuel Macron", "Paris"), ("German", "Chancellor", "Angela Merkel", "Berlin"),
    ("Iranian", "Foreign Minister", "Mohammad Javad Zarif", "Tehran"), ("Iranian", "Foreign Minister", "M. J. Zareef", "Tehran"),
    ("Iraqi", "Defense Minister", "Juma Inad", "Baghdad"), ("Iraqi", "Defense Minister", "Jumah Anad", "Baghdad"),
    ("Turkish", "Foreign Minister", "Mevlüt Çavuşoğlu", "Ankara"), ("Turkish", "Foreign Minister", "Mevlut Cavusoglu", "Ankara"),
    ("Austrian", "Foreign Minister", "Alexander Schallenberg", "Vienna"),
    ("Jordanian", "Prime Minister", "Bisher al-Khasawneh", "Amman"),
    ("Indian", "Foreign Minister", "Subrahmanyam Jaishankar", "New Delhi"), ("Polish", "President", "Andrzej Duda", "Warsaw"),
)
OUTLETS = ("AFP", "Reuters", "IRNA", "INA", "Anadolu", "ORF")
SUBJECTS = ("border trade", "water", "visas", "air traffic", "gas", "student exchange")
EVERY_BAD, EVERY_COPY = 50, 40


def write_corpus(folder: Path, count: int, *, seed: int = 6) -> None:
    """Write `count` documents into a new folder, the same for the same seed."""
    chance = random.Random(seed)
    folder.mkdir()
    told: list[str] = []
    for number in range(count):
        path = folder / f"note-{number:04}.txt"
        if number % EVERY_BAD == EVERY_BAD - 1:
            path.write_bytes(bytes(chance.randrange(2, 30)))
            continue
        if number % EVERY_COPY == EVERY_COPY - 1:
            path.write_text(chance.choice(told), encoding="utf-8")
            continue
        told.append(_note(chance))
        path.write_text(told[-1], encoding="utf-8")


def _note(chance: random.Random) -> str:
    month, first = chance.choice((("May", 3), ("June", 7), ("July", 5))), chance.choice((0, 7, 14))
    start = month[1] + first
    items = [_item(chance, month[0], start + chance.randrange(7)) for _ in range(chance.randint(2, 4))]
    return "\n".join(["Weekly Note", f"{month[0]} {start}, 2021 - {month[0]} {start + 6}, 2021", "", *items])


def _item(chance: random.Random, month: str, day: int) -> str:
    (*guest, _), (nation, post, name, city) = chance.sample(PEOPLE, 2)
    visitor = " ".join(guest)
    cited = f"({chance.choice(OUTLETS)}, {month} {day})"
    if chance.random() < 0.2:
        return (f"► {visitor} and {nation} {post} {name} signed a memorandum of understanding on {chance.choice(SUBJECTS)} "
                f"in {city} on {month} {day} {cited}.\n")
    return f"► {visitor} met with {nation} {post} {name} in {city} on {month} {day} {cited}.\n"
