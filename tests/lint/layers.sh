#!/usr/bin/env bash
# The layer table: which folder of kiosk/ may include which, and where third-party headers may stand.
set -eu
cd "$SOURCE/kiosk"
find . -name '*.[ch]' -o -name '*.def' | sed 's|^\./||' | sort | awk '
BEGIN {
    may["base"] = ""; may["chain"] = "base"; may["measure"] = "base"; may["study"] = "base measure"; may["view"] = "base"
    may["questionnaire"] = "base"; may["assessment"] = "base questionnaire"
    may["interview"] = "base measure questionnaire"; may["lint"] = "base questionnaire assessment interview"; may["sitting"] = "base chain questionnaire assessment"
    may["scoring"] = "base measure questionnaire assessment sitting"; may["setup"] = "base chain assessment scoring"
    may["seal"] = "base chain"; may["store"] = "base chain"; may["fonts"] = "base"; may["qr"] = "base"; may["machine"] = "base"; may["helper"] = "base"; may["sandbox"] = "base"; may["stick"] = "base"; may["device"] = "base view fonts"
    may["profile"] = "base measure scoring view interview"
    may["screens"] = "base view questionnaire assessment sitting scoring setup profile qr"
    may["report"] = "base view questionnaire sitting scoring profile interview"
    may["web"] = "base"; may["fleet"] = "base chain store"; may["author"] = "base questionnaire assessment view"
    may["convert"] = "base questionnaire author"
    may["app"] = "base chain measure study questionnaire assessment interview lint sitting scoring setup view profile seal store fonts qr machine helper sandbox stick device screens report fleet author convert web app"
    # third party: header pattern -> file pattern
    party["^gsl/"] = "^(measure|study)/"
    party["^sodium"] = "^seal/"
    party["^sqlite3"] = "^store/"
    party["^SDL"] = "^device/"
    party["^X11/"] = "^device/"
    party["^microhttpd"] = "^web/server\\."
    party["^gnutls/"] = "^web/certificate\\."
    party["^xlsxwriter"] = "^app/desk/office/table/table_xlsx\\."
    party["^png"] = "^author/"
    party["^(expat|minizip)"] = "^convert/foreign/"
    party["^qrencode"] = "^qr/"
    party["^utf8proc"] = "^base/"
    party["^fribidi"] = "^device/"
    party["^(linebreak|wordbreak|unibreak|graphemebreak)"] = "^device/"
    party["^fontconfig/"] = "^fonts/"
    party["^unicode/"] = "^device/"
    party["^seccomp"] = "^sandbox/"
}
{
    file = $0; split(file, parts, "/"); folder = parts[1]
    allowed = " " folder " " may[folder] " "
    while ((getline line < file) > 0) {
        if (match(line, /^#[ \t]*include[ \t]*"[^"]+"/)) {
            name = line; sub(/^[^"]*"/, "", name); sub(/".*/, "", name)
            split(name, to, "/")
            # what interviewers are given comes from a guide, never from a scorecard
            if (file ~ /^(report\/guide|app\/desk\/command\/interview)\// && (to[1] ~ /^(scoring|profile)$/ || name ~ /report_source/)) {
                print "kiosk/" file ": includes " name ", which knows a figure"; bad = 1
            }
            # what browsers talk to opens nothing: of the desk it knows how agents are started, and pages that say nothing
            if (file ~ /^app\/front\// && (to[1] !~ /^(base|web|sandbox|app)$/ && name != "seal/fingerprint.h" ||
                to[1] == "app" && name !~ /^app\/(front|common)\// && name !~ /^app\/desk\/(agent\/(contract|gate|confine|start)|pages\/pages_asset)\.h$/)) {
                print "kiosk/" file ": includes " name ", which what browsers talk to may not see"; bad = 1
            }
            if (index(allowed, " " to[1] " ") == 0) {
                print "kiosk/" file ": includes " name ", which its layer may not see"; bad = 1
            }
        } else if (match(line, /^#[ \t]*include[ \t]*<[^>]+>/)) {
            name = line; sub(/^[^<]*</, "", name); sub(/>.*/, "", name)
            for (pattern in party)
                if (name ~ pattern && file !~ party[pattern]) {
                    print "kiosk/" file ": includes <" name ">, which stands only in " party[pattern]; bad = 1
                }
        }
    }
    close(file)
}
END { exit bad }'
echo "layers hold"
