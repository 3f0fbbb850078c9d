#include "app/common/console.h"
#include "app/desk/command/yes.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { ANSWER_BYTES = 80 };

/* The line that is typed, without its end; cut where it is longer than any answer. */
static void line_read(int terminal, char line[ANSWER_BYTES])
{
    size_t count = 0;
    char byte;
    for (;;) {
        const ssize_t got = read(terminal, &byte, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0 || byte == '\n')
            break;
        if (count + 1 < ANSWER_BYTES)
            line[count++] = byte;
    }
    line[count] = 0;
}

enum status yes_ask(const char *question, const char *option)
{
    char line[ANSWER_BYTES];
    scoped_file terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (terminal < 0)
        return fail(STATUS_USAGE, "there is nobody here to ask: %s Answer with %s",
                    question, option);
    console_ask(terminal, question);
    console_ask(terminal, " Type yes: ");
    line_read(terminal, line);
    return strcmp(line, "yes") == 0
               ? OK
               : fail(STATUS_REFUSED, "the answer was not yes; nothing was changed");
}
