/* `resonance list`: who answered, by day and result, never by figure; --cards: with which card, and
 * then without figures, so that nobody reads the two side by side. */
#include "app/desk/command/operation.h"

#include "app/desk/office/people/people_apart.h"
#include "app/desk/office/people/people_match.h"
#include "app/desk/office/signature_check.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/json/canonical.h"
#include "base/json/json_shown.h"
#include "base/must.h"
#include "base/utf8.h"
#include "profile/wording.h"

#include <stdlib.h>

enum {
    PAGE_ROW_BYTES = 1536,   /* of one row on the page, with all that can be remarked */
    JSON_ROW_BYTES = 8192,   /* as JSON */
    PIECE_BYTES = 32 * 1024, /* put out at once */
    ROOM_BYTES = 96 * 1024,  /* for a piece, and a row as JSON */
    FORKS_MAX_BYTES = 64 * 1024,
};

/* Who is looked for. */
struct wanted {
    struct span vacancies[OPTIONS_MOST]; /* none: all */
    size_t vacancy_count;
    struct span find;  /* empty: everybody */
    struct span since; /* a day; empty: from the first on */
};

struct listing {
    struct operation *operation;
    const struct wanted *wanted;
    struct people people;
    struct arena arena;              /* guarded; what is made of the rows */
    const struct people_row **order; /* all, by day */
    size_t all_count;
    const struct people_row **shown; /* of these, who is looked for */
    size_t row_count;
    bool is_of_cards; /* cards instead of figures */
};

/* By day, then by result: the same on every desk, whatever came in when. */
static int by_day(const void *a, const void *b)
{
    const struct people_row *left = *(const struct people_row *const *)a;
    const struct people_row *right = *(const struct people_row *const *)b;
    const int order = span_order(left->date, right->date);
    return order ? order : span_order(left->long_handle, right->long_handle);
}

/* With room for a minus, so that figures stand below each other. */
static const char *number_text(struct arena *arena, double value)
{
    const struct span text = page_number(arena, value, 2);
    return span_format(arena, "%*s%.*s", (int)(5 - utf8_count(text)), "", SPAN_ARGS(text))
        .data;
}

static struct span figure_text(struct arena *arena, const struct figure *figure)
{
    if (!has_scorecard_figure(figure))
        return span_of(wording_figure(figure));
    return span_format(arena, "%s (%s to %s)  %s%s", number_text(arena, figure->r),
                       number_text(arena, figure->low), number_text(arena, figure->high),
                       wording_phrase(figure->phrase)[0] ? wording_phrase(figure->phrase)
                                                         : "no phrase: see the report",
                       figure->is_provisional ? ", provisional organization profile"
                                              : "");
}

/* Those whom row `i` of those shown cannot be told apart from, shown or not, by order. */
static void not_apart(const struct listing *listing, size_t i,
                      struct people_apart *out_apart)
{
    people_apart_find(listing->shown[i], listing->order, listing->all_count, out_apart);
}

static struct span apart_text(struct arena *arena, const struct people_apart *apart)
{
    return span_format(arena, "this session cannot tell this person apart from: %.*s",
                       SPAN_ARGS(people_apart_text(arena, apart)));
}

static void row_add(struct page_block *table, const struct listing *listing, size_t i)
{
    struct arena *arena = table->arena;
    const struct people_row *row = listing->shown[i];
    struct page_row *line = page_row(table, SPAN(""));
    struct people_apart apart = {0};
    if (!listing->is_of_cards)
        not_apart(listing, i, &apart);
    line->cells[0] = span_copy(arena, row->date);
    line->cells[1] = span_copy(arena, row->handle);
    line->cells[2] = span_copy(arena, row->vacancy);
    if (listing->is_of_cards)
        line->cells[3] = span_format(arena, "%lld", (long long)row->invite);
    else
        page_remark(table, line, figure_text(arena, &row->figure));
    if (row->sat_before)
        page_remark(table, line,
                    span_format(arena,
                                "this card was used before, as %.*s: the first one "
                                "counts",
                                SPAN_ARGS(row->sat_before->handle)));
    if (apart.count)
        page_remark(table, line, apart_text(arena, &apart));
}

