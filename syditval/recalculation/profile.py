"""A profile for LibreOffice that nobody else uses: everything is recalculated, nothing is run or fetched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import quoteattr

_ALWAYS, _NEVER = "0", "2"
# A proxy that is not there: port 9 discards whatever it gets.
_MANUAL_PROXY, _NO_HOST, _NO_PORT = "2", "127.0.0.1", "9"

_CALC = "/org.openoffice.Office.Calc"
_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_INTERNET = "/org.openoffice.Inet/Settings"
_SETTINGS = (
    # Without these two, stored results of formulas are believed.
    (f"{_CALC}/Formula/Load", "OOXMLRecalcMode", _ALWAYS),
    (f"{_CALC}/Formula/Load", "ODFRecalcMode", _ALWAYS),
    (f"{_CALC}/Content/Update", "Link", _NEVER),
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    (_INTERNET, "ooInetProxyType", _MANUAL_PROXY),
    *((_INTERNET, f"ooInet{protocol}ProxyName", _NO_HOST) for protocol in ("HTTP", "HTTPS", "FTP")),
    *((_INTERNET, f"ooInet{protocol}ProxyPort", _NO_PORT) for protocol in ("HTTP", "HTTPS", "FTP")),
)


def make_profile(folder: Path) -> str:
    """Make a profile in a folder; the argument with which LibreOffice takes it."""
    user = folder / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text("".join(_registry()), encoding="utf-8")
    return f"-env:UserInstallation={folder.resolve().as_uri()}"


def _registry() -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
    for path, name, value in _SETTINGS:
        yield f"<item oor:path={quoteattr(path)}><prop oor:name={quoteattr(name)} "
        yield f'oor:op="fuse"><value>{value}</value></prop></item>\n'
    yield "</oor:items>\n"
