#include "app/desk/command/results/list.h"

#include "app/common/handle.h"
#include "app/desk/office/batch.h"
#include "base/clock.h"
#include "base/json/canonical.h"
#include "measure/resonance.h"
#include "profile/wording.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char help[] =
    "resonance list [--vacancy ID]\n"
    "\n"
    "Shows who answered, in order of arrival. There is no ranking: people whom this "
    "session\n"
    "cannot tell apart are named. Every result is verified before it is opened; its "
    "figure\n"
    "is the one its terminal wrote, which 'resonance rescore --all' makes again.\n"
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

enum {
    NOT_APART_MAX = 20,
    ROW_BYTES = 512,        /* of one row with its texts */
    ROOM_BYTES = 64 * 1024, /* for one row as JSON */
};

/* What the list needs of a record. */
struct glance {
    enum role role;
    int asks_for_caution;
    int64_t invite;
    struct figure figure;
    size_t vacancy_bytes;
    char vacancy[VACANCY_ID_BYTES_MAX];
};

struct row {
    int64_t place, invite;
    struct span handle, long_handle, date, vacancy;
    struct figure figure;
    double z, variance; /* of the figure on the scale where errors are even */
    int asks_for_caution;
    bool is_shown; /* it has a figure */
    size_t group;  /* the same for the same vacancy */
    /* the first sitting with this number, which is the one that counts; NULL: this one is */
    const struct row *sat_before;
};

struct listing {
    struct result_reader reader;
    struct span vacancy; /* empty: all */
    struct arena arena;  /* guarded; the rows */
    struct row *rows;
    size_t row_count, closed_count, gone_count;
};

static enum status look(const void *context, struct arena *arena,
                        const struct result *opened, struct span content, void *outcome)
{
    const struct listing *listing = context;
    struct record_peeked peeked;
    struct glance *glance = outcome;
    (void)opened;
    const enum status status =
        result_reader_peek(&listing->reader, arena, content, &peeked);
    if (status != OK)
        return status;
    const struct span vacancy = span_cut(peeked.start.vacancy, 0, sizeof glance->vacancy);
    *glance = (struct glance){
        .role = peeked.start.role,
        .asks_for_caution = peeked.scorecard->quality.asks_for_caution,
        .invite = peeked.start.invite,
        .figure = peeked.scorecard->now,
        .vacancy_bytes = vacancy.count,
    };
    memcpy(glance->vacancy, vacancy.data, vacancy.count);
    return OK;
}

static enum status tell(void *context, const struct result *opened, const void *outcome)
{
    struct listing *listing = context;
    struct arena *arena = &listing->arena;
    const struct glance *glance = outcome;
    const struct span vacancy = {glance->vacancy, glance->vacancy_bytes};
    const double limit = 1 - 1e-9;
    if (glance->role != ROLE_CANDIDATE ||
        (listing->vacancy.count && !is_span_equal(listing->vacancy, vacancy)))
        return OK;
    listing->rows[listing->row_count++] = (struct row){
        .place = opened->place,
        .invite = glance->invite,
        .handle = opened->handle,
        .long_handle = handle_text_long(arena, opened->header.record_id),
        .date = clock_date(arena, (int64_t)opened->header.time_s * 1000),
        .vacancy = span_copy(arena, vacancy),
        .figure = glance->figure,
        .z = atanh(fmax(-limit, fmin(limit, glance->figure.r))),
        .variance = glance->figure.se_z * glance->figure.se_z,
        .asks_for_caution = glance->asks_for_caution,
        .is_shown = has_scorecard_figure(&glance->figure),
    };
    return OK;
}

static int by_handle(const void *a, const void *b)
{
    const struct row *left = *(struct row *const *)a, *right = *(struct row *const *)b;
    return span_order(left->handle, right->handle);
}

/* Two people with the same first symbols show all of theirs. */
static void handles_settle(struct row **rows, size_t count)
{
    size_t end;
    qsort(rows, count, sizeof *rows, by_handle);
    for (size_t begin = 0; begin < count; begin = end) {
        for (end = begin + 1; end < count; end++)
            if (!is_span_equal(rows[begin]->handle, rows[end]->handle))
                break;
        for (size_t i = begin; end > begin + 1 && i < end; i++)
            rows[i]->handle = rows[i]->long_handle;
    }
}

static int by_sitting(const void *a, const void *b)
{
    const struct row *left = *(struct row *const *)a, *right = *(struct row *const *)b;
    const int order = span_order(left->vacancy, right->vacancy);
    if (order)
        return order;
    return left->invite == right->invite
               ? (left->place > right->place) - (left->place < right->place)
               : (left->invite > right->invite) - (left->invite < right->invite);
}

static void sittings_settle(struct row **rows, size_t count)
{
    qsort(rows, count, sizeof *rows, by_sitting);
    for (size_t i = 1; i < count; i++) {
        const struct row *before = rows[i - 1];
        const bool is_same = is_span_equal(before->vacancy, rows[i]->vacancy);
        rows[i]->group = before->group + !is_same;
        if (is_same && before->invite == rows[i]->invite)
            rows[i]->sat_before = before->sat_before ? before->sat_before : before;
    }
}