static enum status list_say(const struct listing *listing)
{
    static const struct page_column columns[] = {
        {"Day", 0}, {"Result", 0}, {"Vacancy", 0}, {"Card", 1}};
    static const struct page_column_look looks[PAGE_COLUMNS_MAX] = {
        {.is_spare = false}, {.is_spare = false}, {.is_spare = true}};
    struct operation *operation = listing->operation;
    const enum status status =
        operation_page_open(operation, listing->row_count * PAGE_ROW_BYTES);
    if (status != OK)
        return status;
    operation_say(operation,
                  listing->is_of_cards
                      ? "%zu result%s by day, with the cards they came with."
                      : "%zu result%s by day, each figure with its range. Nobody is "
                        "ranked: see each report.",
                  listing->row_count, listing->row_count == 1 ? "" : "s");
    if (listing->people.gone_count)
        operation_say(operation,
                      "%zu more without content: erased, or never brought here.",
                      listing->people.gone_count);
    if (listing->people.locked_count)
        operation_say(operation,
                      "%zu more locked away until a hold is released: 'resonance hold' "
                      "lists them.",
                      listing->people.locked_count);
    if (!listing->row_count)
        return OK;
    struct page_block *table =
        page_add_table(&operation->page.head, "", columns, listing->is_of_cards ? 4 : 3);
    table->column_looks = looks;
    table->has_whole_rows = true;
    for (size_t i = 0; i < listing->row_count; i++)
        row_add(table, listing, i);
    return OK;
}

/* In one piece, so that no program takes the figure without its range. */
static struct span figure_short(struct arena *arena, const struct figure *figure)
{
    return span_format(arena, "%.2f (%.2f to %.2f)", figure->r, figure->low,
                       figure->high);
}

static void sat_before_put(struct canonical *c, const struct people_row *row)
{
    if (row->sat_before)
        canonical_text(c, "sat_before_as", row->sat_before->handle);
    else
        canonical_null(c, "sat_before_as");
}

static void row_json(struct canonical *c, const struct listing *listing, size_t i)
{
    const struct people_row *row = listing->shown[i];
    const struct figure *figure = &row->figure;
    struct people_apart apart = {0};
    if (!listing->is_of_cards)
        not_apart(listing, i, &apart);
    canonical_object(c, NULL);
    if (listing->is_of_cards)
        canonical_whole(c, "card", row->invite);
    canonical_text(c, "date", row->date);
    canonical_text(c, "handle", row->handle);
    if (listing->is_of_cards) {
        sat_before_put(c, row);
        canonical_text(c, "vacancy", row->vacancy);
        canonical_end(c);
        return;
    }
    canonical_whole(c, "not_told_apart_count", (int64_t)apart.count);
    canonical_list(c, "not_told_apart_from");
    for (size_t k = 0; k < apart.count && k < PEOPLE_APART_NAMED; k++)
        canonical_text(c, NULL, apart.named[k]->handle);
    canonical_end(c);
    canonical_text(c, "phrase", span_of(wording_said(figure)));
    if (has_scorecard_figure(figure))
        canonical_text(c, "resonance", figure_short(c->buffer.arena, figure));
    else
        canonical_null(c, "resonance");
    sat_before_put(c, row);
    canonical_text(c, "vacancy", row->vacancy);
    canonical_end(c);
}

/* Piece by piece: all rows together may be longer than a canonical document. */
static enum status list_json(struct listing *listing)
{
    const struct office *office = &listing->operation->office;
    struct buffer piece = {.data = arena_alloc(&listing->arena, PIECE_BYTES),
                           .capacity = PIECE_BYTES,
                           .max_bytes = PIECE_BYTES};
    enum status status = OK;
    buffer_text(&piece, "{\"notice\":\"pilot form, not for decisions\",\"results\":[");
    for (size_t i = 0; i < listing->row_count && status == OK; i++) {
        if (piece.count > PIECE_BYTES - JSON_ROW_BYTES) {
            status = office_put(office, buffer_span(&piece));
            piece.count = 0;
        }
        const struct arena_mark mark = arena_mark(&listing->arena);
        struct canonical c = canonical_begin(&listing->arena);
        row_json(&c, listing, i);
        buffer_text(&piece, i ? "," : "");
        buffer_add(&piece, json_shown(&listing->arena, canonical_bytes(&c)));
        arena_release(&listing->arena, mark);
    }
    buffer_text(&piece, "]}\n");
    must(!piece.is_full);
    return status == OK ? office_put(office, buffer_span(&piece)) : status;
}

static bool is_of(const struct wanted *wanted, const struct people_row *row)
{
    bool is_one = !wanted->vacancy_count;
    for (size_t i = 0; i < wanted->vacancy_count; i++)
        is_one = is_one || is_span_equal(wanted->vacancies[i], row->vacancy);
    return is_one && span_order(row->date, wanted->since) >= 0;
}

