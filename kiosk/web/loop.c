#include "web/loop.h"

#include "base/file.h"
#include "base/must.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/signalfd.h>

enum status loop_open(struct loop *out_loop)
{
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGHUP);
    *out_loop = (struct loop){.signals = -1};
    (void)signal(SIGPIPE, SIG_IGN);
    if (sigprocmask(SIG_BLOCK, &ends, NULL) == 0)
        out_loop->signals = signalfd(-1, &ends, SFD_CLOEXEC | SFD_NONBLOCK);
    return out_loop->signals >= 0
               ? OK
               : fail(STATUS_IO, "the system gives no signals: %s", strerror(errno));
}

void loop_close(struct loop *loop)
{
    file_close(&loop->signals);
    loop->signals = -1;
}

void loop_watch(struct loop *loop, const struct loop_watch *watch)
{
    must(loop->count < LOOP_WATCHES_MAX);
    loop->watches[loop->count++] = *watch;
}

bool loop_turn(struct loop *loop, int64_t wait_ms)
{
    struct pollfd polled[LOOP_WATCHES_MAX + 1];
    const size_t count = loop->count;
    for (size_t i = 0; i < count; i++)
        polled[i] = (struct pollfd){
            .fd = loop->watches[i].descriptor,
            .events = loop->watches[i].is_for_writing ? POLLOUT : POLLIN,
        };
    polled[count] = (struct pollfd){.fd = loop->signals, .events = POLLIN};
    const int ready =
        poll(polled, (nfds_t)count + 1, wait_ms > INT_MAX ? INT_MAX : (int)wait_ms);
    loop->count = 0;
    if (ready <= 0) /* nothing came, or a signal that means nothing */
        return true;
    for (size_t i = 0; i < count; i++)
        if (polled[i].revents)
            loop->watches[i].on_ready(loop->watches[i].context);
    return polled[count].revents == 0;
}
