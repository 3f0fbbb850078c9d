#include "app/desk/list.h"

#include "app/common/handle.h"
#include "app/desk/opened.h"
#include "base/clock.h"
#include "model/canonical.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const char help[] =
    "resonance list [--vacancy ID]\n"
    "\n"
    "Shows who answered, in order of arrival. There is no ranking: people whom this "
    "session\n"
    "cannot tell apart are named. Every result is verified before it is opened.\n"
    "\n"
    "  --vacancy ID       only this vacancy\n"
    "  --json             for programs\n"
    "  --key LABEL        open with this recruiter key\n"
    "  --identity FILE    open with the keys in this file (a recovery sheet)\n"
    "  --passphrase-fd N  take the passphrase from this descriptor\n"
    "  --org DIR          the folder of the organization\n"
    "\n"
    "Example: resonance list --vacancy deck-officer\n"
    "Exit: 0 done, 1 a result could not be used, 2 used wrong.\n";

/* A row and its line of JSON, which grows by doubling. */
enum { NOT_APART_MAX = 20, ROW_BYTES = 8 * 1024, ROOM_BYTES = 64 * 1024 };
static const double Z_95 = 1.96;

/* What the list needs of a record; copied out of it, in guarded memory. */
struct row {
    int64_t place, invite;
    struct span handle, long_handle, date, vacancy;
    struct figure figure;
    double z; /* the figure on the scale of its interval, where errors are even */
    int asks_for_caution;
};

struct listing {
    struct opener opener;
    struct span vacancy; /* empty: all */
    struct arena arena;  /* guarded; the rows */
    struct row *rows;
    size_t row_count, row_max, closed_count, gone_count;
    int64_t seen_count;
};

static enum status count_entry(void *context, const struct entry *entry, int64_t arrival)
{
    (void)entry;
    (void)arrival;
    ++*(size_t *)context;
    return OK;
}

static void row_add(struct listing *listing, const struct opened *opened)
{
    struct arena *arena = &listing->arena;
    const struct sitting_start *start = &opened->record->sitting->start;
    const struct scorecard *scorecard = opened->record->scorecard;
    const double limit = 1 - 1e-9;
    listing->rows[listing->row_count++] = (struct row){
        .place = opened->place,
        .invite = start->invite,
        .handle = span_copy(arena, opened->handle),
        .long_handle = handle_text_long(arena, opened->envelope.record_id),
        .date = clock_date(arena, (int64_t)opened->envelope.time_s * 1000),
        .vacancy = span_copy(arena, start->vacancy),
        .figure = scorecard->now,
        .z = atanh(fmax(-limit, fmin(limit, scorecard->now.r))),
        .asks_for_caution = scorecard->quality.asks_for_caution,
    };
}

static enum status on_entry(void *context, const struct entry *entry, int64_t arrival)
{
    struct listing *listing = context;
    struct opener *opener = &listing->opener;
    const struct arena_mark mark = arena_mark(&opener->arena);
    struct opened opened;
    (void)arrival;
    ++listing->seen_count;
    if (!entry->payload.count) { /* erased here, or it came empty, which import tells */
        listing->gone_count++;
        return OK;
    }
    if (opener_read(opener, entry, listing->seen_count, &opened) == OK) {
        const struct sitting_start *start = &opened.record->sitting->start;
        if (start->role == ROLE_CANDIDATE &&
            (!listing->vacancy.count || is_span_equal(listing->vacancy, start->vacancy)))
            row_add(listing, &opened);
    } else {
        listing->closed_count++;
        fprintf(stderr, "WARNING: %s\n", status_last());
    }
    arena_release(&opener->arena, mark);
    return OK;
}

/* Two people with the same first symbols show all of theirs. */
static void handles_settle(struct listing *listing)
{
    for (size_t i = 0; i < listing->row_count; i++)
        for (size_t k = i + 1; k < listing->row_count; k++)
            if (is_span_equal(listing->rows[i].handle, listing->rows[k].handle)) {
                listing->rows[i].handle = listing->rows[i].long_handle;
                listing->rows[k].handle = listing->rows[k].long_handle;
            }
}

