"""What a browser would send of a form as it came, read from the page."""

from html.parser import HTMLParser


class _Form(HTMLParser):
    """Gathers the boxes of a page with what stands in them."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self._text = ""  # the textarea that is open
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name = given.get("name", "")
        if tag == "input" and name and (given.get("type") not in ("radio", "checkbox") or "checked" in given):
            self.values[name] = given.get("value", "on" if given.get("type") == "checkbox" else "")
        elif tag == "textarea":
            self._text, self.values[name] = name, ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and "selected" in given:
            self.values[self._select] = given.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.values[self._text] = self.values[self._text].removeprefix("\n")
            self._text = ""

    def handle_data(self, data: str) -> None:
        if self._text:
            self.values[self._text] += data


def as_it_came(html: str) -> dict[str, str]:
    """Each box of a page by its name."""
    form = _Form()
    form.feed(html)
    return form.values
