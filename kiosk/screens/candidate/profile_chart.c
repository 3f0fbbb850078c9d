#include "screens/candidate/profile_chart.h"

#include "base/words.h"

#include <math.h>

static struct chart *chart_new(struct arena *arena, enum chart_kind kind, double low,
                               double high, size_t row_count)
{
    struct chart *chart = arena_new(arena, struct chart);
    chart->kind = kind;
    chart->low = low;
    chart->high = high;
    chart->rows = arena_array(arena, struct chart_row, row_count);
    chart->row_count = row_count;
    for (size_t i = 0; i < row_count; i++)
        chart->rows[i] = (struct chart_row){.dot = NAN,
                                            .low = NAN,
                                            .high = NAN,
                                            .box = NAN,
                                            .box_low = NAN,
                                            .box_high = NAN,
                                            .diamond = NAN};
    return chart;
}

struct chart *profile_chart_range(struct arena *arena, const struct figure *figure)
{
    struct chart *chart = chart_new(arena, CHART_RANGE, -1, 1, 1);
    chart->low_label = WS("different");
    chart->middle_label = WS("unrelated");
    chart->high_label = WS("aligned");
    chart->dot_label = WS("You");
    chart->rows[0].dot = figure->r;
    chart->rows[0].low = figure->low;
    chart->rows[0].high = figure->high;
    return chart;
}

/* The dimension `id` of the assessment and the questionnaire it stands in; 0: none. */
static const struct dimension *dimension_of(const struct assessment *assessment,
                                            struct span id,
                                            const struct questionnaire **out_document)
{
    for (size_t part = 0; part < assessment->part_count; part++) {
        const struct questionnaire *document = assessment->parts[part].questionnaire;
        for (size_t i = 0; i < document->dimension_count; i++) {
            if (is_span_equal(document->dimensions[i].id, id)) {
                *out_document = document;
                return &document->dimensions[i];
            }
        }
    }
    return NULL;
}

static struct span construct_words(struct span construct)
{
    if (is_span(construct, "beliefs"))
        return WS("What I believe about work");
    if (is_span(construct, "values"))
        return WS("What I value at work");
    if (is_span(construct, "purpose"))
        return WS("What my work is for");
    if (is_span(construct, "goals"))
        return WS("Where I want to go");
    if (is_span(construct, "motivations"))
        return WS("What motivates me");
    return SPAN("");
}

static void put_range(struct chart_row *row, const struct chart *chart, double score,
                      double se)
{
    row->dot = score;
    if (isnan(score) || isnan(se))
        return;
    row->low = fmax(chart->low, score - RESONANCE_Z_RELEASED * se);
    row->high = fmin(chart->high, score + RESONANCE_Z_RELEASED * se);
}

static struct span put_label(struct chart_row *row, const struct sitting *sitting,
                             struct span id)
{
    const struct questionnaire *document;
    const struct dimension *dimension = dimension_of(sitting->assessment, id, &document);
    row->label = dimension ? questionnaire_text(document, sitting->start.language,
                                                SPAN(""), dimension->name)
                           : id;
    return dimension ? dimension->construct : SPAN("");
}

static void put_legend(struct chart *chart)
{
    bool has_box = false;
    for (size_t i = 0; i < chart->row_count; i++)
        has_box |= !isnan(chart->rows[i].box);
    chart->dot_label = WS("you");
    if (has_box)
        chart->box_label = WS("this organization");
}

struct chart *profile_chart_dimensions(struct arena *arena, const struct visit *visit)
{
    const struct scorecard *card = visit->scorecard;
    struct chart *chart = chart_new(arena, CHART_PROFILE, -1, 1, card->dimension_count);
    struct span construct = SPAN("");
    chart->low_label = WS("matters less");
    chart->high_label = WS("matters more");
    for (size_t i = 0; i < card->dimension_count; i++) {
        const struct dimension_score *score = &card->dimensions[i];
        struct chart_row *row = &chart->rows[i];
        const struct span own = put_label(row, visit->sitting, score->id);
        row->group = is_span_equal(own, construct) ? SPAN("") : construct_words(own);
        construct = own;
        put_range(row, chart, score->score, score->se);
        row->box = score->organization;
    }
    put_legend(chart);
    return chart;
}

struct chart *profile_chart_drivers(struct arena *arena, const struct visit *visit)
{
    const struct scorecard *card = visit->scorecard;
    if (!card->driver_count)
        return NULL;
    struct chart *chart = chart_new(arena, CHART_PROFILE, 1, 5, card->driver_count);
    chart->low_label = WS("less like me");
    chart->high_label = WS("more like me");
    for (size_t i = 0; i < card->driver_count; i++) {
        const struct driver_score *score = &card->drivers[i];
        struct chart_row *row = &chart->rows[i];
        put_label(row, visit->sitting, score->id);
        put_range(row, chart, score->score, score->sem);
        row->box = score->organization;
    }
    put_legend(chart);
    return chart;
}
