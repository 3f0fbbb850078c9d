/* arena: aligned, zeroed, bounded; marks nest; what was forgotten is overwritten. */
#include "base/arena.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static bool is_zero(const unsigned char *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (bytes[i])
            return 0;
    return 1;
}

/* Whether `work` ends its process by abort. */
static int aborts(void (*work)(struct arena *), struct arena *arena)
{
    int result = 0;
    fflush(NULL);
    const pid_t child = fork();
    if (child == 0) {
        signal(SIGABRT, SIG_DFL);
        fclose(stderr);
        work(arena);
        _exit(0);
    }
    assert_int_equal(waitpid(child, &result, 0), child);
    return WIFSIGNALED(result) && WTERMSIG(result) == SIGABRT;
}

static void memory_is_zeroed_and_aligned(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1024 * 1024);
    for (size_t bytes = 0; bytes < 300; bytes++) {
        unsigned char *memory = arena_alloc(&arena, bytes);
        assert_int_equal((uintptr_t)memory % 16, 0);
        assert_true(is_zero(memory, bytes));
        memset(memory, 0xAA, bytes);
    }
    unsigned char *large = arena_alloc(&arena, 300 * 1024);
    assert_true(is_zero(large, 300 * 1024));
    memset(large, 0xAA, 300 * 1024);
    uint64_t *numbers = arena_array(&arena, uint64_t, 5);
    assert_int_equal(numbers[4], 0);
    arena_done(&arena);
    arena_done(&arena);
    arena_done(NULL);
}

static void take_all(struct arena *arena)
{
    arena_alloc(arena, 4096);
}

static void take_one_more(struct arena *arena)
{
    arena_alloc(arena, 4096);
    arena_alloc(arena, 1);
}

static void take_too_many(struct arena *arena)
{
    (void)arena_alloc_array(arena, SIZE_MAX / 2, 3);
}

static void take_far_too_much(struct arena *arena)
{
    arena_alloc(arena, SIZE_MAX - 3);
}

static void the_maximum_is_kept(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 4096);
    assert_false(aborts(take_all, &arena));
    assert_true(aborts(take_one_more, &arena));
    assert_true(aborts(take_too_many, &arena));
    assert_true(aborts(take_far_too_much, &arena));
    arena_done(&arena);
}

static void marks_nest(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1024 * 1024);
    unsigned char *kept = arena_alloc(&arena, 100);
    memset(kept, 1, 100);
    const struct arena_mark outer = arena_mark(&arena);
    unsigned char *first = arena_alloc(&arena, 100);
    memset(first, 2, 100);
    const struct arena_mark inner = arena_mark(&arena);
    unsigned char *second = arena_alloc(&arena, 200 * 1024);
    memset(second, 3, 200 * 1024);
    arena_release(&arena, inner);
    assert_int_equal(first[99], 2);
    assert_int_equal(arena.used_bytes, inner.used_bytes);
    arena_release(&arena, outer);
    assert_int_equal(kept[99], 1);
    assert_true(is_zero(first, 100));
    assert_ptr_equal(arena_alloc(&arena, 100), first);
    arena_done(&arena);
}

static void a_reset_forgets_and_keeps_the_memory(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1024 * 1024);
    arena_reset(&arena);
    unsigned char *first = arena_alloc(&arena, 1000);
    memset(first, 9, 1000);
    for (int i = 0; i < 10; i++)
        memset(arena_alloc(&arena, 50 * 1024), 9, 50 * 1024);
    arena_reset(&arena);
    assert_int_equal(arena.used_bytes, 0);
    assert_true(is_zero(first, 1000));
    assert_ptr_equal(arena_alloc(&arena, 1000), first);
    arena_done(&arena);
}

static void write_before(struct arena *arena)
{
    unsigned char *memory = arena_alloc(arena, 16);
    signal(SIGSEGV, SIG_DFL);
    for (size_t far = 0; far <= 8192; far += 512)
        *(volatile unsigned char *)(memory - far) = 1;
}

static void write_behind(struct arena *arena)
{
    unsigned char *memory = arena_alloc(arena, 16);
    signal(SIGSEGV, SIG_DFL);
    for (size_t far = 0; far <= 8192; far += 512)
        *(volatile unsigned char *)(memory + 64 * 1024 + far) = 1;
}

static int dies(void (*work)(struct arena *), struct arena *arena)
{
    int result = 0;
    fflush(NULL);
    const pid_t child = fork();
    if (child == 0) {
        fclose(stderr);
        work(arena);
        _exit(0);
    }
    assert_int_equal(waitpid(child, &result, 0), child);
    return !WIFEXITED(result) || WEXITSTATUS(result) != 0;
}

static void a_guarded_arena_has_walls(void **state)
{
    (void)state;
    struct arena arena;
    bool is_locked = true;
    assert_int_equal(arena_init_guarded(&arena, 64 * 1024, &is_locked), OK);
    assert_in_range(is_locked, 0, 1);
    assert_true(arena.is_guarded);
    assert_true(arena.max_bytes >= 64 * 1024);
    assert_true(dies(write_before, &arena));
    assert_true(dies(write_behind, &arena));
    unsigned char *memory = arena_alloc(&arena, 64 * 1024);
    memset(memory, 7, 64 * 1024);
    arena_reset(&arena);
    assert_true(is_zero(memory, 64 * 1024));
    assert_ptr_equal(arena_alloc(&arena, 64 * 1024), memory);
    assert_true(aborts(take_all, &arena));
    arena_done(&arena);
    assert_int_equal(arena_init_guarded(&arena, 100, NULL), OK);
    arena_done(&arena);
}

static void wiped_is_zero(void **state)
{
    (void)state;
    unsigned char bytes[33];
    memset(bytes, 5, sizeof bytes);
    wipe(bytes, 32);
    assert_true(is_zero(bytes, 32));
    assert_int_equal(bytes[32], 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_and_aligned),
        cmocka_unit_test(the_maximum_is_kept),
        cmocka_unit_test(marks_nest),
        cmocka_unit_test(a_reset_forgets_and_keeps_the_memory),
        cmocka_unit_test(a_guarded_arena_has_walls),
        cmocka_unit_test(wiped_is_zero),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
