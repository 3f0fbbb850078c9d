/* The paper with the recovery key: in a new file outside the organization, or on the screen,
 * once. */
#include "office_kit.h"

#include "app/desk/office/sheet/recovery_sheet.h"

static const char *beside(const char *name)
{
    return file_path(&kit.arena, kit.around, name);
}

static enum status give(const char *path, struct age_identity *out_identity)
{
    age_identity_generate(out_identity);
    return recovery_sheet_give(&kit.office, path, SPAN("Acme"), &kit.signing,
                               SPAN("recovery"), out_identity);
}

static void a_sheet_lies_outside_the_folder_it_recovers(void **state)
{
    (void)state;
    const char *const inside[] = {"sheet", "keys/sheet", "keys/../sheet"};
    for (size_t i = 0; i < sizeof inside / sizeof *inside; i++)
        assert_status(recovery_sheet_check(&kit.office, kit.folder,
                                           file_path(&kit.arena, kit.folder, inside[i])),
                      STATUS_REFUSED);
    assert_ok(recovery_sheet_check(&kit.office, kit.folder, beside("sheet")));
    assert_ok(recovery_sheet_check(&kit.office, kit.folder, beside("organization")));
}

static void a_sheet_replaces_no_file(void **state)
{
    (void)state;
    assert_ok(file_write(beside("sheet"), SPAN("older"), 0600));
    assert_status(recovery_sheet_check(&kit.office, kit.folder, beside("sheet")),
                  STATUS_EXISTS);
}

static void without_a_file_somebody_must_see_it(void **state)
{
    (void)state;
    assert_status(recovery_sheet_check(&kit.office, kit.folder, NULL), STATUS_USAGE);
    kit.listener.is_on_screen = true;
    assert_ok(recovery_sheet_check(&kit.office, kit.folder, NULL));
    kit.office.listener = NULL;
    assert_status(recovery_sheet_check(&kit.office, kit.folder, NULL), STATUS_USAGE);
}

static void the_sheet_brings_its_key_back(void **state)
{
    (void)state;
    struct age_identity identity;
    struct keys keys = {0};
    struct stat about;
    assert_ok(give(beside("sheet"), &identity));
    assert_int_equal(kit.put_out.count, 0);
    assert_int_equal(stat(beside("sheet"), &about), 0);
    assert_int_equal(about.st_mode & 0777, 0600);
    assert_ok(keys_open_file(beside("sheet"), &keys));
    assert_int_equal(keys.count, 1);
    assert_memory_equal(keys.identities[0].secret, identity.secret,
                        sizeof identity.secret);
    keys_close(&keys);
}

static void the_screen_shows_it_once_and_no_file_holds_it(void **state)
{
    (void)state;
    struct age_identity identity;
    struct span *names;
    size_t count;
    assert_ok(give(NULL, &identity));
    const struct span shown = buffer_span(&kit.put_out);
    const struct span secret = age_identity_write(&kit.arena, &identity);
    assert_has(shown, "# Organization: Acme\n");
    assert_has(shown, span_text(&kit.arena, secret));
    assert_has(shown,
               span_text(&kit.arena,
                         keys_words(&kit.arena, age_recipient_write(
                                                    &kit.arena, &identity.recipient))));
    assert_ok(folder_list(&kit.arena, kit.around, "", &names, &count));
    assert_int_equal(count, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        OFFICE_TEST(a_sheet_lies_outside_the_folder_it_recovers),
        OFFICE_TEST(a_sheet_replaces_no_file),
        OFFICE_TEST(without_a_file_somebody_must_see_it),
        OFFICE_TEST(the_sheet_brings_its_key_back),
        OFFICE_TEST(the_screen_shows_it_once_and_no_file_holds_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
