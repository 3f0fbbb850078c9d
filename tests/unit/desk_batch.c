/* All results of an archive, looked at by all processors and told in order of arrival. */
#include "office_kit.h"

#include "app/desk/form/form_earlier.h"
#include "app/desk/office/batch.h"

enum { RESULTS = 6, TOLD_MAX = RESULTS + 2 };

struct told {
    const struct result_reader *reader;
    int64_t places[TOLD_MAX];
    enum role roles[TOLD_MAX];
    size_t count, stop_at;
};

static enum status look(const void *context, struct arena *arena,
                        const struct result *result, struct span content, void *outcome)
{
    const struct told *told = context;
    struct record_peeked peeked;
    const enum status status =
        result_reader_peek(told->reader, arena, result, content, &peeked);
    if (status == OK)
        *(enum role *)outcome = peeked.start.role;
    return status;
}

static enum status tell(void *context, const struct result *result, const void *outcome)
{
    struct told *told = context;
    told->places[told->count] = result->place;
    told->roles[told->count++] = *(const enum role *)outcome;
    return told->count == told->stop_at ? STATUS_REFUSED : OK;
}

static struct entry entries[RESULTS];

/* An archive of RESULTS results; every third is a colleague's. */
static void fill(void)
{
    const struct assessment *assessment = office_kit_form();
    office_kit_enrol(1);
    for (size_t i = 0; i < RESULTS; i++)
        entries[i] = office_kit_result(assessment,
                                       i % 3 == 2 ? ROLE_RATER : ROLE_CANDIDATE, 40 + i);
}

static enum status run(struct told *told, struct batch *batch)
{
    struct result_reader reader = {0};
    told->reader = &reader;
    *batch = (struct batch){
        .look = look, .tell = tell, .context = told, .outcome_bytes = sizeof(enum role)};
    enum status status = result_reader_open(&kit.office, &kit.keys, 0, &reader);
    if (status == OK)
        status = batch_run(batch, &reader);
    result_reader_close(&reader);
    return status;
}

static void results_are_told_in_order_of_arrival(void **state)
{
    (void)state;
    struct told told = {0};
    struct batch batch;
    fill();
    assert_ok(run(&told, &batch));
    assert_int_equal(told.count, RESULTS);
    assert_int_equal(batch.gone_count + batch.closed_count, 0);
    for (size_t i = 0; i < RESULTS; i++) {
        assert_int_equal(told.places[i], i + 1);
        assert_int_equal(told.roles[i], i % 3 == 2 ? ROLE_RATER : ROLE_CANDIDATE);
    }
    assert_int_equal(kit.warning_count, 0);
}

static void an_erased_result_is_counted_and_hinders_none(void **state)
{
    (void)state;
    struct told told = {0};
    struct batch batch;
    fill();
    assert_ok(archive_erase(office_kit_archive(), entries[1].record_id, KIT_NOON_S));
    assert_ok(run(&told, &batch));
    assert_int_equal(batch.gone_count, 1);
    assert_int_equal(told.count, RESULTS - 1);
    assert_int_equal(told.places[1], 3);
    assert_int_equal(kit.warning_count, 0);
}

/* An entry whose payload is not the one that was signed, between others. */
static void a_damaged_result_is_told_and_hinders_none(void **state)
{
    (void)state;
    struct told told = {0};
    struct batch batch;
    fill();
    struct header header = office_kit_envelope();
    struct entry bent = office_kit_entry(&header, SPAN("not an age file"));
    bent.payload = SPAN("another payload");
    assert_ok(archive_put(office_kit_archive(), &bent));
    assert_ok(run(&told, &batch));
    assert_int_equal(batch.closed_count, 1);
    assert_int_equal(told.count, RESULTS);
    assert_int_equal(kit.warning_count, 1);
    assert_has(buffer_span(&kit.notices), "result ");
}

static void what_is_sealed_to_others_stays_closed(void **state)
{
    (void)state;
    struct told told = {0};
    struct batch batch;
    struct age_identity stranger;
    fill();
    age_identity_generate(&stranger);
    kit.keys.identities = &stranger;
    assert_ok(run(&told, &batch));
    assert_int_equal(batch.closed_count, RESULTS);
    assert_int_equal(told.count, 0);
    assert_int_equal(kit.warning_count, 1); /* one sentence for all */
    assert_has(
        buffer_span(&kit.notices),
        span_format(&kit.arena, "%d results are sealed to other keys", RESULTS).data);
}

