/* console: the only place where our programs print (tests/lint/banned.sh). What they print may hold
 * a name from a stick, a label from a request, the words of a stranger: nothing of it may give an
 * order to a terminal, hide what stands there or begin a line of its own. What nobody sees
 * (base/text/shown_text.h) is written out as <U+001B>, a byte that is no UTF-8 as <byte FF>. */
#ifndef APP_COMMON_CONSOLE_H
#define APP_COMMON_CONSOLE_H

#include "base/span.h"
#include "base/status.h"

#include <stddef.h>
#include <stdio.h>

/* Standard output, or standard error. */
enum console { CONSOLE_OUT, CONSOLE_ERROR };

/* console_words(to, line), console_line(to, format, ...): one line. A line end in it, or in what
 * is filled into `format`, is written out, too: nobody adds a line by a name. What is made from
 * `format` has at most CONSOLE_LINE_BYTES - 1 bytes. A macro, because clang-tidy takes each
 * va_list of such a function for one that was never begun. */
enum { CONSOLE_LINE_BYTES = 4096 };
void console_words(enum console to, struct span line);
#define console_line(to, ...)                                                            \
    do {                                                                                 \
        char console_memory[CONSOLE_LINE_BYTES];                                         \
        (void)snprintf(console_memory, sizeof console_memory, __VA_ARGS__);              \
        console_words((to), span_of(console_memory));                                    \
    } while (0)

/* console_text(to, text): a text of ours with its line ends and tabs. */
void console_text(enum console to, struct span text);

/* console_put(bytes): gives out what was asked for, a document or a table, on standard output:
 * byte for byte to a file or a program, and as console_text where a terminal shows it.
 * console_flush(): makes sure that all of it went out. STATUS_NO_SPACE, STATUS_IO. */
must_check enum status console_put(struct span bytes);
must_check enum status console_flush(void);

/* console_columns(): how wide the terminal is that standard output shows on; 0: it is none. */
size_t console_columns(void);

/* console_progress(what, done, all): how far long work is, on one line of a terminal that standard
 * error shows on, which goes away when `done` is `all`. `all` 0: not known. */
void console_progress(const char *what, size_t done, size_t all);

/* console_ask(terminal, prompt): writes `prompt` to the descriptor `terminal`, on one line without
 * its end; NULL: ends that line. */
void console_ask(int terminal, const char *prompt);

#endif
