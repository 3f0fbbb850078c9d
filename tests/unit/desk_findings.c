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
    assert_int_equal(chmod(file_path(&kit.arena, kit.folder, "organization.json"), 0644),
                     0);
    findings_documents(none());
    assert_has(told(findings), "other users of this machine");
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
    assert_int_equal(findings->wrong_count, 1);
    assert_has(told(findings), "the signature of entry 4");
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
        OFFICE_TEST(a_hole_and_a_broken_chain_are_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
