/* Writes scores canonically: sorted keys, no blanks, each number as short as it reads back. */
#include "questionnaire/osd_score.h"

#include "base/json/json.h"

#include <math.h>
#include <stdlib.h>

enum { SCORES_BYTES_MAX = 4 * 1024 * 1024 };

struct entry {
    struct span name;
    const struct score_value *value;
};

static int entry_order(const void *a, const void *b)
{
    const struct entry *left = a, *right = b;
    return span_order(left->name, right->name);
}

static void put_number(struct buffer *buffer, double number)
{
    char text[32];
    if (isfinite(number))
        buffer_add(buffer, (struct span){text, json_number_text(number, text)});
    else
        buffer_text(buffer, "null");
}

static void put_value(struct buffer *buffer, const struct score_value *value)
{
    put_number(buffer, value->value);
}

static void put_details(struct buffer *buffer, const struct score_value *value)
{
    buffer_format(buffer, "{\"inputs\":%zu,\"label\":", value->input_count);
    json_put_text(buffer, value->label);
    buffer_text(buffer, ",\"raw\":");
    put_number(buffer, value->raw);
    buffer_text(buffer, "}");
}

static void put_object(struct buffer *buffer, const char *key,
                       const struct entry *entries, size_t count,
                       void (*put)(struct buffer *buffer,
                                   const struct score_value *value))
{
    buffer_format(buffer, "\"%s\":{", key);
    for (size_t i = 0; i < count; i++) {
        if (i)
            buffer_text(buffer, ",");
        json_put_text(buffer, entries[i].name);
        buffer_text(buffer, ":");
        put(buffer, entries[i].value);
    }
    buffer_text(buffer, "}");
}

/* A label may be a text key or plain text; programs that read scores have no texts to look it
 * up. */
static struct span label_text(const struct questionnaire *questionnaire,
                              struct span label)
{
    return label.count
               ? questionnaire_text(questionnaire, SPAN("en"), (struct span){0}, label)
               : label;
}

static struct entry *sorted_blocks(struct arena *arena,
                                   const struct questionnaire *questionnaire,
                                   const struct osd_scores *scores)
{
    const struct scoring *scoring = questionnaire->scoring;
    struct entry *entries = arena_array(arena, struct entry, scoring->block_count);
    struct score_value *values =
        arena_array(arena, struct score_value, scoring->block_count);
    for (size_t i = 0; i < scoring->block_count; i++) {
        values[i] = scores->blocks[i];
        values[i].label = label_text(questionnaire, values[i].label);
        entries[i] = (struct entry){scoring->blocks[i].id, &values[i]};
    }
    qsort(entries, scoring->block_count, sizeof *entries, entry_order);
    return entries;
}

static struct entry *sorted_computed(struct arena *arena, const struct scoring *scoring,
                                     const struct osd_scores *scores)
{
    struct entry *entries = arena_array(arena, struct entry, scoring->computed_count);
    for (size_t i = 0; i < scoring->computed_count; i++)
        entries[i] = (struct entry){scoring->computed[i].name, &scores->computed[i]};
    qsort(entries, scoring->computed_count, sizeof *entries, entry_order);
    return entries;
}

struct span osd_score_write(struct arena *arena,
                            const struct questionnaire *questionnaire,
                            const struct osd_scores *scores)
{
    const struct scoring *scoring = questionnaire->scoring;
    struct buffer buffer = buffer_init(arena, SCORES_BYTES_MAX);
    const struct entry *computed = sorted_computed(arena, scoring, scores);
    const struct entry *blocks = sorted_blocks(arena, questionnaire, scores);
    buffer_text(&buffer, "{");
    put_object(&buffer, "computed", computed, scoring->computed_count, put_value);
    buffer_text(&buffer, ",");
    put_object(&buffer, "details", blocks, scoring->block_count, put_details);
    buffer_text(&buffer, ",");
    put_object(&buffer, "scores", blocks, scoring->block_count, put_value);
    buffer_text(&buffer, "}\n");
    return buffer_span(&buffer);
}
