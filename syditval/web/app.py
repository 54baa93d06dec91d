"""The page as an application of ASGI: every request is settled here before anything answers it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from inspect import iscoroutinefunction
from typing import Any
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from syditval.messages import Refusal
from syditval.web import screens
from syditval.web.asked import Asked
from syditval.web.audit import Deed, note_refusal
from syditval.web.bodies import fields_of
from syditval.web.faults import fault
from syditval.web.guards import origin_of, refuse_other_sites, refuse_strangers
from syditval.web.headers import Headers
from syditval.web.identity import NOBODY, nobody, viewer_of
from syditval.web.languages import language_of, remember_language
from syditval.web.permissions import refuse_unless_met, subject
from syditval.web.refusals import NOT_SIGNED_IN, PageRefusal, sentence_of, status_of
from syditval.web.routes import GET, PAGES, Page
from syditval.web.sign_in import SEE_OTHER
from syditval.web.site import Site

Endpoint = Callable[[Request], Awaitable[Response]]
_NO_SUCH_METHOD = 405


def application(site: Site) -> Starlette:
    """The page of a site."""
    routes = [Route(page.path, _endpoint(site, page), methods=[page.method]) for page in PAGES]
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Headers, is_secure=site.manner.is_secure)],
        exception_handlers={HTTPException: _no_such_page(site)},
    )
    app.router.redirect_slashes = False
    return app


def _endpoint(site: Site, page: Page) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        asked = _unsettled(site, request)
        try:
            asked = await run_in_threadpool(_introduced, page, asked)
            asked = await run_in_threadpool(_permitted, page, asked)
            response = await _answer(page, asked)
        except ClientDisconnect:
            # Nobody hears it.
            return Response(status_code=400)
        except Refusal as refusal:
            response = await run_in_threadpool(_refused, page, asked, refusal)
        except Exception as error:
            response = _told(asked, fault(error))
        remember_language(request, response, is_secure=site.manner.is_secure)
        return response

    return endpoint


def _unsettled(site: Site, request: Request) -> Asked:
    """A request of which nothing is known yet but where it comes from."""
    viewer = nobody(language_of(request, site.manner.language))
    return Asked(site, request, viewer, site.clock(), origin_of(request, site.manner))


def _introduced(page: Page, asked: Asked) -> Asked:
    """The request with who asks. Raises PageRefusal for whoever has no business here at all."""
    refuse_strangers(asked.http, asked.site.manner)
    if page.method != GET:
        refuse_other_sites(asked.http)
    return replace(asked, viewer=viewer_of(asked.site, asked.http, asked.viewer.language))


def _permitted(page: Page, asked: Asked) -> Asked:
    """The request with what it is for. Nothing of its body has been read yet. Raises PageRefusal."""
    named = asked.http.path_params.get("name", "")
    found, entity = subject(asked.site, page.need, asked.viewer, named)
    refuse_unless_met(page.need, asked.viewer, found)
    return replace(asked, found=found, entity=entity)


async def _answer(page: Page, asked: Asked) -> Response:
    if page.has_fields:
        asked = replace(asked, fields=await fields_of(asked.http, asked.site.allowance))
    answer: Any = page.answer
    is_async = iscoroutinefunction(answer)
    response: Response = await (answer(asked) if is_async else run_in_threadpool(answer, asked))
    return response


def _refused(page: Page, asked: Asked, refusal: Refusal) -> Response:
    """The refusal as a page; whoever only has to sign in first is led there."""
    if asked.viewer.name != NOBODY:
        note_refusal(asked, Deed.REFUSED, f"{page.method} {page.path}", refusal.code)
    elif refusal.code == NOT_SIGNED_IN and page.method == GET and not _is_known_by_proxy(asked):
        after = quote(_address(asked.http), safe="/")
        return RedirectResponse(f"/sign-in?after={after}", SEE_OTHER)
    return _told(asked, refusal)


def _address(request: Request) -> str:
    """Where on this site a request leads, quoted as in an address, with what it asks for there."""
    query = request.scope["query_string"].decode("latin-1")
    return quote(request.scope["path"], safe="/", errors="replace") + (f"?{query}" if query else "")


def _is_known_by_proxy(asked: Asked) -> bool:
    """Whether there is no form to sign in here: the proxy has its own."""
    proxy = asked.site.manner.proxy
    return proxy is not None and bool(proxy.user_header)


def _told(asked: Asked, refusal: Refusal) -> Response:
    status, language = status_of(refusal), asked.viewer.language
    viewer = asked.viewer if asked.viewer.name != NOBODY else None
    page = screens.refusal(viewer, language, status, sentence_of(refusal, language))
    return HTMLResponse(page, status)


def _no_such_page(site: Site) -> Callable[[Request, Exception], Response]:
    def told(request: Request, error: Exception) -> Response:
        is_method = isinstance(error, HTTPException) and error.status_code == _NO_SUCH_METHOD
        return _told(_unsettled(site, request), PageRefusal("B020" if is_method else "B003"))

    return told
