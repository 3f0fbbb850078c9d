/* lint: a questionnaire as a careful colleague reads it before people are asked: its words, its
 * scales, its blocks. The reader has checked the format already.
 *
 *   lint_text       which text is read for what    lint_sentence  one text: wording, topics, asking
 *   lint_design     blocks, desirability, drivers  lint_reading   years of school it asks for
 *   lint_language   the words, per language        lint_lexicon   the words made ready
 *   lint_plain      long sentences, hard words
 *
 * An error is only what a person is asked; a text that describes something gets a note. */
#ifndef LINT_LINT_H
#define LINT_LINT_H

#include "assessment/assessment.h"
#include "interview/interview_bank.h"

/* lint_questionnaire(arena, questionnaire, faults):
 * Adds to `faults` what lint_rule.def has to say of the texts of `questionnaire`, in all frames and
 * in all languages of lint_language.def (that others were not looked at is a note): protected
 * topics in every text there is, errors where a person answers and notes elsewhere; wording in
 * what people rate or choose between; scales whose direction turns from item to item; a reading
 * level above grade 8; and what lint_design finds. A topic that an item has an exception for is a
 * note that names the two people. `arena` holds the faults and what is needed on the way. */
void lint_questionnaire(struct arena *arena, const struct questionnaire *questionnaire,
                        struct fault_list *faults);

/* lint_assessment(arena, assessment, faults): the same for all documents of `assessment`, each
 * once, and protected topics in its own texts: errors in what a person answers or agrees to
 * (consent), notes in title, notice, thanks. There a sentence may name a topic
 * after words of lint_denial_en.def such as "we ask for nothing about". `arena` holds the
 * faults. */
void lint_assessment(struct arena *arena, const struct assessment *assessment,
                     struct fault_list *faults);

/* lint_interview(arena, bank, faults): the same for the questions of `bank`: topics are errors
 * in what the person is asked and in what an answer is worth. */
void lint_interview(struct arena *arena, const struct interview_bank *bank,
                    struct fault_list *faults);

/* lint_told(arena, language, text, faults): adds to `faults`, as notes, what lint_assessment
 * says of a title or a reason: protected topics, and what hides words, in `text` of `language`
 * (a code; one without lists: nothing about topics). `arena` holds the faults. */
void lint_told(struct arena *arena, struct span language, struct span text,
               struct fault_list *faults);

#endif
