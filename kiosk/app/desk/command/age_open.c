/* `resonance age-open --identity FILE INPUT`: opens a sealed payload by hand, without archive and
 * envelope. For recovery, and to check the format. */
#include "app/desk/command/operation.h"

#include "base/file.h"
#include "seal/age/age_unwrap.h"

enum {
    MIB = 1024 * 1024,
    CONTENT_MAX_BYTES = 64 * MIB,
    INPUT_MAX_BYTES = CONTENT_MAX_BYTES + MIB, /* header and tags besides */
};

enum status age_open_run(struct operation *operation)
{
    const char *identity = options_text(&operation->values, "identity");
    struct arena arena; /* the file and its content; wiped when it is done */
    struct span file, content;
    if (!identity)
        return fail(STATUS_USAGE, "an identity file and an input file are needed; see "
                                  "resonance age-open --help");
    enum status status = keys_open_file(identity, &operation->keys);
    if (status != OK)
        return status;
    arena_init(&arena, 2 * (size_t)INPUT_MAX_BYTES);
    status = file_read(&arena, operation->values.files[0], INPUT_MAX_BYTES, &file);
    if (status == OK)
        status = age_unwrap(&arena, operation->keys.identities, operation->keys.count,
                            CONTENT_MAX_BYTES, file, &content);
    if (status == OK)
        status = office_put(&operation->office, content);
    arena_done(&arena);
    return status;
}
