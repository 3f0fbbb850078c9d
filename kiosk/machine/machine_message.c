#include "machine/machine_message.h"

#include <string.h>

static const char request_mark[4] = "RMA1", reply_mark[4] = "RMR1";

void machine_message_request_write(const struct machine_request *request,
                                   unsigned char out_bytes[MACHINE_REQUEST_BYTES])
{
    memcpy(out_bytes, request_mark, sizeof request_mark);
    out_bytes[4] = (unsigned char)request->verb;
    for (int i = 0; i < 8; i++)
        out_bytes[5 + i] = (unsigned char)((uint64_t)request->unix_s >> (8 * i));
}

void machine_message_reply_write(const struct machine_reply *reply,
                                 unsigned char out_bytes[MACHINE_REPLY_BYTES])
{
    memcpy(out_bytes, reply_mark, sizeof reply_mark);
    out_bytes[4] = (unsigned char)reply->result;
    out_bytes[5] = reply->is_synced;
}

bool is_machine_message_request(struct span bytes, struct machine_request *out_request)
{
    const unsigned char *at = (const unsigned char *)bytes.data;
    uint64_t number = 0;
    if (bytes.count != MACHINE_REQUEST_BYTES ||
        memcmp(at, request_mark, sizeof request_mark) != 0 || at[4] >= MACHINE_VERB_COUNT)
        return false;
    for (int i = 0; i < 8; i++)
        number |= (uint64_t)at[5 + i] << (8 * i);
    if (number > INT64_MAX || (number && at[4] != MACHINE_CLOCK))
        return false;
    *out_request = (struct machine_request){.verb = (enum machine_verb)at[4],
                                            .unix_s = (int64_t)number};
    return true;
}

bool is_machine_message_reply(struct span bytes, struct machine_reply *out_reply)
{
    const unsigned char *at = (const unsigned char *)bytes.data;
    if (bytes.count != MACHINE_REPLY_BYTES ||
        memcmp(at, reply_mark, sizeof reply_mark) != 0 || at[4] >= MACHINE_RESULT_COUNT ||
        at[5] > 1)
        return false;
    *out_reply =
        (struct machine_reply){.result = (enum machine_result)at[4], .is_synced = at[5]};
    return true;
}

const char *machine_message_words(enum machine_result result)
{
    static const char *const words[] = {
#define MACHINE_RESULT(NAME, sentence) sentence,
#include "machine/machine_result.def"
#undef MACHINE_RESULT
    };
    return words[result < MACHINE_RESULT_COUNT ? result : MACHINE_RESULT_REFUSED];
}
