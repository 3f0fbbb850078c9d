/* The header around a record and the facts inside it: nothing can be changed or moved. */
#include "memory_check.h"
#include "seal_kit.h"

#include "seal/envelope.h"
#include "seal/payload.h"
#include "seal/payload_unwrap.h"

enum { CONSTANT_BYTES = 2048, ROOM_BYTES = CONSTANT_BYTES - PAYLOAD_FACTS_BYTES - 1 };

static struct envelope sample(void)
{
    struct envelope envelope = {.type = ENVELOPE_RESULT,
                                .flags = ENVELOPE_CLOCK_TRUSTED | ENVELOPE_HAS_COUNTER,
                                .epoch = 0x0102030405060708,
                                .sequence = 7,
                                .counter = 9,
                                .time_s = 490000ULL * ENVELOPE_HOUR_S};
    memset(envelope.device_id, 0xd1, sizeof envelope.device_id);
    memset(envelope.record_id, 0x4e, sizeof envelope.record_id);
    memset(envelope.form_hash, 0xf0, sizeof envelope.form_hash);
    memset(envelope.keyset_hash, 0x5e, sizeof envelope.keyset_hash);
    memset(envelope.software_hash, 0x50, sizeof envelope.software_hash);
    memset(envelope.previous_hash, 0x9e, sizeof envelope.previous_hash);
    envelope_cover(SPAN("sealed"), &envelope);
    return envelope;
}

static struct span bytes_of(const unsigned char *bytes)
{
    return (struct span){(const char *)bytes, ENVELOPE_BYTES};
}

static void layout_is_the_one_of_the_design(void **state)
{
    struct arena *arena = *state;
    unsigned char bytes[ENVELOPE_BYTES];
    const struct envelope envelope = sample();
    envelope_write(&envelope, bytes);
    assert_memory_equal(bytes, "HFE1\x01\x01\x03\x00\xd1", 9);
    assert_memory_equal(bytes + 24, "\x08\x07\x06\x05\x04\x03\x02\x01", 8);
    assert_memory_equal(bytes + 32, "\x07\0\0\0\0\0\0\0\x09\0\0\0\0\0\0\0", 16);
    assert_memory_equal(bytes + 48, kit_hex(arena, "00812469").data, 4);
    assert_int_equal(bytes[56], 0x4e);
    assert_int_equal(bytes[72], 0xf0);
    assert_int_equal(bytes[104], 0x5e);
    assert_int_equal(bytes[136], 0x50);
    assert_memory_equal(bytes + 168, "\x06\0\0\0\0\0\0\0", 8);
    assert_memory_equal(bytes + 176, envelope.payload_hash, 32);
    assert_int_equal(bytes[208], 0x9e);
    assert_int_equal(bytes[239], 0x9e);
}

static void reads_what_it_wrote(void **state)
{
    (void)state;
    unsigned char bytes[ENVELOPE_BYTES];
    const struct envelope envelope = sample();
    struct envelope again;
    memset(&again, 0, sizeof again);
    envelope_write(&envelope, bytes);
    assert_int_equal(envelope_read(bytes_of(bytes), &again), OK);
    assert_int_equal(again.type, envelope.type);
    assert_int_equal(again.flags, envelope.flags);
    assert_memory_equal(again.device_id, envelope.device_id, 16);
    assert_int_equal(again.time_s, envelope.time_s);
    unsigned char second[ENVELOPE_BYTES];
    envelope_write(&again, second);
    assert_memory_equal(bytes, second, sizeof bytes);
}

static void impossible_envelopes_are_refused(void **state)
{
    (void)state;
    static const struct {
        size_t at;
        unsigned char value;
        enum status status;
    } rows[] = {
        {0, 'X', STATUS_DAMAGED},   {4, 0, STATUS_UNSUPPORTED},
        {4, 2, STATUS_UNSUPPORTED}, {5, 0, STATUS_UNSUPPORTED},
        {5, 7, STATUS_UNSUPPORTED}, {6, 8, STATUS_UNSUPPORTED},
        {7, 1, STATUS_UNSUPPORTED}, {6, ENVELOPE_CLOCK_TRUSTED, STATUS_DAMAGED},
        {32, 0, STATUS_DAMAGED},    {48, 0x81, STATUS_DAMAGED},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        unsigned char bytes[ENVELOPE_BYTES];
        struct envelope envelope = sample();
        envelope_write(&envelope, bytes);
        bytes[rows[i].at] = rows[i].value;
        assert_int_equal(envelope_read(bytes_of(bytes), &envelope), rows[i].status);
    }
    struct envelope envelope;
    const unsigned char zeros[ENVELOPE_BYTES] = {0};
    assert_int_equal(envelope_read(span_cut(bytes_of(zeros), 0, 239), &envelope),
                     STATUS_DAMAGED);
}

