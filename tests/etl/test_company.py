"""Who comes along to an encounter or on a journey, and how it is said."""
from __future__ import annotations

import pytest

from tests.etl.reading import reading_of


def parties(text: str) -> set[str]:
    """Return the keys or words of the parties of the encounter told last."""
    return {s.key or s.text for s in reading_of(text + "\n").drafts[-1].sides}


@pytest.mark.parametrize(("text", "who"), [
    ("On May 4 President Otto Kern landed in Lusaka, accompanied by his wife, Ada Kern, and his brother Jan Kern.",
     {"otto-kern", "ada-kern", "jan-kern"}),
    ("General Otto Kern flew to Lusaka with Ivo Reis, a deputy minister.", {"otto-kern", "ivo-reis"}),
    ("President Otto Kern went to Lusaka on May 4; he had General Ara Sarkis with him.", {"otto-kern", "ara-sarkis"}),
    ("President Otto Kern visited Lusaka on May 4. With him was General Ara Sarkis.", {"otto-kern", "ara-sarkis"}),
    ("On May 4 Minister Otto Kern, flanked by General Ara Sarkis, met President Ivo Reis.", {"otto-kern", "ara-sarkis", "ivo-reis"}),
])
def test_who_comes_along_takes_part(text, who):
    assert parties(text) == who


def test_who_sits_beside_another_does_not_travel_with_him():
    text = ("Minister Otto Kern arrived in Lusaka on May 4. President Ivo Reis received the visitor the same day. "
            "The President was flanked by General Ara Sarkis.\n")
    assert [len(d.sides) for d in reading_of(text).drafts] == [1, 3]


@pytest.mark.parametrize(("text", "who"), [
    ("Japanese Prime Minister Kenji Mori, Foreign Minister Aiko Sato and Ambassador Hiro Tanaka arrived in Lima on May 4. "
     "All three Japanese were received by President Ivo Reis.", {"kenji-mori", "aiko-sato", "hiro-tanaka", "ivo-reis"}),
    ("Commander Otto Kern and negotiators led by General Ara Sarkis met in Havana on May 4.", {"otto-kern", "ara-sarkis"}),
])
def test_several_are_each_of_them(text, who):
    assert parties(text) >= who


def test_a_week_after_an_unknown_day_of_a_month_is_no_day():
    text = "Minister Otto Kern left Lima in April without a date; it was set only after Ada Holm had come to Oslo a week later.\n"
    assert [d.when.precision for d in reading_of(text).drafts if d.kind == "visit"] == ["approximate"]


@pytest.mark.parametrize(("text", "sides"), [
    ("On May 4 Foreign Minister Otto Kern met with Foreign Minister Ada Holm and Premier Ivo Reis with President Jan Sand.",
     [{"otto-kern", "ada-holm"}, {"ivo-reis", "jan-sand"}]),
    ("On May 4 Foreign Minister Otto Kern met with Foreign Minister Ada Holm and Premier Ivo Reis with Jan Sand at his side.",
     [{"otto-kern", "ada-holm", "ivo-reis", "jan-sand"}]),
    ("Presidents Otto Kern and Ada Holm met on May 4 at the residence of the Swiss consul.", [{"otto-kern", "ada-holm"}]),
    ("Presidents Otto Kern and Ada Holm met on May 4 at the house of the Swiss consul in Oslo.", [{"otto-kern", "ada-holm"}]),
])
def test_who_meets_whom_in_one_clause(text, sides):
    assert [{s.key or s.text for s in d.sides} for d in reading_of(text + "\n").drafts] == sides


@pytest.mark.parametrize(("text", "sides"), [
    ("King Osric hosted Ada Holm on May 4; also present was Otto Kern, who attended the session of the Trade Council.",
     {"osric", "ada-holm", "otto-kern"}),
    ("On May 4 King Osric received Ada Holm. They were joined by Otto Kern, Jan Sand and, on the Chilean side, by Ivo Reis.",
     {"osric", "ada-holm", "otto-kern", "jan-sand", "ivo-reis"}),
    ("On May 4 King Osric met Ada Holm. Otto Kern acted as host.", {"osric", "ada-holm", "otto-kern"}),
    ("On May 4 King Osric received Ada Holm, as did Otto Kern.", {"osric", "ada-holm", "otto-kern"}),
])
def test_who_was_there_as_well_takes_part_in_what_was_told_before(text, sides):
    assert {s.key for s in reading_of(text + "\n").drafts[0].sides} == sides


