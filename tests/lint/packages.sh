#!/usr/bin/env bash
# The four Debian packages hold what they should, with the right modes and dependencies, say on their
# manual pages all that the programs say of themselves, and lint clean where lintian is installed.
set -eu
grep -q '^CMAKE_BUILD_TYPE:STRING=Release' "$BUILD/CMakeCache.txt" || { echo "skipped: packages are made of the release build"; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
bad=0
fault() {
    echo "$*"
    bad=1
}

[ -x "$BIN/resonance" ] && [ -x "$BIN/resonance-desk" ] && [ -x "$BIN/resonance-kiosk" ] && [ -x "$BIN/resonance-duty" ] && [ -x "$BIN/resonance-stick" ] && [ -x "$BIN/resonance-machine" ] || { echo "the programs are not built"; exit 1; }
cpack --config "$BUILD/CPackConfig.cmake" -B "$folder" -D CPACK_PACKAGE_DIRECTORY="$folder" >"$folder/log" 2>&1 || {
    cat "$folder/log"
    exit 1
}

# holds PACKAGE PATTERN-OF-A-FURTHER-FILE < LINES "MODE PATH": exactly these files, all owned by root
holds() {
    sort -k 2 >"$folder/wanted"
    dpkg-deb -c "$folder/$1"_*.deb | awk '!/^d/ { print $1, $6 }' | grep -vE " $2\$" | sort -k 2 >"$folder/found"
    diff "$folder/wanted" "$folder/found" || fault "$1: the files are not these"
    dpkg-deb -c "$folder/$1"_*.deb | awk '$2 != "root/root" || (/^d/ && $1 != "drwxr-xr-x")' | grep . && fault "$1: wrong owner or mode"
    mkdir -p "$folder/root"
    dpkg-deb -x "$folder/$1"_*.deb "$folder/root"
    dpkg-deb -e "$folder/$1"_*.deb "$folder/$1.control"
}
holds resonance-kiosk 'nothing' <<LIST
-rwxr-xr-x ./usr/bin/resonance-kiosk
-rwxr-xr-x ./usr/lib/resonance/resonance-duty
-rwxr-xr-x ./usr/lib/resonance/resonance-machine
-rwxr-xr-x ./usr/lib/resonance/resonance-stick
-rwxr-xr-x ./usr/sbin/resonance-kiosk-setup
-rw-r--r-- ./usr/lib/systemd/system/resonance-calibrate.service
-rw-r--r-- ./usr/lib/systemd/system/resonance-end@.path
-rw-r--r-- ./usr/lib/systemd/system/resonance-kiosk.service
-rw-r--r-- ./usr/lib/systemd/system/resonance-ledger.service
-rw-r--r-- ./usr/lib/systemd/system/resonance-ledger.socket
-rw-r--r-- ./usr/lib/systemd/system/resonance-lock.service
-rw-r--r-- ./usr/lib/systemd/system/resonance-lock.timer
-rw-r--r-- ./usr/lib/systemd/system/resonance-machine.service
-rw-r--r-- ./usr/lib/systemd/system/resonance-machine.socket
-rw-r--r-- ./usr/lib/systemd/system/resonance-stick.service
-rw-r--r-- ./usr/lib/systemd/system/resonance-stick.socket
-rw-r--r-- ./usr/lib/systemd/system/resonance-uplink.service
-rw-r--r-- ./usr/lib/systemd/system/resonance-uplink.socket
-rw-r--r-- ./usr/lib/sysusers.d/resonance-kiosk.conf
-rw-r--r-- ./usr/lib/tmpfiles.d/resonance-kiosk.conf
-rw-r--r-- ./usr/share/doc/resonance-kiosk/changelog.gz
-rw-r--r-- ./usr/share/doc/resonance-kiosk/copyright
-rw-r--r-- ./usr/share/doc/resonance-kiosk/guide.txt
-rw-r--r-- ./usr/share/doc/resonance-kiosk/incident.txt
-rw-r--r-- ./usr/share/doc/resonance-kiosk/site.txt
-rw-r--r-- ./usr/share/man/man1/resonance-kiosk.1.gz
-rw-r--r-- ./usr/share/man/man8/resonance-kiosk-setup.8.gz
-rw-r--r-- ./usr/share/resonance/xorg.conf
LIST
holds resonance '\./usr/share/resonance/questionnaires/.*' <<LIST
-rwxr-xr-x ./usr/bin/resonance
-rwxr-xr-x ./usr/lib/resonance/resonance-desk
-rw-r--r-- ./usr/lib/systemd/system/resonance-desk.service
-rw-r--r-- ./usr/lib/systemd/system/resonance-desk.socket
-rw-r--r-- ./usr/lib/systemd/user/resonance-desk.service
-rw-r--r-- ./usr/lib/sysusers.d/resonance-desk.conf
-rw-r--r-- ./usr/share/applications/resonance.desktop
-rw-r--r-- ./usr/share/bash-completion/completions/resonance
-rw-r--r-- ./usr/share/doc/resonance/FORMAT.md
-rw-r--r-- ./usr/share/doc/resonance/MANUAL.md
-rw-r--r-- ./usr/share/doc/resonance/RECORD.md
-rw-r--r-- ./usr/share/doc/resonance/SCORING.md
-rw-r--r-- ./usr/share/doc/resonance/changelog.gz
-rw-r--r-- ./usr/share/doc/resonance/copyright
-rw-r--r-- ./usr/share/doc/resonance/desk.txt
-rw-r--r-- ./usr/share/doc/resonance/hr.txt
-rw-r--r-- ./usr/share/doc/resonance/legal/README.md
-rw-r--r-- ./usr/share/doc/resonance/legal/accommodation.md
-rw-r--r-- ./usr/share/doc/resonance/legal/adverse-impact.md
-rw-r--r-- ./usr/share/doc/resonance/legal/ai-act-classification.md
-rw-r--r-- ./usr/share/doc/resonance/legal/ai-act-technical-documentation.md
-rw-r--r-- ./usr/share/doc/resonance/legal/dpia.md
-rw-r--r-- ./usr/share/doc/resonance/legal/nyc-local-law-144.md
-rw-r--r-- ./usr/share/doc/resonance/legal/privacy-notice.md
-rw-r--r-- ./usr/share/doc/resonance/legal/records-of-processing.md
-rw-r--r-- ./usr/share/doc/resonance/legal/retention-schedule.md
-rw-r--r-- ./usr/share/doc/resonance/legal/works-agreement.md
-rw-r--r-- ./usr/share/icons/hicolor/scalable/apps/resonance.svg
-rw-r--r-- ./usr/share/man/man1/resonance.1.gz
LIST
holds resonance-study 'nothing' <<LIST
-rwxr-xr-x ./usr/bin/resonance-study
-rw-r--r-- ./usr/share/bash-completion/completions/resonance-study
-rw-r--r-- ./usr/share/doc/resonance-study/STUDY.md
-rw-r--r-- ./usr/share/doc/resonance-study/changelog.gz
-rw-r--r-- ./usr/share/doc/resonance-study/copyright
-rw-r--r-- ./usr/share/man/man1/resonance-study.1.gz
LIST
holds resonance-painter 'nothing' <<LIST
-rwxr-xr-x ./usr/bin/resonance-painter
-rw-r--r-- ./usr/share/doc/resonance-painter/changelog.gz
-rw-r--r-- ./usr/share/doc/resonance-painter/copyright
-rw-r--r-- ./usr/share/man/man1/resonance-painter.1.gz
LIST
diff -r "$SOURCE/questionnaires/strategy-fit" "$folder/root/usr/share/resonance/questionnaires/strategy-fit" ||
    fault "resonance: the questionnaires are not those of the source"

field() { sed -n "s/^$2: //p" "$folder/$1.control/control"; }
for name in fonts-inter fonts-noto-core fontconfig libfontconfig1 libicu xinit xserver-xorg-core xserver-xorg-input-libinput libsdl2-2.0-0 libqrencode4 libsqlite3-0; do
    [[ $(field resonance-kiosk Depends) =~ (^|, )$name ]] || fault "resonance-kiosk does not depend on $name"
done
for name in fonts-inter fonts-noto-core fontconfig libicu libsdl2-2.0-0; do
    [[ $(field resonance-painter Depends) =~ (^|, )$name ]] || fault "resonance-painter does not depend on $name"
done
[[ $(field resonance Suggests) =~ resonance-painter ]] || fault "resonance does not suggest the program that paints screens"
for name in fonts-inter fonts-noto-core fontconfig libfontconfig1 libxlsxwriter; do
    [[ $(field resonance Depends) =~ (^|, )$name ]] || fault "resonance does not depend on $name"
done
for name in resonance-kiosk resonance; do
    [[ $(field $name Suggests) =~ fonts-noto-cjk ]] || fault "$name does not suggest the fonts of Chinese, Japanese and Korean"
done
# No setuid wrapper for X, and no terminal for shells, which xinit would bring along.
[[ $(field resonance-kiosk Conflicts) =~ xserver-xorg-legacy ]] && [[ $(field resonance-kiosk Provides) =~ x-session-manager ]] ||
    fault "resonance-kiosk brings a way out of it along"
[[ $(field resonance-kiosk Suggests) =~ cups-client ]] || fault "resonance-kiosk does not suggest the program that prints"
[[ $(field resonance Depends) =~ (sdl|xorg) ]] && fault "resonance depends on a screen: $(field resonance Depends)"
size=$(($(field resonance-kiosk Installed-Size) + $(field resonance Installed-Size)))
[ "$size" -lt 3072 ] || fault "$size KiB installed, at most 3072"
for script in postinst prerm; do
    sh -n "$folder/resonance.control/$script" && [ -x "$folder/resonance.control/$script" ] || fault "$script of the desk cannot run"
done
grep -q '^Exec=.*resonance desk' "$folder/root/usr/share/applications/resonance.desktop" || fault "the entry of the desktop starts no desk"
for option in $(grep -h '^ExecStart=' "$SOURCE"/deploy/resonance-desk*.service | grep -oE -- ' --[a-z-]+' | sort -u); do
    "$BIN/resonance" desk --help | grep -qF -- "$option" || fault "a unit of the desk gives $option, which there is not"
done
for script in config postinst prerm postrm; do
    sh -n "$folder/resonance-kiosk.control/$script" && [ -x "$folder/resonance-kiosk.control/$script" ] || fault "$script cannot run"
done

# The unit and the guide name files of the package.
for path in $(grep -ohE '/usr/share/(doc/)?resonance[^ ]*' "$SOURCE"/deploy/*.service); do
    [ -e "$folder/root$path" ] || fault "the unit names $path, which is not there"
done
for program in resonance resonance-kiosk resonance-study resonance-painter; do
    grep -qF "$SOURCE" "$folder/root/usr/bin/$program" && fault "$program tells where it was built"
    [ "$("$folder/root/usr/bin/$program" --version)" = "$program $(field "$program" Version)" ] || fault "$program: another version than its package"
done

# Manual pages and completion know what the programs know.
text() { zcat "$folder/root/usr/share/man/man1/$1.1.gz" | sed 's/\\-/-/g'; }
commands=$("$BIN/resonance" --help | awk '/^  [a-z]/ { print $1 }')
for command in $commands; do
    text resonance | grep -qE "^\.(B|BI|BR) \"?$command( |\"|\$)" || fault "resonance(1) does not tell of $command"
done
formats=$("$BIN/resonance" report --help | sed -n '1s/.* --format \([a-z|]*\) .*/\1/p')
[ -n "$formats" ] && text resonance | grep -qF -- "--format \" $formats\"" || fault "resonance(1) does not tell of the formats $formats"
for verb in $("$BIN/resonance-study" --help | awk '/^  [a-z]/ { print $1 }'); do
    text resonance-study | grep -qE "^\.B $verb( |\$)" || fault "resonance-study(1) does not tell of $verb"
done
for option in $("$BIN/resonance-kiosk" --help | grep -oE -- '--[a-z][a-z-]+' | sort -u); do
    text resonance-kiosk | grep -qF -- "$option" || fault "resonance-kiosk(1) does not tell of $option"
done
for option in $("$BIN/resonance-painter" --help | grep -oE -- '--[a-z][a-z-]+' | sort -u); do
    text resonance-painter | grep -qF -- "$option" || fault "resonance-painter(1) does not tell of $option"
done
. "$folder/root/usr/share/bash-completion/completions/resonance"
# completes WANTED WORD...: what completion offers for the last word
completes() {
    COMP_WORDS=("$BIN/resonance" "${@:2}") COMP_CWORD=$(($# - 1)) COMPREPLY=()
    _resonance "$BIN/resonance"
    [ "${COMPREPLY[*]}" = "$1" ] || fault "after 'resonance ${*:2}' comes [${COMPREPLY[*]}], not [$1]"
}
completes "$(echo $commands)" ""
completes "vacancy" vac
completes "show" vacancy s
completes "--vacancy" list --va
completes "--until" key new --un
. "$folder/root/usr/share/bash-completion/completions/resonance-study"
COMP_WORDS=("$BIN/resonance-study" fair) COMP_CWORD=1 COMPREPLY=()
_resonance_study "$BIN/resonance-study"
[ "${COMPREPLY[*]}" = fairness ] || fault "after 'resonance-study fair' comes [${COMPREPLY[*]}]"

if command -v lintian >/dev/null; then
    lintian --allow-root --fail-on error,warning "$folder"/*.deb || bad=1
fi
[ "$bad" = 0 ] && echo "packages hold, $size KiB installed"
exit "$bad"
