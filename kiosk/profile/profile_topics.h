/* profile_topics: what people should talk about with a person, chosen from the rows of a profile.
 * A topic says nothing of why it was chosen: no figure, and not who wants more of it, for a
 * question that knows its answer is no question.
 * Rules: questionnaires/SCORING.md, Topics. */
#ifndef PROFILE_PROFILE_TOPICS_H
#define PROFILE_PROFILE_TOPICS_H

#include "interview/interview_guide.h"
#include "profile/profile_rows.h"

/* profile_topics_choose(arena, rows, out_count): at most three topics that count most and on which
 * person and organization surely stand apart, and one on which both are strong; in the order of the
 * form. The cause is why a topic matters for the work; where nobody has said, what it means. */
struct interview_topic *profile_topics_choose(struct arena *arena,
                                              const struct profile_rows *rows,
                                              size_t *out_count);

#endif
