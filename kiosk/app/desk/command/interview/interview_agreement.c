/* `resonance interview agreement`: how far interviewers agree, over all that can be read. */
#include "app/desk/command/interview/interview_open.h"
#include "app/desk/office/interview/panel_reveal.h"

#include "base/json/canonical.h"
#include "interview/interview_agreement.h"

#include <math.h>

enum { SHOWN_BYTES = 48 << 20, PEOPLE_MOST = 400 };

static void say(struct operation *operation, const struct interview_agreement *agreement,
                size_t unread)
{
    struct arena *arena = &operation->shown;
    if (isnan(agreement->alpha)) {
        operation_say(operation,
                      "Agreement is shown from %d rated people on. So far: %zu.",
                      INTERVIEW_AGREEMENT_LEAST, agreement->people);
        return;
    }
    operation_say(operation, "People who were rated by two or more: %zu.",
                  agreement->people);
    operation_say(operation,
                  "One interviewer's mean: ICC(1) %.*s, range %.*s to %.*s. The mean of "
                  "%zu: ICC(1,%zu) %.*s.",
                  SPAN_ARGS(page_number(arena, agreement->single, 2)),
                  SPAN_ARGS(page_number(arena, agreement->single_low, 2)),
                  SPAN_ARGS(page_number(arena, agreement->single_high, 2)),
                  agreement->raters, agreement->raters,
                  SPAN_ARGS(page_number(arena, agreement->together, 2)));
    operation_say(operation, "Krippendorff's alpha, ordinal, over all questions: %.*s.",
                  SPAN_ARGS(page_number(arena, agreement->alpha, 2)));
    if (!isnan(agreement->kappa))
        operation_say(operation, "Weighted kappa of the two interviewers: %.*s.",
                      SPAN_ARGS(page_number(arena, agreement->kappa, 2)));
    if (agreement->single < .5)
        operation_say(operation, "Below 0.50 one interviewer's rating says little: rate "
                                 "some answers together, and read the anchors aloud.");
    if (unread)
        operation_say(operation, "Interviews that are not read yet, or not by you: %zu.",
                      unread);
}

/* A figure that is not shown yet is null. */
static enum status say_json(const struct operation *operation,
                            const struct interview_agreement *agreement, size_t unread)
{
    struct canonical c = canonical_begin(operation->arena);
    canonical_object(&c, NULL);
    canonical_rounded(&c, "alpha", agreement->alpha);
    canonical_whole(&c, "least", INTERVIEW_AGREEMENT_LEAST);
    canonical_whole(&c, "people", (int64_t)agreement->people);
    canonical_whole(&c, "raters", (int64_t)agreement->raters);
    canonical_rounded(&c, "single", agreement->single);
    canonical_rounded(&c, "single_high", agreement->single_high);
    canonical_rounded(&c, "single_low", agreement->single_low);
    canonical_rounded(&c, "together", agreement->together);
    canonical_whole(&c, "unread", (int64_t)unread);
    canonical_rounded(&c, "weighted_kappa", agreement->kappa);
    canonical_end(&c);
    return operation_json(operation, canonical_bytes(&c));
}

/* What cannot be read yet, or is not for these keys, is passed over; what was altered is told. */
static enum status one_add(struct operation *operation, const struct panel *panel,
                           struct interview_rated *rated, size_t *count)
{
    struct arena *arena = &operation->shown;
    struct panel_revealed *revealed = arena_new(arena, struct panel_revealed);
    const enum status status =
        panel_reveal_do(arena, &operation->office, panel, &operation->keys,
                        interview_open_note(operation), revealed);
    if (status == OK && *count < PEOPLE_MOST)
        rated[(*count)++] = (struct interview_rated){&revealed->guide, revealed->sheets,
                                                     panel->member_count};
    return status == STATUS_REFUSED ? OK : status;
}

enum status interview_agreement_run(struct operation *operation)
{
    struct interview_rated *rated =
        arena_array(operation->arena, struct interview_rated, PEOPLE_MOST);
    struct panel *panels;
    size_t panel_count = 0, count = 0;
    enum status status = operation_page_open(operation, SHOWN_BYTES);
    if (status == OK)
        status = panel_list(operation->arena, &operation->office, &panels, &panel_count);
    for (size_t i = 0; i < panel_count && status == OK; i++)
        if (!operation_word(operation, 0).count ||
            is_span_equal(panels[i].vacancy, operation_word(operation, 0)))
            status = one_add(operation, &panels[i], rated, &count);
    if (status != OK)
        return status;
    const struct interview_agreement agreement =
        interview_agreement_of(operation->arena, rated, count);
    operation_note(operation, "agreement counted", operation_word(operation, 0));
    if (has_option(&operation->values, "json"))
        return say_json(operation, &agreement, panel_count - count);
    say(operation, &agreement, panel_count - count);
    return OK;
}
