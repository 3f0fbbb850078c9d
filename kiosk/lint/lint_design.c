#include "lint/lint_design.h"

#include "questionnaire/item_fault.h"

#include <math.h>

enum { DRIVER_ITEMS_MIN = 3 };
static const double DESIRABILITY_RANGE_MAX = 1.0;

/* Sums of ratings such as 4.3 and 5.3 are not exact. */
static const double ROUNDING = 1e-9;

/* How often each dimension is shown in blocks, and each two of them together. */
struct design {
    const struct questionnaire *questionnaire;
    size_t count, pair_total;
    size_t *shown;
    size_t *together; /* [i * count + j] for i < j */
};

static void count_block(struct design *design, const struct item *block)
{
    for (size_t i = 0; i < block->option_count; i++) {
        const int a = block->options[i].dimension;
        if (a < 0)
            continue;
        design->shown[a]++;
        for (size_t j = i + 1; j < block->option_count; j++) {
            const int b = block->options[j].dimension;
            if (b < 0 || a == b)
                continue;
            const size_t low = (size_t)(a < b ? a : b), high = (size_t)(a < b ? b : a);
            design->together[low * design->count + high]++;
            design->pair_total++;
        }
    }
}

static void dimension_fault(struct fault_list *faults,
                            const struct questionnaire *questionnaire, size_t index,
                            struct span what, const char *hint)
{
    const struct dimension *dimension = &questionnaire->dimensions[index];
    fault_add(faults, (struct fault){.weight = FAULT_WARNING,
                                     .file = questionnaire->file,
                                     .line = dimension->line,
                                     .column = dimension->column,
                                     .key = dimension->id,
                                     .what = what,
                                     .hint = span_of(hint)});
}

static struct design design_of(struct arena *arena,
                               const struct questionnaire *questionnaire)
{
    const size_t count = questionnaire->dimension_count;
    struct design design = {.questionnaire = questionnaire, .count = count};
    design.shown = arena_array(arena, size_t, count);
    design.together = arena_array(arena, size_t, count * count);
    for (size_t i = 0; i < questionnaire->item_count; i++)
        if (questionnaire->items[i].kind == ITEM_BEST_WORST)
            count_block(&design, &questionnaire->items[i]);
    return design;
}

static struct span id_of(const struct design *design, size_t index)
{
    return design->questionnaire->dimensions[index].id;
}

/* Dimensions that no block shows belong to other items. */
static void lint_shown(struct arena *arena, const struct design *design,
                       struct fault_list *faults)
{
    size_t most = 0, least = design->count;
    for (size_t i = 0; i < design->count; i++) {
        if (design->shown[i] > design->shown[most])
            most = i;
        if (design->shown[i] &&
            (least == design->count || design->shown[i] < design->shown[least]))
            least = i;
    }
    if (least == design->count || design->shown[most] == design->shown[least])
        return;
    dimension_fault(
        faults, design->questionnaire, least,
        span_format(arena, "The blocks show \"%.*s\" %zu times and \"%.*s\" %zu times",
                    SPAN_ARGS(id_of(design, most)), design->shown[most],
                    SPAN_ARGS(id_of(design, least)), design->shown[least]),
        "Show each dimension as often as any other.");
}

struct pair {
    size_t first, second, together;
};

static void find_pairs(const struct design *design, struct pair *most, struct pair *least,
                       size_t *out_count)
{
    *out_count = 0;
    for (size_t i = 0; i < design->count; i++)
        for (size_t j = i + 1; j < design->count; j++) {
            const struct pair pair = {i, j, design->together[i * design->count + j]};
            if (!design->shown[i] || !design->shown[j])
                continue;
            if (!*out_count || pair.together > most->together)
                *most = pair;
            if (!*out_count || pair.together < least->together)
                *least = pair;
            ++*out_count;
        }
}

