"""The walk of day.sh: PART ADDRESS [JOIN]. JOIN is where somebody who was invited joins."""
import os
import re
import sys
import tempfile

from selenium import webdriver
from selenium.common.exceptions import TimeoutException, WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

part, address = sys.argv[1:3]
home = address.split("/open/")[0]
passphrase = os.environ["ORGANIZATION_PASSPHRASE"]
downloads = os.environ["work"] + "/downloads"


def start():
    options = webdriver.ChromeOptions()
    for word in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1440,1000",
                 f"--user-data-dir={tempfile.mkdtemp(dir=os.environ['work'])}"):
        options.add_argument(word)
    options.binary_location = "/usr/bin/chromium"
    options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2,
                                              "plugins.always_open_pdf_externally": True,
                                              "download.default_directory": downloads})
    return webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)


INTERVIEWERS = [("Ben Okafor", "ben"), ("Noor Haddad", "noor")]
driver = start()


def body():
    # blanks at which no line ends are blanks to whoever reads
    return " ".join(driver.find_element(By.TAG_NAME, "body").text.split())


def give_up(what):
    print(f"not seen: {what}; at {driver.current_url}: {body()[:900]}")
    driver.quit()
    sys.exit(1)


def until(what, holds):
    try:
        WebDriverWait(driver, 300, ignored_exceptions=[WebDriverException]).until(lambda _: holds())
    except TimeoutException:
        give_up(what)


def heading():
    found = driver.find_elements(By.TAG_NAME, "h1")
    return found[0].text if found else ""


def see(title):
    until(title, lambda: heading() == title)


def says(*texts):
    for text in texts:
        until(text, lambda: text in body())


def says_not(*texts):
    for text in texts:
        if text in body():
            give_up(f"a page without {text!r}")


def write(name, text):
    driver.find_element(By.CSS_SELECTOR, f"main [name='{name}']").send_keys(text)


def tick(name, value):
    driver.find_element(By.CSS_SELECTOR, f"main [name='{name}'][value='{value}']").click()


def press(what):
    """The button or link with these words."""
    found = [one for one in driver.find_elements(By.CSS_SELECTOR, "button, a") if one.text.strip() == what]
    if not found:
        give_up(f"{what!r} to press")
    found[0].click()


def picture(name):
    """What is seen now, for whoever looks at the pages: where RESONANCE_PICTURES says."""
    folder = os.environ.get("RESONANCE_PICTURES")
    if not folder:
        return
    os.makedirs(folder, exist_ok=True)
    for width in (1440, 400):
        driver.set_window_size(width, 1000)
        height = driver.execute_script("return document.documentElement.scrollHeight")
        driver.set_window_size(width, min(height + 200, 3000))
        driver.save_screenshot(f"{folder}/{name}-{width}.png")
    driver.set_window_size(1440, 1000)


def file_made(words, name):
    """A file is taken: a page says so, the file comes, and the way back leads where it was taken."""
    came_from = driver.current_url
    press(words)
    see("The file is made")
    says(f"{name} is made.")
    picture("made-" + words.split(" (")[0].replace(" ", "-").lower())
    until(name, lambda: os.path.exists(f"{downloads}/{name}"))
    press("Go back")
    until("the page before", lambda: driver.current_url == came_from)


def unlock(at=None):
    driver.get(at or address)
    see("Unlock the desk")
    if driver.find_elements(By.CSS_SELECTOR, "main [type='radio'][name='person']"): # others have keys here, too
        tick("person", "recruiter")
    write("passphrase", passphrase)
    press("Unlock")
    see("Today")


def first_person():
    driver.get(home + "/people")
    return driver.find_element(By.CSS_SELECTOR, "main a[href^='/people/']").text


def taken():
    """What a command has brought in already is not offered, and the page of sticks says what to do with it."""
    unlock()
    says_not("Results of terminals lie on a stick")
    driver.get(home + "/import")
    says("All of it is here already.", "can be deleted from the stick")
    if driver.find_element(By.NAME, "bundle").is_selected():
        give_up("what is here is not chosen")
    picture("import-taken")


