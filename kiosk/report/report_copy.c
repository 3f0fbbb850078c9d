/* A copy for the person: what they were shown, what they answered, what came of it, and the
 * receipt by which it is known. It holds their own data only. */
#include "report/report.h"

#include "base/clock.h"
#include "base/json/json_shown.h"
#include "profile/profile_card.h"
#include "profile/profile_told.h"
#include "report/report_figures.h"
#include "sitting/sitting_answer.h"
#include "sitting/sitting_words.h"

/* The options in the order in which they stood on the page. */
static void shown_put(struct canonical *canonical, const struct sitting *sitting,
                      size_t step)
{
    const struct step *at = &sitting->steps[step];
    canonical_list(canonical, "shown");
    for (size_t place = 0; place < at->order_count; place++)
        canonical_text(
            canonical, NULL,
            sitting_words_option(sitting, step, &at->item->options[at->order[place]]));
    canonical_end(canonical);
}

static void answer_put(struct canonical *canonical, struct arena *arena,
                       const struct sitting *sitting, size_t step)
{
    const struct item *item = sitting->steps[step].item;
    canonical_object(canonical, NULL);
    canonical_text(canonical, "answer", sitting_words_answer(arena, sitting, step));
    canonical_text(canonical, "id", sitting_step_id(arena, sitting, step));
    canonical_text(
        canonical, "question",
        sitting_text(sitting, step, item->text_key.count ? item->text_key : item->id));
    shown_put(canonical, sitting, step);
    canonical_end(canonical);
}

static void answers_put(struct canonical *canonical, struct arena *arena,
                        const struct sitting *sitting)
{
    canonical_list(canonical, "answers");
    for (size_t step = 0; step < sitting->step_count; step++)
        if (is_sitting_counted(sitting, step))
            answer_put(canonical, arena, sitting, step);
    canonical_end(canonical);
}

/* The sentences of the last screens. */
static void told_put(struct canonical *canonical, const struct report_source *source)
{
    struct span sentences[PROFILE_TOLD_MAX];
    const bool is_told = source->rows.count && !is_profile_card_withheld(source->card);
    const size_t count =
        is_told ? profile_told(source->arena, source->card, &source->rows, sentences) : 0;
    canonical_texts(canonical, "told", sentences, count);
}

struct span report_copy(struct arena *arena, const struct record *record,
                        const struct report_facts *facts)
{
    struct canonical c = canonical_begin(arena);
    const struct sitting *sitting = record->sitting;
    const struct report_source source =
        report_source_of(arena, record, facts, sitting->start.language);
    canonical_object(&c, NULL);
    answers_put(&c, arena, sitting);
    canonical_text(&c, "assessment", sitting->assessment->id);
    canonical_text(&c, "assessment_version", sitting->assessment->version);
    canonical_text(&c, "finished", clock_date(arena, facts->sealed_unix_ms));
    canonical_text(&c, "format", SPAN("resonance-copy-1"));
    canonical_text(&c, "language", sitting->start.language);
    canonical_text(&c, "organization", facts->organization);
    canonical_text(&c, "receipt", facts->receipt);
    report_figures_results(&c, &source);
    told_put(&c, &source);
    report_figures_topics(&c, &source);
    canonical_text(&c, "vacancy_title", facts->vacancy_title);
    canonical_end(&c);
    return json_shown(arena, canonical_bytes(&c));
}
