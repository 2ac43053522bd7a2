"""Every screen in a real browser: what it shows is what SQL says, and it is fit to be looked at."""
from __future__ import annotations

from http.client import HTTPConnection

import pytest
from playwright.sync_api import Page

from explorer.words import count

from .conftest import HOSTILE_NAME, IDS, PATIENCE, Explorer, choose, look

NAVIGATION = ("Overview", "Search", "Meetings", "Agreements", "Map", "Network", "Documents", "Review")
LISTS = ("", "search", "search?q=president", "search?q=nobody+at+all+zzz", "meetings", "meetings?country=Egypt",
         "meetings?from=1990-01-01&to=1990-12-31", "agreements", "agreements?state=signed", "map", "network", "documents",
         "review", "person?id=nobody")
A_PERSON, A_BODY = "gerald-ford", "european-union"


def things(explorer: Explorer) -> list[str]:
    """Return the addresses of a page of each kind."""
    ((meeting,),) = explorer.ask("SELECT meeting_id FROM reporting.meetings ORDER BY source_count DESC, meeting_id LIMIT 1")
    ((agreement,),) = explorer.ask("SELECT agreement_id FROM reporting.agreement_status_history GROUP BY ALL "
                                   "ORDER BY count(*) DESC LIMIT 1")
    ((document,),) = explorer.ask("SELECT document_id FROM reporting.documents WHERE title LIKE '%Vienna%'")
    items = [item for item, in explorer.ask("SELECT any_value(item_id) FROM reporting.review_queue GROUP BY item_kind")]
    return [f"person?id={A_PERSON}", f"organization?id={A_BODY}", f"meeting?id={meeting}", f"agreement?id={agreement}",
            f"document?id={document}", *(f"review?item={item}" for item in items)]


def test_every_screen_fits_a_laptop_shows_no_id_and_asks_nobody_else(page: Page, explorer: Explorer) -> None:
    ids = {known for known, in explorer.ask(
        "SELECT person_id FROM reporting.people WHERE contains(person_id, '-') UNION "
        "SELECT organization_id FROM reporting.organizations WHERE contains(organization_id, '-')")}
    explorer.hosts.clear()
    for path in (*LISTS, *things(explorer)):
        words = look(page, explorer, path)
        words += "\n".join(told.get_attribute("aria-label") for told in page.locator("svg [aria-label]").all()[:400])
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 1280, path
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280, path
        assert IDS.search(words) is None, (path, IDS.search(words))
        assert not ids & set(words.replace(",", " ").split()), path
        assert "cannot be shown" not in words and "Traceback" not in words, path
        assert page.locator("h1").count() == 1, path
    assert explorer.hosts <= {explorer.url, "data:", "blob:"}


def test_the_overview_counts_what_sql_counts(page: Page, explorer: Explorer) -> None:
    look(page, explorer, "")
    assert [link.inner_text() for link in page.get_by_test_id("stTopNavLink").all()] == list(NAVIGATION)
    shown = [counted.split("\n") for counted in page.locator(".rx-counts a").all_inner_texts()]
    for number, name in shown[:5]:
        ((expected,),) = explorer.ask(f"SELECT count(*) FROM reporting.{name.lower()}")
        assert number == f"{expected:,}"
    ((waiting,),) = explorer.ask("SELECT count(*) FROM reporting.review_queue")
    assert shown[5] == [str(waiting), "To decide"]
    titles = explorer.ask("SELECT title FROM reporting.documents")
    assert set(page.get_by_label("Newest documents").locator("tbody a").all_text_contents()) <= {title for title, in titles}


