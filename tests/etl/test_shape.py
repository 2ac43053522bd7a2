"""Title, period, headings, items, captions and paragraphs, by shape alone."""
from __future__ import annotations

from datetime import date

import pytest

from etl.layout.shape import shape
from etl.layout.styles import names, style
from etl.records import Part, Span, Stated

SENTENCE = "The ministers of the two countries met in the capital and spoke about trade, transport and the river that divides them."


def kinds(text: str) -> list[tuple[str, str]]:
    """Return the kind and the first two words of each block."""
    shaped = shape(text)
    return [(b.kind, " ".join(b.span.of(shaped.text).split()[:2])) for b in shaped.blocks]


def test_a_bulletin_has_title_period_headings_and_items():
    text = f"Weekly Note\n\nMay 3, 2021 - May 9, 2021\n\nOverview\n\n• {SENTENCE}\n\nThe Talks\n\n• {SENTENCE}\n• Another item of the same list, told in one sentence.\n"
    assert [k for k, _ in kinds(text)] == ["title", "paragraph", "heading", "item", "heading", "item", "item"]


@pytest.mark.parametrize(("line", "start", "end"), [
    ("May 3, 2021 - May 9, 2021", date(2021, 5, 3), date(2021, 5, 9)), ("3-9 May 2021", date(2021, 5, 3), date(2021, 5, 9)),
    ("December 28, 2020 - January 10, 2021", date(2020, 12, 28), date(2021, 1, 10)),
    ("Week of May 3 to 9, 2021", date(2021, 5, 3), date(2021, 5, 9)),
])
def test_a_line_that_is_a_range_gives_the_period(line, start, end):
    header = shape(f"Weekly Note\n\n{line}\n\n{SENTENCE}\n").header
    assert (header.title, header.period_start, header.period_end) == ("Weekly Note", start, end)


@pytest.mark.parametrize("line", ["May 9, 2021", "Published: May 9, 2021", "9 May 2021"])
def test_a_line_that_is_a_day_gives_the_publication(line):
    header = shape(f"Talks on the River\n\n{line}\n\n{SENTENCE}\n").header
    assert (header.published_on, header.period_start) == (date(2021, 5, 9), None)


def test_a_date_within_a_paragraph_is_no_period():
    header = shape(f"Talks on the River\n\n{SENTENCE} It was on May 3-9, 2019 that they had met before, in another city and with other people.\n").header
    assert (header.period_start, header.published_on) == (None, None)


@pytest.mark.parametrize("mark", ["•", "►", "*", "-", "–", "▪", "→"])
def test_any_bullet_mark_opens_an_item(mark):
    found = kinds(f"Weekly Note\n\n{mark} {SENTENCE}\n{mark} {SENTENCE}\n")
    assert found == [("title", "Weekly Note"), ("item", "The ministers"), ("item", "The ministers")]


def test_numbers_open_items():
    found = kinds(f"Weekly Note\n\n1. {SENTENCE}\n\n2. {SENTENCE}\n")
    assert found == [("title", "Weekly Note"), ("item", "The ministers"), ("item", "The ministers")]


def test_a_short_line_that_ends_in_a_citation_is_a_caption():
    found = kinds(f"Weekly Note\n\n• {SENTENCE}\n\nThe two ministers in the capital (Reuters, May 4)\n\n• {SENTENCE}\n")
    assert ("caption", "The two") in found


def test_a_caption_that_cuts_a_paragraph_does_not_end_it():
    first = "The ministers of the two countries, who had not met for eleven years and who had sent each other no letter in all that time, then spoke at length about the river and the"
    text = f"Weekly Note\n\n{first}\n\nThe two ministers in the capital (Reuters, May 4)\n\nbridge that both have wanted to build.\n"
    shaped = shape(text)
    cut = next(b for b in shaped.blocks if b.span.of(shaped.text).startswith("The ministers"))
    assert [s.of(shaped.text)[-6:] for s in cut.spans] == [first[-6:], "build."]


def wrapped(width_line: str = "") -> str:
    """Return a hard-wrapped text with a hyphen at a line's end."""
    return ("Weekly Note\n\n"
            "The ministers of the two countries met in the capital for talks on the\n"
            "river that divides them, and on the bridge that both of them have want-\n"
            "ed to build since the end of the war. They are to meet again in autumn,\n"
            "when the water is low and the engineers can look at the old pillars and\n"
            "say whether they will bear a road. Nobody knows who is to pay for that.\n\n"
            "The other side of the story is that the ferrymen of both banks, who are\n"
            "many, have friends in both capitals and no wish at all to see a bridge.\n")


def test_a_hard_wrapped_text_is_joined_to_paragraphs():
    assert kinds(wrapped()) == [("title", "Weekly Note"), ("paragraph", "The ministers"), ("paragraph", "The other")]


def test_page_furniture_is_left_out():
    text = "\n\n".join(f"Weekly Note of the Centre | page {n}\n\n{SENTENCE} This is paragraph number {n}." for n in range(1, 5))
    words = [w for _, w in kinds("The Big Title\n\n" + text)]
    assert "Weekly Note" not in words
    assert words.count("The ministers") == 4


def test_the_shaped_text_has_the_length_of_the_text_kept():
    text = f"Weekly\u00a0Note\n\n**{SENTENCE}**\u200b\n"
    assert len(shape(text).text) == len(text)


def test_only_items_under_an_overview_heading_are_of_the_overview():
    text = f"Weekly Note\n\nOverview\n\n• {SENTENCE}\n\nThe Talks\n\n• {SENTENCE}\n"
    assert [b.overview for b in shape(text).blocks if b.kind == "item"] == [True, False]


