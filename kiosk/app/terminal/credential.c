#include "app/terminal/credential.h"

#include "base/arena.h"
#include "base/file.h"
#include "seal/hkdf.h"

#include <stdlib.h>
#include <string.h>

enum { FILE_MAX_BYTES = 4096, ROOM_BYTES = 16 * 1024 };

/* However long it is, and however it was made: it must only be long enough. */
static enum status key_of(struct span bytes, struct secret *out_key)
{
    if (bytes.count < DRAFT_KEY_BYTES)
        return fail(STATUS_DAMAGED,
                    "the credential resonance-ledger has fewer than %d bytes: make it "
                    "anew, as the guide says",
                    DRAFT_KEY_BYTES);
    const enum status status = secret_open(DRAFT_KEY_BYTES, out_key);
    if (status == OK)
        hkdf_derive(SPAN(""), bytes, SPAN("resonance credential 1"), out_key->bytes,
                    out_key->count);
    return status;
}

enum status credential_read(struct secret *out_key)
{
    const char *folder = getenv("CREDENTIALS_DIRECTORY");
    struct arena room;
    struct span bytes;
    if (!folder)
        return fail(STATUS_NOT_FOUND, "this process was given no credential");
    enum status status = arena_init_guarded(&room, ROOM_BYTES, NULL);
    if (status != OK)
        return status;
    status = file_read(&room, file_path(&room, folder, "resonance-ledger"),
                       FILE_MAX_BYTES, &bytes);
    if (status == OK)
        status = key_of(bytes, out_key);
    arena_done(&room);
    return status;
}

/* One for each name, so that nothing can be put in another one's place. */
static enum status key_for(const struct secret *key, const char *name,
                           struct secret *out_key)
{
    const enum status status = secret_open(DRAFT_KEY_BYTES, out_key);
    if (status == OK)
        hkdf_derive(SPAN(""), secret_span(key), span_of(name), out_key->bytes,
                    out_key->count);
    return status;
}

enum status credential_wrap(const struct secret *key, const char *name,
                            const unsigned char device_id[CHAIN_ID_BYTES],
                            const unsigned char *secret,
                            unsigned char out_wrapped[CREDENTIAL_WRAPPED_BYTES])
{
    scoped_secret own = {0};
    const enum status status = key_for(key, name, &own);
    if (status == OK)
        draft_key_wrap(own.bytes, device_id, secret, out_wrapped);
    return status;
}

enum status credential_unwrap(const struct secret *key, const char *name,
                              const unsigned char device_id[CHAIN_ID_BYTES],
                              struct span wrapped, unsigned char *out_secret)
{
    scoped_secret own = {0};
    enum status status = key_for(key, name, &own);
    if (status == OK)
        status = wrapped.count == CREDENTIAL_WRAPPED_BYTES
                     ? draft_key_unwrap(own.bytes, device_id,
                                        (const unsigned char *)wrapped.data, out_secret)
                     : STATUS_WRONG_KEY;
    return status == OK || status == STATUS_IO
               ? status
               : fail(STATUS_WRONG_KEY,
                      "the credential of this machine does not open the key of this "
                      "terminal: the disk comes from another machine, or the credential "
                      "was made anew; export what is sealed here, then begin with an "
                      "empty data folder and --request");
}
