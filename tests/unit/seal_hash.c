/* Hashes and derived keys against published answers. */
#include "seal_kit.h"

#include "seal/digest.h"
#include "seal/hkdf.h"
#include "seal/secret.h"

static void hkdf_gives_the_answers_of_rfc_5869(void **state)
{
    struct arena *arena = *state;
    static const struct {
        const char *salt, *secret, *info, *key;
    } cases[] = {
        {"000102030405060708090a0b0c", "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b",
         "f0f1f2f3f4f5f6f7f8f9",
         "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"},
        {"606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeaf",
         "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f",
         "b0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff",
         "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87"},
        {"", "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "",
         "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct span wanted = kit_hex(arena, cases[i].key);
        char *key = arena_alloc(arena, wanted.count);
        hkdf_derive(kit_hex(arena, cases[i].salt), kit_hex(arena, cases[i].secret),
                    kit_hex(arena, cases[i].info), key, wanted.count);
        assert_memory_equal(key, wanted.data, wanted.count);
    }
}

static void hkdf_gives_its_longest_key(void **state)
{
    struct arena *arena = *state;
    char *key = arena_alloc(arena, HKDF_MAX_BYTES), first[100];
    hkdf_derive(SPAN("salt"), SPAN("secret"), SPAN("info"), key, HKDF_MAX_BYTES);
    hkdf_derive(SPAN("salt"), SPAN("secret"), SPAN("info"), first, sizeof first);
    assert_memory_equal(key, first, sizeof first);
    assert_memory_not_equal(key + HKDF_MAX_BYTES - 32, key + HKDF_MAX_BYTES - 64, 32);
}

/* BLAKE2b of "abc": RFC 7693, appendix A. */
static void digest_gives_the_answer_of_rfc_7693(void **state)
{
    struct arena *arena = *state;
    struct digest digest;
    unsigned char hash[64];
    digest_begin(&digest, sizeof hash);
    digest_step(&digest, SPAN("a"));
    digest_step(&digest, SPAN(""));
    digest_step(&digest, SPAN("bc"));
    digest_end(&digest, hash);
    kit_assert_equal(
        (struct span){(const char *)hash, sizeof hash},
        kit_hex(
            arena,
            "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923"));
}

static void hash_keeps_purposes_apart(void **state)
{
    struct arena *arena = *state;
    unsigned char plain[32], one[32], two[32];
    seal_hash(NULL, SPAN(""), plain);
    seal_hash("one", SPAN(""), one);
    seal_hash("two", SPAN(""), two);
    kit_assert_equal(
        (struct span){(const char *)plain, sizeof plain},
        kit_hex(arena,
                "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"));
    assert_false(is_seal_equal(plain, one, sizeof one));
    assert_false(is_seal_equal(one, two, sizeof one));
}

static void random_bytes_differ(void **state)
{
    (void)state;
    unsigned char one[32] = {0}, two[32] = {0};
    seal_random(one, sizeof one);
    seal_random(two, sizeof two);
    assert_false(is_seal_equal(one, two, sizeof one));
}

static void secret_opens_empty_and_closes_twice(void **state)
{
    (void)state;
    struct secret secret = {0};
    secret_close(NULL);
    secret_close(&secret);
    assert_int_equal(secret_open(40, &secret), OK);
    assert_int_equal(secret_span(&secret).count, 40);
    for (size_t i = 0; i < 40; i++)
        assert_int_equal(secret_span(&secret).data[i], 0);
    secret_close(&secret);
    assert_null(secret.bytes);
    secret_close(&secret);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        KIT_TEST(hkdf_gives_the_answers_of_rfc_5869),
        KIT_TEST(hkdf_gives_its_longest_key),
        KIT_TEST(digest_gives_the_answer_of_rfc_7693),
        KIT_TEST(hash_keeps_purposes_apart),
        KIT_TEST(random_bytes_differ),
        KIT_TEST(secret_opens_empty_and_closes_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
