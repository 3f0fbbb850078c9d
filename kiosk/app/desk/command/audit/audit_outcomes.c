/* `resonance audit outcomes`: whether each person came on, and on which side of the median they
 * are: no figure, no word and no name, sealed to the auditors. */
#include "app/desk/command/audit/audit_outcomes.h"

#include "app/desk/office/audit/audit_paper.h"
#include "app/desk/office/interview/decision.h"
#include "app/desk/office/interview/panel.h"
#include "app/desk/office/people/people.h"
#include "measure/ranks.h"

#include <stdlib.h>
#include <string.h>

enum { DECISIONS_BYTES = 8 << 20, ROOM_BYTES = 64 * 1024, ROW_BYTES = 128 };

struct gathering {
    struct operation *operation;
    struct arena arena; /* guarded */
    struct people people;
    const struct people_row **rows; /* those that count */
    size_t count;
    double median; /* of all figures */
    const struct panel *panels;
    size_t panel_count;
    const struct paper *decisions; /* beside which results there are any */
    size_t decision_count;
    struct chronicle_log log;
    struct audit_outcome *outcomes;
};

/* The median of everybody who has a figure, in all vacancies. */
static void rows_take(struct gathering *gathering)
{
    struct arena *arena = &gathering->arena;
    const struct people *people = &gathering->people;
    double *figures = arena_array(arena, double, people->count + 1);
    size_t figure_count = 0;
    gathering->rows = arena_array(arena, const struct people_row *, people->count + 1);
    gathering->outcomes = arena_array(arena, struct audit_outcome, people->count + 1);
    for (size_t i = 0; i < people->count; i++) {
        const struct people_row *row = &people->rows[i];
        if (row->sat_before)
            continue;
        gathering->rows[gathering->count++] = row;
        if (row->is_shown)
            figures[figure_count++] = row->figure.r;
    }
    if (figure_count)
        gathering->median = ranks_quantile(arena, figures, figure_count, .5);
}

static bool has_panel(const struct gathering *gathering, const unsigned char *id)
{
    for (size_t i = 0; i < gathering->panel_count; i++)
        if (memcmp(gathering->panels[i].record_id, id, CHAIN_ID_BYTES) == 0)
            return true;
    return false;
}

static bool has_decision(const struct gathering *gathering, const unsigned char *id)
{
    for (size_t i = 0; i < gathering->decision_count; i++)
        if (memcmp(gathering->decisions[i].record_id, id, CHAIN_ID_BYTES) == 0)
            return true;
    return false;
}

/* What was decided: whoever is to go on, or was offered the work, has come on to a talk. */
static enum status decision_take(const struct gathering *gathering, struct arena *arena,
                                 const struct people_row *row,
                                 struct audit_outcome *outcome)
{
    struct operation *operation = gathering->operation;
    struct chronicle_about about = {.reference = row->handle, .vacancy = row->vacancy};
    struct interview_decision *list;
    size_t count = 0;
    memcpy(about.record_id, row->record_id, CHAIN_ID_BYTES);
    const enum status status =
        decision_list(arena, &operation->office, &about, &operation->keys, &list, &count);
    for (size_t i = 0; status == OK && i < count; i++)
        outcome->is_interviewed |=
            list[i].outcome == INTERVIEW_NEXT || list[i].outcome == INTERVIEW_OFFER;
    if (status == OK && count)
        outcome->is_offered = list[count - 1].outcome == INTERVIEW_OFFER;
    return status;
}

static enum status outcomes_take(const struct gathering *gathering)
{
    struct arena arena = {0};
    enum status status =
        office_guarded(&gathering->operation->office, DECISIONS_BYTES, &arena);
    for (size_t i = 0; status == OK && i < gathering->count; i++) {
        const struct arena_mark mark = arena_mark(&arena);
        const struct people_row *row = gathering->rows[i];
        struct audit_outcome *outcome = &gathering->outcomes[i];
        *outcome = (struct audit_outcome){
            .vacancy = row->vacancy,
            .is_interviewed = has_panel(gathering, row->record_id),
            .side = !row->is_shown                      ? AUDIT_NO_FIGURE
                    : row->figure.r > gathering->median ? AUDIT_ABOVE
                                                        : AUDIT_NOT_ABOVE};
        if (has_decision(gathering, row->record_id))
            status = decision_take(gathering, &arena, row, outcome);
        arena_release(&arena, mark);
        office_progress(&gathering->operation->office, "people looked at", i + 1,
                        gathering->count);
    }
    arena_done(&arena);
    return status;
}

static struct span text_of(void *context, struct arena *arena, size_t index,
                           unsigned char out_record_id[CHAIN_ID_BYTES])
{
    const struct gathering *gathering = context;
    memcpy(out_record_id, gathering->rows[index]->record_id, CHAIN_ID_BYTES);
    return audit_text_outcome_write(arena, &gathering->outcomes[index]);
}

static enum status gather(struct gathering *gathering)
{
    struct operation *operation = gathering->operation;
    struct archive *archive;
    struct panel *panels;
    struct paper *decisions;
    enum status status = operation_reader_open(operation, 0);
    if (status == OK)
        status = people_read(&operation->reader, SPAN(""), &gathering->people);
    if (status == OK)
        status = office_archive(&operation->office, &archive);
    if (status == OK)
        status = panel_list(operation->arena, &operation->office, &panels,
                            &gathering->panel_count);
    if (status == OK)
        status = papers_list(operation->arena, archive, span_of(decision_kind.name),
                             &decisions, &gathering->decision_count);
    if (status == OK)
        status = chronicle_log_read(operation->arena, &operation->office, &decision_kind,
                                    &gathering->log);
    if (status != OK)
        return status;
    gathering->panels = panels;
    gathering->decisions = decisions;
    if (gathering->people.closed_count)
        return fail(STATUS_REFUSED,
                    "%zu results cannot be opened with your key, and an audit of a part "
                    "would mislead: have them shared with you first",
                    gathering->people.closed_count);
    status = office_guarded(&operation->office,
                            ROOM_BYTES + gathering->people.count * ROW_BYTES,
                            &gathering->arena);
    if (status != OK)
        return status;
    rows_take(gathering);
    return outcomes_take(gathering);
}

enum status audit_outcomes_seal(struct operation *operation, size_t *out_count)
{
    struct gathering gathering = {.operation = operation};
    struct access_note note = {.who = operation_who(operation),
                               .what = "sealed outcomes"};
    enum status status = gather(&gathering);
    if (status == OK && !gathering.count)
        status = fail(STATUS_REFUSED, "nobody has answered yet");
    if (status == OK) {
        note.about = span_format(operation->arena, "%zu for the audit", gathering.count);
        status =
            audit_paper_put(&operation->office, &operation->keys, AUDIT_PAPER_OUTCOMES,
                            text_of, &gathering, gathering.count, note);
    }
    *out_count = gathering.count;
    people_close(&gathering.people);
    arena_done(&gathering.arena);
    return status;
}

enum status audit_outcomes_run(struct operation *operation)
{
    size_t count = 0;
    const enum status status = audit_outcomes_seal(operation, &count);
    if (status != OK)
        return status;
    operation_say(operation,
                  "Sealed for the auditors what came of %zu: whether they came on to an "
                  "interview, whether the work was offered, and on which side of the "
                  "median they are. No figure, no word, no name.",
                  count);
    return OK;
}
