"""Every route, asked for whatever its description allows and whatever it does not: ``make probe`` asks more."""

from __future__ import annotations

import os
from dataclasses import replace
from http import HTTPStatus

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import status_code_conformance

from syditval.store import person
from syditval.web.allowance import Allowance
from syditval.web.app import application
from syditval.web.routes import PAGES
from syditval.web.site import Rates, Site
from tests.web.description import STATUSES, described
from tests.web.site import ADDRESS, HERE

MANY = int(os.environ.get("SYDITVAL_PROBES", "2"))


@pytest.fixture(scope="module")
def description(stocked: Site) -> BaseSchema:
    """The description, with the page behind it."""
    plenty = Allowance(uploads_per_minute=10**9, bytes_per_day=10**12, attempts_per_minute=10**9)
    schema = schemathesis.openapi.from_dict(described())
    schema.app = application(replace(stocked, rates=Rates(plenty)))
    schema.location = ADDRESS
    return schema


@pytest.mark.parametrize(
    ("method", "path"), [(page.method.lower(), page.path.replace(":path", "")) for page in PAGES]
)
@settings(max_examples=MANY, deadline=None, suppress_health_check=[*HealthCheck])
@given(data=st.data())
def test_every_answer_is_one_that_the_page_gives_by_itself(
    stocked: Site, description: BaseSchema, method: str, path: str, data: st.DataObject
) -> None:
    case = data.draw(description[path][method].as_strategy())
    ada = person(stocked.database, "Ada")
    assert ada is not None
    cookies = {stocked.sessions.cookie: stocked.sessions.sealed(ada)}

    answer = case.call(headers={**HERE, "Host": "localhost"}, cookies=cookies)

    case.validate_response(answer, checks=[not_a_server_error, status_code_conformance])
    assert answer.headers["x-content-type-options"] == ["nosniff"]


def test_the_description_is_of_all_routes() -> None:
    listed = {(path, method) for path, methods in described()["paths"].items() for method in methods}

    assert listed == {(page.path.replace(":path", ""), page.method.lower()) for page in PAGES}
    assert all(HTTPStatus(status) for status in STATUSES)
