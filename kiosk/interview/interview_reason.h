/* interview_reason: whether a reason for a decision is one of its own, in words. The program's
 * figure may prepare a talk; it is never the only reason for or against a person. Words are seen
 * here and not meaning, so a person signs for the reason as well. */
#ifndef INTERVIEW_INTERVIEW_REASON_H
#define INTERVIEW_INTERVIEW_REASON_H

#include "base/span.h"

enum {
    INTERVIEW_REASON_WORDS_LEAST = 4, /* that say more than how the figure stands */
    INTERVIEW_REASON_MAX = 2000,      /* characters */
};

/* interview_reason_check(reason): STATUS_REFUSED when fewer than INTERVIEW_REASON_WORDS_LEAST
 * different words of `reason` say something else than how the figure stands
 * (interview_reason.def); STATUS_BAD_INPUT over INTERVIEW_REASON_MAX characters, or with what
 * nobody sees. */
must_check enum status interview_reason_check(struct span reason);

#endif
