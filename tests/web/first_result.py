"""The walk of first_result.sh: PAGE WORDS. PAGE is what sends the browser to the desk, WORDS what the terminal shows.
Typing is no action; every press and every printing is one, and so was the command that started the desk."""
import base64
import os
import subprocess
import sys

from selenium import webdriver
from selenium.common.exceptions import TimeoutException, WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

page, words = sys.argv[1:3]
passphrase = os.environ["ORGANIZATION_PASSPHRASE"]
work = os.environ["work"]
actions = 1  # the desk was started


def start():
    options = webdriver.ChromeOptions()
    for word in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1440,1000",
                 f"--user-data-dir={work}/profile"):
        options.add_argument(word)
    options.binary_location = "/usr/bin/chromium"
    options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2,
                                              "plugins.always_open_pdf_externally": True,
                                              "download.default_directory": work + "/downloads"})
    return webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)


driver = start()


def give_up(what):
    print(f"not seen: {what}; at {driver.current_url}: {driver.find_element(By.TAG_NAME, 'body').text[:600]}")
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


def has(text):
    # blanks at which no line ends are blanks to whoever reads
    return text in driver.find_element(By.TAG_NAME, "body").text.replace("\u00a0", " ")


def see(title):
    until(title, lambda: heading() == title)


def write(name, text):
    driver.find_element(By.CSS_SELECTOR, f"main [name='{name}']").send_keys(text)


def press(what):
    """One action: the button or link with these words."""
    global actions
    found = [one for one in driver.find_elements(By.CSS_SELECTOR, "button, a") if one.text.strip() == what]
    if not found:
        give_up(f"{what!r} to press")
    actions += 1
    print(f"pressed: {what}")
    found[0].click()


def picture(name):
    """What is seen now, for the guide and for whoever looks at the pages: where RESONANCE_PICTURES says."""
    folder = os.environ.get("RESONANCE_PICTURES")
    if not folder:
        return
    os.makedirs(folder, exist_ok=True)
    with open(f"{folder}/{name}.html", "w") as file:
        file.write(driver.page_source)
    for width in (1440, 1024, 400):
        driver.set_window_size(width, 1000)
        height = driver.execute_script("return document.documentElement.scrollHeight")
        driver.set_window_size(width, min(height + 200, 3000))
        driver.save_screenshot(f"{folder}/{name}-{width}.png")
    driver.set_window_size(1440, 1000)


def print_page(path):
    global actions
    actions += 1
    with open(path, "wb") as file:
        file.write(base64.b64decode(driver.print_page()))


driver.get("file://" + page)
see("Found your organization")
picture("found")
write("name", "Northwind Ferries")
write("contact", "hr@northwind.example")
write("by", "Anna Berg")
write("customer", "passenger")
write("passphrase", passphrase)
write("again", passphrase)
press("Found the organization")
see("Northwind Ferries is founded")
picture("founded")
print_page(work + "/sheet.pdf")
subprocess.run(["pdftotext", "-layout", work + "/sheet.pdf", work + "/sheet.txt"], check=True)
write("title", "Deck officer, Harbour line")
press("Make the draft")
see("Deck officer, Harbour line")
until("what is frozen is said", lambda: has("What never changes again") and has("never has a figure"))
picture("open")
if driver.find_element(By.NAME, "days").get_attribute("value") != "180":
    give_up("the days that were promised")
write("passphrase", passphrase)
press("Open it for good")
see("Cards for Deck officer, Harbour line")
picture("cards")
write("count", "1")
press("Make cards to print (PDF)")
cards = work + "/downloads/cards-deck-officer-harbour-line.pdf"
until("the cards", lambda: os.path.exists(cards))
# Making them may take so long that a page says how far it is, and then leads back.
until("a page to go on from", lambda: heading() in ("The file is made", "Cards for Deck officer, Harbour line"))
picture("made")
press("Go back" if heading() == "The file is made" else "Then: enrol the terminals")
until("the words of the terminal", lambda: has(words))
picture("terminals")
write("passphrase", passphrase)
press("The same words stand there: sign for it")
until("it is signed for", lambda: has("The signed configurations lie on the stick"))
picture("signed")
shown = driver.find_element(By.CSS_SELECTOR, "#done pre").text
subprocess.run([work + "/between", "sits", cards, shown], check=True)
press("Bring in what lies on sticks now")
until("all came", lambda: has("All of it is here."))
picture("brought")
person = driver.find_element(By.CSS_SELECTOR, "#new a[href^='/people/']").text
press(person)
see(person)
picture("person")
print(f"actions: {actions}")
driver.quit()
