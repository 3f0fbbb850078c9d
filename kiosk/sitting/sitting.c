/* Steps are laid out once. What changes is one answer at a time, and with it which steps are
 * shown: that is worked out anew after each change, over all parts, because a person may go
 * back and change an early answer. */
#include "sitting/sitting.h"

#include "base/must.h"
#include "questionnaire/condition.h"
#include "questionnaire/scored/shown.h"

#include <math.h>
#include <string.h>

static const struct item *item_of(const struct sitting *sitting, size_t step)
{
    must(step < sitting->step_count);
    return sitting->steps[step].item;
}

const struct part *sitting_part(const struct sitting *sitting, size_t step)
{
    must(step < sitting->step_count);
    return &sitting->assessment->parts[sitting->steps[step].part];
}

struct span sitting_step_id(struct arena *arena, const struct sitting *sitting,
                            size_t step)
{
    return span_format(arena, "%.*s:%.*s", SPAN_ARGS(sitting_part(sitting, step)->id),
                       SPAN_ARGS(item_of(sitting, step)->id));
}

static bool is_id_of(const struct sitting *sitting, size_t step, struct span id)
{
    const struct span part = sitting_part(sitting, step)->id;
    const struct span item = item_of(sitting, step)->id;
    return id.count == part.count + 1 + item.count && id.data[part.count] == ':' &&
           is_span_equal(span_cut(id, 0, part.count), part) &&
           is_span_equal(span_cut(id, part.count + 1, item.count), item);
}

int sitting_find(const struct sitting *sitting, struct span id)
{
    for (size_t step = 0; step < sitting->step_count; step++)
        if (is_id_of(sitting, step, id))
            return (int)step;
    return NO_STEP;
}

struct span sitting_text(const struct sitting *sitting, size_t step, struct span key)
{
    const struct part *part = sitting_part(sitting, step);
    return questionnaire_text(part->questionnaire, sitting->start.language, part->frame,
                              key);
}

static void show_part(struct sitting *sitting, size_t index)
{
    struct sitting_part *part = &sitting->part_steps[index];
    const struct questionnaire *questionnaire =
        sitting->assessment->parts[index].questionnaire;
    if (!part->step_of_item)
        return;
    shown_answers(questionnaire, part->given, part->answers);
    for (size_t i = 0; i < questionnaire->item_count; i++)
        sitting->shown[part->step_of_item[i]] = part->answers[i] != NULL;
}

static bool is_gate_broken(const struct sitting *sitting, size_t step)
{
    const struct item *item = item_of(sitting, step);
    const struct answer *answer = &sitting->answers[step];
    if (!item->gate || !sitting->shown[step] ||
        (answer->state != ANSWER_GIVEN && answer->state != ANSWER_DECLINED))
        return false;
    const struct answer_set set = {
        sitting_part(sitting, step)->questionnaire,
        sitting->part_steps[sitting->steps[step].part].answers,
    };
    const struct answer_source source = answer_source_of(&set);
    return !condition_holds(item->gate, set.questionnaire, &source);
}

void sitting_show(struct sitting *sitting)
{
    for (size_t part = 0; part < sitting->assessment->part_count; part++)
        show_part(sitting, part);
    sitting->is_ended_by_gate = false;
    for (size_t step = 0; step < sitting->step_count; step++)
        sitting->is_ended_by_gate |= is_gate_broken(sitting, step);
}

/* What is left of the old text is wiped. */
static struct span text_keep(struct sitting *sitting, size_t step, struct span text)
{
    const struct item *item = item_of(sitting, step);
    char *room = sitting->rooms[step];
    const size_t kept = sitting_text_fit(item, text, room);
    memset(room + kept, 0, sitting_text_room(item) - kept);
    return (struct span){room, kept};
}

static void picks_keep(int16_t *kept, const int16_t *picks, size_t count,
                       size_t option_count)
{
    for (size_t i = 0; i < count; i++) {
        must(picks[i] >= NOT_PICKED && picks[i] < (int)option_count);
        kept[i] = picks[i];
    }
}

static void ticks_keep(bool *kept, const bool *is_ticked, size_t option_count)
{
    for (size_t i = 0; i < option_count; i++)
        kept[i] = is_ticked[i];
}

/* Only what means something for the kind. */
static void content_keep(struct sitting *sitting, size_t step, struct answer *kept,
                         const struct answer *answer)
{
    const struct item *item = item_of(sitting, step);
    switch (item_kind_shape(item->kind)) {
    case SHAPE_NONE:
        return;
    case SHAPE_NUMBER:
        must(isfinite(answer->number));
        kept->number = answer->number + 0.0; /* never -0 */
        return;
    case SHAPE_ROWS:
        picks_keep(kept->columns, answer->columns, item->grid.row_count,
                   item->option_count);
        return;
    case SHAPE_PICK:
        picks_keep(&kept->pick, &answer->pick, 1, item->option_count);
        return;
    case SHAPE_TICKS:
        ticks_keep(kept->is_ticked, answer->is_ticked, item->option_count);
        return;
    case SHAPE_ORDER:
        picks_keep(kept->order, answer->order, item->option_count, item->option_count);
        return;
    case SHAPE_TEXT:
        kept->text = text_keep(sitting, step, answer->text);
        return;
    case SHAPE_PAIR:
        picks_keep(kept->pair, answer->pair, PAIR_COUNT, item->option_count);
        return;
    }
}

void sitting_put(struct sitting *sitting, size_t step, const struct answer *answer)
{
    must(!sitting->is_finished && step < sitting->step_count);
    struct answer kept = answer_empty(item_of(sitting, step));
    kept.state = answer->state;
    kept.spent_ms = answer->spent_ms;
    kept.change_count = answer->change_count;
    if (answer->state == ANSWER_GIVEN || answer->state == ANSWER_PARTIAL)
        content_keep(sitting, step, &kept, answer);
    else if (sitting->rooms[step])
        text_keep(sitting, step, SPAN(""));
    sitting->answers[step] = kept;
    sitting->redo.was_again[sitting->steps[step].part] |= sitting->redo.waiting[step];
    sitting->redo.waiting[step] = 0;
    sitting_show(sitting);
}

bool is_sitting_shown(const struct sitting *sitting, size_t step)
{
    must(step < sitting->step_count);
    return sitting->shown[step];
}

bool is_sitting_counted(const struct sitting *sitting, size_t step)
{
    return is_sitting_shown(sitting, step) &&
           is_item_kind_answerable(sitting->steps[step].item->kind) &&
           sitting_part(sitting, step)->use != PART_PRACTICE;
}

int sitting_next(const struct sitting *sitting, int step)
{
    if (step >= 0 && is_gate_broken(sitting, (size_t)step))
        return NO_STEP;
    for (size_t next = (size_t)step + 1; next < sitting->step_count; next++)
        if (sitting->shown[next])
            return (int)next;
    return NO_STEP;
}

int sitting_previous(const struct sitting *sitting, int step)
{
    for (int previous = step - 1; previous >= 0; previous--)
        if (sitting->shown[previous])
            return previous;
    return NO_STEP;
}

int sitting_first_blank(const struct sitting *sitting, int after)
{
    for (size_t step = (size_t)after + 1; step < sitting->step_count; step++)
        if (is_sitting_counted(sitting, step) &&
            is_answer_open(sitting->steps[step].item, &sitting->answers[step]))
            return (int)step;
    return NO_STEP;
}
