/* The header around a record and the facts inside it: nothing can be changed or moved. */
#include "memory_check.h"
#include "seal_kit.h"

#include "seal/envelope.h"
#include "seal/payload.h"
#include "seal/payload_unwrap.h"

enum { CONSTANT_BYTES = 2048, ROOM_BYTES = CONSTANT_BYTES - PAYLOAD_FACTS_BYTES - 1 };

static struct header sample(void)
{
    struct header header = {.type = HEADER_RESULT,
                            .epoch = 0x0102030405060708,
                            .sequence = 7,
                            .time_s = 490000ULL * HEADER_HOUR_S};
    memset(header.device_id, 0xd1, sizeof header.device_id);
    memset(header.record_id, 0x4e, sizeof header.record_id);
    memset(header.assessment_hash, 0xf0, sizeof header.assessment_hash);
    memset(header.keyset_hash, 0x5e, sizeof header.keyset_hash);
    memset(header.software_hash, 0x50, sizeof header.software_hash);
    memset(header.previous_hash, 0x9e, sizeof header.previous_hash);
    envelope_cover(SPAN("sealed"), &header);
    return header;
}

static struct span bytes_of(const unsigned char *bytes)
{
    return (struct span){(const char *)bytes, HEADER_BYTES};
}

static void each_changed_bit_is_refused(void **state)
{
    (void)state;
    unsigned char secret[SIGN_SECRET_BYTES], public[CHAIN_PUBLIC_KEY_BYTES];
    unsigned char bytes[HEADER_BYTES], signature[CHAIN_SIGNATURE_BYTES];
    const struct header header = sample();
    const size_t step =
        is_memory_checked() ? 13 : 1; /* no divisor of 8: each place of a byte */
    sign_generate(secret, public);
    header_write(&header, bytes);
    envelope_sign(secret, bytes, signature);
    assert_int_equal(envelope_verify(public, bytes, signature), OK);
    assert_int_equal(header.payload_bytes, strlen("sealed"));
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
    unsigned char secret[SIGN_SECRET_BYTES], public[CHAIN_PUBLIC_KEY_BYTES];
    unsigned char bytes[HEADER_BYTES], signature[CHAIN_SIGNATURE_BYTES], hash[32],
        same[32];
    const struct header header = sample();
    sign_generate(secret, public);
    header_write(&header, bytes);
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
    const struct header header = sample();
    assert_int_equal(envelope_check(&header, SPAN("sealed")), OK);
    assert_int_equal(envelope_check(&header, SPAN("sealeD")), STATUS_DAMAGED);
    assert_int_equal(envelope_check(&header, SPAN("sealed.")), STATUS_DAMAGED);
    assert_int_equal(envelope_check(&header, SPAN("")), STATUS_DAMAGED);
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

static void payload_has_one_size(void **state)
{
    struct arena *arena = *state;
    const struct header header = sample();
    static const size_t sizes[] = {0, 1, 100, ROOM_BYTES - 1, ROOM_BYTES};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        const struct span content = kit_pattern(arena, sizes[i]);
        struct span payload, again;
        assert_int_equal(payload_wrap(arena, &header, content, CONSTANT_BYTES, &payload),
                         OK);
        assert_int_equal(payload.count, CONSTANT_BYTES);
        assert_int_equal(payload_unwrap(&header, payload, &again), OK);
        kit_assert_equal(again, content);
    }
}

static void payload_that_does_not_fit(void **state)
{
    struct arena *arena = *state;
    const struct header header = sample();
    struct span payload = SPAN("untouched");
    assert_int_equal(payload_wrap(arena, &header, kit_pattern(arena, ROOM_BYTES + 1),
                                  CONSTANT_BYTES, &payload),
                     STATUS_TOO_LARGE);
    assert_int_equal(payload_wrap(arena, &header, SPAN("x"), 1, &payload),
                     STATUS_TOO_LARGE);
    assert_int_equal(payload_wrap(arena, &header, SPAN(""), 0, &payload),
                     STATUS_TOO_LARGE);
    assert_true(is_span(payload, "untouched"));
}

static void payload_under_another_envelope_is_forged(void **state)
{
    struct arena *arena = *state;
    const struct header header = sample();
    struct span payload, content;
    assert_int_equal(
        payload_wrap(arena, &header, SPAN("answers"), CONSTANT_BYTES, &payload), OK);
    struct header others[5];
    for (size_t i = 0; i < 5; i++)
        others[i] = header;
    others[0].device_id[15] ^= 1;
    others[1].epoch++;
    others[2].record_id[0] ^= 1;
    others[3].assessment_hash[31] ^= 1;
    others[4].keyset_hash[0] ^= 1;
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(payload_unwrap(&others[i], payload, &content), STATUS_FORGED);
    struct header later = header; /* the ledger gives these after sealing */
    later.sequence++;
    later.time_s += HEADER_HOUR_S;
    assert_int_equal(payload_unwrap(&later, payload, &content), OK);
}

static void payload_without_frame_is_damaged(void **state)
{
    struct arena *arena = *state;
    const struct header header = sample();
    struct span payload, content;
    assert_int_equal(
        payload_wrap(arena, &header, SPAN("answers"), CONSTANT_BYTES, &payload), OK);
    for (size_t i = 0; i <= PAYLOAD_FACTS_BYTES; i++)
        assert_int_equal(payload_unwrap(&header, span_cut(payload, 0, i), &content),
                         STATUS_DAMAGED);
    char *copy = kit_word(span_text(arena, payload));
    copy[3] = '2';
    assert_int_equal(
        payload_unwrap(&header, (struct span){copy, payload.count}, &content),
        STATUS_UNSUPPORTED);
    copy[3] = '1';
    memset(copy + PAYLOAD_FACTS_BYTES, 0, payload.count - PAYLOAD_FACTS_BYTES);
    assert_int_equal(
        payload_unwrap(&header, (struct span){copy, payload.count}, &content),
        STATUS_DAMAGED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        KIT_TEST(each_changed_bit_is_refused),
        KIT_TEST(signature_covers_label_and_hash),
        KIT_TEST(payload_must_be_the_one_named),
        KIT_TEST(receipt_is_eighty_bits),
        KIT_TEST(payload_has_one_size),
        KIT_TEST(payload_that_does_not_fit),
        KIT_TEST(payload_under_another_envelope_is_forged),
        KIT_TEST(payload_without_frame_is_damaged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
