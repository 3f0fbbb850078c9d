/* The slow hash of the boot loader's passphrase, by values of Python's hashlib.pbkdf2_hmac. */
#include "seal_kit.h"

#include "seal/pbkdf2.h"

#include "seal/seal.h"

static void is_hash(const char *password, struct span salt, unsigned rounds,
                    const char *hex)
{
    unsigned char hash[PBKDF2_BYTES], wanted[PBKDF2_BYTES];
    assert_true(is_span_hex(span_of(hex), sizeof wanted, wanted));
    pbkdf2_derive(span_of(password), salt, rounds, hash);
    assert_memory_equal(hash, wanted, sizeof hash);
}

static void it_is_what_others_compute(void **state)
{
    (void)state;
    assert_int_equal(seal_start(), OK);
    is_hash("password", SPAN("salt"), 1,
            "867f70cf1ade02cff3752599a3a53dc4af34c7a669815ae5d513554e1c8cf252"
            "c02d470a285a0501bad999bfe943c08f050235d7d68b1da55e63f73b60a57fce");
    is_hash("password", SPAN("salt"), 2,
            "e1d9c16aa681708a45f5c7c4e215ceb66e011a2e9f0040713f18aefdb866d53c"
            "f76cab2868a39b9f7840edce4fef5a82be67335c77a6068e04112754f27ccf4e");
    is_hash("", SPAN("\0\377"), 1000,
            "99d8ec127ca4dbce2dc0d7f348a55738a2198f3f84c80d19b68e32267e75b596"
            "c0d6ea138a7bd14da442cc965be4bd6046429ee15c4288709ee3a7f7762be870");
    is_hash(
        "a password that is longer than one block of the hash, which is one hundred and "
        "twenty-eight bytes, so that it is hashed itself first, before anything",
        SPAN("NaCl"), 3,
        "984b4e27007640bb6eb631864214ebac6fb58325a932630e1459546a738d13f1"
        "3ea4a3d9f4831c2ab3791eb3340c8ef7ad458a69fb0bd3a9605c54a719a3cb2f");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(it_is_what_others_compute)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
