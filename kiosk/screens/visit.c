#include "screens/visit.h"

#include "scoring/score_quality.h"
#include "sitting/sitting_redo.h"

#include <string.h>

struct visit *visit_new(struct arena *arena)
{
    struct visit *visit = arena_new(arena, struct visit);
    visit->at = visit->looked_at = NO_STEP;
    visit->shown_since_ms = -1;
    typing_set(&visit->typing, SPAN(""));
    return visit;
}

const struct item *visit_item(const struct visit *visit)
{
    return visit->sitting->steps[visit->at].item;
}

bool is_visit_practice(const struct visit *visit)
{
    return sitting_part(visit->sitting, (size_t)visit->at)->use == PART_PRACTICE;
}

static bool is_typed(const struct item *item)
{
    return is_item_kind_typed(item->kind);
}

struct answer visit_answer(const struct visit *visit)
{
    struct answer answer = visit->answer;
    if (answer.state == ANSWER_DECLINED) {
        answer = answer_empty(visit_item(visit));
        answer.state = ANSWER_DECLINED;
    } else if (is_typed(visit_item(visit))) {
        answer.text = typing_span(&visit->typing);
        answer.state = answer.text.count ? ANSWER_GIVEN : ANSWER_NONE;
    }
    answer.spent_ms = visit->answer.spent_ms;
    answer.change_count = visit->answer.change_count;
    return answer;
}

/* Of a typed answer only the first touch counts, not every letter. */
void visit_changed(struct visit *visit, bool is_complete_before, struct moment moment)
{
    const bool is_counted =
        is_typed(visit_item(visit)) ? visit->is_settled : is_complete_before;
    if (is_counted)
        visit->answer.change_count++;
    if (!visit->is_changed)
        visit->changed_since_ms = moment.steady_ms;
    visit->is_settled = false;
    visit->is_changed = true;
    visit->meaning = MEANING_OPEN;
    visit->broken = CHECK_NONE;
}

void visit_stop(struct visit *visit, int64_t until_ms)
{
    if (visit->shown_since_ms >= 0 && until_ms > visit->shown_since_ms)
        visit->answer.spent_ms += until_ms - visit->shown_since_ms;
    visit->shown_since_ms = -1;
}

void visit_start(struct visit *visit, struct moment moment)
{
    visit->shown_since_ms = moment.steady_ms;
}

/* `answer` goes into the sitting, with the time up to `moment`. */
static struct effect put(struct visit *visit, const struct answer *answer,
                         struct moment moment)
{
    if (visit->at == NO_STEP)
        return effect_none();
    const bool is_counting = visit->shown_since_ms >= 0;
    visit_stop(visit, moment.steady_ms);
    if (is_counting)
        visit_start(visit, moment);
    const bool is_untouched =
        !visit->is_changed && is_sitting_redo_waiting(visit->sitting, (size_t)visit->at);
    visit->is_changed = false;
    if (!is_item_kind_answerable(visit_item(visit)->kind) || is_untouched)
        return effect_save(NO_STEP);
    struct answer kept = *answer;
    kept.spent_ms = visit->answer.spent_ms; /* which has gone on until now */
    sitting_put(visit->sitting, (size_t)visit->at, &kept);
    return effect_save(is_visit_practice(visit) ? NO_STEP : visit->at);
}

struct effect visit_keep(struct visit *visit, struct moment moment)
{
    const struct answer answer =
        visit->at == NO_STEP ? (struct answer){0} : visit_answer(visit);
    return put(visit, &answer, moment);
}

/* "I prefer not to say" lets go of what was written only when the person goes on. */
struct effect visit_hold(struct visit *visit, struct moment moment)
{
    const enum answer_state state = visit->answer.state;
    const bool has_words = state == ANSWER_DECLINED && visit->typing.count > 0 &&
                           is_typed(visit_item(visit));
    if (has_words)
        visit->answer.state = ANSWER_GIVEN;
    const struct effect effect = visit_keep(visit, moment);
    visit->answer.state = state;
    return effect;
}

/* What is answered again begins empty: the time of the old answer is not that of the new one. */
static struct answer answer_anew(const struct item *item, const struct answer *old)
{
    struct answer answer = answer_empty(item);
    answer.change_count = old->change_count + (is_answer_complete(item, old) ? 1 : 0);
    return answer;
}

