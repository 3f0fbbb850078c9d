/* shown: which items a person is asked, by the answers they gave. The terminal and who scores a
 * file of answers by hand go by one rule: what is not shown has no answer that counts. */
#ifndef QUESTIONNAIRE_SCORED_SHOWN_H
#define QUESTIONNAIRE_SCORED_SHOWN_H

#include "questionnaire/answer.h"

/* shown_answers(questionnaire, given, out_counted):
 * Of the answers `given` to `questionnaire`, by item index, NULL where there is none: those of
 * items that are shown, in `out_counted`; NULL where one is not. One pass in the order of the
 * document: an item sees the answers of earlier items that are shown, so what its condition
 * names further down counts as not answered. `out_counted` is another array than `given`. */
void shown_answers(const struct questionnaire *questionnaire,
                   const struct answer *const *given, const struct answer **out_counted);

#endif
