/* One table of rows says where each field lies; writing and reading walk the same rows,
 * so they cannot disagree. */
#include "seal/envelope.h"

#include "base/must.h"
#include "seal/code/crockford.h"
#include "base/little.h"

#include <string.h>

enum { SUITE = 1, TYPE_AT = 5, FLAGS_AT = 6, FLAGS_BYTES = 2, RECEIPT_GROUP = 4 };

static const char magic[4] = {'H', 'F', 'E', '1'};
static const char entry_personal[] = "hf-entry-v1";
static const char signature_label[] = "hf-sig-v1"; /* without its 0 */

enum { LABEL_BYTES = sizeof signature_label - 1 };
enum { KNOWN_FLAGS = ENVELOPE_CLOCK_TRUSTED | ENVELOPE_HAS_COUNTER | ENVELOPE_PARTIAL };

struct field {
    size_t at;     /* in the bytes */
    size_t member; /* in struct envelope */
    size_t bytes;
    bool is_number;
};

#define BYTES(at, name)                                                                  \
    {                                                                                    \
        at, offsetof(struct envelope, name), sizeof((struct envelope *)0)->name, 0       \
    }
#define NUMBER(at, name)                                                                 \
    {                                                                                    \
        at, offsetof(struct envelope, name), sizeof(uint64_t), 1                         \
    }
static const struct field fields[] = {
    BYTES(8, device_id),        NUMBER(24, epoch),        NUMBER(32, sequence),
    NUMBER(40, counter),        NUMBER(48, time_s),       BYTES(56, record_id),
    BYTES(72, form_hash),       BYTES(104, keyset_hash),  BYTES(136, software_hash),
    NUMBER(168, payload_bytes), BYTES(176, payload_hash), BYTES(208, previous_hash),
};
enum { FIELD_COUNT = sizeof fields / sizeof *fields };

uint64_t envelope_hour(int64_t unix_ms)
{
    const int64_t seconds = unix_ms > 0 ? unix_ms / 1000 : 0;
    return (uint64_t)(seconds - seconds % ENVELOPE_HOUR_S);
}

/* The rules between fields, the same for writing and reading. */
static const char *fault_of(const struct envelope *envelope)
{
    if (envelope->sequence == 0)
        return "its number is 0";
    if (envelope->time_s % ENVELOPE_HOUR_S)
        return "its time is no whole hour";
    if (envelope->counter && !(envelope->flags & ENVELOPE_HAS_COUNTER))
        return "it has a counter but says that there is none";
    return NULL;
}

static bool is_known(const struct envelope *envelope)
{
    return envelope->type >= ENVELOPE_RESULT && envelope->type <= ENVELOPE_EVENT &&
           !(envelope->flags & ~KNOWN_FLAGS);
}

void envelope_write(const struct envelope *envelope,
                    unsigned char out_bytes[ENVELOPE_BYTES])
{
    must(is_known(envelope) && fault_of(envelope) == NULL);
    memcpy(out_bytes, magic, sizeof magic);
    out_bytes[sizeof magic] = SUITE;
    out_bytes[TYPE_AT] = (unsigned char)envelope->type;
    little_write(envelope->flags, FLAGS_BYTES, out_bytes + FLAGS_AT);
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        const struct field *field = &fields[i];
        const char *member = (const char *)envelope + field->member;
        uint64_t number;
        if (field->is_number) {
            memcpy(&number, member, sizeof number);
            little_write(number, field->bytes, out_bytes + field->at);
        } else {
            memcpy(out_bytes + field->at, member, field->bytes);
        }
    }
}

static void fields_read(const unsigned char *bytes, struct envelope *envelope)
{
    envelope->type = (enum envelope_type)bytes[TYPE_AT];
    envelope->flags = (uint16_t)little_read(bytes + FLAGS_AT, FLAGS_BYTES);
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        const struct field *field = &fields[i];
        char *member = (char *)envelope + field->member;
        const uint64_t number = field->is_number ? little_read(bytes + field->at, 8) : 0;
        if (field->is_number)
            memcpy(member, &number, sizeof number);
        else
            memcpy(member, bytes + field->at, field->bytes);
    }
}

