/* Writes the request of a terminal as canonical JSON. */
#include "setup/config_request.h"

#include "base/json/canonical.h"

struct span config_request_write(struct arena *arena,
                                 const struct config_request *request)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_hex(&c, "device_id", request->device_id, sizeof request->device_id);
    canonical_hex(&c, "device_key", request->device_key, sizeof request->device_key);
    canonical_text(&c, "label", request->label);
    canonical_end(&c);
    return canonical_bytes(&c);
}