@pytest.mark.parametrize("text", [
    "Tom Osei met a group of Chilean lawmakers in Oslo on May 4, including Ada Holm and Ivo Kern.",
    "Tom Osei met in Oslo on May 4 with political and faction leaders, among them Ada Holm and Ivo Kern.",
])
def test_members_told_after_place_and_day_stand_for_their_group(text):
    assert {s.key for s in reading_of(text + "\n").drafts[-1].sides} == {"tom-osei", "ada-holm", "ivo-kern"}


def test_an_encounter_beside_a_bodys_session_is_not_with_the_body():
    (draft,) = reading_of("Tom Osei met on the sidelines of the UN General Assembly with Ada Holm on May 4.\n").drafts
    assert {s.key for s in draft.sides} == {"tom-osei", "ada-holm"}


@pytest.mark.parametrize("text", [
    "The talks were moderated by Envoy Ivo Reis.", "Envoy Ivo Reis mediated.", "Envoy Ivo Reis acted as an observer.",
    "The Norwegian side was represented by Envoy Ivo Reis.", "Those present included Envoy Ivo Reis.",
    "Among those who attended was Envoy Ivo Reis.", "Joining them in the talks was Envoy Ivo Reis.",
    "Envoy Ivo Reis was among those attending.", "Envoy Ivo Reis joined the two.",
    "Envoy Ivo Reis attended the meeting from the Norwegian side.", "Envoy Ivo Reis interpreted for them.",
    "Envoy Ivo Reis, who accompanied the premier, was silent.",
])
def test_who_is_told_to_have_been_there_takes_part(text):
    (draft,) = reading_of(f"On May 4 President Otto Kern received Premier Ada Holm in Oslo. {text}\n").merged
    assert {s.key for s in draft.sides} == {"otto-kern", "ada-holm", "ivo-reis"}


def test_who_represents_a_state_takes_the_place_of_its_post():
    text = ("The foreign ministers of Chile and Mali met in Oslo on May 4. "
            "Mali was represented by Malian Foreign Minister Ada Holm.")
    (draft,) = reading_of(text + "\n").merged
    assert [s.key or s.text for s in draft.sides] == ["foreign minister of Chile", "ada-holm"]


def test_who_joins_two_at_the_table_has_not_travelled():
    text = "Ada Holm visited Oslo on May 4. She met Premier Otto Kern. They were joined by Ivo Reis.\n"
    visit, meeting = reading_of(text).drafts
    assert [len(visit.sides), {s.key for s in meeting.sides}] == [1, {"ada-holm", "otto-kern", "ivo-reis"}]


def test_a_delegation_goes_on_without_its_last_host():
    text = ("A Chilean delegation led by Ada Holm visited Oslo and Riga from May 4 to 6. In Oslo the guests held talks with "
            "Ivo Reis. In Riga they were received by President Otto Kern.\n")
    assert "ivo-reis" not in {s.key for s in reading_of(text).drafts[-1].sides}


@pytest.mark.parametrize("text", [
    "The Danish envoy, Ivo Reis, joined them towards the end.", "Envoy Ivo Reis was there as a guest.", "Envoy Ivo Reis took the chair.",
    "Envoy Ivo Reis headed the Norwegian delegation.", "Envoy Ivo Reis spoke for Oslo.", "Ivo Reis, who represented Denmark, was silent.",
    "Envoy Ivo Reis had also been in the room with Holm.",
])
def test_who_heads_a_side_or_sits_in_takes_part(text):
    (draft,) = reading_of(f"On May 4 President Otto Kern received Premier Ada Holm in Oslo. {text}\n").merged
    assert {s.key for s in draft.sides} == {"otto-kern", "ada-holm", "ivo-reis"}