@pytest.mark.parametrize(("day", "known"), [(date(2021, 5, 20), date(2021, 5, 20)), (date(2024, 1, 1), None), (date(2020, 1, 1), None)])
def test_a_stated_day_far_from_the_period_dates_the_copy_and_not_the_words(day, known):
    shaped = shape(f"Weekly Note\n\nMay 3, 2021 - May 9, 2021\n\n{SENTENCE}\n", stated=Stated(published_on=day))
    assert (shaped.header.published_on, shaped.calendar.published) == (day, known)


@pytest.mark.parametrize("text", ["", "\n\n \n", "x", "•", "()", "A\n" * 50])
def test_odd_texts_are_shaped_without_an_error(text):
    assert all(b.span.of(text).strip() for b in shape(text).blocks)


def test_a_named_style_adds_its_own_noise_and_overviews():
    text = f"Weekly Note\n\nIn this issue\n\n- {SENTENCE}\n\nMedia contact: Ada Holm, 555 1234\n\nKenya\n\n- {SENTENCE}\n"
    bulletin, release = (shape(text, stated=Stated(style=style)) for style in ("bulletin", "press_release"))
    assert [b.overview for b in bulletin.blocks if b.kind == "item"] == [True, False]
    assert [b.overview for b in release.blocks if b.kind == "item"] == [False, False]
    assert [("contact" in b.span.of(text)) for s in (bulletin, release) for b in s.blocks].count(True) == 1


def test_every_style_can_be_read_and_keeps_what_the_general_one_has():
    assert all(style(name).overview >= style().overview for name in names())


def test_what_is_stated_fills_what_the_words_leave_open():
    stated = Stated(title="From the feed", publisher="River News", published_on=date(2019, 5, 9))
    header = shape(f"{SENTENCE}\n", stated=stated).header
    assert (header.title, header.publisher, header.published_on) == ("From the feed", "River News", date(2019, 5, 9))
    own = shape(f"Talks on the River\n\nMay 3, 2019\n\n{SENTENCE}\n", stated=stated).header
    assert (own.title, own.published_on) == ("Talks on the River", date(2019, 5, 3))


def test_a_format_tells_kinds_that_words_do_not_overrule():
    text = f"Talks on the River\n\n{SENTENCE}\n\nAda Holm with Boris Karl\n\nA Long Line With Capitals\n\n• An item\n"
    told = {"Talks": "heading", "Ada": "caption", "A Long": "paragraph", "•": "text", SENTENCE[:20]: "text"}
    parts = [Part(kind, Span(text.index(head), text.index("\n", text.index(head)))) for head, kind in told.items()]
    kinds = [b.kind for b in shape(text, sorted(parts, key=lambda p: p.span)).blocks]
    assert kinds == ["title", "paragraph", "caption", "paragraph", "item"]


def test_days_that_head_entries_are_no_page_furniture():
    text = "Diary of Minister Holm\n\nJune 1\nMet with A.\n\nJune 2\nMet with B.\n\nJune 3\nMet with C.\n"
    assert sum("June" in b.span.of(text) for b in shape(text).blocks) == 3


@pytest.mark.parametrize("dateline", [
    "Tbilisi, May 4, 2021 (GNA) - ", "TBILISI, 4 May 2021 - ", "New Harbour, Selva, May 4, 2021: ",
])
def test_a_dateline_with_a_year_tells_the_day_of_publication(dateline):
    text = f"President Receives Minister\n\n{dateline}President Otto Kern received Ada Holm. {'They spoke. ' * 30}\n"
    assert str(shape(text).calendar.published) == "2021-05-04"


def test_a_place_and_day_below_a_heading_of_several_lines_stand_by_themselves():
    text = ("Readouts of the Envoy\n\n8 - 21 February 2020\n\nReadout of the envoy's meeting with Ms. Ada Holm, President of the\n"
            f"Republic of Selva\nNew Harbour, 8 February 2020\n\n{SENTENCE}\n")
    shaped = shape(text)
    assert "New Harbour, 8 February 2020" in [b.span.of(text) for b in shaped.blocks]
    assert str(shaped.header.period_start) == "2020-02-08"


@pytest.mark.parametrize("line", ["PLATE 1. President Otto Kern in Oslo. Behind him Ada Holm.", "[Photograph: Kern at the port.]",
                                  "Photo: Otto Kern and Ada Holm wave, Oslo"])
def test_a_block_that_calls_itself_a_picture_is_a_caption(line):
    assert shape(f"Weekly Note\n\nMay 3, 2021 - May 9, 2021\n\n- Nothing happened.\n\n{line}\n\n- Nobody left.\n").blocks[-2].kind == "caption"


@pytest.mark.parametrize(("line", "period"), [
    ("Notes on diplomacy in the region, no. 7 (1 - 31 May 2004)", ("2004-05-01", "2004-05-31")),
    ("Week ending 15 May 2004", ("2004-05-09", "2004-05-15")), ("April - May 2004", ("2004-04-01", "2004-05-31")),
    ("04.05.2004 - 10.05.2004", ("2004-05-04", "2004-05-10")), ("First half of May 2004", ("2004-05-01", "2004-05-15")),
    ("Spring 2004", ("2004-03-01", "2004-05-31")), ("Week of 3 May 2004", ("2004-05-03", "2004-05-09")),
])
def test_a_line_below_the_title_tells_the_period_in_many_ways(line, period):
    shaped = shape(f"The Ledger\n{line}\n\n1. BAKU\n\n- President Tom Osei spoke. Nobody else did.\n\n- It rained.\n")
    assert (str(shaped.calendar.start), str(shaped.calendar.end)) == period and shaped.calendar.published is None


def test_a_range_in_a_sentence_below_the_title_is_no_period():
    assert shape("The Ledger\n\nThe king was in Oslo from May 3 to 5, 2004.\n\nHe left again.\n").calendar.start is None
