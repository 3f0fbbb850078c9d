#include "app/desk/command/drivers/drivers_found.h"

#include "app/desk/office/after/checkin_change.h"
#include "app/desk/office/batch.h"
#include "base/words.h"
#include "measure/distribution.h"
#include "measure/moments.h"
#include "profile/profile_name.h"

#include <string.h>

enum { WORK_BYTES = 1 << 20, SURE_FROM = 3 };

static const double STEPS = 20;

/* What is kept of one candidate: 1..4, 0: not said; and the row of the norm. */
struct glance {
    double is_candidate, is_valid, understood, contribute, row[];
};

struct gathering {
    struct operation *operation;
    struct arena arena; /* guarded: people's answers */
    size_t width;       /* of a row of the norm */
    size_t first;       /* of the drivers in it */
    double *needs;      /* driver_count of each */
    size_t need_count;
    bool *understood, *contribute; /* sure, of each who said it */
    size_t understood_count, contribute_count;
};

static size_t glance_bytes(size_t width)
{
    return sizeof(struct glance) + width * sizeof(double);
}

static enum status look(const void *context, struct arena *arena,
                        const struct result *opened, struct span content, void *outcome)
{
    const struct gathering *gathering = context;
    struct glance *glance = outcome;
    struct record *record;
    const enum status status = result_reader_record(&gathering->operation->reader, arena,
                                                    opened, content, &record);
    if (status != OK || record->sitting->start.role != ROLE_CANDIDATE)
        return status;
    glance->is_candidate = 1;
    glance->is_valid = norm_row(arena, record->sitting, glance->row);
    glance->understood = checkin_change_sure(record, "sure_understood");
    glance->contribute = checkin_change_sure(record, "sure_contribute");
    return OK;
}

static enum status tell(void *context, const struct result *opened, const void *outcome)
{
    struct gathering *gathering = context;
    const struct glance *glance = outcome;
    const size_t drivers = gathering->width - gathering->first;
    (void)opened;
    if (glance->understood > 0)
        gathering->understood[gathering->understood_count++] =
            glance->understood >= SURE_FROM;
    if (glance->contribute > 0)
        gathering->contribute[gathering->contribute_count++] =
            glance->contribute >= SURE_FROM;
    if (glance->is_valid > 0)
        memcpy(gathering->needs + drivers * gathering->need_count++,
               glance->row + gathering->first, drivers * sizeof(double));
    return OK;
}

static enum status gather(struct gathering *gathering)
{
    struct result_reader *reader = &gathering->operation->reader;
    const size_t most = reader->result_count + 1;
    struct batch batch = {.look = look,
                          .tell = tell,
                          .context = gathering,
                          .assessment_hash = reader->assessment->hash,
                          .outcome_bytes = glance_bytes(gathering->width)};
    const enum status status = office_guarded(
        reader->office,
        WORK_BYTES + most * (2 * sizeof(bool) + 2 * glance_bytes(gathering->width)),
        &gathering->arena);
    if (status != OK)
        return status;
    gathering->needs = arena_array(&gathering->arena, double, most * gathering->width);
    gathering->understood = arena_array(&gathering->arena, bool, most);
    gathering->contribute = arena_array(&gathering->arena, bool, most);
    return batch_run(&batch, reader);
}

/* Of the first ones to come, so many as a step has. */
static struct drivers_sure sure_of(const bool *list, size_t count)
{
    struct drivers_sure sure = {.people = basis_step(count)};
    size_t hits = 0;
    for (size_t i = 0; i < sure.people; i++)
        hits += list[i];
    if (!sure.people)
        return sure;
    sure.sure = together_share(hits, sure.people);
    distribution_wilson((double)sure.sure, (double)sure.people, &sure.low, &sure.high);
    sure.low = moments_round(sure.low, STEPS);
    sure.high = moments_round(sure.high, STEPS);
    return sure;
}

static void needs_find(const struct gathering *gathering, const struct part *drivers,
                       struct drivers_found *found)
{
    struct operation *operation = gathering->operation;
    const size_t count = drivers->questionnaire->dimension_count;
    found->people = basis_step(gathering->need_count);
    found->driver_count = count;
    found->pairs = arena_array(&operation->shown, struct together, together_count(count));
    for (size_t i = 0; i < count; i++)
        found->names[i] = profile_name(drivers, operation->page.language,
                                       drivers->questionnaire->dimensions[i].id);
    together_find(gathering->needs, found->people, gathering->width - gathering->first,
                  count, found->pairs);
}

static enum status candidates_read(struct operation *operation,
                                   struct drivers_found *found)
{
    struct gathering gathering = {.operation = operation};
    enum status status = operation_reader_open(operation, 1);
    if (status != OK)
        return status;
    const struct assessment *assessment = operation->reader.assessment;
    const struct part *values =
        assessment_part(assessment, PART_RESONANCE, ROLE_CANDIDATE, SPAN(""));
    const struct part *drivers =
        assessment_part(assessment, PART_DRIVERS, ROLE_CANDIDATE, SPAN(""));
    gathering.width = norm_width(assessment);
    if (!values || !drivers ||
        drivers->questionnaire->dimension_count > TOGETHER_THINGS_MAX)
        return fail(STATUS_UNSUPPORTED, "this form does not ask candidates for drivers");
    gathering.first = values->questionnaire->dimension_count;
    status = gather(&gathering);
    if (status == OK) {
        found->understood = sure_of(gathering.understood, gathering.understood_count);
        found->contribute = sure_of(gathering.contribute, gathering.contribute_count);
        needs_find(&gathering, drivers, found);
    }
    arena_done(&gathering.arena);
    return status;
}

