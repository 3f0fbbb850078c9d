/* config_request: what a terminal asks the desk with: its number, the public key that signs its
 * entries, and what people call it. Canonical JSON, one small file on a stick. */
#ifndef SETUP_CONFIG_REQUEST_H
#define SETUP_CONFIG_REQUEST_H

#include "setup/config.h"

enum { CONFIG_REQUEST_BYTES_MAX = 4096, CONFIG_LABEL_BYTES_MAX = 64 };

struct config_request {
    unsigned char device_id[CHAIN_ID_BYTES];
    unsigned char device_key[CHAIN_PUBLIC_KEY_BYTES];
    struct span label; /* "Lobby, Haifa" */
};

/* config_request_write(arena, request), config_request_read(arena, bytes, out_request):
 * Canonical bytes and back. STATUS_BAD_INPUT with the key that does not fit; a label has 1 to
 * CONFIG_LABEL_BYTES_MAX bytes. */
struct span config_request_write(struct arena *arena,
                                 const struct config_request *request);
must_check enum status config_request_read(struct arena *arena, struct span bytes,
                                           struct config_request **out_request);

#endif
