#include "app/desk/office/after/plan_wish.h"

#include "questionnaire/item_kind.h"
#include "scoring/scorecard.h"

/* The question is known by its choices: those of a line of a plan, and nothing else. */
static bool is_about_ways(const struct item *item)
{
    if (item_kind_shape(item->kind) != SHAPE_TICKS || item->option_count != PLAN_WAYS)
        return false;
    for (size_t i = 0; i < item->option_count; i++) {
        enum plan_way way;
        if (plan_row_way(item->options[i].value, &way) != OK)
            return false;
    }
    return true;
}

static void asked_take(const struct sitting *sitting, struct plan_wish *wish)
{
    for (size_t step = 0; step < sitting->step_count; step++) {
        const struct item *item = sitting->steps[step].item;
        const struct answer *answer = &sitting->answers[step];
        if (answer->state != ANSWER_GIVEN || !is_sitting_counted(sitting, step) ||
            !is_about_ways(item))
            continue;
        for (size_t i = 0; i < item->option_count; i++) {
            enum plan_way way;
            if (!answer->is_ticked[i] || plan_row_way(item->options[i].value, &way) != OK)
                continue;
            wish->is_asked[way] = true;
            wish->has_asked = true;
        }
    }
}

struct plan_wish plan_wish_of(const struct report_source *source)
{
    const struct scorecard *card = source->card;
    struct plan_wish wish = {
        .missed = arena_array(source->arena, struct span, card->driver_count)};
    asked_take(source->sitting, &wish);
    for (size_t i = 0; !card->quality.are_drivers_withheld && i < card->driver_count; i++)
        if (card->drivers[i].flag == GAP_MAY_MISS)
            wish.missed[wish.missed_count++] =
                report_source_name(source, source->drivers, card->drivers[i].id);
    return wish;
}
