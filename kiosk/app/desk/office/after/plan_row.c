#include "app/desk/office/after/plan_row.h"

#include "base/clock.h"
#include "base/json/canonical.h"
#include "base/json/canonical_take.h"
#include "base/text/shown_text.h"
#include "base/utf8.h"
#include "base/words.h"

enum { SCRATCH_BYTES = 2 << 20 };

static const char *const way_words[PLAN_WAYS] = {
#define PLAN_WAY(symbol, word, title) word,
#include "app/desk/office/after/plan_way.def"
#undef PLAN_WAY
};
static const char *const way_titles[PLAN_WAYS] = {
#define PLAN_WAY(symbol, word, title) title,
#include "app/desk/office/after/plan_way.def"
#undef PLAN_WAY
};
static const char *const state_words[PLAN_STATES] = {"planned", "done", "dropped"};
static const char *const state_titles[PLAN_STATES] = {WN("planned"), WN("done"),
                                                      WN("dropped")};

static void line_write(struct canonical *c, const struct plan_line *line)
{
    canonical_object(c, "line");
    canonical_text(c, "day", line->day);
    canonical_text(c, "for", line->matter);
    canonical_whole(c, "number", line->number);
    canonical_text(c, "owner", line->owner);
    canonical_text(c, "state", span_of(state_words[line->state]));
    canonical_text(c, "way", span_of(way_words[line->way]));
    canonical_text(c, "what", line->what);
    canonical_text(c, "why", line->why);
    canonical_end(c);
}

struct span plan_row_write(struct arena *arena, const struct plan_row *row)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    if (row->is_agreement) {
        canonical_object(&c, "agreed");
        canonical_texts(&c, "days", row->agreement.days, PLAN_AGREE);
        canonical_texts(&c, "names", row->agreement.names, PLAN_AGREE);
        canonical_end(&c);
    } else {
        line_write(&c, &row->line);
    }
    canonical_whole(&c, "plan", 1);
    canonical_whole(&c, "time", row->time_s);
    canonical_text(&c, "who", row->who);
    canonical_end(&c);
    return canonical_bytes(&c);
}

static void line_take(struct canonical_take *take, const struct json *root,
                      struct plan_line *line)
{
    const struct json *at = canonical_take_object(take, root, "line");
    line->day = canonical_take_text(take, at, "day");
    line->matter = canonical_take_text(take, at, "for");
    line->number = canonical_take_whole(take, at, "number", 1, PLAN_LINES_MAX);
    line->owner = canonical_take_text(take, at, "owner");
    line->state =
        (enum plan_state)canonical_take_word(take, at, "state", state_words, PLAN_STATES);
    line->way = (enum plan_way)canonical_take_word(take, at, "way", way_words, PLAN_WAYS);
    line->what = canonical_take_text(take, at, "what");
    line->why = canonical_take_text(take, at, "why");
}

static void agreement_take(struct canonical_take *take, const struct json *root,
                           struct plan_agreement *agreement)
{
    const struct json *at = canonical_take_object(take, root, "agreed");
    const size_t days =
        canonical_take_texts(take, at, "days", PLAN_AGREE, agreement->days);
    const size_t names =
        canonical_take_texts(take, at, "names", PLAN_AGREE, agreement->names);
    if (days != PLAN_AGREE || names != PLAN_AGREE)
        canonical_take_wrong(take, "two people agree, each on a day");
}

static void row_take(struct canonical_take *take, struct span bytes,
                     struct arena *scratch, struct plan_row *row)
{
    const struct json *root = canonical_take_root(take, scratch, bytes);
    row->is_agreement = root && has_canonical_take_key(root, "agreed");
    if (row->is_agreement)
        agreement_take(take, root, &row->agreement);
    else
        line_take(take, root, &row->line);
    canonical_take_whole(take, root, "plan", 1, 1);
    row->time_s = canonical_take_whole(take, root, "time", 0, INT64_MAX / 1000);
    row->who = canonical_take_text(take, root, "who");
}

