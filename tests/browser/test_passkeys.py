"""A passkey is added and signs in, with an authenticator that Chromium plays."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

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
    name_passkey(page)


def name_passkey(page: Page) -> None:
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


def test_an_invited_relative_keeps_a_passkey_and_comes_back_with_it(server, sign_in, browser) -> None:
    """Link and code, once; a passkey on her own phone; signed out, and back with a finger: to the pages that she has about Jo alone."""
    served = server()
    ruth = sign_in(served, "ruth@example.org")
    ruth.goto(served.url("/people/"))
    ruth.get_by_role("link", name="Jo").first.click()
    ruth.goto(f"{ruth.url}circle/new/")
    link, code = invited(ruth)

    # given: she opens the link on her phone with the code that she got apart from it, and no password
    page = on_a_phone(browser)
    comes_in(page, link, code)
    home = page.url
    expect(page.get_by_text("The code works once")).to_be_visible()

    # when: she keeps a passkey, signs out, and comes back with it
    page.get_by_role("link", name="Choose how you sign in next time").click()
    page.get_by_role("link", name="Add a passkey").click()
    name_passkey(page)
    expect(page.get_by_text("Added today, not used yet")).to_be_visible()
    page.goto(served.url("/sign-out/"))
    page.get_by_role("button", name="Sign out now").click()
    page.goto(home)  # asks to sign in, and remembers where to
    page.get_by_role("button", name="Sign in with a passkey").click()

    # then: her pages about Jo open, nothing of the staff's does, and the link lets nobody in a second time
    page.wait_for_url(home)
    expect(page.get_by_role("heading", level=1)).to_have_text("Jo")
    expect(page.get_by_text("The code works once")).to_have_count(0)
    for address in (*map(served.url, ("/today/", "/people/", "/team/")), ruth.url.split("/circle/")[0] + "/"):
        answer = page.goto(address)
        assert answer is not None and (answer.status in (403, 404) or page.url == home), (address, page.url)
    answer = page.goto(link)
    assert answer is not None and answer.status == 403
    page.context.close()


def invited(ruth: Page) -> tuple[str, str]:
    """Jo wants mum to have pages: the link and the code, as Ruth hands them over."""
    for name, value in (("Name", "Priya"), ("In a word", "mum"), ("Do they get pages of their own?", "Mum can look.")):
        ruth.get_by_label(name).first.fill(value)
    ruth.get_by_label("Family and friends").check()
    ruth.get_by_role("button", name="Keep this").click()
    text = ruth.locator("body").inner_text()
    link, code = re.search(r"http\S+/invitation/\S+/", text), re.search(r"\b\d{3} \d{3}\b", text)
    assert link and code
    return link[0], code[0]


def on_a_phone(browser: Browser) -> Page:
    """A browser of her own, on a phone that knows its owner's finger."""
    page = browser.new_context(locale="en-GB").new_page()
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    return page


def comes_in(page: Page, link: str, code: str) -> None:
    page.goto(link)
    page.get_by_label("The code").fill(code)
    page.get_by_label("Your email address").fill("priya@family.example")
    page.get_by_role("button", name="Go on").click()
