#include "app/desk/office/after/hired.h"

#include "app/desk/office/interview/decision.h"

#include <string.h>

enum { SCRATCH_BYTES = 16 << 20 };

/* What is looked at: one way through the log for all. */
struct looking {
    struct office *office;
    const struct keys *keys;
    struct arena scratch; /* guarded: papers that were opened */
    struct chronicle_log log;
    struct paper *papers; /* which decisions there are */
    size_t paper_count;
};

static bool has_decision(const struct looking *looking, const struct people_row *row)
{
    for (size_t i = 0; i < looking->paper_count; i++)
        if (memcmp(looking->papers[i].record_id, row->record_id, CHAIN_ID_BYTES) == 0)
            return true;
    return false;
}

static enum status one_look(struct looking *looking, const struct people_row *row,
                            struct hired *list, size_t *count)
{
    struct chronicle_about about = {.reference = row->handle, .vacancy = row->vacancy};
    const struct arena_mark mark = arena_mark(&looking->scratch);
    struct interview_decision *decisions;
    size_t decided = 0;
    memcpy(about.record_id, row->record_id, CHAIN_ID_BYTES);
    const enum status status =
        decision_list_known(&looking->scratch, looking->office, &about, looking->keys,
                            &looking->log, &decisions, &decided);
    if (status == OK && decided && decisions[decided - 1].outcome == INTERVIEW_OFFER)
        list[(*count)++] = (struct hired){
            .row = row, .about = about, .offered_s = decisions[decided - 1].time_s};
    arena_release(&looking->scratch, mark);
    return status;
}

static enum status papers_find(struct looking *looking)
{
    struct archive *archive;
    enum status status = office_archive(looking->office, &archive);
    if (status == OK)
        status = papers_list(&looking->scratch, archive, span_of(decision_kind.name),
                             &looking->papers, &looking->paper_count);
    return status == OK ? chronicle_log_read(&looking->scratch, looking->office,
                                             &decision_kind, &looking->log)
                        : status;
}

enum status hired_list(struct arena *arena, struct office *office,
                       const struct keys *keys, const struct people *people,
                       struct hired **out_list, size_t *out_count)
{
    struct looking looking = {.office = office, .keys = keys};
    struct hired *list = arena_array(arena, struct hired, people->count);
    size_t count = 0;
    enum status status = office_guarded(office, SCRATCH_BYTES, &looking.scratch);
    if (status == OK)
        status = papers_find(&looking);
    for (size_t i = 0; i < people->count && status == OK; i++)
        if (has_decision(&looking, &people->rows[i]))
            status = one_look(&looking, &people->rows[i], list, &count);
    arena_done(&looking.scratch);
    *out_list = list;
    *out_count = count;
    return status;
}