enum status plan_row_read(struct arena *arena, struct span bytes,
                          struct plan_row *out_row)
{
    struct canonical_take take = {
        .arena = arena, .document = "row of a plan", .bad = STATUS_DAMAGED};
    struct plan_row row = {0};
    struct arena scratch;
    if (bytes.count > PLAN_ROW_BYTES_MAX)
        return fail(STATUS_DAMAGED, "a row of a plan is too long");
    const enum status status = arena_init_guarded(&scratch, SCRATCH_BYTES, NULL);
    if (status != OK)
        return status;
    row_take(&take, bytes, &scratch, &row);
    arena_done(&scratch);
    if (take.status == OK)
        canonical_take_same(&take, bytes, plan_row_write(arena, &row));
    if (take.status == OK && plan_row_check(&row) != OK)
        canonical_take_wrong(&take, "it says what no plan says");
    if (take.status == OK)
        *out_row = row;
    return take.status;
}

static enum status text_check(const char *what, struct span text, size_t most)
{
    const enum status status = shown_text_check(what, text);
    if (status == OK && utf8_count(text) > most)
        return fail(STATUS_BAD_INPUT, "%s has at most %zu characters", what, most);
    return status;
}

static enum status day_check(struct span day)
{
    int64_t unix_ms;
    return is_clock_date(day, &unix_ms)
               ? OK
               : fail(STATUS_BAD_INPUT, "a day of a plan is written as 2026-12-20");
}

static enum status why_check(const struct plan_line *line)
{
    if (line->state != PLAN_DROPPED)
        return line->why.count ? fail(STATUS_BAD_INPUT,
                                      "only a line that is dropped has a reason for it")
                               : OK;
    return line->why.count
               ? text_check("the reason", line->why, PLAN_TEXT_MAX)
               : fail(STATUS_BAD_INPUT, "a line that is dropped has its reason");
}

static enum status line_check(const struct plan_line *line)
{
    enum status status = text_check("what is done", line->what, PLAN_TEXT_MAX);
    if (status == OK && line->matter.count)
        status = text_check("what it is for", line->matter, PLAN_MATTER_MAX);
    if (status == OK)
        status =
            text_check("the name of the one who sees to it", line->owner, PLAN_NAME_MAX);
    if (status == OK)
        status = day_check(line->day);
    return status == OK ? why_check(line) : status;
}

enum status plan_row_check(const struct plan_row *row)
{
    enum status status = OK;
    if (!row->is_agreement)
        return line_check(&row->line);
    for (size_t i = 0; i < PLAN_AGREE && status == OK; i++) {
        status = text_check("the name of the one who agrees", row->agreement.names[i],
                            PLAN_NAME_MAX);
        if (status == OK)
            status = day_check(row->agreement.days[i]);
    }
    return status;
}

bool is_plan_row_same(const struct plan_line *a, const struct plan_line *b)
{
    return a->number == b->number && a->way == b->way &&
           is_span_equal(a->what, b->what) && is_span_equal(a->matter, b->matter) &&
           is_span_equal(a->owner, b->owner) && is_span_equal(a->day, b->day);
}

static enum status word_find(struct span word, const char *const *words, int count,
                             const char *those, int *out_index)
{
    for (int i = 0; i < count; i++)
        if (is_span(word, words[i])) {
            *out_index = i;
            return OK;
        }
    return fail(STATUS_BAD_INPUT, "%s", those);
}

enum status plan_row_way(struct span word, enum plan_way *out_way)
{
    int index = 0;
    const enum status status =
        word_find(word, way_words, PLAN_WAYS,
                  "a way of learning is coaching, mentoring, shadowing, assignment or "
                  "rotation",
                  &index);
    if (status == OK)
        *out_way = (enum plan_way)index;
    return status;
}

enum status plan_row_state(struct span word, enum plan_state *out_state)
{
    int index = 0;
    const enum status status =
        word_find(word, state_words, PLAN_STATES,
                  "a line of a plan is planned, done or dropped", &index);
    if (status == OK)
        *out_state = (enum plan_state)index;
    return status;
}

const char *plan_row_way_word(enum plan_way way)
{
    return way_words[way];
}

const char *plan_row_state_word(enum plan_state state)
{
    return state_words[state];
}

const char *plan_row_way_title(enum plan_way way)
{
    return words_of(way_titles[way]);
}

const char *plan_row_state_title(enum plan_state state)
{
    return words_of(state_titles[state]);
}