enum status drivers_found_read(struct operation *operation, const struct people *people,
                               int month, struct drivers_found *out_found)
{
    struct drivers_found found = {.month = month};
    struct drift_team team;
    enum status status = drift_team_find(operation, people, month, &team);
    if (status == OK)
        status = candidates_read(operation, &found);
    if (status != OK)
        return status;
    found.before = sure_of(team.sure_before, team.sure_count);
    found.after = sure_of(team.sure_after, team.sure_count);
    *out_found = found;
    return OK;
}

/* --- what is said of it --- */

static const char *too_few(void)
{
    return W("From 5 people on it is told, and then in steps of 3. With fewer, somebody "
             "could be recognized.");
}

static void sure_row(struct page_block *table, struct span who,
                     const struct drivers_sure *sure)
{
    struct arena *arena = table->arena;
    struct page_row *row = page_row(table, SPAN(""));
    row->cells[0] = who;
    if (!sure->people) {
        row->cells[1] = WS("too few yet");
        page_cell(table, row, 1)->is_soft = true;
        return;
    }
    row->cells[1] = span_format(arena, W("%zu of %zu"), sure->sure, sure->people);
    row->cells[2] =
        span_format(arena, W("%.0f to %.0f %%"), 100 * sure->low, 100 * sure->high);
}

void drivers_found_story(struct page *page, enum page_look look,
                         const struct drivers_found *found)
{
    const struct page_column columns[] = {
        {W("Who says so"), 0}, {W("Fairly or very sure"), 1}, {W("Range"), 1}};
    struct arena *arena = page->arena;
    struct page_section *section =
        page_section(page, look, "story", W("Is our story known?"));
    struct page_block *table = page_add_table(section, "", columns, 3);
    sure_row(table, WS("Who answered: that they have understood it"), &found->understood);
    sure_row(table, WS("Who answered: that they can contribute"), &found->contribute);
    sure_row(table, WS("Who was hired, before: that they can contribute"),
             &found->before);
    sure_row(table,
             span_format(arena,
                         W("The same people after %d months: that they contribute"),
                         found->month),
             &found->after);
    page_add_text(section, span_of(too_few()));
    page_add_text(section,
                  WS("Being sure is not knowing: nobody is examined. None and all are "
                     "not told, for then it would be known of each: one or one less "
                     "stands there. Ranges hold at 95 per cent, to the nearest 5."));
}

static int by_strength(const struct together *pairs, size_t count, size_t *out_order)
{
    size_t sure = 0;
    for (size_t i = 0; i < count; i++) {
        size_t at = sure;
        if (!pairs[i].is_sure)
            continue;
        while (at && pairs[out_order[at - 1]].p > pairs[i].p) {
            out_order[at] = out_order[at - 1];
            at--;
        }
        out_order[at] = i;
        sure++;
    }
    return (int)sure;
}

static void pairs_add(struct page_section *section, const struct drivers_found *found)
{
    const struct page_column columns[] = {
        {W("One"), 0}, {W("The other"), 0}, {W("How far together"), 1}, {W("Range"), 1}};
    struct arena *arena = section->arena;
    const size_t count = together_count(found->driver_count);
    size_t *order = arena_array(arena, size_t, count + 1);
    const int sure = by_strength(found->pairs, count, order);
    if (!sure) {
        page_add_text(section,
                      WS("For no two drivers is it clear that they go together."));
        return;
    }
    struct page_block *table = page_add_table(section, "", columns, 4);
    for (int i = 0; i < sure; i++) {
        const struct together *pair = &found->pairs[order[i]];
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] = found->names[pair->one];
        row->cells[1] = found->names[pair->other];
        row->cells[2] = page_number(arena, pair->r, 2);
        row->cells[3] = span_format(arena, W("%.*s to %.*s"),
                                    SPAN_ARGS(page_number(arena, pair->low, 2)),
                                    SPAN_ARGS(page_number(arena, pair->high, 2)));
    }
    page_add_text(section,
                  span_format(arena, W("For the other pairs it is not clear: %zu."),
                              count - (size_t)sure));
}

void drivers_found_together(struct page *page, enum page_look look,
                            const struct drivers_found *found)
{
    struct arena *arena = page->arena;
    struct page_section *section =
        page_section(page, look, "together", W("How the drivers go together"));
    if (!found->people) {
        page_add_text(section, span_of(too_few()));
        return;
    }
    page_add_text(section,
                  span_format(arena,
                              W("What the first %zu people who answered need: who needs "
                                "more of one, needs more of the other. 0 is no "
                                "connection, 1 the closest."),
                              found->people));
    pairs_add(section, found);
    page_add_text(section,
                  WS("Told where it holds at 95 per cent with all pairs looked at "
                     "together. Whoever agrees easily agrees with all lines, so some of "
                     "it is a habit of answering. Of colleagues nothing is kept that "
                     "could tell it: a frozen profile holds means alone."));
}
