"""The reporters' pages: one index, searched in a browser.

from quotes.web import Settings, make_app

app = make_app(Settings(db="news.db"))      # an ASGI application
"""

from quotes.web.app import make_app
from quotes.web.settings import Settings

__all__ = ["Settings", "make_app"]
