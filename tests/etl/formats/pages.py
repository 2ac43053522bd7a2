"""Web pages as three hands would build them from one bulletin, and the blocks that a reader should find in them."""
from __future__ import annotations

from collections.abc import Callable
from html import escape
from itertools import groupby
from pathlib import Path

from etl.layout.shape import shape
from etl.records import Part, Stated

ROOT = Path(__file__).parents[3]
BULLETINS = [*sorted((ROOT / "seeds/bulletins").glob("*.txt")), *sorted((ROOT / "tests/corpus").glob("bulletin*.txt"))]
SITE = "Foreign Affairs Desk"

Told = tuple[str, str]
"""A block: its kind and its words."""


def blocks_of(text: str, parts: tuple[Part, ...] = (), stated: Stated = Stated()) -> list[Told]:
    """Return the blocks of a text as the stage `shape` sees them, with single blanks."""
    found = shape(text, parts, stated)
    return [(b.kind, " ".join(" ".join(span.of(found.text) for span in b.spans).split())) for b in found.blocks]


def article(blocks: list[Told]) -> str:
    """Return a page of today: an article with its metadata, a header and a footer of the site."""
    title = next(words for kind, words in blocks if kind == "title")
    body = "".join(_listed(blocks, item="<li>{}</li>", items="<ul>\n{}\n</ul>", paragraph="<p>{}</p>\n",
                           heading="<h2>{}</h2>\n",
                           caption='<figure><img src="a.jpg" alt="A photograph"><figcaption>{}</figcaption></figure>\n',
                           title="<header><h1>{}</h1></header>\n"))
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{escape(title)} | {SITE}</title>
<meta property="og:title" content="{escape(title)}"><meta property="og:site_name" content="{SITE}">
<meta property="article:published_time" content="2021-03-04T09:00:00+00:00"><style>p {{ color: red }}</style></head>
<body><header class="site"><a href="/">{SITE}</a><nav><a href="/a">Analysis</a> <a href="/b">About us</a></nav></header>
<main><article>
{body}</article></main>
<footer><p>{SITE} is a project of nobody.</p></footer>
<script>document.write("<p>Not a word of this</p>")</script></body></html>"""


def soup(blocks: list[Told]) -> str:
    """Return a page of boxes whose classes alone tell what they are, with all that stands around an article."""
    title = next(words for kind, words in blocks if kind == "title")
    body = "".join(_listed(blocks, item="<li><span>{}</span></li>", items='<ul class="list">{}</ul>', paragraph="<div>{}</div>",
                           heading='<h3 class="hd"><strong>{}</strong></h3>', title='<h1 class="post-title">{}</h1>',
                           caption='<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">{}</p></div>'))
    links = "".join(f'<li><a href="/{n}">What the ministers said at their meeting number {n}</a></li>' for n in range(8))
    return f"""<html><head><title>{escape(title)} - {SITE}</title>
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "headline": "Bulletin", "datePublished": "2021-03-04",
"publisher": {{"@type": "Organization", "name": "{SITE}"}}}}]}}</script></head><body class="single has-sidebar">
<div id="cookieBanner"><p>We use cookies. By going on you agree.</p><button>Accept all</button></div>
<div class="wrap"><div class="top-nav"><ul><li><a href="/">Home</a></li><li><a href="/x">Reports</a></li></ul></div>
<div class="breadcrumbs"><a href="/">Home</a> &gt; <a href="/x">Reports</a> &gt; This page</div>
<div class="columns has-sidebar"><div class="content">{body}
<div class="share-buttons"><span>Share this:</span> <a href="#">Post</a> <a href="#">Mail</a></div></div>
<div class="right"><div class="box"><h4>Read also</h4><ul>{links}</ul></div>
<div class="newsletter-signup"><p>Have our bulletins sent to you each week.</p><input name="mail"></div></div></div>
<div style="display: none"><p>Loading the next page of this report</p></div>
<div class="page-footer"><div>Copyright 2021 {SITE}. All rights reserved.</div></div></div></body></html>"""


def tables(blocks: list[Told]) -> str:
    """Return a page of the 1990s: boxes are tables, kinds are fonts, paragraphs are left open."""
    title = next(words for kind, words in blocks if kind == "title")
    body = "".join(_listed(blocks, item="<LI>{}\n", items="<UL>\n{}</UL>\n", paragraph="<P><FONT SIZE=2>{}</FONT>\n",
                           heading="<P><B><FONT SIZE=+1>{}</FONT></B>\n",
                           title="<CENTER><FONT SIZE=+2><B>{}</B></FONT></CENTER>\n",
                           caption="<TABLE ALIGN=RIGHT><TR><TD><IMG SRC=a.gif></TD></TR>"
                                   "<TR><TD><FONT SIZE=1>{}</FONT></TD></TR></TABLE>\n"))
    links = "<BR>\n".join(f'<A HREF="{n}.htm">Report no. {n}</A>' for n in range(6))
    return f"""<HTML><HEAD><TITLE>{escape(title)}</TITLE></HEAD><BODY BGCOLOR=white>
<TABLE WIDTH=100% BORDER=0><TR><TD COLSPAN=2><A HREF="/"><IMG SRC=logo.gif></A></TD></TR>
<TR><TD WIDTH=150 VALIGN=TOP><FONT SIZE=1>{links}</FONT></TD><TD VALIGN=TOP>
{body}</TD></TR><TR><TD COLSPAN=2 ALIGN=CENTER><HR><FONT SIZE=1>(c) 1998 {SITE}. All rights reserved.
<A HREF="mailto:a@example.org">Mail</A></FONT></TD></TR></TABLE></BODY></HTML>"""


BUILDS: tuple[Callable[[list[Told]], str], ...] = (article, soup, tables)


def _listed(blocks: list[Told], *, items: str, **forms: str) -> list[str]:
    """Return each block in the form of its kind; the items that follow each other stand in one list."""
    out = []
    for kind, group in groupby(blocks, key=lambda block: block[0]):
        told = [forms[kind].format(escape(words)) for _, words in group]
        out.extend([items.format("".join(told))] if kind == "item" else told)
    return out
