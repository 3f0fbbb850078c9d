/* The questions that everybody is asked, each with what an answer worth 1, 3 and 5 is like:
 * rated on the same anchors, answers of different people can be compared. */
#include "report/report_source.h"

#include "base/words.h"

static struct span text_of(const struct report_source *source, struct span key)
{
    return questionnaire_text(source->sitting->assessment->words, source->language,
                              SPAN(""), key);
}

void report_core(struct page *page, const struct report_source *source)
{
    const struct assessment *assessment = source->sitting->assessment;
    const struct page_column columns[] = {{"1", 0}, {"3", 0}, {"5", 0}};
    if (!assessment->interview_core_count)
        return;
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "core", W("Questions for everybody"));
    page_add_text(section,
                  WS("Ask each of them in these words, and note what you hear. Rate "
                     "each answer alone, from 1 to 5, before you see any figure and "
                     "before you talk with the others."));
    for (size_t i = 0; i < assessment->interview_core_count; i++) {
        const struct interview_question *question = &assessment->interview_core[i];
        struct page_block *table = page_add_table(section, "", columns, 3);
        struct page_row *row = page_row(table, text_of(source, question->question_key));
        for (size_t k = 0; k < 3; k++)
            row->cells[k] = text_of(source, question->anchor_keys[k]);
    }
}