/* Neither of a terminal that is known here, nor of a size that a result can have. */
static void what_cannot_be_looked_up_is_told_by_its_handle(void **state)
{
    (void)state;
    struct told told = {0};
    struct batch batch;
    struct result_reader reader = {0};
    struct result result;
    struct record *record;
    fill();
    const size_t most = 3 * office_kit_form()->sealed_bytes;
    struct header header = office_kit_envelope();
    header.device_id[0] ^= 1;
    struct entry unknown = office_kit_entry(&header, SPAN("sealed"));
    assert_ok(archive_put(office_kit_archive(), &unknown));
    for (size_t more = 0; more < 2; more++) {
        header = office_kit_envelope();
        const struct entry large = office_kit_entry(
            &header, (struct span){arena_alloc(&kit.arena, most + 1), most + more});
        assert_ok(archive_put(office_kit_archive(), &large));
    }
    assert_ok(run(&told, &batch));
    assert_int_equal(batch.closed_count, 3);
    assert_int_equal(told.count, RESULTS);
    assert_has(buffer_span(&kit.notices), ": it comes from a terminal that was never");
    assert_has(buffer_span(&kit.notices),
               span_format(&kit.arena, ": its %zu bytes are far more than a result has",
                           most + 1)
                   .data);
    assert_false(office_kit_has(buffer_span(&kit.notices),
                                span_format(&kit.arena, ": its %zu bytes", most).data));
    assert_ok(result_reader_open(&kit.office, &kit.keys, 1, &reader));
    assert_status(result_reader_read(&reader, unknown.record_id, 7, &result, &record),
                  STATUS_NOT_FOUND);
    assert_has(span_of(status_last()), "result ");
    assert_ok(archive_erase(office_kit_archive(), entries[1].record_id, KIT_NOON_S));
    assert_status(result_reader_read(&reader, entries[1].record_id, 2, &result, &record),
                  STATUS_NOT_FOUND);
    assert_has(span_of(status_last()), ": its content was erased here on 2026-11-16, ");
    result_reader_close(&reader);
}

/* `count` results of which only the headers came. */
static struct span progress_of(size_t count)
{
    struct told told = {0};
    struct batch batch;
    static uint64_t sequence;
    assert_ok(archive_begin(office_kit_archive()));
    for (size_t i = 0; i < count; i++) {
        struct header header = office_kit_envelope();
        header.sequence = ++sequence;
        header.record_id[0] = (unsigned char)sequence;
        header.record_id[2] = (unsigned char)(sequence >> 8);
        struct entry entry = entry_from_header(&header, SPAN(""));
        envelope_hash(entry.header, entry.entry_hash);
        assert_ok(archive_put(office_kit_archive(), &entry));
    }
    assert_ok(archive_end(office_kit_archive(), OK));
    kit.progress.count = 0;
    assert_ok(run(&told, &batch));
    return buffer_span(&kit.progress);
}

static void many_results_tell_how_far_they_are(void **state)
{
    (void)state;
    office_kit_enrol(1);
    assert_true(is_span(progress_of(249), ""));
    assert_true(
        is_span(progress_of(1), "results opened 250 of 0\nresults opened 250 of 250\n"));
    assert_true(is_span(progress_of(251),
                        "results opened 250 of 0\nresults opened 500 of 0\n"
                        "results opened 501 of 501\n"));
}

/* The form changes: the one of before is kept, as a command does that changes it. */
static const struct assessment *change_form(void)
{
    struct file_set set = file_set_init(&kit.arena);
    struct assessment *before;
    struct span bytes;
    const char *closing = office_path(&kit.office, "assessment/closing.osd");
    assert_ok(assessment_files_read(&set, file_path(&kit.arena, kit.folder, "assessment"),
                                    NULL, &before));
    assert_ok(form_earlier_keep(&kit.office, &set, before));
    assert_ok(file_read(&kit.arena, closing, 1 << 20, &bytes));
    bytes = span_format(&kit.arena, "%.*s\n", SPAN_ARGS(bytes));
    assert_ok(file_write(closing, bytes, 0600));
    return before;
}

/* A file of the kept form `form`. */
static const char *kept_file(const struct assessment *form, const char *name)
{
    return office_path(&kit.office,
                       span_format(&kit.arena, "forms/%s/%s",
                                   span_hex(&kit.arena, form->hash, 16).data, name)
                           .data);
}

