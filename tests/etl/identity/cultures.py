"""Names of people who never were, in the ways that different parts of the world name people.

Given names are everyday ones, family names are put together from syllables; both are drawn unevenly, so that some are
common. They are written with the marks of a scholar ("Ḥusayn", "Evgenij"); how newspapers write them is spellings.py's.
"""
from __future__ import annotations

import random
from dataclasses import dataclass

GIVEN = {
    "arabic": """Muḥammad Aḥmad ʿAlī Ḥasan Ḥusayn Maḥmūd Khālid ʿUmar Yūsuf Ibrāhīm Mustafā ʿAbd_al-Raḥmān ʿAbd_allāh
        ʿAbd_al-ʿAzīz
        Faysal Sālim Nāsir Jamāl Karīm Rashīd Ṭāriq Walīd Ziyād Saʿīd Sulaymān Qāsim Fārūq Ḥamad Mājid Bashār Anwar Marwān Samīr
        Jābir Fahd Sulṭān Ghassān Layla Fāṭima Nūr Hudā""",
    "persian": """Muḥammad ʿAlī Ḥusayn Riḍā Ḥasan Mahdī Javād Ismāʿīl Qāsim Bahrām Dāryūsh Farhād Gholām-Riḍā Ibrāhīm Kāẓim
        Kamāl Maḥmūd
        Masʿūd Manūchehr Mujtabā Nāṣir Parvīz Raḥīm Saʿīd Ṣādiq Vaḥīd Yaḥyā Zahrā Maryam Amīr""",
    "turkish": """Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim İsmail Osman Murat Ömer Süleyman Bülent Çetin Şükrü Gökhan
        Tuğrul Yiğit
        Emine Ayşe Özlem Cemal Cevdet""",
    "russian": """Aleksandr Sergej Vladimir Andrej Aleksej Dmitrij Evgenij Nikolaj Mihail Jurij Igor' Viktor Pavel Anatolij
        Valerij Vasilij
        Grigorij Fëdor Oleg Vjačeslav Natal'ja Ol'ga Tat'jana Ekaterina Gennadij""",
    "chinese": "", "korean": "",
    "spanish": """José Juan Luis Carlos Manuel Jesús Francisco Antonio Miguel Rafael Fernando Andrés Joaquín Raúl Álvaro
        Rodrigo Óscar
        María Ana Lucía Beatriz Inés""",
    "western": """John William Robert James Michael Thomas Charles George Richard Edward Joseph Anthony Stephen Christopher
        Elizabeth
        Margaret Catherine Susan Patricia Andrew Peter Daniel Samuel Benjamin Henry""",
    "nordic": """Lars Jørgen Søren Pål Åke Göran Björn Håkon Øystein Anders Kjell Sigrid Märta Jürgen Günther Käthe Jörg""",
    "african": """Kofi Kwame Ibrahima Mamadou Ousmane Emmanuel Jean-Baptiste Joseph Paul Amadou Moussa Fatoumata Chinedu
        Oluwaseun Tendai
        Thabo Wanjiru Abdoulaye Idrissa""",
    "indian": """Rajesh Amit Mohammad Abdul Sanjay Anil Sunil Priya Lakshmi Venkatesh Ramesh Suresh Imran Tariq Ayesha Shahid
        Nawaz Bilal
        Arjun Krishna""",
    "magyar": """István László József Zoltán Sándor Ferenc Gábor Attila Péter Katalin Ágnes Éva""",
}
HEADS = {
    "arabic": "Ḥā Sa Mu ʿAb Qa Rū Ja Shā Fā Ba Ṭa Za Kha Na Dū".split(),
    "persian": "Ka Sha Ra Bā Mo Gol Tā Pū Ab Nī Za Kho Ḥa".split(),
    "turkish": "Yıl Çe Ka Öz Er Do Gü Şa Ak De Bo".split(), "russian": "Pe Ko Za Me Si Vo Go Bo Ku Tka Ri Lu Šu Če".split(),
    "chinese": "wang li zhang liu chen yang zhao huang zhou wu xu sun zhu qin xie".split(),
    "korean": "kim li pak choe chong kang cho yun chang im han oh so".split(),
    "spanish": "Al Ro Gar Men Cas Va Qui Ló Her Mar Pe Sal".split(),
    "western": "Har Ash Whit Cal Bir Mor Pen Ed Thorn Wel Lang Cros".split(),
    "nordic": "Lind Berg Hal Sø Öst Nor Græn Strøm Hed Mül".split(), "african": "Ou Di Ka Ba Nko Man Ade Mu Ta So".split(),
    "indian": "Sha Ba Ra Kho Chau Mal Gu Na De Pa".split(), "magyar": "Ná Ko Sza Tó Bar Var Hor".split(),
}
TAILS = {
    "arabic": "mid lih barrī zzām ssān rūrī qīlī jjār ʿīd bīb kīm wān dawī shimī".split(),
    "persian": "rīmī mānī rvīn ḥmadī sūlī vādī qirī zādeh pūr shtī nezhād rastū mandī".split(),
    "turkish": "maz lik ğan tin türk soy oğlu demir kaya taş".split(),
    "russian": "trov vanov renko levskij dorov rasev linin čenko monov jakov nskaja zin".split(),
    "chinese": [""], "korean": [""],
    "spanish": "dríguez cía dez tro mero tínez nández gado varez rera".split(),
    "western": "ton well ford ley man by worth er wood shaw".split(), "nordic": "gren ström sen dahl man lund vik ner".split(),
    "african": "édraogo llo maté nda wanga tunde kele phiri diop saré".split(),
    "indian": "rma nerjee o khar dhary hotra pta yar sai tel".split(), "magyar": "gy vács bó th tos ga váth".split(),
}
MIDDLES = {
    "arabic": " ra li wā sī na".split(" "), "persian": " da rī mā sā be".split(" "), "turkish": " ra ka le ba tı".split(" "),
    "russian": " ra li ko sa ve".split(" "), "spanish": " ra le ma ri to".split(" "), "western": " ing er ber en le".split(" "),
    "nordic": " en er ings a e".split(" "), "african": " ba ma ko di ra".split(" "), "indian": " ra de va la ni".split(" "),
    "magyar": " ra le ka ro me".split(" "), "chinese": [""], "korean": [""],
}
SYLLABLES = {
    "chinese": """jian guo wei min zhi qiang xiao ming hai feng hua li jun de sheng yong chang shu fen mei ling xue qin zhong
        ping tao jing
        wen cheng yu rui lin zhen""".split(),
    "korean": "chol su yong ho jong min sang hun myong il kyong hui tae sik gil in hyon mi ran song nam ki pong ju".split(),
}


