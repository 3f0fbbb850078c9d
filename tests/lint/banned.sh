#!/usr/bin/env bash
# Calls that have no place here, and words that do not belong in the project.
set -eu
cd "$SOURCE"
bad=0
calls='strcpy|sprintf|vsprintf|strcat|strtok|gets|atoi|atol|system|popen|alloca|rand|srand|localtime|setjmp|longjmp'
if find kiosk -name '*.[ch]' -print0 | xargs -0 grep -nE "(^|[^_a-zA-Z0-9])($calls) *\(" |
    grep -vE '^[^:]*:[0-9]+: *(/?\*|//)'; then
    echo "these calls are banned: $calls"
    bad=1
fi
if find kiosk -name '*.[ch]' -not -path 'kiosk/base/arena.c' -print0 |
    xargs -0 grep -nE '(^|[^_a-zA-Z0-9.>])(malloc|calloc|realloc|strdup|strndup|asprintf) *\(' |
    grep -vE '^[^:]*:[0-9]+: *(/?\*|//)'; then
    echo "memory comes from arenas (kiosk/base/arena.h)"
    bad=1
fi
if find kiosk -name '*.c' -print0 | xargs -0 grep -nE '(^|[^_a-zA-Z0-9])exit *\('; then
    echo "exit belongs to main, by return"
    bad=1
fi
# One place prints, so that no text from outside gives an order to a terminal: must.c says a line of our own,
# timings.c writes a file.
if find kiosk -name '*.[ch]' -not -path 'kiosk/app/common/console.c' -not -path 'kiosk/base/must.c' -not -path 'kiosk/app/kiosk/timings.c' -print0 |
    xargs -0 grep -nE '(^|[^_a-zA-Z0-9."])((printf|fprintf|vprintf|vfprintf|puts|fputs|putc|fputc|putchar|dprintf|perror) *\(|(stdout|stderr)([^_a-zA-Z0-9]|$))' |
    grep -vE '^[^:]*:[0-9]+: *(/?\*|//)|format\(printf'; then
    echo "what people read is printed by kiosk/app/common/console.h"
    bad=1
fi
[ "$bad" = 0 ] && echo "no banned call"
exit "$bad"
