/* `resonance drift`: how far those who were hired have moved together by one check-in, and nothing
 * of anybody alone. */
#include "app/desk/command/after/drift_team.h"

#include "app/desk/office/after/checkin.h"
#include "base/json/canonical.h"

enum { SHOWN_BYTES = 32 << 20 };

enum status drift_prepare(struct operation *operation)
{
    size_t *month = arena_new(operation->arena, size_t);
    *month = (size_t)checkin_months[0];
    operation->state = month;
    const enum status status = options_count(&operation->values, "month", 1, 12, month);
    if (status == OK && !is_checkin_month((int64_t)*month))
        return fail(STATUS_USAGE, "people are asked again after 3, 6 and 12 months");
    return status == OK ? operation_wants_result_keys(operation) : status;
}

static enum status json_put(struct operation *operation, const struct drift_team *team)
{
    struct canonical c = canonical_begin(&operation->shown);
    canonical_object(&c, NULL);
    canonical_whole(&c, "month", team->month);
    canonical_whole(&c, "people", (int64_t)team->shown);
    canonical_list(&c, "topics");
    for (size_t i = 0; i < team->topic_count; i++) {
        const struct drift *drift = &team->drifts[i];
        canonical_object(&c, NULL);
        canonical_rounded(&c, "high", drift->high);
        canonical_text(&c, "id", team->ids[i]);
        canonical_rounded(&c, "low", drift->low);
        canonical_rounded(&c, "mean", drift->mean);
        canonical_text(&c, "word", span_of(change_word_id(drift->word)));
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_end(&c);
    return operation_json(operation, canonical_bytes(&c));
}

enum status drift_run(struct operation *operation)
{
    const size_t *month = operation->state;
    struct people people = {0};
    struct drift_team team;
    enum status status = operation_people_read(operation, SHOWN_BYTES, &people);
    if (status == OK)
        status = drift_team_find(operation, &people, (int)*month, &team);
    if (status == OK)
        operation_note(operation, "drift counted",
                       span_format(operation->arena, "%zu months", *month));
    people_close(&people);
    if (status != OK)
        return status;
    if (has_option(&operation->values, "json"))
        return json_put(operation, &team);
    drift_team_say(&operation->page, &team);
    return OK;
}