/* The raters' share of the error is common to both people and counted twice here: the safe side. */
static int is_told_apart(const struct row *a, const struct row *b)
{
    return fabs(a->z - b->z) >= Z_95 * hypot(a->figure.se_z, b->figure.se_z);
}

static int is_pair(const struct listing *listing, size_t i, size_t k)
{
    const struct row *a = &listing->rows[i], *b = &listing->rows[k];
    return i != k && has_figure(&a->figure) && has_figure(&b->figure) &&
           is_span_equal(a->vacancy, b->vacancy) && !is_told_apart(a, b);
}

static void figure_add(struct buffer *out, const struct figure *figure)
{
    if (has_figure(figure))
        buffer_format(out, "%5.2f (%5.2f to %5.2f)  %s%s", figure->r, figure->low,
                      figure->high, phrase_words(figure->phrase),
                      figure->state == FIGURE_PROVISIONAL
                          ? ", provisional organization profile"
                          : "");
    else
        buffer_text(out, figure_words(figure->state));
}

/* The rows that row `i` cannot be told apart from: how many, and the first NOT_APART_MAX. */
static size_t not_apart(const struct listing *listing, size_t i,
                        size_t out_rows[NOT_APART_MAX])
{
    size_t count = 0;
    for (size_t k = 0; k < listing->row_count; k++)
        if (is_pair(listing, i, k) && count++ < NOT_APART_MAX)
            out_rows[count - 1] = k;
    return count;
}

static void apart_add(struct buffer *out, const struct listing *listing, size_t i)
{
    size_t rows[NOT_APART_MAX];
    const size_t count = not_apart(listing, i, rows);
    if (!count)
        return;
    buffer_text(out, "      this session cannot tell this person apart from: ");
    for (size_t k = 0; k < count && k < NOT_APART_MAX; k++)
        buffer_format(out, "%s%.*s", k ? ", " : "",
                      SPAN_ARGS(listing->rows[rows[k]].handle));
    if (count > NOT_APART_MAX)
        buffer_format(out, " and %zu more", count - NOT_APART_MAX);
    buffer_text(out, "\n");
}

/* The row of an earlier sitting with the same number, which is the one that counts; or NULL. */
static const struct row *sat_before(const struct listing *listing, size_t i)
{
    const struct row *row = &listing->rows[i];
    for (size_t k = 0; k < i; k++)
        if (listing->rows[k].invite == row->invite &&
            is_span_equal(listing->rows[k].vacancy, row->vacancy))
            return &listing->rows[k];
    return NULL;
}

static enum status show_text(struct duty *duty, const struct listing *listing)
{
    enum status status = OK;
    struct buffer *out = &duty->out;
    buffer_format(out,
                  "%zu results in order of arrival, each with its interval. Pilot form, "
                  "not for decisions.\n",
                  listing->row_count);
    if (listing->gone_count)
        buffer_format(out, "%zu more without content: erased, or never brought here.\n",
                      listing->gone_count);
    for (size_t i = 0; i < listing->row_count && status == OK; i++) {
        const struct row *row = &listing->rows[i];
        buffer_format(out, "\n%4lld  %.*s  %.*s  %.*s  number %lld\n      ",
                      (long long)row->place, SPAN_ARGS(row->handle), SPAN_ARGS(row->date),
                      SPAN_ARGS(row->vacancy), (long long)row->invite);
        figure_add(out, &row->figure);
        buffer_text(out, "\n");
        if (row->asks_for_caution)
            buffer_text(out, "      the answers ask for caution: see the report\n");
        const struct row *before = sat_before(listing, i);
        if (before)
            buffer_format(out,
                          "      this number sat before, as %.*s: the first one counts\n",
                          SPAN_ARGS(before->handle));
        apart_add(out, listing, i);
        if (out->count > out->max_bytes / 2)
            status = duty_show(duty);
    }
    return status;
}

