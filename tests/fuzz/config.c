/* The readers of configuration documents on any bytes: the first byte chooses the document. What is
 * taken is written, and what was written is taken again. */
#include "setup/config_request.h"
#include "setup/organization.h"

#include "base/must.h"

#define AGAIN(name, type)                                                                \
    static void try_##name(struct arena *arena, struct span bytes)                       \
    {                                                                                    \
        struct type *first = NULL, *second = NULL;                                       \
        if (name##_read(arena, bytes, &first) != OK)                                     \
            return;                                                                      \
        const struct span written = name##_write(arena, first);                          \
        must(name##_read(arena, written, &second) == OK);                                \
        must(is_span_equal(written, name##_write(arena, second)));                       \
    }

AGAIN(organization, organization)
AGAIN(config_request, config_request)
AGAIN(config_manifest, manifest)
AGAIN(config_keyset, keyset)
AGAIN(config_invitations, invitations)
AGAIN(config_terminal, terminal_config)
AGAIN(config_erased, config_erased)
AGAIN(config_checked, config_checked)
AGAIN(config_received, config_received)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static void (*const tries[])(struct arena *, struct span) = {
        try_organization,  try_config_request,     try_config_manifest,
        try_config_keyset, try_config_invitations, try_config_terminal,
        try_config_erased, try_config_checked,     try_config_received,
    };
    struct arena arena;
    if (!size)
        return 0;
    arena_init(&arena, 256 << 20);
    tries[data[0] % (sizeof tries / sizeof *tries)](
        &arena, (struct span){(const char *)data + 1, size - 1});
    arena_done(&arena);
    return 0;
}
