"""From nothing to the first card on Today: one command, and after that the pages alone."""

import os
import subprocess
import sys

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PASSWORD = "a quiet chair by the window"
AMINAS = "seven spoons in the drawer"


def create_manager(served) -> None:
    """The one command. The password comes from the environment, as for a script."""
    command = [sys.executable, "-m", "throughline.cli", "create-manager", "--name", "Ruth", "--email", "ruth@example.org"]
    subprocess.run(command, env={**os.environ, **served.place.environment, "THROUGHLINE_PASSWORD": PASSWORD}, check=True)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).first.click()


def set_up(page: Page) -> None:
    follow(page, "Name it")
    page.get_by_label("What is your organisation called?").fill("Elm Support")
    press(page, "Keep these words")
    follow(page, "Add a home")
    page.get_by_label("What is the home called?").fill("Elm House")
    page.get_by_label("Supported living").check()
    page.get_by_label("England").check()
    press(page, "Keep this home")
    follow(page, "Add somebody who works here")
    page.get_by_label("Name", exact=True).fill("Amina")
    page.get_by_label("Email address").fill("amina@example.org")
    page.get_by_label("A first password").fill(AMINAS)
    press(page, "Go on to their role")
    page.get_by_label("Support worker").check()
    page.get_by_label("Where?").select_option("Elm House")
    press(page, "Give this role")
    follow(page, "Team and homes")
    follow(page, "Add a person")
    page.get_by_label("What do they like to be called?").fill("Jo")
    press(page, "Add this person")


def hear(page: Page) -> None:
    follow(page, "Add what Jo said or showed")
    page.get_by_label("Jo’s own words").fill("It gets too loud. I need my headphones.")
    press(page, "Keep these words")


def decide(page: Page) -> None:
    follow(page, "Decisions")
    follow(page, "Put a question to be decided")
    page.get_by_label("What is to be decided?").fill("How should afternoons be?")
    page.get_by_label("Which part of life is it about?").select_option("Daily life and routines")
    page.get_by_label("Low: everyday").check()
    press(page, "Put this question")
    follow(page, "Write down the decision")
    page.get_by_label("What it did").first.select_option("Shaped it")
    page.get_by_label("What was decided, in a sentence?").fill("A quieter afternoon, with a break at 2.")
    page.get_by_label("Jo decided, alone").check()
    press(page, "Sign this decision")


def plan(page: Page) -> None:
    follow(page, "Add to Jo’s plan")
    page.get_by_role("link", name="A routine").click()
    page.get_by_label("What is it called?").fill("Quiet afternoon")
    page.get_by_role("group", name="Why, in Jo’s own words").get_by_label("It gets too loud").check()
    page.get_by_role("group", name="Step 1").get_by_label("What happens").fill("Offer Jo a break")
    page.get_by_label("What do staff do?").fill("Offer the quiet room")
    page.get_by_role("button", name="Keep this version", exact=True).last.click()


def publish(page: Page) -> None:
    follow(page, "Make this what staff follow")
    page.get_by_label("A quieter afternoon, with a break at 2.").check()
    page.get_by_label("No, in nothing").check()
    page.get_by_label("What changes, and why?").fill("A break at 2, because Jo told us that it gets too loud.")
    page.locator("main button.button-main").click()


def leave(page: Page, served) -> None:
    page.goto(served.url("/sign-out/"))
    press(page, "Sign out now")


def sign_in(page: Page, served, email: str, password: str) -> None:
    page.goto(served.url())
    page.get_by_label("Your email address").fill(email)
    page.get_by_label("Password").fill(password)
    press(page, "Sign in")


def test_from_nothing_to_the_first_card_on_today(server, page: Page) -> None:
    served = server("")
    create_manager(served)
    sign_in(page, served, "ruth@example.org", PASSWORD)
    expect(page.get_by_text("This is step 1.")).to_be_visible()
    set_up(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Jo")
    jo = page.url
    hear(page)
    page.wait_for_url("**/v/**")
    page.goto(jo)
    decide(page)
    page.goto(f"{jo}plan/")
    plan(page)
    publish(page)
    leave(page, served)
    sign_in(page, served, "amina@example.org", AMINAS)
    expect(page).to_have_url(served.url("/today/"))
    expect(page.locator("main")).to_contain_text("Offer Jo a break")
    page.get_by_role("link", name="Jo: quiet afternoon.").click()
    expect(page.locator("main")).to_contain_text("It gets too loud.")
    expect(page.locator("main")).to_contain_text("Offer the quiet room")
