/* The entry to the audit: what was done here last, what ended, and whether a receipt that somebody
 * brings is of ours. */
#include "app/common/handle.h"
#include "app/desk/office/log/access_log.h"
#include "app/desk/pages/audit/pages_end.h"
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_words.h"
#include "base/clock.h"
#include "base/words.h"

#include <stdlib.h>
#include <string.h>

enum { LAST_ROWS = 8, RECEIPT_MOST = 40 };

static struct span day(struct pages_turn *turn, int64_t unix_s)
{
    return pages_words_day(turn->arena, clock_date(turn->arena, unix_s * 1000));
}

/* --- the log --- */

/* The last rows, in a ring. */
struct gathering {
    struct arena *arena;
    struct {
        int64_t time_s;
        struct span who, what, about;
    } rows[LAST_ROWS];
    size_t count;
};

static enum status take(void *context, const struct deed *deed)
{
    struct gathering *gathering = context;
    gathering->rows[gathering->count % LAST_ROWS].time_s = deed->time_s;
    gathering->rows[gathering->count % LAST_ROWS].who =
        span_copy(gathering->arena, deed->who);
    gathering->rows[gathering->count % LAST_ROWS].what =
        span_copy(gathering->arena, deed->what);
    gathering->rows[gathering->count % LAST_ROWS].about =
        span_copy(gathering->arena, deed->about);
    gathering->count++;
    return OK;
}

static enum status log_add(struct pages_turn *turn)
{
    const struct page_column columns[] = {
        {W("When"), 0}, {W("Who"), 0}, {W("What"), 0}, {W("About"), 0}};
    struct gathering *gathering = arena_new(turn->operation->arena, struct gathering);
    struct access_log log = {0};
    gathering->arena = turn->operation->arena;
    const enum status status =
        access_log_read(&turn->operation->office, take, gathering, &log);
    if (status != OK)
        return status;
    struct page_section *section =
        page_section(&turn->page, PAGE_PLAIN, "log", W("Who opened what"));
    section->note = span_format(turn->arena,
                                log.fault.count ? W("Entries: %zu")
                                                : W("Entries: %zu; none is missing"),
                                log.count);
    if (log.fault.count)
        page_add_notice(section, PAGE_WRONG, WS("The log is not whole."),
                        pages_words_sentence(turn->arena, log.fault));
    struct page_block *table = page_add_table(section, "", columns, 4);
    for (size_t i = 1; i <= gathering->count && i <= LAST_ROWS; i++) {
        const size_t at = (gathering->count - i) % LAST_ROWS;
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] = span_format(
            turn->arena, "%.*s, %.*s", SPAN_ARGS(day(turn, gathering->rows[at].time_s)),
            SPAN_ARGS(clock_time(turn->arena, gathering->rows[at].time_s * 1000)));
        row->cells[1] = gathering->rows[at].who;
        row->cells[2] = gathering->rows[at].what;
        row->cells[3] = gathering->rows[at].about;
    }
    page_way_add(turn->arena, &page_add_ways(section)->ways, PAGE_WAY_LINK,
                 WS("All entries"), SPAN("/audit/log"));
    return OK;
}

/* --- what ended --- */

static int by_last(const void *a, const void *b)
{
    const struct end *const *left = a, *const *right = b;
    const uint64_t one = (*left)->erased.number, other = (*right)->erased.number;
    return (one < other) - (one > other);
}

static void erased_add(struct pages_turn *turn, const struct ends *ends)
{
    const struct page_column columns[] = {
        {W("Reference"), 0}, {W("Erased on"), 0}, {W("Why"), 0}};
    const struct end **erased =
        arena_array(turn->operation->arena, const struct end *, ends->count + 1);
    size_t count = 0, held = 0;
    for (size_t i = 0; i < ends->count; i++) {
        held += ends->list[i].held.number != 0;
        if (ends->list[i].erased.number && ends->list[i].ground != ENDS_FROZEN)
            erased[count++] = &ends->list[i];
    }
    qsort(erased, count, sizeof *erased, by_last);
    struct page_section *section =
        page_section(&turn->page, PAGE_SIDE, "ends", W("What ends, and what ended"));
    struct page_block *facts = page_add_facts(section);
    page_pair(facts, WS("Held now"), span_format(turn->arena, "%zu", held));
    page_pair(facts, WS("Locked away"),
              span_format(turn->arena, "%zu", ends_locked_count(ends)));
    page_pair(facts, WS("Erased"), span_format(turn->arena, "%zu", count));
    page_way_add(turn->arena, &page_add_ways(section)->ways, PAGE_WAY_BUTTON,
                 WS("How long results are kept"), SPAN("/retention"));
    if (!count)
        return;
    struct page_block *table =
        page_add_table(section, W("Erased last, each with a receipt"), columns, 3);
    for (size_t i = 0; i < count && i < LAST_ROWS; i++) {
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] = handle_text(turn->arena, erased[i]->id);
        page_cell(table, row, 0)->address =
            pages_link(turn->arena, "/people/*/receipt", row->cells[0]);
        row->cells[1] = day(turn, erased[i]->erased.unix_s);
        row->cells[2] = WS(pages_end_ground(erased[i]->ground));
    }
}

