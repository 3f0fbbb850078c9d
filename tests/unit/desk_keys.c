/* Which key is meant, what opens it, and that a key file holds whole keys. */
#include "guarded.h"
#include "office_kit.h"

#include "app/desk/office/passphrase.h"
#include "app/desk/office/staff/owner_key.h"

#define PASSPHRASE "seven quiet otters"

/* keys/LABEL.key with the `bytes` of `secret` in it. */
static void put_secret(const char *label, enum keyfile_kind kind, struct span secret)
{
    struct span bytes;
    const struct organization_cost cost = kit.office.organization->key_cost;
    const struct keyfile facts = {
        .kind = kind,
        .label = span_of(label),
        .cost = {(uint64_t)cost.passes, (uint64_t)cost.memory_bytes},
    };
    assert_ok(keyfile_wrap(&kit.arena, &facts, SPAN(PASSPHRASE), secret, &bytes));
    office_kit_write(keys_file(&kit.arena, span_of(label)).data, bytes);
}

static void put_key(const char *label, const struct age_identity *identity)
{
    put_secret(label, KEYFILE_IDENTITY,
               (struct span){(const char *)identity->secret, AGE_IDENTITY_BYTES});
}

/* Opens with `passphrase`, and with the option `name` when that is not NULL. */
static enum status open_with(const char *passphrase, const char *name, const char *value,
                             struct keys *out_keys)
{
    struct options options;
    const int descriptor = office_kit_passphrases(passphrase, &options);
    if (name) {
        options.names[options.option_count] = span_of(name);
        options.values[options.option_count++] = value;
    }
    const enum status status = keys_open(&kit.office, &options, out_keys);
    close(descriptor);
    return status;
}

static void assert_opens(const char *name, const char *value,
                         const struct age_identity *wanted)
{
    struct keys keys = {0};
    assert_ok(open_with(PASSPHRASE, name, value, &keys));
    assert_int_equal(keys.count, 1);
    assert_memory_equal(keys.identities[0].secret, wanted->secret, AGE_IDENTITY_BYTES);
    assert_memory_equal(&keys.identities[0].recipient, &wanted->recipient,
                        sizeof wanted->recipient);
    keys_close(&keys);
    assert_null(keys.identities);
}

