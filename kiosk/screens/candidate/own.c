#include "screens/candidate/own.h"

#include "base/buffer.h"
#include "base/words.h"
#include "profile/profile_card.h"
#include "profile/profile_chart.h"

#include <math.h>

enum { TEXT_MAX_BYTES = 32 * 1024 };

struct own own_of(struct arena *arena, const struct journey *journey)
{
    const struct visit *visit = journey->visit;
    const struct basis *basis = visit->vacancy ? visit->vacancy->basis : NULL;
    struct own own = {.card = profile_card(arena, visit->scorecard, basis)};
    const struct profile_source source = profile_rows_source(
        visit->sitting->assessment, own.card, basis, visit->sitting->start.language);
    own.rows = profile_rows_list(arena, &source);
    own.dimensions = profile_chart_dimensions(arena, &own.rows, WORDING_PERSON);
    own.drivers = profile_chart_drivers(arena, &own.rows, WORDING_PERSON);
    return own;
}

struct span own_heading(const struct own *own)
{
    return has_profile_card_organization(own->card)
               ? WS("What matters to you, beside what matters here")
               : WS("What matters to you");
}

struct span own_phrase(struct arena *arena, const struct figure *figure)
{
    const char *words = wording_phrase(figure->phrase);
    if (!has_scorecard_figure(figure))
        return span_of(wording_figure(figure));
    return words[0] ? wording_title(arena, words)
                    : span_of(wording_unsaid(figure->phrase));
}

struct span own_numbers(struct arena *arena, const struct figure *figure)
{
    return span_format(arena, W("%.*s on a scale from −1 to 1, range %.*s to %.*s"),
                       SPAN_ARGS(words_number(arena, figure->r, 2)),
                       SPAN_ARGS(words_number(arena, figure->low, 2)),
                       SPAN_ARGS(words_number(arena, figure->high, 2)));
}

/* Where the form tells what trials without real people have shown: for people of two kinds, of whom
 * the person may be neither. */
struct span own_rough(struct arena *arena, const struct journey *journey)
{
    const struct assessment_simulated *trials = &journey->site->assessment->simulated;
    const double usual = trials->second_session_inside_unrelated,
                 much = trials->second_session_inside_much;
    return isnan(usual) || isnan(much)
               ? WS("One session is a rough measure. It says nothing about how well you "
                    "would do the work.")
               : span_format(arena,
                             W("One session is a rough measure. It says nothing about "
                               "how well you would do the work. This was tried with "
                               "made-up answers. A second session then fell in the "
                               "shaded part %.0f to %.0f times in 100."),
                             100 * fmin(usual, much), 100 * fmax(usual, much));
}

struct span own_marks(bool has_organization)
{
    return has_organization
               ? WS("A longer line or a wider box is less sure. On the middle line, a "
                    "topic matters as much as the others.")
               : WS("A longer line is less sure. On the middle line, a topic matters as "
                    "much as the others.");
}

struct span own_readers(enum role role)
{
    if (role == ROLE_NEWCOMER)
        return WS(
            "The recruiters of your vacancy get these figures and all your answers, "
            "for the talk about your plan. Interviewers get nothing of it. No "
            "computer decides.");
    return WS("Recruiters get these figures and all your answers. Interviewers get your "
              "own words, what you say about our story, and topics that the program "
              "chooses from your answers. They see no figures. No computer decides.");
}

struct span own_receipt_use(enum role role)
{
    return role == ROLE_RATER
               ? WS("The receipt proves that your answers were sealed here today. With "
                    "it and the reference you can ask for a copy of your answers, or ask "
                    "us to erase them. You can do that until all single answers are "
                    "erased.")
               : WS("The receipt proves that your answers were sealed here today. With "
                    "it and the reference you can ask for a copy of your answers, or ask "
                    "us to erase them.");
}

/* ---- as text ---- */

static void add(struct buffer *out, struct span line)
{
    buffer_format(out, "%.*s\n", SPAN_ARGS(line));
}

static void add_named(struct buffer *out, struct span name, struct span value)
{
    if (value.count)
        buffer_format(out, "%.*s: %.*s\n", SPAN_ARGS(name), SPAN_ARGS(value));
}

/* The rows as sentences. How sure the organization's side is and where its strategy leads is drawn,
 * but would make the text twice as long. */
static void add_chart(struct buffer *out, struct span title, const struct chart *chart)
{
    struct chart brief = *chart;
    brief.rows = arena_array(out->arena, struct chart_row, chart->row_count);
    for (size_t i = 0; i < chart->row_count; i++) {
        brief.rows[i] = chart->rows[i];
        brief.rows[i].box_low = brief.rows[i].box_high = brief.rows[i].needed = NAN;
    }
    buffer_text(out, "\n");
    add(out, title);
    add(out, chart_words(out->arena, &brief));
}

static void add_receipt(struct buffer *out, const struct journey *journey)
{
    const struct visit *visit = journey->visit;
    add(out, journey->site->terminal->organization);
    add_named(out, WS("Your receipt"), visit->receipt);
    add_named(out, WS("Reference"), visit->handle);
    add(out, own_receipt_use(visit->sitting->start.role));
}

static void add_resonance(struct buffer *out, const struct journey *journey,
                          const struct figure *figure)
{
    add_named(out, WS("Resonance"), own_phrase(out->arena, figure));
    if (!has_scorecard_figure(figure))
        return;
    add(out, own_numbers(out->arena, figure));
    if (figure->is_provisional)
        add(out, span_of(wording_figure(figure)));
    add(out, own_rough(out->arena, journey));
}

static void add_profile(struct buffer *out, const struct journey *journey)
{
    struct span told[PROFILE_TOLD_MAX];
    const struct own own = own_of(out->arena, journey);
    const size_t count = profile_told(out->arena, own.card, &own.rows, told);
    add(out, own_heading(&own));
    for (size_t i = 0; i < count; i++)
        add(out, told[i]);
    add_chart(out, WS("What matters, one by one"), own.dimensions);
    if (own.drivers)
        add_chart(out, WS("How you like to work, from 1 to 5"), own.drivers);
    buffer_text(out, "\n");
    add_resonance(out, journey, &own.card->now);
    add(out, own_readers(journey->visit->sitting->start.role));
}

size_t own_parts(struct arena *arena, const struct journey *journey,
                 struct span out_parts[OWN_PARTS_MAX])
{
    struct buffer receipt = buffer_init(arena, TEXT_MAX_BYTES);
    add_receipt(&receipt, journey);
    out_parts[0] = span_trim(buffer_span(&receipt));
    if (!journey->visit->scorecard)
        return 1;
    struct buffer profile = buffer_init(arena, TEXT_MAX_BYTES);
    add_profile(&profile, journey);
    out_parts[1] = span_trim(buffer_span(&profile));
    return OWN_PARTS_MAX;
}

struct span own_text(struct arena *arena, const struct journey *journey)
{
    struct span parts[OWN_PARTS_MAX];
    const size_t count = own_parts(arena, journey, parts);
    return span_join(arena, parts, count, "\n\n");
}
