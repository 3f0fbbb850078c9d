"""Pages in a real browser: axe.py AXE.JS FOLDER: axe-core finds nothing of any level, nothing is wider
than the window at 1440, 1024 and 400 pixels and with letters of 200 %, in both themes. What is wider than
its frame shows that, and scrolls in it by keys; no words are lost on a narrow window, and none are clipped;
on a telephone the menu leaves room for the page. Needs python3-selenium and chromium-driver."""
import glob
import json
import os
import sys

from selenium import webdriver
from selenium.common.exceptions import TimeoutException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

# width, theme, letters in per cent, whether axe-core looks (most of the time goes there)
LOOKS = [(1440, "light", 100, True), (1024, "light", 100, False), (400, "dark", 100, True), (1440, "dark", 200, False)]
RUN = """const done = arguments[0];
axe.run(document, {resultTypes: ['violations']}).then(found => done(JSON.stringify(found.violations.map(
    one => [one.id, one.impact, one.nodes.slice(0, 3).map(node => node.html.slice(0, 140))]))));"""
# what reaches over the right edge of the window, but for what scrolls there
CUT = """return [...document.querySelectorAll('main *')].filter(node => !node.closest('.scroll') && !node.closest('svg') &&
    getComputedStyle(node).position != 'absolute' && node.getBoundingClientRect().right > innerWidth + 1).map(
    node => node.outerHTML.slice(0, 80)).slice(0, 3)"""
# words of the page that are seen, by their number among all of its words
SEEN = """const found = [], walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
for (let place = 0, node; node = walk.nextNode(); place++) {
    const range = document.createRange();
    range.selectNodeContents(node);
    if (node.data.trim() && range.getClientRects().length && !node.parentElement.closest('svg, .ends, .heard'))
        found.push([place, node.data.trim().slice(0, 60)]);
}
return found"""
# what holds more than it shows, and neither scrolls nor is meant for the ear alone
CLIPPED = """return [...document.querySelectorAll('main *')].filter(node => !node.closest('svg') && !node.closest('.heard, caption, input, textarea, select') &&
    ['hidden', 'clip'].includes(getComputedStyle(node).overflowX) && getComputedStyle(node).position != 'absolute' &&
    node.scrollWidth > node.clientWidth + 1).map(node => node.outerHTML.slice(0, 80)).slice(0, 3)"""
MENU_PIXELS_MOST = 125  # of 1000, on a telephone
frame_count = 0


def frames(browser, where):
    """Of each frame with more in it than it shows: whether that is seen, and the arrow reaches it."""
    global frame_count
    for frame in browser.find_elements(By.CLASS_NAME, "scroll"):
        if not browser.execute_script("return arguments[0].scrollWidth > arguments[0].clientWidth + 1", frame):
            continue
        frame_count += 1
        if frame.value_of_css_property("background-image") == "none":
            yield f"{where}: nothing shows that a table goes on"
        browser.execute_script("arguments[0].scrollLeft = 0; arguments[0].focus()", frame)
        browser.switch_to.active_element.send_keys(Keys.ARROW_RIGHT)
        try:
            WebDriverWait(browser, 60).until(lambda _, one=frame: one.get_property("scrollLeft") > 0)
        except TimeoutException:
            yield f"{where}: a table does not scroll by keys"


def look(browser, page, width, theme, letters, is_thorough):
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                            {"width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": False})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia",
                            {"features": [{"name": "prefers-color-scheme", "value": theme},
                                          {"name": "prefers-reduced-motion", "value": "reduce"}]})
    browser.execute_script(f"document.documentElement.style.fontSize = '{letters}%'")
    where = f"{os.path.basename(page)} at {width}, {theme}, {letters} %"
    wide = browser.execute_script("return document.documentElement.scrollWidth")
    faults = [f"{where}: {wide} pixels wide"] if wide > width else []
    faults += [f"{where}: cut at the right: {one}" for one in browser.execute_script(CUT)]
    faults += [f"{where}: it holds more than it shows: {one}" for one in browser.execute_script(CLIPPED)]
    if letters == 100:
        faults += frames(browser, where)
    menu = browser.execute_script("return document.querySelector('.rail').offsetHeight")
    if width <= 400 and menu > MENU_PIXELS_MOST:
        faults.append(f"{where}: the menu is {menu} pixels high")
    if not is_thorough:
        return faults
    return faults + [f"{where}: {one}" for one in json.loads(browser.execute_async_script(RUN))]


def looks(browser, axe, page):
    """The page is loaded once: the window, the theme and the letters become others while it stands, at once,
    since nothing moves. What is read in the first look is there on a telephone, too."""
    browser.get("file://" + os.path.abspath(page))
    browser.execute_script(axe)
    faults, whole = [], {}
    for one in LOOKS:
        faults += look(browser, page, *one)
        seen = dict(browser.execute_script(SEEN))
        whole = whole or seen
        if one[0] > 400:
            continue
        lost = [words for place, words in whole.items() if place not in seen]
        if lost:
            faults.append(f"{os.path.basename(page)} at {one[0]}, {one[2]} %: not seen any more: {lost[:4]}")
    return faults


def main():
    options = webdriver.ChromeOptions()
    for word in ("--headless=new", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--disable-extensions",
                 "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"):
        options.add_argument(word)
    browser = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
    browser.set_script_timeout(600)
    axe = open(sys.argv[1], encoding="utf-8").read()
    pages = sorted(glob.glob(sys.argv[2] + "/*.html"))
    faults = [fault for page in pages for fault in looks(browser, axe, page)]
    browser.quit()
    print("\n".join(faults) or f"{len(pages)} pages, {len(LOOKS)} ways to look, {frame_count} frames wider than their place, nothing found")
    return 1 if faults or not pages else 0


sys.exit(main())
