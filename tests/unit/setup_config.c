/* The documents of the desk that hold no answers: organization, request of a terminal, manifest,
 * set of keys, invitations, terminal. Each comes back byte for byte, and each rule of them is
 * broken once. */
#include "setup/config_request.h"
#include "setup/organization.h"

#include "base/buffer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct arena arena;

static int arena_begin(void **state)
{
    (void)state;
    arena_init(&arena, 256 << 20);
    return 0;
}

static int arena_end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

/* `text` with the first `from` in it replaced by `to`. */
static struct span changed(struct span text, const char *from, const char *to)
{
    const char *at = memmem(text.data, text.count, from, strlen(from));
    assert_non_null(at);
    const size_t before = (size_t)(at - text.data);
    struct buffer out = buffer_init(&arena, 1 << 20);
    buffer_add(&out, span_cut(text, 0, before));
    buffer_text(&out, to);
    buffer_add(&out, span_cut(text, before + strlen(from), text.count));
    return buffer_span(&out);
}

static struct organization sample_organization(void)
{
    return (struct organization){
        .name = SPAN("Northwind Ferries"),
        .contact = SPAN("people@northwind.example"),
        .language = SPAN("en"),
        .retention = SPAN("Kept for six months."),
        .customer = SPAN("passenger"),
        .customers = SPAN("passengers"),
        .legal_basis = LEGAL_STEPS,
        .code_cost = {3, 256 << 20},
        .key_cost = {4, 512 << 20},
    };
}

static void an_organization_comes_back(void **state)
{
    (void)state;
    const struct organization before = sample_organization();
    const struct span bytes = organization_write(&arena, &before);
    struct organization *after = NULL;
    assert_int_equal(organization_read(&arena, bytes, &after), OK);
    assert_true(is_span(after->name, "Northwind Ferries"));
    assert_int_equal(after->key_cost.memory_bytes, 512 << 20);
    assert_int_equal(after->legal_basis, LEGAL_STEPS);
    assert_true(is_span_equal(bytes, organization_write(&arena, after)));
}

static void an_organization_says_who_and_how_slow(void **state)
{
    (void)state;
    const struct organization good = sample_organization();
    const struct span bytes = organization_write(&arena, &good);
    static const struct {
        const char *from, *to;
    } breaks[] = {
        {"\"name\":\"Northwind Ferries\"", "\"name\":\"\""},
        {"\"passes\":3", "\"passes\":0"},
        {"\"passes\":4", "\"passes\":99"},
        {"\"memory_bytes\":268435456", "\"memory_bytes\":1"},
        {"\"contact\"", "\"contract\""},
        {"\"language\":\"en\"", "\"language\":7"},
        {"\"legal_basis\":\"steps\"", "\"legal_basis\":\"whim\""},
        {"{\"codes\"", "[\"codes\""},
    };
    for (size_t i = 0; i < sizeof breaks / sizeof *breaks; i++) {
        struct organization *after = NULL;
        assert_int_equal(organization_read(&arena,
                                           changed(bytes, breaks[i].from, breaks[i].to),
                                           &after),
                         STATUS_BAD_INPUT);
        assert_null(after);
    }
}

/* An organization of before it could have its own word, and words that are none. */
static void an_organization_has_a_word_for_customers(void **state)
{
    (void)state;
    const struct organization good = sample_organization();
    const struct span bytes = organization_write(&arena, &good);
    struct organization *after = NULL;
    assert_int_equal(organization_read(&arena, bytes, &after), OK);
    assert_true(is_span(after->customers, "passengers"));
    assert_int_equal(organization_read(&arena,
                                       changed(bytes,
                                               "\"customer\":\"passenger\",\"customers\":"
                                               "\"passengers\",",
                                               ""),
                                       &after),
                     OK);
    assert_false(after->customer.count || after->customers.count);
    assert_int_equal(
        organization_read(&arena, changed(bytes, "\"passenger\"", "\"\""), &after),
        STATUS_BAD_INPUT);
    assert_int_equal(
        organization_read(&arena,
                          changed(bytes, "\"passenger\"",
                                  "\"a word of more than forty bytes, which no line has "
                                  "room for\""),
                          &after),
        STATUS_BAD_INPUT);
}

