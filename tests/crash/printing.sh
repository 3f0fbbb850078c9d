#!/usr/bin/env bash
# The screens and what prints are of two versions, as when one of them ended in the middle of an update: what prints reads
# nothing of a page of another version, also of one from before pages had any, prints nothing, and says why.
set -eu
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/data" "$work/out"
printf '#!/bin/sh\ncat >"%s/out/page"\n' "$work" >"$work/bin/lp"
chmod +x "$work/bin/lp"
cat >"$work/page.py" <<'PYTHON'
import os, struct, sys
from duty import Duty, body_of, version
work = sys.argv[1]
page = f"{work}/out/page"
def asked(program, *fields):
    """Whether it says that the page was printed, its version, and its words."""
    duty = Duty("uplink", "--config", f"{work}/config", "--data", f"{work}/data", program=program, settings={"PATH": f"{work}/bin:{os.environ['PATH']}"})
    reply = duty.say(body_of(*fields))
    if duty.end():
        sys.exit("it ends with a fault")
    said, is_printed, length = struct.unpack("=QQQ", reply[:24])
    return bool(is_printed), said, reply[24:].decode()
def refused(what, *given):
    is_printed, _, words = asked(*given)
    if is_printed or os.path.exists(page) or "another version" not in words:
        sys.exit(f"{what}: {is_printed}, {words!r}, printed: {os.path.exists(page)}")
is_printed, said, words = asked("resonance-duty", version, b"lobby", b"a page\nof two lines\n")
if not is_printed or said != version or not open(page).read().startswith("a page\nof two lines\n"):
    sys.exit(f"a page of this version is not printed: {is_printed}, {words!r}, {open(page).read()!r}")
os.unlink(page)
refused("a page from before there was a version", "resonance-duty", b"lobby", b"a page\n")
refused("a page of a later version", "resonance-duty", version + 1, b"lobby", b"a page\n")
refused("a page of this version, at a later program", "resonance-duty-later", version, b"lobby", b"a page\n")
refused("a page with another beginning", "resonance-duty", version ^ 1 << 60, b"lobby", b"a page\n")
is_printed, _, words = asked("resonance-duty", version, b"-o lobby", b"a page\n")
if is_printed or "no page for a queue" not in words:
    sys.exit(f"an option as the name of a queue: {words!r}")
PYTHON
PYTHONPATH=$SOURCE/tests/kit python3 "$work/page.py" "$work"
echo "1 passed"
