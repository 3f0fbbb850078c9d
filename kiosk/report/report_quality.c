/* Whether this sitting can be read, by kinds of signs. No times and no counts here: they would be
 * taken for traits of the person. */
#include "report/report_source.h"

#include "base/words.h"

static const char *looked_at(enum quality_family family)
{
    switch (family) {
    case QUALITY_TIME:
        return W("How long pages were open");
    case QUALITY_RUNS:
        return W("Equal answers in a row");
    case QUALITY_CONSISTENCY:
        return W("How well the choices agree with each other");
    case QUALITY_SCATTER:
        return W("How well the ratings of one topic agree with each other");
    case QUALITY_INSTRUCTED:
        return W("The lines that only check the controls");
    case QUALITY_FAMILIES:
        break;
    }
    return "";
}

static const char *stands_out(enum quality_family family)
{
    switch (family) {
    case QUALITY_TIME:
        return W("stands out: many pages were open only briefly");
    case QUALITY_RUNS:
        return W("stands out: one answer or one place many times in a row");
    case QUALITY_CONSISTENCY:
    case QUALITY_SCATTER:
        return W("stands out: little more than chance would give");
    case QUALITY_INSTRUCTED:
        return W("stands out: they were answered in another way than they asked for");
    case QUALITY_FAMILIES:
        break;
    }
    return "";
}

void report_quality(struct page *page, const struct report_source *source)
{
    const struct quality *quality = &source->card->quality;
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "quality", W("Can this session be relied on?"));
    struct page_block *facts = page_add_facts(section);
    int flags = 0;
    for (int family = 0; family < QUALITY_FAMILIES; family++) {
        if (family == QUALITY_SCATTER &&
            source->card->scoring_version < SCORING_WITH_SCATTER)
            continue;
        flags += quality->is_flagged[family] != 0;
        page_pair(facts, span_of(looked_at((enum quality_family)family)),
                  quality->is_flagged[family]
                      ? span_of(stands_out((enum quality_family)family))
                      : WS("nothing unusual"));
    }
    if (quality->asks_for_caution)
        page_add_note(section,
                      WS("Interpret with caution: signs of two or more kinds stand "
                         "out. The terminal offers to answer such a part again before "
                         "the end. Rely on the conversation instead of the figures."));
    else if (flags)
        page_add_text(section, WS("One kind of sign alone means nothing and changes "
                                  "nothing."));
    page_add_text(section, WS("This is about the session, never about the person: "
                              "noise, a pause or a misread line look the same from "
                              "here."));
}