void visit_read(struct visit *visit)
{
    const struct item *item = visit_item(visit);
    visit->answer = visit->sitting->answers[visit->at];
    if (is_sitting_redo_waiting(visit->sitting, (size_t)visit->at))
        visit->answer = answer_anew(item, &visit->answer);
    visit->declined_from = ANSWER_NONE;
    visit->is_settled = is_answer_complete(item, &visit->answer);
    visit->is_changed = visit->is_writing = false;
    visit->meaning = MEANING_OPEN;
    visit->broken = CHECK_NONE;
    typing_set(&visit->typing, is_typed(item) ? visit->answer.text : SPAN(""));
    if (is_typed(item))
        visit->answer.text = SPAN("");
}

void visit_end(struct visit *visit, struct moment moment)
{
    visit_stop(visit, moment.steady_ms);
    visit->looked_at = visit->checking == CHECKING_ONE ? visit->at : NO_STEP;
    visit->look_count++;
    visit->checking = CHECKING_NOT;
    sitting_redo_end(visit->sitting);
}

/* `step` when it stands in the same part as the one on the screen, else NO_STEP. */
static int same_part(const struct visit *visit, int step)
{
    const struct step *steps = visit->sitting->steps;
    return step != NO_STEP && steps[step].part == steps[visit->at].part ? step : NO_STEP;
}

/* The first step from `step` on, by `walk`, that is answered again. */
static int walk_redo(const struct visit *visit, int step,
                     int (*walk)(const struct sitting *sitting, int step))
{
    do
        step = walk(visit->sitting, step);
    while (step != NO_STEP && !is_sitting_redo(visit->sitting, (size_t)step));
    return step;
}

int visit_next(const struct visit *visit)
{
    switch (visit->checking) {
    case CHECKING_BLANKS:
        return same_part(visit, sitting_first_blank(visit->sitting, visit->at));
    case CHECKING_PART:
        return same_part(visit, sitting_next(visit->sitting, visit->at));
    case CHECKING_ONE:
        return NO_STEP;
    case CHECKING_REDO:
        return walk_redo(visit, visit->at, sitting_next);
    case CHECKING_NOT:
        break;
    }
    return sitting_next(visit->sitting, visit->at);
}

bool is_visit_new_part(const struct visit *visit, int step)
{
    if (step == NO_STEP || visit->checking != CHECKING_NOT)
        return false;
    const struct step *steps = visit->sitting->steps;
    const bool is_same =
        visit->at != NO_STEP && steps[visit->at].part == steps[step].part;
    return !is_same && !visit->was_begun[steps[step].part] &&
           sitting_part(visit->sitting, (size_t)step)->use != PART_PRACTICE;
}

int visit_previous(const struct visit *visit)
{
    switch (visit->checking) {
    case CHECKING_BLANKS:
        return NO_STEP;
    case CHECKING_PART:
        return same_part(visit, sitting_previous(visit->sitting, visit->at));
    case CHECKING_ONE:
        return NO_STEP;
    case CHECKING_REDO:
        return walk_redo(visit, visit->at, sitting_previous);
    case CHECKING_NOT:
        break;
    }
    return sitting_previous(visit->sitting, visit->at);
}

/* The rules of today, also where the vacancy's profile is older: they only lead to an offer. */
int visit_redo_parts(struct arena *arena, const struct visit *visit,
                     unsigned char out_parts[PARTS_MAX])
{
    const struct sitting *sitting = visit->sitting;
    if (sitting->redo.was_offered)
        return 0;
    return score_quality_parts(arena, sitting, sitting->assessment->scoring_version,
                               out_parts);
}

int visit_redo(struct visit *visit, const unsigned char parts[PARTS_MAX])
{
    sitting_redo_begin(visit->sitting, parts);
    memset(visit->was_asked, 0, sizeof visit->was_asked);
    visit->checking = CHECKING_REDO;
    return walk_redo(visit, NO_STEP, sitting_next);
}

int visit_last(const struct visit *visit)
{
    return sitting_previous(visit->sitting, (int)visit->sitting->step_count);
}

bool is_visit_left(const struct visit *visit)
{
    return !visit->has_begun &&
           (visit->found == FOUND_DAMAGED || visit->found == FOUND_OTHER_FORM);
}

void visit_resume(struct visit *visit)
{
    visit->is_at_check = visit->at == AT_CHECK;
    if (visit->is_at_check)
        visit->at = visit_last(visit);
    else if (visit->at != NO_STEP && is_sitting_redo(visit->sitting, (size_t)visit->at))
        visit->checking = CHECKING_REDO;
}
