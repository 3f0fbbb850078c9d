/* keeper_messages: one message in, one message out, between processes that do not believe each
 * other. */
#include "keeper_kit.h"

#include "app/terminal/keeper/keeper_message.h"
#include "app/terminal/keeper/keeper_serve.h"
#include "app/terminal/keeper/keeper_ask.h"
#include "app/terminal/keeper/link.h"
#include "app/terminal/staff/keeper_staff.h"
#include "app/terminal/keeper/wire.h"
#include "app/terminal/trust.h"
#include "base/chance.h"
#include "seal/code/pin.h"

#include <sqlite3.h>
#include <sys/socket.h>
#include <unistd.h>

/* A configuration with one invitation that nobody has a card for. */
static struct config *config_of(void)
{
    struct config *config = arena_new(&kit_arena, struct config);
    config->terminal = arena_new(&kit_arena, struct terminal_config);
    config->manifest = arena_new(&kit_arena, struct manifest);
    config->invitations = arena_new(&kit_arena, struct invitations);
    config->invitations->operations = 1;
    config->invitations->memory_bytes = 8192;
    config->invitations->invites = arena_new(&kit_arena, struct invite);
    config->invitations->invite_count = 1;
    return config;
}

static enum status status_of(struct span reply)
{
    struct wire wire = {.rest = reply};
    assert_true(wire_take_number(&wire, UINT64_MAX) == keeper_message_version());
    const uint64_t status = wire_take_number(&wire, KEEPER_STATUS_COUNT - 1);
    (void)wire_take_span(&wire, KEEPER_SENTENCE_MAX_BYTES);
    assert_false(wire.is_wrong);
    return (enum status)status;
}

static enum status served(const struct buffer *request)
{
    return status_of(keeper_serve(&keeper, &kit_arena, buffer_span(request)));
}

static void what_is_no_message_is_refused(void **state)
{
    struct chance chance = chance_init(7);
    (void)state;
    keeper.config = config_of();
    for (int kind = 0; kind < KEEPER_MESSAGE_COUNT + 3; kind++)
        for (int i = 0; i < 200; i++) {
            const struct arena_mark mark = arena_mark(&kit_arena);
            struct buffer request =
                keeper_message_begin(&kit_arena, (enum keeper_message)kind);
            /* A byte too many for the shortest, and lengths beyond any end. */
            const uint64_t count = 1 + chance_below(&chance, 7);
            for (uint64_t at = 0; at < count; at++) {
                const unsigned char byte = (unsigned char)chance_below(&chance, 256);
                wire_put_bytes(&request, &byte, 1);
            }
            assert_int_equal(served(&request), STATUS_BAD_INPUT);
            arena_release(&kit_arena, mark);
        }
    assert_int_equal(status_of(keeper_serve(&keeper, &kit_arena, SPAN(""))),
                     STATUS_BAD_INPUT);
}

static void a_keeper_that_is_not_open_answers_nothing_else(void **state)
{
    (void)state;
    keeper_close(&keeper);
    for (int kind = 0; kind < KEEPER_MESSAGE_COUNT; kind++) {
        const struct buffer request =
            keeper_message_begin(&kit_arena, (enum keeper_message)kind);
        if (kind != KEEPER_MESSAGE_OPEN)
            assert_int_equal(served(&request), STATUS_NO_LEDGER);
    }
}