def alone():
    """Who is alone brings in what is new, and learns what an interview needs, and where to invite somebody."""
    unlock()
    says("Results of terminals lie on a stick", "later.bundle")
    if [one.is_selected() for one in driver.find_elements(By.NAME, "bundle")] != [False, True]:
        give_up("what is new is chosen, and nothing else")
    press("Bring them in")
    see("Bring in results")
    says("What came", "All of it is here.")
    driver.get(home + "/")
    says_not("Results of terminals lie on a stick")
    person = first_person()
    driver.get(f"{home}/people/{person}/interview")
    says("An interview needs two interviewers, and there are not two here.")
    if [one for one in driver.find_elements(By.CSS_SELECTOR, "main form button") if one.text == "Set up the interview"]:
        give_up("a button that can do nothing")
    picture("alone")
    press("Invite an interviewer")
    see("Users and keys")
    for name, label in INTERVIEWERS:
        driver.get(home + "/keys/people")
        write("name", name)
        write("label", label)
        tick("role", "interviewer")
        press("Invite them")
        says("Hand this over")
        print(re.search(r"/join/[0-9a-f]+", body())[0])


def joins(at):
    """Somebody who was invited makes their key: the words of it, for whoever signs."""
    driver.get(home + at)
    see("Join the desk")
    write("passphrase", "six brisk herons wade across here")
    write("again", "six brisk herons wade across here")
    press("Make my key")
    see("Your key is made")
    return re.search(r"sign for you: ((?:[a-z]+ ){7}[a-z]+)", body())[1]


def signs_for(name, words):
    """Whoever has joined is signed for where the words stand, and that is said once."""
    driver.get(home + "/")
    press("Compare the words")
    see(name)
    says(words)
    tick("same", "yes")
    write("passphrase", passphrase)
    press("Sign for this person")
    see("Users and keys")
    says("You have signed for them: they can unlock the desk now.")
    picture("signed-for")
    driver.get(home + "/keys/people")
    says_not("You have signed for them")


def together():
    """Two join, an interview is set up for them, and all that is done is said."""
    for (name, _), at in zip(INTERVIEWERS, sys.argv[3:]):
        words = joins(at)
        unlock(address if name == INTERVIEWERS[0][0] else home + "/")
        signs_for(name, words)
    person = first_person()
    driver.get(f"{home}/people/{person}/interview")
    tick("member", "ben")
    press("Set up the interview")
    says("An interview has 2 to 8 interviewers")
    picture("too-few")
    tick("member", "noor")
    press("Set up the interview")
    see("Interviews")
    says("The interview is set up.")
    driver.get(f"{home}/people/{person}/decision")
    says("It comes with the first decision.")
    picture("undecided")
    driver.get(f"{home}/people/{person}/letter")
    see("The letter")
    says(f"Nothing is decided about {person} yet.", "It comes with the first decision.")
    picture("letter-before")
    press("Decide")
    see("Decision")
    tick("as", "next")
    write("reason", "They told how they had mended the timetable with the crew.")
    tick("own", "yes")
    write("by", "Ines Moreno")
    press("Record the decision")
    says("The decision is recorded.")
    picture("decided")
    file_made("The letter", f"{person}-letter.html")
    driver.get(f"{home}/people/{person}")
    file_made("On paper (PDF)", f"{person}.pdf")
    file_made("For programs (JSON)", f"{person}.json")
    driver.get(home + "/vacancies/deck/cards")
    count = body().count("Not here yet")
    write("count", "1")
    file_made("Make cards to print (PDF)", "cards-deck.pdf")
    until("the new card", lambda: body().count("Not here yet") == count + 1)
    driver.get(home + "/keys/people/ben")
    write("passphrase", passphrase)
    press("Retire this person")
    says("The person is retired.")


{"taken": taken, "alone": alone, "together": together}[part]()
driver.quit()
