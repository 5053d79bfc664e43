"""Templates: everything that came from people is escaped there."""

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from starlette.staticfiles import StaticFiles

_LOOK = "handlers.web.look"


def environment(package: str) -> Environment:
    """The templates of a package of pages, and those that all pages share."""
    return Environment(
        loader=ChoiceLoader([PackageLoader(package, "templates"), PackageLoader(_LOOK, "templates")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def static_files(*packages: str) -> StaticFiles:
    """What all pages load, and what these packages of pages load besides."""
    return StaticFiles(packages=[(package, "static") for package in (_LOOK, *packages)])
