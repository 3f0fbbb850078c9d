#include "app/desk/command/after/drift_team.h"

#include "app/desk/office/after/checkin_came.h"
#include "app/desk/office/after/checkin_change.h"
#include "app/desk/office/after/checkin_kept.h"
#include "app/desk/office/after/hired.h"
#include "base/words.h"

#include <stdlib.h>

enum { SCRATCH_BYTES = 8 << 20 };

/* Somebody who came, and what belongs together. */
struct member {
    const struct people_row *row;
    const struct checkin_came *came;
};

struct gathering {
    struct operation *operation;
    int month;
    struct hired *hired;
    size_t hired_count;
    struct checkin_came *came;
    size_t came_count;
    struct chronicle_log log;
    struct member *members;
    size_t member_count;
    struct arena scratch; /* guarded: cards, and one change after the other */
    struct change *changes;
    size_t change_count; /* people among them */
    bool *sure_before, *sure_after;
    size_t sure_count;
};

enum { SURE_FROM = 3 }; /* fairly sure, of 1 to 4 */

static enum status member_find(struct gathering *gathering, const struct hired *hired)
{
    struct operation *operation = gathering->operation;
    const struct arena_mark mark = arena_mark(&gathering->scratch);
    struct checkin *cards;
    size_t count = 0;
    const enum status status =
        checkin_kept_list(&gathering->scratch, &operation->office, &hired->about,
                          &operation->keys, &gathering->log, &cards, &count);
    const struct checkin_came *came =
        status == OK
            ? checkin_came_find(gathering->came, gathering->came_count,
                                hired->about.vacancy, cards, count, gathering->month)
            : NULL;
    if (came)
        gathering->members[gathering->member_count++] =
            (struct member){.row = hired->row, .came = came};
    arena_release(&gathering->scratch, mark);
    return status;
}

static int by_arrival(const void *a, const void *b)
{
    const struct member *left = a, *right = b;
    return (left->came->place > right->came->place) -
           (left->came->place < right->came->place);
}

static enum status members_find(struct gathering *gathering, const struct people *people)
{
    struct operation *operation = gathering->operation;
    struct arena *arena = &operation->shown;
    enum status status = hired_list(arena, &operation->office, &operation->keys, people,
                                    &gathering->hired, &gathering->hired_count);
    if (status == OK)
        status = checkin_came_list(arena, &operation->reader, &gathering->came,
                                   &gathering->came_count);
    if (status == OK)
        status = chronicle_log_read(arena, &operation->office, &checkin_kept_kind,
                                    &gathering->log);
    gathering->members = arena_array(arena, struct member, gathering->hired_count + 1);
    gathering->sure_before = arena_array(arena, bool, gathering->hired_count + 1);
    gathering->sure_after = arena_array(arena, bool, gathering->hired_count + 1);
    for (size_t i = 0; i < gathering->hired_count && status == OK; i++)
        status = member_find(gathering, &gathering->hired[i]);
    qsort(gathering->members, gathering->member_count, sizeof *gathering->members,
          by_arrival);
    return status;
}

/* Names and room, from the first whose topics can be compared. */
static void team_begin(struct gathering *gathering, const struct checkin_change *change,
                       struct drift_team *team)
{
    struct arena *arena = &gathering->operation->shown;
    team->topic_count = change->topic_count;
    team->ids = arena_array(arena, struct span, team->topic_count);
    team->names = arena_array(arena, struct span, team->topic_count);
    team->drifts = arena_array(arena, struct drift, team->topic_count);
    gathering->changes =
        arena_array(arena, struct change, gathering->member_count * team->topic_count);
    for (size_t i = 0; i < team->topic_count; i++) {
        team->ids[i] = span_copy(arena, change->topics[i].id);
        team->names[i] = span_copy(arena, change->topics[i].name);
    }
}

/* A session that shows no topics, or other ones, is left out. */
static void change_take(struct gathering *gathering, const struct checkin_change *change,
                        struct drift_team *team)
{
    if (!change->topic_count)
        return;
    if (!team->topic_count)
        team_begin(gathering, change, team);
    if (change->topic_count != team->topic_count)
        return;
    for (size_t i = 0; i < team->topic_count; i++)
        gathering->changes[gathering->change_count * team->topic_count + i] =
            change->topics[i].change;
    gathering->change_count++;
}