/* What rows say of each other, all at once: with thousands, each cannot look at all others. */
static void rows_settle(struct listing *listing)
{
    struct row **rows = arena_array(&listing->arena, struct row *, listing->row_count);
    for (size_t i = 0; i < listing->row_count; i++)
        rows[i] = &listing->rows[i];
    handles_settle(rows, listing->row_count);
    sittings_settle(rows, listing->row_count);
}

/* The raters' share of the error is common to both people and counted twice here: the safe side. */
static bool is_told_apart(const struct row *a, const struct row *b)
{
    const double apart = a->z - b->z;
    return apart * apart >=
           RESONANCE_Z_RELEASED * RESONANCE_Z_RELEASED * (a->variance + b->variance);
}

static bool is_pair(const struct listing *listing, size_t i, size_t k)
{
    const struct row *a = &listing->rows[i], *b = &listing->rows[k];
    return i != k && a->group == b->group && a->is_shown && b->is_shown &&
           !is_told_apart(a, b);
}

static void figure_add(struct buffer *out, const struct figure *figure)
{
    if (has_scorecard_figure(figure))
        buffer_format(out, "%5.2f (%5.2f to %5.2f)  %s%s", figure->r, figure->low,
                      figure->high, wording_phrase(figure->phrase),
                      figure->is_provisional ? ", provisional organization profile" : "");
    else
        buffer_text(out, wording_figure(figure));
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

static enum status show_text(struct command *command, const struct listing *listing)
{
    enum status status = OK;
    struct buffer *out = &command->out;
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
        if (row->sat_before)
            buffer_format(out,
                          "      this number sat before, as %.*s: the first one counts\n",
                          SPAN_ARGS(row->sat_before->handle));
        apart_add(out, listing, i);
        if (out->count > out->max_bytes / 2)
            status = command_show(command);
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
    canonical_text(c, "phrase",
                   span_of(has_scorecard_figure(figure) ? wording_phrase(figure->phrase)
                                                        : wording_figure(figure)));
    canonical_whole(c, "place", row->place);
    canonical_rounded(c, "resonance", figure->r);
    if (row->sat_before)
        canonical_text(c, "sat_before_as", row->sat_before->handle);
    else
        canonical_null(c, "sat_before_as");
    canonical_text(c, "vacancy", row->vacancy);
    canonical_end(c);
}

/* Row by row: all rows together may be longer than a canonical document. */
static enum status show_json(struct command *command, struct listing *listing)
{
    enum status status = command_put(
        command, SPAN("{\"notice\":\"pilot form, not for decisions\",\"results\":["));
    for (size_t i = 0; i < listing->row_count && status == OK; i++) {
        const struct arena_mark mark = arena_mark(&listing->arena);
        struct canonical c = canonical_begin(&listing->arena);
        row_json(&c, listing, i);
        if (i)
            status = command_put(command, SPAN(","));
        if (status == OK)
            status = command_put(command, canonical_bytes(&c));
        arena_release(&listing->arena, mark);
    }
    return status == OK ? command_put(command, SPAN("]}\n")) : status;
}

static enum status rows_read(struct command *command, struct listing *listing)
{
    struct batch batch = {.look = look,
                          .tell = tell,
                          .context = listing,
                          .outcome_bytes = sizeof(struct glance)};
    struct vacancy *vacancy;
    enum status status = OK;
    if (listing->vacancy.count)
        status = office_vacancy(&command->office, listing->vacancy, &vacancy);
    if (status == OK)
        status = result_reader_open(command, 0, &listing->reader);
    const size_t row_max = listing->reader.result_count;
    if (status == OK)
        status =
            command_guarded(command, ROOM_BYTES + row_max * ROW_BYTES, &listing->arena);
    if (status != OK)
        return status;
    listing->rows = arena_array(&listing->arena, struct row, row_max);
    status = batch_run(&batch, &listing->reader);
    listing->gone_count = batch.gone_count;
    listing->closed_count = batch.closed_count;
    return status;
}

static enum status list_do(struct command *command, struct listing *listing)
{
    enum status status = rows_read(command, listing);
    if (status != OK)
        return status;
    rows_settle(listing);
    status = has_option(&command->options, "json") ? show_json(command, listing)
                                                   : show_text(command, listing);
    if (status == OK && listing->closed_count)
        return fail(STATUS_DAMAGED, "%zu results could not be used; they are named above",
                    listing->closed_count);
    return status;
}

static enum status list(struct command *command)
{
    const char *vacancy = options_text(&command->options, "vacancy");
    struct listing listing = {.vacancy = span_of(vacancy)};
    const enum status status = list_do(command, &listing);
    result_reader_close(&listing.reader);
    arena_done(&listing.arena);
    return status;
}

static const struct command_row task = {
    "list", help, "vacancy= key= identity= json", 0, 0, OFFICE_READ, list};

int list_command(int argc, char **argv)
{
    return command_run(&task, argc, argv);
}
