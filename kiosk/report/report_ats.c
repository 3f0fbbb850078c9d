/* For the programs in which candidates are tracked: what a result says, with its ranges, in few
 * sentences, and the paper. It holds nothing by which anybody could be put in order without a
 * range, and no word of a decision: people decide. */
#include "report/report.h"

#include "base/clock.h"
#include "base/json/json_shown.h"
#include "base/words.h"
#include "profile/profile_card.h"
#include "profile/wording.h"
#include "report/report_figures.h"
#include "report/report_summary_side.h"

static void person_put(struct canonical *canonical, const struct report_facts *facts)
{
    canonical_object(canonical, "candidate");
    canonical_whole(canonical, "card", facts->invite);
    canonical_text(canonical, "reference", facts->handle);
    canonical_end(canonical);
}

/* The paper comes later: its letters go into the empty text. */
static void paper_put(struct canonical *canonical, struct arena *arena,
                      const struct report_facts *facts)
{
    canonical_list(canonical, "attachments");
    canonical_object(canonical, NULL);
    canonical_text(canonical, "base64", SPAN(""));
    canonical_text(canonical, "media_type", SPAN("application/pdf"));
    canonical_text(canonical, "name",
                   span_format(arena, "%.*s.pdf", SPAN_ARGS(facts->handle)));
    canonical_end(canonical);
    canonical_end(canonical);
}

/* The topics of one kind, named together; empty when there are none. */
static struct span named(const struct report_source *source, const char *what,
                         enum topic_relation relation)
{
    struct buffer names = buffer_init(source->arena, PAGE_BYTES_MAX);
    for (size_t i = 0; i < source->rows.dimension_count; i++)
        if (source->rows.rows[i].relation == relation)
            buffer_format(&names, "%s%.*s", names.count ? "; " : "",
                          SPAN_ARGS(source->rows.rows[i].name));
    return names.count ? span_format(source->arena, "%s: %.*s.", what,
                                     SPAN_ARGS(buffer_span(&names)))
                       : SPAN("");
}

static void summary_put(struct canonical *canonical, const struct report_source *source)
{
    const struct figure *now = &source->card->now;
    const struct {
        const char *what;
        enum topic_relation relation;
    } kinds[] = {{W("Both look for it"), TOPIC_FITS},
                 {W("They also look for what our strategy needs more of"), TOPIC_ALSO},
                 {W("Differs"), TOPIC_DIFFERS}};
    const bool is_told = !is_profile_card_withheld(source->card);
    canonical_list(canonical, "summary");
    if (!has_scorecard_figure(now))
        canonical_text(canonical, NULL, span_of(wording_figure(now)));
    else if (*wording_phrase(now->phrase))
        canonical_text(canonical, NULL,
                       span_format(source->arena, W("Beside us today: %s."),
                                   wording_phrase(now->phrase)));
    for (size_t i = 0; is_told && i < sizeof kinds / sizeof *kinds; i++) {
        const struct span words = named(source, kinds[i].what, kinds[i].relation);
        if (words.count)
            canonical_text(canonical, NULL, words);
    }
    canonical_end(canonical);
}

struct span report_ats(struct arena *arena, const struct record *record,
                       const struct report_facts *facts)
{
    struct canonical c = canonical_begin(arena);
    const struct page words = page_init(arena, SPAN(""), SPAN(""));
    const struct report_source source =
        report_source_of(arena, record, facts, words.language);
    canonical_object(&c, NULL);
    paper_put(&c, arena, facts);
    person_put(&c, facts);
    canonical_text(&c, "completed", clock_date(arena, facts->sealed_unix_ms));
    canonical_text(&c, "format", SPAN("resonance-ats-1"));
    canonical_flag(&c, "is_pilot", record->sitting->assessment->is_pilot);
    canonical_text(&c, "organization", facts->organization);
    report_figures_results(&c, &source);
    canonical_text(&c, "status", SPAN("completed"));
    summary_put(&c, &source);
    report_figures_topics(&c, &source);
    canonical_text(&c, "use", report_summary_side_may());
    canonical_text(&c, "vacancy", record->sitting->start.vacancy);
    canonical_text(&c, "vacancy_title", facts->vacancy_title);
    canonical_end(&c);
    return json_shown(arena, canonical_bytes(&c));
}
