"""An address leads to its page or nowhere."""

from starlette.applications import Starlette


def exact(app: Starlette) -> Starlette:
    """The same pages, which send nobody on who wrote a slash too many or too few.

    The framework would: without encryption, to whatever host the request names, with the whole personal link.
    """
    app.router.redirect_slashes = False
    return app
