"""Outlets known by name or by web address, from the outlets file."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from ..lang.normalise import fold
from ..lang.tables import table
from ..model import Outlet


def known_outlet(name: str | None, url: str | None) -> Outlet | None:
    """The outlet of this name in any spelling of the file, else of this web address."""
    by_name, by_domain = _index()
    if name and (found := by_name.get(fold(name))):
        return found
    host = _host(url) if url else ""
    while "." in host:
        if found := by_domain.get(host):
            return found
        host = host.partition(".")[2]
    return None


def _host(url: str) -> str:
    """The host of an address, written with its scheme or without; empty where it is no address."""
    try:
        return urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""


@cache
def _index() -> tuple[dict[str, Outlet], dict[str, Outlet]]:
    by_name: dict[str, Outlet] = {}
    by_domain: dict[str, Outlet] = {}
    for row in table("ar", "outlets").rows:
        names = row["names"].split("|")
        outlet = Outlet(row["key"], names[0], row["country"] or None, row["family"] or None, row["kind"])  # type: ignore[arg-type]
        by_name.update((fold(name), outlet) for name in names)
        by_domain.update((domain, outlet) for domain in row["domains"].split("|") if domain)
    return by_name, by_domain
