#include "app/desk/office/after/checkin_change.h"

#include "base/words.h"
#include "profile/profile_card.h"
#include "profile/profile_name.h"
#include "sitting/sitting_words.h"

#include <math.h>

/* The step at which the question `id` of the story part was answered; step_count: at none. */
static size_t step_of(const struct sitting *sitting, const char *id)
{
    size_t step = 0;
    while (step < sitting->step_count &&
           !(sitting_part(sitting, step)->use == PART_STORY &&
             is_sitting_counted(sitting, step) &&
             is_span(sitting->steps[step].item->id, id) &&
             sitting->answers[step].state == ANSWER_GIVEN))
        step++;
    return step;
}

/* The answer as words; empty where there is none. */
static struct span answer_of(struct arena *arena, const struct sitting *sitting,
                             const char *id)
{
    const size_t step = step_of(sitting, id);
    return step == sitting->step_count
               ? SPAN("")
               : span_copy(arena, span_trim(sitting_words_answer(arena, sitting, step)));
}

int checkin_change_sure(const struct record *record, const char *id)
{
    const int most = 4;
    const struct sitting *sitting = record->sitting;
    const size_t step = step_of(sitting, id);
    if (step == sitting->step_count ||
        item_kind_shape(sitting->steps[step].item->kind) != SHAPE_NUMBER)
        return 0;
    const double number = sitting->answers[step].number;
    return number >= 1 && number <= most ? (int)number : 0;
}

struct checkin_voice checkin_change_voice(struct arena *arena,
                                          const struct record *record)
{
    return (struct checkin_voice){
        .words = answer_of(arena, record->sitting, "contribute"),
        .sure = answer_of(arena, record->sitting, "sure_contribute")};
}

/* Choices that hold together well enough to say something of single topics. */
static bool has_topics(const struct scorecard *card)
{
    return !is_profile_card_withheld(card) && card->quality.rlh >= RESONANCE_RLH_LEAST;
}

static enum status same_check(const struct scorecard *before,
                              const struct scorecard *after)
{
    bool is_same = before->dimension_count == after->dimension_count;
    for (size_t i = 0; is_same && i < before->dimension_count; i++)
        is_same = is_span_equal(before->dimensions[i].id, after->dimensions[i].id);
    return is_same ? OK
                   : fail(STATUS_UNSUPPORTED, "the check-in asked other topics than the "
                                              "session before, so nothing is compared");
}

/* Where colleagues do not agree, their mean is nobody's place. */
static double place_of(const struct dimension_score *score)
{
    return score->gate > 0 ? score->organization : NAN;
}

static void topics_find(struct arena *arena, const struct scorecard *before,
                        const struct scorecard *after, struct checkin_change *change)
{
    const size_t count = before->dimension_count;
    struct change *moves = arena_array(arena, struct change, count);
    change->topics = arena_array(arena, struct checkin_topic, count);
    change->topic_count = count;
    for (size_t i = 0; i < count; i++) {
        const struct dimension_score *old = &before->dimensions[i];
        const struct dimension_score *now = &after->dimensions[i];
        moves[i] = change_find(old->score, old->se, now->score, now->se, place_of(now));
    }
    change_say(moves, count);
    for (size_t i = 0; i < count; i++) {
        change->topics[i] =
            (struct checkin_topic){.id = span_copy(arena, before->dimensions[i].id),
                                   .before = before->dimensions[i].score,
                                   .after = after->dimensions[i].score,
                                   .change = moves[i]};
        change->clear_count += moves[i].word > CHANGE_UNCLEAR;
    }
}

enum status checkin_change_find(struct arena *arena, const struct record *before,
                                const struct record *after, struct span language,
                                struct checkin_change *out_change)
{
    const struct scorecard *old = profile_card(arena, before->scorecard, before->basis);
    const struct scorecard *now = profile_card(arena, after->scorecard, after->basis);
    const struct part *values = assessment_part(before->sitting->assessment,
                                                PART_RESONANCE, ROLE_CANDIDATE, SPAN(""));
    struct checkin_change change = {.figure = now->now};
    const enum status status = same_check(old, now);
    if (status != OK)
        return status;
    change.figure_change = change_figure(old->now.r, old->now.low, old->now.high,
                                         now->now.r, now->now.low, now->now.high);
    if (has_topics(old) && has_topics(now))
        topics_find(arena, old, now, &change);
    for (size_t i = 0; i < change.topic_count; i++)
        change.topics[i].name =
            span_copy(arena, profile_name(values, language, change.topics[i].id));
    change.voice = checkin_change_voice(arena, after);
    *out_change = change;
    return OK;
}

const char *checkin_change_words(enum change_word word)
{
    static const char *const words[CHANGE_WORDS] = {
        [CHANGE_UNKNOWN] = WN("not known"),
        [CHANGE_UNCLEAR] = WN("not clear"),
        [CHANGE_TOWARDS] = WN("moved towards us"),
        [CHANGE_AWAY] = WN("moved away from us"),
        [CHANGE_MORE] = WN("chosen more"),
        [CHANGE_LESS] = WN("chosen less"),
    };
    return words_of(words[word]);
}
