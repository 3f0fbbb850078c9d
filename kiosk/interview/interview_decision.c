#include "interview/interview_decision.h"

#include "base/json/canonical.h"
#include "base/json/canonical_take.h"
#include "base/words.h"

enum { SCRATCH_BYTES = 2 << 20 };

static const char *const words[] = {
#define INTERVIEW_DECISION(symbol, word, sentence) word,
#include "interview/interview_decision.def"
#undef INTERVIEW_DECISION
};
static const char *const sentences[] = {
#define INTERVIEW_DECISION(symbol, word, sentence) sentence,
#include "interview/interview_decision.def"
#undef INTERVIEW_DECISION
};
enum { OUTCOMES = sizeof words / sizeof *words };

struct span interview_decision_write(struct arena *arena,
                                     const struct interview_decision *decision)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_text(&c, "by", decision->by);
    canonical_whole(&c, "decision", 1);
    canonical_text(&c, "outcome", span_of(words[decision->outcome]));
    canonical_text(&c, "reason", decision->reason);
    canonical_whole(&c, "time", decision->time_s);
    canonical_text(&c, "who", decision->who);
    canonical_end(&c);
    return canonical_bytes(&c);
}

enum status interview_decision_read(struct arena *arena, struct span bytes,
                                    struct interview_decision *out_decision)
{
    struct canonical_take take = {
        .arena = arena, .document = "decision", .bad = STATUS_DAMAGED};
    struct interview_decision decision;
    struct arena scratch;
    const enum status status = arena_init_guarded(&scratch, SCRATCH_BYTES, NULL);
    if (status != OK)
        return status;
    if (bytes.count > INTERVIEW_DECISION_BYTES_MAX)
        canonical_take_wrong(&take, "it is too long");
    const struct json *root =
        take.status == OK ? canonical_take_root(&take, &scratch, bytes) : NULL;
    decision.by = canonical_take_text(&take, root, "by");
    canonical_take_whole(&take, root, "decision", 1, 1);
    decision.outcome = (enum interview_outcome)canonical_take_word(&take, root, "outcome",
                                                                   words, OUTCOMES);
    decision.reason = canonical_take_text(&take, root, "reason");
    decision.time_s = canonical_take_whole(&take, root, "time", 0, INT64_MAX / 1000);
    decision.who = canonical_take_text(&take, root, "who");
    arena_done(&scratch);
    if (take.status == OK)
        canonical_take_same(&take, bytes, interview_decision_write(arena, &decision));
    if (take.status == OK)
        *out_decision = decision;
    return take.status;
}

enum status interview_decision_outcome(struct span word,
                                       enum interview_outcome *out_outcome)
{
    for (size_t i = 0; i < OUTCOMES; i++)
        if (is_span(word, words[i])) {
            *out_outcome = (enum interview_outcome)i;
            return OK;
        }
    return fail(STATUS_USAGE, "a decision is offer, next, decline or withdrawn");
}

const char *interview_decision_word(enum interview_outcome outcome)
{
    return words[outcome];
}

const char *interview_decision_sentence(enum interview_outcome outcome)
{
    return words_of(sentences[outcome]);
}
