"""Every address has a policy, and a page for which nobody asked about access is an error."""

import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver, path, reverse

from throughline.access import asked
from throughline.accounts.models import User
from throughline.web.addresses import Policy, address
from throughline.web.middleware import AccessAskedMiddleware

# The converters of our addresses, with something that is never there.
NOWHERE = {"uuid": uuid.UUID(int=7 << 76 | 2 << 62), "int": 987_654, "str": "nothing", "slug": "nothing", "date": "2026-03-03"}

# Open to anybody, and why. Each is a hole in the wall, so each is named here.
OPEN = {
    "account_login": "where one signs in",
    "mfa_login_webauthn": "signing in with a passkey",
    "sync:door": "where a phone asks who is signed in and hands records in; it looks itself, and shows nothing of anybody",
    "sync:file": "where a phone hands in sound and photos; it looks itself, and shows nothing of anybody",
    "sync:worker": "the script that serves pages where there is no signal; the same for everybody",
    "sync:manifest": "what a phone shows of the app on its home screen; the same for everybody",
    "sync:locked": "what covers the pages of a phone until its PIN is written; the same for everybody",
    "sync:no_signal": "what stands for a page that is not on the phone; the same for everybody",
    "team:pass_use": "where an agency worker arrives with a pass: whoever has the link writes its code, and learns nothing before",
    "api:api-root": "leads to the document that describes the API",
    "api:openapi-json": "describes the API, and shows nothing of anybody",
    "circle:invitation": "where an invitation is taken up: whoever has the link writes its code, and learns nothing before",
}


def addresses(resolver: Any, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every address under a resolver, with its full name."""
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from addresses(each, f"{before}{each.namespace}:" if each.namespace else before)
        else:
            yield f"{before}{each.name or each.pattern}", each


def without_policy(resolver: Any) -> list[str]:
    return [name for name, each in addresses(resolver) if not isinstance(getattr(each.callback, "policy", None), Policy)]


def policy(pattern: URLPattern) -> Policy:
    return pattern.callback.policy


def arguments(pattern: URLPattern) -> dict[str, Any]:
    """Arguments that lead to nothing that exists."""
    return {
        name: NOWHERE.get(type(each).__name__.lower().removesuffix("converter"), "nothing")
        for name, each in pattern.pattern.converters.items()
    }


def closed() -> list[Any]:
    """Addresses of which a name alone leads there: (name, pattern), all but the open ones and those that ask for a token."""
    without = (Policy.OPEN, Policy.TOKEN)
    return [(name, each) for name, each in addresses(get_resolver()) if each.name and policy(each) not in without]


def test_every_address_has_a_policy() -> None:
    assert without_policy(get_resolver()) == []


def test_every_address_has_a_name() -> None:
    """Readings are kept by the name of the address."""
    assert [name for name, each in addresses(get_resolver()) if not each.name] == []


def test_few_addresses_are_open() -> None:
    found = [name for name, each in addresses(get_resolver()) if policy(each) is Policy.OPEN]
    assert set(found) <= OPEN.keys()


def test_what_is_about_one_thing_asks_about_it() -> None:
    """An address with an id in it shows something of somebody, so being signed in is not enough."""
    named = [(name, each) for name, each in addresses(get_resolver()) if "uuid" in str(each.pattern)]
    assert [name for name, each in named if policy(each) not in (Policy.PERSON, Policy.SCOPED, Policy.CIRCLE)] == []


def test_an_address_without_a_policy_is_found() -> None:
    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse("somebody's record")

    class Planted:
        url_patterns = [path("a/", page, name="bare"), path("b/", address(Policy.SCOPED)(page), name="given")]

    assert without_policy(Planted) == ["bare"]


def test_signing_in_is_the_rule_and_the_question_is_asked_last() -> None:
    there = settings.MIDDLEWARE
    assert "django.contrib.auth.middleware.LoginRequiredMiddleware" in there
    assert there[-1] == "throughline.web.middleware.AccessAskedMiddleware"


@pytest.mark.django_db
def test_whoever_has_not_signed_in_is_sent_to_do_so() -> None:
    client = Client()
    for name, pattern in closed():
        response = client.get(reverse(name, kwargs=arguments(pattern)))
        assert response.status_code == 302, name
        asks = (
            response.url.startswith(reverse(settings.LOGIN_URL)) or response.url == "/"
        )  # signing out leads to the first page, which asks
        assert asks, f"{name}: {response.url}"


@pytest.mark.django_db
@pytest.mark.parametrize("signs_in", [False, True])
def test_what_asks_for_a_token_opens_for_no_browser(signs_in: bool) -> None:
    client = Client()
    if signs_in:
        client.force_login(User.objects.create(email="nobody@example.org", name="Nobody"), settings.AUTHENTICATION_BACKENDS[-1])
    asking = [(name, each) for name, each in addresses(get_resolver()) if policy(each) is Policy.TOKEN]
    assert asking
    for name, pattern in asking:
        path = reverse(name, kwargs=arguments(pattern))
        answers = {client.get(path).status_code, client.post(path).status_code}
        assert 401 in answers and answers <= {401, 405}, name


@pytest.mark.django_db
def test_whoever_has_no_key_finds_nobody() -> None:
    """Not yours and not there look the same: no page, and no word of whether there is one."""
    client = Client(raise_request_exception=True)
    client.force_login(User.objects.create(email="nobody@example.org", name="Nobody"), settings.AUTHENTICATION_BACKENDS[-1])
    for name, pattern in closed():
        if policy(pattern) in (Policy.PERSON, Policy.CIRCLE, Policy.LINKED):
            response = client.get(reverse(name, kwargs=arguments(pattern)))
            assert response.status_code in (404, 405), f"{name}: {response.status_code}"


def answer(user: Any, page: Any) -> HttpResponse:
    request = RequestFactory().get("/")
    request.user = user
    request.resolver_match = None
    return AccessAskedMiddleware(page)(request)


def forgot(request: HttpRequest) -> HttpResponse:
    return HttpResponse("a page")


def remembered(request: HttpRequest) -> HttpResponse:
    asked.mark()
    return HttpResponse("a page")


def refused(request: HttpRequest) -> HttpResponse:
    return HttpResponse("no", status=404)


class Anonymous:
    is_authenticated = False


@pytest.mark.django_db
def test_a_page_for_which_nobody_asked_is_an_error() -> None:
    with pytest.raises(asked.AccessNotAsked):
        answer(User(), forgot)


@pytest.mark.django_db
@pytest.mark.parametrize(("user", "page"), [(User(), remembered), (User(), refused), (Anonymous(), forgot)])
def test_a_page_for_which_somebody_asked_is_not(user: Any, page: Any) -> None:
    assert answer(user, page).content


@pytest.mark.django_db
def test_asking_for_one_page_does_not_answer_for_the_next() -> None:
    answer(User(), remembered)
    with pytest.raises(asked.AccessNotAsked):
        answer(User(), forgot)
