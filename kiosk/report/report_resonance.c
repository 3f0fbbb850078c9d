/* The phrase first, then the figure with its interval, then what it was compared with. */
#include "report/report_source.h"
#include "report/report_trials.h"

#include "base/buffer.h"
#include "base/words.h"
#include "profile/profile_chart.h"

#include <math.h>
#include <string.h>

enum { SPLIT_MOST = 5 };

static void add_raters(struct page_section *section, const struct report_source *source)
{
    const struct basis *basis = source->basis;
    if (!basis)
        return;
    if (isnan(basis->crystallization)) {
        page_add_text(
            section,
            span_format(source->arena,
                        W("Colleagues who described the organization: %zu. At least 5 "
                          "are needed; 8 or more are better."),
                        basis->rater_count));
        return;
    }
    page_add_text(
        section,
        span_format(source->arena,
                    W("%zu colleagues have described the organization. Together they "
                      "make %s; their agreement is %.*s, where 1 is full agreement."),
                    basis->rater_count, wording_grade(basis->grade),
                    SPAN_ARGS(report_source_number(source, basis->crystallization))));
}

/* The index of the topic not told yet on which people agree least, or their count. */
static size_t widest_of(const struct basis *basis, const bool *is_told)
{
    size_t widest = basis->dimension_count;
    for (size_t i = 0; i < basis->dimension_count; i++)
        if (!is_told[i] && basis->dimensions[i].gate < 1 &&
            (widest == basis->dimension_count ||
             basis->dimensions[i].gate < basis->dimensions[widest].gate))
            widest = i;
    return widest;
}

/* The topics that split the organization, the widest apart first. */
static void add_split(struct page_section *section, const struct report_source *source)
{
    const struct basis *basis = source->basis;
    struct buffer names = buffer_init(source->arena, PAGE_BYTES_MAX);
    if (!basis)
        return;
    bool *is_told = arena_array(source->arena, bool, basis->dimension_count + 1);
    for (int rank = 0; rank < SPLIT_MOST; rank++) {
        const size_t widest = widest_of(basis, is_told);
        if (widest == basis->dimension_count)
            break;
        is_told[widest] = 1;
        buffer_format(&names, "%s%.*s", names.count ? ", " : "",
                      SPAN_ARGS(report_source_name(source, source->values,
                                                   basis->dimensions[widest].id)));
    }
    if (names.count)
        page_add_text(section, span_format(source->arena, W("They differ most on: %.*s."),
                                           SPAN_ARGS(buffer_span(&names))));
}

static void add_absence(struct page_section *section, const struct report_source *source,
                        const struct figure *figure)
{
    page_add_lead(section, WS("No figure"));
    if (!source->values) {
        page_add_text(section, WS("This form asks for no choices between topics, so "
                                  "nothing is compared with the organization."));
        return;
    }
    page_add_text(section, span_of(wording_figure(figure)));
    if (figure->absence == RESONANCE_FLAT_PERSON)
        page_add_text(section, WS("That is a way of answering, not a result. Offer to "
                                  "repeat the choices, or talk about the topics."));
    add_raters(section, source);
    if (figure->absence == RESONANCE_NOT_ONE_VOICE ||
        figure->absence == RESONANCE_FEW_AGREED)
        add_split(section, source);
}

/* A figure with its range: neither stands without the other. */
static struct span with_range(const struct report_source *source,
                              const struct figure *figure)
{
    return span_format(source->arena, W("R = %.*s, range %.*s to %.*s"),
                       SPAN_ARGS(report_source_number(source, figure->r)),
                       SPAN_ARGS(report_source_number(source, figure->low)),
                       SPAN_ARGS(report_source_number(source, figure->high)));
}

static struct span scale_words(const struct report_source *source,
                               const struct figure *figure)
{
    return figure->phrase == RESONANCE_UNSAID_NORM
               ? WS("on a line from −1 to 1")
               : span_format(source->arena,
                             W("on a line from −1 to 1, where 0 is what is usual among "
                               "the %zu people who answered this form before"),
                             source->basis->norm_count);
}

static void add_figure(struct page_section *section, const struct report_source *source)
{
    const struct figure *figure = &source->card->now;
    const char *phrase = wording_phrase(figure->phrase);
    page_add_lead(section, phrase[0] ? wording_title(source->arena, phrase)
                                     : with_range(source, figure));
    if (!phrase[0])
        page_add_note(section, span_of(wording_unsaid(figure->phrase)));
    page_add_chart(section, "",
                   profile_chart_range(source->arena, figure, WORDING_INTERVIEWER));
    page_add_text(section, span_format(source->arena, "%.*s, %.*s.",
                                       SPAN_ARGS(with_range(source, figure)),
                                       SPAN_ARGS(scale_words(source, figure))));
    add_raters(section, source);
    if (figure->is_provisional)
        page_add_note(section, span_of(wording_figure(figure)));
}

/* The second figure: the same person, compared with what the strategy needs. */
static void add_needed(struct page_section *section, const struct report_source *source)
{
    const struct figure *needed = &source->card->needed;
    if (!source->basis || source->card->now.absence == RESONANCE_FEW_RATERS)
        return;
    if (!has_basis_frame(source->basis, BASIS_NEEDED))
        page_add_text(section, WS("No colleague described what the strategy needs, so "
                                  "the person is not compared with that."));
    else if (has_scorecard_figure(needed))
        page_add_text(section,
                      span_format(source->arena,
                                  W("Compared with what the strategy needs, the person "
                                    "has %.*s%s%s."),
                                  SPAN_ARGS(with_range(source, needed)),
                                  wording_phrase(needed->phrase)[0] ? ": " : "",
                                  wording_phrase(needed->phrase)));
    else if (strcmp(wording_figure(needed), wording_figure(&source->card->now)) == 0)
        page_add_text(section, WS("There is no figure for what the strategy needs "
                                  "either, for the same reason."));
    else
        page_add_text(section, span_format(source->arena,
                                           W("There is no figure for what the "
                                             "strategy needs. %s"),
                                           wording_figure(needed)));
}

void report_resonance(struct page *page, const struct report_source *source)
{
    const struct figure *figure = &source->card->now;
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "resonance", W("Resonance"));
    if (has_scorecard_figure(figure))
        add_figure(section, source);
    else
        add_absence(section, source, figure);
    add_needed(section, source);
    if (source->sitting->is_ended_by_gate)
        page_add_note(section,
                      WS("The session ended early, at a question that ends it for "
                         "some answers. What came after was not asked."));
    page_add_text(
        section,
        WS("One session is a rough measure. It says nothing about how well the person "
           "would do the work, and nobody is ranked by it. Use it to prepare an "
           "interview, not to replace one."));
    if (has_scorecard_figure(figure) && report_trials_words(source).count)
        page_add_text(section, report_trials_words(source));
}
