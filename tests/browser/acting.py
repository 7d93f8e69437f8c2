"""The demo's people at their own browsers: each signs in once, and then says what they do in a line."""

from datetime import timedelta
from typing import Any

from playwright.sync_api import Browser, Page, expect

from throughline.base import clock
from throughline.demo.stories.cast import CIRCLE_SIGN_INS, PASSWORD, SIGN_INS

EMAILS = {each.name: each.email for each in (*SIGN_INS, *CIRCLE_SIGN_INS)}


def day(field: str, ahead: int) -> dict[str, str]:
    """A day that is so many days ahead, for a form."""
    then = clock.today() + timedelta(days=ahead)
    return {f"{field}_day": str(then.day), f"{field}_month": str(then.month), f"{field}_year": str(then.year)}


class Party:
    """Somebody at a browser of their own. `pages` that they opened and answers that they have `given` so far are counted."""

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base = page, base
        self.pages = self.given = 0
        page.on("framenavigated", self._opened)

    def _opened(self, frame: Any) -> None:
        self.pages += frame == self.page.main_frame

    def goes(self, path: str) -> "Party":
        """Open a path, from the one that is open where it has no slash in front."""
        answer = self.page.goto(path if path.startswith("http") else self.base + path)
        assert answer is not None and answer.status == 200, f"{path} answered {answer and answer.status}"
        return self

    def follows(self, *links: str, exact: bool = False) -> "Party":
        for link in links:
            self.page.locator("main").get_by_role("link", name=link, exact=exact).first.click()
        return self

    def about(self, name: str, place: str = "") -> "Party":
        """A staff page about somebody: `about("Jo", "decisions/")`. On their own pages: `about("Jo", "said/")` too."""
        first = "/circle/" if self.page.url.startswith(self.base + "/circle/") else "/people/"
        self.goes(first)
        if name != self.page.locator("h1").inner_text():
            self.page.locator("main").get_by_role("link", name=name).first.click()
        return self.goes(self.page.url + place)

    def answers(self, button: str, values: dict[str, Any] | None = None, *, refused: bool = False, **more: Any) -> "Party":
        """Fill a form and press a button. Fields by name; in `values` by name too, or by the beginning of what they ask."""
        for name, value in ((values or {}) | more).items():
            self._fill(name, value)
            self.given += 1
        self.page.locator("main").get_by_role("button", name=button, exact=True).first.click()
        mistakes = self.page.get_by_role("heading", name="Please put this right")
        assert mistakes.count() == int(refused), self.page.locator("main").inner_text()[:900]
        return self

    def _fill(self, name: str, value: Any) -> None:
        fields = self._field(name)
        self._unfold(fields.first)
        kind = fields.first.get_attribute("type")
        if value is True:
            fields.first.check(force=True)
        elif kind in ("radio", "checkbox"):
            self.page.locator(f'main form [name="{name}"][value="{value}"]').check(force=True)
        elif fields.first.evaluate("each => each.tagName") == "SELECT":
            self._choose(fields.first, value)
        else:
            fields.first.fill(str(value))

    def _field(self, name: str) -> Any:
        """By its name, by what it asks, or by the heading of the group in which it comes first."""
        form = self.page.locator("main form")
        named = form.locator(f'[name="{name}"]')
        if named.count():
            return named
        group = form.locator("fieldset").filter(has=self.page.locator("legend", has_text=name)).locator("select")
        return group if group.count() == 1 else form.get_by_label(name)

    @staticmethod
    def _choose(field: Any, value: str) -> None:
        """By the beginning of its words, or by its value."""
        options = field.locator("option").evaluate_all("all => all.map(each => [each.value, each.text])")
        field.select_option(next(key for key, text in options if key == value or text.startswith(value)))

    def weighs(self, words: str, effect: str, because: str = "") -> "Party":
        """In the form of a decision: what something that was said did."""
        row = self.page.locator(".weighing").filter(has_text=words).first
        self._unfold(row)
        row.get_by_label("What it did").select_option(effect)
        if because:
            row.get_by_label("Because").fill(because)
        return self

    @staticmethod
    def _unfold(row: Any) -> None:
        """Open what a row is folded away in."""
        row.evaluate("each => { for (let d = each.closest('details'); d; d = d.parentElement.closest('details')) d.open = true }")

    def sees(self, *words: str) -> "Party":
        for each in words:
            expect(self.page.locator("main")).to_contain_text(each)
        return self

    def sees_not(self, *words: str) -> "Party":
        for each in words:
            expect(self.page.locator("main")).not_to_contain_text(each)
        return self


class Stage:
    """A server with the demo, and everybody who has come to it so far."""

    def __init__(self, browser: Browser, base: str) -> None:
        self.browser, self.base = browser, base
        self.parties: dict[str, Party] = {}

    def acting(self, name: str) -> Party:
        """Somebody, signed in."""
        if name not in self.parties:
            context = self.browser.new_context(locale="en-GB", timezone_id="Europe/London")
            context.set_default_timeout(10_000)
            page = context.new_page()
            page.goto(self.base + "/sign-in/")
            page.get_by_label("Your email address").fill(EMAILS[name])
            page.get_by_label("Password").fill(PASSWORD)
            page.get_by_role("button", name="Sign in", exact=True).click()
            page.wait_for_url(lambda address: "/sign-in/" not in address)
            self.parties[name] = Party(page, self.base)
        return self.parties[name]