@pytest.mark.parametrize(("text", "who"), [
    ("The round of talks was opened in Geneva on May 4 by Chancellor Otto Kern. Minister Ada Holm headed the Armenian delegation, "
     "General Ara Sarkis that of Georgia and Ivo Reis, the deputy minister, that of Turkey.",
     {"otto-kern", "ada-holm", "ara-sarkis", "ivo-reis"}),
    ("The talks were opened in Geneva on May 4 by Chancellor Otto Kern. Premier Ada Holm spoke for Belgrade and General Ara Sarkis for "
     "Pristina, with Ivo Reis in the chair.", {"otto-kern", "ada-holm", "ara-sarkis", "ivo-reis"}),
    ("The summit took place in Lima on May 4 with President Otto Kern in the chair. Besides Ada Holm it was attended by Ivo Reis.",
     {"otto-kern", "ada-holm", "ivo-reis"}),
    ("The summit of the African Union was held in Lagos on May 4, which was hosted by President Otto Kern.",
     {"african-union", "otto-kern"}),
    ("Minister Ada Holm joined the ministers of Chile and Peru for a meeting in Lima on May 4, chaired by President Otto Kern.",
     {"ada-holm", "minister of Chile", "minister of Peru", "otto-kern"}),
    ("On the margins of a summit in Lagos on May 4, chaired by President Otto Kern, Ada Holm conferred with Ivo Reis.",
     {"ada-holm", "ivo-reis"}),
])
def test_who_heads_a_side_of_a_gathering_or_chairs_it(text, who):
    assert who in [{s.key or s.text for s in d.sides} for d in reading_of(text + "\n").merged]


@pytest.mark.parametrize(("text", "sides"), [
    ("The envoy Otto Kern, accompanied by Ivo Reis, flew to Oslo on May 4 and was received by Premier Ada Holm.",
     [{"otto-kern", "ivo-reis"}, {"otto-kern", "ivo-reis", "ada-holm"}]),
    ("Minister Otto Kern met Premier Ada Holm in Oslo on May 4 and, accompanied by Ivo Reis, visited Bergen.",
     [{"otto-kern", "ada-holm"}, {"otto-kern", "ivo-reis"}]),
    ("Minister Otto Kern toured the refugee camp with Ivo Reis on May 4.", [{"otto-kern", "ivo-reis"}]),
    ("Minister Otto Kern will visit Oslo from May 4 to 7, with his deputy, Ivo Reis.", [{"otto-kern", "ivo-reis"}]),
    ("A delegation led by Otto Kern, and including Ivo Reis, spent May 4 in Oslo.", [{"otto-kern", "ivo-reis"}]),
])
def test_company_goes_where_it_is_told_to_go(text, sides):
    assert [{s.key for s in d.sides if s.kind == "person"} for d in reading_of(text + "\n").drafts] == sides


def test_who_joined_all_his_meetings_takes_part_in_each():
    text = ("Minister Otto Kern flew to Oslo and Riga on May 4. In his meetings in both capitals he was joined by Ivo Reis. He was "
            "received by King Harald on May 4. On May 5 he held separate talks with Ada Holm and Ana Rojas. He telephoned Tom Osei.\n")
    met = [{s.key for s in d.sides} for d in reading_of(text).drafts[1:]]
    assert met == [{"otto-kern", "harald", "ivo-reis"}, {"otto-kern", "ada-holm", "ivo-reis"}, {"otto-kern", "ana-rojas", "ivo-reis"},
                   {"otto-kern", "tom-osei"}]


@pytest.mark.parametrize(("team", "told"), [
    ("a business delegation", True), ("an interagency team", True), ("a Kenyan delegation", False), ("a high-level delegation", False),
])
def test_a_team_of_which_more_is_told_than_whose_it_is_travels_along(team, told):
    for text in (f"Minister Otto Kern led {team} to Oslo on May 4.", f"Minister Otto Kern arrived in Oslo on May 4 at the head of {team}."):
        assert len(reading_of(text + "\n").drafts[-1].sides) == 1 + told


def test_who_also_took_part_before_meeting_another_is_in_both():
    text = ("President Otto Kern received Premier Ada Holm in Lima on May 4. Ivo Reis, who also took part, met Ana Rojas separately.\n")
    assert [{s.key for s in d.sides} for d in reading_of(text).drafts] == [{"otto-kern", "ada-holm", "ivo-reis"}, {"ivo-reis", "ana-rojas"}]


def test_all_of_many_travellers_go_on():
    text = ("Otto Kern, Ada Holm, Ivo Reis, Ana Rojas and Jan Sand flew to Lima on May 4. On May 6 they flew on to Oslo.\n")
    assert [len(d.sides) for d in reading_of(text).drafts] == [5, 5]


def test_in_whose_presence_two_sat_down():
    text = "Otto Kern sat down with Ada Holm in Lima on May 4 in the presence of Ivo Reis.\n"
    assert [{s.key for s in d.sides} for d in reading_of(text).drafts] == [{"otto-kern", "ada-holm", "ivo-reis"}]
