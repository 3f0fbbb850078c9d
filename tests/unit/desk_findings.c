/* What the doctor finds, and how it is told: each wrong thing with the way to mend it. */
#include "office_kit.h"

#include "app/desk/office/findings.h"
#include "base/clock.h"

enum { DAY_S = 24 * 3600 };

static struct findings found;

static struct findings *none(void)
{
    memset(&found, 0, sizeof found);
    found.office = &kit.office;
    return &found;
}

static struct span told(const struct findings *findings)
{
    struct page page = page_init(&kit.arena, SPAN(""), SPAN(""));
    findings_put(findings, &page.head);
    return page_plain(&kit.arena, &page);
}

static void findings_stand_in_order_with_the_way_to_mend_them(void **state)
{
    (void)state;
    struct findings *findings = none();
    findings_add(findings, FINDING_GOOD, "keys", "", "%d keys", 2);
    assert_int_equal(findings->wrong_count, 0);
    assert_status(office_read(&kit.office, "nowhere", 10, &(struct span){0}),
                  STATUS_NOT_FOUND);
    findings_failed(findings, "codes", "put it back");
    assert_int_equal(findings->wrong_count, 1);
    findings_add(findings, FINDING_NOTE, "folder", "look", "readable");
    assert_int_equal(findings->wrong_count, 1);
    assert_has(told(findings), "note   folder  readable\n");
    findings->count--;
    assert_has(told(findings), "good   keys   2 keys\nwrong  codes  ");
    assert_has(told(findings), "\n       -> put it back\n");
    assert_true(is_span(findings_json(&kit.arena, findings),
                        span_format(&kit.arena,
                                    "{\"findings\":[{\"about\":\"keys\",\"mend\":\"\","
                                    "\"weight\":\"good\",\"what\":\"2 keys\"},"
                                    "{\"about\":\"codes\",\"mend\":\"put it back\","
                                    "\"weight\":\"wrong\",\"what\":\"%s\"}],"
                                    "\"wrong\":1}\n",
                                    status_last())
                            .data));
}

static void what_is_wrong_counts_even_when_it_is_not_listed(void **state)
{
    (void)state;
    struct findings *findings = none();
    for (size_t i = 0; i < FINDINGS_MAX + 5; i++)
        findings_add(findings, FINDING_WRONG, "keys", "mend it", "broken");
    assert_int_equal(findings->count, FINDINGS_MAX);
    assert_int_equal(findings->wrong_count, FINDINGS_MAX + 5);
}

/* All there is but the keys on the disk, which the kit does not make. */
static void a_whole_office_is_good(void **state)
{
    (void)state;
    struct findings *findings = none();
    office_kit_enrol(1);
    findings_assessment(findings);
    findings_documents(findings);
    findings_archive(findings);
    assert_int_equal(findings->wrong_count, 0);
    assert_has(told(findings), "strategy-fit");
    assert_has(told(findings), "\"Lobby\": 0 entries");
}

static void a_key_tells_its_last_days(void **state)
{
    (void)state;
    const int64_t now_s = clock_now().unix_ms / 1000;
    struct findings *findings = none();
    findings_keys(findings);
    assert_false(office_kit_has(told(findings), "the last day of the key"));
    office_kit_keyset(now_s + 40 * DAY_S);
    findings_keys(none());
    assert_false(office_kit_has(told(findings), "the last day of the key"));
    const size_t wrong_count = findings->wrong_count;
    office_kit_keyset(now_s + 20 * DAY_S);
    findings_keys(none());
    assert_has(told(findings), "the last day of the key recruiter is ");
    assert_int_equal(findings->wrong_count, wrong_count);
    office_kit_keyset(now_s - DAY_S);
    findings_keys(none());
    assert_has(told(findings), "the last day of the key recruiter was ");
    assert_int_equal(findings->wrong_count, wrong_count + 1);
}

static void what_others_can_read_is_noted(void **state)
{
    (void)state;
    struct findings *findings = none();
    findings_documents(findings);
    assert_false(office_kit_has(told(findings), "other users of this machine"));
    for (mode_t other = 1; other < 0100; other *= 2) {
        assert_int_equal(
            chmod(office_path(&kit.office, "organization.json"), 0600 | other), 0);
        findings_documents(none());
        assert_has(told(findings), "other users of this machine");
    }
    assert_int_equal(findings->wrong_count, 0);
}

