/* ends: what was signed about the end of results counts, and not what the archive or a bundle
 * brings; a row that is changed, cut or signed by another is noticed. */
#include "office_kit.h"

#include "app/desk/office/ends/ends_check.h"
#include "app/desk/office/ends/ends_do.h"
#include "app/desk/office/ends/ends_receipt.h"
#include "app/desk/office/ends/ends_write.h"
#include "seal/age/age_unwrap.h"
#include "store/ended.h"

enum { RESULTS = 3, DAY_S = 24 * 3600, STEP = 31 };

static struct entry entries[RESULTS];

static int begin(void **state)
{
    if (office_kit_begin(state) != 0)
        return -1;
    office_kit_enrol(1);
    const struct assessment *assessment = office_kit_form();
    for (size_t i = 0; i < RESULTS; i++)
        entries[i] = office_kit_result(assessment, ROLE_CANDIDATE, 5 + i);
    return 0;
}

#define ENDS_TEST(name) cmocka_unit_test_setup_teardown(name, begin, office_kit_end)

static struct ends_act act(enum ends_kind kind, size_t which)
{
    struct ends_act act = {.kind = kind,
                           .ground = ENDS_ORDER,
                           .by = SPAN("Anna Berg"),
                           .day_s = 20000 * DAY_S};
    if (kind == ENDS_HOLD || kind == ENDS_RELEASE)
        act.why = SPAN("A charge is open");
    memcpy(act.id, entries[which].record_id, sizeof act.id);
    return act;
}

static void write_act(enum ends_kind kind, size_t which)
{
    const struct ends_act one = act(kind, which);
    assert_ok(ends_write(&kit.office, &kit.signing, &one, 1));
}

/* As the next command finds the folder. */
static void anew(void)
{
    archive_close(kit.office.archive);
    kit.office.archive = NULL;
    kit.office.ends = NULL;
}

static const struct end *end_of(size_t which)
{
    const struct ends *ends = NULL;
    assert_ok(ends_read(&kit.office, &ends));
    return ends_find(ends, entries[which].record_id);
}

static size_t content_of(size_t which)
{
    struct entry found;
    assert_ok(
        archive_get(&kit.arena, office_kit_archive(), entries[which].record_id, &found));
    return found.payload.count;
}

static struct span file_of(const char *name)
{
    struct span bytes = {0};
    assert_ok(
        file_read(&kit.arena, file_path(&kit.arena, kit.folder, name), 1 << 20, &bytes));
    return bytes;
}

static void what_was_signed_is_read_again(void **state)
{
    (void)state;
    assert_null(end_of(0));
    const struct ends_act acts[] = {act(ENDS_DECISION, 1), act(ENDS_HOLD, 0),
                                    act(ENDS_ERASURE, 2)};
    assert_ok(ends_write(&kit.office, &kit.signing, acts, 3));
    anew();
    assert_int_equal(end_of(1)->decided.day_s, 20000 * DAY_S);
    assert_true(is_span(end_of(0)->held.why, "A charge is open"));
    assert_int_equal(end_of(0)->held.number, 2);
    assert_int_equal(end_of(2)->ground, ENDS_ORDER);
    assert_true(is_span(end_of(2)->erased.by, "Anna Berg"));
    assert_true(is_ends_over(end_of(2)));
    assert_false(is_ends_over(end_of(0)));
    assert_false(is_ends_over(NULL));
}

static void the_first_erasure_counts_and_the_last_hold(void **state)
{
    (void)state;
    write_act(ENDS_HOLD, 0);
    write_act(ENDS_RELEASE, 0);
    assert_int_equal(end_of(0)->held.number, 0);
    write_act(ENDS_HOLD, 0);
    assert_int_equal(end_of(0)->held.number, 3);
    write_act(ENDS_ERASURE, 0);
    struct ends_act again = act(ENDS_ERASURE, 0);
    again.ground = ENDS_MISTAKE;
    assert_ok(ends_write(&kit.office, &kit.signing, &again, 1));
    assert_int_equal(end_of(0)->erased.number, 4);
    assert_int_equal(end_of(0)->ground, ENDS_ORDER);
    assert_int_equal(end_of(0)->held.number, 0);
}

static void what_is_over_is_given_to_nobody_before_it_is_gone(void **state)
{
    (void)state;
    size_t count = 0;
    assert_true(content_of(0) > 0);
    write_act(ENDS_ERASURE, 0);
    assert_int_equal(content_of(0), 0);
    assert_int_equal(archive_put(office_kit_archive(), &entries[0]), STATUS_EXISTS);
    assert_int_equal(content_of(0), 0);
    anew();
    assert_int_equal(content_of(0), 0);
    assert_true(content_of(1) > 0);
    assert_true(office_kit_has(buffer_span(&kit.notices), "'resonance erase --again'"));
    assert_ok(ends_do_again(&kit.office, &count));
    assert_int_equal(count, 1);
    assert_ok(ends_do_again(&kit.office, &count));
    assert_int_equal(count, 0);
}

