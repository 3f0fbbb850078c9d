#!/usr/bin/env bash
# An interview from the guide to the ratings side by side, by commands: each interviewer rates alone and
# locks; until the last has locked nobody reads a rating, whatever keys are tried; what was locked cannot be
# changed without being noticed; later changes stand beside it.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal sqlite
command -v jq >/dev/null || { echo "skipped: jq is not installed"; exit 77; }
cd "$work" || exit 1
organization_opened 2
for label in anna ben; do desk org key new --label $label >/dev/null || wrong "no key for $label"; done
terminal_enrol org request.json config
person_sits config data codes "candidate 1" 11 order=2 || exit 1
person_sits config data codes "candidate 2" 12 order=2 || exit 1
terminal_collect config data org all.bundle >/dev/null
mapfile -t handles < <(desk org list --key recruiter --json | tr ',' '\n' | sed -n 's/.*"handle":"\([^"]*\)".*/\1/p')
first=${handles[0]} second=${handles[1]}

for command in "interview new" "interview list" "interview drop" "interview guide" "interview change" rate lock reveal; do
    expect 0 "Example: resonance $command" "$BIN/resonance" $command --help
done
refuse 1 'an interview has 2 to 8 interviewers' desk org interview new "$first" --member anna --key recruiter
refuse 1 'anna is named twice' desk org interview new "$first" --member anna --member anna --key recruiter
refuse 1 'there is nobody "zoe" here' desk org interview new "$first" --member anna --member zoe --key recruiter
refuse 2 'no question for everybody' desk org interview new "$first" --member anna --member ben --weight nothing=2 --key recruiter
refuse 2 'a weight is from 0 to 5' desk org interview new "$first" --member anna --member ben --weight promise=9 --key recruiter
expect 0 'There is no interview here yet' desk org interview list
expect 0 'This is interview 1, with ' desk org interview new "$first" --member anna --member ben --weight promise=2 --key recruiter
refuse 1 'the weights of this vacancy were set on' desk org interview new "$second" --member anna --member ben --weight promise=3 --key recruiter
expect 0 'This is interview 2, with ' desk org interview new "$second" --member recruiter --member ben --key recruiter
expect 0 'anna, ben +0 of 2' desk org interview list
refuse 1 'there is no interview 7 here' desk org reveal 7 --key anna
refuse 2 'an interview has a number' desk org rate three --key anna

# The guide is the same for all who ask, and for the recruiter who made it.
desk org interview guide 1 --key anna --format json --out anna.json >/dev/null
desk org interview guide 1 --key ben --format json --out ben.json >/dev/null
same anna.json ben.json
desk org guide "$first" --key recruiter --format json | jq -c '.asked[] | del(.weight)' >recruiter.asked
jq -c '.asked[] | del(.weight)' anna.json >anna.asked
same anna.asked recruiter.asked
[ "$(jq -c '[.asked[] | [.id, .weight]]' anna.json)" = '[["mistake",1],["promise",2],["trial",1],["news",1]]' ] || wrong "the weights are not in the guide"
refuse 1 'interview 2 was not given to you|you do not ask in interview 2' desk org rate 2 --key anna --question promise --rating 3 --evidence "Nobody asked me to."

# Evidence in words, for each rating; none is no rating.
refuse 2 'a rating needs its evidence in words' desk org rate 1 --key anna --question promise --rating 4
refuse 2 'a rating needs its evidence in words' desk org rate 1 --key anna --question promise --rating 4 --evidence "  ok  "
refuse 2 'a rating is from 1 to 5, or none' desk org rate 1 --key anna --question promise --rating 6 --evidence "Walked down six times."
refuse 1 'does not ask the question' desk org rate 1 --key anna --question hobby --rating 3 --evidence "Walked down six times."
refuse 2 '--question and --rating' desk org rate 1 --key anna --question promise

canary=cormorant
rate() { desk org rate 1 --key "$1" --question "$2" --rating "$3" ${4:+--evidence "$4"}; }
expect 0 'Not rated yet: 3 of 4' rate anna promise 3 "Kept it for the $canary; told nobody that it was late."
expect 0 '3: Kept it for the cormorant' desk org rate 1 --key anna
expect 0 'Sealed to you alone' rate anna promise 4 "Kept it for the $canary, and told them early that it was late."
refuse 1 'not rated yet: 3 of 4' desk org lock 1 --key anna --yes
for question in mistake trial news; do rate anna $question 4 "Said what was done about the $canary." >/dev/null; done

