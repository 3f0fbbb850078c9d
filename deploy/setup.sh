#!/bin/sh
# resonance-kiosk-setup: one machine becomes a terminal, without questions: for the hand, for Ansible and for the answers
# of an unattended installation (debian/config). Each part can come on another day; see resonance-kiosk-setup(1).
set -eu
data=/var/lib/resonance place=/etc/resonance/config
say() { echo "resonance-kiosk-setup: $*" >&2; }
wrong() {
    say "$1"
    exit "${2:-1}"
}
usage() {
    cat <<'USAGE'
usage: resonance-kiosk-setup [--label NAME --request FILE] [--organization-words WORDS]
                             [--configuration DIR] [--start] [--lock [--boot-hash HASH]]

As root: makes a terminal of this machine, without questions. What is named is done in this order.
  --label NAME          what people call this terminal (the name of the machine)
  --request FILE        write its request for 'resonance enrol', and show eight words to compare
  --configuration DIR   take the configuration in DIR, or that of this terminal among those in DIR
  --organization-words WORDS  the eight words that the desk shows: only its configuration is taken,
                        and nobody need say yes on the screen
  --start               start the terminal, now and with the machine
  --lock                resonance-kiosk lock
  --boot-hash HASH      with --lock: what grub-mkpasswd-pbkdf2 wrote, for the boot menu

Example: resonance-kiosk-setup --configuration /media/stick/configurations --start --lock
Exit: 0 done, 1 something is wrong, 2 the command was not understood.
USAGE
}

label= request= words= configuration= start= lock= hash=
[ $# -gt 0 ] || wrong "nothing is named to be done; --help says what there is" 2
while [ $# -gt 0 ]; do
    case $1 in
    --label | --request | --organization-words | --configuration | --boot-hash)
        [ $# -gt 1 ] && [ -n "$2" ] || wrong "$1 wants a value" 2
        case $1 in
        --label) label=$2 ;;
        --request) request=$2 ;;
        --organization-words) words=$2 ;;
        --configuration) configuration=$2 ;;
        --boot-hash) hash=$2 ;;
        esac
        shift
        ;;
    --start) start=yes ;;
    --lock) lock=yes ;;
    --help) usage && exit 0 ;;
    *) wrong "\"$1\" cannot stand here; --help says what there is" 2 ;;
    esac
    shift
done
[ "$(id -u)" = 0 ] || wrong "only root sets a terminal up; put sudo before it"

# own: what a command of root's has made in the data folder belongs to the ledger, which alone opens it
own() { find "$data" -xdev -maxdepth 1 -exec chown -h resonance-ledger:resonance-ledger {} +; }
# asked FILE [OPTION WORDS]: the request; also when only its number is wanted, or the words are told
asked() {
    file=$1
    shift
    install -d -m 700 -o resonance-ledger -g resonance-ledger "$data"
    status=0
    resonance-kiosk --request "$file" --label "${label:-$(hostname)}" "$@" || status=$?
    own
    return $status
}
# number [OPTION WORDS]: that of this terminal, by which the desk names its folder
number() {
    folder=$(mktemp -d)
    got=0
    asked "$folder/request" "$@" >/dev/null || got=$?
    [ $got != 0 ] || sed -n 's/.*"device_id" *: *"\([0-9a-f]*\)".*/\1/p' "$folder/request"
    rm -rf "$folder"
    return $got
}

[ -z "$request" ] || asked "$request"

if [ -n "$configuration" ]; then
    [ -d "$configuration" ] || wrong "$configuration is no folder; name the one that resonance enrol made"
    if [ ! -e "$configuration/manifest.json" ]; then
        own_number=$(number)
        [ -n "$own_number" ] && [ -e "$configuration/$own_number/manifest.json" ] ||
            wrong "$configuration holds no configuration for this terminal, whose number is $own_number; enrol its request at the desk"
        configuration=$configuration/$own_number
    fi
    [ -z "$(find "$configuration" ! -type f ! -type d)" ] ||
        wrong "$configuration holds what is neither file nor folder; copy it again from the desk"
    install -d -m 755 "${place%/*}"
    rm -rf "$place.new"
    cp -r --no-preserve=mode,ownership "$configuration" "$place.new"
    chown -R root:resonance-kiosk "$place.new"
    chmod -R u=rwX,g=rX,o= "$place.new"
    rm -rf "$place"
    mv "$place.new" "$place"
    [ ! -d "$data" ] || own
fi

# After the configuration: that of an organization which has another signing key says which one was before.
[ -z "$words" ] || number --organization-words "$words" >/dev/null

if [ -n "$start" ]; then
    systemctl enable --quiet resonance-kiosk.service
    [ ! -d /run/systemd/system ] || systemctl start resonance-kiosk.service
fi

[ -z "$lock" ] || resonance-kiosk lock ${hash:+--boot-hash "$hash"}
