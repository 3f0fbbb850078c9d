/* `resonance outcome`: what somebody who was hired says of the work after 6 and 12 months, and what
 * who leads their work says; kept, and shown. */
#include "app/desk/command/after/plan_made.h"
#include "app/desk/command/interview/interview_open.h"

#include "app/desk/office/after/outcome_kept.h"
#include "app/desk/office/after/outcome_page.h"
#include "base/json/canonical.h"

/* A new one, and those that there are. */
struct noting {
    bool is_new;
    struct outcome outcome;
    struct plan_made made;
    struct outcome *list;
    size_t count;
};

/* "fits=4" */
static enum status rating_take(struct outcome *outcome, struct span word)
{
    struct span id = {0};
    int64_t rating = 0;
    enum outcome_question question;
    span_next(&word, '=', &id);
    const enum status status = outcome_find(id, &question);
    if (status != OK)
        return status;
    if (!span_to_integer(word, &rating) || rating < 1 || rating > OUTCOME_RATING_MAX)
        return fail(STATUS_BAD_INPUT, "an answer is from 1 to %d, as in --answer %.*s=4",
                    OUTCOME_RATING_MAX, SPAN_ARGS(id));
    if (outcome->ratings[question])
        return fail(STATUS_BAD_INPUT, "\"%.*s\" is answered twice", SPAN_ARGS(id));
    outcome->ratings[question] = (int)rating;
    return OK;
}

static enum status new_prepare(const struct options *values, struct noting *noting)
{
    struct outcome *outcome = &noting->outcome;
    const char *word;
    size_t month = 0;
    enum status status = options_count(values, "month", 1, OUTCOME_YEAR, &month);
    outcome->month = (int)month;
    if (status == OK && !has_option(values, "from"))
        status = fail(STATUS_USAGE, "say who answered: --from person or --from manager");
    if (status == OK)
        status = outcome_side(span_of(options_text(values, "from")), &outcome->side);
    for (size_t i = 0; status == OK && (word = options_text_again(values, "answer", i));
         i++)
        status = rating_take(outcome, span_of(word));
    return status == OK ? outcome_check(outcome) : status;
}

enum status outcome_prepare(struct operation *operation)
{
    const struct options *values = &operation->values;
    struct noting *noting = arena_new(operation->arena, struct noting);
    enum status status = OK;
    operation->state = noting;
    noting->is_new = has_option(values, "answer") || has_option(values, "from") ||
                     has_option(values, "month");
    if (noting->is_new)
        status = has_option(values, "json")
                     ? fail(STATUS_USAGE, "write it down first, and then ask for JSON")
                     : new_prepare(values, noting);
    return status == OK ? operation_wants_result_keys(operation) : status;
}

static enum status list_read(struct operation *operation, struct noting *noting)
{
    struct arena *arena = &operation->shown;
    struct chronicle_log log;
    const enum status status =
        chronicle_log_read(arena, &operation->office, &outcome_kept_kind, &log);
    return status == OK
               ? outcome_kept_list(arena, &operation->office, &noting->made.about,
                                   &operation->keys, &log, &noting->list, &noting->count)
               : status;
}

static enum status json_put(struct operation *operation, const struct noting *noting)
{
    struct canonical c = canonical_begin(&operation->shown);
    canonical_object(&c, NULL);
    canonical_list(&c, "outcomes");
    for (size_t i = 0; i < noting->count; i++) {
        const struct outcome *at = &noting->list[i];
        canonical_object(&c, NULL);
        canonical_list(&c, "answers");
        for (size_t k = 0; k < OUTCOME_QUESTIONS; k++) {
            if (!at->ratings[k])
                continue;
            canonical_object(&c, NULL);
            canonical_text(&c, "question", span_of(outcome_id((enum outcome_question)k)));
            canonical_whole(&c, "rating", at->ratings[k]);
            canonical_end(&c);
        }
        canonical_end(&c);
        canonical_text(&c, "from", span_of(outcome_side_word(at->side)));
        canonical_whole(&c, "month", at->month);
        canonical_whole(&c, "time", at->time_s);
        canonical_text(&c, "who", at->who);
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_text(&c, "reference", noting->made.facts.handle);
    canonical_end(&c);
    return operation_json(operation, canonical_bytes(&c));
}

enum status outcome_run(struct operation *operation)
{
    struct noting *noting = operation->state;
    enum status status = plan_made_open(operation, &noting->made);
    if (status == OK)
        status = list_read(operation, noting);
    if (status == OK && noting->is_new) {
        status = outcome_kept_add(&operation->shown, &operation->office,
                                  &noting->made.about, &operation->keys, noting->count,
                                  &noting->outcome, interview_open_note(operation));
        if (status == OK)
            status = list_read(operation, noting);
    } else if (status == OK) {
        status =
            operation_note_people(operation, "outcomes read", noting->made.facts.handle,
                                  is_operation_given(operation));
    }
    if (status != OK)
        return status;
    if (has_option(&operation->values, "json"))
        return json_put(operation, noting);
    outcome_page_add(&operation->page, noting->list, noting->count);
    return OK;
}