static void a_label_names_a_file_and_is_not_taken(void **state)
{
    (void)state;
    static char long_label[] = "a234567890123456789012345678901234567890x";
    const char *const good[] = {"a", "anna-2026", "7"};
    const char *const bad[] = {"", "Anna", "-anna", "an na", "../anna", "signing"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_ok(keys_label_check(span_of(good[i])));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_status(keys_label_check(span_of(bad[i])), STATUS_BAD_INPUT);
    assert_ok(keys_label_check(span_cut(span_of(long_label), 0, KEYS_LABEL_MAX_BYTES)));
    assert_status(keys_label_check(span_of(long_label)), STATUS_BAD_INPUT);
}

static void the_key_that_is_meant_is_opened(void **state)
{
    (void)state;
    struct keys keys = {0};
    struct age_identity anna, zoe;
    age_identity_generate(&anna);
    age_identity_generate(&zoe);
    assert_status(open_with(PASSPHRASE, NULL, NULL, &keys), STATUS_NOT_FOUND);
    assert_has(span_of(status_last()), "holds no recruiter key");
    put_secret(KEYS_SIGNING, KEYFILE_SIGNING, SPAN("not for opening"));
    assert_status(open_with(PASSPHRASE, NULL, NULL, &keys), STATUS_NOT_FOUND);
    put_key("anna", &anna);
    assert_opens(NULL, NULL, &anna);
    put_key("zoe", &zoe);
    assert_status(open_with(PASSPHRASE, NULL, NULL, &keys), STATUS_USAGE);
    assert_has(span_of(status_last()), "there are 2 recruiter keys");
    put_key("recruiter", &kit.recruiter);
    assert_opens(NULL, NULL, &kit.recruiter); /* the usual one is meant, unless: */
    assert_opens("key", "zoe", &zoe);
    assert_opens("key", "anna", &anna);
    assert_status(open_with(PASSPHRASE, "key", "Anna", &keys), STATUS_BAD_INPUT);
    assert_status(open_with(PASSPHRASE, "key", "ben", &keys), STATUS_NOT_FOUND);
    assert_null(keys.identities);
}

static void a_key_is_opened_with_a_passphrase_that_is_there(void **state)
{
    (void)state;
    struct keys keys = {0};
    struct age_identity anna;
    struct span *labels;
    size_t count;
    age_identity_generate(&anna);
    put_key("anna", &anna);
    assert_ok(keys_labels(&kit.office, &labels, &count));
    assert_true(count > 0 && is_span(labels[0], "anna"));
    for (size_t i = 0; i < count; i++)
        assert_false(is_span(labels[i], KEYS_SIGNING));
    assert_ok(keys_try(&kit.office, SPAN("anna"), SPAN(PASSPHRASE), &keys));
    assert_memory_equal(keys.identities[0].secret, anna.secret, AGE_IDENTITY_BYTES);
    keys_close(&keys);
    assert_status(keys_try(&kit.office, SPAN("anna"), SPAN("another"), &keys),
                  STATUS_WRONG_PASSPHRASE);
    assert_status(keys_try(&kit.office, SPAN("nobody"), SPAN(PASSPHRASE), &keys),
                  STATUS_NOT_FOUND);
    assert_status(keys_try(&kit.office, SPAN("../anna"), SPAN(PASSPHRASE), &keys),
                  STATUS_BAD_INPUT);
    assert_status(keys_try(&kit.office, SPAN(KEYS_SIGNING), SPAN(PASSPHRASE), &keys),
                  STATUS_BAD_INPUT);
    assert_null(keys.identities);
}

static void a_file_of_identities_needs_no_passphrase(void **state)
{
    (void)state;
    struct keys keys = {0};
    struct age_identity second;
    const char *path = file_path(&kit.arena, kit.around, "identities");
    age_identity_generate(&second);
    assert_ok(
        file_write(path,
                   span_format(&kit.arena, "# two\n%.*s\n%.*s\n",
                               SPAN_ARGS(age_identity_write(&kit.arena, &kit.recruiter)),
                               SPAN_ARGS(age_identity_write(&kit.arena, &second))),
                   0600));
    assert_ok(open_with("", "identity", path, &keys));
    assert_int_equal(keys.count, 2);
    assert_memory_equal(keys.identities[1].secret, second.secret, AGE_IDENTITY_BYTES);
    keys_close(&keys);
    assert_status(open_with("", "identity", "nowhere", &keys), STATUS_NOT_FOUND);
}

static void a_key_file_holds_as_many_as_fit(void **state)
{
    (void)state;
    static struct age_identity identities[KEYS_IDENTITIES_MAX + 1];
    const struct organization_cost cost = kit.office.organization->key_cost;
    struct keys keys = {0};
    struct span bytes;
    for (size_t i = 0; i <= KEYS_IDENTITIES_MAX; i++)
        age_identity_generate(&identities[i]);
    assert_status(keys_wrap_identities(&kit.arena, SPAN("anna"), cost, SPAN(PASSPHRASE),
                                       NULL, identities, KEYS_IDENTITIES_MAX + 1, &bytes),
                  STATUS_TOO_LARGE);
    assert_ok(keys_wrap_identities(&kit.arena, SPAN("anna"), cost, SPAN(PASSPHRASE), NULL,
                                   identities, KEYS_IDENTITIES_MAX, &bytes));
    office_kit_write("keys/anna.key", bytes);
    assert_ok(open_with(PASSPHRASE, NULL, NULL, &keys));
    assert_int_equal(keys.count, KEYS_IDENTITIES_MAX);
    for (size_t i = 0; i < KEYS_IDENTITIES_MAX; i++) {
        assert_memory_equal(keys.identities[i].secret, identities[i].secret,
                            AGE_IDENTITY_BYTES);
        assert_memory_equal(&keys.identities[i].recipient, &identities[i].recipient,
                            sizeof identities[i].recipient);
    }
    keys_close(&keys);
}

static void a_wrong_passphrase_says_what_else_opens(void **state)
{
    (void)state;
    struct keys keys = {0};
    struct options options;
    struct secret secret = {0};
    put_key("anna", &kit.recruiter);
    put_secret(KEYS_SIGNING, KEYFILE_SIGNING, SPAN("half a signing key"));
    assert_status(open_with("another one", NULL, NULL, &keys), STATUS_WRONG_PASSPHRASE);
    assert_has(span_of(status_last()), "does not open keys/anna.key");
    assert_has(span_of(status_last()), "use the recovery sheet with --identity");
    const int descriptor =
        office_kit_passphrases("another one\n" PASSPHRASE "\n", &options);
    assert_status(owner_key_open(&kit.office, &options, &secret),
                  STATUS_WRONG_PASSPHRASE);
    assert_false(office_kit_has(span_of(status_last()), "--identity"));
    assert_status(owner_key_open(&kit.office, &options, &secret), STATUS_DAMAGED);
    close(descriptor);
}

static void what_does_not_open_leaves_no_secret_behind(void **state)
{
    (void)state;
    struct keys keys = {0};
    put_secret("half", KEYFILE_IDENTITY, SPAN("one byte more than whole keys hold"));
    put_key("anna", &kit.recruiter);
    (void)!open_with("warm up", "key", "anna", &keys);
    const size_t before = guarded_places();
    for (size_t i = 0; i < 5; i++) {
        assert_status(open_with("another one", "key", "anna", &keys),
                      STATUS_WRONG_PASSPHRASE);
        assert_status(open_with(PASSPHRASE, "key", "half", &keys), STATUS_DAMAGED);
        assert_has(span_of(status_last()), "does not hold a whole key");
        assert_opens("key", "anna", &kit.recruiter);
    }
    assert_int_equal(guarded_places(), before);
}

static void people_compare_keys_by_eight_words(void **state)
{
    (void)state;
    struct age_identity other;
    size_t blank_count = 0;
    age_identity_generate(&other);
    const struct span one = age_recipient_write(&kit.arena, &kit.recruiter.recipient);
    const struct span words = keys_words(&kit.arena, one);
    for (size_t i = 0; i < words.count; i++)
        blank_count += words.data[i] == ' ';
    assert_int_equal(blank_count, 7);
    assert_true(is_span_equal(words, keys_words(&kit.arena, one)));
    assert_false(is_span_equal(
        words,
        keys_words(&kit.arena, age_recipient_write(&kit.arena, &other.recipient))));
}

static void a_key_of_the_set_is_found_by_its_label(void **state)
{
    (void)state;
    struct keyset *keyset;
    struct span bytes;
    assert_ok(office_keyset(&kit.office, &keyset, &bytes));
    assert_ptr_equal(keys_find(keyset, SPAN("recruiter")), &keyset->recipients[0]);
    assert_ptr_equal(keys_find(keyset, SPAN("recovery")), &keyset->recipients[1]);
    assert_null(keys_find(keyset, SPAN("ben")));
    assert_true(is_span_equal(bytes, config_keyset_write(&kit.arena, keyset)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        OFFICE_TEST(a_label_names_a_file_and_is_not_taken),
        OFFICE_TEST(the_key_that_is_meant_is_opened),
        OFFICE_TEST(a_key_is_opened_with_a_passphrase_that_is_there),
        OFFICE_TEST(a_file_of_identities_needs_no_passphrase),
        OFFICE_TEST(a_key_file_holds_as_many_as_fit),
        OFFICE_TEST(a_wrong_passphrase_says_what_else_opens),
        OFFICE_TEST(what_does_not_open_leaves_no_secret_behind),
        OFFICE_TEST(people_compare_keys_by_eight_words),
        OFFICE_TEST(a_key_of_the_set_is_found_by_its_label),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
