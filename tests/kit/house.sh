# A house for tests of the desk's pages: an organization whose colleagues have described it, with
# enough people before to say what is usual, one vacancy that is open and one draft. Source it after
# organization.sh.

# house_new COUNT: the organization in the folder org, COUNT candidates of the vacancy deck-officer
# brought in; terminal in data, configuration in config, codes in codes
house_new() {
    local n noise
    organization_new org "Northwind Ferries" >/dev/null 2>&1 || return 1
    desk org vacancy new pilot --title "Pilot of the form" --pilot >/dev/null || return 1
    desk org vacancy open pilot --without-profile --sample --yes >/dev/null 2>&1 || return 1
    terminal_request data request
    {
        organization_collect org 8
        desk org invite pilot --count 32 --plain 2>/dev/null
    } >codes-before
    terminal_enrol org request config || return 1
    people_sit config data codes-before 32 || return 1
    "$BIN/resonance-story" --config config --data data --codes codes-before "$SOURCE"/deploy/demo/rater-?.story >/dev/null || return 1
    terminal_collect config data org bundle-before >/dev/null || return 1
    desk org profile freeze autumn --yes >/dev/null 2>&1 || return 1
    desk org vacancy new deck-officer --title "Deck officer, Harbour line" \
        --weight "order=2,the timetable is a promise" --by "Ines Moreno" --by "Per Holm" >/dev/null || return 1
    desk org vacancy open deck-officer --profile autumn --sample --yes >/dev/null 2>&1 || return 1
    desk org vacancy new second-mate --title "Second mate" >/dev/null || return 1
    desk org invite deck-officer --count $(($1 + 12)) --plain >codes 2>/dev/null || return 1
    terminal_enrol org request config-2 || return 1
    mv config config-before
    mv config-2 config
    for ((n = 1; n <= $1; n++)); do
        case $((n % 7)) in
        1) noise="growth=1 candour=-1 care=1.8 order=2.4 service=2.5 craft=1.2 build=-1 lead=-2 belonging=1.3 recognition=-1.2 learning=4 doing=4 coaching=4" ;;
        2) noise="candour=2 exploration=1.5 care=1 order=-1 service=1.8 recognition=-2 learning=4.5 doing=4 coaching=2.2 transfer=4.7" ;;
        3) noise="lead=2.4 build=2 recognition=1.6 order=-2 service=-2 care=-1.5 learning=3 coaching=3" ;;
        4) noise="random" ;;
        5) noise="growth=.8 candour=.4 care=.9 order=.8 service=1.1 lead=.6 rhythm=-.5 learning=3.6" ;;
        6) noise="evidence=1.4 craft=1.4 rhythm=1.2 society=.8 belonging=-1 learning=3.2 skills=4.2" ;;
        0) noise="careless" ;;
        esac
        # shellcheck disable=SC2086
        person_sits config data codes "candidate $n" $((500 + n)) $noise || return 1
    done
    terminal_collect config data org bundle >/dev/null
}
