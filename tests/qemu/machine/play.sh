# Functions for a play on the machine of machine.sh: what is asked inside of it, what a finger does in front of it. Source
# it after expect.sh, screen.sh, hand.sh and machine.sh.

# at WHERE: how far the play is, for whoever waits, with seconds; a picture of it with RESONANCE_SHOTS
at() {
    printf '%4d %s\n' $SECONDS "$1"
    [ -z "${RESONANCE_SHOTS:-}" ] || machine_do shot "$RESONANCE_SHOTS/$(printf %04d $SECONDS)-${1//[^a-z0-9]/-}.png"
}

# what scripts in the machine can say
INSIDE=$(cat <<'INSIDE'
export DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes LC_ALL=C PATH=/usr/sbin:/usr/bin:/sbin:/bin
users=resonance-kiosk,resonance-ledger,resonance-uplink,resonance-stick
# soon WHAT COMMAND...: until it is so; the limit only ends what would hang
soon() {
    local what=$1 limit=$((SECONDS + 900))
    shift
    until "$@"; do
        [ $SECONDS -lt $limit ] || { echo "waited in vain for $what"; return 1; }
        sleep 0.1
    done
}
mounted_stick() { soon "a stick" test -b /dev/sda && mount /dev/sda /media/stick; }
# listens: whatever is touched or pressed is counted from now on; heard COUNT: until so many keys and fingers went up
listens() {
    local device
    ! [ -e /run/heard/cats ] || kill $(cat /run/heard/cats) 2>/dev/null
    rm -rf /run/heard && mkdir /run/heard
    for device in /dev/input/event*; do
        cat $device >/run/heard/${device##*/} 2>/dev/null &
        echo $! >>/run/heard/cats
    done
}
released() { cat /run/heard/event* | od -An -v -tx2 -w24 | grep -c ' 0001 .... 0000 0000$'; }
is_heard() { [ "$(released)" -ge "$1" ]; }
heard() { soon "a finger that is lifted" is_heard "$1"; }
# rested MS: until the hand has rested so long, by the clock of this machine: that of a person and theirs go together,
# while one that is emulated on a busy computer falls behind the clock of that computer
rested() {
    local left
    left=$(cat /run/heard/event* | od -An -v -td8 -w24 | awk -v now="${EPOCHREALTIME/./}" -v pause="${1}000" '
        $3 % 65536 == 1 && $3 < 4294967296 && $1 * 1000000 + $2 > last {last = $1 * 1000000 + $2}
        END {if (last + pause > now) printf "%.6f", (last + pause - now) / 1000000}')
    [ -z "$left" ] || sleep "$left"
}
# rest: until the terminal has done all that was asked of it and sleeps
switches() {
    local process line lines
    switched=
    for process in $(pgrep -u $users); do
        { mapfile -t lines <"/proc/$process/status"; } 2>/dev/null || continue
        for line in "${lines[@]}"; do
            case $line in
            Name:*) switched+=" ${line:6} " ;;
            State:*) switched+=${line:7:1} ;;
            *ctxt_switches:*) switched+=${line#*:} ;;
            esac
        done
    done
}
is_asleep() {
    local before
    switches
    before=$switched
    [[ $before == *Xorg* && $before == *resonance-kiosk* ]] && ! [[ $before =~ \ [RDZT][[:space:]] ]] || return 1
    sleep 0.2
    switches
    [ "$before" = "$switched" ]
}
rest() { soon "a terminal at rest" is_asleep; }
# terminal: the number of the process with the screens; is_listened NAME: whether the X server
# hears the input device whose name ends so
terminal() { pgrep -u resonance-kiosk -x resonance-kiosk | head -1; }
is_listened() {
    local at device
    for at in /sys/class/input/event*; do
        grep -q "$1\$" $at/device/name || continue
        for device in /proc/$(pgrep -x Xorg)/fd/*; do
            [ "$(readlink $device)" != /dev/input/${at##*/} ] || return 0
        done
    done
    return 1
}
# state: each name on the disk that a package can leave something under, with what stands there, but for what a running system
# writes anywhere
state() {
    local never=() each
    for each in /proc /sys /run /dev /tmp /media /root /var/tmp /var/log /var/cache /var/lib/{apt,dpkg,systemd} /etc/ld.so.cache /etc/.pwd.lock /boot/grub/grubenv; do
        never+=(-o -path $each)
    done
    find / -xdev \( -name '*-' "${never[@]}" \) -prune -o \( -type f -printf '%p %m %U:%G %s\n' -o -type l -printf '%p %U:%G %l\n' -o -printf '%p %m %U:%G\n' \) |
        grep -vE '^/etc/g?(passwd|shadow|group) ' | sort
    find /etc /boot -xdev \( -name '*-' "${never[@]}" \) -prune -o -type f ! -regex '/etc/g?\(passwd\|shadow\|group\)' -exec sha256sum {} + | sort -k 2
    sort /etc/passwd /etc/group
    cut -d: -f1,2 /etc/shadow /etc/gshadow | sort
}
INSIDE
)
# inside WHAT SCRIPT: it must end well; inside_told SCRIPT: what it says
inside() { inside_told "$2" >"$work/inside" || wrong "$1: $(tail -5 "$work/inside")"; }
inside_told() { machine_run <<<"$INSIDE
$1"; }
# comes_up [CONDITION]: the machine was switched on: until it has looked at its lock and shows the first screen, and CONDITION holds
comes_up() {
    inside "it comes up" "soon 'the lock is looked at' test -s /run/resonance-lock/state && soon 'a terminal' terminal && listens && rest && ${1:-true}"
    fingers=0
}

# stick_new FILE [exfat]: an empty stick, with vfat or exfat; stick_told FOLDER: what is on the one that is plugged in, as the
# machine reads it
stick_new() {
    rm -f "$1" && truncate -s 64M "$1"
    case ${2:-vfat} in
    vfat) mkfs.vfat -n STICK "$1" ;;
    exfat) mkfs.exfat -L STICK "$1" ;;
    esac >/dev/null
}
stick_told() {
    mkdir -p "$1"
    inside_told 'mount -o ro /dev/sda /media/stick && tar -C /media/stick -cf - . | base64 -w0; umount /media/stick' | base64 -d | tar -C "$1" -xf - || wrong "the stick cannot be read"
}

