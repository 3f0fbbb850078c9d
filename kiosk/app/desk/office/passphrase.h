/* passphrase: asks for a passphrase on the terminal without showing it, or takes it from a file
 * descriptor; never from words of the command or the environment. */
#ifndef APP_DESK_OFFICE_PASSPHRASE_H
#define APP_DESK_OFFICE_PASSPHRASE_H

#include "app/common/options.h"
#include "seal/secret.h"

enum { PASSPHRASE_MAX_BYTES = 1024 };

struct passphrase {
    struct secret memory; /* PASSPHRASE_MAX_BYTES */
    size_t count;
};

/* passphrase_ask(options, what, out_passphrase), passphrase_choose(options, what,
 * out_passphrase):
 * The passphrase of `what` ("the key anna"): the first line of the descriptor --passphrase-fd of
 * `options`, else typed at the terminal. passphrase_choose asks for a new one, which must have
 * at least 14 characters and is typed twice; at the terminal six words by chance are suggested
 * first. STATUS_USAGE when there is neither terminal nor descriptor, STATUS_REFUSED when it is
 * too short, not the same twice, or broken off. */
must_check enum status passphrase_ask(const struct options *options, const char *what,
                                      struct passphrase *out_passphrase);
must_check enum status passphrase_choose(const struct options *options, const char *what,
                                         struct passphrase *out_passphrase);

/* passphrase_copy(typed, out_passphrase): of what a page has brought. STATUS_TOO_LARGE
 * over PASSPHRASE_MAX_BYTES, STATUS_IO as secret_open. */
must_check enum status passphrase_copy(struct span typed,
                                       struct passphrase *out_passphrase);

/* passphrase_span(passphrase): what was typed, lent. passphrase_done(passphrase): wipes it. */
struct span passphrase_span(const struct passphrase *passphrase);
void passphrase_done(struct passphrase *passphrase);
#define scoped_passphrase __attribute__((cleanup(passphrase_done))) struct passphrase

#endif
