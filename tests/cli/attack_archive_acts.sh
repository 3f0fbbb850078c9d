#!/bin/bash
# Attack: whoever can write to archive.db leaves something there that acts by itself when the desk works: a
# trigger keeps what is erased, drops what is noted or comes, a view stands for a table, a table beside the
# others hides content. Nothing is read or done with such a file.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/ends.sh"
ends_open 1
cp -r org start
acts() { # WHAT, SQL
    rm -rf org && cp -r start org
    sql org "$2" >/dev/null
    for command in list "show ${handles[0]}" "import all.bundle" "erase ${handles[0]} --ground asked --by \"Anna\ Berg\" --yes" "audit log"; do
        eval "expect 1 'archive.db holds the $1, which no desk made' desk org $command"
    done
    expect 1 "wrong  *archive  *the archive" desk org doctor
}
acts 'trigger keep' "create trigger keep before update of payload on entry when new.payload is null begin insert into note values (old.payload); end"
acts 'trigger mute' "create trigger mute before insert on deed begin select raise(ignore); end"
acts 'trigger drop_it' "create trigger drop_it before insert on entry begin select raise(ignore); end"
acts 'trigger share_erased' "create trigger share_erased after update of payload on entry begin select 1; end"
acts 'view shown' "create view shown as select * from entry"
acts 'table kept' "create table kept as select record_id, payload from entry"
# What a desk makes itself is none of that.
rm -rf org && cp -r start org
desk org key new --label second >/dev/null || wrong "no second key"
expect 0 'second can read 1 result' desk org key share second --yes
expect 0 '^1 result by day' desk org list
erased org "${handles[0]}" >/dev/null || wrong "not erased"
[ "$(sql org "select count(*) from share")" = "(0,)" ] || wrong "what was shared is left"
finish
