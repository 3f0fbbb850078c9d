/* The layout of a header, byte for byte, and what its reader refuses. */
#include "chain/entry.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct header sample(void)
{
    struct header header = {
        .type = HEADER_RESULT,
        .epoch = 0x0102030405060708,
        .sequence = 7,
        .time_s = 490000ULL * HEADER_HOUR_S,
        .payload_bytes = 0x1122334455,
    };
    memset(header.device_id, 0xd1, sizeof header.device_id);
    memset(header.record_id, 0x4e, sizeof header.record_id);
    memset(header.assessment_hash, 0xf0, sizeof header.assessment_hash);
    memset(header.keyset_hash, 0x5e, sizeof header.keyset_hash);
    memset(header.software_hash, 0x50, sizeof header.software_hash);
    memset(header.payload_hash, 0xa7, sizeof header.payload_hash);
    memset(header.previous_hash, 0x9e, sizeof header.previous_hash);
    return header;
}

static const char golden[] =
    "48464531"
    "01"
    "01"
    "0000"                             /* kind */
    "d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1" /* device */
    "0807060504030201"
    "0700000000000000"
    "0000000000000000"                                                  /* zeros */
    "0081246900000000"                                                  /* time */
    "4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e"                                  /* record */
    "f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0"  /* form */
    "5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e"  /* keyset */
    "5050505050505050505050505050505050505050505050505050505050505050"  /* software */
    "5544332211000000"                                                  /* payload */
    "a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7"  /* its hash */
    "9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e"; /* before */

static struct span bytes_of(const unsigned char *bytes)
{
    return (struct span){(const char *)bytes, HEADER_BYTES};
}

static struct span golden_bytes(void)
{
    static unsigned char bytes[HEADER_BYTES];
    assert_int_equal(strlen(golden), 2 * HEADER_BYTES);
    for (size_t i = 0; i < HEADER_BYTES; i++) {
        const char pair[3] = {golden[2 * i], golden[2 * i + 1], 0};
        bytes[i] = (unsigned char)strtol(pair, NULL, 16);
    }
    return bytes_of(bytes);
}

static void bytes_are_the_golden_ones(void **state)
{
    (void)state;
    unsigned char bytes[HEADER_BYTES];
    const struct header header = sample();
    memset(bytes, 0xff, sizeof bytes);
    header_write(&header, bytes);
    assert_memory_equal(bytes, golden_bytes().data, HEADER_BYTES);
}

static void golden_bytes_are_read(void **state)
{
    (void)state;
    const struct header wanted = sample();
    struct header header;
    assert_int_equal(header_read(golden_bytes(), &header), OK);
    assert_int_equal(header.type, wanted.type);
    assert_memory_equal(header.device_id, wanted.device_id, sizeof header.device_id);
    assert_int_equal(header.epoch, wanted.epoch);
    assert_int_equal(header.sequence, wanted.sequence);
    assert_int_equal(header.time_s, wanted.time_s);
    assert_memory_equal(header.record_id, wanted.record_id, sizeof header.record_id);
    assert_memory_equal(header.assessment_hash, wanted.assessment_hash,
                        sizeof header.assessment_hash);
    assert_memory_equal(header.keyset_hash, wanted.keyset_hash, 32);
    assert_memory_equal(header.software_hash, wanted.software_hash, 32);
    assert_int_equal(header.payload_bytes, wanted.payload_bytes);
    assert_memory_equal(header.payload_hash, wanted.payload_hash, 32);
    assert_memory_equal(header.previous_hash, wanted.previous_hash, 32);
}

/* Each byte at each value: what is taken is written again the same, so there is no byte that
 * the reader overlooks. */
static void what_is_read_is_written_again(void **state)
{
    (void)state;
    unsigned char bytes[HEADER_BYTES], again[HEADER_BYTES];
    const struct header wanted = sample();
    size_t taken_count = 0;
    header_write(&wanted, bytes);
    for (size_t i = 0; i < HEADER_BYTES * 256; i++) {
        struct header header;
        const unsigned char before = bytes[i / 256];
        bytes[i / 256] = (unsigned char)i;
        if (header_read(bytes_of(bytes), &header) == OK) {
            header_write(&header, again);
            assert_memory_equal(again, bytes, sizeof bytes);
            taken_count++;
        }
        bytes[i / 256] = before;
    }
    /* Free are device, epoch, record, hashes and length; the sequence but for 0. Of magic, suite,
     * flags and counter each byte has one value, of the type three; of the time each has one, for
     * 225 * 256^4, a multiple of 3600, too, lies after the year 9999. */
    const size_t free_bytes = 16 + 8 + 16 + 5 * 32 + 8;
    assert_int_equal(taken_count,
                     free_bytes * 256 + (8 * 256 - 1) + 4 + 1 + 2 + 8 + 3 + 4 + 4);
}