def test_a_person_has_all_names_posts_meetings_and_acquaintances_of_sql(page: Page, explorer: Explorer) -> None:
    words = look(page, explorer, f"person?id={A_PERSON}")
    for name, in explorer.ask("SELECT name FROM reporting.person_names WHERE person_id = ?", A_PERSON):
        assert name in words
    ((meetings,),) = explorer.ask("SELECT count(DISTINCT meeting_id) FROM reporting.meeting_participants WHERE person_id = ?",
                                  A_PERSON)
    assert page.get_by_label("Meetings", exact=True).locator("tbody tr").count() == meetings
    met = explorer.ask("SELECT if(person_a_id = $1, person_b, person_a), meetings FROM reporting.who_met_whom "
                       "WHERE $1 IN (person_a_id, person_b_id)", A_PERSON)
    rows = page.get_by_label("Whom they met", exact=True).locator("tbody tr").all()
    assert {(row.locator("td").nth(0).inner_text(), int(row.locator("td").nth(2).inner_text())) for row in rows} == set(met)
    ((posts,),) = explorer.ask("SELECT count(*) FROM reporting.person_positions WHERE person_id = ?", A_PERSON)
    assert page.get_by_label("Posts", exact=True).locator("tbody tr").count() == posts
    assert page.get_by_test_id("stVegaLiteChart").count() == 2


@pytest.mark.parametrize("kind", ("meeting", "agreement"))
def test_every_piece_of_evidence_is_marked_in_its_passage(kind: str, page: Page, explorer: Explorer) -> None:
    ((known,),) = explorer.ask("SELECT fact_id FROM reporting.evidence WHERE fact_kind = ? GROUP BY ALL "
                               "ORDER BY count(*) DESC, fact_id LIMIT 1", kind)
    look(page, explorer, f"{kind}?id={known}")
    quotes = explorer.ask("SELECT DISTINCT document_id, char_start, quote FROM reporting.evidence "
                          "WHERE fact_kind = ? AND fact_id = ?", kind, known)
    marked = page.locator("mark.rx-evidence").all_text_contents()
    assert sorted(marked) == sorted(quote for *_, quote in quotes)
    words = page.inner_text("[data-testid=stMain]")
    for outlet, in explorer.ask("SELECT DISTINCT outlet FROM reporting.evidence WHERE fact_id = ? AND outlet IS NOT NULL",
                                known):
        assert outlet in words


def test_a_document_marks_whom_it_names_and_tells_its_facts_beside(page: Page, explorer: Explorer) -> None:
    ((document,),) = explorer.ask("SELECT document_id FROM reporting.documents WHERE title LIKE '%Vienna%'")
    look(page, explorer, f"document?id={document}")
    people = explorer.ask("SELECT text FROM reporting.mentions WHERE document_id = ? AND entity_kind = 'person' "
                          "ORDER BY char_start", document)
    assert page.locator("a.rx-on-person").all_text_contents() == [text for text, in people]
    facts = explorer.ask("SELECT DISTINCT fact_id FROM reporting.evidence WHERE document_id = ? AND fact_kind <> 'position'",
                         document)
    linked = {link.get_attribute("href").rpartition("=")[2] for link in page.locator(".rx-margin a").all()}
    assert linked == {fact for fact, in facts}
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the original").click()
    ((uri,),) = explorer.ask("SELECT uri FROM reporting.documents WHERE document_id = ?", document)
    with open(uri, "rb") as original:
        assert download.value.path().read_bytes() == original.read()


def test_the_board_has_every_agreement_in_the_column_of_its_state(page: Page, explorer: Explorer) -> None:
    look(page, explorer, "agreements")
    for status, name in (("reached", "Reached"), ("signed", "Signed"), ("in_force", "In force"), ("rejected", "Rejected")):
        ((number,),) = explorer.ask("SELECT count(*) FROM reporting.agreements WHERE status = ?", status)
        assert page.get_by_label(name, exact=True).locator("h2 span").nth(1).inner_text() == str(number)


def test_map_and_network_say_how_much_they_show(page: Page, explorer: Explorer) -> None:
    look(page, explorer, "network?people=10")
    ((people, pairs),) = explorer.ask(
        "SELECT (SELECT count(*) FROM (SELECT person_a_id FROM reporting.who_met_whom "
        "UNION SELECT person_b_id FROM reporting.who_met_whom)), count(*) FROM reporting.who_met_whom")
    note = page.locator(".rx-note").first.inner_text()
    drawn = int(note.split()[0])
    assert drawn <= 10 and f"{people - drawn} others" in note
    assert f"of {count(pairs, 'pair')}" in page.inner_text("[data-testid=stMain]")
    look(page, explorer, "map")
    ((places,),) = explorer.ask("SELECT count(DISTINCT place_id) FROM reporting.meeting_places "
                                "JOIN reporting.meetings USING (meeting_id) "
                                "WHERE meeting_places.place IS NOT NULL AND status = 'held'")
    assert f"of {count(places, 'place')}" in page.inner_text("[data-testid=stMain]")