static void each_changed_bit_is_refused(void **state)
{
    (void)state;
    unsigned char secret[SIGN_SECRET_BYTES], public[SIGN_PUBLIC_BYTES];
    unsigned char bytes[ENVELOPE_BYTES], signature[SIGN_SIGNATURE_BYTES];
    const struct envelope envelope = sample();
    const size_t step =
        is_memory_checked() ? 13 : 1; /* no divisor of 8: each place of a byte */
    sign_generate(secret, public);
    envelope_write(&envelope, bytes);
    envelope_sign(secret, bytes, signature);
    assert_int_equal(envelope_verify(public, bytes, signature), OK);
    for (size_t i = 0; i < 8 * sizeof bytes; i += step) {
        bytes[i / 8] = (unsigned char)(bytes[i / 8] ^ 1U << i % 8);
        assert_int_equal(envelope_verify(public, bytes, signature), STATUS_FORGED);
        bytes[i / 8] = (unsigned char)(bytes[i / 8] ^ 1U << i % 8);
    }
    for (size_t i = 0; i < 8 * sizeof signature; i += step) {
        signature[i / 8] = (unsigned char)(signature[i / 8] ^ 1U << i % 8);
        assert_int_equal(envelope_verify(public, bytes, signature), STATUS_FORGED);
        signature[i / 8] = (unsigned char)(signature[i / 8] ^ 1U << i % 8);
    }
    sign_generate(secret, public);
    assert_int_equal(envelope_verify(public, bytes, signature), STATUS_FORGED);
}

/* The signature is over "hf-sig-v1" and the entry hash, and the hash is personalised. */
static void signature_covers_label_and_hash(void **state)
{
    struct arena *arena = *state;
    unsigned char secret[SIGN_SECRET_BYTES], public[SIGN_PUBLIC_BYTES];
    unsigned char bytes[ENVELOPE_BYTES], signature[SIGN_SIGNATURE_BYTES], hash[32],
        same[32];
    const struct envelope envelope = sample();
    sign_generate(secret, public);
    envelope_write(&envelope, bytes);
    envelope_sign(secret, bytes, signature);
    envelope_hash(bytes, hash);
    seal_hash("hf-entry-v1", bytes_of(bytes), same);
    assert_memory_equal(hash, same, sizeof hash);
    char *message = arena_alloc(arena, 9 + sizeof hash);
    memcpy(message, "hf-sig-v1", 9);
    memcpy(message + 9, hash, sizeof hash);
    assert_int_equal(
        sign_verify(public, (struct span){message, 9 + sizeof hash}, signature), OK);
}

static void payload_must_be_the_one_named(void **state)
{
    (void)state;
    const struct envelope envelope = sample();
    assert_int_equal(envelope_check(&envelope, SPAN("sealed")), OK);
    assert_int_equal(envelope_check(&envelope, SPAN("sealeD")), STATUS_DAMAGED);
    assert_int_equal(envelope_check(&envelope, SPAN("sealed.")), STATUS_DAMAGED);
    assert_int_equal(envelope_check(&envelope, SPAN("")), STATUS_DAMAGED);
}

static void receipt_is_eighty_bits(void **state)
{
    (void)state;
    char text[ENVELOPE_RECEIPT_BYTES];
    unsigned char hash[32] = {0xff, 0xff, 0xff, 0xff, 0xff, 0,
                              0x44, 0x32, 0x14, 0xc7, 0xff};
    envelope_receipt(hash, text);
    assert_string_equal(text, "ZZZZ-ZZZZ-0123-4567");
    hash[10] = 0;
    envelope_receipt(hash, text);
    assert_string_equal(text, "ZZZZ-ZZZZ-0123-4567");
}

