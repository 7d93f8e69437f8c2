"""A passkey is added and signs in, with an authenticator that Chromium plays."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = [pytest.mark.browser]

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def phone(context: BrowserContext, page: Page) -> Callable[[bool], None]:
    """The page has an authenticator; `phone(False)`: its owner does not put their finger on it."""
    devtools = context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    made = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})

    def touched(by_its_owner: bool) -> None:
        devtools.send("WebAuthn.setUserVerified", {"authenticatorId": made["authenticatorId"], "isUserVerified": by_its_owner})

    return touched


def add_passkey(page: Page, password: str) -> None:
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Your password").fill(password)
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("A name for it").fill("my phone")
    page.get_by_role("button", name="Make the passkey").click()


def test_a_passkey_is_added_signs_in_and_is_removed(server, sign_in, page: Page, phone: Callable[[bool], None]) -> None:
    from tests.web.arrange import PASSWORD

    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    served = server()
    sign_in(served, "amina@example.org")
    page.goto(served.url("/me/"))
    add_passkey(page, PASSWORD)
    expect(page.get_by_text("Added today, not used yet")).to_be_visible()

    page.goto(served.url("/sign-out/"))
    page.get_by_role("button", name="Sign out now").click()
    page.goto(served.url("/help/"))  # asks to sign in, and remembers where to
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(served.url("/help/"))

    page.goto(served.url("/me/"))
    expect(page.get_by_text("Used today")).to_be_visible()
    page.get_by_role("link", name="Remove my phone").click()
    page.get_by_role("button", name="Remove it").click()
    expect(page.get_by_role("link", name="Remove my phone")).to_have_count(0)

    page.goto(served.url("/sign-out/"))
    page.get_by_role("button", name="Sign out now").click()
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("status")).to_contain_text("This passkey was not recognised.")
    assert [text for text in complaints if "Content Security Policy" in text] == []


def test_a_finger_of_somebody_else_signs_nobody_in(server, sign_in, page: Page, phone: Callable[[bool], None]) -> None:
    from tests.web.arrange import PASSWORD

    served = server()
    sign_in(served, "amina@example.org")
    page.goto(served.url("/me/"))
    add_passkey(page, PASSWORD)
    page.get_by_text("Added today").wait_for()
    page.goto(served.url("/sign-out/"))
    page.get_by_role("button", name="Sign out now").click()
    phone(False)
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("status")).to_contain_text("The passkey was not used.")
    page.goto(served.url("/help/"))
    expect(page).to_have_url(served.url("/sign-in/?next=/help/"))


def test_without_script_there_is_the_password(server, browser) -> None:
    served = server()
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(served.url("/sign-in/"))
    expect(plain.get_by_role("button", name="Sign in with a passkey")).to_be_hidden()
    expect(plain.get_by_label("Password")).to_be_visible()
    plain.context.close()
