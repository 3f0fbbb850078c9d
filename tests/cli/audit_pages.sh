#!/bin/bash
# The audit on pages: what is due and why, held, erased with a receipt, released, scored again; nothing is done
# without a reason, a name, a yes and the passphrase of an owner, and nothing that was not seen.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/ends.sh"
skip_without preload
command -v minisign >/dev/null || { echo "skipped: minisign is not installed"; exit 77; }
preload_made wall_clock "$work/wall_clock.so"
ends_open 4 # they answer on 2026-11-16
mkdir out
export LD_PRELOAD=$work/wall_clock.so
first=${handles[0]} second=${handles[1]} third=${handles[2]} fourth=${handles[3]}
secret=passphrase=${ORGANIZATION_PASSPHRASE// /%20}

# asks DAY FOLDER LINE...: the answers' lines of a desk that is open at noon of that day
asks() { printf '%s\n' "${@:3}" | CLOCK_AT=$(date -u -d "$1 12:00" +%s) "$BIN/desk_answer" "$2" out 2>/dev/null 9<<<"$ORGANIZATION_PASSPHRASE"; }
# answers DAY CODE LINE: that is what it is answered with
answers() {
    said=$(asks "$1" org "$3")
    [ "${said%% *}" = "$2" ] || wrong "$3: $said, wanted $2"
}
. "$SOURCE/tests/kit/page_words.sh"
field() { grep -o "name=\"$2\" value=\"[^\"]*\"" "out/$1" | head -1 | cut -d'"' -f4; }

# How long, by vacancy: no end is set; a number that is none is refused beside its field; then there is one.
answers 2026-11-20 200 "GET /retention none.html"
has none.html "No end is set"
has none.html "No result is due."
for days in 0 36501 many; do answers 2026-11-20 422 "POST /vacancies/deck/retention days.html token=x days=$days $secret"; done
has days.html "Write a whole number from 1 to 36500."
has days.html 'value="many"'
answers 2026-11-20 422 "POST /vacancies/deck/retention days.html token=x days=30 passphrase=wrong"
has days.html "That passphrase does not sign"
grep -q keep_days org/vacancies/deck.json && wrong "days are set that nobody signed for"
answers 2026-11-20 303 "POST /vacancies/deck/retention days.html token=x days=30 $secret"
has days.html.next "It is set how long results are kept."
answers 2026-11-20 200 "GET /retention set.html"
has set.html "30 days"
has set.html "16 Dec 2026"

# Held: a reason, a name and the passphrase are needed, each is asked for at its place, and nothing is signed before.
rows=$(ends_rows org 2>/dev/null)
answers 2026-11-20 422 "POST /people/$third/hold hold.html token=x act=hold reason= by= $secret"
has hold.html "2 answers are missing or wrong."
answers 2026-11-20 422 "POST /people/$third/hold hold.html token=x act=hold reason=A%20claim by=Jan%20Vos passphrase=none"
has hold.html "That passphrase does not sign; type it again."
has hold.html "A claim</textarea>"
answers 2026-11-20 422 "POST /people/$third/hold other.html token=x act=release reason=A%20claim by=Jan%20Vos $secret"
has other.html "Somebody has changed this meanwhile"
[ "$(ends_rows org 2>/dev/null)" = "$rows" ] || wrong "something was signed"
answers 2026-11-20 303 "POST /people/$third/hold hold.html token=x act=hold reason=29%20CFR%201602.14 by=Jan%20Vos $secret"
has hold.html.next "It is held."
answers 2026-11-20 200 "GET /people/$third/hold held.html"
for words in "29 CFR 1602.14" "Jan Vos" "20 Nov 2026" "Release it"; do has held.html "$words"; done
answers 2026-11-20 422 "POST /people/$third/hold twice.html token=x act=hold reason=Again by=Jan%20Vos $secret"
has twice.html "Somebody has changed this meanwhile"
expect 0 "29 CFR 1602.14" desk org hold

# Erased: what happens is said before; a day to come, no ground, no yes, no name: each at its place, and it is there still.
answers 2026-11-21 200 "GET /people/$first/erase erase.html"
for words in "What is erased for ever" "What stays" "Bundles on sticks"; do has erase.html "$words"; done
answers 2026-11-21 422 "POST /people/$first/erase erase.html token=x as=free day=2026-11-22 by= $secret"
has erase.html "4 answers are missing or wrong."
answers 2026-11-21 422 "POST /people/$first/erase erase.html token=x as=free ground=frozen day=2026-11-21 read=yes by=Anna%20Berg $secret"
answers 2026-11-21 422 "POST /people/$first/erase erase.html token=x as=held ground=asked day=2026-11-21 read=yes by=Anna%20Berg $secret"
answers 2026-11-21 422 "POST /people/$first/erase erase.html token=x as=free ground=asked day=2026-11-21 read=yes by=Anna%20Berg passphrase=no"
[ "$(handle_list org | wc -l)" = 4 ] || wrong "it is gone"
erase="POST /people/$first/erase erased.html token=x as=free ground=asked day=2026-11-20 read=yes by=Anna%20Berg $secret"
mapfile -t said < <(asks 2026-11-21 org "$erase" "GET /people/$first/receipt receipt.html" "GET /people/$first/receipt.txt paper" \
    "GET /people/$first/receipt.minisig paper.minisig" "GET /people/$first/erase gone.html")
[ "$(printf '%s\n' "${said[@]}" | cut -d' ' -f1 | paste -sd' ')" = "303 200 200 200 200" ] || wrong "erasing: ${said[*]}"
has erased.html.next "It is erased."
lacks receipt.html "It is erased."
handle_list org | grep -q "$first" && wrong "it is there still"
has gone.html "Anna Berg"
has gone.html "the person asked for it"
# The two files are what minisign checks, and a byte more is noticed.
cp out/paper "receipt-$first.txt" && cp out/paper.minisig "receipt-$first.txt.minisig"
expect 0 'Signature and comment signature verified' env -u LD_PRELOAD minisign -V -m "receipt-$first.txt" -p org/keys/organization.pub
expect 0 'All that was here when' desk org audit compare "receipt-$first.txt"
echo >>"receipt-$first.txt"
expect 1 . env -u LD_PRELOAD minisign -V -m "receipt-$first.txt" -p org/keys/organization.pub
# Another desk has not signed it: it asks for the passphrase, and signs it again.
answers 2026-11-21 404 "GET /people/$first/receipt.txt none"
answers 2026-11-21 422 "POST /people/$first/receipt again.html token=x passphrase=no"
mapfile -t said < <(asks 2026-11-22 org "POST /people/$first/receipt again.html token=x $secret" "GET /people/$first/receipt.txt paper-2" "GET /people/$second/receipt.txt other")
[ "$(printf '%s\n' "${said[@]}" | cut -d' ' -f1 | paste -sd' ')" = "303 200 404" ] || wrong "signed again: ${said[*]}"
has again.html.next "The receipt is signed."
same out/paper out/paper-2
answers 2026-11-22 403 "GET /people/$second/receipt not.html"

# What is held is locked away instead, and erased when it is released.
answers 2026-11-23 200 "GET /people/$third/erase held-erase.html"
has held-erase.html "It is not erased, but locked away"
lacks held-erase.html 'value="order"'
answers 2026-11-23 303 "POST /people/$third/erase x.html token=x as=held ground=asked day=2026-11-23 read=yes by=Anna%20Berg $secret"
has x.html.next "It is locked away."
handle_list org | grep -q "$third" && wrong "it is not locked away"
answers 2026-11-23 200 "GET /people/$third/erase locked.html"
has locked.html "It is locked away already."
answers 2026-11-24 303 "POST /people/$third/hold x.html token=x act=release reason=It%20is%20over by=Jan%20Vos $secret"
has x.html.next "It is released."
answers 2026-11-24 200 "GET /people/$third/hold over.html"
has over.html "It was erased"

# What is due is listed with why; what was not seen is not erased, whatever is sent.
desk org hold "$fourth" --reason "an inquiry" --by "Jan Vos" >/dev/null 2>&1
answers 2026-12-16 200 "GET /retention due.html"
has due.html "1 due, 1 held"
has due.html "answered 16 Nov 2026"
has due.html "Since"
digest=$(field due.html digest)
run="POST /retention run.html token=x digest=$digest"
answers 2026-12-16 422 "$run by= $secret"
has run.html "2 answers are missing or wrong."
answers 2026-12-16 422 "POST /retention run.html token=x digest=0$digest read=yes by=Anna%20Berg $secret"
has run.html "What is due has changed meanwhile"
answers 2026-12-16 422 "$run read=yes by=Anna%20Berg passphrase=no"
[ "$(handle_list org | wc -l)" = 2 ] || wrong "something went"
answers 2026-12-16 200 "$run read=yes by=Anna%20Berg $secret"
has run.html "Erased: 1."
has run.html "0 due, 1 held"
[ "$(handle_list org)" = "$fourth" ] || wrong "not the held one is left: $(handle_list org)"

# The entry: who did what last, what ended with its receipt, and a receipt that somebody brings.
answers 2026-12-17 200 "GET /audit audit.html"
for words in "Who opened what" "; none is missing" "/people/$second/receipt" "/people/$first/receipt" "erased"; do has audit.html "$words"; done
for asked in "$first|was erased on 21 Nov 2026" "$fourth|$fourth is here" "nobody|No result that ever came here"; do
    answers 2026-12-17 200 "GET /audit looked.html receipt=${asked%%|*}"
    has looked.html "$(sed 's/ on 21 Nov 2026//' <<<"${asked#*|}")"
done

# Scored again, byte for byte: how many; a release that scores otherwise names which.
answers 2026-12-17 200 "POST /audit/scoring scored.html token=x"
has scored.html "All that was opened scores the same."
organization_new other Acme >/dev/null 2>&1
"$BIN/bench_sealed_copies" request key request
terminal_enrol other request other-config
"$BIN/bench_sealed_copies" seal-other key other-config 4 bundle
desk other import bundle >/dev/null || wrong "nothing came"
asks 2026-12-17 other "POST /audit/scoring scored-other.html token=x" >/dev/null
has scored-other.html "Not all results score the same."
differs=$(desk other rescore --all 2>&1 | sed -nE 's/.*result ([^ ]*) scores differently here.*/\1/p')
[ -n "$differs" ] && has scored-other.html "$differs"
for facts in "The same, byte for byte|3" "Different|1"; do tr '\n' ' ' <out/scored-other.html | grep -qE "${facts%|*}</dt> *<dd>${facts#*|}<" || wrong "not $facts"; done
answers 2026-12-17 405 "POST /audit nothing.html token=x"
sed -nE 's/^ *PAGES_ROUTE\([a-z_]+, "([^"]*)".*/\1/p' "$SOURCE/kiosk/app/desk/pages/pages_route.def" >routes
python3 "$SOURCE/tests/kit/page_check.py" routes $(find out -name "*.html" -size +0 | sort) >checked.txt 2>&1 || wrong "$(cat checked.txt)"
grep -nE -- "--[a-z]+ |[^“]resonance [a-z]" $(ls out/*.html | grep -v receipt) && wrong "a page names a command or an option"
grep -l "try it out" out/*.html && wrong "answers stand on a page of the audit"
finish
