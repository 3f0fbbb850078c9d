#!/usr/bin/env bash
# An operation of the desk is given values and an open office, and answers with a page: it prints
# nothing, asks for nothing and does not end the program, so that web pages can serve it too. Only the
# skin of the command line does: the files of skin, below. Help texts are as wide as a terminal.
set -eu
cd "$SOURCE/kiosk/app/desk"
skin='^(resonance|command/command|command/command_row|command/yes|office/passphrase)\.c$'
opens_keys="$skin|^office/(keys|staff/owner_key)\.[ch]\$|^office/passphrase\.h\$"
bad=0

# Lines of code, not of comments or of longer names, that call one of these, or name one of the streams.
files=$(find . -name '*.[ch]' | sed 's|^\./||' | sort)
looked=$(wc -l <<<"$files")
xargs -d '\n' awk -v skin="${skin//\\/\\\\}" -v opens="${opens_keys//\\/\\\\}" '
    function fault(what) { print "kiosk/app/desk/" FILENAME " " what; print FNR ": " $0; bad = 1 }
    { code = $0; gsub(/\/\*.*\*\//, "", code) }
    code ~ /^ *\/?\*/ { next }
    FILENAME !~ skin && (code ~ /(^|[^a-zA-Z0-9_])(v?d?printf|v?fprintf|f?puts|f?putc|putchar|perror|psignal|getpass|getchar|scanf|isatty|_?exit|abort) *\(/ ||
        code ~ /(^|[^a-zA-Z0-9_])(stdout|stderr|stdin|STDOUT_FILENO|STDERR_FILENO|STDIN_FILENO)([^a-zA-Z0-9_]|$)/) { fault("is an operation, and yet:") }
    FILENAME !~ opens && code ~ /(^|[^a-zA-Z0-9_])(passphrase_ask|passphrase_choose|keys_open|keys_open_label|owner_key_open) *\(/ {
        fault("asks for a passphrase itself:")
    }
    END { exit bad }' <<<"$files" || bad=1
[ "$looked" -gt 20 ] || { echo "only $looked files were found"; bad=1; }
for file in $(tr '|' '\n' <<<"resonance.c|command/command.c|command/command_row.c|command/yes.c|office/passphrase.c"); do
    [ -f "$file" ] || { echo "$file is of the skin, and is gone"; bad=1; }
done

mapfile -t texts < <(find command/help -name '*.txt' | sort)
[ "${#texts[@]}" -gt 20 ] || { echo "only ${#texts[@]} help texts were found"; bad=1; }
awk 'length($0) > 80 { print FILENAME ":" FNR ": wider than 80 columns"; bad = 1 } END { exit bad }' "${texts[@]}" || bad=1
for text in "${texts[@]}"; do
    grep -q '^Example: resonance ' "$text" && grep -q '^Exit: 0 ' "$text" || { echo "$text: has no example, or no exit codes"; bad=1; }
    name=$(basename "$text" .txt)
    grep -qE "^COMMAND\([a-z_]+, \"($name|${name//-/ })\"" command/command.def || { echo "$text belongs to no command"; bad=1; }
done
[ "$bad" = 0 ] && echo "operations print nothing and ask for nothing"
exit "$bad"
