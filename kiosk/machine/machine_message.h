/* machine_message: what goes between the terminal and the helper of its machine: a verb and a
 * number; back comes one of a few words and a number. Numbers are little-endian, sizes are fixed,
 * so that nothing is left to be read wrongly by a program that may set the clock. */
#ifndef MACHINE_MACHINE_MESSAGE_H
#define MACHINE_MACHINE_MESSAGE_H

#include "base/span.h"

#include <stdbool.h>
#include <stdint.h>

enum { MACHINE_REQUEST_BYTES = 4 + 1 + 8, MACHINE_REPLY_BYTES = 4 + 1 + 1 };

enum machine_verb {
#define MACHINE_VERB(NAME, word) MACHINE_##NAME,
#include "machine/machine_verb.def"
#undef MACHINE_VERB
    MACHINE_VERB_COUNT
};

enum machine_result {
#define MACHINE_RESULT(NAME, sentence) MACHINE_RESULT_##NAME,
#include "machine/machine_result.def"
#undef MACHINE_RESULT
    MACHINE_RESULT_COUNT
};

struct machine_request {
    enum machine_verb verb;
    int64_t unix_s; /* MACHINE_CLOCK: what it is to say; else 0 */
};

struct machine_reply {
    enum machine_result result;
    bool is_synced; /* a network keeps the clock */
};

/* machine_message_request_write(request, out_bytes), machine_message_reply_write(reply, out_bytes):
 * as bytes. is_machine_message_request(bytes, out_request), is_machine_message_reply(bytes,
 * out_reply): and back; false when that is none, and nothing is set. */
void machine_message_request_write(const struct machine_request *request,
                                   unsigned char out_bytes[MACHINE_REQUEST_BYTES]);
void machine_message_reply_write(const struct machine_reply *reply,
                                 unsigned char out_bytes[MACHINE_REPLY_BYTES]);
bool is_machine_message_request(struct span bytes, struct machine_request *out_request);
bool is_machine_message_reply(struct span bytes, struct machine_reply *out_reply);

/* machine_message_words(result): the sentence for whoever stands at the terminal. */
const char *machine_message_words(enum machine_result result);

#endif