static void results_of_earlier_forms_are_opened_with_them(void **state)
{
    (void)state;
    struct told told = {0};
    struct batch batch;
    struct result_reader reader = {0};
    struct result result;
    struct record *record;
    fill();
    const struct assessment *first = change_form(), *second = change_form();
    office_kit_result(office_kit_form(), ROLE_CANDIDATE, 50);
    const struct entry late = office_kit_result(first, ROLE_CANDIDATE, 51);
    assert_ok(run(&told, &batch));
    assert_int_equal(told.count, RESULTS + 2);
    assert_int_equal(kit.warning_count, 0);
    assert_ok(result_reader_open(&kit.office, &kit.keys, 1, &reader));
    assert_ok(result_reader_read(&reader, late.record_id, RESULTS + 2, &result, &record));
    assert_memory_equal(record->sitting->assessment->hash, first->hash,
                        sizeof first->hash);
    assert_memory_not_equal(reader.assessment->hash, first->hash, sizeof first->hash);
    assert_memory_not_equal(second->hash, first->hash, sizeof first->hash);
    result_reader_close(&reader);
}

static void a_broken_earlier_form_hinders_only_its_own_results(void **state)
{
    (void)state;
    struct told told = {0};
    struct batch batch;
    fill();
    const struct assessment *first = change_form(), *unanswered = change_form();
    office_kit_result(office_kit_form(), ROLE_CANDIDATE, 50);
    assert_ok(file_write(kept_file(unanswered, "assessment.json"), SPAN("{"), 0600));
    assert_ok(run(&told, &batch));
    assert_int_equal(told.count, RESULTS + 1);
    assert_int_equal(kit.warning_count, 0);
    office_close(&kit.office);
    assert_ok(office_open(kit.folder, OFFICE_CHANGE, &kit.office));
    kit.office.listener = &kit.listener;
    assert_ok(file_write(kept_file(first, "assessment.json"), SPAN("{"), 0600));
    told = (struct told){0};
    assert_ok(run(&told, &batch));
    assert_int_equal(told.count, 1);
    assert_int_equal(batch.closed_count, RESULTS);
    assert_int_equal(kit.warning_count, RESULTS);
    assert_has(buffer_span(&kit.notices), "cannot be used, its faults:");
}

/* As a terminal never seals it: header and record name two forms, of which both are here. */
static void a_record_of_another_form_than_its_header_is_refused(void **state)
{
    (void)state;
    struct told told = {0};
    struct batch batch;
    struct result_reader reader = {0};
    struct result result;
    struct record *record;
    office_kit_enrol(1);
    const struct assessment *first = change_form(), *now = office_kit_form();
    const struct entry entries_bent[] = {
        office_kit_result_named(now, first->hash, ROLE_CANDIDATE, 60),
        office_kit_result_named(first, now->hash, ROLE_CANDIDATE, 61),
    };
    assert_ok(run(&told, &batch));
    assert_int_equal(told.count, 0);
    assert_int_equal(batch.closed_count, 2);
    assert_has(buffer_span(&kit.notices), "made with another version of the assessment");
    assert_ok(result_reader_open(&kit.office, &kit.keys, 1, &reader));
    for (size_t i = 0; i < 2; i++)
        assert_status(result_reader_read(&reader, entries_bent[i].record_id,
                                         (int64_t)i + 1, &result, &record),
                      STATUS_UNSUPPORTED);
    result_reader_close(&reader);
}

/* Neither the form of the office nor a kept one; or one that was changed where it is kept. */
static void without_its_form_a_result_stays_closed(void **state)
{
    (void)state;
    struct told told = {0};
    struct batch batch;
    struct span bytes;
    fill();
    const struct assessment *first = change_form();
    const char *closing = kept_file(first, "closing.osd");
    assert_ok(file_read(&kit.arena, closing, 1 << 20, &bytes));
    assert_ok(
        file_write(closing, span_format(&kit.arena, " %.*s", SPAN_ARGS(bytes)), 0600));
    assert_ok(run(&told, &batch));
    assert_int_equal(told.count, 0);
    assert_int_equal(kit.warning_count, RESULTS);
    assert_has(buffer_span(&kit.notices), "; put that version back");
    office_close(&kit.office);
    assert_ok(office_open(kit.folder, OFFICE_CHANGE, &kit.office));
    kit.office.listener = &kit.listener;
    assert_ok(tree_remove(office_path(&kit.office, "forms")));
    assert_ok(run(&told, &batch));
    assert_int_equal(told.count, 0);
    assert_int_equal(kit.warning_count, 2 * RESULTS);
}

