"""Where encounters were: names that are places, the stop that "where" speaks of, sites in their city."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted, people, reading_of

PARTIES = ["Ada Holm", "Otto Kern"]


@pytest.mark.parametrize(("where", "place"), [
    ("at Nuwara Selva", "Nuwara Selva"), ("at Songo", "Songo"), ("in the hill town of Bela Vasta", "Bela Vasta"),
    ("at the air base of Brize Dalton", "Brize Dalton"), ("at Jan Muller airport", "Jan Muller airport"),
    ("at Camp Dunbar", "Camp Dunbar"), ("in Ann Harbour", "Ann Harbour"), ("on the island of Selva", "Selva"),
])
def test_an_unknown_name_after_in_or_at_is_a_place(where, place):
    text = f"President Otto Kern met Foreign Minister Ada Holm {where} on May 4.\n"
    (meeting,) = extracted(text).meetings
    assert [p.name for p in meeting.places] == [place]
    assert people(text) == PARTIES


@pytest.mark.parametrize("text", [
    "President Otto Kern met Foreign Minister Ada Holm. Ivo Reis spoke. Kern believes in Ivo Reis.",
    "President Otto Kern met Foreign Minister Ada Holm at Ivo Reis's house.",
])
def test_a_person_after_in_or_at_stays_one(text):
    assert people(text + "\n") == ["Ada Holm", "Ivo Reis", "Otto Kern"]


def test_a_capitalised_word_before_a_lone_name_makes_it_a_thing():
    text = "The sessions of President Otto Kern alternated between the Great Hall and the hotel. Ada Holm left the Great Hall.\n"
    assert people(text) == PARTIES


@pytest.mark.parametrize(("text", "places"), [
    ("Otto Kern came to Oslo on May 7, fresh from Rome, where two days earlier he met Ada Holm.", [["Oslo"], ["Rome"]]),
    ("Otto Kern came to Oslo on May 4. He flew on to Rome the next day, where he met Ada Holm.", [["Oslo"], ["Rome"], ["Rome"]]),
    ("Otto Kern came to Oslo on May 4. He was received by Ada Holm at Ann Palace.", [["Oslo"], ["Ann Palace", "Oslo"]]),
])
def test_a_clause_with_where_tells_of_the_stop_before_it(text, places):
    drafts = reading_of(f"President {text}\n").drafts
    assert [[p.name for p in d.places] for d in drafts] == places


@pytest.mark.parametrize(("text", "places"), [
    ("In Oslo, the weather was fine. President Otto Kern met Ada Holm.", ["Oslo"]),
    ("He flew home from Lima. Back in Oslo, President Otto Kern met Ada Holm on May 4.", ["Oslo"]),
    ("The last gaps were closed in Oslo. President Otto Kern met Ada Holm there on May 4.", ["Oslo"]),
    ("The last gaps were closed in Oslo. There was a rumour that President Otto Kern met Ada Holm.", []),
    ("President Otto Kern met Ada Holm at Selva on the island of Songo.", ["Selva", "Songo"]),
    ("President Otto Kern visited Oslo and Rome on May 4. He met Ada Holm.", []),
    ("President Otto Kern will visit Oslo on May 8. He met Ada Holm on May 4.", []),
    ("President Otto Kern will visit Oslo on May 8. He will meet Ada Holm.", ["Oslo"]),
])
def test_a_place_holds_for_what_is_told_there(text, places):
    assert {p.name for p in reading_of(text + "\n").drafts[-1].places} == set(places)


@pytest.mark.parametrize("where", ["at Songo, Mozambique,", "at Songo in Mozambique", "in the town of Songo, in Mozambique,"])
def test_an_unknown_place_lies_in_the_state_beside_it(where):
    (meeting,) = extracted(f"President Otto Kern met Ada Holm {where} on May 4.\n").meetings
    assert [(p.name, p.country) for p in meeting.places] == [("Songo", "MZ")]


def test_the_place_of_an_event_follows_its_name():
    [meeting] = extracted("Ambassador Ana Reis attended the third session of the joint commission in Lusaka on May 4.\n").meetings
    assert [p.name for p in meeting.places] == ["Lusaka"]


@pytest.mark.parametrize(("where", "places"), [
    ("at the Omani embassy in Oslo", ["Omani embassy", "Oslo"]),
    ("at the headquarters of the African Union in Addis Ababa", ["headquarters of the African Union", "Addis Ababa"]),
    ("in the Palace of the Republic in Oslo", ["Palace of the Republic", "Oslo"]),
    ("at the defence ministry", ["defence ministry"]),
    ("in the state guest house", ["state guest house"]), ("at the embassy", []), ("at the same hotel", []),
    ("in the ministry", []),
    ("on the sidelines of the General Assembly in New York", ["New York"]),
    ("on the margins of the Danube Forum in Budapest", ["Budapest"]),
])
def test_a_site_is_told_by_what_it_is_beside_its_city(where, places):
    (draft,) = reading_of(f"President Otto Kern met Foreign Minister Ada Holm {where} on May 4.\n").drafts
    assert [p.name for p in draft.places] == places


def test_a_site_lies_in_the_city_of_its_item():
    text = "President Otto Kern came to Oslo on May 4. He met Ada Holm at the state guest house.\n"
    assert [p.name for p in reading_of(text).drafts[-1].places] == ["state guest house", "Oslo"]


def test_a_site_in_one_telling_and_the_city_in_the_other_are_of_one_meeting():
    text = "President Otto Kern met Minister Ada Holm in Oslo on May 4.\n\nKern met Holm at the state guest house on May 4.\n"
    (meeting,) = extracted(text).meetings
    assert {p.name for p in meeting.places} == {"Oslo", "state guest house"}


def test_a_state_that_is_a_city_has_a_name():
    (draft,) = reading_of("President Otto Kern met Foreign Minister Ada Holm in Singapore on May 4.\n").drafts
    assert [(p.name, p.country) for p in draft.places] == [("Singapore", "SG")]


def test_what_a_sentence_puts_first_is_where_and_when():
    (draft,) = reading_of("It was in Oslo on May 4 that President Otto Kern met Foreign Minister Ada Holm.\n").drafts
    assert [p.name for p in draft.places] == ["Oslo"]
    assert str(draft.when.start) == "2021-05-04"


@pytest.mark.parametrize(("heading", "countries"), [("JORDAN AND MOROCCO", []), ("JORDAN", []), ("Jordan, May 3-4", ["JO"])])
def test_a_heading_of_states_is_a_place_only_with_its_days(heading, countries):
    text = f"{heading}\n\n* President Otto Kern met Foreign Minister Ada Holm. They spoke of fish.\n\n* Ada Holm left.\n"
    assert [p.country for p in reading_of(text).drafts[0].places] == countries


def test_a_place_with_its_day_is_where():
    text = "President Otto Kern and Ada Holm had a meeting in the framework of the process in Oslo on May 4.\n"
    assert [p.name for p in reading_of(text).drafts[0].places] == ["Oslo"]


@pytest.mark.parametrize(("text", "places"), [
    ("The rift marred the Forum on Fishing in Oslo. On its fringes, President Otto Kern met Ada Holm on May 4.", ["Oslo"]),
    ("The strike overshadowed the Selva Dialogue in Singapore on May 4. On the sidelines of the conference, President Otto Kern "
     "met Ada Holm.", ["Singapore"]),
    ("Mali used the donors' conference in Oslo on May 4 to ask for help. President Otto Kern met Ada Holm on the same day.",
     ["Oslo"]),
    ("A vote on the conference in Oslo was lost. President Otto Kern met Ada Holm on May 4.", []),
])
def test_what_is_beside_an_event_is_where_that_is(text, places):
    assert [p.name for p in reading_of(text + "\n").drafts[-1].places] == places


def test_in_the_same_city_is_where_the_text_was_last():
    text = "President Otto Kern flew home from Oslo. Ada Holm met Ivo Reis in the same city on May 4.\n"
    assert [p.name for p in reading_of(text).drafts[-1].places] == ["Oslo"]


def test_talks_that_bear_the_name_of_a_city_are_there():
    text = "# Darfur\n\nThe third round of the Oslo talks took place on May 6, chaired by Otto Kern and Ada Holm.\n"
    (draft,) = reading_of(text).drafts
    assert [p.name for p in draft.places] == ["Oslo"]


@pytest.mark.parametrize(("heading", "places"), [("Darfur", []), ("South China Sea", []), ("Oslo", ["Oslo"])])
def test_a_heading_of_a_region_is_a_topic(heading, places):
    text = f"# {heading}\n\nPresident Otto Kern met Foreign Minister Ada Holm on May 6.\n"
    (draft,) = reading_of(text).drafts
    assert [p.name for p in draft.places] == places


NEWS = "Kern, Holm meet\n\n"


@pytest.mark.parametrize(("text", "places"), [
    ("OSLO, May 4, 2021 (NTB) - President Otto Kern and Premier Ada Holm held talks here on Tuesday.", ["Oslo"]),
    ("ADDIS ABABA, May 4, 2021 - President Otto Kern met Premier Ada Holm here on Tuesday.", ["Addis Ababa"]),
    ("OSLO, May 4, 2021 (NTB) - President Otto Kern met Premier Ada Holm in Riga on Tuesday.", ["Riga"]),
    ("OSLO, May 4, 2021 – President Otto Kern met Premier Ada Holm here on Tuesday.", ["Oslo"]),
    ("OSLO -- On May 4, 2021, President Otto Kern met Premier Ada Holm here.", ["Oslo"]),
    ("OSLO, May 3, 2021 – President Otto Kern will travel to Riga on Tuesday.", ["Riga"]),
    ("Oslo-based President Otto Kern met Premier Ada Holm on Tuesday.", []),
    ("OSLO (NTB) — President Otto Kern met Premier Ada Holm on Tuesday, May 4, 2021.", ["Oslo"]),
    ("OSLO, May 4 (NTB) -- President Otto Kern met Premier Ada Holm on May 4, 2021.", ["Oslo"]),
    ("OSLO: President Otto Kern received Premier Ada Holm here on May 4, 2021.", ["Oslo"]),
    ("OSLO, May 4. /NTB/. President Otto Kern received Premier Ada Holm here on May 4, 2021.", ["Oslo"]),
    ("SINGAPORE: President Otto Kern received Premier Ada Holm here on May 4, 2021.", ["Singapore"]),
    ("Oslo: a city. President Otto Kern received Premier Ada Holm on May 4, 2021.", []),
])
def test_here_is_where_the_dateline_says(text, places):
    assert [p.name for p in reading_of(NEWS + text + "\n", head="").drafts[-1].places] == places


@pytest.mark.parametrize(("text", "places"), [
    ("On May 4 President Otto Kern flew to Oslo, where he saw Ivo Reis, and went on to Riga for a meeting with Ada Holm.", ["Riga"]),
    ("At the meeting of the fund in Oslo, which Chile attended, President Otto Kern met with Ada Holm on May 4.", ["Oslo"]),
    ("President Otto Kern met with Ada Holm in northern Riga on May 4.", ["Riga"]),
    ("President Otto Kern was in Oslo on May 4. While there he sat down with Ada Holm.", ["Oslo"]),
    ("At the Permanent Mission in Oslo, President Otto Kern met with Ada Holm on May 4.", ["Permanent Mission", "Oslo"]),
])
def test_where_one_has_gone_or_is_the_encounter_is(text, places):
    assert [p.name for p in reading_of(text + "\n").drafts[-1].places] == places


@pytest.mark.parametrize(("place", "country"), [("Dorado, Puerto Rico", "PR"), ("Grafenau, Germany, Federal Republic of", "DE")])
def test_a_log_tells_a_stay_also_where_no_gazetteer_knows_the_place(place, country):
    text = f"Travels of the Secretary of State: Ada Holm\n\nJune 27, 1976. Oslo, Norway. Met with Premier Ivo Reis.\n\n" \
        f"June 28, 1976. {place}. Accompanied President Kern.\n"
    stay = reading_of(text, head="").drafts[-1]
    assert [(p.name, p.country) for p in stay.places] == [(place.split(",")[0], country)]
    assert {s.key for s in stay.sides} == {"ada-holm", "kern"}


def test_while_in_a_place_one_meets_there():
    text = "On May 4 President Otto Kern met Ivo Reis in Oslo. While in Riga, Otto Kern met with Ada Holm.\n"
    assert [p.name for p in reading_of(text).drafts[-1].places] == ["Riga"]


def test_an_unknown_name_to_which_one_travels_is_a_place():
    text = "On May 4 President Otto Kern traveled to Bela Vasta, where he met Ada Holm.\n"
    assert [p.name for p in extracted(text).meetings[-1].places] == ["Bela Vasta"]
    assert people(text) == PARTIES


@pytest.mark.parametrize("name", ["Peking", "Beijing", "Saigon", "Ho Chi Minh City", "Kiev"])
def test_a_place_keeps_the_name_that_the_text_has_for_it(name):
    (meeting,) = extracted(f"President Otto Kern met Ada Holm in {name} on May 4.\n").meetings
    assert [p.name for p in meeting.places] == [name]


def test_two_names_of_a_place_are_one_place():
    text = "- President Otto Kern met Ada Holm in Peking on May 4.\n\n- On May 4 Ada Holm and Otto Kern met in Beijing.\n"
    (meeting,) = extracted(text).meetings
    assert len(meeting.places) == 1


@pytest.mark.parametrize(("text", "kinds"), [
    ("OSLO: President Otto Kern arrived here on May 4, 2021.", ["visit"]),
    ("OSLO, May 4, 2021 - Premier Ada Holm is here for a two-day visit.", ["visit"]),
    ("OSLO, May 4, 2021 - Premier Ada Holm returned to Oslo on Monday.", []),
    ("RIGA, May 4, 2021 - Premier Ada Holm returned to Oslo on Monday.", ["visit"]),
])
def test_who_comes_to_where_the_report_is_from_visits_unless_he_comes_home(text, kinds):
    assert [d.kind for d in reading_of(NEWS + text + "\n", head="").drafts] == kinds


def test_while_in_a_place_is_where_an_encounter_was():
    text = "Premier Ada Holm last met Ivo Reis in March. While in the Danish capital, Holm also met President Otto Kern."
    assert [p.name for p in reading_of(text + "\n").drafts[-1].places] == ["Copenhagen"]


@pytest.mark.parametrize(("where", "place"), [
    ("in the Red Sea port city of Hodeida", "Hodeida"), ("in the Tunis suburb of Gammarth", "Gammarth"),
    ("in the Black Sea resort of Sochi", "Sochi"),
])
def test_a_place_that_only_says_where_another_is_is_not_where_they_met(where, place):
    assert [p.name for p in reading_of(f"President Otto Kern met Ada Holm {where} on May 4.\n").drafts[-1].places] == [place]


@pytest.mark.parametrize(("text", "places"), [
    ("In the afternoon the minister met Premier Ivo Reis.", ["Oslo"]), ("Last month she received Premier Ivo Reis.", []),
    ("Ana Rojas met Premier Ivo Reis.", []), ("She spoke with Premier Ivo Reis by telephone.", []),
])
def test_a_report_goes_on_where_it_was_written_with_those_who_are_there(text, places):
    news = "OSLO, May 4, 2021 - Defense Minister Ada Holm met President Otto Kern here today.\n\n"
    assert [p.name for p in reading_of(NEWS + news + text + "\n", head="").drafts[-1].places] == places


@pytest.mark.parametrize(("text", "places"), [
    ("President Otto Kern will welcome Premier Ada Holm to the White House on May 20.", ["White House"]),
    ("President Otto Kern met Ada Holm at Selva Palace on May 4. She will call on Ivo Reis on May 12.", []),
])
def test_one_is_welcomed_where_one_comes_and_does_not_stay_in_the_house(text, places):
    assert [p.name for p in reading_of(text + "\n").drafts[-1].places] == places


def test_who_travels_on_after_a_plan_has_not_yet_come():
    news = ("Holm to travel\n\nMay 4, 2021\n\nMinister Ada Holm will travel to Oslo on May 8. From Oslo, Minister Holm travels on "
            "to Riga, where she will meet Ivo Reis on May 10.\n")
    visit = reading_of(news, head="").drafts[1]
    assert (visit.status, visit.when.start.day) == ("planned", 10)


@pytest.mark.parametrize(("text", "places", "day"), [
    ("President Otto Kern met Premier Ada Holm. The talks were held in Oslo on May 6.", ["Oslo"], 6),
    ("President Otto Kern will meet Premier Ada Holm. The meeting will take place at Selva Palace in Oslo on May 12.",
     ["Selva Palace", "Oslo"], 12),
    ("President Otto Kern met Premier Ada Holm on May 4. The talks were held behind closed doors in Riga.", ["Riga"], 4),
])
def test_a_sentence_of_its_own_says_where_and_when_an_encounter_was(text, places, day):
    (draft,) = reading_of(text + "\n").drafts
    assert ([p.name for p in draft.places], draft.when.start.day) == (places, day)


@pytest.mark.parametrize(("text", "places"), [
    ("OSLO, May 4, 2021 (NTB) - President Otto Kern will meet Premier Ada Holm on Friday.", []),
    ("OSLO, May 4, 2021 (NTB) - President Otto Kern arrived here today. He will meet Premier Ada Holm on Friday.", ["Oslo"]),
])
def test_a_dateline_says_where_a_plan_is_only_for_who_is_there(text, places):
    assert [p.name for p in reading_of(NEWS + text + "\n", head="").drafts[-1].places] == places


@pytest.mark.parametrize(("where", "places"), [
    ("at the Zanzara", ["Zanzara"]), ("at the Hotel Ambra Palace", ["Hotel Ambra Palace"]), ("at CIA headquarters", ["CIA headquarters"]),
    ("at the Greek ambassador's residence", ["Greek ambassador's residence"]), ("in the National Assembly", ["National Assembly"]),
    ("on Selva Island", []), ("on Jeju Island", ["Jeju Island"]), ("at the Chancellery", ["Chancellery"]), ("at the embassy", []),
    ("for two hours in Lima", ["Lima"]), ("alone in a Lima restaurant", ["Lima restaurant", "Lima"]),
    ("in the ministry", []),
])
def test_a_house_is_named_by_its_name_or_its_owner(where, places):
    (meeting,) = extracted(f"President Otto Kern met Foreign Minister Ada Holm {where} on May 4.\n").meetings
    assert [p.name for p in meeting.places] == places


@pytest.mark.parametrize(("text", "places"), [
    ("President Otto Kern met Ada Holm in Lima on May 4. On his return to Oslo he reported to Ivo Reis on May 5.", ["Oslo"]),
    ("President Otto Kern met Ada Holm in Lima on May 4. On his return from Lima he conferred with Ivo Reis on May 5.", []),
    ("President Otto Kern met Ada Holm in Lima on May 4. On May 6 he met Ada Holm again, this time in Oslo.", ["Oslo"]),
    ("President Otto Kern toured a dam near Lima on May 4; back in Oslo he dined with Ada Holm.", ["Oslo"]),
    ("Received in Oslo on May 4, President Otto Kern met Ada Holm.", ["Oslo"]),
    ("President Otto Kern met Ada Holm on May 4, a spokesman in Oslo said.", []),
    ("President Otto Kern and Ada Holm met on May 4, according to diplomats in Oslo.", []),
    ("President Otto Kern met Ada Holm at the economic summit, which took place in Oslo on May 4.", ["Oslo"]),
    ("President Otto Kern was summoned to the Foreign Ministry on May 4, where Ada Holm handed him a note.", ["Foreign Ministry"]),
    ("In Oslo President Otto Kern was called in to the Foreign Ministry, where Ada Holm received him.", ["Foreign Ministry", "Oslo"]),
    ("In Oslo President Otto Kern conferred with Ada Holm at the State Department on May 4.", ["State Department", "Oslo"]),
])
def test_what_stands_around_a_place_says_whether_one_met_there(text, places):
    assert [p.name for p in reading_of(text + "\n").drafts[-1].places] == places


@pytest.mark.parametrize(("text", "places"), [
    ("The summit of the Selva Group in Lima was hard. Otto Kern met Ada Holm before the session.", ["Lima"]),
    ("At the Munich Security Conference Otto Kern spoke. While there he met Ada Holm.", ["Munich"]),
    ("Otto Kern spoke at the Doha Forum. On the margins of the forum he met Ada Holm.", ["Doha"]),
])
def test_an_event_has_a_place_for_what_was_beside_it(text, places):
    assert [p.name for p in reading_of(f"President {text}\n").drafts[-1].places] == places


def test_the_next_encounter_is_in_the_town_and_not_in_the_house():
    drafts = reading_of("President Otto Kern met Ada Holm at Ann Palace in Lima on May 4. On May 5 he received Ivo Reis.\n").drafts
    assert [[p.name for p in d.places] for d in drafts] == [["Ann Palace", "Lima"], ["Lima"]]


@pytest.mark.parametrize(("text", "places"), [
    ("President Otto Kern met Ada Holm in the Kremlin on May 4. Moscow was quiet.", ["Kremlin", "Moscow"]),
    ("President Otto Kern met Ada Holm in the Kremlin on May 4. Oslo was quiet.", ["Kremlin"]),
    ("President Otto Kern met Ada Holm in Lima on May 4 and at the Blue House on May 5. Seoul was quiet.", ["Blue House", "Seoul"]),
])
def test_a_known_house_is_in_its_town_where_the_text_names_that(text, places):
    assert [p.name for p in reading_of(text + "\n").drafts[-1].places] == places


def test_a_caption_names_the_house_after_a_bracket():
    text = "President Otto Kern received Ada Holm in Lima on May 4.\n\nOtto Kern (left) and Ada Holm at Ann Palace (Reuters, May 4)\n"
    (meeting,) = extracted(text).meetings
    assert {p.name for p in meeting.places} == {"Ann Palace", "Lima"}
