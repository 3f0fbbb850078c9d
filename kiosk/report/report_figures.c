#include "report/report_figures.h"

#include "profile/wording.h"

#include <math.h>

static void figure_put(struct canonical *canonical, const char *beside,
                       const struct figure *figure)
{
    const bool is_given = has_scorecard_figure(figure);
    canonical_object(canonical, NULL);
    canonical_text(canonical, "beside", span_of(beside));
    canonical_rounded(canonical, "high", is_given ? figure->high : NAN);
    canonical_rounded(canonical, "low", is_given ? figure->low : NAN);
    canonical_text(canonical, "reason",
                   is_given ? SPAN("") : span_of(wording_figure(figure)));
    canonical_rounded(canonical, "value", is_given ? figure->r : NAN);
    canonical_text(canonical, "words", span_of(wording_phrase(figure->phrase)));
    canonical_end(canonical);
}

void report_figures_results(struct canonical *canonical,
                            const struct report_source *source)
{
    canonical_list(canonical, "results");
    figure_put(canonical, "organization", &source->card->now);
    if (source->basis && has_basis_frame(source->basis, BASIS_NEEDED))
        figure_put(canonical, "strategy", &source->card->needed);
    canonical_end(canonical);
}

static const char *relation_name(enum topic_relation relation)
{
    switch (relation) {
    case TOPIC_NONE:
        break;
    case TOPIC_FITS:
        return "both";
    case TOPIC_DIFFERS:
        return "differs";
    case TOPIC_ALSO:
        return "strategy needs it";
    }
    return "";
}

static bool is_told(const struct report_source *source, const struct profile_row *row)
{
    const struct quality *quality = &source->card->quality;
    return !isnan(row->person) && !(row->is_driver ? quality->are_drivers_withheld
                                                   : quality->is_resonance_withheld);
}

void report_figures_topics(struct canonical *canonical,
                           const struct report_source *source)
{
    canonical_list(canonical, "topics");
    for (size_t i = 0; i < source->rows.count; i++) {
        const struct profile_row *row = &source->rows.rows[i];
        if (!is_told(source, row))
            continue;
        canonical_object(canonical, NULL);
        canonical_rounded(canonical, "high", row->high);
        canonical_text(canonical, "kind",
                       row->is_driver ? SPAN("driver") : SPAN("topic"));
        canonical_rounded(canonical, "low", row->low);
        canonical_text(canonical, "name", row->name);
        canonical_rounded(canonical, "organization", row->organization);
        canonical_text(canonical, "surely", span_of(relation_name(row->relation)));
        canonical_rounded(canonical, "value", row->person);
        canonical_end(canonical);
    }
    canonical_end(canonical);
}
