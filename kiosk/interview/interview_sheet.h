/* interview_sheet: what one interviewer rated and heard in one interview: for each question of the
 * guide a rating with the evidence for it, or "no evidence".
 *
 *   sheet --interview_sheet_write--> bytes --interview_sheet_read--> the same
 *
 * "No evidence" is no rating: it was not asked, or nothing was said that fits. It is in no mean. */
#ifndef INTERVIEW_INTERVIEW_SHEET_H
#define INTERVIEW_INTERVIEW_SHEET_H

#include "interview/interview_guide.h"

enum {
    INTERVIEW_NO_EVIDENCE = 0,
    INTERVIEW_RATING_MAX = 5,
    INTERVIEW_EVIDENCE_MAX = 2000, /* characters */
    INTERVIEW_EVIDENCE_LEAST = 10, /* letters and digits: words, not a mark */
    INTERVIEW_SHEET_BYTES_MAX = 256 * 1024,
};

struct interview_rating {
    struct span question; /* id */
    int rating;           /* 1 to INTERVIEW_RATING_MAX, or INTERVIEW_NO_EVIDENCE */
    struct span evidence; /* what they said or did; may be empty for no evidence */
};

/* A later rating of one question, beside the locked one, which stays. */
struct interview_change {
    struct span member; /* label */
    struct interview_rating rating;
    struct span reason;
    int64_t time_s;
};

struct interview_sheet {
    struct span rater; /* label */
    int64_t time_s;    /* of the last change */
    struct interview_rating *ratings;
    size_t count;
};

/* interview_sheet_new(arena, rater): an empty one, with room for INTERVIEW_GUIDE_MAX ratings. */
struct interview_sheet interview_sheet_new(struct arena *arena, struct span rater);

/* interview_sheet_put(sheet, guide, rating, time_s): the rating of one question, in place of an
 * earlier one. STATUS_NOT_FOUND when the guide does not ask that question; STATUS_BAD_INPUT when
 * the rating is none, or has no evidence in words, or more than INTERVIEW_EVIDENCE_MAX
 * characters. */
must_check enum status interview_sheet_put(struct interview_sheet *sheet,
                                           const struct interview_guide *guide,
                                           const struct interview_rating *rating,
                                           int64_t time_s);

/* interview_sheet_find(sheet, question): the rating of that question; NULL when there is none
 * yet. */
const struct interview_rating *interview_sheet_find(const struct interview_sheet *sheet,
                                                    struct span question);

/* interview_sheet_missing(sheet, guide): how many questions of the guide have no rating yet. */
size_t interview_sheet_missing(const struct interview_sheet *sheet,
                               const struct interview_guide *guide);

/* interview_sheet_write(arena, sheet): its canonical bytes; `arena` should be guarded.
 * interview_sheet_read(arena, bytes, out_sheet): and back; STATUS_DAMAGED for any other bytes. */
struct span interview_sheet_write(struct arena *arena,
                                  const struct interview_sheet *sheet);
must_check enum status interview_sheet_read(struct arena *arena, struct span bytes,
                                            struct interview_sheet *out_sheet);

/* interview_sheet_rating_read(word, out_rating): "1" to "5", or "none", as typed; STATUS_USAGE.
 * interview_sheet_rating_words(arena, rating): the same in words: "4", "no evidence". */
must_check enum status interview_sheet_rating_read(struct span word, int *out_rating);
struct span interview_sheet_rating_words(struct arena *arena, int rating);

#endif
