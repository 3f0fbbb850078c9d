/* assessment_letters: the letters of an assessment that nobody could read on a screen: those
 * that mean nothing in any font (U+FFFD, private use), which are mistakes of the text, and those
 * that the fonts at hand lack. Who has fonts answers for single letters; this knows which texts
 * are read. */
#ifndef ASSESSMENT_ASSESSMENT_LETTERS_H
#define ASSESSMENT_ASSESSMENT_LETTERS_H

#include "assessment/assessment.h"

/* What somebody who has fonts answers. */
struct letters_port {
    void *context;
    bool (*can_set)(void *context, uint32_t code);
    const char *(*package)(
        uint32_t code); /* what to install for `code`; NULL: nothing helps */
};

/* assessment_letters_check(arena, assessment, language, port, faults):
 * Adds to `faults` an error for each text with a letter that means nothing, where it stands, and
 * one for each document and language whose letters `port` lacks, with a few of them and the
 * package to install. Looks at what is read in `language` (empty: in every language of
 * `assessment`). `arena` is for the work. */
void assessment_letters_check(struct arena *arena, const struct assessment *assessment,
                              struct span language, const struct letters_port *port,
                              struct fault_list *faults);

/* assessment_letters_document(arena, questionnaire, port, faults): the same for one document in all
 * its languages, as warnings: it may be meant for another machine, and it can be scored. */
void assessment_letters_document(struct arena *arena,
                                 const struct questionnaire *questionnaire,
                                 const struct letters_port *port,
                                 struct fault_list *faults);

/* assessment_letters_name(arena, name, text, port, faults): the same for a `text` that stands in no
 * document, such as the name of the organization; `name` tells which. */
void assessment_letters_name(struct arena *arena, struct span name, struct span text,
                             const struct letters_port *port, struct fault_list *faults);

#endif
