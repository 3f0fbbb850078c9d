/* seal_kit: what the tests of seal/ share: an arena per test, bytes from hex, and other
 * people's tools (age, minisign) run without a shell. */
#ifndef TESTS_SEAL_KIT_H
#define TESTS_SEAL_KIT_H

#include "base/file.h"
#include "base/folder.h"
#include "seal/seal.h"

#include <stdarg.h>
#include <setjmp.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { KIT_ARENA_BYTES = 64 * 1024 * 1024 };

extern char **environ;

static inline int kit_start(void **state)
{
    static struct arena arena;
    arena_init(&arena, KIT_ARENA_BYTES);
    *state = &arena;
    return seal_start() == OK ? 0 : -1;
}

static inline int kit_end(void **state)
{
    arena_done(*state);
    return 0;
}

#define KIT_TEST(name) cmocka_unit_test_setup_teardown(name, kit_start, kit_end)

static inline struct span kit_hex(struct arena *arena, const char *hex)
{
    const size_t count = strlen(hex) / 2;
    char *bytes = arena_alloc(arena, count + 1);
    for (size_t i = 0; i < count; i++) {
        const char pair[3] = {hex[2 * i], hex[2 * i + 1], 0};
        bytes[i] = (char)strtol(pair, NULL, 16);
    }
    return (struct span){bytes, count};
}

/* Bytes that are not all the same, and the same in each run. */
static inline struct span kit_pattern(struct arena *arena, size_t count)
{
    char *bytes = arena_alloc(arena, count + 1);
    for (size_t i = 0; i < count; i++)
        bytes[i] = (char)(i * 31 + i / 251);
    return (struct span){bytes, count};
}

static inline void kit_assert_equal(struct span a, struct span b)
{
    assert_int_equal(a.count, b.count);
    if (a.count)
        assert_memory_equal(a.data, b.data, a.count);
}

/* A word for an argument list, which is not const for reasons of history. */
static inline char *kit_word(const char *word)
{
    return (char *)(uintptr_t)word;
}

static inline void kit_put(const char *path, struct span bytes)
{
    assert_int_equal(file_write(path, bytes, 0600), OK);
}

static inline struct span kit_get(struct arena *arena, const char *path)
{
    struct span bytes = {0};
    assert_int_equal(file_read(arena, path, KIT_ARENA_BYTES, &bytes), OK);
    return bytes;
}

/* Runs argv[0] with standard output into the file `out_path`; its exit status, or 127 when
 * there is no such program. */
static inline int kit_run(char *const argv[], const char *out_path)
{
    posix_spawn_file_actions_t actions;
    pid_t child;
    int status = 0;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, out_path, O_WRONLY | O_CREAT | O_TRUNC,
                                     0600);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    const int failed = posix_spawnp(&child, argv[0], &actions, NULL, argv, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed)
        return 127;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* A folder of this test's own, removed by kit_folder_end with the files in it. */
static inline const char *kit_folder(struct arena *arena)
{
    const char *base = getenv("TMPDIR");
    char *path = arena_alloc(arena, 4096);
    snprintf(path, 4096, "%s/seal.XXXXXX", base ? base : "/tmp");
    assert_non_null(mkdtemp(path));
    return path;
}

static inline void kit_folder_end(struct arena *arena, const char *folder)
{
    struct span *names;
    size_t count;
    assert_int_equal(folder_list(arena, folder, "", &names, &count), OK);
    for (size_t i = 0; i < count; i++)
        unlink(file_path(arena, folder, span_text(arena, names[i])));
    rmdir(folder);
}

#endif
