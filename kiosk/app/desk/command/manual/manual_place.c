#include "app/desk/command/manual/manual_place.h"

#include "app/desk/command/manual/manual_table.h"
#include "assessment/assessment_minutes.h"
#include "base/must.h"
#include "measure/resonance.h"
#include "questionnaire/osd_score.h"
#include "scoring/basis/norm.h"
#include "scoring/score_part.h"
#include "scoring/scorecard.h"
#include "view/theme.h"

#include <math.h>

static const struct part *part_of(const struct manual *manual, enum part_use use)
{
    return assessment_part(manual->assessment, use, ROLE_CANDIDATE, SPAN(""));
}

static void place_title(struct manual *manual, struct buffer *out)
{
    buffer_add(out, manual_text(manual, NULL, manual->assessment->title_key));
}

static void place_form(struct manual *manual, struct buffer *out)
{
    buffer_add(out, manual->assessment->id);
}

static void place_version(struct manual *manual, struct buffer *out)
{
    buffer_add(out, manual->assessment->version);
}

static void place_scoring_version(struct manual *manual, struct buffer *out)
{
    buffer_format(out, "%d", manual->assessment->scoring_version);
}

static void place_languages(struct manual *manual, struct buffer *out)
{
    buffer_add(out, span_join(manual->arena, manual->assessment->languages,
                              manual->assessment->language_count, ", "));
}

static void add_minutes(const struct manual *manual, enum role role, struct buffer *out)
{
    const struct minutes minutes =
        assessment_minutes_role(manual->assessment, role, manual_text_language(manual));
    buffer_format(out, "%ld to %ld", lround(minutes.quick), lround(minutes.slow));
}

static void place_minutes_candidate(struct manual *manual, struct buffer *out)
{
    add_minutes(manual, ROLE_CANDIDATE, out);
}

static void place_minutes_rater(struct manual *manual, struct buffer *out)
{
    add_minutes(manual, ROLE_RATER, out);
}

static size_t count_of(const struct part *part, enum item_kind kind, bool is_instructed)
{
    size_t count = 0;
    for (size_t i = 0; part && i < part->questionnaire->item_count; i++) {
        const struct item *item = &part->questionnaire->items[i];
        count += item->kind == kind && (item->instructed.count > 0) == is_instructed;
    }
    return count;
}

static void place_facts(struct manual *manual, struct buffer *out)
{
    const struct part *values = part_of(manual, PART_RESONANCE);
    const struct part *drivers = part_of(manual, PART_DRIVERS);
    buffer_format(out, "| fact | of this form |\n|---|---|\n");
    buffer_format(out, "| form | %.*s %.*s |\n", SPAN_ARGS(manual->assessment->id),
                  SPAN_ARGS(manual->assessment->version));
    buffer_format(out, "| scoring version | %d |\n", manual->assessment->scoring_version);
    buffer_format(out, "| pilot form, not for decisions | %s |\n",
                  manual->assessment->is_pilot ? "yes" : "no");
    buffer_format(out, "| dimensions that are compared | %zu |\n",
                  values ? values->questionnaire->dimension_count : 0);
    buffer_format(out, "| choices of most and least | %zu |\n",
                  count_of(values, ITEM_BEST_WORST, false));
    buffer_format(out, "| drivers | %zu |\n",
                  drivers ? drivers->questionnaire->dimension_count : 0);
    buffer_format(
        out, "| ratings, and lines that say which answer to choose | %zu, %zu |\n",
        count_of(drivers, ITEM_LIKERT, false), count_of(drivers, ITEM_LIKERT, true));
    buffer_format(out, "| situations | %zu |\n",
                  count_of(part_of(manual, PART_SITUATIONS), ITEM_MOST_LEAST, false));
    buffer_format(out, "| size of every sealed result | %zu bytes |",
                  manual->assessment->sealed_bytes);
}

static void place_parts(struct manual *manual, struct buffer *out)
{
    manual_table_parts(manual, out);
}

