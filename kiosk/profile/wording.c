#include "profile/wording.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "base/words.h"

#include <math.h>

enum { TITLE_MAX_BYTES = 256 };

const char *wording_phrase(enum resonance_phrase phrase)
{
    switch (phrase) {
    case RESONANCE_CLEARLY_ALIGNED:
        return W("much in common");
    case RESONANCE_LEANING_ALIGNED:
        return W("something in common");
    case RESONANCE_UNCLEAR:
        return W("this session does not tell");
    case RESONANCE_LEANING_DIFFERENT:
        return W("some things differ");
    case RESONANCE_CLEARLY_DIFFERENT:
        return W("much differs");
    case RESONANCE_UNSAID_NORM:
    case RESONANCE_UNSAID_CHOICES:
        break;
    }
    return "";
}

const char *wording_unsaid(enum resonance_phrase phrase)
{
    switch (phrase) {
    case RESONANCE_UNSAID_NORM:
        return W("Too few people had answered this form here before to say what is "
                 "usual. Even two profiles picked at random agree a little.");
    case RESONANCE_UNSAID_CHOICES:
        return W("The choices agree too little with each other for a phrase. That also "
                 "happens when people read in a second language or are tired.");
    case RESONANCE_CLEARLY_ALIGNED:
    case RESONANCE_LEANING_ALIGNED:
    case RESONANCE_UNCLEAR:
    case RESONANCE_LEANING_DIFFERENT:
    case RESONANCE_CLEARLY_DIFFERENT:
        break;
    }
    return "";
}

struct span wording_title(struct arena *arena, const char *words)
{
    struct buffer all = buffer_init(arena, TITLE_MAX_BYTES);
    const struct span span = span_of(words);
    char first[4];
    size_t at = 0;
    uint32_t code;
    if (!utf8_next(span, &at, &code))
        return span;
    buffer_add(&all, (struct span){first, utf8_put(utf8_upper(code), first)});
    buffer_add(&all, span_cut(span, at, span.count));
    return buffer_span(&all);
}

const char *wording_figure(const struct figure *figure)
{
    switch (figure->absence) {
    case RESONANCE_FIGURE:
        return figure->is_provisional
                   ? W("Provisional organization profile: few people described the "
                       "organization, or they differ.")
                   : "";
    case RESONANCE_FEW_RATERS:
    case RESONANCE_WEIGHTS_WRONG: /* basis_check refused them before */
        return W(
            "There is no organization profile to compare with, so there is no figure.");
    case RESONANCE_NOT_ONE_VOICE:
        return W(
            "The people of the organization describe it too differently, so there is "
            "no figure.");
    case RESONANCE_FLAT_PERSON:
        return W("All topics were chosen about equally often, so there is no figure.");
    case RESONANCE_FLAT_ORGANIZATION:
        return W("The people of the organization chose all topics about equally often, "
                 "so there is no figure for anybody.");
    case RESONANCE_FEW_DIMENSIONS:
    case RESONANCE_LITTLE_WEIGHT:
        return W("Too many choices were skipped for a figure.");
    case RESONANCE_FEW_AGREED:
        return W("The people of the organization agree on too few topics for a figure.");
    case RESONANCE_SMALL_SET:
        return W("There are too few topics for a figure.");
    case RESONANCE_WITHHELD:
        return W("There is no figure, because some answers do not fit together well. "
                 "That happens when people are tired, in a hurry, or read in a second "
                 "language.");
    }
    return "";
}

const char *wording_said(const struct figure *figure)
{
    if (!has_scorecard_figure(figure))
        return wording_figure(figure);
    const char *const phrase = wording_phrase(figure->phrase);
    return *phrase ? phrase : wording_unsaid(figure->phrase);
}

const char *wording_figure_short(enum resonance_absence absence)
{
    switch (absence) {
    case RESONANCE_FIGURE:
        break;
    case RESONANCE_SMALL_SET:
        return W("No figure: the form has too few topics");
    case RESONANCE_FEW_RATERS:
        return W("No figure: there is no profile to compare with");
    case RESONANCE_WEIGHTS_WRONG:
        return W("No figure: the weights are wrong");
    case RESONANCE_NOT_ONE_VOICE:
        return W("No figure: colleagues do not speak with one voice");
    case RESONANCE_FEW_AGREED:
        return W("No figure: colleagues agree on too few topics");
    case RESONANCE_FEW_DIMENSIONS:
        return W("No figure: too few topics were answered");
    case RESONANCE_LITTLE_WEIGHT:
        return W("No figure: what counts most was left open");
    case RESONANCE_FLAT_PERSON:
        return W("No figure: all topics were chosen equally often");
    case RESONANCE_FLAT_ORGANIZATION:
        return W("No figure: our profile shows no differences");
    case RESONANCE_WITHHELD:
        return W("No figure: some answers do not fit together");
    }
    return "";
}

const char *wording_grade(enum profile_grade grade)
{
    switch (grade) {
    case PROFILE_NONE:
        return W("no profile");
    case PROFILE_SPLIT:
        return W("a split profile");
    case PROFILE_PROVISIONAL:
        return W("a provisional profile");
    case PROFILE_NORMAL:
        return W("an agreed profile");
    }
    return "";
}

const char *wording_grade_effect(enum profile_grade grade)
{
    switch (grade) {
    case PROFILE_NONE:
        return W("none: too few colleagues or no differences; no resonance is computed");
    case PROFILE_SPLIT:
        return W("split: colleagues describe the organization too differently; no "
                 "resonance is computed");
    case PROFILE_PROVISIONAL:
        return W("provisional organization profile");
    case PROFILE_NORMAL:
        return W("agreed");
    }
    return "";
}

const char *wording_gate(double gate)
{
    return gate >= 1  ? W("counts")
           : gate > 0 ? W("counts half")
                      : W("split, does not count");
}

const char *wording_gap(const struct scorecard *card, const struct driver_score *score,
                        const struct basis *all)
{
    const struct driver_basis *basis = basis_driver(all, score->id);
    if (card->quality.are_drivers_withheld)
        return W("not shown");
    if (isnan(score->score))
        return W("too few answers");
    if (!basis || isnan(score->organization))
        return W("nothing to compare with");
    if (!(basis->gate > 0))
        return W("people here do not agree on this");
    if (!has_basis_norm(all))
        return W("what is usual is not known");
    switch (score->flag) {
    case GAP_NONE:
        return W("no clear gap");
    case GAP_MAY_MISS:
        return W("may miss this here");
    case GAP_MAY_FIND_MORE:
        return W("may find more of this than wanted");
    }
    return "";
}

static const struct heading {
    const char *construct, *words[2]; /* by reader */
} headings[] = {
    {"beliefs", {WN("What I believe about work"), WN("Beliefs")}},
    {"values", {WN("What I value at work"), WN("Values")}},
    {"purpose", {WN("What my work is for"), WN("Purpose")}},
    {"goals", {WN("Where I want to go"), WN("Goals")}},
    {"motivations", {WN("What motivates me"), WN("Motivations")}},
};

struct span wording_construct(struct span construct, enum wording_reader reader)
{
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        if (is_span(construct, headings[i].construct))
            return WS(headings[i].words[reader]);
    return reader == WORDING_PERSON ? SPAN("") : construct;
}
