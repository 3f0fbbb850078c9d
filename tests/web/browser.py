"""The browser of browser.sh: PAGE PROFILE. PAGE is what sends it to the desk."""
import http.server
import os
import re
import signal
import sys
import threading
import time

from selenium import webdriver
from selenium.common.exceptions import TimeoutException, WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

import web_desk
from web_desk import expect

page, profile = sys.argv[1], os.path.abspath(sys.argv[2])
passphrase = os.environ["ORGANIZATION_PASSPHRASE"]
WORDS = "I would try it out first"  # what the person wrote


def start():
    options = webdriver.ChromeOptions()
    for word in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1440,1000",
                 f"--user-data-dir={profile}"):
        options.add_argument(word)
    options.binary_location = "/usr/bin/chromium"
    options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)


driver = start()
messages = []


def until(what, holds):
    try:
        # an element that goes with its page, while the next one comes, is looked for again
        WebDriverWait(driver, 120, ignored_exceptions=[WebDriverException]).until(lambda _: holds())
    except TimeoutException:
        print(f"not seen: {what}; at {driver.current_url}: {driver.find_element(By.TAG_NAME, 'body').text[:300]}")
        driver.quit()
        sys.exit(1)


def heading():
    found = driver.find_elements(By.TAG_NAME, "h1")
    return found[0].text if found else ""


def see(title):
    until(title, lambda: heading() == title)
    messages.extend(entry["message"] for entry in driver.get_log("browser"))


def unlock(words):
    field = driver.find_element(By.NAME, "passphrase")
    field.send_keys(words)
    field.send_keys(Keys.ENTER)


driver.get("file://" + page)
see("Unlock the desk")
home = re.match(r"http://127\.0\.0\.1:\d+", driver.current_url)[0]
unlock("not the passphrase")
until("what is wrong", lambda: "does not open this key" in driver.page_source)
expect("the wrong passphrase comes back", driver.find_element(By.NAME, "passphrase").get_attribute("value"), "")
unlock(passphrase)
see("Today")
driver.find_element(By.LINK_TEXT, "People").click()
until("the list of people", lambda: driver.find_elements(By.CSS_SELECTOR, "main a[href^='/people/']"))
driver.find_element(By.CSS_SELECTOR, "main a[href^='/people/']").click()
until("a person", lambda: re.search(r"/people/[0-9A-Z-]+$", driver.current_url))
person = driver.current_url + "/words"
driver.get(person)
until("their own words", lambda: WORDS in driver.page_source)
messages.extend(entry["message"] for entry in driver.get_log("browser"))
driver.get(home + "/vacancies/new")
driver.find_element(By.NAME, "title").send_keys("A lanternfish")


class Elsewhere(http.server.BaseHTTPRequestHandler):
    """Another site on this machine: it gets our cookie, for cookies know no ports, and may do nothing with it."""
    pages = {"/form": f'<h1>Win</h1><form method="post" action="{home}/lock"><button>Win</button></form>',
             "/frame": f'<h1>Frame</h1><iframe src="{home}/people"></iframe>', "/": "<h1>Elsewhere</h1>"}

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(self.pages.get(self.path, "").encode())

    def log_message(self, *_words):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
threading.Thread(target=server.serve_forever, daemon=True).start()
elsewhere = f"http://127.0.0.1:{server.server_port}"
driver.get(elsewhere + "/form")
driver.find_element(By.TAG_NAME, "button").click()
until("the refusal", lambda: driver.current_url == home + "/lock")
expect("a form of another site", "does not answer that" in driver.page_source, True)
driver.get(elsewhere + "/frame")
until("the page with the frame", lambda: heading() == "Frame")
driver.switch_to.frame(driver.find_element(By.TAG_NAME, "iframe"))
expect("the desk in a frame", "Resonance" in driver.page_source or WORDS in driver.page_source, False)
driver.switch_to.default_content()
driver.get_log("browser")  # what the browser says of the frame is as it should be

driver.get(person)
until("the person again, still unlocked", lambda: WORDS in driver.page_source)
driver.find_element(By.CSS_SELECTOR, "form[action='/lock'] button").click()
see("Unlock the desk")
for _ in range(3):
    driver.back()
    until("a page", lambda: heading() != "")
    expect(f"Back after the lock, at {driver.current_url}", WORDS in driver.page_source, False)
driver.get(person)
see("Unlock the desk")
expect("what our pages do that their own rules forbid",
       [message for message in messages if "Security Policy" in message and "frame-ancestors" not in message], [])

# Killed, not closed: it had no time to tidy its disk. All of it that runs on this profile.
def running():
    for process in os.listdir("/proc"):
        try:
            with open(f"/proc/{process}/cmdline", "rb") as words:
                if process.isdigit() and f"--user-data-dir={profile}".encode() in words.read():
                    yield int(process)
        except OSError:
            pass


os.kill(driver.service.process.pid, signal.SIGKILL)
for _ in range(600):
    left = list(running())
    for process in left:
        os.kill(process, signal.SIGKILL)
    if not left:
        break
    time.sleep(0.1)
expect("the browser has ended", left, [])
sys.exit(web_desk.faults > 0)