def test_what_is_chosen_in_a_drawing_leads_on(page: Page, explorer: Explorer) -> None:
    look(page, explorer, "network")
    page.locator("svg path[aria-label^='Jimmy Carter, ']").click()
    page.get_by_label("Meetings of Jimmy Carter").wait_for()
    look(page, explorer, "map")
    page.locator("svg path[aria-label='Tehran, Iran']").click()
    ((meetings,),) = explorer.ask("SELECT count(DISTINCT meeting_id) FROM reporting.meetings "
                                  "JOIN reporting.meeting_places USING (meeting_id) "
                                  "WHERE place_id = 'tehran-ir' AND status = 'held'")
    page.get_by_label("Meetings there").wait_for()
    assert page.get_by_label("Meetings there").locator("tbody tr").count() == meetings
    choose(page, "Country", "Finland")
    page.get_by_label("Meetings there").wait_for(state="detached")
    assert "Helsinki, Finland" in page.get_by_label("Places of meetings").inner_text()
    look(page, explorer, f"person?id={A_PERSON}")
    page.locator(".mark-symbol path[aria-label^='Meeting of Gerald Ford and Leonid Brezhnev']").first.click()
    page.wait_for_url("**/meeting?id=*")
    page.get_by_role("heading", level=1, name="Meeting of Gerald Ford and Leonid Brezhnev").wait_for()


@pytest.mark.parametrize(("path", "condition"), (
    ("meetings?country=Egypt",
     "meeting_id IN (SELECT meeting_id FROM reporting.meeting_participants WHERE country_code = 'EG') OR "
     "meeting_id IN (SELECT meeting_id FROM reporting.meeting_places WHERE country_code = 'EG')"),
    ("meetings?from=1990-01-01&to=1993-09-10",
     "coalesce(end_date, start_date) >= '1990-01-01' AND coalesce(start_date, end_date) <= '1993-09-10'"),
    ("meetings?state=Planned", "status = 'planned'"),
))
def test_filters_of_an_address_hold(path: str, condition: str, page: Page, explorer: Explorer) -> None:
    look(page, explorer, path)
    shown = {link.get_attribute("href").rpartition("=")[2] for link in page.locator("a.rx-meeting").all()}
    expected = {known for known, in explorer.ask(f"SELECT meeting_id FROM reporting.meetings WHERE {condition}")}
    assert shown == expected and expected


def test_a_filter_that_is_chosen_on_a_later_page_leads_back_to_the_first(page: Page, explorer: Explorer) -> None:
    look(page, explorer, "meetings?skip=40")
    choose(page, "Country", "Egypt")
    ((meetings,),) = explorer.ask(
        "SELECT count(*) FROM reporting.meetings WHERE meeting_id IN (SELECT meeting_id FROM reporting.meeting_participants "
        "WHERE country_code = 'EG' UNION SELECT meeting_id FROM reporting.meeting_places WHERE country_code = 'EG')")
    assert 0 < meetings <= 40
    page.get_by_text(f"{meetings} meetings", exact=True).wait_for()


def test_a_filter_that_is_chosen_stands_in_the_address(page: Page, explorer: Explorer) -> None:
    look(page, explorer, "meetings")
    choose(page, "Country", "Egypt")
    assert "country=Egypt" in page.url


