/* keeper_printing: the screens ask another process to print, which an update may have left in
 * another version, or without any: they believe nothing of its answer, and the reason is said. */
#include "keeper_kit.h"

#include "app/terminal/keeper/keeper_message.h"
#include "app/terminal/keeper/link.h"
#include "app/terminal/keeper/wire.h"
#include "app/terminal/printer_post.h"
#include "base/must.h"

#include <pthread.h>
#include <unistd.h>

/* Whoever prints, and answers one page with so many numbers. */
struct printing {
    int socket;
    uint64_t numbers[3];
    size_t count;
};

static void *answer_one(void *context)
{
    const struct printing *printing = context;
    struct arena arena;
    struct span page;
    uint32_t number;
    arena_init(&arena, LINK_MAX_BYTES * 2);
    must(link_receive(&arena, printing->socket, &number, &page) == OK);
    struct buffer answer = buffer_init(&arena, 64);
    for (size_t i = 0; i < printing->count; i++)
        wire_put_number(&answer, printing->numbers[i]);
    must(link_send(printing->socket, number, buffer_span(&answer), SPAN("")) == OK);
    arena_done(&arena);
    return NULL;
}

static enum status sent(struct printing printing)
{
    int ends[2];
    pthread_t other;
    struct arena arena;
    arena_init(&arena, PRINTER_POST_BYTES);
    assert_ok(link_open(ends));
    printing.socket = ends[1];
    assert_int_equal(pthread_create(&other, NULL, answer_one, &printing), 0);
    const enum status status =
        printer_post_send(ends[0], &arena, SPAN("lobby"), SPAN("a page\n"));
    assert_int_equal(pthread_join(other, NULL), 0);
    close(ends[0]);
    close(ends[1]);
    arena_done(&arena);
    return status;
}

static void who_prints_in_another_version_is_not_believed(void **state)
{
    const uint64_t own = keeper_message_version();
    (void)state;
    assert_ok(sent((struct printing){.numbers = {own, 1, 0}, .count = 3}));
    assert_int_equal(sent((struct printing){.numbers = {own, 0, 0}, .count = 3}),
                     STATUS_NO_DEVICE);
    assert_null(strstr(status_last(), "another version"));
    assert_int_equal(sent((struct printing){.numbers = {own + 1, 1, 0}, .count = 3}),
                     STATUS_NO_DEVICE);
    assert_non_null(strstr(status_last(), "another version"));
    assert_int_equal(sent((struct printing){.numbers = {1, 0}, .count = 2}),
                     STATUS_NO_DEVICE); /* from before there was one */
    assert_non_null(strstr(status_last(), "another version"));
    assert_int_equal(sent((struct printing){.numbers = {own, 1}, .count = 2}),
                     STATUS_NO_DEVICE);
    assert_int_equal(sent((struct printing){.count = 0}), STATUS_NO_DEVICE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_prints_in_another_version_is_not_believed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
