"""The pages in Chromium: what a reader does, by hand, by keyboard, on a phone, without JavaScript.

Needs Debian's ``chromium``, and Playwright, which drives it; skipped without.
"""

import os
import shutil
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from web_fakes import TOKEN, fill, said

pytest.importorskip("uvicorn", reason="the extra quotes-index[web] isn't installed")
pytest.importorskip("playwright", reason="playwright isn't installed")

import uvicorn
from playwright import sync_api

from quotes.index import open_index
from quotes.web import Settings, make_app

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
AXE = Path(__file__).parent / "axe" / "axe.min.js"
PERSON = "/speaker/p-irina-castellanos"
WIRE = "/quotation/wire-2%3A0"
MAIN = (
    *("/", "/search?q=line", "/search?speaker=smith", "/search?q=nothingatall", "/speakers"),
    *(PERSON, WIRE, "/anonymous", "/speaker/nobody"),
)

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="chromium isn't installed"),
    # Playwright's own event loop is left open until it ends.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@contextmanager
def serving(db, **settings):
    config = uvicorn.Config(
        make_app(Settings(db=db, **settings)), port=0, log_level="error", lifespan="on"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM)
        yield made
        made.close()


@pytest.fixture(scope="module")
def site(db):
    with serving(db) as address:
        yield address


@pytest.fixture
def visit(browser, site):
    """Opens a page; at the end nothing may have been blocked, failed or asked of elsewhere."""
    contexts, troubles = [], []

    def open_page(path="/", *, base=site, **options):
        context = browser.new_context(base_url=base, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: troubles.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda e: troubles.append(str(e)))
        page.on(
            "request",
            lambda r: None if r.url.startswith(base) else troubles.append(f"asked {r.url}"),
        )
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not troubles


def test_search(visit):
    page = visit()
    page.keyboard.press("/")
    page.keyboard.type("harvest")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=harvest")
    assert page.locator("li.quotation").count() == 2
    assert page.locator("li.quotation mark").all_inner_texts() == ["harvest"] * 2


def test_suggestions_by_keyboard(visit):
    page = visit()
    box = page.get_by_role("combobox")
    box.press_sequentially("castel")
    option = page.get_by_role("option")
    option.first.wait_for()
    assert box.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    assert option.first.get_attribute("aria-selected") == "true"
    assert box.get_attribute("aria-activedescendant") == option.first.get_attribute("id")
    page.keyboard.press("Escape")
    assert not page.get_by_role("listbox").is_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{PERSON}")


def test_suggestions_by_mouse(visit):
    page = visit()
    page.get_by_role("combobox").press_sequentially("mallory")
    page.get_by_role("option").first.click()
    page.wait_for_url("**/speaker/**")
    assert page.locator("h1").inner_text() == "Mallory <b>Evil</b>"


def test_a_person_is_narrowed_down_and_folded_open(visit):
    page = visit(PERSON)
    assert page.locator("svg .bar").count() == 18
    page.locator("svg a").last.click(force=True)
    page.wait_for_url("**since=2024-06-01**")
    assert page.locator("li.quotation").count() == 2
    fold = page.locator("details.family")
    fold.locator("summary").click()
    page.locator("details.family ins").wait_for()
    assert fold.locator("ins").inner_text() == "great"
    page.get_by_role("link", name="Remove: From").click()
    page.get_by_role("complementary").get_by_role("link", name="Delta Wire").click()
    page.wait_for_url("**outlet=Delta+Wire**")
    assert page.locator("p.count").inner_text().startswith("7 quotations")


def test_a_quotation_in_its_article_and_as_a_citation(visit):
    page = visit(WIRE)
    article = page.locator("section.article")
    assert article.locator("mark.content").inner_text().startswith("No country can")
    assert article.locator(".cue").inner_text() == "said"
    assert article.locator(".source").inner_text() == "Irina Castellanos"
    copy = page.get_by_role("button", name="Copy as Markdown")
    copy.click()
    page.locator("button.done").wait_for()
    assert page.locator("#copied").inner_text() == "Copied"


def test_review_by_keyboard(visit, own_db):
    with serving(own_db, review=True, token=TOKEN) as base:
        page = visit("/review", base=base)
        page.wait_for_url("**/enter")
        page.get_by_label("Token").fill(TOKEN)
        page.get_by_label("Your name").fill("Ann")
        page.keyboard.press("Enter")
        page.wait_for_url("**/review")
        first = page.locator(".pair h2").all_inner_texts()
        page.keyboard.press("n")
        page.wait_for_url("**said=unsure**")
        assert "not sure" in page.get_by_role("status").first.inner_text()
        assert page.locator(".pair h2").all_inner_texts() != first
        page.keyboard.press("d")
        page.wait_for_url("**said=different**")
        page.keyboard.press("z")
        page.wait_for_url("**said=undone**")
        page.keyboard.press("s")
        page.wait_for_url("**said=same**")
        page.get_by_text("There is nothing to judge").wait_for()
        page.keyboard.press("z")
        page.wait_for_url("**said=undone**")
        # Letters typed into a field are no judgement.
        page.goto(f"{base}/review")
        page.get_by_label("Why").press_sequentially("sdn")
        assert page.url == f"{base}/review"