static void telling_ends_when_it_fails(void **state)
{
    (void)state;
    struct told told = {.stop_at = 2};
    struct batch batch;
    fill();
    assert_status(run(&told, &batch), STATUS_REFUSED);
    assert_int_equal(told.count, 2);
}

static void an_empty_archive_has_nothing_to_tell(void **state)
{
    (void)state;
    struct told told = {0};
    struct batch batch;
    assert_ok(run(&told, &batch));
    assert_int_equal(told.count, 0);
}

/* Two results whose handles are the same, XR-00; only their headers came. */
static void alike_put(void)
{
    for (unsigned char i = 0; i < 2; i++) {
        struct header header = office_kit_envelope();
        header.sequence = 100u + i;
        memset(header.record_id, 0, sizeof header.record_id);
        header.record_id[0] = 0xee;
        header.record_id[15] = i;
        struct entry entry = entry_from_header(&header, SPAN(""));
        envelope_hash(entry.header, entry.entry_hash);
        assert_ok(archive_put(office_kit_archive(), &entry));
    }
}

static void one_result_is_found_by_its_first_symbols(void **state)
{
    (void)state;
    struct result_reader reader = {0};
    struct result result;
    struct record *record;
    unsigned char record_id[CHAIN_ID_BYTES];
    int64_t place;
    fill();
    alike_put();
    assert_ok(result_reader_open(&kit.office, &kit.keys, 1, &reader));
    assert_status(
        result_find(&kit.arena, reader.archive, SPAN("ZZZZ"), record_id, &place),
        STATUS_NOT_FOUND);
    assert_status(result_find(&kit.arena, reader.archive, SPAN("0"), record_id, &place),
                  STATUS_BAD_INPUT);
    assert_has(span_of(status_last()), "0 is too short");
    assert_status(
        result_find(&kit.arena, reader.archive, SPAN("XR-00"), record_id, &place),
        STATUS_BAD_INPUT);
    assert_has(span_of(status_last()), "type more of one");
    assert_ok(result_reader_read(&reader, entries[4].record_id, 5, &result, &record));
    assert_ok(result_find(&kit.arena, reader.archive, result.handle, record_id, &place));
    char receipt[ENVELOPE_RECEIPT_BYTES];
    unsigned char same_id[CHAIN_ID_BYTES] = {0};
    envelope_receipt(result.entry_hash, receipt);
    assert_ok(result_find(&kit.arena, reader.archive, span_of(receipt), same_id, &place));
    assert_memory_equal(same_id, record_id, sizeof same_id);
    assert_true(is_result_receipt(span_of(receipt), result.entry_hash));
    assert_false(is_result_receipt(span_cut(span_of(receipt), 0, 14), result.entry_hash));
    assert_false(is_result_receipt(span_cut(span_of(receipt), 0, 18), result.entry_hash));
    assert_false(is_result_receipt(SPAN(" - "), result.entry_hash));
    assert_false(
        is_result_receipt(span_format(&kit.arena, "%s0", receipt), result.entry_hash));
    assert_true(is_result_receipt(span_format(&kit.arena, "%.4s %.4s-%.6s %s", receipt,
                                              receipt + 5, receipt + 10, receipt + 16),
                                  result.entry_hash));
    assert_memory_equal(record_id, entries[4].record_id, sizeof record_id);
    assert_int_equal(place, 5);
    assert_int_equal(record->sitting->start.role, ROLE_CANDIDATE);
    assert_ok(result_reader_find(&reader, result.handle, &result, &record));
    assert_int_equal(result.place, 5);
    result_reader_close(&reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        OFFICE_TEST(results_are_told_in_order_of_arrival),
        OFFICE_TEST(an_erased_result_is_counted_and_hinders_none),
        OFFICE_TEST(a_damaged_result_is_told_and_hinders_none),
        OFFICE_TEST(what_is_sealed_to_others_stays_closed),
        OFFICE_TEST(what_cannot_be_looked_up_is_told_by_its_handle),
        OFFICE_TEST(many_results_tell_how_far_they_are),
        OFFICE_TEST(results_of_earlier_forms_are_opened_with_them),
        OFFICE_TEST(a_broken_earlier_form_hinders_only_its_own_results),
        OFFICE_TEST(a_record_of_another_form_than_its_header_is_refused),
        OFFICE_TEST(without_its_form_a_result_stays_closed),
        OFFICE_TEST(telling_ends_when_it_fails),
        OFFICE_TEST(an_empty_archive_has_nothing_to_tell),
        OFFICE_TEST(one_result_is_found_by_its_first_symbols),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