# ---- a finger and keys in front of it; how the terminal comes to its rest is asked inside ----
fingers=0 # and keys that were lifted
last_x=-999 last_y=-999
is_going= # a machine that ends answers no more
terminal_wait_rest() {
    inside_told "heard $fingers && rest && rested 450" >"$work/inside" 2>&1 && return
    [ -n "$is_going" ] && grep -q "the machine is off" "$work/inside" || wrong "a terminal at rest: $(tail -5 "$work/inside")"
}
hand_rests() { :; } # there
hand_lingers() { inside "a look at the receipt" "sleep 2.2"; }
# touched X Y: a finger; on the same place once more a person looks longer; presses KEY...: keys, one after the other;
# types TEXT
touched() {
    if [ $((($1 - last_x) * ($1 - last_x) + ($2 - last_y) * ($2 - last_y))) -lt 10000 ]; then
        inside "a hand that rests" "rested 1600"
    fi
    last_x=$1 last_y=$2
    fingers=$((fingers + 1))
    machine_do tap "$1" "$2" $SCREEN_WIDTH $SCREEN_HEIGHT
}
presses() {
    local key
    for key in "$@"; do
        machine_do key "$key"
        fingers=$((fingers + 1))
        terminal_wait_rest
    done
}
types() {
    local at few
    for ((at = 0; at < ${#1}; at += 4)); do # a keyboard remembers sixteen events for a machine that is slow
        few=${1:at:4}
        machine_do type "$few"
        fingers=$((fingers + ${#few}))
        inside "letters" "heard $fingers"
    done
    terminal_wait_rest
}
# taken_out: the terminal's data and configuration as they are now, in $data and $config
taken_out() {
    rm -rf "$work/out" && mkdir "$work/out"
    inside_told 'cd / && tar -cf - $(ls -d var/lib/resonance var/lib/resonance-incoming/* etc/resonance/config run/resonance-lock/state 2>/dev/null) | base64 -w0' | base64 -d | tar -C "$work/out" -xf - || wrong "the data cannot be looked at"
    # when the lock was looked at counts from the start of a machine, and this one has started another day
    [ ! -e "$work/out/run/resonance-lock/state" ] || sed -i "2s/.*/$(cut -d. -f1 /proc/uptime)/" "$work/out/run/resonance-lock/state"
    data=$work/out/var/lib/resonance
    config=$work/out/etc/resonance/config
    mkdir -p "$data" "$work/out/var/lib/resonance-incoming"
}
# taps STEP...: what a scripted person does, each touch of it done by the finger; "touches" may stand among the steps:
# what comes before it was done already
taps() {
    case " $* " in *" touches "*) ;; *) set -- touches "$@" ;; esac
    taken_out
    hand_plays touched < <(printf '%s\n' "$@")
}
# lands STEP...: the same, and the real screen comes to look as the scripted person's: each touch was taken
lands() {
    local last
    taps "$@" 'shot painted'
    wait_for "what a scripted person sees" is_shown && return
    last=$(sed -n 's/^touch //p' "$work/told" | tail -1)
    wrong "behind the touch at $last the screen looks otherwise: $(cat "$work/said")"
}
# shows SCREEN: what a scripted person sees there at the same time comes to stand on the screen
shows() {
    taken_out
    printf '%s\n' "expect screen $1" "shot painted" | story_told "$config" "$data" "$work/codes" >"$work/said" 2>&1 || wrong "a scripted person does not see $1: $(cat "$work/said")"
    wait_for "the screen $1" is_shown || wrong "$1 looks otherwise: $(cat "$work/said")"
}
is_shown() {
    machine_stands
    machine_do shot "$work/shown.ppm" && machine_do same "$work/painted.png" "$work/shown.ppm" 0.002 >"$work/said" 2>&1
}
# comes_back CODE STEP: on what the terminal has on its disk, a scripted person with this code is asked STEP next; $work/back
# tells a number for all that was answered
comes_back() {
    taken_out
    printf '%s\n' 'tap "Start"' "code $1" 'tap "next"' "expect step $2" tell | story_told "$config" "$data" "$work/codes" >"$work/back" 2>"$work/said" ||
        wrong "what was answered is not kept: $(cat "$work/said")"
}
answered() { sed -n 's/^state //p' "$work/back"; }
# story_told CONFIG DATA CODES < STORY: as that of screen.sh, for a terminal that looks whether the lock holds
story_told() {
    {
        echo "size ${SCREEN_WIDTH}x$SCREEN_HEIGHT width-mm $SCREEN_MM"
        cat
    } >"$work/told.story"
    "$BIN/resonance-story" --config "$1" --data "$2" --incoming "$work/out/var/lib/resonance-incoming" --lock-state "$work/out/run/resonance-lock/state" --codes "$3" --from 1 --clock "$(date +%s)000,1000000" --chance "${seed:-1}" --shots "$work" "$work/told.story"
}
bad() { wrong "$*"; }
