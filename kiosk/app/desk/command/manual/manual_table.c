#include "app/desk/command/manual/manual_table.h"

#include "assessment/assessment_minutes.h"

#include <math.h>

static const char *role_words(enum role role)
{
    switch (role) {
    case ROLE_CANDIDATE:
        return "candidates";
    case ROLE_RATER:
        return "colleagues";
    case ROLE_NEWCOMER:
        return "people at a check-in";
    }
    return "";
}

static size_t answerable_count(const struct questionnaire *questionnaire)
{
    size_t count = 0;
    for (size_t i = 0; i < questionnaire->item_count; i++)
        count += is_item_kind_answerable(questionnaire->items[i].kind);
    return count;
}

void manual_table_parts(struct manual *manual, struct buffer *out)
{
    const struct assessment *assessment = manual->assessment;
    buffer_text(out, "| part | answered by | frame | title | answers | minutes |\n"
                     "|---|---|---|---|---:|---:|");
    for (size_t i = 0; i < assessment->part_count; i++) {
        const struct part *part = &assessment->parts[i];
        const struct span title = manual_text(manual, part, part->title_key);
        buffer_format(out, "\n| %.*s | %s | %.*s | %.*s | %zu | %.1f |",
                      SPAN_ARGS(part->id), role_words(part->role), SPAN_ARGS(part->frame),
                      SPAN_ARGS(title), answerable_count(part->questionnaire),
                      assessment_minutes_expected(part, manual_text_language(manual)));
    }
}

static void add_dimensions(struct manual *manual, enum part_use use, struct buffer *out)
{
    const struct part *part =
        assessment_part(manual->assessment, use, ROLE_CANDIDATE, SPAN(""));
    buffer_text(out, "| construct | dimension | name | what it means |\n"
                     "|---|---|---|---|");
    for (size_t i = 0; part && i < part->questionnaire->dimension_count; i++) {
        const struct dimension *dimension = &part->questionnaire->dimensions[i];
        const struct span name = manual_text(manual, part, dimension->name);
        const struct span meaning =
            dimension->description.count
                ? manual_text(manual, part, dimension->description)
                : SPAN("–");
        buffer_format(out, "\n| %.*s | `%.*s` | %.*s | %.*s |",
                      SPAN_ARGS(dimension->construct), SPAN_ARGS(dimension->id),
                      SPAN_ARGS(name), SPAN_ARGS(meaning));
    }
}

void manual_table_constructs(struct manual *manual, struct buffer *out)
{
    add_dimensions(manual, PART_RESONANCE, out);
}

void manual_table_drivers(struct manual *manual, struct buffer *out)
{
    add_dimensions(manual, PART_DRIVERS, out);
}

/* Whether a part before part `index` asks the same document in the same words. */
static bool is_asked_before(const struct assessment *assessment, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (assessment->parts[i].questionnaire ==
                assessment->parts[index].questionnaire &&
            is_span_equal(assessment->parts[i].frame, assessment->parts[index].frame))
            return true;
    return false;
}

/* Who is asked in which words: "candidate, now, needed". */
static struct span frames_of(struct manual *manual,
                             const struct questionnaire *questionnaire)
{
    const struct assessment *assessment = manual->assessment;
    struct buffer out = buffer_init(manual->arena, MANUAL_TEXT_BYTES_MAX);
    for (size_t i = 0; i < assessment->part_count; i++)
        if (assessment->parts[i].questionnaire == questionnaire &&
            !is_asked_before(assessment, i))
            buffer_format(&out, "%s%.*s", buffer_span(&out).count ? ", " : "",
                          SPAN_ARGS(assessment->parts[i].frame));
    return buffer_span(&out);
}

static void add_row(struct manual *manual, const struct part *part, struct span id,
                    const char *what, struct span dimension, struct span key,
                    struct buffer *out)
{
    const struct span words = key.count ? manual_text(manual, part, key) : SPAN("–");
    const struct span frames = frames_of(manual, part->questionnaire);
    buffer_format(out, "\n| `%.*s` | %s | %.*s | %.*s | %.*s |", SPAN_ARGS(id), what,
                  SPAN_ARGS(dimension.count ? dimension : SPAN("–")), SPAN_ARGS(frames),
                  SPAN_ARGS(words));
}

/* The statements of a choice are what is answered; the options of other kinds are answers. */
static void add_statements(struct manual *manual, const struct part *part,
                           const struct item *item, struct buffer *out)
{
    if (item_kind_shape(item->kind) != SHAPE_PAIR)
        return;
    for (size_t i = 0; i < item->option_count; i++) {
        const struct option *option = &item->options[i];
        const struct span dimension =
            option->dimension >= 0 ? part->questionnaire->dimensions[option->dimension].id
                                   : SPAN("");
        add_row(manual, part, option->value, "statement", dimension, option->text_key,
                out);
    }
}

static void add_grid_rows(struct manual *manual, const struct part *part,
                          const struct item *item, struct buffer *out)
{
    if (item_kind_shape(item->kind) != SHAPE_ROWS)
        return;
    for (size_t i = 0; i < item->grid.row_count; i++)
        add_row(manual, part, item->grid.rows[i].value, "row", SPAN(""),
                item->grid.rows[i].text_key, out);
}

static void add_document(struct manual *manual, const struct part *part,
                         struct buffer *out)
{
    const struct questionnaire *questionnaire = part->questionnaire;
    buffer_format(out, "%s**%.*s**\n\n", buffer_span(out).count ? "\n\n" : "",
                  SPAN_ARGS(questionnaire->file));
    buffer_text(out, "| id | kind | dimension | frames | words |\n|---|---|---|---|---|");
    for (size_t i = 0; i < questionnaire->item_count; i++) {
        const struct item *item = &questionnaire->items[i];
        add_row(manual, part, item->id,
                item->instructed.count ? "says which answer to choose"
                                       : item_kind_name(item->kind),
                item->dimension, item->text_key, out);
        add_statements(manual, part, item, out);
        add_grid_rows(manual, part, item, out);
    }
}

void manual_table_items(struct manual *manual, struct buffer *out)
{
    const struct assessment *assessment = manual->assessment;
    struct buffer all = buffer_init(manual->arena, MANUAL_TEXT_BYTES_MAX);
    for (size_t i = 0; i < assessment->part_count; i++)
        if (is_assessment_first_use(assessment, i))
            add_document(manual, &assessment->parts[i], &all);
    buffer_add(out, buffer_span(&all));
}

void manual_table_simulated(struct manual *manual, struct buffer *out)
{
    const struct assessment_simulated *told = &manual->assessment->simulated;
    const struct figure_words {
        double share;
        const char *words;
    } figures[] = {
        {told->second_session_inside_unrelated,
         "the point of a second session lies in the range of the first, where nothing "
         "special is in common"},
        {told->second_session_inside_much,
         "the point of a second session lies in the range of the first, where just the "
         "same is looked for"},
        {told->other_phrase_unrelated,
         "the same person gets another phrase the second time, where nothing special is "
         "in common"},
        {told->other_phrase_much,
         "the same person gets another phrase the second time, where just the same is "
         "looked for"},
        {told->three_known_in_common,
         "somebody who has nothing special in common, but knows three topics that count "
         "here and chooses them, reads “in common”"},
    };
    buffer_text(out, "| of 100 made-up people or sessions | number |\n|---|---:|");
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        if (isnan(figures[i].share))
            buffer_format(out, "\n| %s | not told |", figures[i].words);
        else
            buffer_format(out, "\n| %s | %.0f |", figures[i].words,
                          100 * figures[i].share);
}
