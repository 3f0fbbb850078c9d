/* loop: waits for descriptors and the clock in one thread, and takes the signals that end a program
 * as one of them, so that nothing is ever done inside a signal handler. */
#ifndef WEB_LOOP_H
#define WEB_LOOP_H

#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { LOOP_WATCHES_MAX = 64 };

struct loop_watch {
    int descriptor;
    bool is_for_writing; /* else for reading */
    void (*on_ready)(void *context);
    void *context;
};

struct loop {
    int signals; /* descriptor; -1: none */
    struct loop_watch watches[LOOP_WATCHES_MAX];
    size_t count;
};

/* loop_open(out_loop), loop_close(loop): SIGTERM, SIGINT and SIGHUP end the loop from now on, and a
 * broken pipe is an error of the write that met it. STATUS_IO. */
must_check enum status loop_open(struct loop *out_loop);
void loop_close(struct loop *loop);

/* loop_watch(loop, watch): also waits for `watch` in the next turn, and only there. */
void loop_watch(struct loop *loop, const struct loop_watch *watch);

/* loop_turn(loop, wait_ms): waits for one of the watches, at most `wait_ms` (-1: for ever), calls
 * those that are ready and forgets all; false when the program is to end. */
bool loop_turn(struct loop *loop, int64_t wait_ms);

#endif
