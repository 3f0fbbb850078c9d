/* Ed25519: RFC 8032, and which of the odd signatures our verifier takes. */
#include "seal_kit.h"

#include "base/folder.h"
#include "base/json/json.h"
#include "seal/sign.h"

enum { VECTOR_COUNT = 914, MAX_BYTES = 1024 * 1024 };

static const unsigned char *bytes_of(struct span span)
{
    return (const unsigned char *)span.data;
}

/* RFC 8032, 7.1, test 2: one byte. */
static void verifies_the_example_of_rfc_8032(void **state)
{
    struct arena *arena = *state;
    const struct span public = kit_hex(
        arena, "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    const struct span signature = kit_hex(
        arena,
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    assert_int_equal(sign_verify(bytes_of(public), SPAN("r"), bytes_of(signature)), OK);
    assert_int_equal(sign_verify(bytes_of(public), SPAN("s"), bytes_of(signature)),
                     STATUS_FORGED);
    assert_int_equal(sign_verify(bytes_of(public), SPAN(""), bytes_of(signature)),
                     STATUS_FORGED);
}

static void signs_and_verifies(void **state)
{
    (void)state;
    unsigned char secret[SIGN_SECRET_BYTES], public[CHAIN_PUBLIC_KEY_BYTES],
        same[CHAIN_PUBLIC_KEY_BYTES];
    unsigned char signature[CHAIN_SIGNATURE_BYTES];
    sign_generate(secret, public);
    sign_public_of(secret, same);
    assert_memory_equal(public, same, sizeof same);
    sign_bytes(secret, SPAN(""), signature);
    assert_int_equal(sign_verify(public, SPAN(""), signature), OK);
    assert_int_equal(sign_verify(public, SPAN("x"), signature), STATUS_FORGED);
}

/* Whether the list of accepted numbers holds `number`. */
static bool is_listed(struct span list, double number)
{
    struct span line;
    while (span_next(&list, '\n', &line)) {
        double listed;
        if (span_to_number(span_trim(line), &listed) && listed == number)
            return 1;
    }
    return 0;
}

static const char *shared_folder(struct arena *arena)
{
    const char *shared = getenv("RESONANCE_SHARED");
    return file_path(arena, shared ? shared : SOURCE_DIR "/../shared", "ed25519-vectors");
}

static void assert_as_listed(struct arena *arena, const struct json *vector,
                             struct span list)
{
    const struct span key = kit_hex(arena, json_get(vector, "key")->text.data);
    const struct span signature = kit_hex(arena, json_get(vector, "sig")->text.data);
    const double number = json_get(vector, "number")->number;
    const enum status status =
        sign_verify(bytes_of(key), json_get(vector, "msg")->text, bytes_of(signature));
    if ((status == OK) != is_listed(list, number))
        fail_msg("vector %g: %s", number, status == OK ? "accepted" : "refused");
}

static void accepts_exactly_the_listed_edge_cases(void **state)
{
    struct arena *arena = *state;
    const char *folder = shared_folder(arena);
    const struct json_limits limits = {MAX_BYTES, 8, 64 * 1024};
    struct json_document document;
    struct json_fault fault;
    size_t count = 0;
    if (!is_folder(folder)) {
        print_message("the Ed25519 edge cases are not there: %s\n", folder);
        skip();
    }
    const struct span text =
        kit_get(arena, file_path(arena, folder, "ed25519vectors.json"));
    const struct span list =
        kit_get(arena, file_path(arena, folder, "accepted-libsodium-1.0.18.txt"));
    assert_int_equal(json_read(arena, text, &limits, &document, &fault), OK);
    for (const struct json *at = document.root->first; at; at = at->next) {
        const struct arena_mark mark = arena_mark(arena);
        assert_as_listed(arena, at, list);
        arena_release(arena, mark);
        count++;
    }
    assert_int_equal(count, VECTOR_COUNT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        KIT_TEST(verifies_the_example_of_rfc_8032),
        KIT_TEST(signs_and_verifies),
        KIT_TEST(accepts_exactly_the_listed_edge_cases),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