static void rows_choose(struct listing *listing)
{
    const struct people_match match = {
        .find = listing->wanted->find,
        .values = assessment_part(listing->operation->reader.assessment, PART_RESONANCE,
                                  ROLE_CANDIDATE, SPAN("")),
        .language = listing->operation->page.language,
        .is_by_vacancy = true};
    for (size_t i = 0; i < listing->all_count; i++)
        if (is_of(listing->wanted, listing->order[i]) &&
            is_people_match(&match, listing->order[i], listing->order[i]->title))
            listing->shown[listing->row_count++] = listing->order[i];
}

static enum status rows_read(struct listing *listing)
{
    struct operation *operation = listing->operation;
    const struct wanted *wanted = listing->wanted;
    enum status status = operation_reader_open(operation, 0);
    if (status == OK)
        status = people_read(&operation->reader,
                             wanted->vacancy_count == 1 ? wanted->vacancies[0] : SPAN(""),
                             &listing->people);
    if (status == OK)
        status = office_guarded(&operation->office,
                                ROOM_BYTES + 2 * listing->people.count *
                                                 sizeof(struct people_row *),
                                &listing->arena);
    if (status != OK)
        return status;
    listing->all_count = listing->people.count;
    listing->order =
        arena_array(&listing->arena, const struct people_row *, listing->all_count);
    listing->shown =
        arena_array(&listing->arena, const struct people_row *, listing->all_count);
    for (size_t i = 0; i < listing->all_count; i++)
        listing->order[i] = &listing->people.rows[i];
    qsort(listing->order, listing->all_count, sizeof *listing->order, by_day);
    rows_choose(listing);
    return OK;
}

static enum status list_do(struct listing *listing)
{
    enum status status = rows_read(listing);
    if (status == OK)
        status = operation_note_people(
            listing->operation, listing->is_of_cards ? "listed cards" : "listed",
            span_join(listing->operation->arena, listing->wanted->vacancies,
                      listing->wanted->vacancy_count, ", "),
            is_operation_given(listing->operation));
    if (status != OK)
        return status;
    status = has_option(&listing->operation->values, "json") ? list_json(listing)
                                                             : list_say(listing);
    if (status == OK && listing->people.closed_count)
        return fail(STATUS_DAMAGED, "%zu result%s could not be used, as named above",
                    listing->people.closed_count,
                    listing->people.closed_count == 1 ? "" : "s");
    return status;
}

enum status list_prepare(struct operation *operation)
{
    const struct options *values = &operation->values;
    struct wanted *wanted = arena_new(operation->arena, struct wanted);
    struct vacancy *vacancy;
    int64_t unix_ms;
    enum status status = OK;
    const char *id;
    while (status == OK && wanted->vacancy_count < OPTIONS_MOST &&
           (id = options_text_again(values, "vacancy", wanted->vacancy_count))) {
        status = office_vacancy(&operation->office, span_of(id), &vacancy);
        wanted->vacancies[wanted->vacancy_count++] = span_of(id);
    }
    wanted->find = span_trim(span_of(options_text(values, "find")));
    wanted->since = span_of(options_text(values, "since"));
    if (status == OK && wanted->since.count && !is_clock_date(wanted->since, &unix_ms))
        return fail(STATUS_USAGE, "--since is a day such as 2026-11-23");
    operation->state = wanted;
    return status == OK ? operation_wants_result_keys(operation) : status;
}

/* Two branches of one terminal: somebody should ask why before relying on either. */
static enum status forks_tell(struct operation *operation)
{
    struct archive *archive;
    struct buffer forks = buffer_init(operation->arena, FORKS_MAX_BYTES);
    enum status status = office_archive(&operation->office, &archive);
    if (status == OK)
        status = signature_check_tell_forks(archive, operation->arena, &forks);
    struct span lines = span_trim(buffer_span(&forks)), line;
    while (lines.count && span_next(&lines, '\n', &line))
        office_tell(&operation->office, OFFICE_ASIDE, "%.*s", SPAN_ARGS(line));
    return status;
}

enum status list_run(struct operation *operation)
{
    struct listing listing = {
        .operation = operation,
        .wanted = operation->state,
        .is_of_cards = has_option(&operation->values, "cards"),
    };
    const enum status status = list_do(&listing);
    const struct span why = span_copy(operation->arena, span_of(status_last()));
    const enum status told = forks_tell(operation);
    arena_done(&listing.arena);
    people_close(&listing.people);
    return status == OK ? told : fail(status, "%.*s", SPAN_ARGS(why));
}
