/* An invitation opens once and for two days, a key that nobody signed for is not among those that
 * count, and a browser is one person's until it is removed. */
#include "office_kit.h"

#include "app/desk/office/staff/devices.h"
#include "app/desk/office/staff/joining.h"
#include "app/desk/office/staff/owner_key.h"
#include "app/desk/office/trust/signed_settings.h"
#include "base/clock.h"

#define PASSPHRASE "six plain words for a test"

static int64_t now_s(void)
{
    return clock_now().unix_ms / 1000;
}

static struct joining invited(struct span *out_secret)
{
    static const struct span vacancies[] = {SPAN("deck")};
    const struct staff_person ben = {
        .label = SPAN("ben"),
        .name = SPAN("Ben Okafor"),
        .roles = STAFF_ROLE_BIT(STAFF_OWNER) | STAFF_ROLE_BIT(STAFF_INTERVIEWER),
        .vacancies = vacancies,
        .vacancy_count = 1,
        .until_s = KIT_NOON_S,
    };
    struct joining joining;
    assert_ok(joining_begin(&kit.office, &ben, out_secret));
    assert_ok(joining_find(&kit.office, *out_secret, now_s(), &joining));
    return joining;
}

static void an_invitation_says_all_and_is_kept_without_its_secret(void **state)
{
    struct span secret, text;
    (void)state;
    const struct joining joining = invited(&secret);
    assert_true(is_span(joining.person.name, "Ben Okafor"));
    assert_int_equal(joining.person.roles,
                     STAFF_ROLE_BIT(STAFF_OWNER) | STAFF_ROLE_BIT(STAFF_INTERVIEWER));
    assert_true(is_span(joining.person.vacancies[0], "deck"));
    assert_int_equal(joining.person.until_s, KIT_NOON_S);
    assert_false(joining.is_joined);
    assert_ok(office_read(&kit.office, "joining/ben.json", 4096, &text));
    assert_false(
        office_kit_has(text, span_format(&kit.arena, "%.*s", SPAN_ARGS(secret)).data));
}

static void its_address_opens_for_two_days_and_no_other_does(void **state)
{
    struct span secret, later;
    struct joining joining;
    (void)state;
    joining = invited(&secret);
    assert_ok(joining_find(&kit.office, secret, joining.expires_s - 1, &joining));
    assert_status(joining_find(&kit.office, secret, joining.expires_s, &joining),
                  STATUS_NOT_FOUND);
    assert_status(joining_find(&kit.office, span_cut(secret, 0, 63), now_s(), &joining),
                  STATUS_NOT_FOUND);
    assert_status(joining_find(&kit.office, SPAN(""), now_s(), &joining),
                  STATUS_NOT_FOUND);
    (void)invited(&later); /* in place of the first */
    assert_status(joining_find(&kit.office, secret, now_s(), &joining), STATUS_NOT_FOUND);
    assert_ok(joining_find(&kit.office, later, now_s(), &joining));
}

static void
a_key_that_is_made_uses_the_address_up_and_counts_for_nothing_yet(void **state)
{
    struct span secret, again, *labels;
    struct joining joining, read;
    struct keys keys = {0};
    size_t count;
    (void)state;
    joining = invited(&secret);
    assert_ok(joining_make(&kit.office, &joining, SPAN(PASSPHRASE)));
    assert_status(joining_find(&kit.office, secret, now_s(), &read), STATUS_NOT_FOUND);
    assert_ok(joining_read(&kit.office, SPAN("ben"), &read));
    assert_true(read.is_joined);
    assert_true(is_span_equal(read.person.recipient, joining.person.recipient));
    assert_memory_equal(read.person.verify_key, joining.person.verify_key,
                        sizeof read.person.verify_key);
    assert_status(joining_begin(&kit.office, &joining.person, &again), STATUS_EXISTS);
    assert_ok(keys_labels(&kit.office, &labels, &count));
    for (size_t i = 0; i < count; i++)
        assert_false(is_span(labels[i], "ben"));
    assert_ok(joining_take(&kit.office, &read)); /* now it is signed for */
    assert_ok(joining_end(&kit.office, SPAN("ben")));
    assert_ok(joining_end(&kit.office, SPAN("ben"))); /* harmless */
    assert_ok(keys_try(&kit.office, SPAN("ben"), SPAN(PASSPHRASE), &keys));
    assert_memory_equal(&keys.person->organization, &kit.organization,
                        sizeof kit.organization);
    assert_true(
        is_span_equal(age_recipient_write(&kit.arena, &keys.identities[0].recipient),
                      read.person.recipient));
    keys_close(&keys);
}