enum status envelope_read(struct span bytes, struct envelope *out_envelope)
{
    struct envelope envelope = {0};
    if (bytes.count != ENVELOPE_BYTES || memcmp(bytes.data, magic, sizeof magic) != 0)
        return fail(STATUS_DAMAGED, "this is no envelope of %d bytes", ENVELOPE_BYTES);
    if (bytes.data[sizeof magic] != SUITE)
        return fail(STATUS_UNSUPPORTED,
                    "the envelope is of suite %d; this program knows suite %d",
                    (unsigned char)bytes.data[sizeof magic], SUITE);
    fields_read((const unsigned char *)bytes.data, &envelope);
    if (!is_known(&envelope))
        return fail(STATUS_UNSUPPORTED, "the envelope has an unknown type or flag");
    const char *fault = fault_of(&envelope);
    if (fault)
        return fail(STATUS_DAMAGED, "the envelope is impossible: %s", fault);
    *out_envelope = envelope;
    return OK;
}

void envelope_hash(const unsigned char bytes[ENVELOPE_BYTES],
                   unsigned char out_hash[SEAL_HASH_BYTES])
{
    seal_hash(entry_personal, (struct span){(const char *)bytes, ENVELOPE_BYTES},
              out_hash);
}

/* What is signed: the label, then the entry hash. */
static struct span signed_bytes(const unsigned char bytes[ENVELOPE_BYTES],
                                unsigned char out_message[LABEL_BYTES + SEAL_HASH_BYTES])
{
    memcpy(out_message, signature_label, LABEL_BYTES);
    envelope_hash(bytes, out_message + LABEL_BYTES);
    return (struct span){(const char *)out_message, LABEL_BYTES + SEAL_HASH_BYTES};
}

void envelope_sign(const unsigned char secret[SIGN_SECRET_BYTES],
                   const unsigned char bytes[ENVELOPE_BYTES],
                   unsigned char out_signature[SIGN_SIGNATURE_BYTES])
{
    unsigned char message[LABEL_BYTES + SEAL_HASH_BYTES];
    sign_bytes(secret, signed_bytes(bytes, message), out_signature);
}

enum status envelope_verify(const unsigned char public[SIGN_PUBLIC_BYTES],
                            const unsigned char bytes[ENVELOPE_BYTES],
                            const unsigned char signature[SIGN_SIGNATURE_BYTES])
{
    unsigned char message[LABEL_BYTES + SEAL_HASH_BYTES];
    if (sign_verify(public, signed_bytes(bytes, message), signature) != OK)
        return fail(STATUS_FORGED,
                    "the envelope was altered or another device signed it");
    return OK;
}

void envelope_cover(struct span payload, struct envelope *envelope)
{
    envelope->payload_bytes = payload.count;
    seal_hash(NULL, payload, envelope->payload_hash);
}

enum status envelope_check(const struct envelope *envelope, struct span payload)
{
    struct envelope covering = {0};
    envelope_cover(payload, &covering);
    if (envelope->payload_bytes != covering.payload_bytes ||
        !is_seal_equal(envelope->payload_hash, covering.payload_hash, SEAL_HASH_BYTES))
        return fail(STATUS_DAMAGED,
                    "the sealed content is not the one its envelope names");
    return OK;
}

void envelope_receipt(const unsigned char hash[SEAL_HASH_BYTES],
                      char out_text[ENVELOPE_RECEIPT_BYTES])
{
    char symbols[16];
    size_t used = 0;
    crockford_write(hash, sizeof symbols, symbols);
    for (size_t i = 0; i < sizeof symbols; i++) {
        if (i && i % RECEIPT_GROUP == 0)
            out_text[used++] = '-';
        out_text[used++] = symbols[i];
    }
    out_text[used] = 0;
}
