/* Any bytes as a message to the helper that mounts sticks, and as its answer: what is taken is
 * written again byte for byte, and a request, whatever it says, leaves an empty stick empty. */
#include "stick/stick_message.h"
#include "stick/stick_serve.h"

#include "base/must.h"
#include "memory_folder.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char folder[MEMORY_FOLDER_BYTES];

static void try_request(struct span input)
{
    unsigned char again[STICK_REQUEST_BYTES];
    struct stick_request request;
    const struct stick_place place = {.folder = folder, .incoming = folder};
    if (!stick_message_request_read(input, &request))
        return;
    stick_message_request_write(&request, again);
    must(memcmp(again, input.data, sizeof again) == 0);
    const struct stick_reply reply = stick_serve(&place, &request, -1);
    must(reply.count == 0);
    must(request.verb == STICK_LOOK   ? reply.result == STICK_RESULT_DONE
         : request.verb == STICK_TAKE ? reply.result == STICK_RESULT_NOTHING
                                      : reply.result == STICK_RESULT_REFUSED);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static bool is_begun;
    const struct span input = {(const char *)data, size};
    unsigned char again[STICK_REPLY_BYTES];
    struct stick_reply reply;
    if (!is_begun)
        must(memory_folder_open("fuzz-stick", folder));
    is_begun = true;
    try_request(input);
    if (stick_message_reply_read(input, &reply)) {
        stick_message_reply_write(&reply, again);
        must(memcmp(again, input.data, sizeof again) == 0);
        must(*stick_message_words(reply.result) != 0);
    }
    return 0;
}
