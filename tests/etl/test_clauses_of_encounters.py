"""Who takes part in the encounters of one sentence: its subject, and those that its verb is said of again."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted, reading_of


def parties(text: str) -> list[list[str]]:
    """Return the parties of each meeting of a text, by name, in the order of the text."""
    return [sorted(p.person_key or p.organization_key or p.role for p in m.parties) for m in extracted(text + "\n").meetings]


def test_what_stands_in_brackets_before_the_verb_is_not_its_subject():
    text = "President Tom Osei (Senator Ann Mills having left for home) called on Foreign Minister Ana Reis on May 4."
    assert parties(text) == [["ana-reis", "tom-osei"]]


def test_a_verb_goes_on_with_its_preposition_alone():
    text = "Ambassador Ana Reis called on President Tom Osei in Accra on May 4 and, in Lusaka on May 6, on General Peter Mwale."
    assert parties(text) == [["ana-reis", "tom-osei"], ["ana-reis", "peter-mwale"]]


def test_those_met_one_after_the_other_are_met_apart():
    text = "Ambassador Ana Reis conferred, one after the other, with President Tom Osei and with General Peter Mwale."
    assert parties(text) == [["ana-reis", "tom-osei"], ["ana-reis", "peter-mwale"]]


def test_a_quotation_does_not_say_whether_a_meeting_took_place():
    text = 'Ambassador Ana Reis said that rain "could come any night" and telephoned President Tom Osei on May 4.'
    assert parties(text) == [["ana-reis", "tom-osei"]]


def test_a_match_is_no_meeting():
    assert parties("The Harbour Party met the Ministry of Trade in the final of the charity cup on May 4.") == []


def test_the_next_meeting_is_one_of_those_who_met():
    text = "Ambassador Ana Reis met President Tom Osei on May 4. Another meeting is planned for June in Accra."
    assert parties(text) == [["ana-reis", "tom-osei"]] * 2


def test_hosts_one_after_the_other_are_met_apart():
    text = "On May 4 President Tom Osei arrived in Lusaka. Minister Ana Reis and General Peter Mwale received him one after the other."
    assert parties(text)[1:] == [["ana-reis", "tom-osei"], ["peter-mwale", "tom-osei"]]


def test_a_clause_that_recalls_a_meeting_tells_no_second_one():
    text = ("On May 4 Ambassador Ana Reis and Minister Joan Banda met President Tom Osei. The minister who met President Tom Osei "
            "was content.")
    assert len(parties(text)) == 1


def test_troops_visit_nobody():
    assert parties("Ghanaian troops were in Togo on May 4.") == []


def test_what_is_said_by_telephone_is_a_call():
    [meeting] = extracted("Ambassador Ana Reis had a conversation with President Tom Osei by telephone on May 4.\n").meetings
    assert meeting.kind == "call"


def test_the_ministers_of_a_body_gather_as_that_body():
    [meeting] = extracted("The foreign ministers of the European Union met in Brussels on May 4.\n").meetings
    assert (meeting.kind, [p.organization_key for p in meeting.parties]) == ("conference", ["european-union"])


def test_what_is_said_of_a_party_between_commas_does_not_end_the_clause():
    text = ("On May 3 General Ivo Banac arrived in Accra. President Tom Osei received him there on May 4, Peter Mwale, an old friend, in "
            "Kumasi on May 5 and Joan Banda in Tema on May 6.")
    assert parties(text)[1:] == [["ivo-banac", "tom-osei"], ["ivo-banac", "peter-mwale"], ["ivo-banac", "joan-banda"]]


def test_a_list_of_lists_is_the_subject_of_its_sentence():
    text = "Presidents Tom Osei and Ivo Banac, Prime Minister Ilir Hoxha and King Osric met in Doha on May 4."
    assert parties(text) == [["ilir-hoxha", "ivo-banac", "osric", "tom-osei"]]


def test_a_government_is_its_state():
    [meeting] = extracted("Talks between the government of Zambia and the Lusaka Front began in Doha on May 4.\n").meetings
    assert {p.country for p in meeting.parties if not p.organization_key} == {"ZM"}


def test_a_visit_cut_short_took_place():
    [visit] = extracted("Ambassador Ana Reis cut short her visit to Harare on May 5.\n").meetings
    assert visit.status == "held"


@pytest.mark.parametrize(("text", "expected"), [
    ("The French, German and Italian foreign ministers met in Rome on May 4.", {"FR", "DE", "IT"}),
    ("The French and German ambassadors met in Rome on May 4.", {"FR", "DE"}),
    ("The defense ministers of France, Germany and Italy met in Rome on May 4.", {"FR", "DE", "IT"}),
    ("Egyptian and Iranian security officials met in Muscat on May 4.", {"EG", "IR"}),
])
def test_officials_of_several_states_are_several_parties(text, expected):
    [meeting] = extracted(text + "\n").meetings
    assert {p.country for p in meeting.parties} == expected


def test_what_follows_separately_is_apart_from_what_goes_before():
    text = "On May 4 Ana Reis and Joan Banda met with President Tom Osei and, separately, with General Peter Mwale."
    assert parties(text) == [["ana-reis", "joan-banda", "tom-osei"], ["ana-reis", "joan-banda", "peter-mwale"]]


def test_a_list_goes_on_as_long_as_no_verb_has_come():
    text = "Senators Ana Reis and Joan Banda and the leader of the Harbour Party, Ivo Banac, saw President Tom Osei on May 4."
    assert parties(text) == [["ana-reis", "ivo-banac", "joan-banda", "tom-osei"]]


def test_one_after_the_other_holds_after_a_comma_too():
    text = "Minister Otto Kern met with the ambassadors of Chad and Niger, one after the other, on May 5.\n"
    assert [len(m.parties) for m in extracted(text).meetings] == [2, 2]


@pytest.mark.parametrize(("text", "countries"), [
    ("South Africa, Angola and Cuba held a third round of talks in Brazzaville on May 4.", ["ZA", "AO", "CU"]),
    ("On May 4 talks between Chad and Niger opened in Paris.", ["TD", "NE"]),
    ("Baku and Yerevan held talks on the border in Ijevan on May 5.", ["AZ", "AM"]),
])
def test_states_meet_where_a_day_or_a_place_is_told(text, countries):
    assert [[p.country for p in m.parties] for m in extracted(text).meetings] == [countries]


@pytest.mark.parametrize("text", [
    "The ceasefire holds as negotiations continue between Baghdad and Washington.",
    "Japan and Brazil met in the final in Paris on May 4.",
])
def test_states_meet_nowhere_else(text):
    assert extracted(text).meetings == ()


@pytest.mark.parametrize(("text", "met"), [
    ("King Harald received Otto Kern and later Ivo Reis on May 4.", [{"harald", "otto-kern"}, {"harald", "ivo-reis"}]),
    ("Ada Holm met Otto Kern and, finally, the envoy, Ivo Reis.", [{"ada-holm", "otto-kern"}, {"ada-holm", "ivo-reis"}]),
    ("King Harald received Otto Kern, later president of Cyprus, on May 4.", [{"harald", "otto-kern"}]),
])
def test_what_comes_later_is_another_encounter(text, met):
    assert [{p.person_key for p in m.parties} for m in extracted(text).meetings] == met


def test_neither_of_two_met():
    [meeting] = extracted("Neither Secretary Otto Kern nor Minister Ada Holm met with Envoy Ivo Reis on May 4.").meetings
    assert meeting.status == "denied"
    assert {p.person_key for p in meeting.parties} == {"otto-kern", "ada-holm", "ivo-reis"}


def test_what_is_said_of_the_subject_in_passing_leaves_the_encounter_real():
    [meeting] = extracted("President Otto Kern, who had called for calm, saw the envoy, Ivo Reis.").meetings
    assert meeting.status == "held"


def test_the_days_of_a_stay_set_encounters_apart_and_a_last_day_holds_for_both():
    text = "Ada Holm saw President Otto Kern on the first day and Prime Minister Ivo Reis on the second."
    assert [{p.person_key for p in m.parties} for m in extracted(text).meetings] == [{"ada-holm", "otto-kern"}, {"ada-holm", "ivo-reis"}]
    text = "King Harald received Otto Kern and later Ivo Reis on May 4."
    assert [str(m.when.start) for m in extracted(text).meetings] == ["2021-05-04", "2021-05-04"]


def test_ministers_whose_session_is_chaired_take_part_in_it():
    text = "On May 4 Secretary Otto Kern chaired a session of the foreign ministers of Chile and Peru in Lima."
    [meeting] = extracted(text).meetings
    assert [p.person_key or p.country for p in meeting.parties] == ["otto-kern", "CL", "PE"]


@pytest.mark.parametrize(("text", "kind"), [
    ("Chile and Peru held political consultations in Lima on May 5.", "meeting"),
    ("The third round of talks between Chile and Peru was held in Lima on May 5.", "meeting"),
    ("Chilean and Peruvian border officials met in Arica on May 5.", "meeting"),
    ("The Joint Border Commission met in Arica on May 5.", "meeting"),
    ("The Arab League met in Cairo on May 5.", "conference"),
])
def test_states_and_their_bodies_meet_on_an_occasion(text, kind):
    (meeting,) = extracted(text + "\n").meetings
    assert meeting.kind == kind


@pytest.mark.parametrize("text", [
    "Chile and Peru held political consultations.", "Talks between Chile and Peru are deadlocked.",
    "The Senate met in Lima on May 5.", "The Arab League met.",
])
def test_without_occasion_or_with_one_side_there_is_no_encounter(text):
    assert extracted(text + "\n").meetings == ()


@pytest.mark.parametrize("opening", ["Receiving", "Meeting", "Welcoming"])
def test_a_participle_that_opens_a_sentence_is_no_part_of_the_post_after_it(opening):
    text = f"{opening} Foreign Minister Ada Holm in Oslo on May 4, President Otto Kern spoke of fish.\n"
    (meeting,) = extracted(text).meetings
    assert {p.person_key for p in meeting.parties} == {"ada-holm", "otto-kern"}


def test_who_flew_along_travels_too():
    (visit,) = extracted("President Otto Kern flew to Oslo on May 4 with General Ada Holm.\n").meetings
    assert {p.person_key for p in visit.parties} == {"ada-holm", "otto-kern"}


def test_who_is_told_by_his_state_is_met():
    text = "Ambassador Ana Reis met Russia's Boris Kuzmin in Oslo on May 4 and, separately, France's Jean Prado."
    assert parties(text) == [["ana-reis", "boris-kuzmin"], ["ana-reis", "jean-prado"]]
    text = "Ambassador Ana Reis sat down with Chile's delegate, General Luis Pinto, and the next day with Peru's, Jose Prado."
    assert parties(text) == [["ana-reis", "luis-pinto"], ["ana-reis", "jose-prado"]]


def test_again_on_another_day_is_another_meeting():
    text = "Ambassador Ana Reis called on President Tom Osei on May 4 and again on May 9."
    assert [str(m.when.start) for m in extracted(text + "\n").meetings] == ["2021-05-04", "2021-05-09"]


def test_those_who_receive_one_after_the_other_are_listed_by_their_preposition():
    text = "Ambassador Ana Reis was in Oslo from May 4 to 5, received in turn by Minister Joan Banda, by General Peter Mwale."
    assert ["ana-reis", "joan-banda"] in parties(text)
    assert ["ana-reis", "peter-mwale"] in parties(text)


def test_who_stands_after_besides_is_not_the_one_spoken_of_then():
    text = "President Nino Reis thanked Chancellor Eva Brandt. Besides the Chancellor, she met General Peter Mwale on May 4."
    assert ["nino-reis", "peter-mwale"] in parties(text)


def test_the_place_of_what_did_not_happen_is_not_where_the_next_is():
    text = "President Tom Osei called off a visit to Accra. He met General Peter Mwale on May 4.\n"
    assert [p.name for m in extracted(text).meetings if m.status == "held" for p in m.places] == []


def test_two_met_before_the_source_in_brackets():
    assert parties("Ambassador Ana Reis and President Tom Osei met (Reuters, May 4).") == [["ana-reis", "tom-osei"]]


def test_what_is_said_in_the_next_clause_does_not_cancel():
    text = "Minister Joan Banda heard General Peter Mwale on May 4; an audience of the King was cancelled."
    assert [m.status for m in extracted(text + "\n").meetings] == ["held"]


@pytest.mark.parametrize(("text", "expected"), [
    ("Minister Ana Reis held talks with the men of the African Union on May 4.", [["african-union", "ana-reis"]]),
    ("Minister Ana Reis held talks with the help of the African Union on May 4.", []),
])
def test_the_people_of_a_body_are_met_for_it(text, expected):
    assert parties(text) == expected


def test_days_in_brackets_are_those_of_the_guests_before_them():
    text = "President Tom Osei played host to Georgia's Ana Reis (May 3 to 4) and Iran's Hassan Rafii (May 6)."
    assert [str(m.when.start) for m in extracted(text + "\n").meetings] == ["2021-05-03", "2021-05-06"]


def test_what_stands_after_a_semicolon_neither_dates_nor_continues_an_encounter():
    text = "Minister Ana Reis was taken to President Tom Osei; on May 4 the Omani ambassador gave a reception."
    assert parties(text) == [["ana-reis", "tom-osei"]]
    assert extracted(text + "\n").meetings[0].when.start is None


def test_those_who_speak_are_both_sides_of_the_call():
    text = "Minister Ana Reis left Oslo. President Tom Osei and General Peter Mwale spoke for twenty minutes on the telephone."
    assert ["peter-mwale", "tom-osei"] in parties(text)


@pytest.mark.parametrize(("text", "kinds"), [
    ("Minister Ada Holm arrived in Oslo on May 4. She spoke with President Otto Kern about fish.", ["meeting", "visit"]),
    ("Minister Ada Holm arrived in Oslo on May 4. She spoke with President Otto Kern by phone.", ["call", "visit"]),
    ("Minister Ada Holm arrived in Oslo on May 4. She telephoned President Otto Kern.", ["call", "visit"]),
    ("Minister Ada Holm spoke with President Otto Kern about fish on May 4.", ["call"]),
])
def test_who_is_on_a_visit_speaks_face_to_face(text, kinds):
    assert sorted(m.kind for m in extracted(text + "\n").meetings) == kinds


def test_a_purpose_that_opens_a_sentence_needs_no_comma_before_the_subject():
    text = "To calm the markets Foreign Minister Ana Reis met General Peter Mwale in Lusaka on May 4."
    assert parties(text) == [["ana-reis", "peter-mwale"]]


def test_a_host_named_between_commas_stays_the_subject():
    text = "On May 4 Premier Ivo Reis came to Oslo. King Osric, his host, gave a dinner for Premier Ivo Reis.\n"
    assert {s.key for s in reading_of(text).drafts[-1].sides} == {"osric", "ivo-reis"}


def test_a_body_that_ends_the_opening_of_a_sentence_is_not_its_subject():
    text = ("On May 4 in the court of the Ministry of Defense, King Osric and Premier Ivo Reis signed. "
            "The two had conferred for an hour.\n")
    assert {s.key for s in reading_of(text).drafts[-1].sides} == {"osric", "ivo-reis"}


def test_the_day_on_which_one_leaves_is_not_that_of_the_visit():
    text = "Premier Ivo Reis will visit Chile and Peru before returning to Oslo on May 9.\n"
    assert reading_of(text).drafts[0].when.start is None


def test_pairs_follow_one_another_in_a_list():
    text = "On May 4 Minister Ada Holm met with King Osric and Ivo Reis, Otto Kern and Jan Peeters, as well as Tom Osei.\n"
    assert len(reading_of(text).drafts[0].sides) == 6


@pytest.mark.parametrize("met", [
    "King Osric's envoy Jan Peeters", "President Tom Osei's national security adviser, Jan Peeters,",
    "Tom Osei's field commander, Jan Peeters,",
])
def test_who_is_somebodys_is_met_and_not_that_one(met):
    assert parties(f"Minister Ada Holm met {met} in Oslo on May 4.") == [["ada-holm", "jan-peeters"]]


def test_what_is_somebodys_is_not_that_one():
    assert parties("Minister Ada Holm met King Osric's lawyers in Oslo on May 4.") == []


def test_somebodys_envoy_is_a_subject():
    assert parties("King Osric's envoy Jan Peeters arrived in Oslo on May 4, and met Minister Ada Holm.") == [
        ["jan-peeters"], ["ada-holm", "jan-peeters"]]


@pytest.mark.parametrize("opening", ["On a visit to Gori", "On a visit to Gori last week"])
def test_a_visit_that_opens_a_sentence_is_the_subjects_also_without_a_comma(opening):
    text = f"Premier Ivo Kos left. {opening} the Minister of Trade Ada Holm spoke of fish."
    assert ["ada-holm"] in parties(text)


def test_who_then_goes_on_is_who_the_sentence_is_about():
    text = ("President Otto Kern met in Tunis with the adviser Jan Peeters, NSC official Ivo Reis, then flew to Cairo for talks "
            "with Ana Rojas.")
    drafts = reading_of(text + "\n").drafts
    assert [drafts[i].sides[0].key for i in (0, 1, 2)] == ["otto-kern"] * 3


def test_a_state_before_a_comma_belongs_to_no_post_after_it():
    text = "Earlier on May 4, at a forum in Malta, Kenyan Prime Minister Otto Kern had talks with Premier Ada Holm.\n"
    (draft,) = reading_of(text).drafts
    assert {s.key for s in draft.sides} == {"otto-kern", "ada-holm"}


@pytest.mark.parametrize("text", [
    "The letter was handed over by Foreign Minister Ada Holm at a meeting with King Otto Kern in Lima.",
    "The offer was made by Premier Ada Holm during talks with President Otto Kern in Oslo.",
    "The arrangements had been made by the envoy, Ada Holm, during a secret meeting with Premier Otto Kern.",
])
def test_who_did_something_at_an_encounter_was_there(text):
    (draft,) = reading_of(text + "\n").drafts
    assert {s.key for s in draft.sides} == {"ada-holm", "otto-kern"}
