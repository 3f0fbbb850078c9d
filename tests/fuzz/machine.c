/* Any bytes as a message to the helper of the machine, and as its answer: what is taken is written
 * again byte for byte, and a request, whatever it says, ends nothing where nothing can be ended and
 * sets a clock to nothing that cannot be. */
#include "machine/machine_clock.h"
#include "machine/machine_serve.h"

#include "base/file.h"
#include "base/must.h"
#include "memory_folder.h"

#include <stdio.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char clock_file[MEMORY_FOLDER_BYTES + 8];

static enum machine_result wanted(const struct machine_request *request)
{
    if (request->verb == MACHINE_LOOK)
        return MACHINE_RESULT_DONE;
    if (request->verb != MACHINE_CLOCK)
        return MACHINE_RESULT_HELD;
    return request->unix_s > MACHINE_CLOCK_FROM_S && request->unix_s < MACHINE_CLOCK_TO_S
               ? MACHINE_RESULT_DONE
               : MACHINE_RESULT_IMPOSSIBLE;
}

static void try_request(struct span input)
{
    unsigned char again[MACHINE_REQUEST_BYTES];
    struct machine_request request;
    const struct machine_place place = {.clock = clock_file};
    if (!is_machine_message_request(input, &request))
        return;
    machine_message_request_write(&request, again);
    must(memcmp(again, input.data, sizeof again) == 0);
    const struct machine_reply reply = machine_serve(&place, &request);
    must(reply.result == wanted(&request) && !reply.is_synced);
}

static void begin(void)
{
    char folder[MEMORY_FOLDER_BYTES];
    must(memory_folder_open("fuzz-machine", folder));
    snprintf(clock_file, sizeof clock_file, "%s/clock", folder);
    must(file_write(clock_file, SPAN(""), 0600) == OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static bool is_begun;
    const struct span input = {(const char *)data, size};
    unsigned char again[MACHINE_REPLY_BYTES];
    struct machine_reply reply;
    if (!is_begun)
        begin();
    is_begun = true;
    try_request(input);
    if (is_machine_message_reply(input, &reply)) {
        machine_message_reply_write(&reply, again);
        must(memcmp(again, input.data, sizeof again) == 0);
        must(*machine_message_words(reply.result) != 0);
    }
    return 0;
}
