/* assessment_simulated: what trials with made-up people say of the form, so that a report can tell
 * it beside a figure. The meaning of each: questionnaires/STUDY.md, simulate. */
#ifndef ASSESSMENT_ASSESSMENT_SIMULATED_H
#define ASSESSMENT_ASSESSMENT_SIMULATED_H

#include "questionnaire/read/document.h"

/* Shares, 0..1; NAN: the form does not say. */
struct assessment_simulated {
    bool is_told; /* the document has the member */
#define SIMULATED(figure) double figure;
#include "assessment/assessment_simulated.def"
#undef SIMULATED
};

/* assessment_simulated_read(document, root): the member "simulated" of `root`, which may be
 * missing, as may each of its figures. A fault in `document` for one outside 0..1. */
struct assessment_simulated assessment_simulated_read(struct document *document,
                                                      const struct json *root);

#endif
