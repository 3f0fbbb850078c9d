#include "app/terminal/offer.h"

#include "app/common/console.h"
#include "base/file.h"
#include "setup/config.h"

#include <stdio.h>
#include <string.h>

enum {
    MANIFEST_MAX_BYTES = 256 * 1024,
    PATH_BYTES = 8 * 1024,
    ARENA_BYTES = 4 * 1024 * 1024
};

static int64_t sequence_of(struct arena *arena, const char *folder)
{
    struct manifest *manifest;
    struct span bytes;
    enum status status = file_read(arena, file_path(arena, folder, "manifest.json"),
                                   MANIFEST_MAX_BYTES, &bytes);
    if (status == OK)
        status = config_manifest_read(arena, bytes, &manifest);
    return status == OK ? manifest->sequence : 0;
}

static void offer_add(struct offer *offers, size_t *count, struct offer offer)
{
    size_t at = *count;
    for (; at > 0 && offers[at - 1].sequence < offer.sequence; at--)
        offers[at] = offers[at - 1];
    offers[at] = offer;
    *count += 1;
}

size_t offer_find(struct arena *names, const char *config, const char *incoming,
                  struct offer out_offers[OFFERS_MAX])
{
    static const char *const slots[] = {OFFER_SLOTS};
    struct arena arena;
    size_t count = 0;
    arena_init(&arena, ARENA_BYTES);
    offer_add(out_offers, &count,
              (struct offer){config, sequence_of(&arena, config), -1});
    for (size_t i = 0; incoming && i < sizeof slots / sizeof *slots; i++) {
        const char *folder = file_path(names, incoming, slots[i]);
        const int64_t sequence = sequence_of(&arena, folder);
        if (sequence)
            offer_add(out_offers, &count, (struct offer){folder, sequence, (int)i});
    }
    arena_done(&arena);
    return count > 1 && !out_offers[count - 1].sequence ? count - 1 : count;
}

void offer_tell(struct offer_told *told, const struct offer *offer, enum status why)
{
    char words[OFFER_WORDS_BYTES];
    snprintf(words, sizeof words, "configuration %lld in %s is not taken: %s",
             (long long)offer->sequence, offer->folder, status_last());
    if (strcmp(words, told->words) == 0)
        return;
    memcpy(told->words, words, sizeof words);
    told->why = why;
    console_line(CONSOLE_ERROR, "resonance-kiosk: note: %s", words);
}
