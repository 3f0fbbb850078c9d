/* stick_message: what goes between the terminal and the helper with the stick: a verb, and which
 * terminal asks; back comes one of a few words and a count. A file to be written comes with the
 * request, open. Numbers are little-endian, sizes are fixed, so that nothing is left to be read
 * wrongly by a program that may mount. */
#ifndef STICK_STICK_MESSAGE_H
#define STICK_STICK_MESSAGE_H

#include "base/span.h"

#include <stdbool.h>

enum {
    STICK_NUMBER_BYTES = 16,
    STICK_REQUEST_BYTES = 4 + 1 + 1 + STICK_NUMBER_BYTES,
    STICK_REPLY_BYTES = 4 + 1 + 8,
    STICK_SLOTS = 2,
};

enum stick_verb {
#define STICK_VERB(NAME, word) STICK_##NAME,
#include "stick/stick_verb.def"
#undef STICK_VERB
    STICK_VERB_COUNT
};

enum stick_result {
#define STICK_RESULT(NAME, sentence) STICK_RESULT_##NAME,
#include "stick/stick_result.def"
#undef STICK_RESULT
    STICK_RESULT_COUNT
};

struct stick_request {
    enum stick_verb verb;
    int slot; /* STICK_TAKE: which one is written, from 0 */
    unsigned char number[STICK_NUMBER_BYTES]; /* of the terminal */
};

struct stick_reply {
    enum stick_result result;
    uint64_t count; /* bytes that were written or taken */
};

/* stick_message_request_write(request, out_bytes), stick_message_reply_write(reply, out_bytes): as
 * bytes. stick_message_request_read(bytes, out_request), stick_message_reply_read(bytes,
 * out_reply): and back; false when that is none, and nothing is set. */
void stick_message_request_write(const struct stick_request *request,
                                 unsigned char out_bytes[STICK_REQUEST_BYTES]);
void stick_message_reply_write(const struct stick_reply *reply,
                               unsigned char out_bytes[STICK_REPLY_BYTES]);
bool stick_message_request_read(struct span bytes, struct stick_request *out_request);
bool stick_message_reply_read(struct span bytes, struct stick_reply *out_reply);

/* stick_message_words(result): the sentence for whoever stands at the terminal. */
const char *stick_message_words(enum stick_result result);

#endif
