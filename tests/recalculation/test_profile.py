"""The profile says: calculate everything, run nothing, fetch nothing."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

from syditval.recalculation.profile import make_profile

OOR = "{http://openoffice.org/2001/registry}"


def settings(folder: Path) -> dict[str, str | None]:
    root = ET.parse(folder / "user" / "registrymodifications.xcu").getroot()
    return {
        str(prop.get(f"{OOR}name")): prop.findtext("value") for item in root for prop in item.findall("prop")
    }


def test_every_formula_is_calculated_again_when_a_workbook_is_loaded(tmp_path: Path) -> None:
    make_profile(tmp_path)
    found = settings(tmp_path)

    assert (found["OOXMLRecalcMode"], found["ODFRecalcMode"]) == ("0", "0")


def test_nothing_is_run_and_nothing_fetched(tmp_path: Path) -> None:
    make_profile(tmp_path)
    found = settings(tmp_path)

    assert (found["DisableMacrosExecution"], found["MacroSecurityLevel"], found["Link"]) == ("true", "3", "2")
    assert (found["ooInetProxyType"], found["ooInetHTTPProxyName"]) == ("2", "127.0.0.1")


def test_the_argument_names_the_folder_as_an_address(tmp_path: Path) -> None:
    folder = tmp_path / "with space"

    assert make_profile(folder) == f"-env:UserInstallation={folder.resolve().as_uri()}"
    assert "%20" in folder.as_uri()