/* Whoever has taken over the screens has no PIN: no result reaches a stick, and none is taken. */
static void without_the_pin_no_stick_is_asked(void **state)
{
    struct keeper_port port;
    struct staff_done done;
    struct staff_facts facts;
    enum staff_pin pin = STAFF_PIN_NONE;
    struct span text;
    size_t count;
    int64_t wait_s = 0;
    char hash[PIN_HASH_BYTES];
    struct moment now = {.unix_ms = 1800000000000};
    const struct staff_wish take = {.act = STAFF_TAKE};
    (void)state;
    keeper.config = config_of();
    assert_ok(keeper_ask_init(0, &keeper, &port));
    for (int act = 0; act < STAFF_ACT_COUNT; act++)
        assert_int_equal(
            keeper_ask_staff_do(&port, &kit_arena,
                                &(struct staff_wish){.act = (enum staff_act)act}, &done),
            STATUS_REFUSED);
    assert_int_equal(keeper_ask_staff_facts(&port, &facts), STATUS_REFUSED);
    assert_int_equal(keeper_ask_staff_ready(&port, &kit_arena, &text, &count),
                     STATUS_REFUSED);
    assert_ok(trust_keep(
        &keeper.arena, keeper.ledger,
        &(struct trust_offer){.organization_key = SPAN("of an organization")}));
    assert_ok(keeper_ask_staff_open(&port, SPAN("482915"), now, &pin, &wait_s));
    assert_int_equal(pin, STAFF_PIN_NONE);
    assert_ok(pin_hash(SPAN("482915"), (struct stretch_cost){1, 8192}, hash));
    assert_ok(keeper_staff_adopt(&keeper, span_of(hash)));
    for (int i = 0; i < 2; i++) {
        assert_ok(keeper_ask_staff_open(&port, SPAN("482916"), now, &pin, &wait_s));
        assert_true(pin == STAFF_PIN_WRONG && wait_s == 0);
        assert_int_equal(keeper_ask_staff_do(&port, &kit_arena, &take, &done),
                         STATUS_REFUSED);
    }
    for (int64_t wanted_s = 30; wanted_s <= 3600;
         wanted_s = wanted_s < 1920 ? 2 * wanted_s : wanted_s + 1680) {
        assert_ok(keeper_ask_staff_open(&port, SPAN("482916"), now, &pin, &wait_s));
        assert_true(pin == STAFF_PIN_WRONG && wait_s == wanted_s);
        assert_ok(keeper_ask_staff_open(&port, SPAN("482915"), now, &pin, &wait_s));
        assert_true(pin == STAFF_PIN_WAIT && wait_s == wanted_s);
        now.unix_ms += wanted_s * 1000;
    }
    now.unix_ms -= (int64_t)40 * 24 * 3600 * 1000; /* a clock that was set back */
    assert_ok(keeper_ask_staff_open(&port, SPAN(""), now, &pin, &wait_s));
    assert_true(pin == STAFF_PIN_WAIT && wait_s == 3600);
    now.unix_ms += (int64_t)41 * 24 * 3600 * 1000;
    assert_ok(keeper_ask_staff_open(&port, SPAN("482915"), now, &pin, &wait_s));
    assert_true(pin == STAFF_PIN_OPEN && wait_s == 0);
    assert_ok(keeper_ask_staff_facts(&port, &facts));
    assert_ok(keeper_ask_staff_do(&port, &kit_arena, &take, &done));
    assert_int_equal(done.came, STAFF_CAME_NO_HELPER);
    keeper_ask_staff_close(&port);
    assert_int_equal(keeper_ask_staff_do(&port, &kit_arena, &take, &done),
                     STATUS_REFUSED);
    keeper_ask_done(&port);
}

/* Who has taken over the screens names a later day with each message: waits are as long as by the
 * ledger's clock. */
static void no_day_that_the_screens_name_shortens_a_wait(void **state)
{
    struct keeper_port port;
    enum staff_pin pin = STAFF_PIN_NONE;
    int64_t wait_s = 0;
    char hash[PIN_HASH_BYTES];
    struct moment now = clock_now();
    (void)state;
    keeper.config = config_of();
    keeper.has_clock = true;
    assert_ok(keeper_ask_init(0, &keeper, &port));
    assert_ok(trust_keep(
        &keeper.arena, keeper.ledger,
        &(struct trust_offer){.organization_key = SPAN("of an organization")}));
    assert_ok(pin_hash(SPAN("482915"), (struct stretch_cost){1, 8192}, hash));
    assert_ok(keeper_staff_adopt(&keeper, span_of(hash)));
    for (int i = 0; i < 9; i++) {
        assert_ok(keeper_ask_staff_open(&port, SPAN("482916"), now, &pin, &wait_s));
        now.unix_ms += (int64_t)24 * 3600 * 1000;
    }
    assert_ok(keeper_ask_staff_open(&port, SPAN("482915"), now, &pin, &wait_s));
    assert_int_equal(pin, STAFF_PIN_WAIT);
    assert_in_range(wait_s, 1, 30);
    keeper_ask_done(&port);
}