static struct config_request sample_request(void)
{
    struct config_request request = {.label = SPAN("Lobby, Haifa")};
    memset(request.device_id, 0xA1, sizeof request.device_id);
    memset(request.device_key, 0x5C, sizeof request.device_key);
    return request;
}

static void a_request_comes_back(void **state)
{
    (void)state;
    const struct config_request before = sample_request();
    const struct span bytes = config_request_write(&arena, &before);
    struct config_request *after = NULL;
    assert_int_equal(config_request_read(&arena, bytes, &after), OK);
    assert_memory_equal(after->device_id, before.device_id, sizeof before.device_id);
    assert_memory_equal(after->device_key, before.device_key, sizeof before.device_key);
    assert_true(is_span_equal(after->label, before.label));
}

static void a_request_is_whole(void **state)
{
    (void)state;
    const struct config_request good = sample_request();
    const struct span bytes = config_request_write(&arena, &good);
    struct config_request *after = NULL;
    static const struct {
        const char *from, *to;
    } breaks[] = {
        {"a1a1", "a1a"},
        {"5c5c", "5C5C"},
        {"Lobby, Haifa", ""},
        {"\"label\"", "\"lable\""},
    };
    for (size_t i = 0; i < sizeof breaks / sizeof *breaks; i++)
        assert_int_equal(config_request_read(&arena,
                                             changed(bytes, breaks[i].from, breaks[i].to),
                                             &after),
                         STATUS_BAD_INPUT);
    struct buffer large = buffer_init(&arena, 8192);
    buffer_add(&large, bytes);
    while (large.count <= CONFIG_REQUEST_BYTES_MAX)
        buffer_text(&large, " ");
    assert_int_equal(config_request_read(&arena, buffer_span(&large), &after),
                     STATUS_TOO_LARGE);
    assert_null(after);
}

static struct span sample_manifest(void)
{
    struct manifest_file files[] = {{.name = SPAN("assessment/a.osd")},
                                    {.name = SPAN("keyset.json")},
                                    {.name = SPAN("terminal.json")}};
    const struct manifest manifest = {.sequence = 7, .files = files, .file_count = 3};
    return span_copy(&arena, config_manifest_write(&arena, &manifest));
}