@dataclass(frozen=True, slots=True)
class FullName:
    """A person's name as he bears it: given names, what stands in the middle, family names."""

    culture: str
    given: tuple[str, ...]
    middle: tuple[str, ...]
    family: tuple[str, ...]


def zipf(chance: random.Random, items: list[str], *, bend: float = 0.7) -> str:
    """Draw one item; those in front are drawn more often."""
    return chance.choices(items, [1 / (i + 2) ** bend for i in range(len(items))])[0]


def family_names(culture: str) -> list[str]:
    """Return the family names of a culture, always in one order."""
    names = [head + middle + tail for head in HEADS[culture] for middle in MIDDLES[culture] for tail in TAILS[culture]]
    random.Random(culture).shuffle(names)
    return names


def invent(culture: str, chance: random.Random) -> FullName:
    """Return a new name."""
    given_names, families = GIVEN[culture].split(), family_names(culture)
    if culture in SYLLABLES:
        given = "-".join(chance.sample(SYLLABLES[culture], 2 if chance.random() < 0.85 else 1))
        return FullName(culture, (given,), (), (zipf(chance, families),))
    given, family = zipf(chance, given_names), zipf(chance, families)
    middle: tuple[str, ...] = ()
    if culture == "arabic":
        family = "al-" + family if chance.random() < 0.6 else family
        middle = ("bin", zipf(chance, given_names)) if chance.random() < 0.15 else ()
        middle = middle or ((zipf(chance, given_names),) if chance.random() < 0.25 else ())
    elif culture == "persian" and chance.random() < 0.3:
        middle = (zipf(chance, given_names),)
    elif culture == "russian" and chance.random() < 0.5:
        middle = (zipf(chance, given_names).rstrip("'ja") + "ovič",)
    elif culture == "spanish":
        middle = (zipf(chance, given_names),) if chance.random() < 0.3 else ()
        return FullName(culture, (given,), middle, (family, zipf(chance, families)))
    elif culture in ("western", "african") and chance.random() < 0.4:
        middle = (zipf(chance, given_names),)
    middle = tuple(m for m in middle if m != given)
    return FullName(culture, (given,), () if middle == ("bin",) else middle, (family,))