static void missing_documents_are_wrong(void **state)
{
    (void)state;
    struct findings *findings = none();
    office_kit_write("sequence", SPAN("seven"));
    office_kit_write("invitations.json", SPAN("{"));
    office_kit_write("assessment/assessment.json", SPAN("{}"));
    findings_documents(findings);
    assert_int_equal(findings->wrong_count, 2);
    assert_has(told(findings), "is not a number");
    assert_has(told(findings), "put invitations.json back from a copy");
    findings_assessment(findings);
    assert_int_equal(findings->wrong_count, 3);
}

/* Keys and passphrases that are as costly to guess as they should be, with their files. */
static void whole_keys_are_good(void **state)
{
    (void)state;
    struct span bytes;
    const struct organization_cost cost = kit.office.organization->key_cost;
    struct findings *findings = none();
    findings_keys(findings); /* the signing key is missing */
    assert_int_equal(findings->wrong_count, 1);
    assert_has(told(findings), "no recruiter key of the set is in this folder");
    assert_has(told(findings), "are quick to guess here");
    assert_has(told(findings), "set of keys version 1 with 2 keys");
    assert_ok(keys_wrap_signing(&kit.arena, cost, SPAN("seven quiet otters"),
                                &kit.signing, &bytes));
    office_kit_write("keys/signing.key", bytes);
    assert_ok(keys_wrap_identities(&kit.arena, SPAN("recruiter"), cost, SPAN("otters"),
                                   NULL, &kit.recruiter, 1, &bytes));
    office_kit_write("keys/recruiter.key", bytes);
    const int64_t enough = 64 * 1024 * 1024;
    for (int lacks = 0; lacks < 3; lacks++) {
        kit.office.organization->code_cost.memory_bytes = enough - (lacks == 1);
        kit.office.organization->key_cost.memory_bytes = enough - (lacks == 2);
        findings_keys(none());
        assert_int_equal(findings->wrong_count, 0);
        assert_int_equal(findings->count, lacks ? 2 : 1);
        assert_int_equal(office_kit_has(told(findings), "are quick to guess here"),
                         lacks > 0);
        assert_false(office_kit_has(told(findings), "no recruiter key"));
    }
    kit.office.organization->code_cost.memory_bytes = enough;
    kit.office.organization->key_cost.memory_bytes = enough;
    office_kit_write("keys/recruiter.key", SPAN("broken"));
    findings_keys(none());
    assert_int_equal(findings->wrong_count, 1);
    office_kit_write("keyset.json", SPAN("{}"));
    findings_keys(none());
    assert_has(told(findings), "put keyset.json and roll.jsonl back from a copy");
    assert_false(office_kit_has(told(findings), "set of keys version"));
}

static void put_vacancy(const char *id, enum vacancy_state in, const struct basis *basis)
{
    struct vacancy vacancy = {.id = span_of(id),
                              .title = SPAN("Deck officer"),
                              .organization = SPAN("Acme"),
                              .contact = SPAN("hr"),
                              .retention = SPAN("Six months.")};
    if (basis)
        assert_ok(vacancy_freeze(&kit.arena, &vacancy, basis, NULL, SPAN("2026-11-23")));
    vacancy.state = in;
    assert_ok(office_put_vacancy(&kit.office, &vacancy));
}