static void a_manifest_names_plain_files_in_order(void **state)
{
    (void)state;
    const struct span bytes = sample_manifest();
    struct manifest *after = NULL;
    assert_int_equal(config_manifest_read(&arena, bytes, &after), OK);
    assert_int_equal(after->sequence, 7);
    assert_int_equal(after->file_count, 3);
    assert_true(is_span_equal(bytes, config_manifest_write(&arena, after)));
    static const char *const names[] = {
        "../keyset.json", "/keyset.json", "a//b", "assessment/.hidden",
        "terminal.json",  "a b",          "zz"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_int_equal(
            config_manifest_read(&arena, changed(bytes, "keyset.json", names[i]), &after),
            STATUS_BAD_INPUT);
    assert_int_equal(
        config_manifest_read(&arena, changed(bytes, "\"sequence\":7", "\"sequence\":0"),
                             &after),
        STATUS_BAD_INPUT);
}

static void a_set_of_keys_holds_a_recovery_key(void **state)
{
    (void)state;
    struct keyset_recipient recipients[] = {
        {.recipient = SPAN("age1one"),
         .role = RECIPIENT_RECRUITER,
         .label = SPAN("anna")},
        {.recipient = SPAN("age1two"), .role = RECIPIENT_RECOVERY, .label = SPAN("safe")},
    };
    const struct keyset before = {
        .version = 2, .recipients = recipients, .recipient_count = 2};
    const struct span bytes = config_keyset_write(&arena, &before);
    struct keyset *after = NULL;
    assert_int_equal(config_keyset_read(&arena, bytes, &after), OK);
    assert_true(is_span_equal(bytes, config_keyset_write(&arena, after)));
    assert_int_equal(
        config_keyset_read(&arena, changed(bytes, "recovery", "recruiter"), &after),
        STATUS_BAD_INPUT);
    assert_int_equal(
        config_keyset_read(&arena, changed(bytes, "age1two", "age1one"), &after),
        STATUS_BAD_INPUT);
    const struct keyset alone = {
        .version = 1, .recipients = recipients + 1, .recipient_count = 1};
    assert_int_equal(
        config_keyset_read(&arena, config_keyset_write(&arena, &alone), &after),
        STATUS_BAD_INPUT);
}

static void invitations_come_back(void **state)
{
    (void)state;
    struct invite invites[] = {
        {.role = ROLE_CANDIDATE, .vacancy = SPAN("deck"), .number = 4},
        {.role = ROLE_RATER},
    };
    const struct invitations before = {
        .operations = 3, .memory_bytes = 1 << 20, .invites = invites, .invite_count = 2};
    const struct span bytes = config_invitations_write(&arena, &before);
    struct invitations *after = NULL;
    assert_int_equal(config_invitations_read(&arena, bytes, &after), OK);
    assert_int_equal(after->invite_count, 2);
    assert_int_equal(after->invites[1].role, ROLE_RATER);
    assert_true(is_span_equal(bytes, config_invitations_write(&arena, after)));
    assert_int_equal(
        config_invitations_read(
            &arena, changed(bytes, "\"operations\":3", "\"operations\":17"), &after),
        STATUS_BAD_INPUT);
    assert_int_equal(
        config_invitations_read(&arena, changed(bytes, "\"rater\"", "\"boss\""), &after),
        STATUS_BAD_INPUT);
}

static void what_is_erased_comes_back_sorted(void **state)
{
    (void)state;
    static unsigned char ids[CONFIG_ERASED_MAX + 1][CHAIN_ID_BYTES];
    struct config_erased *after = NULL, before = {.record_ids = ids};
    for (size_t i = 0; i <= CONFIG_ERASED_MAX; i++) {
        ids[i][0] = (unsigned char)(i >> 8);
        ids[i][1] = (unsigned char)i;
    }
    for (before.count = 0; before.count <= CONFIG_ERASED_MAX; before.count += 8192) {
        const struct span bytes = config_erased_write(&arena, &before);
        assert_int_equal(config_erased_read(&arena, bytes, &after), OK);
        assert_int_equal(after->count, before.count);
        assert_true(is_span_equal(bytes, config_erased_write(&arena, after)));
    }
    before.count = CONFIG_ERASED_MAX + 1;
    assert_int_equal(
        config_erased_read(&arena, config_erased_write(&arena, &before), &after),
        STATUS_BAD_INPUT);
    before.count = 2;
    ids[0][15] = 1;
    memcpy(ids[1], ids[0], CHAIN_ID_BYTES);
    assert_int_equal(
        config_erased_read(&arena, config_erased_write(&arena, &before), &after),
        STATUS_BAD_INPUT);
}

static enum status received_status(const struct config_received *received)
{
    struct config_received *after = NULL;
    return config_received_read(&arena, config_received_write(&arena, received), &after);
}

static void what_was_received_comes_back_sorted(void **state)
{
    (void)state;
    static uint64_t missing[CONFIG_MISSING_MAX + 1];
    struct config_received *after = NULL, before = {.device_id = {1, 2, 255},
                                                    .sequence = (uint64_t)INT64_MAX,
                                                    .entry_hash = {3},
                                                    .missing = missing};
    for (size_t i = 0; i <= CONFIG_MISSING_MAX; i++)
        missing[i] = i + 1;
    for (before.missing_count = 0; before.missing_count <= CONFIG_MISSING_MAX;
         before.missing_count += CONFIG_MISSING_MAX / 2) {
        const struct span bytes = config_received_write(&arena, &before);
        assert_int_equal(config_received_read(&arena, bytes, &after), OK);
        assert_int_equal(after->missing_count, before.missing_count);
        assert_true(is_span_equal(bytes, config_received_write(&arena, after)));
    }
    before.missing_count = CONFIG_MISSING_MAX + 1;
    assert_int_equal(received_status(&before), STATUS_BAD_INPUT);
    before.missing_count = 2;
    before.sequence = 2;
    assert_int_equal(received_status(&before), OK);
    before.sequence = 1; /* one that comes after the last one received is not missing */
    assert_int_equal(received_status(&before), STATUS_BAD_INPUT);
    before.sequence = 9;
    missing[1] = missing[0];
    assert_int_equal(received_status(&before), STATUS_BAD_INPUT);
    before.missing_count = 0;
    before.sequence = 0;
    assert_int_equal(received_status(&before), STATUS_BAD_INPUT);
}

static void what_was_checked_comes_back(void **state)
{
    (void)state;
    const struct config_checked before = {.assessment_hash = {1, 2, 255},
                                          .version = SPAN("1.2.3")};
    const struct span bytes = config_checked_write(&arena, &before);
    struct config_checked *after = NULL;
    assert_int_equal(config_checked_read(&arena, bytes, &after), OK);
    assert_true(is_span_equal(bytes, config_checked_write(&arena, after)));
    assert_int_equal(
        config_checked_read(&arena, changed(bytes, "\"0102", "\"01"), &after),
        STATUS_BAD_INPUT);
}

/* A configuration of before has none; and no name can be taken for an option or a path. */
static void a_terminal_may_have_a_printer(void **state)
{
    (void)state;
    static const char *const bad[] = {"-r", "two words", "lobby/1", "#1", "l\\\"y", ""};
    struct terminal_config before = {.device_id = {1},
                                     .device_key = {2},
                                     .epoch = 1,
                                     .label = SPAN("Lobby"),
                                     .organization = SPAN("Northwind Ferries"),
                                     .contact = SPAN("Ana"),
                                     .language = SPAN("en"),
                                     .retention = SPAN("six months"),
                                     .idle_s = 300,
                                     .warning_s = 45,
                                     .hold_s = 900};
    struct terminal_config *after = NULL;
    const struct span none = config_terminal_write(&arena, &before);
    assert_int_equal(config_terminal_read(&arena, none, &after), OK);
    assert_int_equal(after->printer.count, 0);
    before.printer = SPAN("lobby_2");
    const struct span bytes = config_terminal_write(&arena, &before);
    assert_int_equal(config_terminal_read(&arena, bytes, &after), OK);
    assert_true(is_span(after->printer, "lobby_2"));
    assert_true(is_span_equal(bytes, config_terminal_write(&arena, after)));
    assert_true(is_span_equal(changed(bytes, "\"printer\":\"lobby_2\",", ""), none));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(
            config_terminal_read(&arena, changed(bytes, "lobby_2", bad[i]), &after),
            bad[i][0] ? STATUS_BAD_INPUT : OK);
}

static void a_terminal_waits_a_sensible_time(void **state)
{
    (void)state;
    const struct terminal_config before = {
        .epoch = 1,
        .label = SPAN("Lobby"),
        .organization = SPAN("Northwind Ferries"),
        .contact = SPAN("people"),
        .language = SPAN("en"),
        .legal_basis = LEGAL_PUBLIC,
        .width_mm = 476,
        .idle_s = 300,
        .warning_s = 45,
        .hold_s = 900,
    };
    const struct span bytes = config_terminal_write(&arena, &before);
    struct terminal_config *after = NULL;
    assert_int_equal(config_terminal_read(&arena, bytes, &after), OK);
    assert_true(is_span_equal(bytes, config_terminal_write(&arena, after)));
    assert_int_equal(after->legal_basis, LEGAL_PUBLIC);
    assert_int_equal(
        config_terminal_read(&arena, changed(bytes, "\"idle_s\":300", "\"idle_s\":3"),
                             &after),
        STATUS_BAD_INPUT);
    assert_int_equal(config_terminal_read(
                         &arena, changed(bytes, "\"epoch\":1", "\"epoch\":0"), &after),
                     STATUS_BAD_INPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_organization_comes_back),
        cmocka_unit_test(an_organization_says_who_and_how_slow),
        cmocka_unit_test(an_organization_has_a_word_for_customers),
        cmocka_unit_test(a_request_comes_back),
        cmocka_unit_test(a_request_is_whole),
        cmocka_unit_test(a_manifest_names_plain_files_in_order),
        cmocka_unit_test(a_set_of_keys_holds_a_recovery_key),
        cmocka_unit_test(invitations_come_back),
        cmocka_unit_test(what_is_erased_comes_back_sorted),
        cmocka_unit_test(what_was_received_comes_back_sorted),
        cmocka_unit_test(what_was_checked_comes_back),
        cmocka_unit_test(a_terminal_may_have_a_printer),
        cmocka_unit_test(a_terminal_waits_a_sensible_time),
    };
    return cmocka_run_group_tests(tests, arena_begin, arena_end);
}
