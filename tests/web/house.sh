#!/bin/bash
# The desk for other machines: nobody but invited browsers sees it, each person joins with an own key and
# passphrase, an owner compares words and signs, and each sees what their roles may. The real program, TLS.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/web_desk.sh"
web_need python3 openssl
skip_without terminal
cd "$work" || exit 1
web_clock
web_organization org 1

# certificate NAME DAYS: NAME.crt and NAME.key, as a company makes them, for the name desk.test
certificate() {
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days "$2" -subj /CN=desk.test \
        -addext subjectAltName=DNS:desk.test -keyout "$1.key" -out "$1.crt" 2>/dev/null
}
certificate good 400
certificate soon 20
openssl req -x509 -newkey rsa:2048 -nodes -days 400 -subj /CN=desk.test -addext subjectAltName=DNS:desk.test -keyout rsa.key -out rsa.crt 2>/dev/null
port=$((20000 + RANDOM % 20000))
house() { "$BIN/resonance" desk --org org --listen "127.0.0.1:$port" "$@"; }

# Nothing listens before all of it is right.
refuse 1 'over TLS only' "$BIN/resonance" desk --org org --listen 0.0.0.0:$port
refuse 2 'belong together' house --certificate good.crt --name desk.test
refuse 2 'belong together' house --certificate good.crt --key good.key
refuse 2 'belong together' house --name desk.test
refuse 2 'either' house --certificate good.crt --key good.key --self-made --name desk.test
refuse 2 'not an address' "$BIN/resonance" desk --org org --listen desk.test:$port --name desk.test --self-made
refuse 2 'say where' "$BIN/resonance" desk --org org --name desk.test --self-made
refuse 2 'not a name' house --name "desk.test/x" --self-made
refuse 2 'not for the name other.test' house --certificate good.crt --key good.key --name other.test
refuse 2 'belong together' house --certificate good.crt --key soon.key --name desk.test
refuse 1 'good.none' house --certificate good.crt --key good.none --name desk.test
printf 'no key\n' >bad.key
refuse 2 'cannot be used' house --certificate good.crt --key bad.key --name desk.test
[ ! -e org/desk.key ] || wrong "a certificate was made for nothing"

# The unit of systemd passes a socket in, and lets no process of the desk make one that leads elsewhere; one that is none is refused in a sentence.
expect 2 'no socket that listens' bash -c 'exec 3</dev/null; export LISTEN_FDS=1 LISTEN_PID=$$; exec "$0" desk --org org --name desk.test --certificate good.crt --key good.key' "$BIN/resonance"
refuse 1 'over TLS only' bash -c 'exec 3</dev/null; export LISTEN_FDS=1 LISTEN_PID=$$; exec "$0" desk --org org' "$BIN/resonance"
cat >passed.py <<'PY'
import ctypes, errno, os, socket, sys

class Argument(ctypes.Structure):
    _fields_ = [("number", ctypes.c_uint), ("compared", ctypes.c_int), ("one", ctypes.c_uint64), ("other", ctypes.c_uint64)]

ALLOW, ERROR, IS_NOT = 0x7FFF0000, 0x00050000, 1  # of seccomp.h
end = socket.create_server(("127.0.0.1", int(sys.argv[1])))
lib = ctypes.CDLL("libseccomp.so.2")
lib.seccomp_init.restype = ctypes.c_void_p
rules = ctypes.c_void_p(lib.seccomp_init(ALLOW))
lib.seccomp_rule_add_array(rules, ERROR | errno.EAFNOSUPPORT, lib.seccomp_syscall_resolve_name(b"socket"), 1,
                           (Argument * 1)(Argument(0, IS_NOT, socket.AF_UNIX, 0)))
lib.seccomp_load(rules)
try:
    sys.exit(f"a socket that leads elsewhere is made: {socket.socket()}")
except OSError as error:
    assert error.errno == errno.EAFNOSUPPORT
os.dup2(end.fileno(), 3)
os.set_inheritable(3, True)
os.environ.update(LISTEN_FDS="1", LISTEN_PID=str(os.getpid()))
os.execv(sys.argv[2], sys.argv[2:])
PY

