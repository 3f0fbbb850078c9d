/* file: whole or not at all, with a sentence that names the path. */
#include "base/file.h"
#include "base/folder.h"

#include <dirent.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static struct arena arena;
static char folder[64];

static const char *in(const char *name)
{
    return file_path(&arena, folder, name);
}

static int setup(void **state)
{
    (void)state;
    arena_init(&arena, 16 * 1024 * 1024);
    snprintf(folder, sizeof folder, "/tmp/resonance-file-XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    DIR *open_folder = opendir(folder);
    for (struct dirent *entry; (entry = readdir(open_folder));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            remove(in(entry->d_name));
    closedir(open_folder);
    rmdir(folder);
    arena_done(&arena);
    return 0;
}

static size_t entry_count(void)
{
    size_t count = 0;
    DIR *open_folder = opendir(folder);
    while (readdir(open_folder))
        count++;
    closedir(open_folder);
    return count - 2;
}

static void assert_content(const char *name, const char *wanted)
{
    struct span bytes;
    assert_int_equal(file_read(&arena, in(name), 1000, &bytes), OK);
    assert_true(is_span(bytes, wanted));
}

static void what_is_written_is_read(void **state)
{
    (void)state;
    struct stat about;
    struct span bytes;
    assert_int_equal(file_write(in("a"), SPAN("first"), 0600), OK);
    assert_content("a", "first");
    assert_int_equal(file_write(in("a"), SPAN(""), 0600), OK);
    assert_content("a", "");
    assert_int_equal(file_write(in("a"), SPAN("third\0x"), 0600), OK);
    assert_int_equal(file_read(&arena, in("a"), 7, &bytes), OK);
    assert_true(is_span_equal(bytes, SPAN("third\0x")));
    assert_int_equal(stat(in("a"), &about), 0);
    assert_int_equal(about.st_mode & 0777, 0600);
    assert_int_equal(entry_count(), 1);
}

static void refused(const char *path, size_t max_bytes, enum status wanted)
{
    struct span bytes = SPAN("untouched");
    assert_int_equal(file_read(&arena, path, max_bytes, &bytes), wanted);
    assert_non_null(strstr(status_last(), path));
    assert_true(is_span(bytes, "untouched"));
}

static void what_cannot_be_read_is_told(void **state)
{
    (void)state;
    assert_int_equal(file_write(in("a"), SPAN("12345"), 0600), OK);
    refused(in("a"), 4, STATUS_TOO_LARGE);
    refused(in("missing"), 100, STATUS_NOT_FOUND);
    refused(in("a/b"), 100, STATUS_NOT_FOUND);
    refused(folder, 100, STATUS_BAD_INPUT);
    assert_int_equal(mkfifo(in("pipe"), 0600), 0);
    alarm(300); /* opening a pipe that nobody writes to would wait for ever */
    refused(in("pipe"), 100, STATUS_BAD_INPUT);
    alarm(0);
}

static void written_in_pieces_or_not_at_all(void **state)
{
    (void)state;
    assert_int_equal(file_write(in("a"), SPAN("old"), 0600), OK);
    {
        scoped_file_new new = {0};
        assert_int_equal(file_begin(in("a"), 0600, &new), OK);
        assert_int_equal(file_add(&new, SPAN("half")), OK);
        assert_content("a", "old");
    }
    assert_content("a", "old");
    assert_int_equal(entry_count(), 1);
    {
        scoped_file_new new = {0};
        assert_int_equal(file_begin(in("a"), 0600, &new), OK);
        assert_int_equal(file_add(&new, SPAN("one ")), OK);
        assert_int_equal(file_add(&new, SPAN("")), OK);
        assert_int_equal(file_add(&new, SPAN("two")), OK);
        assert_int_equal(file_end(&new), OK);
    }
    assert_content("a", "one two");
    assert_int_equal(entry_count(), 1);
}

static void a_failed_write_leaves_the_old_file(void **state)
{
    (void)state;
    int result = 0;
    assert_int_equal(file_write(in("a"), SPAN("old"), 0600), OK);
    assert_int_equal(file_write(in("no/a"), SPAN("new"), 0600), STATUS_NOT_FOUND);
    assert_int_equal(mkdir(in("folder"), 0700), 0);
    assert_int_not_equal(file_write(in("folder"), SPAN("new"), 0600), OK);
    assert_int_equal(entry_count(), 2);
    fflush(NULL);
    const pid_t child = fork();
    if (child == 0) {
        static char large[100000];
        const struct rlimit limit = {4096, 4096};
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &limit);
        _exit((int)file_write(in("a"), (struct span){large, sizeof large}, 0600));
    }
    assert_int_equal(waitpid(child, &result, 0), child);
    assert_int_equal(WEXITSTATUS(result), STATUS_NO_SPACE);
    assert_content("a", "old");
    assert_int_equal(entry_count(), 2);
}

static void folders_are_made_and_listed(void **state)
{
    (void)state;
    struct span *names;
    size_t count;
    assert_int_equal(folder_make(in("sub")), OK);
    assert_int_equal(folder_make(in("sub")), OK);
    assert_true(is_folder(in("sub")));
    assert_false(is_file(in("sub")));
    assert_int_equal(file_write(in("b.hfb"), SPAN(""), 0600), OK);
    assert_int_equal(file_write(in("a.hfb"), SPAN(""), 0600), OK);
    assert_int_equal(file_write(in(".hidden.hfb"), SPAN(""), 0600), OK);
    assert_int_equal(file_write(in("c.txt"), SPAN(""), 0600), OK);
    assert_true(is_file(in("c.txt")));
    assert_false(is_folder(in("c.txt")));
    assert_int_equal(folder_make(in("c.txt")), STATUS_IO);
    assert_int_equal(folder_list(&arena, folder, ".hfb", &names, &count), OK);
    assert_int_equal(count, 2);
    assert_true(is_span(names[0], "a.hfb"));
    assert_true(is_span(names[1], "b.hfb"));
    assert_int_equal(folder_list(&arena, folder, "", &names, &count), OK);
    assert_int_equal(count, 4);
    assert_int_equal(folder_list(&arena, in("sub"), "", &names, &count), OK);
    assert_int_equal(count, 0);
    assert_int_equal(folder_list(&arena, in("missing"), "", &names, &count),
                     STATUS_NOT_FOUND);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_written_is_read, setup, teardown),
        cmocka_unit_test_setup_teardown(what_cannot_be_read_is_told, setup, teardown),
        cmocka_unit_test_setup_teardown(written_in_pieces_or_not_at_all, setup, teardown),
        cmocka_unit_test_setup_teardown(a_failed_write_leaves_the_old_file, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(folders_are_made_and_listed, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