/* Whoever has taken over the screens has no code: nothing can be kept, signed, erased or read. */
static void without_a_code_nothing_is_kept_or_signed(void **state)
{
    struct keeper_port port;
    struct keeper_draft_page page;
    struct ledger_head head;
    unsigned char hash[CHAIN_HASH_BYTES];
    const struct moment now = {.unix_ms = 1800000000000};
    const struct drafts_row row = {.number = 1, .type = 1, .sealed = SPAN("sealed")};
    (void)state;
    keeper.config = config_of();
    assert_ok(keeper_ask_init(0, &keeper, &port));
    assert_int_equal(keeper_ask_put(&port, &row, now), STATUS_REFUSED);
    assert_int_equal(keeper_ask_replace(&port, &row, now), STATUS_REFUSED);
    assert_int_equal(keeper_ask_locate(&port), STATUS_REFUSED);
    assert_int_equal(keeper_ask_erase(&port), STATUS_REFUSED);
    assert_int_equal(keeper_ask_rows(&port, &kit_arena, 1, &page), STATUS_NOT_FOUND);
    assert_int_equal(keeper_ask_append(&port, HEADER_RESULT, now, SPAN("sealed"), hash),
                     STATUS_REFUSED);
    assert_int_equal(keeper_ask_append(&port, HEADER_START, now, SPAN(""), hash),
                     STATUS_REFUSED);
    assert_int_equal(keeper_ask_begin(&port, keeper.device_id, now, hash),
                     STATUS_REFUSED);
    assert_ok(ledger_head(keeper.ledger, &head));
    assert_int_equal(head.sequence, 0);
    keeper_ask_done(&port);
}

static void a_ticket_of_somebody_else_brings_nobody_back(void **state)
{
    struct keeper_port port;
    struct keeper_place place;
    char ticket[600];
    (void)state;
    memset(ticket, 'x', sizeof ticket);
    keeper.config = config_of();
    assert_ok(keeper_ask_init(0, &keeper, &port));
    assert_int_equal(
        keeper_ask_resume(&port, (struct span){ticket, sizeof ticket}, NULL, &place),
        STATUS_WRONG_KEY);
    assert_false(keeper.has_person);
    keeper_ask_done(&port);
}

/* ---- a code that somebody types ---- */

#define TYPED SPAN("7ZK2M-9QXWD")

static const struct moment noon = {.unix_ms = 1800000000000};

/* The configuration with which TYPED is the code of a `role`. */
static struct config *inviting(enum role role)
{
    struct config *config = config_of();
    struct invite *invite = config->invitations->invites;
    unsigned char master[CODE_MASTER_BYTES];
    struct code code;
    assert_ok(code_read(TYPED, &code));
    assert_ok(code_master(&code, config->invitations->salt,
                          (struct stretch_cost){1, 8192}, master));
    code_tag(master, invite->tag);
    invite->role = role;
    config->terminal->epoch = 1;
    memcpy(config->terminal->device_key, keeper.device_key, sizeof keeper.device_key);
    return config;
}

static void find(struct keeper_port *port, enum role role, struct keeper_found *out_found)
{
    keeper.config = inviting(role);
    assert_ok(keeper_ask_find(port, &kit_arena, TYPED, noon, out_found));
}

static enum status seal(struct keeper_port *port, const char *record_id,
                        unsigned char out_hash[CHAIN_HASH_BYTES])
{
    unsigned char key[DRAFT_KEY_BYTES];
    assert_ok(keeper_ask_begin(port, (const unsigned char *)record_id, noon, key));
    return keeper_ask_append(port, HEADER_RESULT, noon, SPAN("sealed"), out_hash);
}

static uint64_t sealed_count(void)
{
    struct ledger_head head;
    assert_ok(ledger_head(keeper.ledger, &head));
    return head.sequence;
}

/* Whoever has taken over the screens has the code of the person who sits there. */
static void a_code_seals_one_result_whatever_the_screens_ask(void **state)
{
    struct keeper_port port;
    struct keeper_found found;
    unsigned char hash[CHAIN_HASH_BYTES], again[CHAIN_HASH_BYTES];
    (void)state;
    assert_ok(keeper_ask_init(0, &keeper, &port));
    find(&port, ROLE_CANDIDATE, &found);
    assert_ok(seal(&port, "the first record", hash));
    assert_int_equal(seal(&port, "a second record.", again), STATUS_USED_CODE);
    assert_ok(seal(&port, "the first record", again)); /* as when an answer was lost */
    assert_memory_equal(again, hash, sizeof hash);
    assert_int_equal(sealed_count(), 1);
    assert_int_equal(keeper_ask_knows(&port, TYPED), STATUS_USED_CODE);
    keeper_ask_done(&port);
}