static void row_json(struct canonical *c, const struct listing *listing, size_t i)
{
    const struct row *row = &listing->rows[i];
    const struct figure *figure = &row->figure;
    size_t rows[NOT_APART_MAX];
    const size_t count = not_apart(listing, i, rows);
    canonical_object(c, NULL);
    canonical_flag(c, "asks_for_caution", row->asks_for_caution);
    canonical_text(c, "date", row->date);
    canonical_text(c, "handle", row->handle);
    canonical_rounded(c, "high", figure->high);
    canonical_rounded(c, "low", figure->low);
    canonical_whole(c, "not_told_apart_count", (int64_t)count);
    canonical_list(c, "not_told_apart_from");
    for (size_t k = 0; k < count && k < NOT_APART_MAX; k++)
        canonical_text(c, NULL, listing->rows[rows[k]].handle);
    canonical_end(c);
    canonical_whole(c, "number", row->invite);
    const struct row *before = sat_before(listing, i);
    canonical_text(c, "phrase",
                   span_of(has_figure(figure) ? phrase_words(figure->phrase)
                                              : figure_words(figure->state)));
    canonical_whole(c, "place", row->place);
    canonical_rounded(c, "resonance", figure->r);
    if (before)
        canonical_text(c, "sat_before_as", before->handle);
    else
        canonical_null(c, "sat_before_as");
    canonical_text(c, "vacancy", row->vacancy);
    canonical_end(c);
}

static enum status show_json(struct duty *duty, struct listing *listing)
{
    struct canonical c = canonical_begin(&listing->arena);
    canonical_object(&c, NULL);
    canonical_text(&c, "notice", SPAN("pilot form, not for decisions"));
    canonical_list(&c, "results");
    for (size_t i = 0; i < listing->row_count; i++)
        row_json(&c, listing, i);
    canonical_end(&c);
    canonical_end(&c);
    const enum status status = duty_put(duty, canonical_bytes(&c));
    return status == OK ? duty_put(duty, SPAN("\n")) : status;
}

static enum status rows_open(struct duty *duty, struct listing *listing)
{
    struct vacancy *vacancy;
    enum status status = OK;
    if (listing->vacancy.count)
        status = office_vacancy(&duty->office, listing->vacancy, &vacancy);
    if (status == OK)
        status = opener_open(duty, 1, &listing->opener);
    if (status == OK)
        status = archive_list(listing->opener.archive, count_entry, &listing->row_max);
    if (status == OK)
        status = duty_guarded(duty, ROOM_BYTES + listing->row_max * ROW_BYTES,
                              &listing->arena);
    if (status != OK)
        return status;
    listing->rows = arena_array(&listing->arena, struct row, listing->row_max);
    return archive_list(listing->opener.archive, on_entry, listing);
}

static enum status list_do(struct duty *duty, struct listing *listing)
{
    enum status status = rows_open(duty, listing);
    if (status != OK)
        return status;
    handles_settle(listing);
    status = has_option(&duty->options, "json") ? show_json(duty, listing)
                                                : show_text(duty, listing);
    if (status == OK && listing->closed_count)
        return fail(STATUS_DAMAGED, "%zu results could not be used; they are named above",
                    listing->closed_count);
    return status;
}

static enum status list(struct duty *duty)
{
    const char *vacancy = options_text(&duty->options, "vacancy");
    struct listing listing = {.vacancy = span_of(vacancy)};
    const enum status status = list_do(duty, &listing);
    opener_close(&listing.opener);
    arena_done(&listing.arena);
    return status;
}

static const struct task task = {"list",      help, "vacancy= key= identity= json", 0, 0,
                                 OFFICE_READ, list};

int list_command(int argc, char **argv)
{
    return task_run(&task, argc, argv);
}
