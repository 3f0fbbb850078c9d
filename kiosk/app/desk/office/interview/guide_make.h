/* guide_make: the guide for an interview with the person of a result. The one place in the desk
 * where an opened record becomes questions; what comes out holds no figure and no direction. */
#ifndef APP_DESK_OFFICE_INTERVIEW_GUIDE_MAKE_H
#define APP_DESK_OFFICE_INTERVIEW_GUIDE_MAKE_H

#include "app/desk/office/office.h"
#include "interview/interview_guide.h"
#include "scoring/record.h"

/* guide_make(arena, office, reference, record, out_guide): the guide for the person of `record`,
 * a candidate's, whom people call `reference`, in `arena` (guarded). The questions are those of
 * the organization in its file questions.json, or, where there is none, those that come with the
 * program. STATUS_BAD_INPUT when that file has an error: `resonance check` names it. */
must_check enum status guide_make(struct arena *arena, struct office *office,
                                  struct span reference, const struct record *record,
                                  struct interview_guide *out_guide);

#endif