static void lint_pairs(struct arena *arena, const struct design *design,
                       struct fault_list *faults)
{
    struct pair most, least;
    size_t count;
    find_pairs(design, &most, &least, &count);
    if (!count ||
        most.together - least.together <= (design->pair_total % count ? 1u : 0u))
        return;
    dimension_fault(faults, design->questionnaire, most.first,
                    span_format(arena,
                                "\"%.*s\" and \"%.*s\" meet in %zu blocks, \"%.*s\" and "
                                "\"%.*s\" in %zu",
                                SPAN_ARGS(id_of(design, most.first)),
                                SPAN_ARGS(id_of(design, most.second)), most.together,
                                SPAN_ARGS(id_of(design, least.first)),
                                SPAN_ARGS(id_of(design, least.second)), least.together),
                    "Let each pair of dimensions meet as often as any other.");
}

/* The difference between statements would decide, not the person. */
static void lint_desirability(struct arena *arena,
                              const struct questionnaire *questionnaire,
                              const struct item *block, struct fault_list *faults)
{
    const struct option *most = NULL, *least = NULL;
    size_t rated = 0;
    for (const struct option *option = block->options;
         option < block->options + block->option_count; option++) {
        if (isnan(option->desirability))
            continue;
        rated++;
        if (!most || option->desirability > most->desirability)
            most = option;
        if (!least || option->desirability < least->desirability)
            least = option;
    }
    if (rated && rated < block->option_count)
        item_fault(faults, questionnaire, block, FAULT_NOTE,
                   span_format(arena, "Only %zu of %zu statements have a desirability",
                               rated, block->option_count),
                   "Let judges rate all of them.");
    if (rated &&
        most->desirability - least->desirability > DESIRABILITY_RANGE_MAX + ROUNDING)
        item_fault(faults, questionnaire, block, FAULT_WARNING,
                   span_format(arena,
                               "\"%.*s\" is more desirable than \"%.*s\" by %.1f; 1.0 "
                               "is the most in one block",
                               SPAN_ARGS(most->value), SPAN_ARGS(least->value),
                               most->desirability - least->desirability),
                   "Exchange one of them with another block.");
}

/* What a strategy needs may be asked once per driver: it is the mean of many people. */
static bool asks_what_is_needed(const struct questionnaire *questionnaire)
{
    return questionnaire->frame_count == 1 && is_span(questionnaire->frames[0], "needed");
}

/* Drivers of a document without such ratings are what its situations are about. */
static void lint_drivers(struct arena *arena, const struct questionnaire *questionnaire,
                         struct fault_list *faults)
{
    const size_t count = questionnaire->dimension_count;
    size_t *ratings = arena_array(arena, size_t, count), total = 0;
    for (size_t i = 0; i < count; i++) {
        const struct dimension *dimension = &questionnaire->dimensions[i];
        for (size_t j = 0; j < questionnaire->item_count; j++)
            ratings[i] += is_span(dimension->construct, "driver") &&
                          questionnaire->items[j].kind == ITEM_LIKERT &&
                          is_span_equal(questionnaire->items[j].dimension, dimension->id);
        total += ratings[i];
    }
    const size_t least = asks_what_is_needed(questionnaire) ? 1 : DRIVER_ITEMS_MIN;
    for (size_t i = 0; total && i < count; i++)
        if (ratings[i] < least &&
            is_span(questionnaire->dimensions[i].construct, "driver"))
            dimension_fault(
                faults, questionnaire, i,
                span_format(
                    arena, "The driver \"%.*s\" has too few ratings: %zu; %zu are needed",
                    SPAN_ARGS(questionnaire->dimensions[i].id), ratings[i], least),
                "Add items of type likert with this dimension.");
}

void lint_design(struct arena *arena, const struct questionnaire *questionnaire,
                 struct fault_list *faults)
{
    const struct design design = design_of(arena, questionnaire);
    lint_shown(arena, &design, faults);
    lint_pairs(arena, &design, faults);
    for (size_t i = 0; i < questionnaire->item_count; i++)
        if (questionnaire->items[i].kind == ITEM_BEST_WORST)
            lint_desirability(arena, questionnaire, &questionnaire->items[i], faults);
    lint_drivers(arena, questionnaire, faults);
}
