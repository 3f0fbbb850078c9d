/* The texts of bytes: base64, bech32, Crockford's base32, eight words. */
#include "seal_kit.h"

#include "seal/base64.h"
#include "seal/age/bech32.h"
#include "seal/code/crockford.h"
#include "seal/fingerprint.h"

static void base64_has_one_spelling(void **state)
{
    struct arena *arena = *state;
    unsigned char bytes[3] = {0};
    assert_true(is_span(base64_write(arena, SPAN("fo"), BASE64_PADDED), "Zm8="));
    assert_true(is_span(base64_write(arena, SPAN("fo"), BASE64_BARE), "Zm8"));
    assert_true(base64_read(SPAN("Zm8"), BASE64_BARE, bytes, 2));
    assert_memory_equal(bytes, "fo", 2);
    assert_true(base64_read(SPAN("Zm8="), BASE64_PADDED, bytes, 2));
    assert_true(base64_read(SPAN(""), BASE64_BARE, bytes, 0));
}

static void base64_refuses_other_spellings(void **state)
{
    (void)state;
    unsigned char bytes[3] = {7, 7, 7};
    static const char *const wrong[] = {"Zm9", "Zm8=", " Zm8", "Zm8\n",
                                        "Zm",  "Z",    "Zm8A", "Zm-"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(base64_read(span_of(wrong[i]), BASE64_BARE, bytes, 2));
    assert_false(base64_read(SPAN("Zm8"), BASE64_PADDED, bytes, 2));
    assert_false(base64_read(SPAN("Zm8="), BASE64_PADDED, bytes, 3));
    assert_false(base64_read(SPAN("Zm8=="), BASE64_PADDED, bytes, 2));
    assert_int_equal(bytes[0] + bytes[1] + bytes[2], 21);
}

/* The valid strings of BIP 173 that hold whole bytes. */
static void bech32_reads_the_published_strings(void **state)
{
    struct arena *arena = *state;
    unsigned char bytes[32];
    assert_int_equal(bech32_read(SPAN("A12UEL5L"), "A", bytes, 0), OK);
    assert_int_equal(bech32_read(SPAN("a12uel5l"), "a", bytes, 0), OK);
    assert_int_equal(bech32_read(SPAN("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw"),
                                 "abcdef", bytes, 20),
                     OK);
    const struct span content =
        kit_hex(arena, "00443214c74254b635cf84653a56d7c675be77df");
    assert_memory_equal(bytes, content.data, content.count);
    assert_true(is_span(bech32_write(arena, "abcdef", content),
                        "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw"));
    assert_true(is_span(bech32_write(arena, "A", SPAN("")), "A12UEL5L"));
}

static void bech32_refuses_what_is_not_exact(void **state)
{
    (void)state;
    unsigned char bytes[32];
    assert_int_equal(bech32_read(SPAN("a12UEL5L"), "a", bytes, 0), STATUS_BAD_INPUT);
    assert_int_equal(bech32_read(SPAN("A12UEL5L"), "a", bytes, 0), STATUS_BAD_INPUT);
    assert_int_equal(bech32_read(SPAN("a12uel5l "), "a", bytes, 0), STATUS_BAD_INPUT);
    assert_int_equal(bech32_read(SPAN("a12uel5"), "a", bytes, 0), STATUS_BAD_INPUT);
    assert_int_equal(bech32_read(SPAN("a"), "a", bytes, 0), STATUS_BAD_INPUT);
    assert_int_equal(bech32_read(SPAN(""), "a", bytes, 0), STATUS_BAD_INPUT);
    /* bech32m, the other checksum (BIP 350) */
    assert_int_equal(bech32_read(SPAN("a1lqfn3a"), "a", bytes, 0), STATUS_BAD_INPUT);
}

static void bech32_notices_each_wrong_letter(void **state)
{
    struct arena *arena = *state;
    unsigned char bytes[32];
    static const char letters[] = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    const struct span text = bech32_write(arena, "age", kit_pattern(arena, 32));
    assert_int_equal(text.count, 62);
    assert_int_equal(bech32_read(text, "age", bytes, sizeof bytes), OK);
    for (size_t i = 4; i < text.count; i++)
        for (const char *letter = letters; *letter; letter++) {
            char *copy = (char *)(uintptr_t)span_text(arena, text);
            if (copy[i] == *letter)
                continue;
            copy[i] = *letter;
            assert_int_equal(
                bech32_read((struct span){copy, text.count}, "age", bytes, sizeof bytes),
                STATUS_BAD_INPUT);
        }
}

static void crockford_reads_what_people_mean(void **state)
{
    (void)state;
    char symbols[8];
    crockford_write((const unsigned char *)"\x00\x44\x32\x14\xff", 8, symbols);
    assert_memory_equal(symbols, "0123457Z", 8);
    assert_int_equal(crockford_read('o'), '0');
    assert_int_equal(crockford_read('I'), '1');
    assert_int_equal(crockford_read('l'), '1');
    assert_int_equal(crockford_read('z'), 'Z');
    assert_int_equal(crockford_read('u'), 0);
    assert_int_equal(crockford_read('U'), 0);
    assert_int_equal(crockford_read('*'), 0);
    assert_int_equal(crockford_read(0), 0);
}

static void crockford_finds_what_begins_so(void **state)
{
    (void)state;
    unsigned char low[3], high[3];
    assert_true(is_crockford_range(SPAN("z0"), 3, low, high));
    assert_memory_equal(low, "\xf8\x00\x00", 3);
    assert_memory_equal(high, "\xf8\x3f\xff", 3);
    assert_true(is_crockford_range(SPAN("ZZ-ZZ z"), 3, low, high)); /* 25 bits for 24 */
    assert_memory_equal(low, high, 3);
    assert_false(is_crockford_range(SPAN("ZZ-ZZ zz"), 3, low, high));
    assert_false(is_crockford_range(SPAN("- "), 3, low, high));
    assert_false(is_crockford_range(SPAN("U"), 3, low, high));
}

static void fingerprint_has_a_word_of_its_own_for_each_byte(void **state)
{
    struct arena *arena = *state;
    struct span seen[256];
    size_t count = 0;
    for (unsigned first = 0; first < 256; first += 8) {
        unsigned char bytes[8];
        for (unsigned i = 0; i < 8; i++)
            bytes[i] = (unsigned char)(first + i);
        struct span rest = fingerprint_words(arena, bytes), word;
        while (span_next(&rest, ' ', &word))
            seen[count++] = word;
    }
    assert_int_equal(count, 256);
    for (size_t i = 0; i < count; i++) {
        assert_in_range(seen[i].count, 3, 6);
        for (size_t k = 0; k < i; k++)
            assert_false(is_span_equal(span_cut(seen[i], 0, 4), span_cut(seen[k], 0, 4)));
    }
}

static void fingerprint_reads_what_people_type(void **state)
{
    struct arena *arena = *state;
    const unsigned char bytes[FINGERPRINT_BYTES] = {0, 255, 7, 7, 120, 1, 2, 3};
    const struct span words = fingerprint_words(arena, bytes);
    unsigned char read[FINGERPRINT_BYTES];
    assert_int_equal(fingerprint_read(words, read), OK);
    assert_memory_equal(read, bytes, sizeof bytes);
    assert_int_equal(fingerprint_check(words, bytes), OK);
    assert_int_equal(
        fingerprint_check(SPAN(" ACORN,wagon\n apron apron  hawk\talarm alley Amber\n"),
                          bytes),
        OK);
    assert_int_equal(
        fingerprint_check(SPAN("acorn wagon apron apron hawk alarm alley amber acorn"),
                          bytes),
        STATUS_BAD_INPUT);
    assert_int_equal(
        fingerprint_check(SPAN("acorn wagon apron apron hawk alarm alley"), bytes),
        STATUS_BAD_INPUT);
    assert_int_equal(fingerprint_check(SPAN(""), bytes), STATUS_BAD_INPUT);
    assert_int_equal(
        fingerprint_check(SPAN("acorn wagon apron apron haw alarm alley amber"), bytes),
        STATUS_BAD_INPUT);
    assert_int_equal(
        fingerprint_check(SPAN("acorn wagon apron apron hawk alarm alley ankle"), bytes),
        STATUS_FORGED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        KIT_TEST(base64_has_one_spelling),
        KIT_TEST(base64_refuses_other_spellings),
        KIT_TEST(bech32_reads_the_published_strings),
        KIT_TEST(bech32_refuses_what_is_not_exact),
        KIT_TEST(bech32_notices_each_wrong_letter),
        KIT_TEST(crockford_reads_what_people_mean),
        KIT_TEST(crockford_finds_what_begins_so),
        KIT_TEST(fingerprint_has_a_word_of_its_own_for_each_byte),
        KIT_TEST(fingerprint_reads_what_people_type),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