static void nobody_joins_where_somebody_made_guesses_cheap(void **state)
{
    struct span secret, *labels;
    size_t count;
    (void)state;
    struct joining joining = invited(&secret);
    assert_ok(signed_settings_sign(&kit.office, &kit.signing));
    kit.office.organization->key_cost.memory_bytes = 8192;
    office_kit_write("organization.json",
                     organization_write(&kit.arena, kit.office.organization));
    assert_status(joining_make(&kit.office, &joining, SPAN(PASSPHRASE)), STATUS_FORGED);
    assert_non_null(strstr(status_last(), "organization.json was changed since"));
    assert_ok(keys_labels(&kit.office, &labels, &count));
    for (size_t i = 0; i < count; i++)
        assert_false(is_span(labels[i], "ben"));
    assert_ok(signed_settings_sign(&kit.office, &kit.signing)); /* an owner wants it so */
    assert_ok(joining_make(&kit.office, &joining, SPAN(PASSPHRASE)));
}

static void an_owner_signs_with_their_own_passphrase_alone(void **state)
{
    struct span secret;
    struct joining joining;
    struct age_recipient recipient;
    struct secret signing = {0};
    (void)state;
    joining = invited(&secret);
    assert_ok(joining_make(&kit.office, &joining, SPAN(PASSPHRASE)));
    assert_ok(joining_take(&kit.office, &joining));
    assert_int_not_equal(owner_key_try(&kit.office, SPAN(PASSPHRASE), &signing), OK);
    assert_ok(age_recipient_read(joining.person.recipient, &recipient));
    assert_ok(owner_key_put(&kit.office, SPAN("ben"), &recipient, &kit.signing));
    assert_ok(owner_key_try(&kit.office, SPAN(PASSPHRASE), &signing));
    assert_memory_equal(signing.bytes, &kit.signing, sizeof kit.signing);
    secret_close(&signing);
    assert_int_not_equal(owner_key_try(&kit.office, SPAN("another one, typed"), &signing),
                         OK);
    assert_ok(owner_key_remove(&kit.office, SPAN("ben")));
    assert_int_not_equal(owner_key_try(&kit.office, SPAN(PASSPHRASE), &signing), OK);
    assert_ok(owner_key_remove(&kit.office, SPAN("ben"))); /* harmless */
}

static void a_browser_is_one_persons_until_it_is_removed_or_over(void **state)
{
    struct span first, second, other;
    struct devices devices;
    size_t count;
    (void)state;
    assert_ok(devices_read(&kit.office, &devices));
    assert_int_equal(devices.count, 0);
    assert_ok(devices_add(&kit.office, SPAN("ben"), &first));
    assert_ok(devices_add(&kit.office, SPAN("ben"), &second));
    assert_ok(devices_add(&kit.office, SPAN("cora"), &other));
    assert_ok(devices_read(&kit.office, &devices));
    const struct device *const found = devices_find(&devices, first, now_s());
    assert_non_null(found);
    assert_true(is_span(found->label, "ben"));
    assert_null(devices_find(&devices, first, found->until_s));
    assert_null(devices_find(&devices, span_cut(first, 0, 63), now_s()));
    assert_null(devices_find(&devices, SPAN(""), now_s()));
    assert_ok(devices_remove(&kit.office, SPAN("cora"), devices_number(&kit.arena, found),
                             &count));
    assert_int_equal(count, 0); /* it is not hers */
    assert_ok(devices_remove(&kit.office, SPAN("ben"), devices_number(&kit.arena, found),
                             &count));
    assert_int_equal(count, 1);
    assert_ok(devices_read(&kit.office, &devices));
    assert_null(devices_find(&devices, first, now_s()));
    assert_non_null(devices_find(&devices, second, now_s()));
    assert_ok(devices_remove(&kit.office, SPAN("ben"), SPAN(""), &count));
    assert_int_equal(count, 1);
    assert_ok(devices_read(&kit.office, &devices));
    assert_non_null(devices_find(&devices, other, now_s()));
    assert_int_equal(devices.count, 1);
}

static void what_was_changed_in_the_folder_is_refused(void **state)
{
    static const char *const wrong[] = {"{}", "", "{\"age\":null}", "[1]", "x"};
    struct joining joining;
    struct devices devices;
    struct span secret;
    (void)state;
    (void)invited(&secret);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        office_kit_write("joining/ben.json", span_of(wrong[i]));
        assert_int_not_equal(joining_read(&kit.office, SPAN("ben"), &joining), OK);
        assert_int_not_equal(joining_find(&kit.office, secret, now_s(), &joining), OK);
        office_kit_write("devices.json", span_of(wrong[i]));
        assert_int_not_equal(devices_read(&kit.office, &devices), OK);
    }
    assert_status(joining_read(&kit.office, SPAN("../ben"), &joining), STATUS_BAD_INPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        OFFICE_TEST(an_invitation_says_all_and_is_kept_without_its_secret),
        OFFICE_TEST(its_address_opens_for_two_days_and_no_other_does),
        OFFICE_TEST(a_key_that_is_made_uses_the_address_up_and_counts_for_nothing_yet),
        OFFICE_TEST(nobody_joins_where_somebody_made_guesses_cheap),
        OFFICE_TEST(an_owner_signs_with_their_own_passphrase_alone),
        OFFICE_TEST(a_browser_is_one_persons_until_it_is_removed_or_over),
        OFFICE_TEST(what_was_changed_in_the_folder_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