static void vacancies_are_counted_and_looked_at(void **state)
{
    (void)state;
    struct findings *findings = none();
    struct basis *split = NULL, *agreed = NULL;
    struct agreement_view view;
    const struct assessment *assessment = office_kit_form();
    assert_ok(basis_build(&kit.arena, assessment,
                          sample_raters(&kit.arena, assessment, 8, 9, 0), 8, &split,
                          &view));
    assert_ok(basis_build(&kit.arena, assessment,
                          sample_raters(&kit.arena, assessment, 6, 9, .95), 6, &agreed,
                          &view));
    put_vacancy("draft", VACANCY_DRAFT, NULL);
    put_vacancy("deck", VACANCY_OPEN, agreed);
    put_vacancy("over", VACANCY_CLOSED, split);
    findings_documents(findings);
    assert_int_equal(findings->wrong_count, 0);
    assert_has(told(findings), "3, 1 of them open");
    assert_false(office_kit_has(told(findings), "without a usable profile"));
    put_vacancy("galley", VACANCY_OPEN, split);
    findings_documents(none());
    assert_int_equal(findings->wrong_count, 0);
    assert_has(told(findings), "galley is open without a usable profile");
    office_kit_write("vacancies/bent.json", SPAN("{"));
    findings_documents(none());
    assert_int_equal(findings->wrong_count, 1);
    assert_has(told(findings), "put the file back from a copy");
    assert_has(told(findings), "5, 2 of them open");
}

static void an_office_without_its_files_says_which(void **state)
{
    (void)state;
    struct findings *findings = none();
    findings_archive(findings);
    assert_int_equal(findings->wrong_count, 0);
    assert_has(told(findings), "no terminal is enrolled yet");
    assert_int_equal(unlink(office_path(&kit.office, "sequence")), 0);
    findings_documents(none());
    assert_int_equal(findings->wrong_count, 1);
    assert_has(told(findings), "write the number of the last configuration into it");
    office_kit_write("sequence", SPAN(" 12\n"));
    findings_documents(none());
    assert_int_equal(findings->wrong_count, 0);
    office_close(&kit.office);
    assert_ok(office_open(kit.folder, OFFICE_CHANGE, &kit.office));
    office_kit_write("archive.db", SPAN("not a database, and long enough to be read"));
    findings_archive(none());
    assert_int_equal(findings->wrong_count, 1);
    assert_has(told(findings), "put archive.db back from a copy");
}

static void each_terminal_is_told_once(void **state)
{
    (void)state;
    struct findings *findings = none();
    struct enrolled_terminal terminal = {.epoch = 1, .label = SPAN("Yard")};
    office_kit_enrol(1);
    office_kit_enrol(2);
    terminal.id[0] = 0xff;
    roll_write_terminal(&kit.roll, &terminal);
    office_kit_sign();
    const struct assessment *assessment = office_kit_form();
    (void)office_kit_result(assessment, ROLE_CANDIDATE, 5);
    findings_archive(findings);
    assert_int_equal(findings->count, 2);
    assert_has(told(findings), "\"Lobby\": 1 entries, each signed");
    assert_has(told(findings), "\"Yard\": 0 entries, each signed");
}

static void a_hole_and_a_broken_chain_are_wrong(void **state)
{
    (void)state;
    struct findings *findings = none();
    struct header header;
    office_kit_enrol(1);
    header = office_kit_envelope();
    header.sequence = 3;
    struct entry entry = office_kit_entry(&header, SPAN("sealed"));
    assert_ok(archive_put(office_kit_archive(), &entry));
    findings_archive(findings);
    assert_int_equal(findings->wrong_count, 1);
    assert_has(told(findings), "entries 1 to 2 of \"Lobby\" have not come");
    header = office_kit_envelope();
    entry = office_kit_entry(&header, SPAN("sealed"));
    entry.signature[0] ^= 1;
    assert_ok(archive_put(office_kit_archive(), &entry));
    findings_archive(none());
    assert_int_equal(findings->wrong_count, 2); /* the hole, and what is named */
    assert_has(told(findings), "(entry 4) of \"Lobby\" is damaged here");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        OFFICE_TEST(findings_stand_in_order_with_the_way_to_mend_them),
        OFFICE_TEST(what_is_wrong_counts_even_when_it_is_not_listed),
        OFFICE_TEST(a_whole_office_is_good),
        OFFICE_TEST(a_key_tells_its_last_days),
        OFFICE_TEST(what_others_can_read_is_noted),
        OFFICE_TEST(missing_documents_are_wrong),
        OFFICE_TEST(whole_keys_are_good),
        OFFICE_TEST(vacancies_are_counted_and_looked_at),
        OFFICE_TEST(an_office_without_its_files_says_which),
        OFFICE_TEST(each_terminal_is_told_once),
        OFFICE_TEST(a_hole_and_a_broken_chain_are_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
