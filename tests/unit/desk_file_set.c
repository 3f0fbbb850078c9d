/* Named files that are put into a folder together: the folder is there whole, or not at all. */
#include "office_kit.h"

#include "app/desk/office/file_set.h"

static const char *beside(const char *name)
{
    return file_path(&kit.arena, kit.around, name);
}

static struct file_set two_files(void)
{
    struct file_set set = file_set_init(&kit.arena);
    assert_ok(file_set_add(&set, SPAN("keys/anna.key"), SPAN("secret")));
    assert_ok(file_set_add(&set, SPAN("a.json"), SPAN("{}")));
    return set;
}

static void assert_file(const char *path, const char *words, mode_t mode)
{
    struct span bytes;
    struct stat about;
    assert_ok(file_read(&kit.arena, path, 1024, &bytes));
    assert_true(is_span(bytes, words));
    assert_int_equal(stat(path, &about), 0);
    assert_int_equal(about.st_mode & 0777, mode);
}

static void the_manifest_names_each_file_in_order(void **state)
{
    (void)state;
    unsigned char hash[CHAIN_HASH_BYTES];
    const struct file_set set = two_files();
    const struct manifest *manifest = file_set_manifest(&set, 7);
    assert_int_equal(manifest->sequence, 7);
    assert_int_equal(manifest->file_count, 2);
    assert_true(is_span(manifest->files[0].name, "a.json"));
    assert_true(is_span(manifest->files[1].name, "keys/anna.key"));
    seal_hash(NULL, SPAN("secret"), hash);
    assert_memory_equal(manifest->files[1].hash, hash, sizeof hash);
}

static void files_stand_in_their_folders_with_their_mode(void **state)
{
    (void)state;
    struct stat about;
    const struct file_set set = two_files();
    assert_ok(file_set_write(&set, beside("new//"), 0600));
    assert_file(beside("new/a.json"), "{}", 0600);
    assert_file(beside("new/keys/anna.key"), "secret", 0600);
    assert_int_equal(stat(beside("new/keys"), &about), 0);
    assert_int_equal(about.st_mode & 0777, 0700);
    assert_ok(file_set_write(&set, beside("open"), 0644));
    assert_int_equal(stat(beside("open"), &about), 0);
    assert_int_equal(about.st_mode & 0777, 0755);
}

static void an_older_folder_is_replaced_as_a_whole(void **state)
{
    (void)state;
    const struct file_set set = two_files();
    assert_ok(folder_make(beside("new")));
    assert_ok(file_write(beside("new/older"), SPAN("x"), 0600));
    assert_ok(file_set_write(&set, beside("new"), 0600));
    assert_false(is_file(beside("new/older")));
    assert_file(beside("new/a.json"), "{}", 0600);
}

static void what_a_killed_command_left_is_taken_away(void **state)
{
    (void)state;
    struct span *names;
    size_t count;
    const struct file_set set = two_files();
    assert_ok(folder_make(beside("new.9999999999.new")));
    assert_ok(file_write(beside("new.9999999999.new/half"), SPAN("x"), 0600));
    assert_ok(folder_make(beside("newer.9999999999.new")));
    assert_ok(file_set_write(&set, beside("new/"), 0600));
    assert_ok(folder_list(&kit.arena, kit.around, "new", &names, &count));
    assert_int_equal(count, 2); /* "new", and what is beside another */
    assert_true(is_span(names[1], "newer.9999999999.new"));
}

/* "a.json" cannot be a file and a folder. */
static void after_a_failure_nothing_has_changed(void **state)
{
    (void)state;
    struct span *names;
    size_t count;
    struct file_set set = two_files();
    assert_ok(file_set_add(&set, SPAN("a.json/b"), SPAN("x")));
    assert_ok(folder_make(beside("new")));
    assert_ok(file_write(beside("new/older"), SPAN("x"), 0600));
    assert_int_not_equal(file_set_write(&set, beside("new"), 0600), OK);
    assert_true(is_file(beside("new/older")));
    assert_false(is_file(beside("new/a.json")));
    assert_ok(folder_list(&kit.arena, kit.around, "", &names, &count));
    assert_int_equal(count, 2); /* the organization, and "new": nothing half-written */
}

static void too_many_files_are_refused(void **state)
{
    (void)state;
    struct file_set set = file_set_init(&kit.arena);
    for (size_t i = 0; i < CONFIG_FILES_MAX; i++)
        assert_ok(file_set_add(&set, SPAN("a"), SPAN("")));
    assert_status(file_set_add(&set, SPAN("a"), SPAN("")), STATUS_TOO_LARGE);
    assert_int_equal(set.count, CONFIG_FILES_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        OFFICE_TEST(the_manifest_names_each_file_in_order),
        OFFICE_TEST(files_stand_in_their_folders_with_their_mode),
        OFFICE_TEST(an_older_folder_is_replaced_as_a_whole),
        OFFICE_TEST(what_a_killed_command_left_is_taken_away),
        OFFICE_TEST(after_a_failure_nothing_has_changed),
        OFFICE_TEST(too_many_files_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
