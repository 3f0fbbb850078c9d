#include "app/desk/office/passphrase.h"

#include "app/common/console.h"
#include "base/file.h"
#include "base/utf8.h"
#include "seal/keyfile.h"
#include "seal/suggest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { SUGGESTED_WORDS = 6, SUGGESTION_ARENA_BYTES = 4096 };
enum { KEY_INTERRUPT = 3, KEY_END = 4, KEY_BACKSPACE = 8, KEY_DELETE = 127 };

struct span passphrase_span(const struct passphrase *passphrase)
{
    return (struct span){passphrase->memory.bytes, passphrase->count};
}

void passphrase_done(struct passphrase *passphrase)
{
    secret_close(&passphrase->memory);
    passphrase->count = 0;
}

/* One byte into `passphrase`: 0 when the line is at its end. */
static int take_byte(struct passphrase *passphrase, char byte)
{
    char *bytes = passphrase->memory.bytes;
    if (byte == '\n' || byte == '\r')
        return 0;
    if (byte == KEY_DELETE || byte == KEY_BACKSPACE)
        passphrase->count = passphrase->count ? utf8_before(passphrase_span(passphrase),
                                                            passphrase->count)
                                              : 0;
    else if (passphrase->count < PASSPHRASE_MAX_BYTES)
        bytes[passphrase->count++] = byte;
    return 1;
}

static enum status line_read(int descriptor, struct passphrase *passphrase)
{
    for (;;) {
        char byte;
        const ssize_t got = read(descriptor, &byte, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(STATUS_USAGE, "the passphrase cannot be read from descriptor %d",
                        descriptor);
        if (got == 0 || byte == KEY_END)
            return OK;
        if (byte == KEY_INTERRUPT)
            return fail(STATUS_REFUSED, "stopped; nothing was changed");
        const int goes_on = take_byte(passphrase, byte);
        wipe(&byte, sizeof byte);
        if (!goes_on)
            return OK;
    }
}

/* Signals come as bytes meanwhile, so that the terminal is never left without echo. */
static enum status terminal_read(int descriptor, const char *prompt,
                                 struct passphrase *passphrase)
{
    struct termios before, silent;
    if (tcgetattr(descriptor, &before) != 0)
        return fail(STATUS_IO, "the screen and keyboard do not answer");
    silent = before;
    silent.c_lflag &= ~(tcflag_t)(ECHO | ICANON | ISIG);
    if (tcsetattr(descriptor, TCSAFLUSH, &silent) != 0)
        return fail(STATUS_IO, "the screen cannot be kept from showing the passphrase");
    console_ask(descriptor, prompt);
    console_ask(descriptor, ": ");
    const enum status status = line_read(descriptor, passphrase);
    tcsetattr(descriptor, TCSAFLUSH, &before);
    console_ask(descriptor, NULL);
    return status;
}

static enum status passphrase_open(struct passphrase *passphrase)
{
    *passphrase = (struct passphrase){0};
    return secret_open(PASSPHRASE_MAX_BYTES, &passphrase->memory);
}

enum status passphrase_copy(struct span typed, struct passphrase *out_passphrase)
{
    if (typed.count > PASSPHRASE_MAX_BYTES)
        return fail(STATUS_TOO_LARGE, "the passphrase is too long; choose another one");
    const enum status status = passphrase_open(out_passphrase);
    if (status != OK)
        return status;
    out_passphrase->count = typed.count;
    memcpy(out_passphrase->memory.bytes, typed.data, out_passphrase->count);
    return OK;
}

/* Six words by chance: 66 bits, behind a second of stretching for each guess. They are shown
 * once, on the screen of who chooses, and nobody need take them. They go to the screen as they
 * are, for what formats or cleans a text keeps a copy of it. */
static void suggest(int terminal)
{
    struct arena guarded;
    if (arena_init_guarded(&guarded, SUGGESTION_ARENA_BYTES, NULL) != OK)
        return;
    const struct span words = suggest_words(&guarded, SUGGESTED_WORDS);
    console_ask(terminal, "If you have none, these six words are good, all of them: ");
    if (write(terminal, words.data, words.count) < 0)
        console_ask(terminal, "(they cannot be shown)");
    console_ask(terminal, NULL);
    arena_done(&guarded);
}

static enum status from_terminal(const char *what, bool is_new,
                                 struct passphrase *passphrase)
{
    char prompt[160];
    scoped_file terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (terminal < 0)
        return fail(STATUS_USAGE,
                    "there is nobody here to ask for the passphrase; give it with "
                    "--passphrase-fd N");
    snprintf(prompt, sizeof prompt,
             is_new ? "New passphrase for %.80s (six words, or 14 characters or more)"
                    : "Passphrase of %.80s",
             what);
    if (is_new)
        suggest(terminal);
    enum status status = terminal_read(terminal, prompt, passphrase);
    if (status != OK || !is_new)
        return status;
    scoped_passphrase again;
    status = passphrase_open(&again);
    if (status == OK)
        status = terminal_read(terminal, "The same once more", &again);
    if (status == OK &&
        !is_span_equal(passphrase_span(&again), passphrase_span(passphrase)))
        return fail(STATUS_REFUSED, "the two were not the same; nothing was changed");
    return status;
}

static enum status take(const struct options *options, const char *what, bool is_new,
                        struct passphrase *passphrase)
{
    size_t descriptor = 0;
    enum status status = options_count(options, "passphrase-fd", 0, 1 << 20, &descriptor);
    if (status == OK)
        status = passphrase_open(passphrase);
    if (status != OK)
        return status;
    status = has_option(options, "passphrase-fd")
                 ? line_read((int)descriptor, passphrase)
                 : from_terminal(what, is_new, passphrase);
    if (status == OK && is_new && !is_keyfile_passphrase(passphrase_span(passphrase)))
        status = fail(STATUS_REFUSED,
                      "a passphrase has at least %d characters; six plain words that do "
                      "not belong together are good",
                      KEYFILE_PASSPHRASE_MIN_COUNT);
    if (status != OK)
        passphrase_done(passphrase);
    return status;
}

enum status passphrase_ask(const struct options *options, const char *what,
                           struct passphrase *out_passphrase)
{
    return take(options, what, 0, out_passphrase);
}

enum status passphrase_choose(const struct options *options, const char *what,
                              struct passphrase *out_passphrase)
{
    return take(options, what, 1, out_passphrase);
}
