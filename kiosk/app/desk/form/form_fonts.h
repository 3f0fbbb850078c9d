/* form_fonts: whether the fonts of this machine have the letters of an assessment. A terminal has
 * the same packages, and looks again itself. */
#ifndef APP_DESK_FORM_FORM_FONTS_H
#define APP_DESK_FORM_FORM_FONTS_H

#include "assessment/assessment_letters.h"
#include "base/buffer.h"
#include "setup/organization.h"

/* form_fonts_check(arena, assessment, language, faults): what assessment_letters_check finds.
 * form_fonts_document(arena, questionnaire, faults): what assessment_letters_document does. */
void form_fonts_check(struct arena *arena, const struct assessment *assessment,
                      struct span language, struct fault_list *faults);
void form_fonts_document(struct arena *arena, const struct questionnaire *questionnaire,
                         struct fault_list *faults);

/* form_fonts_refuse(arena, assessment, organization, out): STATUS_NO_FONT when somebody could not
 * read `assessment` in the language of `organization`, or the organization's own words; `out` has
 * the faults then, one a line. */
must_check enum status form_fonts_refuse(struct arena *arena,
                                         const struct assessment *assessment,
                                         const struct organization *organization,
                                         struct buffer *out);

#endif
