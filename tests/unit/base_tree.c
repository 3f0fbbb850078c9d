/* A folder is taken away or put into place as one thing. */
#include "base/file.h"
#include "base/folder.h"
#include "base/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

static struct arena arena;
static const char *room;

static int room_begin(void **state)
{
    static char name[] = "/tmp/resonance-tree-XXXXXX";
    (void)state;
    arena_init(&arena, 1 << 20);
    room = mkdtemp(name);
    return room == NULL;
}

static int room_end(void **state)
{
    (void)state;
    const bool is_gone = tree_remove(room) == OK && !is_folder(room);
    arena_done(&arena);
    return !is_gone;
}

/* The folder `name` in the room with a file "sub/file" that says `text`. */
static const char *folder_with(const char *name, const char *text)
{
    const char *folder = file_path(&arena, room, name);
    const char *sub = file_path(&arena, folder, "sub");
    assert_int_equal(folder_make(folder), OK);
    assert_int_equal(folder_make(sub), OK);
    assert_int_equal(file_write(file_path(&arena, sub, "file"), span_of(text), 0600), OK);
    return folder;
}

static void assert_says(const char *folder, const char *text)
{
    struct span bytes;
    assert_int_equal(
        file_read(&arena, file_path(&arena, folder, "sub/file"), 100, &bytes), OK);
    assert_true(is_span(bytes, text));
}

static void a_folder_is_removed_with_all_in_it(void **state)
{
    (void)state;
    const char *folder = folder_with("gone", "x");
    const char *kept = folder_with("kept", "y");
    assert_int_equal(symlink(kept, file_path(&arena, folder, "link")), 0);
    assert_int_equal(tree_remove(folder), OK);
    assert_false(is_folder(folder));
    assert_says(kept, "y");
    assert_int_equal(tree_remove(folder), OK);
}

static void a_new_folder_takes_its_name(void **state)
{
    (void)state;
    const char *beside = folder_with("beside", "new");
    const char *path = file_path(&arena, room, "place");
    assert_int_equal(tree_replace(beside, path), OK);
    assert_says(path, "new");
    assert_false(is_folder(beside));
}

static void an_empty_folder_is_replaced(void **state)
{
    (void)state;
    const char *beside = folder_with("full", "new");
    const char *path = file_path(&arena, room, "empty");
    assert_int_equal(folder_make(path), OK);
    assert_true(is_tree_empty(path));
    assert_int_equal(tree_replace(beside, path), OK);
    assert_false(is_tree_empty(path));
    assert_says(path, "new");
}

static void a_full_folder_is_replaced(void **state)
{
    (void)state;
    const char *path = folder_with("old", "old");
    const char *beside = folder_with("next", "new");
    assert_int_equal(tree_replace(beside, path), OK);
    assert_says(path, "new");
    assert_false(is_folder(beside));
}

static void what_cannot_be_replaced_stays(void **state)
{
    (void)state;
    const char *path = folder_with("stays", "old");
    assert_int_equal(tree_replace(file_path(&arena, room, "nowhere"), path),
                     STATUS_NOT_FOUND);
    assert_says(path, "old");
}

/* The number of a process that cannot be, and our own from before. */
static void what_the_killed_left_is_swept(void **state)
{
    (void)state;
    const char *swept = file_path(&arena, room, "swept");
    const char *ours = span_format(&arena, "swept/b.%ld.new", (long)getpid()).data;
    const char *alive = span_format(&arena, "swept/b.%ld.new", (long)getppid()).data;
    assert_int_equal(folder_make(swept), OK);
    const char *half = folder_with("swept/b.9999999999.new", "half");
    const char *mine = folder_with(ours, "half");
    const char *theirs = folder_with(alive, "half");
    const char *file = file_path(&arena, swept, "b.9999999999.old");
    const char *other = folder_with("swept/c.9999999999.new", "half");
    folder_with("swept/b", "whole");
    folder_with("swept/b.1.2.newer", "other");
    assert_int_equal(file_write(file, SPAN("x"), 0600), OK);
    assert_int_equal(tree_sweep(&arena, swept, SPAN("b")), OK);
    assert_false(is_folder(half) || is_folder(mine) || is_file(file));
    assert_says(theirs, "half");
    assert_says(other, "half");
    assert_says(file_path(&arena, swept, "b"), "whole");
    assert_says(file_path(&arena, swept, "b.1.2.newer"), "other");
    assert_int_equal(tree_sweep(&arena, swept, SPAN("")), OK);
    assert_false(is_folder(other));
    assert_int_equal(tree_sweep(&arena, file_path(&arena, room, "nowhere"), SPAN("")),
                     OK);
}

/* Killed between the two steps: nothing has the name, the whole one is aside. */
static void what_was_put_aside_gets_its_name_back(void **state)
{
    (void)state;
    const char *folder = file_path(&arena, room, "aside");
    assert_int_equal(folder_make(folder), OK);
    folder_with("aside/form.9999999999.old", "whole");
    folder_with("aside/form.9999999999.new", "next");
    assert_int_equal(tree_sweep(&arena, folder, SPAN("form")), OK);
    assert_says(file_path(&arena, folder, "form"), "whole");
    assert_false(is_folder(file_path(&arena, folder, "form.9999999999.new")));
    assert_false(is_folder(file_path(&arena, folder, "form.9999999999.old")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_folder_is_removed_with_all_in_it),
        cmocka_unit_test(a_new_folder_takes_its_name),
        cmocka_unit_test(an_empty_folder_is_replaced),
        cmocka_unit_test(a_full_folder_is_replaced),
        cmocka_unit_test(what_cannot_be_replaced_stays),
        cmocka_unit_test(what_the_killed_left_is_swept),
        cmocka_unit_test(what_was_put_aside_gets_its_name_back),
    };
    return cmocka_run_group_tests(tests, room_begin, room_end);
}
