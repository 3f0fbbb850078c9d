#include "app/common/console.h"

#include "base/text/shown_text.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { ASK_BYTES = 1024 };

static FILE *stream_of(enum console to)
{
    return to == CONSOLE_OUT ? stdout : stderr;
}

static bool is_layout(const struct shown_text_piece *piece)
{
    return !piece->is_byte && (piece->hidden == '\n' || piece->hidden == '\t');
}

static void put_clean(FILE *stream, struct span text, bool is_line)
{
    struct shown_text_piece piece;
    while (shown_text_next(&text, &piece)) {
        (void)fwrite(piece.plain.data, 1, piece.plain.count, stream);
        if (!piece.has_hidden)
            continue;
        if (!is_line && is_layout(&piece))
            (void)fputc((int)piece.hidden, stream);
        else if (piece.is_byte)
            (void)fprintf(stream, "<byte %02X>", (unsigned)piece.hidden);
        else
            (void)fprintf(stream, "<U+%04X>", (unsigned)piece.hidden);
    }
}

void console_words(enum console to, struct span line)
{
    put_clean(stream_of(to), line, true);
    (void)fputc('\n', stream_of(to));
}

void console_text(enum console to, struct span text)
{
    put_clean(stream_of(to), text, false);
}

enum status console_put(struct span bytes)
{
    if (isatty(STDOUT_FILENO))
        put_clean(stdout, bytes, false);
    else
        (void)fwrite(bytes.data, 1, bytes.count, stdout);
    return console_flush();
}

enum status console_flush(void)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return OK;
    return fail(errno == ENOSPC ? STATUS_NO_SPACE : STATUS_IO,
                "write to standard output: %s", strerror(errno));
}

size_t console_columns(void)
{
    struct winsize size;
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/* "\033[K" clears the line. */
void console_progress(const char *what, size_t done, size_t all)
{
    if (!isatty(STDERR_FILENO))
        return;
    if (done == all)
        (void)fputs("\r\033[K", stderr);
    else if (all)
        (void)fprintf(stderr, "\r%zu of %zu %s", done, all, what);
    else
        (void)fprintf(stderr, "\r%zu %s", done, what);
}

void console_ask(int terminal, const char *prompt)
{
    char clean[ASK_BYTES] = "";
    FILE *stream = prompt ? fmemopen(clean, sizeof clean - 1, "w") : NULL;
    if (stream) {
        put_clean(stream, span_of(prompt), true);
        (void)fclose(stream);
    }
    (void)dprintf(terminal, "%s", prompt ? clean : "\n");
}