static void impossible_headers_are_refused(void **state)
{
    (void)state;
    static const struct {
        size_t at;
        unsigned char value;
        enum status status;
    } rows[] = {
        {0, 'X', STATUS_DAMAGED},   {1, 'X', STATUS_DAMAGED},
        {2, 'X', STATUS_DAMAGED},   {3, '2', STATUS_DAMAGED},
        {4, 0, STATUS_UNSUPPORTED}, {4, 2, STATUS_UNSUPPORTED},
        {5, 0, STATUS_UNSUPPORTED}, {5, 2, STATUS_UNSUPPORTED},
        {5, 3, STATUS_UNSUPPORTED}, {5, 5, STATUS_UNSUPPORTED},
        {5, 7, STATUS_UNSUPPORTED}, {5, 255, STATUS_UNSUPPORTED},
        {6, 1, STATUS_UNSUPPORTED}, {6, 2, STATUS_UNSUPPORTED},
        {6, 4, STATUS_UNSUPPORTED}, {6, 8, STATUS_UNSUPPORTED},
        {7, 1, STATUS_UNSUPPORTED}, {32, 0, STATUS_DAMAGED},
        {40, 9, STATUS_DAMAGED},    {47, 1, STATUS_DAMAGED},
        {48, 0x81, STATUS_DAMAGED}, {52, 225, STATUS_DAMAGED},
    };
    const struct span bytes = golden_bytes();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        unsigned char changed[HEADER_BYTES];
        struct header header = {.sequence = 77};
        memcpy(changed, bytes.data, sizeof changed);
        changed[rows[i].at] = rows[i].value;
        assert_int_equal(header_read(bytes_of(changed), &header), rows[i].status);
        assert_int_equal(header.sequence, 77);
    }
}

static void other_lengths_are_refused(void **state)
{
    (void)state;
    struct header header;
    const struct span bytes = golden_bytes();
    char longer[HEADER_BYTES + 1] = {0};
    memcpy(longer, bytes.data, bytes.count);
    for (size_t i = 0; i < HEADER_BYTES; i++)
        assert_int_equal(header_read(span_cut(bytes, 0, i), &header), STATUS_DAMAGED);
    assert_int_equal(header_read((struct span){longer, sizeof longer}, &header),
                     STATUS_DAMAGED);
}

static void days_are_whole(void **state)
{
    (void)state;
    assert_int_equal(header_day(-1), 0);
    assert_int_equal(header_day(86399999), 0);
    assert_int_equal(header_day(86400000), 86400);
    assert_int_equal(header_day(1795467999123), 1795392000);
}

static void entry_says_what_its_header_says(void **state)
{
    (void)state;
    const struct header header = sample();
    const struct entry entry = entry_from_header(&header, SPAN("sealed"));
    static const unsigned char zeros[CHAIN_SIGNATURE_BYTES];
    assert_memory_equal(entry.device_id, header.device_id, sizeof entry.device_id);
    assert_int_equal(entry.epoch, header.epoch);
    assert_int_equal(entry.sequence, 7);
    assert_int_equal(entry.type, HEADER_RESULT);
    assert_memory_equal(entry.record_id, header.record_id, sizeof entry.record_id);
    assert_memory_equal(entry.previous_hash, header.previous_hash, 32);
    assert_memory_equal(entry.header, golden_bytes().data, HEADER_BYTES);
    assert_memory_equal(entry.entry_hash, zeros, sizeof entry.entry_hash);
    assert_memory_equal(entry.signature, zeros, sizeof entry.signature);
    assert_true(is_span(entry.payload, "sealed"));
}

static void entry_has_a_place_and_a_size(void **state)
{
    (void)state;
    static const struct {
        uint64_t epoch, sequence;
        size_t payload_bytes;
        enum status status;
    } rows[] = {
        {1, 1, 0, OK},
        {INT64_MAX, INT64_MAX, ENTRY_MAX_PAYLOAD_BYTES, OK},
        {0, 1, 0, STATUS_BAD_INPUT},
        {1, 0, 0, STATUS_BAD_INPUT},
        {1ULL << 63, 1, 0, STATUS_BAD_INPUT},
        {1, 1ULL << 63, 0, STATUS_BAD_INPUT},
        {1, 1, ENTRY_MAX_PAYLOAD_BYTES + 1, STATUS_TOO_LARGE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct entry entry = {.epoch = rows[i].epoch,
                                    .sequence = rows[i].sequence,
                                    .payload = {"", rows[i].payload_bytes}};
        assert_int_equal(entry_check(&entry), rows[i].status);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_are_the_golden_ones),
        cmocka_unit_test(golden_bytes_are_read),
        cmocka_unit_test(what_is_read_is_written_again),
        cmocka_unit_test(impossible_headers_are_refused),
        cmocka_unit_test(other_lengths_are_refused),
        cmocka_unit_test(days_are_whole),
        cmocka_unit_test(entry_says_what_its_header_says),
        cmocka_unit_test(entry_has_a_place_and_a_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
