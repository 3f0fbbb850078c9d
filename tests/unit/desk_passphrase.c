/* A passphrase from a file descriptor, as scripts and pages give it. */
#include "office_kit.h"

#include "app/desk/office/passphrase.h"

static void assert_asked(const struct options *options, const char *wanted)
{
    scoped_passphrase passphrase = {0};
    assert_ok(passphrase_ask(options, "the key", &passphrase));
    assert_true(is_span(passphrase_span(&passphrase), wanted));
}

static void each_line_is_one_passphrase(void **state)
{
    (void)state;
    struct options options;
    const int descriptor =
        office_kit_passphrases("the present one\r\nthe next one", &options);
    assert_asked(&options, "the present one");
    assert_asked(&options, ""); /* a line ends at either sign */
    assert_asked(&options, "the next one");
    close(descriptor);
}

static void what_was_typed_wrong_can_be_taken_back(void **state)
{
    (void)state;
    struct options options;
    const int descriptor = office_kit_passphrases("\177\177caf\xc3\xa9\177e\n", &options);
    assert_asked(&options, "cafe");
    close(descriptor);
}

static void it_can_be_broken_off(void **state)
{
    (void)state;
    struct options options;
    scoped_passphrase passphrase = {0};
    const int descriptor = office_kit_passphrases("fourteen letters\003\n", &options);
    assert_status(passphrase_choose(&options, "the key", &passphrase), STATUS_REFUSED);
    assert_null(passphrase.memory.bytes);
    close(descriptor);
}

static void a_new_one_must_be_long_enough(void **state)
{
    (void)state;
    struct options options;
    scoped_passphrase passphrase = {0};
    const int descriptor =
        office_kit_passphrases("thirteen char\nfourteen chars\n", &options);
    assert_status(passphrase_choose(&options, "the key", &passphrase), STATUS_REFUSED);
    assert_has(span_of(status_last()), "at least 14 characters");
    assert_ok(passphrase_choose(&options, "the key", &passphrase));
    assert_true(is_span(passphrase_span(&passphrase), "fourteen chars"));
    close(descriptor);
}

static void an_old_one_may_be_short(void **state)
{
    (void)state;
    struct options options;
    const int descriptor = office_kit_passphrases("short\n", &options);
    assert_asked(&options, "short");
    close(descriptor);
}

static void a_closed_descriptor_is_told(void **state)
{
    (void)state;
    struct options options;
    scoped_passphrase passphrase = {0};
    close(office_kit_passphrases("", &options));
    assert_status(passphrase_ask(&options, "the key", &passphrase), STATUS_USAGE);
    options.values[0] = "nine";
    assert_status(passphrase_ask(&options, "the key", &passphrase), STATUS_USAGE);
}

static void the_input_of_the_program_is_a_descriptor_too(void **state)
{
    (void)state;
    struct options options;
    const int before = dup(0), descriptor = office_kit_passphrases("typed\n", &options);
    assert_int_equal(dup2(descriptor, 0), 0);
    close(descriptor);
    options.values[0] = "0";
    assert_asked(&options, "typed");
    assert_int_equal(dup2(before, 0), 0);
    close(before);
    options.values[0] = "-1";
    scoped_passphrase passphrase = {0};
    assert_status(passphrase_ask(&options, "the key", &passphrase), STATUS_USAGE);
}

static void a_passphrase_opens_the_key_it_was_chosen_for(void **state)
{
    (void)state;
    struct options options;
    struct keys keys = {0};
    struct span bytes;
    const int descriptor =
        office_kit_passphrases("seven quiet otters\nanother one\n", &options);
    assert_ok(keys_wrap_identities(
        &kit.arena, SPAN("recruiter"), kit.office.organization->key_cost,
        SPAN("seven quiet otters"), NULL, &kit.recruiter, 1, &bytes));
    office_kit_write("keys/recruiter.key", bytes);
    assert_ok(keys_open(&kit.office, &options, &keys));
    assert_int_equal(keys.count, 1);
    assert_memory_equal(keys.identities[0].secret, kit.recruiter.secret,
                        sizeof kit.recruiter.secret);
    keys_close(&keys);
    assert_status(keys_open(&kit.office, &options, &keys), STATUS_WRONG_PASSPHRASE);
    close(descriptor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        OFFICE_TEST(each_line_is_one_passphrase),
        OFFICE_TEST(what_was_typed_wrong_can_be_taken_back),
        OFFICE_TEST(it_can_be_broken_off),
        OFFICE_TEST(a_new_one_must_be_long_enough),
        OFFICE_TEST(an_old_one_may_be_short),
        OFFICE_TEST(a_closed_descriptor_is_told),
        OFFICE_TEST(the_input_of_the_program_is_a_descriptor_too),
        OFFICE_TEST(a_passphrase_opens_the_key_it_was_chosen_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