# run PORT WORD...: the desk runs in the background until `web_stop`; $web_home is its address
run() {
    : >web.out
    env ${web_preload:+LD_PRELOAD=$web_preload} "${@:2}" >web.out 2>web.err &
    web_pid=$!
    export WEB_PID=$web_pid
    for ((tries = 0; tries < 600; tries++)); do
        grep -q '^The desk is at' web.out && break
        [ -d "/proc/$web_pid" ] || break
        sleep 0.1
    done
    web_home=https://desk.test:$1
    grep -q "^The desk is at $web_home\.$" web.out || { echo "the desk does not start:"; cat web.out web.err; exit 1; }
}
given() { run "$port" "$BIN/resonance" desk --org org --listen "127.0.0.1:$port" --name desk.test "$@"; }

# What is made here is used again, and known by its words.
given --self-made
[ "$(stat -c %a org/desk.key)" = 600 ] || wrong "others may read the key"
words=$(tail -2 web.out | head -1)
[ "$(wc -w <<<"$words")" = 8 ] || wrong "no words of the print: $(cat web.out)"
WEB_TRUSTED=org/desk.crt openssl s_client -connect "127.0.0.1:$port" -servername desk.test -CAfile org/desk.crt -verify_hostname desk.test </dev/null >tls 2>&1
grep -q 'Verify return code: 0' tls || wrong "what was made is not valid: $(grep Verify tls)"
web_stop
given --self-made
[ "$(tail -2 web.out | head -1)" = "$words" ] || wrong "another certificate was made"
web_stop

# A certificate that ends soon: said at start.
given --certificate soon.crt --key soon.key
grep -q 'WARNING: the certificate of this desk ends on .*in [0-9]* days' web.err || wrong "its end is not told: $(cat web.err)"
export PYTHONPATH=$SOURCE/tests/kit ORGANIZATION_PASSPHRASE
WEB_TRUSTED=soon.crt python3 "$SOURCE/tests/web/house.py" "$web_home" "$web_pid" "$BIN/resonance" org soon || wrong "soon"
web_stop

# Old TLS and key exchanges that are opened later with the server's key get nothing.
speaks() { openssl s_client -connect "127.0.0.1:$port" -servername desk.test "$@" </dev/null 2>&1 | grep -qE '^ *Cipher *(:|is) *[A-Z]|New, TLS'; }
said() { openssl s_client -connect "127.0.0.1:$port" -servername desk.test "$@" </dev/null 2>&1; }
given --certificate rsa.crt --key rsa.key
said -tls1_3 | grep -q 'TLSv1.3, Cipher is TLS' || wrong "TLS 1.3 is not spoken"
said -tls1_2 | grep -q 'TLSv1.2, Cipher is ECDHE' || wrong "TLS 1.2 with ECDHE is not spoken"
for old in "-tls1_1 -cipher ALL:@SECLEVEL=0" "-tls1 -cipher ALL:@SECLEVEL=0" "-tls1_2 -cipher kRSA" "-tls1_2 -cipher DHE"; do
    # shellcheck disable=SC2086
    said $old | grep -q 'Cipher is (NONE)' || wrong "$old is spoken"
done
web_stop

# People come, and one goes.
preload_made wall_clock "$work/wall_clock.so"
export WALL_CLOCK=$work/wall_clock.so
run "$port" python3 passed.py "$port" "$BIN/resonance" desk --org org --name desk.test --certificate good.crt --key good.key
export WEB_TRUSTED=good.crt
python3 "$SOURCE/tests/web/house.py" "$web_home" "$web_pid" "$BIN/resonance" org || wrong "house"
web_stop || wrong "the desk does not end well"
expect 0 'ben +invited a browser|ben' desk org audit log
expect 0 'people +[0-9]+ at this desk' desk org doctor

# Whoever can write the folder and takes the end of the list of people away, or all of it, brings nobody back.
cp org/people.jsonl kept
for cut in '$d' '2,$d' '1,$d'; do
    sed -i "$cut" org/people.jsonl
    expect 1 'wrong +people +.*(signed last|nothing stands in it)' desk org doctor
    expect 1 'people.jsonl.*(was cut|nothing stands in it)' desk org list
    cp kept org/people.jsonl
done
rm org/people.jsonl
expect 1 'removed, or an older one put back' desk org list
cp kept org/people.jsonl
expect 0 '' desk org list
finish
