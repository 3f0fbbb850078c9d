/* assessment_fill: the words of one organization in the texts of an assessment, so that lines about
 * "customers" speak of passengers, patients or pupils wherever they are read: screens, reports.
 *
 *   {organization}  {customer}  {customers}  {Customer}  {Customers}
 *
 * Other placeholders ({vacancy}, {contact} ...) stay for the screen that knows them. */
#ifndef ASSESSMENT_ASSESSMENT_FILL_H
#define ASSESSMENT_ASSESSMENT_FILL_H

#include "assessment/assessment.h"

#define ASSESSMENT_CUSTOMER "customer"
#define ASSESSMENT_CUSTOMERS "customers"

/* An empty word: {organization} stays as it is, for the others the two above. */
struct assessment_words {
    struct span organization;
    struct span customer, customers; /* whom the work is for: one, and many */
};

/* assessment_fill(arena, assessment, words): puts `words` into every text of `assessment` and of
 * its questionnaires; parts that shared a questionnaire still share one. What is new lies in
 * `arena`. */
void assessment_fill(struct arena *arena, struct assessment *assessment,
                     const struct assessment_words *words);

/* assessment_fill_text(arena, words, text): `text` with `words` in it, in `arena` where that
 * changes anything. */
struct span assessment_fill_text(struct arena *arena,
                                 const struct assessment_words *words, struct span text);

#endif
