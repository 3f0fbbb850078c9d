#include "stick/stick_message.h"

#include <string.h>

static const char request_mark[4] = "RST1", reply_mark[4] = "RSR1";

void stick_message_request_write(const struct stick_request *request,
                                 unsigned char out_bytes[STICK_REQUEST_BYTES])
{
    memcpy(out_bytes, request_mark, sizeof request_mark);
    out_bytes[4] = (unsigned char)request->verb;
    out_bytes[5] = (unsigned char)request->slot;
    memcpy(out_bytes + 6, request->number, STICK_NUMBER_BYTES);
}

void stick_message_reply_write(const struct stick_reply *reply,
                               unsigned char out_bytes[STICK_REPLY_BYTES])
{
    memcpy(out_bytes, reply_mark, sizeof reply_mark);
    out_bytes[4] = (unsigned char)reply->result;
    for (int i = 0; i < 8; i++)
        out_bytes[5 + i] = (unsigned char)(reply->count >> (8 * i));
}

bool stick_message_request_read(struct span bytes, struct stick_request *out_request)
{
    const unsigned char *at = (const unsigned char *)bytes.data;
    if (bytes.count != STICK_REQUEST_BYTES ||
        memcmp(at, request_mark, sizeof request_mark) != 0 || at[4] >= STICK_VERB_COUNT ||
        at[5] >= STICK_SLOTS)
        return false;
    *out_request = (struct stick_request){.verb = (enum stick_verb)at[4], .slot = at[5]};
    memcpy(out_request->number, at + 6, STICK_NUMBER_BYTES);
    return true;
}

bool stick_message_reply_read(struct span bytes, struct stick_reply *out_reply)
{
    const unsigned char *at = (const unsigned char *)bytes.data;
    if (bytes.count != STICK_REPLY_BYTES ||
        memcmp(at, reply_mark, sizeof reply_mark) != 0 || at[4] >= STICK_RESULT_COUNT)
        return false;
    *out_reply = (struct stick_reply){.result = (enum stick_result)at[4]};
    for (int i = 0; i < 8; i++)
        out_reply->count |= (uint64_t)at[5 + i] << (8 * i);
    return true;
}

const char *stick_message_words(enum stick_result result)
{
    static const char *const words[] = {
#define STICK_RESULT(NAME, sentence) sentence,
#include "stick/stick_result.def"
#undef STICK_RESULT
    };
    return words[result < STICK_RESULT_COUNT ? result : STICK_RESULT_REFUSED];
}
