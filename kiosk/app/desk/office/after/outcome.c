#include "app/desk/office/after/outcome.h"

#include "base/json/canonical.h"
#include "base/json/canonical_take.h"
#include "base/words.h"

enum { SCRATCH_BYTES = 2 << 20 };

static const struct {
    const char *id;
    enum outcome_side side;
    const char *statement, *anchors[3]; /* at 1, 3 and 5 */
} questions[OUTCOME_QUESTIONS] = {
#define OUTCOME(symbol, id, side, statement, at1, at3, at5)                              \
    {id, side, statement, {at1, at3, at5}},
#include "app/desk/office/after/outcome.def"
#undef OUTCOME
};
static const char *const sides[OUTCOME_SIDES] = {"person", "manager"};

/* Left out are those that nobody answered. */
struct span outcome_write(struct arena *arena, const struct outcome *outcome)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_text(&c, "from", span_of(sides[outcome->side]));
    canonical_whole(&c, "month", outcome->month);
    canonical_whole(&c, "outcome", 1);
    canonical_list(&c, "ratings");
    for (size_t i = 0; i < OUTCOME_QUESTIONS; i++) {
        if (!outcome->ratings[i])
            continue;
        canonical_object(&c, NULL);
        canonical_text(&c, "question", span_of(questions[i].id));
        canonical_whole(&c, "rating", outcome->ratings[i]);
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_whole(&c, "time", outcome->time_s);
    canonical_text(&c, "who", outcome->who);
    canonical_end(&c);
    return canonical_bytes(&c);
}

static void ratings_take(struct canonical_take *take, const struct json *root,
                         struct outcome *outcome)
{
    const struct json *list =
        canonical_take_list(take, root, "ratings", OUTCOME_QUESTIONS);
    for (const struct json *at = list ? list->first : NULL; at; at = at->next) {
        enum outcome_question question;
        if (outcome_find(canonical_take_text(take, at, "question"), &question) != OK) {
            canonical_take_wrong(take, "nobody is asked that");
            return;
        }
        outcome->ratings[question] =
            (int)canonical_take_whole(take, at, "rating", 1, OUTCOME_RATING_MAX);
    }
}

enum status outcome_read(struct arena *arena, struct span bytes,
                         struct outcome *out_outcome)
{
    struct canonical_take take = {
        .arena = arena, .document = "outcome", .bad = STATUS_DAMAGED};
    struct outcome outcome = {0};
    struct arena scratch;
    if (bytes.count > OUTCOME_BYTES_MAX)
        return fail(STATUS_DAMAGED, "an outcome is too long");
    const enum status status = arena_init_guarded(&scratch, SCRATCH_BYTES, NULL);
    if (status != OK)
        return status;
    const struct json *root = canonical_take_root(&take, &scratch, bytes);
    outcome.side =
        (enum outcome_side)canonical_take_word(&take, root, "from", sides, OUTCOME_SIDES);
    outcome.month =
        (int)canonical_take_whole(&take, root, "month", OUTCOME_HALF_YEAR, OUTCOME_YEAR);
    canonical_take_whole(&take, root, "outcome", 1, 1);
    ratings_take(&take, root, &outcome);
    outcome.time_s = canonical_take_whole(&take, root, "time", 0, INT64_MAX / 1000);
    outcome.who = canonical_take_text(&take, root, "who");
    arena_done(&scratch);
    if (take.status == OK)
        canonical_take_same(&take, bytes, outcome_write(arena, &outcome));
    if (take.status == OK && outcome_check(&outcome) != OK)
        canonical_take_wrong(&take, "it says what no outcome says");
    if (take.status == OK)
        *out_outcome = outcome;
    return take.status;
}

enum status outcome_check(const struct outcome *outcome)
{
    bool is_any = false;
    if (outcome->month != OUTCOME_HALF_YEAR && outcome->month != OUTCOME_YEAR)
        return fail(STATUS_BAD_INPUT, "it is asked after 6 and after 12 months");
    for (size_t i = 0; i < OUTCOME_QUESTIONS; i++) {
        is_any = is_any || outcome->ratings[i];
        if (outcome->ratings[i] && questions[i].side != outcome->side)
            return fail(STATUS_BAD_INPUT, "\"%s\" is asked of the %s", questions[i].id,
                        sides[questions[i].side]);
    }
    return is_any ? OK : fail(STATUS_BAD_INPUT, "at least one question must be answered");
}

enum status outcome_find(struct span id, enum outcome_question *out_question)
{
    for (size_t i = 0; i < OUTCOME_QUESTIONS; i++)
        if (is_span(id, questions[i].id)) {
            *out_question = (enum outcome_question)i;
            return OK;
        }
    return fail(STATUS_BAD_INPUT,
                "the person is asked fits, again, told and stay; who leads their work is "
                "asked work, learn and strategy");
}

enum status outcome_side(struct span word, enum outcome_side *out_side)
{
    for (size_t i = 0; i < OUTCOME_SIDES; i++)
        if (is_span(word, sides[i])) {
            *out_side = (enum outcome_side)i;
            return OK;
        }
    return fail(STATUS_BAD_INPUT, "it comes from the person or from the manager");
}

const char *outcome_id(enum outcome_question question)
{
    return questions[question].id;
}

enum outcome_side outcome_side_of(enum outcome_question question)
{
    return questions[question].side;
}

const char *outcome_statement(enum outcome_question question)
{
    return words_of(questions[question].statement);
}

const char *outcome_side_word(enum outcome_side side)
{
    return sides[side];
}

const char *outcome_anchor(enum outcome_question question, int rating)
{
    return rating % 2 ? words_of(questions[question].anchors[rating / 2]) : "";
}
