#!/usr/bin/env bash
# Attack: whoever can write to the folder of the desk waits until what stands there was compared and told, and
# exchanges it while the passphrase is typed. What was compared is what is used and signed for; what came later is
# found by the next command.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/wait.sh"
cd "$work" || exit 1
organization_new org Acme >/dev/null || exit 1
vacancy_opened org 2 >codes
"$BIN/bench_sealed_copies" request key request
terminal_enrol org request config
"$BIN/bench_sealed_copies" seal key config 1 bundle
desk org import bundle >/dev/null || wrong "nothing came"
handle=$(desk org list --json | sed 's/.*"handle":"\([^"]*\)".*/\1/')
mkfifo typed

is_asking() { read -r _ descriptor _ <"/proc/$1/syscall" && [ "$descriptor" = 0x9 ]; } # it reads from descriptor 9
# meanwhile CHANGE COMMAND...: the command, and CHANGE once it waits for the passphrase; what it says is in said
meanwhile() {
    local change=$1 process got
    shift
    exec 8<>typed
    "$BIN/resonance" "$@" --org org --passphrase-fd 9 9<typed 8>&- >said 2>&1 &
    process=$!
    wait_for "the question for a passphrase" is_asking $process || { kill $process; wrong "never asked: $(cat said)"; }
    $change || wrong "$change changes nothing"
    printf '%s\n' "$ORGANIZATION_PASSPHRASE" "$ORGANIZATION_PASSPHRASE" >&8
    wait $process
    got=$?
    exec 8>&-
    return $got
}
cp -r org before
again() { rm -rf org && cp -r before org; }

# Other questions for an interview.
asks_theirs() {
    python3 - <<'PYTHON'
import json
bank = json.load(open("bank.json"))
text = json.dumps(bank)
open("org/questions.json", "w").write(text.replace("Tell", "Do not tell").replace("tell", "do not tell"))
PYTHON
}
cp "$SOURCE/questionnaires/interview/questions.json" bank.json 2>/dev/null || cp "$(find "$SOURCE/questionnaires" "$SOURCE/kiosk" -name 'questions.json' | head -1)" bank.json
desk org guide "$handle" >guide.txt || wrong "no guide"
meanwhile asks_theirs guide "$handle" || wrong "no guide: $(cat said)"
grep -vxFf guide.txt said | grep -i 'do not tell' && wrong "questions that were put there meanwhile are asked"
expect 1 'questions.json was never signed for' desk org guide "$handle"
again

# A code of their own: it was not told, so it is not signed for and reaches no terminal.
adds_code() {
    python3 - <<'PYTHON'
import json
told = json.load(open("org/invitations.json"))
told["invites"].insert(0, {"number": 44, "role": "candidate", "tag": "0123456789abcdef0123456789abcdef", "vacancy": "deck"})
open("org/invitations.json", "w").write(json.dumps(told, sort_keys=True, separators=(",", ":")))
PYTHON
}
meanwhile adds_code enrol request --out config-2 --words "$(cat request.words)" || wrong "not enrolled: $(cat said)"
grep -rq 0123456789abcdef0123456789abcdef org/roll.jsonl config-2 && wrong "a code that nobody was told of is signed for"
expect 0 '^  1 new code for deck$' desk org enrol request --out config-3 --words "$(cat request.words)"
again

# Another contact than the one that is told and signed for.
contact() { sed -i "s/\"contact\":\"[^\"]*\"/\"contact\":\"$1\"/" org/organization.json; }
contact_theirs() { contact theirs@example.org; }
contact new@example.org
meanwhile contact_theirs organization sign --yes || wrong "not signed: $(cat said)"
expect 1 'organization.json was changed since it was signed for' desk org list
contact new@example.org
expect 0 '^1 result' desk org list
again
contact_theirs_at_once() { contact theirs@example.org; }
meanwhile contact_theirs_at_once enrol request --out config-4 --words "$(cat request.words)" || wrong "not enrolled: $(cat said)"
grep -rq theirs@example.org config-4 && wrong "a contact that nobody was told of is given out"
expect 1 'organization.json was changed since it was signed for' desk org list

tally 4 exchanges
finish
