/* server: HTTP over libmicrohttpd, which does sockets, the grammar and TLS; what is asked, by whom,
 * and until when, is ours. One thread: whoever has the loop waits for server_descriptor and calls
 * server_run. An answer may be given at once or any time later.
 *
 * Its own deadline: SERVER_STEP_MS from each step (connected, request whole, answer given) to the
 * next; then the connection is shut. The timer of the library sees silence only, and never a client
 * that sends one byte a second. Where every connection is taken, the one that has waited longest
 * without a whole request makes room. */
#ifndef WEB_SERVER_H
#define WEB_SERVER_H

#include "base/clock.h"
#include "web/answer.h"
#include "web/guard.h"

#include <netinet/in.h>

enum {
    SERVER_STEP_MS = 20 * 1000,
    SERVER_CONNECTIONS_MAX = 200,
    SERVER_CONNECTIONS_OF_ONE = 24,
    SERVER_HEADER_BYTES_MAX = 16 * 1024,
    SERVER_ARENA_BYTES = 20 * 1024 * 1024, /* of one request with its answer */
};

/* A request that may be answered: let in by guard_look, its body whole. */
struct server_request {
    struct guard_verdict verdict;
    struct span body;    /* of a form */
    struct arena *arena; /* as long as the request, overwritten after it */
    int64_t came_ms;     /* steady: when it was whole */
};

struct server;

struct server_options {
    struct sockaddr_in address; /* port 0: the system chooses one */
    int listening; /* a socket that listens already, in place of `address`; 0: none */
    struct span certificate, key; /* PEM; empty: no TLS */
    size_t body_max_bytes;
    bool is_own_user_only; /* connections of other users of this machine are closed */
    /* Takes a whole request, which lives until it is answered. */
    void (*on_request)(void *context, struct server_request *request);
    void *context;
};

/* What was done, in numbers: nothing else of it is kept or told. */
struct server_counts {
    size_t answered, refused, foreign, late;
};

/* server_open(options, out_server), server_close(server):
 * Listens where `options` say, which are kept. STATUS_IN_USE when somebody listens there,
 * STATUS_NO_ACCESS, STATUS_BAD_INPUT for a certificate or key that cannot be used, or for something
 * that does not listen, STATUS_IO.
 * server_close is harmless on NULL. There is one server in a process. */
must_check enum status server_open(const struct server_options *options,
                                   struct server **out_server);
void server_close(struct server *server);

/* server_place_set(server, place): by which name it is meant; nobody is let in before. `place` is
 * kept. server_port(server): where it listens. */
void server_place_set(struct server *server, const struct guard_place *place);
unsigned server_port(const struct server *server);

/* server_descriptor(server): readable when server_run has something to do.
 * server_run(server, now): does it. server_wait_ms(server, now_ms): until when it wants to be
 * called again in any case, from now; -1: not by itself. */
int server_descriptor(const struct server *server);
void server_run(struct server *server, struct moment now);
int64_t server_wait_ms(const struct server *server, int64_t now_ms);

/* server_answer(server, request, answer): answers `request`, which is gone after it; `answer` and
 * its texts are copied. */
void server_answer(struct server *server, struct server_request *request,
                   const struct web_answer *answer);

/* server_counts(server): what was done so far. */
struct server_counts server_counts(const struct server *server);

#endif
