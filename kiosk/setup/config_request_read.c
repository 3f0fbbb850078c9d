/* Reads the request of a terminal, as written by config_request_write.c. */
#include "setup/config_request.h"

#include "base/json/canonical_take.h"
#include "base/text/shown_text.h"

enum status config_request_read(struct arena *arena, struct span bytes,
                                struct config_request **out_request)
{
    struct canonical_take take = {
        .arena = arena, .document = "request of a terminal", .bad = STATUS_BAD_INPUT};
    struct config_request *request = arena_new(arena, struct config_request);
    struct arena scratch;
    if (bytes.count > CONFIG_REQUEST_BYTES_MAX)
        return fail(STATUS_TOO_LARGE, "a request of a terminal has at most %d bytes",
                    CONFIG_REQUEST_BYTES_MAX);
    canonical_take_scratch(&scratch);
    const struct json *root = canonical_take_root(&take, &scratch, bytes);
    canonical_take_hex(&take, root, "device_id", request->device_id,
                       sizeof request->device_id);
    canonical_take_hex(&take, root, "device_key", request->device_key,
                       sizeof request->device_key);
    request->label = canonical_take_text(&take, root, "label");
    if (take.status == OK &&
        (!request->label.count || request->label.count > CONFIG_LABEL_BYTES_MAX))
        canonical_take_wrong(&take, "\"label\" must have 1 to 64 bytes");
    if (take.status == OK)
        take.status = shown_text_check("label", request->label);
    arena_done(&scratch);
    if (take.status == OK)
        *out_request = request;
    return take.status;
}
