/* manual_text: a form of which a manual is made, and its words as cells of a table take them. */
#ifndef APP_DESK_COMMAND_MANUAL_MANUAL_TEXT_H
#define APP_DESK_COMMAND_MANUAL_MANUAL_TEXT_H

#include "assessment/assessment.h"

enum { MANUAL_TEXT_BYTES_MAX = 1 << 20 };

struct manual {
    struct arena *arena;
    const struct assessment *assessment;
};

/* manual_text_language(manual): the first language of the form, in which its manual is.
 * manual_text(manual, part, key): the text `key` of the form in this language, as the
 * questionnaire of `part` has it in the frame of the part; NULL: as the assessment has it. On one
 * line, with what a table of markdown could misread written safely. */
struct span manual_text_language(const struct manual *manual);
struct span manual_text(const struct manual *manual, const struct part *part,
                        struct span key);

#endif
