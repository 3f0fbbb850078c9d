/* keeper_version: screens and ledger of two versions of the program, as an update may leave them:
 * neither reads what the other one says, and nothing is done. */
#include "keeper_kit.h"

#include "app/terminal/keeper/keeper_ask.h"
#include "app/terminal/keeper/keeper_message.h"
#include "app/terminal/keeper/keeper_serve.h"
#include "app/terminal/keeper/link.h"
#include "app/terminal/keeper/wire.h"

#include <pthread.h>

/* The status of the answer to a request that begins with these numbers; both of this version. */
static enum status served(const uint64_t *numbers, size_t count)
{
    struct buffer request = buffer_init(&kit_arena, KEEPER_SMALL_BYTES);
    for (size_t i = 0; i < count; i++)
        wire_put_number(&request, numbers[i]);
    struct wire reply = {.rest =
                             keeper_serve(&keeper, &kit_arena, buffer_span(&request))};
    assert_true(wire_take_number(&reply, UINT64_MAX) == keeper_message_version());
    return (enum status)wire_take_number(&reply, KEEPER_STATUS_COUNT - 1);
}

static void a_ledger_does_nothing_for_screens_of_another_version(void **state)
{
    const uint64_t own = keeper_message_version();
    (void)state;
    for (uint64_t kind = 0; kind < KEEPER_MESSAGE_COUNT; kind++) {
        const uint64_t later[] = {own + 1, kind}, earlier[] = {own - 1, kind},
                       without[] = {kind, kind};
        assert_int_equal(served(later, 2), STATUS_UNSUPPORTED);
        assert_int_equal(served(earlier, 2), STATUS_UNSUPPORTED);
        assert_int_equal(served(without, 2), STATUS_UNSUPPORTED);
    }
    const uint64_t same[] = {own, KEEPER_MESSAGE_COUNT_DRAFTS};
    assert_int_equal(served(same, 2), OK);
    assert_int_equal(served(same, 1), STATUS_BAD_INPUT);
    assert_int_equal(served(same, 0), STATUS_BAD_INPUT);
}

/* ---- the other way round: who answers ---- */

struct answers {
    int socket;
    struct {
        uint64_t
            numbers[4]; /* version, status, length of its sentence, what is asked for */
        size_t count;
    } list[3];
};

static void *answer_all(void *context)
{
    const struct answers *answers = context;
    struct arena arena;
    arena_init(&arena, LINK_MAX_BYTES * 2);
    for (size_t i = 0; i < sizeof answers->list / sizeof *answers->list; i++) {
        uint32_t number;
        struct span question;
        struct buffer reply = buffer_init(&arena, 4096);
        for (size_t at = 0; at < answers->list[i].count; at++)
            wire_put_number(&reply, answers->list[i].numbers[at]);
        if (link_receive(&arena, answers->socket, &number, &question) != OK ||
            link_send(answers->socket, number, buffer_span(&reply), SPAN("")) != OK)
            break;
    }
    arena_done(&arena);
    return NULL;
}

/* At a start there is no way on but to say so; in the middle the screens end, and those of now
 * begin. */
static void screens_believe_no_ledger_of_another_version(void **state)
{
    const uint64_t own = keeper_message_version();
    struct answers answers = {
        .list = {{{own + 1, OK, 0, 7}, 4},
                 {{own, OK, 0, 7}, 4},
                 {{OK, 0, 7}, 3}}}; /* of before there were versions */
    struct keeper_port port;
    pthread_t other;
    size_t count = 0;
    int ends[2];
    (void)state;
    assert_ok(link_open(ends));
    answers.socket = ends[1];
    assert_int_equal(pthread_create(&other, NULL, answer_all, &answers), 0);
    assert_ok(keeper_ask_init(ends[0], NULL, &port));
    assert_int_equal(keeper_ask_count(&port, &count), STATUS_UNSUPPORTED);
    assert_false(port.is_cut);
    assert_ok(keeper_ask_count(&port, &count));
    assert_int_equal(count, 7);
    assert_int_equal(keeper_ask_count(&port, &count), STATUS_UNSUPPORTED);
    assert_true(port.is_cut);
    assert_true(port.is_other);
    assert_int_equal(pthread_join(other, NULL), 0);
    keeper_ask_done(&port);
    close(ends[0]);
    close(ends[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            a_ledger_does_nothing_for_screens_of_another_version, keeper_setup,
            keeper_teardown),
        cmocka_unit_test_setup_teardown(screens_believe_no_ledger_of_another_version,
                                        keeper_setup, keeper_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
