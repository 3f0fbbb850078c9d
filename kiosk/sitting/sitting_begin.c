/* Which steps a sitting has, and in which order they are shown: a function of assessment and seed,
 * and part of what a record's answers mean, so it must never change for a scoring version.
 *
 * One stream of chance for the whole sitting, in document order: first the items of a part,
 * then the statements of its blocks. Items change places only inside their section, and only
 * within their pool: a shuffled section is one pool, elsewhere the random groups are. */
#include "sitting/sitting.h"

#include "base/must.h"

/* 0: the item stays in its place. */
static int pool_of(const struct questionnaire *questionnaire, const struct item *item)
{
    if (item->section >= 0 && questionnaire->sections[item->section].is_shuffled)
        return item->random_group > 0;
    return questionnaire->is_shuffling ? item->random_group : 0;
}

/* The items of `pool` between `from` and `end` change places among themselves. */
static void pool_shuffle(struct arena *arena, const struct questionnaire *questionnaire,
                         size_t from, size_t end, int pool, size_t *order,
                         struct chance *chance)
{
    size_t count = 0;
    size_t *picked = arena_array(arena, size_t, end - from);
    for (size_t i = from; i < end; i++)
        if (pool_of(questionnaire, &questionnaire->items[i]) == pool)
            picked[count++] = i;
    chance_shuffle(chance, picked, count);
    for (size_t i = from, next = 0; i < end; i++)
        if (pool_of(questionnaire, &questionnaire->items[i]) == pool)
            order[i] = picked[next++];
}

static bool is_first_of_pool(const struct questionnaire *questionnaire, size_t from,
                             size_t index)
{
    const int pool = pool_of(questionnaire, &questionnaire->items[index]);
    for (size_t i = from; i < index; i++)
        if (pool_of(questionnaire, &questionnaire->items[i]) == pool)
            return false;
    return pool > 0;
}

/* Shown place -> item index. */
static size_t *items_order(struct arena *arena, const struct questionnaire *questionnaire,
                           struct chance *chance)
{
    size_t *order = arena_array(arena, size_t, questionnaire->item_count);
    for (size_t i = 0; i < questionnaire->item_count; i++)
        order[i] = i;
    for (size_t from = 0, end; from < questionnaire->item_count; from = end) {
        end = from + 1;
        while (end < questionnaire->item_count &&
               questionnaire->items[end].section == questionnaire->items[from].section)
            end++;
        for (size_t i = from; i < end; i++)
            if (is_first_of_pool(questionnaire, from, i))
                pool_shuffle(arena, questionnaire, from, end,
                             pool_of(questionnaire, &questionnaire->items[i]), order,
                             chance);
    }
    return order;
}

static void step_fill(struct step *step, size_t part, const struct item *item,
                      struct chance *chance)
{
    size_t order[OPTIONS_MAX];
    step->part = part;
    step->item = item;
    step->order_count = questionnaire_item_places(item).count;
    must(step->order_count <= OPTIONS_MAX && item->option_count <= OPTIONS_MAX);
    for (size_t i = 0; i < step->order_count; i++)
        order[i] = i;
    if (is_item_kind_shuffled(item->kind))
        chance_shuffle(chance, order, step->order_count);
    for (size_t i = 0; i < step->order_count; i++)
        step->order[i] = (int16_t)order[i];
}

static void step_add(struct sitting *sitting, size_t part, size_t index,
                     struct chance *chance)
{
    const struct item *item =
        &sitting->assessment->parts[part].questionnaire->items[index];
    const size_t step = sitting->step_count++;
    const size_t room = sitting_text_room(item);
    step_fill(&sitting->steps[step], part, item, chance);
    sitting->answers[step] = answer_empty(item);
    sitting->part_steps[part].step_of_item[index] = (int16_t)step;
    sitting->part_steps[part].given[index] = &sitting->answers[step];
    sitting->rooms[step] = room ? arena_alloc(sitting->arena, room) : NULL;
}

static void part_add(struct sitting *sitting, size_t part, struct chance *chance)
{
    struct arena *arena = sitting->arena;
    const struct questionnaire *questionnaire =
        sitting->assessment->parts[part].questionnaire;
    const size_t *order = items_order(arena, questionnaire, chance);
    sitting->part_steps[part] = (struct sitting_part){
        .step_of_item = arena_array(arena, int16_t, questionnaire->item_count),
        .given = arena_array(arena, const struct answer *, questionnaire->item_count),
        .answers = arena_array(arena, const struct answer *, questionnaire->item_count),
    };
    for (size_t i = 0; i < questionnaire->item_count; i++)
        step_add(sitting, part, order[i], chance);
}

static size_t steps_of_role(const struct assessment *assessment, enum role role)
{
    size_t count = 0;
    for (size_t i = 0; i < assessment->part_count; i++)
        if (assessment->parts[i].role == role)
            count += assessment->parts[i].questionnaire->item_count;
    return count;
}

enum status sitting_begin(struct arena *arena, const struct assessment *assessment,
                          const struct sitting_start *start, struct sitting **out_sitting)
{
    const size_t count = steps_of_role(assessment, start->role);
    struct chance chance = chance_init(start->seed);
    if (count == 0 || count > SITTING_STEPS_MAX)
        return fail(STATUS_BAD_INPUT,
                    "the assessment has %zu steps for this role; 1 to %d are possible",
                    count, SITTING_STEPS_MAX);
    struct sitting *sitting = arena_new(arena, struct sitting);
    *sitting = (struct sitting){
        .assessment = assessment,
        .start = *start,
        .steps = arena_array(arena, struct step, count),
        .answers = arena_array(arena, struct answer, count),
        .arena = arena,
        .shown = arena_array(arena, unsigned char, count),
        .part_steps = arena_array(arena, struct sitting_part, assessment->part_count),
        .rooms = arena_array(arena, char *, count),
        .part_minutes = arena_array(arena, double, assessment->part_count),
        .redo.waiting = arena_array(arena, unsigned char, count),
    };
    sitting->start.vacancy = span_copy(arena, start->vacancy);
    sitting->start.language = span_copy(arena, start->language);
    for (size_t part = 0; part < assessment->part_count; part++)
        if (assessment->parts[part].role == start->role)
            part_add(sitting, part, &chance);
    sitting_show(sitting);
    *out_sitting = sitting;
    return OK;
}
