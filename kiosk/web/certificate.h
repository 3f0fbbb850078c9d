/* certificate: what the desk for other machines shows of itself: read and checked before anything
 * listens, or made here where the company has none. */
#ifndef WEB_CERTIFICATE_H
#define WEB_CERTIFICATE_H

#include "base/arena.h"
#include "base/span.h"
#include "base/status.h"

#include <stdint.h>

enum {
    CERTIFICATE_BYTES_MAX = 64 * 1024,
    CERTIFICATE_LIFE_DAYS = 365,  /* of one that is made here */
    CERTIFICATE_SOON_DAYS = 30,   /* from then on its end is told */
    CERTIFICATE_PRINT_BYTES = 32, /* SHA-256 over the certificate */
};

struct certificate {
    struct span chain, key; /* PEM */
    int64_t until_s;        /* its last second */
    unsigned char print[CERTIFICATE_PRINT_BYTES];
};

/* certificate_check(certificate, host, now_s): whether `certificate` serves `host` at `now_s`, and
 * fills in its end and its print. STATUS_BAD_INPUT when it or its key cannot be read, they do not
 * belong together, or it is of another name; STATUS_REFUSED when it is over or has not begun. */
must_check enum status certificate_check(struct certificate *certificate,
                                         const char *host, int64_t now_s);

/* certificate_make(arena, host, now_s, out_certificate): one that is signed by itself, with a new
 * key (ECDSA, P-256), for CERTIFICATE_LIFE_DAYS; `arena` should be guarded. STATUS_IO. */
must_check enum status certificate_make(struct arena *arena, const char *host,
                                        int64_t now_s,
                                        struct certificate *out_certificate);

#endif
