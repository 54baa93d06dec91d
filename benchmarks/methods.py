"""One way to read or annotate a workbook, alone: ``python benchmarks/methods.py METHOD FILE`` prints JSON.

A method is a generator that stops three times: after its imports, after what it needs but is not
timed for, and after the work itself, while it still holds what it has read.
"""

# Each method imports what it stands on, and nothing that another one does.
# ruff: noqa: PLC0415

from __future__ import annotations

import gc
import json
import resource
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

Method = Callable[[Path], Iterator[None]]

CHUNK = 1 << 16
NOT_INSTALLED = 3
# What read_workbook loads when it meets its first workbook.
READER = "syditval.reading.open_xml"


def openpyxl_two_loads(file: Path) -> Iterator[None]:
    """What gives formulas and cached values together without this program: the peer."""
    from openpyxl import load_workbook

    yield
    yield
    kept = [load_workbook(file), load_workbook(file, data_only=True)]
    yield
    del kept


def openpyxl_load(file: Path) -> Iterator[None]:
    """One load, of which a copy would begin that loses nothing but what openpyxl loses: the peer."""
    from openpyxl import load_workbook

    yield
    yield
    kept = load_workbook(file)
    yield
    del kept


def annotated(file: Path) -> Iterator[None]:
    """The annotated copy for a report of a hundred findings, which is there before."""
    import tempfile

    from reports import hundred_findings

    from syditval.annotation import annotate

    yield
    report = hundred_findings(file)
    with tempfile.TemporaryDirectory() as folder:
        yield
        annotate(file, Path(folder) / file.name, report)
        yield


def our_pass(file: Path) -> Iterator[None]:
    """Shared texts and all rows of all sheets, let go as they come; the pre-flight has gone before."""
    from syditval.reading.limits import Limits
    from syditval.reading.open_xml import OpenXml
    from syditval.reading.package import Package
    from syditval.reading.preflight import preflight
    from syditval.reading.shared_strings import read_strings

    yield
    content, limits = file.read_bytes(), Limits()
    book, package = OpenXml(content, limits), Package(content, limits)
    strings = preflight(package, limits).strings
    # As read_workbook does it.
    gc.disable()
    yield
    for _ in read_strings(package.chunks(strings)) if strings else ():
        pass
    for sheet in book.sheets:
        for _ in book.rows(sheet):
            pass
    yield


def pre_flight(file: Path) -> Iterator[None]:
    """The pre-flight alone."""
    from syditval.reading.limits import Limits
    from syditval.reading.package import Package
    from syditval.reading.preflight import preflight

    yield
    yield
    preflight(Package(file.read_bytes(), Limits()), Limits())
    yield


def whole(file: Path) -> Iterator[None]:
    """Pre-flight and pass, every cell kept."""
    from syditval.reading import open_source, read_workbook

    import_module(READER)
    yield
    yield
    kept = read_workbook(open_source(file))
    yield
    del kept


def in_a_child(file: Path) -> Iterator[None]:
    """The same in a process of its own, as a run does it."""
    from syditval.reading import Limits, isolated, open_source, read_workbook

    import_module(READER)
    yield
    yield
    isolated(lambda: read_workbook(open_source(file)).counts, file.name, Limits())
    yield


def streamed(file: Path) -> Iterator[None]:
    """Pre-flight, then row by row, with the limits of size out of the way."""
    from syditval.reading.limits import Limits
    from syditval.reading.open_xml import OpenXml

    yield
    yield
    most = 1 << 40
    limits = Limits(file_bytes=most, part_bytes=most, unpacked_bytes=most, sheet_cells=most)
    book = OpenXml(file.read_bytes(), limits)
    for sheet in book.sheets:
        for _ in book.rows(sheet):
            pass
    yield


def calamine(file: Path) -> Iterator[None]:
    """Values only: no formulas, no formats, errors as blanks."""
    from python_calamine import CalamineWorkbook

    yield
    yield
    book = CalamineWorkbook.from_path(str(file))
    kept = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    yield
    del kept


def unzip(file: Path) -> Iterator[None]:
    """Every part unpacked and let go: the floor of all."""
    import zipfile

    yield
    yield
    with zipfile.ZipFile(file) as package:
        for name in package.namelist():
            with package.open(name) as part:
                while part.read(CHUNK):
                    pass
    yield


def expat(file: Path) -> Iterator[None]:
    """Every part unpacked and parsed, nothing done with it: the floor of all that look at the XML."""
    import zipfile
    from pyexpat import ParserCreate

    yield
    yield
    with zipfile.ZipFile(file) as package:
        for name in package.namelist():
            with package.open(name) as part:
                ParserCreate().ParseFile(part)
    yield


METHODS: dict[str, Method] = {
    "openpyxl, two loads": openpyxl_two_loads,
    "openpyxl, one load": openpyxl_load,
    "annotated copy": annotated,
    "our pass, row by row": our_pass,
    "pre-flight alone": pre_flight,
    "read_workbook": whole,
    "read_workbook in a child": in_a_child,
    "python-calamine, values only": calamine,
    "unzip": unzip,
    "unzip + expat, no handlers": expat,
    "streamed": streamed,
}


def processor_time() -> float:
    """Seconds of this process and of the children it has waited for."""
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def peak() -> float:
    """The most memory so far, of this process or a child, in MiB."""
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    # Linux counts in KiB, macOS in bytes.
    return max(own.ru_maxrss, children.ru_maxrss) / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def main() -> int:
    """Measure one method on one file."""
    steps = METHODS[sys.argv[1]](Path(sys.argv[2]))
    try:
        next(steps)
    except ModuleNotFoundError as missing:
        print(missing)
        return NOT_INSTALLED
    imported = peak()
    next(steps)
    began = processor_time()
    next(steps)
    cost = {"cpu": processor_time() - began, "growth": peak() - imported, "peak": peak()}
    print(json.dumps(cost))
    return 0


if __name__ == "__main__":
    sys.exit(main())
