"""All cases, in the order of a first encounter."""

from __future__ import annotations

from tests.errors import (
    annotation_cases,
    ending_cases,
    page_cases,
    reading_cases,
    record_cases,
    serve_cases,
    store_cases,
    toml_cases,
    usage_cases,
)

FAMILIES = (
    usage_cases,
    serve_cases,
    reading_cases,
    annotation_cases,
    toml_cases,
    record_cases,
    store_cases,
    page_cases,
    ending_cases,
)
CASES = [case for family in FAMILIES for case in family.CASES]