static void only_a_colleague_has_a_pseudonym(void **state)
{
    static const unsigned char none[CODE_PSEUDONYM_BYTES];
    struct keeper_port port;
    struct keeper_found found;
    (void)state;
    assert_ok(keeper_ask_init(0, &keeper, &port));
    find(&port, ROLE_CANDIDATE, &found);
    assert_memory_equal(found.pseudonym, none, sizeof none);
    find(&port, ROLE_RATER, &found);
    assert_memory_not_equal(found.pseudonym, none, sizeof none);
    keeper_ask_done(&port);
}

/* As it is on the disk of a keeper that ended between the two. */
static void mark_lose(void)
{
    sqlite3 *handle = NULL;
    assert_int_equal(sqlite3_open(kit_path("data/ledger.db"), &handle), SQLITE_OK);
    assert_int_equal(sqlite3_exec(handle, "DELETE FROM mark", NULL, NULL, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_changes(handle), 1);
    assert_int_equal(sqlite3_close(handle), SQLITE_OK);
}

static void reopen_without_mark(void)
{
    const struct keeper_folders folders = keeper.folders;
    keeper_close(&keeper);
    mark_lose();
    assert_ok(keeper_open(folders, &keeper));
    keeper.config = inviting(ROLE_CANDIDATE);
}

static void a_keeper_that_ended_before_the_mark_makes_it_when_it_comes_back(void **state)
{
    static const char record_id[] = "the first record";
    struct keeper_port port;
    struct keeper_found found;
    struct keeper_place place;
    unsigned char hash[CHAIN_HASH_BYTES];
    (void)state;
    assert_ok(keeper_ask_init(0, &keeper, &port));
    find(&port, ROLE_CANDIDATE, &found);
    assert_ok(seal(&port, record_id, hash));
    reopen_without_mark();
    assert_ok(keeper_ask_knows(&port, TYPED));
    assert_ok(
        keeper_ask_resume(&port, found.ticket, (const unsigned char *)record_id, &place));
    assert_true(place.is_sealed);
    assert_memory_equal(place.sealed_hash, hash, sizeof hash);
    assert_int_equal(keeper_ask_knows(&port, TYPED), STATUS_USED_CODE);
    keeper_ask_done(&port);
}

static void a_draft_goes_after_its_mark_was_made(void **state)
{
    struct keeper_port port;
    struct keeper_found found;
    unsigned char hash[CHAIN_HASH_BYTES];
    size_t count;
    (void)state;
    assert_ok(keeper_ask_init(0, &keeper, &port));
    find(&port, ROLE_CANDIDATE, &found);
    assert_ok(seal(&port, "the first record", hash));
    reopen_without_mark();
    assert_ok(keeper_ask_resume(&port, found.ticket, NULL, &(struct keeper_place){0}));
    assert_ok(keeper_ask_knows(&port, TYPED));
    assert_ok(keeper_ask_erase(&port));
    assert_ok(keeper_ask_count(&port, &count));
    assert_int_equal(count, 0);
    assert_int_equal(keeper_ask_knows(&port, TYPED), STATUS_USED_CODE);
    keeper_ask_done(&port);
}

/* ---- the way ---- */

static int ends[2];

static int link_setup(void **state)
{
    return kit_setup(state) == 0 && link_open(ends) == OK ? 0 : -1;
}

static int link_teardown(void **state)
{
    close(ends[0]);
    close(ends[1]);
    return kit_teardown(state);
}

static void messages_arrive_whole(void **state)
{
    static char bulk[150 * 1024];
    const size_t counts[] = {0,
                             1,
                             LINK_PACKET_BYTES - LINK_HEAD_BYTES - 4,
                             LINK_PACKET_BYTES - LINK_HEAD_BYTES - 3,
                             LINK_PACKET_BYTES - LINK_HEAD_BYTES,
                             sizeof bulk};
    (void)state;
    for (size_t i = 0; i < sizeof bulk; i++)
        bulk[i] = (char)(i * 7);
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        uint32_t number;
        struct span got;
        assert_ok(link_send(ends[0], 5 + (uint32_t)i, SPAN("head"),
                            (struct span){bulk, counts[i]}));
        assert_ok(link_receive(&kit_arena, ends[1], &number, &got));
        assert_int_equal(number, 5 + i);
        assert_int_equal(got.count, 4 + counts[i]);
        assert_memory_equal(got.data, "head", 4);
        assert_memory_equal(got.data + 4, bulk, counts[i]);
    }
}

