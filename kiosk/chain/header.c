/* One table of rows says where each field lies; writing and reading walk the same rows, so they
 * cannot disagree. */
#include "chain/header.h"

#include "base/little.h"
#include "base/must.h"

#include <stdbool.h>
#include <string.h>

enum {
    SUITE = 1,
    SUITE_AT = 4,
    TYPE_AT = 5,
    FLAGS_AT = 6,
    FLAGS_BYTES = 2,
    COUNTER_AT = 40,
    NUMBER_BYTES = 8,
};

static const char magic[SUITE_AT] = {'H', 'F', 'E', '1'};

struct field {
    size_t at;     /* in the bytes */
    size_t member; /* in struct header */
    size_t bytes;
    bool is_number;
};

#define BYTES(at, name)                                                                  \
    {                                                                                    \
        at, offsetof(struct header, name), sizeof((struct header *)0)->name, 0           \
    }
#define NUMBER(at, name)                                                                 \
    {                                                                                    \
        at, offsetof(struct header, name), NUMBER_BYTES, 1                               \
    }
static const struct field fields[] = {
    BYTES(8, device_id),      NUMBER(24, epoch),         NUMBER(32, sequence),
    NUMBER(48, time_s),       BYTES(56, record_id),      BYTES(72, assessment_hash),
    BYTES(104, keyset_hash),  BYTES(136, software_hash), NUMBER(168, payload_bytes),
    BYTES(176, payload_hash), BYTES(208, previous_hash),
};
enum { FIELD_COUNT = sizeof fields / sizeof *fields };
_Static_assert(208 + CHAIN_HASH_BYTES == HEADER_BYTES, "the last field ends the header");

/* The last second of the year 9999: what people read is a date, and so is what is computed with. */
#define TIME_MAX_S 253402300799ULL

uint64_t header_day(int64_t unix_ms)
{
    const uint64_t given = unix_ms > 0 ? (uint64_t)unix_ms / 1000 : 0;
    const uint64_t seconds = given > TIME_MAX_S ? TIME_MAX_S : given;
    return seconds - seconds % HEADER_DAY_S;
}

/* The rules of single fields, the same for writing and reading. */
static const char *fault_of(const struct header *header)
{
    if (header->sequence == 0)
        return "its number is 0";
    if (header->time_s % HEADER_HOUR_S)
        return "its time is not a whole hour";
    if (header->time_s > TIME_MAX_S)
        return "its time lies after the year 9999";
    return NULL;
}

static bool is_known(enum header_type type)
{
    switch (type) {
    case HEADER_RESULT:
    case HEADER_START:
    case HEADER_EVENT:
        return true;
    }
    return false;
}

void header_write(const struct header *header, unsigned char out_bytes[HEADER_BYTES])
{
    must(is_known(header->type) && fault_of(header) == NULL);
    memset(out_bytes, 0, HEADER_BYTES);
    memcpy(out_bytes, magic, sizeof magic);
    out_bytes[SUITE_AT] = SUITE;
    out_bytes[TYPE_AT] = (unsigned char)header->type;
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        const struct field *field = &fields[i];
        const char *member = (const char *)header + field->member;
        uint64_t number;
        if (field->is_number) {
            memcpy(&number, member, sizeof number);
            little_write(number, field->bytes, out_bytes + field->at);
        } else {
            memcpy(out_bytes + field->at, member, field->bytes);
        }
    }
}

static void fields_read(const unsigned char *bytes, struct header *header)
{
    header->type = (enum header_type)bytes[TYPE_AT];
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        const struct field *field = &fields[i];
        char *member = (char *)header + field->member;
        if (field->is_number) {
            const uint64_t number = little_read(bytes + field->at, field->bytes);
            memcpy(member, &number, sizeof number);
        } else {
            memcpy(member, bytes + field->at, field->bytes);
        }
    }
}

enum status header_read(struct span bytes, struct header *out_header)
{
    const unsigned char *at = (const unsigned char *)bytes.data;
    struct header header = {0};
    if (bytes.count != HEADER_BYTES || memcmp(at, magic, sizeof magic) != 0)
        return fail(STATUS_DAMAGED, "this is not a header of %d bytes", HEADER_BYTES);
    if (at[SUITE_AT] != SUITE)
        return fail(STATUS_UNSUPPORTED,
                    "the header is of suite %d; this program knows suite %d",
                    at[SUITE_AT], SUITE);
    fields_read(at, &header);
    if (!is_known(header.type) || little_read(at + FLAGS_AT, FLAGS_BYTES))
        return fail(STATUS_UNSUPPORTED, "the header has an unknown type or flag");
    const char *fault = little_read(at + COUNTER_AT, NUMBER_BYTES)
                            ? "it has a counter but says that there is none"
                            : fault_of(&header);
    if (fault)
        return fail(STATUS_DAMAGED, "the header is impossible: %s", fault);
    *out_header = header;
    return OK;
}
