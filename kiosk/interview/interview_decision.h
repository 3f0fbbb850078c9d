/* interview_decision: what people decided about a person, who did, and why. The software decides
 * nothing: it keeps what a named person says, and refuses the figure as the only reason. */
#ifndef INTERVIEW_INTERVIEW_DECISION_H
#define INTERVIEW_INTERVIEW_DECISION_H

#include "interview/interview_reason.h"

enum interview_outcome {
#define INTERVIEW_DECISION(symbol, word, sentence) symbol,
#include "interview/interview_decision.def"
#undef INTERVIEW_DECISION
};

enum { INTERVIEW_DECISION_BYTES_MAX = 64 * 1024 };

struct interview_decision {
    enum interview_outcome outcome;
    struct span by, who; /* the name of the person, and the label of the key */
    struct span reason;
    int64_t time_s;
};

/* interview_decision_write(arena, decision): its canonical bytes; `arena` should be guarded.
 * interview_decision_read(arena, bytes, out_decision): and back; STATUS_DAMAGED for any other. */
struct span interview_decision_write(struct arena *arena,
                                     const struct interview_decision *decision);
must_check enum status interview_decision_read(struct arena *arena, struct span bytes,
                                               struct interview_decision *out_decision);

/* interview_decision_outcome(word, out_outcome): the outcome that is typed as `word`;
 * STATUS_USAGE with those that there are. interview_decision_word(outcome): and back.
 * interview_decision_sentence(outcome): what the person is told. */
must_check enum status interview_decision_outcome(struct span word,
                                                  enum interview_outcome *out_outcome);
const char *interview_decision_word(enum interview_outcome outcome);
const char *interview_decision_sentence(enum interview_outcome outcome);

#endif
