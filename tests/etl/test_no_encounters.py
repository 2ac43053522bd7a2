"""Texts of other trades tell no encounter and no agreement, however many people they name."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted

SPORT = """LISBON, May 4 - Portugal beat Spain 2-1 in a friendly on Saturday, with Marco Dias scoring twice before half-time. Spain coach
Luis Ferrer said his side had met a stronger opponent. Dias was received with applause by 40,000 people. Portugal visit Poland on
Tuesday and host Norway a week later."""
PROFITS = """Kestrel Mining reported quarterly profit of $212 million on Tuesday. Chief executive Ana Horvat told analysts on a call that
demand from China met expectations. Chief financial officer Tom Reid said the company had reached its cost targets, and thanked chairman
Paul Novak for his trust. "We are talking to lenders," Horvat said. The company signed no new supply contracts in the quarter."""
CLASHES = """Fighters of the Green Valley Front clashed with army units near Kasolo on Monday, Colonel Issa Traore said. General Moussa
Keita's men met fierce resistance at the bridge. A drone strike killed the commander Abu Tariq and his deputy, Salim Jaber. Captain Ali
Diallo visited no hospital, and none has been set up."""
ELECTION = """In Bergland, President Otto Kern of the Green Party won 52 percent, ahead of Senator Maria Holm (31) and the former mayor Jan
Lund (12). Kern faces Holm in a second round on June 7. Former presidents Nils Berg and Eva Strand endorsed Holm; trade union leader Per
Dahl endorsed Kern. Kern appointed Ola Ness minister of finance and Siri Foss minister of justice."""
OPINION = """If Foreign Minister Holm were to meet President Kern tomorrow, nothing would be solved. Imagine that Otto Kern called Ada Holm;
would she answer? Leaders such as Jan Lund and Eva Strand should talk to Per Dahl. There is no agreement between Chile and Peru, and there
will be none."""
STUDY = """We study agreement between two coders, A. Miller and B. Novak, who met the threshold of 0.8. Following Smith (2004) and Jones and
Lee (2010), we test whether talks lead to contracts. The authors thank Prof. Ivan Petrov and Dr. Maria Silva for their visits."""
CONDOLENCE = """The Ministry of Foreign Affairs condemns the attack on the village of Kasolo. Foreign Minister Eva Strand wrote to her
counterpart, Ali Diallo, to express condolences. The Ministry recalls the Geneva Conventions and calls on all parties to respect them."""


@pytest.mark.parametrize("text", [SPORT, PROFITS, CLASHES, ELECTION, OPINION, STUDY, CONDOLENCE],
                         ids=["sport", "profits", "clashes", "election", "opinion", "study", "condolence"])
def test_a_text_of_another_trade_tells_nothing(text):
    found = extracted(text + "\n")
    assert len(found.people) > 1
    assert not found.meetings and not found.agreements


def test_who_came_into_a_body_or_left_a_family_met_nobody():
    text = """Edward Harrow, who has died aged 91, was ambassador to Lima. He joined the Foreign Office in 1955 and served in Amman. He is
survived by his wife and by a son, Mark Harrow, a surgeon. He wrote two books, one with the historian Peter Lane.\n"""
    assert not extracted(text).meetings