static void only_the_recovery_key_opens_what_is_locked_away(void **state)
{
    (void)state;
    struct ended_wrapped wrapped = {0};
    struct span inner = {0};
    int64_t day_s = 0;
    write_act(ENDS_HOLD, 1);
    write_act(ENDS_RESTRICTION, 1);
    assert_ok(ends_do_restrict(&kit.office, entries[1].record_id));
    assert_int_equal(content_of(1), 0);
    assert_ok(ended_restricted(&kit.arena, office_kit_archive(), entries[1].record_id,
                               &wrapped));
    assert_true(wrapped.payload.count > entries[1].payload.count);
    assert_ok(archive_erased_day(office_kit_archive(), entries[1].record_id, &day_s));
    assert_int_equal(day_s % DAY_S, 0); /* the day stays, not the hour */
    assert_status(age_unwrap(&kit.arena, &kit.recruiter, 1, wrapped.payload.count,
                             wrapped.payload, &inner),
                  STATUS_WRONG_KEY);
    assert_ok(ends_do_erase(
        &kit.office, (const unsigned char(*)[CHAIN_ID_BYTES])entries[1].record_id, 1));
    assert_ok(ended_restricted(&kit.arena, office_kit_archive(), entries[1].record_id,
                               &wrapped));
    assert_int_equal(wrapped.payload.count, 0);
}

static void each_changed_byte_is_noticed(void **state)
{
    (void)state;
    const struct ends *ends;
    const struct ends_act acts[] = {act(ENDS_ERASURE, 0), act(ENDS_HOLD, 1)};
    assert_ok(ends_write(&kit.office, &kit.signing, acts, 2));
    const struct span whole = file_of(ENDS_FILE);
    for (size_t at = 0; at < whole.count; at += STEP) {
        char *bent = arena_alloc(&kit.arena, whole.count);
        memcpy(bent, whole.data, whole.count);
        bent[at] ^= 1;
        office_kit_write(ENDS_FILE, (struct span){bent, whole.count});
        anew();
        assert_status(ends_read(&kit.office, &ends), STATUS_FORGED);
    }
    struct minisign_key other;
    minisign_generate(&other);
    office_kit_write(ENDS_FILE, whole);
    anew();
    assert_status(ends_write(&kit.office, &other, acts, 1), STATUS_FORGED);
    assert_true(is_span_equal(file_of(ENDS_FILE), whole));
}

static void on_fault(void *context, struct span words, const char *mend)
{
    struct buffer *told = context;
    buffer_format(told, "%.*s -> %s\n", SPAN_ARGS(words), mend);
}

static struct span faults(void)
{
    static struct buffer told;
    told = buffer_init(&kit.arena, OFFICE_KIT_TOLD_BYTES);
    anew();
    (void)office_kit_archive();
    assert_ok(ends_check(&kit.office, on_fault, &told));
    return buffer_span(&told);
}

static void what_is_cut_from_the_end_is_missed(void **state)
{
    (void)state;
    (void)office_kit_archive();
    write_act(ENDS_ERASURE, 0);
    write_act(ENDS_ERASURE, 1);
    assert_ok(ends_do_erase(
        &kit.office, (const unsigned char(*)[CHAIN_ID_BYTES])entries[0].record_id, 1));
    assert_ok(ends_do_erase(
        &kit.office, (const unsigned char(*)[CHAIN_ID_BYTES])entries[1].record_id, 1));
    const struct span whole = file_of(ENDS_FILE);
    assert_int_equal(faults().count, 0);
    office_kit_write(ENDS_FILE, span_cut(whole, 0, span_find(whole, '\n') + 1));
    assert_true(office_kit_has(faults(), "ends.jsonl is not what it was"));
    write_act(ENDS_ERASURE, 2); /* and goes on being missed */
    assert_true(office_kit_has(faults(), "ends.jsonl is not what it was"));
    office_kit_write(ENDS_FILE, whole);
    assert_int_equal(faults().count, 0);
    assert_int_equal(unlink(file_path(&kit.arena, kit.folder, "archive.mark")), 0);
    assert_true(office_kit_has(faults(), "archive.mark was removed"));
    archive_mark_note(&kit.office, &kit.signing);
    assert_true(office_kit_has(faults(), "archive.mark was removed"));
    assert_ok(archive_mark_renew(&kit.office, &kit.signing));
    assert_int_equal(faults().count, 0);
}

static void the_receipt_is_signed_by_the_organization_only(void **state)
{
    (void)state;
    struct minisign_key other;
    struct ends_receipt receipt;
    struct span comment;
    (void)office_kit_archive();
    write_act(ENDS_ERASURE, 0);
    minisign_generate(&other);
    assert_status(
        ends_receipt_make(&kit.office, end_of(0), &other, "paper.txt", &receipt),
        STATUS_FORGED);
    assert_ok(
        ends_receipt_make(&kit.office, end_of(0), &kit.signing, "paper.txt", &receipt));
    assert_ok(minisign_verify(&kit.arena, &kit.organization, receipt.text,
                              receipt.signature, &comment));
    assert_true(has_span_prefix(comment, "resonance receipt "));
    assert_true(office_kit_has(receipt.text, "an authority or a court ordered it"));
    assert_true(office_kit_has(receipt.text, "minisign -V -m paper.txt"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ENDS_TEST(what_was_signed_is_read_again),
        ENDS_TEST(the_first_erasure_counts_and_the_last_hold),
        ENDS_TEST(what_is_over_is_given_to_nobody_before_it_is_gone),
        ENDS_TEST(only_the_recovery_key_opens_what_is_locked_away),
        ENDS_TEST(each_changed_byte_is_noticed),
        ENDS_TEST(what_is_cut_from_the_end_is_missed),
        ENDS_TEST(the_receipt_is_signed_by_the_organization_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
