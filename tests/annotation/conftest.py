"""What several tests of the annotated copy need."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., list[Path]]:
    """LibreOffice as a converter to a form, with a profile of its own: one run for files of one folder."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    profile = tmp_path_factory.mktemp("profile")

    def convert(form: str, *paths: Path) -> list[Path]:
        folder = paths[0].parent / "converted"
        command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", form]
        subprocess.run([*command, "--outdir", folder, *paths], check=True, capture_output=True, timeout=120)
        return [folder / path.with_suffix(f".{form.partition(':')[0]}").name for path in paths]

    return convert
