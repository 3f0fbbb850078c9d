#include "app/desk/command/report_person.h"

#include "app/desk/office/interview/chronicle.h"
#include "app/desk/office/interview/guide_make.h"
#include "store/enrolments.h"

enum status report_person_facts(struct result_reader *reader, const struct result *result,
                                const struct record *record,
                                struct report_facts *out_facts)
{
    struct arena *arena = &reader->arena;
    const struct header *header = &result->header;
    struct enrolled_terminal terminal = {0};
    char receipt[ENVELOPE_RECEIPT_BYTES];
    struct span again = {0};
    enum status status = enrolments_get(arena, reader->archive, header->device_id,
                                        header->epoch, &terminal);
    if (status == OK)
        status = record_rescore(arena, record, &again);
    if (status != OK)
        return status;
    envelope_receipt(result->entry_hash, receipt);
    *out_facts = (struct report_facts){
        .handle = result->handle,
        .organization = record->provenance.organization,
        .vacancy_title = record->basis ? record->basis->title : SPAN(""),
        .invite = record->sitting->start.invite,
        .arrival = result->place,
        .sealed_unix_ms = (int64_t)header->time_s * 1000,
        .device_label = terminal.label,
        .receipt = span_copy(arena, span_of(receipt)),
        .assessment_hash = span_hex(arena, header->assessment_hash, CHAIN_HASH_BYTES),
        .keyset_hash = span_hex(arena, header->keyset_hash, CHAIN_HASH_BYTES),
        .software_hash = span_hex(arena, header->software_hash, CHAIN_HASH_BYTES),
        .is_verified = true, /* result_reader_read refuses what is not */
        .is_same_again = is_span_equal(again, record->scorecard_bytes),
    };
    return OK;
}

/* Colleagues stay unknown; of check-ins their person's page tells what has moved. */
static enum status no_report(enum role role, struct span handle)
{
    if (role == ROLE_NEWCOMER)
        return fail(
            STATUS_REFUSED,
            "%.*s is from a check-in of somebody who was hired; there is no report "
            "on it (see 'resonance checkin --help'); their own copy is 'report "
            "RECEIPT --format record'",
            SPAN_ARGS(handle));
    return fail(STATUS_REFUSED,
                "%.*s is from a colleague who described the organization; there is "
                "no report on a colleague (see 'resonance profile --help'); their own "
                "copy is 'report RECEIPT --format record'",
                SPAN_ARGS(handle));
}

enum status report_person(struct operation *operation, bool is_own_copy,
                          struct record **out_record, struct report_facts *out_facts)
{
    struct result_reader *reader = &operation->reader;
    struct result result;
    enum status status = operation_reader_open(operation, 1);
    if (status == OK)
        status =
            result_reader_find(reader, operation_word(operation, 0), &result, out_record);
    if (status == OK && (*out_record)->sitting->start.role != ROLE_CANDIDATE &&
        !(is_own_copy &&
          is_result_receipt(operation_word(operation, 0), result.entry_hash)))
        return no_report((*out_record)->sitting->start.role, result.handle);
    return status == OK ? report_person_facts(reader, &result, *out_record, out_facts)
                        : status;
}

enum status report_person_about(struct operation *operation, const struct record *record,
                                const struct report_facts *facts,
                                struct chronicle_about *out_about)
{
    struct chronicle_about about = {.reference = facts->handle,
                                    .vacancy = record->basis ? record->basis->vacancy
                                                             : SPAN("")};
    struct archive *archive;
    int64_t place;
    enum status status = office_archive(&operation->office, &archive);
    if (status == OK)
        status = result_find(operation->arena, archive, operation_word(operation, 0),
                             about.record_id, &place);
    if (status == OK)
        *out_about = about;
    return status;
}

enum status report_person_guide(struct operation *operation, const struct record *record,
                                struct report_facts *facts)
{
    struct arena *arena = &operation->reader.arena;
    struct interview_guide *guide = arena_new(arena, struct interview_guide);
    facts->guide = guide;
    return guide_make(arena, &operation->office, facts->handle, record, guide);
}