/* --- a receipt that somebody brings --- */

/* Of what an earlier desk erased only the day may be known. */
static struct span erased_words(struct pages_turn *turn,
                                const struct end_subject *subject)
{
    const struct end *end = subject->end;
    if (end && end->erased.number)
        return span_format(
            turn->arena, W("%.*s was here, and was erased on %.*s by %.*s: %s."),
            SPAN_ARGS(subject->handle), SPAN_ARGS(day(turn, end->erased.unix_s)),
            SPAN_ARGS(end->erased.by), pages_end_ground(end->ground));
    return subject->erased_day_s
               ? span_format(turn->arena, W("%.*s was here, and was erased on %.*s."),
                             SPAN_ARGS(subject->handle),
                             SPAN_ARGS(day(turn, subject->erased_day_s)))
               : span_format(turn->arena, W("%.*s was here, and was erased."),
                             SPAN_ARGS(subject->handle));
}

static struct span receipt_words(struct pages_turn *turn)
{
    struct end_subject subject;
    pages_turn_word(turn, span_trim(pages_turn_field(turn, "receipt")));
    if (end_subject_find(turn->operation, &subject) != OK)
        return WS("No result that ever came here has this receipt or reference.");
    if (is_pages_end_erased(&subject))
        return erased_words(turn, &subject);
    if (is_ends_locked(subject.end))
        return span_format(turn->arena,
                           W("%.*s is locked away: it is erased when its hold is "
                             "released."),
                           SPAN_ARGS(subject.handle));
    return span_format(turn->arena, W("%.*s is here: number %lld in order of arrival."),
                       SPAN_ARGS(subject.handle), (long long)subject.place);
}

static void receipt_add(struct pages_turn *turn)
{
    struct page_section *section = page_section(&turn->page, PAGE_SIDE_BOX, "receipt",
                                                W("A receipt that somebody brings"));
    struct page_form *form =
        page_form_new(turn->arena, SPAN("/audit"), SPAN(""), WS("Look it up"));
    struct page_field *field =
        page_form_field(form, PAGE_FIELD_TEXT, "receipt",
                        WS("The receipt as one word, or the reference"));
    field->value = pages_turn_field(turn, "receipt");
    field->most = RECEIPT_MOST;
    section->medium = PAGE_ON_SCREEN;
    if (pages_turn_field(turn, "receipt").count)
        page_add_notice(section, PAGE_GOOD, receipt_words(turn), SPAN(""));
    page_add_form(section, form);
    page_add_note(section, WS("It holds no answers, and opens none."));
}

enum status pages_audit(struct pages_turn *turn)
{
    const struct ends *ends;
    pages_turn_begin(turn, WS("Audit"));
    if (has_pages_turn_role(turn, "a"))
        page_way_add(turn->arena, &turn->shell.actions, PAGE_WAY_MAIN,
                     WS("How far people came, by group"), SPAN("/audit/impact"));
    if (has_pages_turn_role(turn, "r"))
        page_way_add(turn->arena, &turn->shell.actions, PAGE_WAY_BUTTON,
                     WS("Outcomes for the auditor"), SPAN("/audit/outcomes"));
    if (has_pages_turn_role(turn, "r a"))
        page_way_add(turn->arena, &turn->shell.actions, PAGE_WAY_BUTTON,
                     WS("The scoring, tried again"), SPAN("/audit/scoring"));
    page_way_add(turn->arena, &turn->shell.actions, PAGE_WAY_BUTTON,
                 WS("What is asked for the audit"), SPAN("/audit/asked"));
    page_way_add(turn->arena, &turn->shell.actions, PAGE_WAY_BUTTON, WS("Tables to take"),
                 SPAN("/export"));
    enum status status = log_add(turn);
    if (status == OK)
        status = ends_read(&turn->operation->office, &ends);
    if (status != OK)
        return status;
    erased_add(turn, ends);
    receipt_add(turn);
    return OK;
}
