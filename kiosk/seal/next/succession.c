#include "seal/next/succession.h"

#include "base/json/canonical.h"
#include "base/json/canonical_take.h"
#include "seal/seal.h"

#include <string.h>

static const char label[] = "rs-next-v1"; /* what is signed begins with it */
enum {
    LABEL_BYTES = sizeof label - 1,
    MESSAGE_BYTES = LABEL_BYTES + CHAIN_HASH_BYTES,
    HEX_BYTES = 2 * CHAIN_SIGNATURE_BYTES,
    KEY_BYTES = sizeof(struct minisign_public),
};
_Static_assert((int)KEY_BYTES == MINISIGN_NUMBER_BYTES + CHAIN_PUBLIC_KEY_BYTES,
               "number and key, one after the other");

static struct span message_of(struct span json, unsigned char message[MESSAGE_BYTES])
{
    memcpy(message, label, LABEL_BYTES);
    seal_hash("next", json, message + LABEL_BYTES);
    return (struct span){(const char *)message, MESSAGE_BYTES};
}

/* ---- as JSON ---- */

enum part { PART_ENDS, PART_LOG, PART_PEOPLE, PART_ROLL };
static const char *const part_names[][2] = {[PART_ENDS] = {"ends", "ends_hash"},
                                            [PART_LOG] = {"log", "log_hash"},
                                            [PART_PEOPLE] = {"people", "people_hash"},
                                            [PART_ROLL] = {"roll", "roll_hash"}};

static void part_write(struct canonical *c, enum part name,
                       const struct succession_part *part)
{
    canonical_whole(c, part_names[name][0], (int64_t)part->count);
    canonical_hex(c, part_names[name][1], part->hash, sizeof part->hash);
}

static void part_take(struct canonical_take *take, const struct json *root,
                      enum part name, struct succession_part *part)
{
    part->count =
        (uint64_t)canonical_take_whole(take, root, part_names[name][0], 0, INT64_MAX);
    canonical_take_hex(take, root, part_names[name][1], part->hash, sizeof part->hash);
}

static struct span body_write(struct arena *arena, const struct succession *succession)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    part_write(&c, PART_ENDS, &succession->ends);
    part_write(&c, PART_LOG, &succession->log);
    canonical_hex(&c, "next", &succession->next, KEY_BYTES);
    part_write(&c, PART_PEOPLE, &succession->people);
    canonical_hex(&c, "previous", &succession->previous, KEY_BYTES);
    part_write(&c, PART_ROLL, &succession->roll);
    canonical_whole(&c, "unix_s", succession->unix_s);
    canonical_end(&c);
    return canonical_bytes(&c);
}

static enum status body_read(struct arena *arena, struct span json,
                             struct succession *succession)
{
    struct canonical_take take = {arena, "the change of the signing key", STATUS_DAMAGED,
                                  OK};
    struct arena scratch;
    canonical_take_scratch(&scratch);
    const struct json *root = canonical_take_root(&take, &scratch, json);
    part_take(&take, root, PART_ENDS, &succession->ends);
    part_take(&take, root, PART_LOG, &succession->log);
    canonical_take_hex(&take, root, "next", &succession->next, KEY_BYTES);
    part_take(&take, root, PART_PEOPLE, &succession->people);
    canonical_take_hex(&take, root, "previous", &succession->previous, KEY_BYTES);
    part_take(&take, root, PART_ROLL, &succession->roll);
    succession->unix_s = canonical_take_whole(&take, root, "unix_s", 0, INT64_MAX / 1000);
    if (take.status == OK)
        canonical_take_same(&take, json, body_write(arena, succession));
    arena_done(&scratch);
    return take.status;
}

/* ---- signed ---- */

struct span succession_write(struct arena *arena, const struct succession *succession,
                             const struct minisign_key *previous,
                             const struct minisign_key *next)
{
    unsigned char message[MESSAGE_BYTES], one[CHAIN_SIGNATURE_BYTES],
        other[CHAIN_SIGNATURE_BYTES];
    const struct span json = body_write(arena, succession);
    sign_bytes(previous->secret, message_of(json, message), one);
    sign_bytes(next->secret, message_of(json, message), other);
    return span_format(arena, "%.*s %.*s %.*s", SPAN_ARGS(json),
                       SPAN_ARGS(span_hex(arena, one, sizeof one)),
                       SPAN_ARGS(span_hex(arena, other, sizeof other)));
}

static enum status signature_check(const struct minisign_public *public, struct span json,
                                   struct span hex)
{
    unsigned char message[MESSAGE_BYTES], signature[CHAIN_SIGNATURE_BYTES];
    return is_span_hex(hex, sizeof signature, signature) &&
                   sign_verify(public->key, message_of(json, message), signature) == OK
               ? OK
               : fail(STATUS_FORGED, "the change of the signing key is not what the key "
                                     "before and the next one have signed");
}

enum status succession_read(struct arena *arena, struct span line,
                            struct succession *out_succession)
{
    struct succession succession;
    const size_t end = 2 * (HEX_BYTES + 1), at = line.count > end ? line.count - end : 0;
    if (!at || line.count > SUCCESSION_BYTES_MAX || line.data[at] != ' ' ||
        line.data[at + HEX_BYTES + 1] != ' ')
        return fail(STATUS_DAMAGED, "the change of the signing key is not whole");
    const struct span json = span_cut(line, 0, at);
    enum status status = body_read(arena, json, &succession);
    if (status == OK && is_succession_key(&succession.previous, &succession.next))
        status = fail(STATUS_FORGED, "a signing key is named as its own next one");
    const struct minisign_public *const signers[] = {&succession.previous,
                                                     &succession.next};
    for (size_t i = 0; i < 2 && status == OK; i++)
        status = signature_check(signers[i], json,
                                 span_cut(line, at + 1 + i * (HEX_BYTES + 1), HEX_BYTES));
    if (status == OK)
        *out_succession = succession;
    return status;
}

/* ---- all of them ---- */

bool is_succession_key(const struct minisign_public *one,
                       const struct minisign_public *other)
{
    return memcmp(one, other, KEY_BYTES) == 0;
}

/* No key comes twice: one that gave way is never the present one again. */
static enum status place_check(const struct succession *list, size_t count)
{
    const struct succession *last = &list[count];
    if (count && !is_succession_key(&list[count - 1].next, &last->previous))
        return fail(STATUS_FORGED, "a change of the signing key is missing, or they "
                                   "stand in another order");
    return succession_from(list, count, &last->next)
               ? fail(STATUS_FORGED, "a signing key that gave way is named again")
               : OK;
}

enum status succession_list(struct arena *arena, struct span bytes,
                            struct succession **out_list, size_t *out_count)
{
    struct succession *list = arena_array(arena, struct succession, SUCCESSION_MOST);
    struct span line;
    size_t count = 0;
    enum status status = OK;
    while (status == OK && bytes.count && span_next(&bytes, '\n', &line)) {
        if (count == SUCCESSION_MOST)
            return fail(STATUS_TOO_LARGE,
                        "the signing key was changed more than %d times",
                        SUCCESSION_MOST);
        status = succession_read(arena, line, &list[count]);
        if (status == OK)
            status = place_check(list, count++);
    }
    if (status != OK)
        return status;
    *out_list = list;
    *out_count = count;
    return OK;
}

const struct succession *succession_from(const struct succession *list, size_t count,
                                         const struct minisign_public *public)
{
    for (size_t i = 0; i < count; i++)
        if (is_succession_key(&list[i].previous, public))
            return &list[i];
    return NULL;
}