def tab_to(page: Page, name: str) -> None:
    """Press the tab key until what is called so has the focus."""
    page.get_by_label(name).or_(page.get_by_role("link", name=name)).first.wait_for()
    passed = []
    while len(passed) < 60:
        page.keyboard.press("Tab")
        passed.append(page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.textContent"))
        if passed[-1] == name:
            return
    raise AssertionError(f"{name} is not reached by the keyboard, only {passed}")


def test_search_and_the_first_result_by_keyboard_alone(page: Page, explorer: Explorer) -> None:
    look(page, explorer, "")
    tab_to(page, "Search people, organizations and words of the text")
    page.keyboard.type("sadat")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=sadat*")
    page.wait_for_selector("[aria-label=People] a")
    tab_to(page, "Anwar al-Sadat")
    assert "solid" in page.evaluate("getComputedStyle(document.activeElement).outline")
    page.keyboard.press("Enter")
    page.wait_for_url("**/person?id=anwar-al-sadat")
    page.get_by_role("heading", level=1, name="Anwar al-Sadat").wait_for()
    page.go_back()
    page.wait_for_selector("[aria-label=People] a")
    assert "q=sadat" in page.url


@pytest.mark.parametrize(("wanted", "found"), (
    ("MUBÁRAK", "Hosni Mubarak"), ("al sadat", "Anwar al-Sadat"), ("president muba", "Hosni Mubarak"),
    ("nations unit", "United Nations"),
))
def test_names_are_found_by_any_part_without_regard_to_case_accents_and_hyphens(wanted: str, found: str, page: Page,
                                                                                explorer: Explorer) -> None:
    look(page, explorer, f"search?q={wanted}")
    assert found in page.locator(".rx-table a").all_text_contents()


def test_every_field_has_a_label(page: Page, explorer: Explorer) -> None:
    for path in ("", "search", "meetings", "map", "network", "documents", *things(explorer)[-1:]):
        look(page, explorer, path)
        unnamed = page.evaluate("[...document.querySelectorAll('[data-testid=stMain] :is(input, textarea)')].filter("
                                "one => !one.labels?.length && !one.getAttribute('aria-label') && one.tabIndex >= 0).length")
        assert unnamed == 0, path


def test_what_documents_hold_is_shown_and_never_run(page: Page, explorer: Explorer) -> None:
    ((document, title),) = explorer.ask("SELECT document_id, title FROM reporting.documents WHERE title LIKE '%script%'")
    ((meeting,),) = explorer.ask("SELECT meeting_id FROM reporting.meeting_participants "
                                 "WHERE person_id = 'emmanuel-macron' LIMIT 1")
    pages = {"": title, "documents": title, f"document?id={document}": title, "search?q=Macron": HOSTILE_NAME,
             "meetings": HOSTILE_NAME, "person?id=emmanuel-macron": HOSTILE_NAME, f"meeting?id={meeting}": HOSTILE_NAME}
    for path, shown in pages.items():
        look(page, explorer, path)
        assert shown in page.locator("[data-testid=stMain]").text_content(), path
        assert page.title() != "caught"
        assert page.locator("[data-testid=stMain] img, [data-testid=stMain] [href^=javascript]").count() == 0, path


def test_an_id_that_was_merged_leads_to_the_one_that_is_shown(page: Page, explorer: Explorer) -> None:
    ((former, name),) = explorer.ask(
        "SELECT former.id, person.name FROM reporting.former_ids AS former JOIN reporting.people AS person "
        "ON person.person_id = former.survivor_id WHERE former.kind = 'person' ORDER BY former.id LIMIT 1")
    look(page, explorer, f"person?id={former}")
    assert page.inner_text("h1") == name


@pytest.mark.parametrize(("host", "origin", "status"), (
    ("127.0.0.1", "127.0.0.1", 101),
    ("127.0.0.1", "elsewhere.example", 403),
    ("elsewhere.example", "elsewhere.example", 403),
))
def test_pages_from_elsewhere_cannot_talk_to_it(host: str, origin: str, status: int, explorer: Explorer) -> None:
    port = explorer.url.rpartition(":")[2]
    asking = HTTPConnection("127.0.0.1", int(port), timeout=PATIENCE)
    asking.request("GET", "/_stcore/stream", headers={
        "Host": f"{host}:{port}", "Origin": f"http://{origin}:{port}", "Connection": "Upgrade", "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="})
    assert asking.getresponse().status == status
    asking.close()
