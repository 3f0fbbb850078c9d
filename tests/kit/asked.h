/* asked: what terminals ask for the audit in tests: two questions of two and three answers. */
#ifndef KIT_ASKED_H
#define KIT_ASKED_H

#include "setup/groups/groups.h"

#define ASKED_ANSWER(name_, text_)                                                       \
    {                                                                                    \
        .name = {name_, sizeof name_ - 1}, .words = {                                    \
            .list = {{{"en", 2}, {text_, sizeof text_ - 1}}},                            \
            .count = 1                                                                   \
        }                                                                                \
    }

/* asked(): the questions. */
static inline const struct groups *asked(void)
{
    static struct groups_answer sexes[] = {ASKED_ANSWER("woman", "Woman"),
                                           ASKED_ANSWER("man", "Man")};
    static struct groups_answer origins[] = {ASKED_ANSWER("coast", "From the coast"),
                                             ASKED_ANSWER("inland", "From inland"),
                                             ASKED_ANSWER("abroad", "From abroad")};
    static const struct groups groups = {
        .questions = {{.name = {"sex", 3},
                       .words = {.list = {{{"en", 2}, {"Are you a woman or a man?", 25}}},
                                 .count = 1},
                       .answers = sexes,
                       .answer_count = 2},
                      {.name = {"origin", 6},
                       .words = {.list = {{{"en", 2}, {"Where do you come from?", 23}}},
                                 .count = 1},
                       .answers = origins,
                       .answer_count = 3}},
        .question_count = 2,
        .auditors = {{"age1x", 5}},
        .auditor_count = 1};
    return &groups;
}

#endif
