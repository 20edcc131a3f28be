"""Make docs/images/*.png: the pages over the index of the golden articles, in Chromium.

    python docs/screenshots.py            # finds chromium; or CHROMIUM=/path/to/it

Playwright is among the development pins. Run it whenever the pages change, and look at each
picture. Nobody in the golden articles may be somebody else, so the pair to be judged and the person
of several names are those that the pages are tested with.
"""

import argparse
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from quotes.cli import main as quotes
from quotes.index import Search, open_index
from quotes.web import Settings, make_app

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
TOKEN = "only-for-the-screenshots"
WIDE, PHONE = {"width": 1060, "height": 780}, {"width": 390, "height": 800}
HEIGHTS = {"quotation": 820}


def main() -> None:
    """Make them all."""
    parser = argparse.ArgumentParser(description="Make docs/images/*.png.")
    parser.add_argument("--db", help="an index that is there; else one is made")
    parser.add_argument("--to", type=Path, default=IMAGES)
    parser.add_argument("--only", nargs="*", help="names of pictures; else all")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        db = given.db or str(Path(folder) / "golden.db")
        if not given.db and quotes(["index", db, str(ROOT / "golden" / "articles"), "-q"]) == 2:
            sys.exit("no index")
        given.to.mkdir(parents=True, exist_ok=True)
        with serving(db) as address, sync_playwright() as playwright:
            chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
            browser = playwright.chromium.launch(executable_path=chromium)
            wanted = given.only or (*(name for name, _, _ in shots(db)), "review", "identity")
            for name, path, how in (one for one in shots(db) if one[0] in wanted):
                shoot(browser, f"{address}{path}", given.to / f"{name}.png", **how)
            if {"review", "identity"} & set(wanted):
                with serving(pairs(Path(folder))) as other:
                    shoot(browser, f"{other}/review", given.to / "review.png", token=TOKEN)
                    person = f"{other}/speaker/irina%20castellanos"
                    shoot(browser, person, given.to / "identity.png", opened=".identity")
            browser.close()


def pairs(folder: Path) -> str:
    """The index of the pages' tests, which has pairs to judge, and one person of two names."""
    sys.path.insert(0, str(ROOT / "tests" / "web"))
    from web_fakes import fill, make_index, said

    db = str(make_index(folder / "pairs.db"))
    names = ("Irina M. Castellanos", "Irina M. Castellanos", "Castellanos")
    with open_index(db) as index:
        for at, name in enumerate(names):
            told = {"speaker_role": "President", "outlet": "Delta Wire", "ident": f"names-{at}"}
            words = f"We will cross the red line number {at} of this long road"
            fill(index, said(words, name, day=f"2024-06-{20 + at}", **told))
    return db


def shots(db: str) -> list[tuple[str, str, dict[str, Any]]]:
    """What to show: name, address, and how."""
    with open_index(db, readonly=True) as index:
        dated = [s for s in index.speakers(kinds=("person",), limit=30) if s.first_seen]
        person = max(dated, key=lambda s: (s.outlets, s.quotes)).speaker_id
        rows = list(index.rows(Search(speaker=(person,))))
        quotation = next(r for r in rows if r["quote_type"] == "direct")["quote_id"]
    return [
        ("home", "/", {}),
        ("suggestions", "/", {"typed": "ma"}),
        ("search", "/search?q=year*+OR+day*+OR+hour*+OR+night*&type=direct&type=mixed", {}),
        ("speaker", f"/speaker/{person}", {}),
        ("quotation", f"/quotation/{quotation}", {}),
        ("quotation-dark", f"/quotation/{quotation}", {"dark": True}),
        ("anonymous", "/anonymous", {}),
        ("speaker-phone", f"/speaker/{person}", {"phone": True}),
    ]


def shoot(
    browser: Browser,
    address: str,
    to: Path,
    *,
    dark: bool = False,
    phone: bool = False,
    typed: str = "",
    token: str = "",
    opened: str = "",
) -> None:
    """Make one picture."""
    size = PHONE if phone else {**WIDE, "height": HEIGHTS.get(to.stem.split("-")[0], 780)}
    context = browser.new_context(viewport=size, color_scheme="dark" if dark else "light")
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.goto(address)
    if token:
        page.get_by_label("Token").fill(token)
        page.get_by_role("button", name="Enter").click()
        page.wait_for_selector(".pair")
    if typed:
        page.locator("#q").press_sequentially(typed, delay=30)
        page.wait_for_selector("[role=option]")
        page.keyboard.press("ArrowDown")
    if opened:
        page.locator(opened).locator("summary").first.click()
        page.mouse.move(0, 0)
    page.screenshot(path=to, animations="disabled")
    context.close()


@contextmanager
def serving(db: str) -> Iterator[str]:
    """The pages at an address of this machine, as long as this lasts."""
    config = uvicorn.Config(
        make_app(Settings(db=db, review=True, token=TOKEN)), port=0, log_level="error"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(5)


if __name__ == "__main__":
    main()
