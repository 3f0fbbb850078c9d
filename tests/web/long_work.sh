#!/bin/bash
# Cards of the usual cost, at the real desk: work that goes on is not ended, however long it takes, and says how far
# it is; the file is given once, beside a page that leads back; cards that break off are none, and no row of the log.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/web_desk.sh"
web_need python3 weasyprint
cd "$work" || exit 1
web_clock
export ORGANIZATION_COST=standard
web_organization org 0
web_start org --no-browser
export PYTHONPATH=$SOURCE/tests/kit ORGANIZATION_PASSPHRASE
python3 "$SOURCE/tests/web/long_work.py" "$web_open" "$web_pid" || wrong "long work"
web_stop || wrong "the desk does not end well"
finish