# powerless WHO KEY...: none of these keys opens what anna rated: not by a command, not by age itself
powerless() {
    local file at
    for file in "$@"; do
        refuse 1 'has not handed in their ratings yet; nobody reads one before all have|has not handed in|was not given to you' desk org reveal 1 --key "$file"
    done
    python3 - org/archive.db sealed <<'PYTHON'
import json, pathlib, sqlite3, sys
folder = pathlib.Path(sys.argv[2])
folder.mkdir(exist_ok=True)
for old in folder.iterdir():
    old.unlink()
rows = sqlite3.connect(sys.argv[1]).execute("SELECT kind, name, version, body FROM paper")
for kind, name, version, body in rows:
    if version != 1:
        continue
    if kind == "rating":
        (folder / f"draft-{name}").write_bytes(body[64:])
    elif kind == "lock":
        for part in ("piece", "sealed"):
            (folder / f"{kind}-{name}-{part}").write_bytes(bytes.fromhex(json.loads(body)[part]))
    elif kind == "panel":
        for member in json.loads(body)["members"]:
            (folder / f"piece-{member['label']}").write_bytes(bytes.fromhex(member["piece"]))
PYTHON
}
# opens NAME: what of the sealed papers the recovery sheet opens
opens() {
    local file
    for file in sealed/*; do
        "$BIN/resonance" age-open --identity org.recovery.txt "$file" >opened 2>/dev/null && echo "${file#sealed/}"
    done | sort | tr '\n' ' '
}
powerless recruiter ben
[ "$(opens)" = "" ] || wrong "the recovery sheet opens before a lock: $(opens)"
expect 0 'handed in. So far: 1 of 2' desk org lock 1 --key anna --yes
refuse 1 'handed in already' desk org lock 1 --key anna --yes
refuse 1 'your ratings in interview 1 are handed in' rate anna promise 5 "Now I think better of it."
powerless recruiter ben anna
[ "$(opens)" = "lock-anna-piece " ] || wrong "the recovery sheet opens after one lock: $(opens)"
grep -q $canary org/archive.db && wrong "what anna heard lies open in the archive"
[ "$(sqlite3 org/archive.db "SELECT count(*) FROM paper WHERE kind = 'rating' AND name = 'anna'")" = 0 ] || wrong "a draft is left after the lock"
refuse 1 'nothing is changed before all have handed in their ratings' desk org interview change 1 --key anna --question promise --rating 2 \
    --evidence "Late, and nobody was told." --reason "Ben told me in the corridor."

expect 0 'Not rated yet: 3' rate ben promise 2 "A routine check that anybody on watch has to do."
rate ben mistake 4 "Named the wrong valve, told the engineer." >/dev/null
rate ben trial none >/dev/null
rate ben news 3 "Would tell the harbour by radio." >/dev/null
cp -r org before-last
expect 0 'can be read now' desk org lock 1 --key ben --yes

# First a recruiter who does not ask reads them, and then everybody who may; all read the same. The
# arithmetic is that of the locked ratings.
refuse 1 'first a recruiter of the vacancy who does not ask' desk org reveal 1 --key ben
for who in "--key recruiter" "--key anna" "--key ben" "--identity org.recovery.txt"; do
    desk org reveal 1 --json $who >"revealed.json" || wrong "$who does not read them"
    [ "$(jq -c '[.questions[] | [.id, .ratings, .mean]]' revealed.json)" = \
        '[["mistake",[4,4],"4"],["promise",[4,2],"3"],["trial",[4,0],"4"],["news",[4,3],"3.5"]]' ] ||
        wrong "$who: $(jq -c '.questions' revealed.json)"
    [ "$(jq -r .overall revealed.json)" = 3.5 ] || wrong "overall: $(jq .overall revealed.json)" # (4 + 3*2 + 4 + 3.5) / 5
done
expect 0 '2 apart: talk about it' desk org reveal 1 --key recruiter
expect 0 'A routine check that anybody' desk org reveal 1 --key anna
expect 0 'no evidence' desk org reveal 1 --key anna

# A change stands beside; the overall figure stays.
refuse 2 'a change has its reason' desk org interview change 1 --key ben --question promise --rating 3 --evidence "Six walks in the swell."
refuse 2 'say why' desk org interview change 1 --key ben --question promise --rating 3 --evidence "Six walks in the swell." --reason "so"
expect 0 'stays as it was' desk org interview change 1 --key ben --question promise --rating 3 --evidence "Six walks in the swell." \
    --reason "I had not heard the second half of the story."
expect 0 '2 \(then 3\)' desk org reveal 1 --key recruiter
expect 0 'I had not heard the second half' desk org reveal 1 --key anna
[ "$(desk org reveal 1 --key anna --json | jq -r .overall)" = 3.5 ] || wrong "a change moved the overall figure"
for deed in 'interview founded' rated locked revealed 'rating changed'; do
    desk org audit log | grep -q "$deed" || wrong "the log does not tell: $deed"
done
desk org audit log | grep -qE "$canary|routine|promise" && wrong "the log tells what was rated"

expect 0 'Agreement is shown from 10 rated people on. So far: 1.' desk org interview agreement --key recruiter
expect 0 'Example: resonance interview agreement' "$BIN/resonance" interview agreement --help

# Whatever is altered afterwards is noticed.
altered=0
alter() { # WORDS SQL...: what is said, and how the archive is changed
    rm -rf other
    cp -r org other
    sqlite3 other/archive.db "$2"
    [ "$(sqlite3 other/archive.db .dump | sha256sum)" != "$(sqlite3 org/archive.db .dump | sha256sum)" ] || wrong "nothing was altered: $2"
    expect 1 "$1" desk other reveal 1 --key recruiter
    altered=$((altered + 1))
}
flip() { # COLUMN KIND NAME AT: the hex digit AT after the key is another one
    echo "UPDATE paper SET body = CAST(substr(CAST(body AS TEXT), 1, instr(CAST(body AS TEXT), '\"$1\":\"') + length('\"$1\":\"') + $4) ||
        CASE substr(CAST(body AS TEXT), instr(CAST(body AS TEXT), '\"$1\":\"') + length('\"$1\":\"') + $4 + 1, 1) WHEN '0' THEN '1' ELSE '0' END ||
        substr(CAST(body AS TEXT), instr(CAST(body AS TEXT), '\"$1\":\"') + length('\"$1\":\"') + $4 + 2) AS BLOB)
        WHERE kind = '$2' AND name = '$3' AND version = 1"
}
alter 'was exchanged|was changed|damaged' "$(flip sealed lock anna 900)"
alter 'signature does not fit' "$(flip commitment lock anna 5)"
alter 'signature does not fit' "$(flip signature lock ben 7)"
alter 'was changed|damaged|does not fit|not given|age header' "$(flip piece lock ben 500)"
alter 'is not the one that was founded|the signature does not fit' "UPDATE paper SET body = CAST(replace(CAST(body AS TEXT), '\"question\":\"promise\",\"weight\":2', '\"question\":\"promise\",\"weight\":5') AS BLOB) WHERE kind = 'panel' AND version = 1"
alter 'has not handed in their ratings yet' "DELETE FROM paper WHERE kind = 'lock' AND name = 'ben'"
alter 'the log knows of 1 changed ratings, and 0' "DELETE FROM paper WHERE kind = 'change'"
alter 'the log of the desk was changed|rows' "DELETE FROM deed WHERE what = 'locked'"
alter 'the log of the desk was changed' "UPDATE deed SET about = replace(about, 'anna', 'anne') WHERE what = 'locked'"
alter 'that of another member|signature|damaged' "UPDATE paper SET body = (SELECT body FROM paper WHERE kind = 'lock' AND name = 'ben' AND version = 1) WHERE kind = 'lock' AND name = 'anna'"
tally $altered alterations

# An interview that never comes is ended, with a reason. What was locked in it stays sealed, whatever keys are tried; and
# whoever takes the end away, or puts another paper in its place, is noticed.
drop() { desk org interview drop "$@" --yes; }
for question in mistake promise trial news; do
    desk org rate 2 --key ben --question $question --rating 3 --evidence "Told me of the pelican on the quay." >/dev/null
done
expect 0 'handed in. So far: 1 of 2' desk org lock 2 --key ben --yes
refuse 2 'reason' drop 2 --key anna
refuse 2 'say why this interview does not come, in 10 to 300 characters' drop 2 --key anna --reason "gone"
refuse 2 'say why this interview does not come' drop 2 --key anna --reason "$(printf '%0301d' 1)"
refuse 1 'all have handed in their ratings in interview 1, so it took place' drop 1 --key anna --reason "They took other work."
refuse 1 'there is no interview 7 here' drop 7 --key anna --reason "They took other work."
cp -r org undropped
expect 0 'Interview 2 is ended. 1 of 2 had handed in; that stays sealed' drop 2 --key anna --reason "They took a flamingo of a job elsewhere."
refuse 1 'interview 2 was ended before' drop 2 --key anna --reason "They took other work."
ended='interview 2 was ended on 20[0-9-]+ by anna: nothing is rated, handed in or read in it any more'
refuse 1 "$ended" desk org rate 2 --key recruiter --question promise --rating 3 --evidence "Nobody told me that it ended."
refuse 1 "$ended" desk org lock 2 --key recruiter --yes
for who in "--key recruiter" "--key anna" "--key ben" "--identity org.recovery.txt"; do refuse 1 "$ended" desk org reveal 2 $who; done
expect 0 'ended on 20[0-9-]+ by anna: it did not take place' desk org interview list
desk org interview list --json | jq -e '.interviews[0].ended == null and .interviews[1].ended > 0' >/dev/null || wrong "programs are not told of the end"
python3 - org/archive.db sealed <<'PYTHON'
import json, pathlib, sqlite3, sys
folder = pathlib.Path(sys.argv[2])
for old in folder.iterdir():
    old.unlink()
papers = {(kind, name): body for kind, name, body in sqlite3.connect(sys.argv[1]).execute("SELECT kind, name, body FROM paper WHERE version = 2")}
lock = json.loads(papers["lock", "ben"])
for part in ("piece", "sealed"):
    (folder / f"lock-ben-{part}").write_bytes(bytes.fromhex(lock[part]))
for member in json.loads(papers["panel", ""])["members"]:
    (folder / f"piece-{member['label']}").write_bytes(bytes.fromhex(member["piece"]))
PYTHON
[ "$(opens)" = "lock-ben-piece " ] || wrong "the end of an interview opens what was sealed: $(opens)"
grep -qaE 'pelican|flamingo' org/archive.db && wrong "a rating or the reason lies open in the archive"
desk org audit log >log
grep -q 'interview ended' log || wrong "the log does not tell of the end"
grep -q flamingo log && wrong "the log tells the reason"
for change in "DELETE FROM paper WHERE kind = 'drop'" \
    "UPDATE paper SET body = (SELECT body FROM paper WHERE kind = 'change') WHERE kind = 'drop'" "UPDATE deed SET who = 'ben' WHERE what = 'interview ended'"; do
    rm -rf other
    cp -r org other
    sqlite3 other/archive.db "$change"
    for words in "reveal 2 --key ben" "lock 2 --key recruiter --yes" "interview list"; do
        # shellcheck disable=SC2086
        expect 1 'is not as the log knows it' desk other $words
    done
done
# A paper of an end that the log does not know ends nothing.
sqlite3 undropped/archive.db "ATTACH 'org/archive.db' AS org; INSERT INTO paper SELECT * FROM org.paper WHERE kind = 'drop'"
expect 1 'is not as the log knows it' desk undropped interview list
expect 0 'This is interview 3, with ' desk org interview new "$second" --member recruiter --member anna --key recruiter

# With the person everything beside them is erased.
desk org erase "$first" --ground asked --by "Ines Moreno" --yes >/dev/null || wrong "not erased"
[ "$(sqlite3 org/archive.db "SELECT count(*) FROM paper WHERE version = 1")" = 0 ] || wrong "papers are left after the erasure"
refuse 1 'there is no interview 1 here' desk org reveal 1 --key anna
finish