static void hours_are_whole(void **state)
{
    (void)state;
    assert_int_equal(envelope_hour(-1), 0);
    assert_int_equal(envelope_hour(3599999), 0);
    assert_int_equal(envelope_hour(3600000), 3600);
    assert_int_equal(envelope_hour(1795467999123), 1795467600);
}

static void payload_has_one_size(void **state)
{
    struct arena *arena = *state;
    const struct envelope envelope = sample();
    static const size_t sizes[] = {0, 1, 100, ROOM_BYTES - 1, ROOM_BYTES};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        const struct span content = kit_pattern(arena, sizes[i]);
        struct span payload, again;
        assert_int_equal(
            payload_wrap(arena, &envelope, content, CONSTANT_BYTES, &payload), OK);
        assert_int_equal(payload.count, CONSTANT_BYTES);
        assert_int_equal(payload_unwrap(&envelope, payload, &again), OK);
        kit_assert_equal(again, content);
    }
}

static void payload_that_does_not_fit(void **state)
{
    struct arena *arena = *state;
    const struct envelope envelope = sample();
    struct span payload = SPAN("untouched");
    assert_int_equal(payload_wrap(arena, &envelope, kit_pattern(arena, ROOM_BYTES + 1),
                                  CONSTANT_BYTES, &payload),
                     STATUS_TOO_LARGE);
    assert_int_equal(payload_wrap(arena, &envelope, SPAN("x"), 1, &payload),
                     STATUS_TOO_LARGE);
    assert_int_equal(payload_wrap(arena, &envelope, SPAN(""), 0, &payload),
                     STATUS_TOO_LARGE);
    assert_true(is_span(payload, "untouched"));
}

static void payload_under_another_envelope_is_forged(void **state)
{
    struct arena *arena = *state;
    const struct envelope envelope = sample();
    struct span payload, content;
    assert_int_equal(
        payload_wrap(arena, &envelope, SPAN("answers"), CONSTANT_BYTES, &payload), OK);
    struct envelope others[5];
    for (size_t i = 0; i < 5; i++)
        others[i] = envelope;
    others[0].device_id[15] ^= 1;
    others[1].epoch++;
    others[2].record_id[0] ^= 1;
    others[3].form_hash[31] ^= 1;
    others[4].keyset_hash[0] ^= 1;
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(payload_unwrap(&others[i], payload, &content), STATUS_FORGED);
    struct envelope later = envelope; /* the ledger gives these after sealing */
    later.sequence++;
    later.time_s += ENVELOPE_HOUR_S;
    assert_int_equal(payload_unwrap(&later, payload, &content), OK);
}

static void payload_without_frame_is_damaged(void **state)
{
    struct arena *arena = *state;
    const struct envelope envelope = sample();
    struct span payload, content;
    assert_int_equal(
        payload_wrap(arena, &envelope, SPAN("answers"), CONSTANT_BYTES, &payload), OK);
    for (size_t i = 0; i <= PAYLOAD_FACTS_BYTES; i++)
        assert_int_equal(payload_unwrap(&envelope, span_cut(payload, 0, i), &content),
                         STATUS_DAMAGED);
    char *copy = kit_word(span_text(arena, payload));
    copy[3] = '2';
    assert_int_equal(
        payload_unwrap(&envelope, (struct span){copy, payload.count}, &content),
        STATUS_UNSUPPORTED);
    copy[3] = '1';
    memset(copy + PAYLOAD_FACTS_BYTES, 0, payload.count - PAYLOAD_FACTS_BYTES);
    assert_int_equal(
        payload_unwrap(&envelope, (struct span){copy, payload.count}, &content),
        STATUS_DAMAGED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        KIT_TEST(layout_is_the_one_of_the_design),
        KIT_TEST(reads_what_it_wrote),
        KIT_TEST(impossible_envelopes_are_refused),
        KIT_TEST(each_changed_bit_is_refused),
        KIT_TEST(signature_covers_label_and_hash),
        KIT_TEST(payload_must_be_the_one_named),
        KIT_TEST(receipt_is_eighty_bits),
        KIT_TEST(hours_are_whole),
        KIT_TEST(payload_has_one_size),
        KIT_TEST(payload_that_does_not_fit),
        KIT_TEST(payload_under_another_envelope_is_forged),
        KIT_TEST(payload_without_frame_is_damaged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
