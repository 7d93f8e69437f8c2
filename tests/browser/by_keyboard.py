"""What Tab reaches on a page: every control of its forms, each with its focus to be seen, and nothing that holds the focus fast."""

from playwright.sync_api import Page

MOST = 260  # presses of Tab; the longest form has fewer stops

# What has to be reached in the page's forms: each control once, a group of radio buttons at one of its buttons. Left out is what nobody
# sees or hears of: the button that the Enter key presses.
WANTED = """() => [...document.querySelectorAll('main form[method=post] :is(input:not([type=hidden]), select, textarea, button, summary)')]
  .filter(each => each.checkVisibility({visibilityProperty: true}) && !each.disabled && !each.ariaHidden)
  .map(each => each.type === 'radio' ? 'radio ' + each.name : (each.id || each.name + '=' + each.value || each.textContent.trim()))"""
FOCUSED = """() => { const each = document.activeElement;
  if (!each || each === document.body) return null;
  const ringed = one => { const style = one && getComputedStyle(one);
    return one && (style.outlineStyle !== 'none' || style.boxShadow !== 'none'); };
  const named = each.type === 'radio' ? 'radio ' + each.name : (each.id || each.name + '=' + each.value || each.textContent.trim());
  return {named, shown: ringed(each) || each.matches('main') || ringed((each.labels || [])[0]) || ringed(each.parentElement)
    || ringed(each.nextElementSibling)}; }"""


def faults_of(page: Page, name: str) -> list[str]:
    """What is wrong with the forms of the open page. Nothing has been focused on it yet."""
    wanted = set(page.evaluate(WANTED))
    if not wanted:
        return []
    reached, hidden = _tab_through(page)
    faults = [f"{name}: Tab does not reach {each}" for each in sorted(wanted - reached)]
    return faults + [f"{name}: the focus is not seen on {each}" for each in hidden]


def _tab_through(page: Page) -> tuple[set[str], list[str]]:
    """(what Tab reaches from the top of the page, what of it shows no focus)."""
    reached: set[str] = set()
    hidden = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if at is None:
            return reached, hidden
        reached.add(at["named"])
        if not at["shown"]:
            hidden.append(at["named"])
    raise AssertionError(f"{page.url}: Tab never comes to the end")
