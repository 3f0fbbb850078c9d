/* Those who were offered the work, in order of arrival, and how far the plan of each is. */
#include "app/desk/office/after/hired.h"
#include "app/desk/office/after/plan_kept.h"
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_turn.h"
#include "app/desk/pages/pages_words.h"
#include "base/clock.h"
#include "base/words.h"

enum { SCRATCH_BYTES = 16 << 20 };

/* What is looked at, and what is found. */
struct looking {
    struct pages_turn *turn;
    struct arena scratch; /* guarded: papers that were opened */
    struct chronicle_log plans;
    struct hired *hired;
    size_t count;
};

static enum status hired_find(struct looking *looking)
{
    struct operation *operation = looking->turn->operation;
    struct people *people;
    enum status status = pages_turn_people(looking->turn, &people);
    if (status == OK)
        status = hired_list(looking->turn->arena, &operation->office, &operation->keys,
                            people, &looking->hired, &looking->count);
    return status == OK ? chronicle_log_read(&looking->scratch, &operation->office,
                                             &plan_kept_kind, &looking->plans)
                        : status;
}

/* How far a plan is, and the sign for it. */
static struct span state_of(struct arena *arena, const struct plan *plan,
                            enum page_state *out_sign)
{
    size_t done = 0, dropped = 0;
    for (size_t i = 0; i < plan->line_count; i++) {
        done += plan->lines[i].state == PLAN_DONE;
        dropped += plan->lines[i].state == PLAN_DROPPED;
    }
    const size_t open = plan->line_count - done - dropped;
    *out_sign = !plan->line_count      ? PAGE_STATE_NEW
                : plan->to_agree_count ? PAGE_STATE_CARE
                : open                 ? PAGE_STATE_UNDER_WAY
                                       : PAGE_STATE_DONE;
    if (!plan->line_count)
        return WS("No plan yet");
    if (plan->to_agree_count)
        return span_format(arena, W("Lines to be agreed: %zu of %zu"),
                           plan->to_agree_count, plan->line_count);
    return span_format(arena, W("%zu planned, %zu done, %zu dropped"), open, done,
                       dropped);
}

/* The earliest day of what is still planned; empty: nothing is. */
static struct span next_day(const struct plan *plan)
{
    struct span day = SPAN("");
    for (size_t i = 0; i < plan->line_count; i++)
        if (plan->lines[i].state == PLAN_PLANNED &&
            (!day.count || span_order(plan->lines[i].day, day) < 0))
            day = plan->lines[i].day;
    return day;
}

static enum status row_add(struct looking *looking, struct page_block *table,
                           const struct hired *hired)
{
    struct pages_turn *turn = looking->turn;
    struct operation *operation = turn->operation;
    const struct arena_mark mark = arena_mark(&looking->scratch);
    struct plan *plan;
    enum page_state sign = PAGE_STATE_NONE;
    const enum status status =
        plan_kept_read(&looking->scratch, &operation->office, &hired->about,
                       &operation->keys, &looking->plans, &plan);
    if (status != OK)
        return status;
    struct page_row *row = page_row(table, SPAN(""));
    row->cells[0] = hired->row->handle;
    page_cell(table, row, 0)->address =
        pages_link(turn->arena, "/after/*/plan", hired->row->handle);
    row->cells[1] = pages_turn_vacancy(turn, hired->row->vacancy);
    row->cells[2] =
        pages_words_day(turn->arena, clock_date(turn->arena, hired->offered_s * 1000));
    row->cells[3] = pages_words_day(turn->arena, span_copy(turn->arena, next_day(plan)));
    row->cells[4] = state_of(turn->arena, plan, &sign);
    page_cell(table, row, 4)->state = sign;
    arena_release(&looking->scratch, mark);
    return OK;
}

static enum status list_add(struct looking *looking)
{
    const struct page_column columns[] = {{W("Person"), 0},
                                          {W("Vacancy"), 0},
                                          {W("Offered on"), 0},
                                          {W("Next day of the plan"), 0},
                                          {W("Plan"), 0}};
    struct pages_turn *turn = looking->turn;
    int64_t from = 1;
    enum status status = OK;
    struct page_section *section =
        page_section(&turn->page, PAGE_PLAIN, "list", W("In order of arrival"));
    if (!looking->count) {
        page_add_text(section,
                      WS("Nobody is here yet. Whoever is offered the work, on the page "
                         "of their decision, stands here."));
        return OK;
    }
    span_to_integer(pages_turn_field(turn, "from"), &from);
    const size_t first =
        from > 1 && (size_t)from <= looking->count ? (size_t)from - 1 : 0;
    struct page_block *table = page_add_table(section, "", columns, 5);
    size_t i = first;
    for (; i < looking->count && i < first + PAGES_ROWS && status == OK; i++)
        status = row_add(looking, table, &looking->hired[i]);
    if (looking->count <= PAGES_ROWS)
        return status;
    struct page_block *pager = page_add_pager(section, first + 1, i, looking->count);
    if (first)
        page_way_add(turn->arena, &pager->ways, PAGE_WAY_LINK, WS("Those before"),
                     pages_link_with(
                         turn->arena, SPAN("/after"), "from",
                         span_format(turn->arena, "%zu",
                                     first > PAGES_ROWS ? first - PAGES_ROWS + 1 : 1)));
    if (i < looking->count)
        page_way_add(turn->arena, &pager->ways, PAGE_WAY_LINK, WS("Those after"),
                     pages_link_with(turn->arena, SPAN("/after"), "from",
                                     span_format(turn->arena, "%zu", i + 1)));
    return status;
}

enum status pages_after(struct pages_turn *turn)
{
    struct looking looking = {.turn = turn};
    pages_turn_begin(turn, WS("After hiring"));
    page_add_text(&turn->page.head,
                  WS("What those who were offered the work are going to learn, with whom "
                     "and by when. It is for the talk with them, never for pay."));
    page_way_add(turn->arena, &turn->shell.actions, PAGE_WAY_BUTTON,
                 WS("How people have moved"), SPAN("/after/drift"));
    enum status status =
        office_guarded(&turn->operation->office, SCRATCH_BYTES, &looking.scratch);
    if (status == OK)
        status = hired_find(&looking);
    if (status == OK)
        status = pages_turn_note_people(turn, "plans listed", SPAN(""), false);
    if (status == OK)
        status = list_add(&looking);
    arena_done(&looking.scratch);
    return status;
}