struct packet {
    uint32_t number, message_bytes, offset;
    char bytes[8];
};

static void put(struct packet packet, size_t count)
{
    const size_t size = LINK_HEAD_BYTES + count;
    assert_int_equal(send(ends[0], &packet, size, 0), (ssize_t)size);
}

static void what_somebody_left_behind_is_passed_over(void **state)
{
    uint32_t number;
    struct span got;
    (void)state;
    put((struct packet){3, 16, 8, "the end"}, 8); /* of one whose beginning was drained */
    put((struct packet){4, 16, 0, "begun, "}, 8); /* and one that was never ended */
    assert_ok(link_send(ends[0], 5, SPAN("whole"), SPAN("")));
    assert_ok(link_receive(&kit_arena, ends[1], &number, &got));
    assert_int_equal(number, 5);
    assert_true(is_span(got, "whole"));
}

static void packets_that_are_none_are_refused(void **state)
{
    static const struct {
        struct packet packet;
        size_t count;
    } wrong[] = {
        {{1, LINK_MAX_BYTES + 1, 0, ""}, 8}, /* larger than any */
        {{1, 4, 0, ""}, 8},                  /* more than it says */
        {{1, 8, 0, ""}, 0},                  /* it would never end */
        {{1, UINT32_MAX, 0, ""}, 8},
    };
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        uint32_t number;
        struct span got;
        put(wrong[i].packet, wrong[i].count);
        assert_int_equal(link_receive(&kit_arena, ends[1], &number, &got),
                         STATUS_BAD_INPUT);
    }
    assert_int_equal(send(ends[0], "short", 5, 0), 5);
    uint32_t number;
    struct span got;
    assert_int_equal(link_receive(&kit_arena, ends[1], &number, &got), STATUS_BAD_INPUT);
}

static void the_other_end_that_is_gone_is_told(void **state)
{
    uint32_t number;
    struct span got;
    (void)state;
    assert_false(is_link_waiting(ends[0]));
    assert_false(is_link_closed(ends[0]));
    close(ends[1]);
    assert_true(is_link_waiting(ends[0]));
    assert_true(is_link_closed(ends[0]));
    assert_int_equal(link_receive(&kit_arena, ends[0], &number, &got), STATUS_NO_LEDGER);
    assert_int_equal(link_send(ends[0], 1, SPAN("x"), SPAN("")), STATUS_NO_LEDGER);
    ends[1] = dup(ends[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_no_message_is_refused, keeper_setup,
                                        keeper_teardown),
        cmocka_unit_test_setup_teardown(a_keeper_that_is_not_open_answers_nothing_else,
                                        keeper_setup, keeper_teardown),
        cmocka_unit_test_setup_teardown(no_day_that_the_screens_name_shortens_a_wait,
                                        keeper_setup, keeper_teardown),
        cmocka_unit_test_setup_teardown(without_the_pin_no_stick_is_asked, keeper_setup,
                                        keeper_teardown),
        cmocka_unit_test_setup_teardown(without_a_code_nothing_is_kept_or_signed,
                                        keeper_setup, keeper_teardown),
        cmocka_unit_test_setup_teardown(a_ticket_of_somebody_else_brings_nobody_back,
                                        keeper_setup, keeper_teardown),
        cmocka_unit_test_setup_teardown(a_code_seals_one_result_whatever_the_screens_ask,
                                        keeper_setup, keeper_teardown),
        cmocka_unit_test_setup_teardown(only_a_colleague_has_a_pseudonym, keeper_setup,
                                        keeper_teardown),
        cmocka_unit_test_setup_teardown(
            a_keeper_that_ended_before_the_mark_makes_it_when_it_comes_back, keeper_setup,
            keeper_teardown),
        cmocka_unit_test_setup_teardown(a_draft_goes_after_its_mark_was_made,
                                        keeper_setup, keeper_teardown),
        cmocka_unit_test_setup_teardown(messages_arrive_whole, link_setup, link_teardown),
        cmocka_unit_test_setup_teardown(what_somebody_left_behind_is_passed_over,
                                        link_setup, link_teardown),
        cmocka_unit_test_setup_teardown(packets_that_are_none_are_refused, link_setup,
                                        link_teardown),
        cmocka_unit_test_setup_teardown(the_other_end_that_is_gone_is_told, link_setup,
                                        link_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
