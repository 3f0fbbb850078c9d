/* What a result may be used for and what not; it stands on every report, so that nobody can say
 * that they did not know. */
#include "report/report_source.h"

#include "base/words.h"

#include <math.h>

static void add_uses(struct page *page, const char *id, const char *title,
                     const char *const *uses, size_t count)
{
    struct page_block *list = page_add_list(page_section(page, PAGE_CARD, id, title));
    for (size_t i = 0; i < count; i++)
        page_pair(list, SPAN(""), span_of(uses[i]));
}

static void add_known(struct page_section *section, const struct report_source *source)
{
    const double share = source->sitting->assessment->simulated.three_known_in_common;
    if (!isnan(share))
        page_add_text(section,
                      span_format(source->arena,
                                  W("In trials, made-up people had nothing special in "
                                    "common with the place, but knew three of its "
                                    "topics: for %.0f of 100 the phrase said that "
                                    "something or much is in common."),
                                  100 * share));
}

void report_use(struct page *page, const struct report_source *source)
{
    const char *const may[] = {
        W("choose topics for the interview"),
        W("tell the person honestly what this place is like, and help them to decide"),
        W("plan the first weeks and coaching"),
        W("describe the organization and where its people see it differently"),
        W("study it later, beside staying and satisfaction"),
    };
    const char *const may_not[] = {
        W("turn anybody down, put people in order, or set a limit to reach"),
        W("say how well somebody will do the work"),
        W("take it as the only or the main reason for a decision"),
        W("compare people across vacancies"),
        W("draw conclusions about personality, health or private life"),
    };
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "use", W("What this is for"));
    page_add_note(section, WS("Not validated for this organization."));
    page_add_text(section,
                  WS("People who know what you value can choose it. The choices protect "
                     "against those who agree with everything, not against those who "
                     "know what you would like to hear."));
    add_known(section, source);
    page_add_text(
        section,
        WS("In published studies, people who fit think better of their work (a "
           "correlation of about .31) and stay more often (about .24), and hardly do "
           "better work (about .15; Arthur, Bell, Villado and Doverspike 2006). A "
           "decision is made by a named person, with reasons other than the figure, and "
           "the candidate may ask for them."));
    add_uses(page, "may", W("You may use this report to"), may, sizeof may / sizeof *may);
    add_uses(page, "may-not", W("You may not use this report to"), may_not,
             sizeof may_not / sizeof *may_not);
}