def test_without_javascript(visit):
    page = visit("/", java_script_enabled=False)
    page.get_by_label("Search for a person").fill("irina castellanos")
    page.get_by_role("button", name="Search").click()
    assert page.locator("h1").inner_text() == "Irina Castellanos"
    page.locator("summary", has_text="also in 2 other outlets").click()
    page.get_by_role("link", name="All 3 printings").click()
    assert page.locator("ins").inner_text() == "great"
    page.locator(".printings a").first.click()
    assert page.locator("#cite-plain").input_value().startswith("“No country")
    assert page.get_by_role("button", name="Copy").count() == 0


@pytest.mark.parametrize("path", ["/", "/search?q=line", "/speakers", PERSON, WIRE, "/anonymous"])
def test_nothing_is_wider_than_a_phone(visit, path):
    page = visit(path, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_filters_come_folded_on_a_phone(visit):
    page = visit("/search?q=line", viewport={"width": 360, "height": 740})
    assert not page.get_by_role("link", name="Delta Wire").first.is_visible()
    page.get_by_text("Narrow down").click()
    assert page.get_by_role("link", name="Delta Wire").first.is_visible()


def test_dark_is_dark(visit):
    def light_of(scheme):
        page = visit("/", color_scheme=scheme)
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        return sum(int(part) for part in colour[4:-1].split(","))

    assert light_of("dark") < 150 < 600 < light_of("light")


@pytest.mark.parametrize(
    "typed", ["/", "/search?q=pwned", "/search?q=%3Cimg+src%3Dx%3E", "/speakers"]
)
def test_an_article_of_markup_and_script_is_only_text(visit, typed):
    page = visit(typed)
    assert page.evaluate("typeof window.pwned") == "undefined"
    if "pwned" in typed:
        page.locator("li.quotation blockquote a").click()
        assert "<script>window.pwned = 1</script>" in page.locator("h1").inner_text()
        page.locator("section.article").wait_for()
        assert page.evaluate("typeof window.pwned") == "undefined"
        assert page.locator("main img, main script").count() == 0


def test_the_policy_holds_where_escaping_would_fail(browser, site):
    context = browser.new_context(base_url=site)
    page = context.new_page()
    page.goto("/")
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.pwned=1\">');"
        "const s = document.createElement('script'); s.textContent = 'window.pwned=1';"
        "document.body.append(s)"
    )
    page.wait_for_timeout(100)
    assert page.evaluate("typeof window.pwned") == "undefined"
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser, site, scheme):
    # The policy would keep the checker itself out.
    context = browser.new_context(base_url=site, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    # In the dark, only the colours are others.
    rules = ["color-contrast"] if scheme == "dark" else []
    assert [found for path in MAIN for found in findings(page, path, rules)] == []
    context.close()


def test_axe_finds_nothing_serious_in_review(browser, own_db):
    with serving(own_db, review=True, token=TOKEN) as base:
        context = browser.new_context(base_url=base, bypass_csp=True)
        page = context.new_page()
        assert findings(page, "/enter") == []
        page.get_by_label("Token").fill(TOKEN)
        page.get_by_role("button", name="Enter").click()
        assert findings(page, "/review") == []
        assert findings(page, WIRE) == []
        context.close()


def test_why_names_are_one_person_on_a_phone(browser, own_db):
    with open_index(own_db) as index:
        spelt = ("Sergei Lavrov", "Sergey Lavrov")
        fill(index, *(said("The line is red", name, ident=name[:6]) for name in spelt))
    with serving(own_db, review=True, token=TOKEN) as base:
        size = {"width": 360, "height": 740}
        context = browser.new_context(base_url=base, viewport=size, bypass_csp=True)
        page = context.new_page()
        for who in ("reader", "reviewer"):
            page.goto("/speaker/sergey%20lavrov")
            assert not page.locator(".joined").is_visible()
            page.get_by_text("Why these are one person").click()
            assert "one name, two spellings" in page.locator(".joined").inner_text()
            assert page.evaluate("document.documentElement.scrollWidth") <= 360
            assert findings(page) == []
            if who == "reader":
                assert page.get_by_role("button", name="Somebody else").count() == 0
                page.goto("/enter")
                page.get_by_label("Token").fill(TOKEN)
                page.get_by_role("button", name="Enter").click()
        page.get_by_role("button", name="Somebody else").click()
        page.get_by_text("Decided: two people").wait_for()
        page.goto("/speaker/sergey%20lavrov")
        assert page.locator(".joined").count() == 0
        context.close()


def findings(page, path=None, rules=()):
    if path is not None:
        page.goto(path)
    page.add_script_tag(path=AXE)
    options = {"runOnly": list(rules)} if rules else {}
    found = page.evaluate("options => axe.run(options).then(r => r.violations)", options)
    return [
        (page.url, one["id"], one["impact"], node["html"][:120], node["failureSummary"][:300])
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"][:3]
    ]
