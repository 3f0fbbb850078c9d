/* `resonance drivers`: how well the strategy story is known, and how the drivers go together;
 * nothing of anybody alone. */
#include "app/desk/command/drivers/drivers_found.h"

#include "app/desk/office/after/checkin.h"
#include "base/json/canonical.h"

#include <math.h>

enum { SHOWN_BYTES = 32 << 20 };

enum status drivers_prepare(struct operation *operation)
{
    return drift_prepare(operation);
}

static void sure_put(struct canonical *c, const char *key,
                     const struct drivers_sure *sure)
{
    canonical_object(c, key);
    canonical_rounded(c, "high", sure->people ? sure->high : NAN);
    canonical_rounded(c, "low", sure->people ? sure->low : NAN);
    canonical_whole(c, "people", (int64_t)sure->people);
    canonical_whole(c, "sure", (int64_t)sure->sure);
    canonical_end(c);
}

static enum status json_put(struct operation *operation,
                            const struct drivers_found *found)
{
    struct canonical c = canonical_begin(&operation->shown);
    canonical_object(&c, NULL);
    sure_put(&c, "after", &found->after);
    sure_put(&c, "before", &found->before);
    sure_put(&c, "contribute", &found->contribute);
    canonical_whole(&c, "month", found->month);
    canonical_list(&c, "pairs");
    for (size_t i = 0; found->people && i < together_count(found->driver_count); i++) {
        const struct together *pair = &found->pairs[i];
        if (!pair->is_sure)
            continue;
        canonical_object(&c, NULL);
        canonical_rounded(&c, "high", pair->high);
        canonical_rounded(&c, "low", pair->low);
        canonical_text(&c, "one", found->names[pair->one]);
        canonical_text(&c, "other", found->names[pair->other]);
        canonical_rounded(&c, "r", pair->r);
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_whole(&c, "people", (int64_t)found->people);
    sure_put(&c, "understood", &found->understood);
    canonical_end(&c);
    return operation_json(operation, canonical_bytes(&c));
}

enum status drivers_run(struct operation *operation)
{
    const size_t *month = operation->state;
    struct people people = {0};
    struct drivers_found found;
    enum status status = operation_people_read(operation, SHOWN_BYTES, &people);
    if (status == OK)
        status = drivers_found_read(operation, &people, (int)*month, &found);
    if (status == OK)
        operation_note(operation, "drivers counted",
                       span_format(operation->arena, "%zu months", *month));
    people_close(&people);
    if (status != OK)
        return status;
    if (has_option(&operation->values, "json"))
        return json_put(operation, &found);
    drivers_found_story(&operation->page, PAGE_PLAIN, &found);
    drivers_found_together(&operation->page, PAGE_PLAIN, &found);
    return OK;
}