/* How often each dimension is shown, and how often two of them meet. */
static void place_design(struct manual *manual, struct buffer *out)
{
    const struct part *part = part_of(manual, PART_RESONANCE);
    if (!part)
        return;
    const struct questionnaire *values = part->questionnaire;
    const size_t dimensions = values->dimension_count;
    size_t *shown = arena_array(manual->arena, size_t, dimensions + 1);
    size_t statements = 0, least = SIZE_MAX, most = 0;
    for (size_t i = 0; i < values->item_count; i++)
        for (size_t j = 0; j < values->items[i].option_count; j++)
            if (values->items[i].options[j].dimension >= 0) {
                shown[values->items[i].options[j].dimension]++;
                statements++;
            }
    for (size_t i = 0; i < dimensions; i++) {
        least = shown[i] < least ? shown[i] : least;
        most = shown[i] > most ? shown[i] : most;
    }
    buffer_format(out, "%zu statements in %zu blocks; each dimension is shown ",
                  statements, count_of(part, ITEM_BEST_WORST, false));
    buffer_format(out, least == most ? "%zu times" : "%zu to %zu times", least, most);
}

static void place_constructs(struct manual *manual, struct buffer *out)
{
    manual_table_constructs(manual, out);
}

static void place_drivers(struct manual *manual, struct buffer *out)
{
    manual_table_drivers(manual, out);
}

static void place_items(struct manual *manual, struct buffer *out)
{
    manual_table_items(manual, out);
}

static void place_simulated(struct manual *manual, struct buffer *out)
{
    manual_table_simulated(manual, out);
}

static void place_colleagues_least(struct manual *manual, struct buffer *out)
{
    (void)manual;
    buffer_format(out, "%d", RESONANCE_MEANS_LEAST);
}

static void place_colleagues_firm(struct manual *manual, struct buffer *out)
{
    (void)manual;
    buffer_format(out, "%d", RESONANCE_MEANS_PROVISIONAL);
}

static void place_norm_least(struct manual *manual, struct buffer *out)
{
    (void)manual;
    buffer_format(out, "%d", RESONANCE_NORM_LEAST);
}

static void place_error_least(struct manual *manual, struct buffer *out)
{
    (void)manual;
    buffer_format(out, "%d", NORM_ERROR_LEAST);
}

/* What the blocks of the ratings state, as the first one does. */
static void place_error_assumed(struct manual *manual, struct buffer *out)
{
    const struct part *part = part_of(manual, PART_DRIVERS);
    const struct scoring *scoring = part ? part->questionnaire->scoring : NULL;
    const double stated = scoring && scoring->block_count ? scoring->blocks[0].sem : NAN;
    buffer_format(out, "%.2f", isnan(stated) ? SCORE_PART_SEM_ASSUMED : stated);
}

static void place_text_sizes(struct manual *manual, struct buffer *out)
{
    (void)manual;
    buffer_format(out, "%d", STEP_COUNT);
}

static void place_themes(struct manual *manual, struct buffer *out)
{
    (void)manual;
    buffer_format(out, "%d", THEME_COUNT);
}

static void place_draws(struct manual *manual, struct buffer *out)
{
    (void)manual;
    buffer_format(out, "%d", SCORE_DRAWS);
}

static void place_rlh_least(struct manual *manual, struct buffer *out)
{
    (void)manual;
    buffer_format(out, "%.2f", RESONANCE_RLH_LEAST);
}

void manual_place_write(struct manual *manual, struct span name, struct buffer *out)
{
    static const struct place {
        const char *name;
        void (*write)(struct manual *manual, struct buffer *out);
    } places[] = {
#define MANUAL_PLACE(name) {#name, place_##name},
#define MANUAL_TRUTH(name, condition)
#include "app/desk/command/manual/manual_place.def"
#undef MANUAL_PLACE
#undef MANUAL_TRUTH
    };
    size_t at = 0;
    while (at < sizeof places / sizeof *places && !is_span(name, places[at].name))
        at++;
    must(at <
         sizeof places / sizeof *places); /* else manual.md names a place without a row */
    places[at].write(manual, out);
}

bool is_manual_place_true(const struct manual *manual, struct span name)
{
    const struct assessment *assessment = manual->assessment;
#define MANUAL_PLACE(name)
#define MANUAL_TRUTH(word, condition)                                                    \
    if (is_span(name, #word))                                                            \
        return condition;
#include "app/desk/command/manual/manual_place.def"
#undef MANUAL_PLACE
#undef MANUAL_TRUTH
    return is_span_equal(name, assessment->id);
}