/* Whoever left the question out once is not in it. */
static void sure_take(struct gathering *gathering, const struct record *before,
                      const struct record *after)
{
    const int then = checkin_change_sure(before, "sure_contribute");
    const int now = checkin_change_sure(after, "sure_contribute");
    if (!then || !now)
        return;
    gathering->sure_before[gathering->sure_count] = then >= SURE_FROM;
    gathering->sure_after[gathering->sure_count++] = now >= SURE_FROM;
}

static enum status member_take(struct gathering *gathering, const struct member *member,
                               struct drift_team *team)
{
    struct operation *operation = gathering->operation;
    struct result_reader *reader = &operation->reader;
    const struct arena_mark read = arena_mark(&reader->arena);
    const struct arena_mark mark = arena_mark(&gathering->scratch);
    struct checkin_change change;
    struct result result;
    struct record *before = NULL, *after = NULL;
    enum status status = result_reader_read(reader, member->row->record_id,
                                            member->row->place, &result, &before);
    if (status == OK)
        status = result_reader_read(reader, member->came->record_id, member->came->place,
                                    &result, &after);
    if (status == OK)
        status = checkin_change_find(&gathering->scratch, before, after,
                                     operation->page.language, &change);
    if (status == OK)
        change_take(gathering, &change, team);
    if (status == OK)
        sure_take(gathering, before, after);
    arena_release(&gathering->scratch, mark);
    arena_release(&reader->arena, read);
    return status;
}

enum status drift_team_find(struct operation *operation, const struct people *people,
                            int month, struct drift_team *out_team)
{
    struct gathering gathering = {.operation = operation, .month = month};
    struct drift_team team = {.month = month};
    enum status status = operation_reader_open(operation, 2);
    if (status == OK)
        status = office_guarded(&operation->office, SCRATCH_BYTES, &gathering.scratch);
    if (status == OK)
        status = members_find(&gathering, people);
    for (size_t i = 0; i < gathering.member_count && status == OK; i++)
        status = member_take(&gathering, &gathering.members[i], &team);
    arena_done(&gathering.scratch);
    if (status != OK)
        return status;
    team.sure_before = gathering.sure_before;
    team.sure_after = gathering.sure_after;
    team.sure_count = gathering.sure_count;
    team.shown = basis_step(gathering.change_count);
    team.next = team.shown ? team.shown + BASIS_STEP : BASIS_STEP_FIRST;
    if (team.shown)
        drift_find(gathering.changes, team.shown, team.topic_count, team.drifts);
    else
        team.topic_count = 0;
    *out_team = team;
    return OK;
}

static struct span range(struct arena *arena, const struct drift *drift)
{
    return span_format(arena, W("%.*s to %.*s"),
                       SPAN_ARGS(page_number(arena, drift->low, 2)),
                       SPAN_ARGS(page_number(arena, drift->high, 2)));
}

static void table_add(struct page_section *section, const struct drift_team *team)
{
    const struct page_column columns[] = {
        {W("Topic"), 0}, {W("Mean change"), 1}, {W("Range"), 1}, {W("In words"), 0}};
    struct arena *arena = section->arena;
    struct page_block *table = page_add_table(section, "", columns, 4);
    for (size_t i = 0; i < team->topic_count; i++) {
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] = team->names[i];
        row->cells[1] = page_number(arena, team->drifts[i].mean, 2);
        row->cells[2] = range(arena, &team->drifts[i]);
        row->cells[3] = span_of(checkin_change_words(team->drifts[i].word));
        page_cell(table, row, 3)->is_soft = team->drifts[i].word <= CHANGE_UNCLEAR;
    }
}

void drift_team_say(struct page *page, const struct drift_team *team)
{
    struct arena *arena = page->arena;
    struct page_section *section = page_section(
        page, PAGE_PLAIN, "drift",
        span_format(arena, W("How people have moved after %d months"), team->month).data);
    if (!team->shown) {
        page_add_text(
            section,
            span_format(arena,
                        W("From %zu people on who came to this check-in it is shown how "
                          "they have moved together. With fewer, somebody could be "
                          "recognized."),
                        team->next));
        return;
    }
    page_add_text(section,
                  span_format(arena,
                              W("The first %zu people who came, together. The next table "
                                "is from %zu on, so that nobody’s answers are the "
                                "difference of two."),
                              team->shown, team->next));
    table_add(section, team);
    page_add_text(
        section, WS("Means and ranges are told to the nearest 0.05. The words hold at 95 "
                    "per cent, with all topics looked at together. This is about the "
                    "place, not about anybody: nobody stands in it by name or number."));
}
