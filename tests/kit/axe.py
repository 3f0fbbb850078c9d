"""Pages in a real browser: axe.py AXE.JS FOLDER: axe-core finds nothing of any level, nothing is wider
than the window at 1440, 1024 and 400 pixels and with letters of 200 %, in both themes. Needs
python3-selenium and chromium-driver."""
import glob
import json
import os
import sys

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

# width, theme, letters in per cent, whether axe-core looks (most of the time goes there)
LOOKS = [(1440, "light", 100, True), (1024, "light", 100, False), (400, "dark", 100, True), (1440, "dark", 200, False)]
RUN = """const done = arguments[0];
axe.run(document, {resultTypes: ['violations']}).then(found => done(JSON.stringify(found.violations.map(
    one => [one.id, one.impact, one.nodes.slice(0, 3).map(node => node.html.slice(0, 140))]))));"""


def look(browser, axe, page, width, theme, letters, is_thorough):
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                            {"width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": False})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia",
                            {"features": [{"name": "prefers-color-scheme", "value": theme}]})
    browser.get("file://" + os.path.abspath(page))
    browser.execute_script(f"document.documentElement.style.fontSize = '{letters}%'")
    where = f"{os.path.basename(page)} at {width}, {theme}, {letters} %"
    wide = browser.execute_script("return document.documentElement.scrollWidth")
    faults = [f"{where}: {wide} pixels wide"] if wide > width else []
    if not is_thorough:
        return faults
    browser.execute_script(axe)
    return faults + [f"{where}: {one}" for one in json.loads(browser.execute_async_script(RUN))]


def main():
    options = webdriver.ChromeOptions()
    for word in ("--headless=new", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"):
        options.add_argument(word)
    browser = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
    browser.set_script_timeout(600)
    axe = open(sys.argv[1], encoding="utf-8").read()
    pages = sorted(glob.glob(sys.argv[2] + "/*.html"))
    faults = [fault for one in LOOKS for page in pages for fault in look(browser, axe, page, *one)]
    browser.quit()
    print("\n".join(faults) or f"{len(pages)} pages, {len(LOOKS)} ways to look, nothing found")
    return 1 if faults or not pages else 0


sys.exit(main())
