#include "profile/profile_told.h"

#include "base/words.h"
#include "profile/profile_card.h"
#include "profile/wording.h"

#include <math.h>

/* The topics that one sentence names, in the order of the form. */
struct named {
    struct span *names;
    size_t count;
};

typedef bool told_choice(const struct profile_row *row);

static bool is_alike(const struct profile_row *row)
{
    return row->relation == TOPIC_FITS;
}

static bool is_more_to_them(const struct profile_row *row)
{
    return row->relation == TOPIC_DIFFERS && row->person > row->organization;
}

static bool is_more_here(const struct profile_row *row)
{
    return row->relation == TOPIC_DIFFERS && !(row->person > row->organization);
}

static bool is_also(const struct profile_row *row)
{
    return row->relation == TOPIC_ALSO;
}

static struct named named_by(struct arena *arena, const struct profile_rows *rows,
                             told_choice *is_chosen)
{
    struct named named = {arena_array(arena, struct span, rows->dimension_count + 1), 0};
    for (size_t i = 0; i < rows->dimension_count; i++)
        if (is_chosen(&rows->rows[i]))
            named.names[named.count++] = rows->rows[i].name;
    return named;
}

/* "A; B; C": many names have an "and" of their own. */
static struct span listed(struct arena *arena, const struct named *named)
{
    return span_join(arena, named->names, named->count, "; ");
}

static struct span alike_words(struct arena *arena, const struct named *named)
{
    if (!named->count)
        return WS("Most alike: nothing stands out.");
    return span_format(arena,
                       W("Most alike: you and this organization both look for %.*s."),
                       SPAN_ARGS(listed(arena, named)));
}

static struct span different_words(struct arena *arena, const struct named *theirs,
                                   const struct named *ours)
{
    struct span parts[2];
    size_t count = 0;
    if (theirs->count)
        parts[count++] = span_format(arena, W("More important to you: %.*s."),
                                     SPAN_ARGS(listed(arena, theirs)));
    if (ours->count)
        parts[count++] = span_format(arena, W("More important here: %.*s."),
                                     SPAN_ARGS(listed(arena, ours)));
    return count ? span_join(arena, parts, count, " ")
                 : WS("Most different: nothing stands out.");
}

static bool is_need_known(const struct profile_rows *rows)
{
    for (size_t i = 0; i < rows->dimension_count; i++)
        if (!isnan(rows->rows[i].needed))
            return true;
    return false;
}

static struct span also_words(struct arena *arena, const struct profile_rows *rows,
                              const struct named *named)
{
    if (!is_need_known(rows))
        return WS(
            "Also: nobody here has said yet what the strategy needs, so nothing can be "
            "told.");
    if (!named->count)
        return WS(
            "Also: no topic stands out that you look for and that the strategy here "
            "needs more of.");
    return span_format(
        arena,
        named->count == 1
            ? W("Also: you look for %.*s, and the strategy here needs more of it.")
            : W("Also: you look for %.*s, and the strategy here needs more of them."),
        SPAN_ARGS(listed(arena, named)));
}

/* Why nothing can be told of any topic; empty where something could stand out. */
static struct span untold_words(const struct scorecard *card,
                                const struct profile_rows *rows)
{
    if (!has_profile_card_organization(card))
        return WS("There is no organization profile to compare with, so this page shows "
                  "only what matters to you.");
    if (is_profile_card_withheld(card))
        return WS(
            "Some answers do not fit together well, so nothing is said here of what "
            "is alike or different. That happens when people are tired, in a hurry, "
            "or read in a second language.");
    if (card->quality.rlh < RESONANCE_RLH_LEAST)
        return WS("The choices agree too little with each other to say what is alike or "
                  "different. That also happens when people read in a second language or "
                  "are tired.");
    for (size_t i = 0; i < rows->dimension_count; i++)
        if (rows->rows[i].relation != TOPIC_NONE)
            return SPAN("");
    return WS(
        "Nothing stands out: on no topic can this session tell whether you and this "
        "organization are alike or different.");
}

size_t profile_told(struct arena *arena, const struct scorecard *card,
                    const struct profile_rows *rows,
                    struct span out_sentences[PROFILE_TOLD_MAX])
{
    out_sentences[0] = untold_words(card, rows);
    if (out_sentences[0].count)
        return 1;
    const struct named alike = named_by(arena, rows, is_alike),
                       theirs = named_by(arena, rows, is_more_to_them),
                       ours = named_by(arena, rows, is_more_here),
                       also = named_by(arena, rows, is_also);
    size_t count = 0;
    out_sentences[count++] = alike_words(arena, &alike);
    out_sentences[count++] = different_words(arena, &theirs, &ours);
    out_sentences[count++] = also_words(arena, rows, &also);
    if (alike.count > 1 || theirs.count > 1 || ours.count > 1 || also.count > 1)
        out_sentences[count++] = WS(
            "Topics named together stand in the order of the chart. The order does not "
            "show which of them matters more.");
    return count;
}
