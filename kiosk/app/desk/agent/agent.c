#include "app/desk/agent/agent.h"

#include "app/desk/agent/confine.h"
#include "app/desk/agent/contract.h"
#include "app/desk/agent/seat.h"
#include "base/little.h"
#include "seal/seal.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>

enum { QUESTION_ARENA_BYTES = 1024 * 1024 };

/* By it a front knows this program as the one that agents run; nothing here reads it. */
static const char mark[] __attribute__((used, retain)) = CONTRACT_MARK RESONANCE_VERSION;

/* Exactly `count` bytes; false at the end, or when the front is gone. */
static bool is_read(void *bytes, size_t count)
{
    for (size_t at = 0; at < count;) {
        const ssize_t got = recv(CONTRACT_DESCRIPTOR, (char *)bytes + at, count - at, 0);
        if (got == 0 || (got < 0 && errno != EINTR))
            return false;
        at += got > 0 ? (size_t)got : 0;
    }
    return true;
}

static bool is_sent(struct span bytes)
{
    for (size_t at = 0; at < bytes.count;) {
        const ssize_t sent =
            send(CONTRACT_DESCRIPTOR, bytes.data + at, bytes.count - at, MSG_NOSIGNAL);
        if (sent < 0 && errno != EINTR)
            return false;
        at += sent > 0 ? (size_t)sent : 0;
    }
    return true;
}

static bool is_question_read(struct arena *arena, struct wire_question *out_question)
{
    unsigned char length[WIRE_LENGTH_BYTES];
    if (!is_read(length, sizeof length))
        return false;
    const uint64_t count = little_read(length, sizeof length);
    if (count > WIRE_QUESTION_BYTES_MAX)
        return false;
    char *const content = arena_alloc(arena, (size_t)count + 1);
    return is_read(content, (size_t)count) &&
           wire_question_read(arena, (struct span){content, (size_t)count},
                              out_question) == OK;
}

/* The front learns that this takes long, and goes on. When it is gone, the answer finds out. */
static void on_progress(size_t done, size_t all)
{
    const struct wire_sign sign = {(uint32_t)done, (uint32_t)all};
    unsigned char frame[WIRE_SIGN_FRAME_BYTES];
    wire_sign_write(&sign, frame);
    (void)is_sent((struct span){(const char *)frame, sizeof frame});
}

/* What came in and what goes out lies in guarded memory: a passphrase, a page about a person. */
static enum status answer_all(const char *folder, const char *until)
{
    struct arena asked, answered;
    struct seat seat;
    enum status status = arena_init_guarded(&asked, QUESTION_ARENA_BYTES, NULL);
    if (status != OK)
        return status;
    status = arena_init_guarded(&answered, SEAT_ANSWER_BYTES, NULL);
    seat_init(&seat, folder);
    seat.on_progress = on_progress;
    (void)span_to_integer(span_of(until), &seat.certificate_until_s);
    while (status == OK) {
        struct wire_question question;
        struct wire_answer answer = {0};
        if (!is_question_read(&asked, &question))
            break;
        seat_answer(&seat, &question, &answered, &answer);
        if (!is_sent(wire_answer_write(&answered, &answer)) || !is_sent(answer.body))
            break;
        arena_reset(&asked);
        arena_reset(&answered);
    }
    seat_done(&seat);
    arena_done(&answered);
    arena_done(&asked);
    return status;
}

int agent_run(const char *folder, const char *until)
{
    enum status status = confine_agent();
    if (status == OK)
        status = seal_start();
    if (status == OK)
        status = answer_all(folder, until);
    return status_exit(status);
}
