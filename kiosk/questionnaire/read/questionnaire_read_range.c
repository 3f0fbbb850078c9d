/* Finds the values that a likert or vas item can take: the item's own, then those of
 * likert_options, then usual ones. */
#include "questionnaire/read/questionnaire_read.h"

#include <math.h>
#include <string.h>

enum { POINTS_USUAL = 5 };

/* What one level (item or scale) says; NAN: nothing. */
struct level {
    double points, low, high;
};

static struct level read_level(struct reading *reading, const struct json *object,
                               const char *points, const char *low, const char *high)
{
    struct document *document = &reading->document;
    return (struct level){document_number(document, object, points, NAN),
                          document_number(document, object, low, NAN),
                          document_number(document, object, high, NAN)};
}

static double first_of(double a, double b)
{
    return isnan(a) ? b : a;
}

/* An item with its own points does not inherit a range with another number of values. */
static struct level inherit(struct level item, struct level scale)
{
    const bool is_other =
        !isnan(item.points) &&
        first_of(scale.high, NAN) - first_of(scale.low, 1) + 1 != item.points;
    if (is_other)
        scale.low = scale.high = NAN;
    return (struct level){first_of(item.points, scale.points),
                          first_of(item.low, scale.low), first_of(item.high, scale.high)};
}

static const struct json *find_labels(struct reading *reading, const struct json *object)
{
    const struct json *own = document_array(&reading->document, object, "likert_labels");
    return own ? own : document_array(&reading->document, reading->likert, "labels");
}

/* Points that no level gives follow from the range, else from the labels, else they are five. */
static double find_points(struct level level, const struct json *labels)
{
    if (!isnan(level.points))
        return level.points;
    if (!isnan(level.high))
        return level.high - first_of(level.low, 1) + 1;
    return labels && labels->count ? labels->count : POINTS_USUAL;
}

/* Even steps only where they are plainly meant: as many labels as points, and a step that divides
 * 100 (0, 25, 50 ...). From 1 to 77 in steps of 19 is a code for "do not know", not a scale. */
static bool is_even_scale(double span, double points, size_t label_count)
{
    const double step = span / (points - 1);
    return points > 1 && step > 0 && step == floor(step) && fmod(100, step) == 0 &&
           (double)label_count == points;
}

static void set_range(struct reading *reading, const struct json *object,
                      const struct json *labels, struct level level, struct item *item)
{
    const double span = level.high - level.low;
    item->scale.points = (int)level.points;
    item->scale.low = level.low;
    item->scale.high = level.high;
    item->scale.step = 1;
    if (span == level.points - 1)
        return;
    if (is_even_scale(span, level.points, labels ? labels->count : 0)) {
        item->scale.step = span / (level.points - 1);
        document_fault(&reading->document, FAULT_WARNING, object,
                       "Give points and range that agree.",
                       "%d points from %g to %g: taken as steps of %g",
                       item->scale.points, item->scale.low, item->scale.high,
                       item->scale.step);
        return;
    }
    item->scale.is_scorable = false;
    document_fault(&reading->document, FAULT_WARNING, object,
                   "Give points and range that agree.",
                   "%d points do not fit the range from %g to %g; the item is not scored",
                   item->scale.points, item->scale.low, item->scale.high);
}

static void read_labels(struct reading *reading, const struct json *labels,
                        struct item *item)
{
    struct arena *arena = reading->document.arena;
    item->option_count = (size_t)item->scale.points;
    item->options = arena_array(arena, struct option, item->option_count);
    const struct json *label = labels ? labels->first : NULL;
    for (size_t i = 0; i < item->option_count; i++) {
        struct option *option = &item->options[i];
        char number[32];
        option->number = item->scale.low + (double)i * item->scale.step;
        option->value = span_copy(
            arena, (struct span){number, json_number_text(option->number, number)});
        option->dimension = -1;
        if (label && label->kind == JSON_TEXT) {
            option->text_key = label->text;
            questionnaire_read_want(reading, label->text, label);
        } else if (label && label->kind != JSON_NULL) {
            document_fault(&reading->document, FAULT_ERROR, label, "",
                           "A label is a text key or null");
        }
        label = label ? label->next : NULL;
    }
    if (label)
        document_fault(&reading->document, FAULT_WARNING, labels, "",
                       "There are more labels than points");
}

static bool is_whole(double number)
{
    return fabs(number) <= 1e6 && number == floor(number);
}

void questionnaire_read_likert(struct reading *reading, const struct json *object,
                               struct item *item)
{
    struct document *document = &reading->document;
    const struct json *labels = find_labels(reading, object);
    struct level level =
        inherit(read_level(reading, object, "likert_points", "likert_min", "likert_max"),
                read_level(reading, reading->likert, "points", "min", "max"));
    if (isnan(level.points) && isnan(level.high))
        document_fault(document, FAULT_WARNING, object, "Add \"likert_points\".",
                       "The number of points is not given");
    level.points = find_points(level, labels);
    level.low = first_of(level.low, 1);
    level.high = first_of(level.high, level.low + level.points - 1);
    if (!(level.points >= 1 && level.points <= OPTIONS_MAX) || !is_whole(level.points) ||
        !is_whole(level.low) || !is_whole(level.high) || level.high < level.low) {
        document_fault(document, FAULT_ERROR, object, "",
                       "Points and range must be whole numbers, at most %d points",
                       OPTIONS_MAX);
        level = (struct level){POINTS_USUAL, 1, POINTS_USUAL};
        item->scale.is_scorable = false;
    }
    set_range(reading, object, labels, level, item);
    read_labels(reading, labels, item);
    const bool is_scale_reversed =
        document_flag(document, reading->likert, "likert_reverse", 0);
    item->scale.is_reversed =
        document_flag(document, object, "likert_reverse", is_scale_reversed);
}

static void read_anchors(struct reading *reading, const struct json *anchors,
                         struct item *item)
{
    struct document *document = &reading->document;
    const size_t count = anchors->count < OPTIONS_MAX ? anchors->count : OPTIONS_MAX;
    item->options = arena_array(document->arena, struct option, count);
    for (const struct json *anchor = anchors->first; item->option_count < count;
         anchor = anchor->next)
        item->options[item->option_count++] =
            (struct option){.value = document_word(document, anchor, "value"),
                            .text_key = questionnaire_read_key(reading, anchor, "label"),
                            .number = document_number(document, anchor, "value", NAN),
                            .dimension = -1};
}

void questionnaire_read_vas(struct reading *reading, const struct json *object,
                            struct item *item)
{
    struct document *document = &reading->document;
    item->scale.low = document_number(document, object, "min", 0);
    item->scale.high = document_number(document, object, "max", 100);
    if (!(item->scale.low < item->scale.high)) {
        document_fault(document, FAULT_ERROR, object, "",
                       "\"min\" must be below \"max\"");
        item->scale.low = 0;
        item->scale.high = 100;
    }
    item->scale.step = item->scale.high - item->scale.low >= 10
                           ? 1
                           : (item->scale.high - item->scale.low) / 100;
    const struct json *anchors = document_array(document, object, "anchors");
    if (anchors && anchors->count) {
        read_anchors(reading, anchors, item);
    } else {
        item->scale.low_key = questionnaire_read_key(reading, object, "min_label");
        item->scale.high_key = questionnaire_read_key(reading, object, "max_label");
    }
    if (is_span(document_text(document, object, "orientation"), "vertical"))
        document_fault(document, FAULT_NOTE, json_get(object, "orientation"), "",
                       "The line is shown lying");
}
