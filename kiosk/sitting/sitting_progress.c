#include "sitting/sitting_progress.h"

#include "assessment/assessment_minutes.h"
#include "sitting/sitting_redo.h"

#include <math.h>

/* The form's expectation weighs as much as so many minutes of the person; nobody is so quick or so
 * slow that more than this should be believed. */
static const double prior_minutes = 4, pace_least = 0.5, pace_most = 3;
/* Everybody is slow at first. So until as much is answered as the form expects of so many minutes,
 * that somebody is slower than it raises nothing; then it counts by and by, until it counts whole
 * after `prior_minutes` more. */
static const double first_minutes = 2;

enum { MS_PER_MINUTE = 60000 };

/* Counting the words of a part for every screen would cost a third of what a tap costs. */
static double part_minutes(const struct sitting *sitting, size_t part)
{
    double *known = &sitting->part_minutes[part];
    if (!(*known > 0))
        *known = assessment_minutes_expected(&sitting->assessment->parts[part],
                                             sitting->start.language);
    return *known;
}

static bool is_practice(const struct sitting *sitting, size_t step)
{
    return sitting_part(sitting, step)->use == PART_PRACTICE;
}

static bool is_question(const struct sitting *sitting, size_t step)
{
    return is_item_kind_answerable(sitting->steps[step].item->kind);
}

/* The last step that the person has seen, as far as answers tell, and where they are now. */
static int furthest(const struct sitting *sitting, int at)
{
    int last = at;
    for (size_t i = 0; i < sitting->step_count; i++) {
        const struct answer *answer = &sitting->answers[i];
        if ((int)i > last && (answer->state != ANSWER_NONE || answer->spent_ms > 0))
            last = (int)i;
    }
    return last;
}

/* What was passed by is done where nothing was asked for; a question is done when it is
 * answered. */
static bool is_done(const struct sitting *sitting, size_t step,
                    const struct answer *answer, int last)
{
    const struct item *item = sitting->steps[step].item;
    if (is_sitting_redo_waiting(sitting, step))
        return false;
    if (is_answer_complete(item, answer) && is_question(sitting, step))
        return true;
    return (int)step < last &&
           (is_practice(sitting, step) || !is_answer_open(item, answer));
}

/* Sums over the shown steps, in minutes as expected, and what was really spent: how fast somebody
 * tries the controls tells nothing of how long they think about an answer. */
struct sums {
    double all, left, answered, spent;
    size_t open_count;
    int at, last;             /* where the person is, and the last step that was seen */
    const struct answer *now; /* on the screen at `at`; NULL: as it is kept */
};

static void add_step(const struct sitting *sitting, size_t step, double minutes,
                     struct sums *sums)
{
    const struct answer *answer = &sitting->answers[step];
    const bool is_here = sums->now && (int)step == sums->at;
    sums->all += minutes;
    if (!is_done(sitting, step, is_here ? sums->now : answer, sums->last)) {
        sums->left += minutes;
        sums->open_count++;
    } else if (answer->spent_ms > 0 && !is_practice(sitting, step)) {
        sums->answered += minutes;
        sums->spent += (double)answer->spent_ms / MS_PER_MINUTE;
    }
}

/* A part's time is shared evenly by its shown steps. */
static void add_part(const struct sitting *sitting, size_t part, struct sums *sums)
{
    size_t shown_count = 0;
    for (size_t i = 0; i < sitting->step_count; i++)
        shown_count += sitting->steps[i].part == part && sitting->shown[i];
    if (!shown_count)
        return;
    const double minutes = part_minutes(sitting, part) / (double)shown_count;
    for (size_t i = 0; i < sitting->step_count; i++)
        if (sitting->steps[i].part == part && sitting->shown[i])
            add_step(sitting, i, minutes, sums);
}

static struct sums sums_of(const struct sitting *sitting, int at,
                           const struct answer *now)
{
    struct sums sums = {.at = at, .last = furthest(sitting, at), .now = now};
    for (size_t part = 0; part < sitting->assessment->part_count; part++)
        add_part(sitting, part, &sums);
    return sums;
}

static double pace_of(const struct sums *sums)
{
    const double pace = (sums->spent + prior_minutes) / (sums->answered + prior_minutes);
    const double bounded = fmin(fmax(pace, pace_least), pace_most);
    const double known = (sums->answered - first_minutes) / prior_minutes;
    return bounded > 1 ? 1 + (bounded - 1) * fmin(fmax(known, 0), 1) : bounded;
}

static int whole_minutes(double minutes)
{
    const int up = (int)ceil(minutes - 1e-9);
    return up < 1 ? 1 : up;
}

/* Numbers of parts and, within the part of `at`, of questions. */
static void count_places(const struct sitting *sitting, int at, struct progress *progress)
{
    size_t part = SIZE_MAX;
    for (size_t i = 0; i < sitting->step_count; i++) {
        if (!sitting->shown[i] || is_practice(sitting, i))
            continue;
        if (sitting->steps[i].part != part) {
            part = sitting->steps[i].part;
            progress->part_count++;
            progress->part_number += (int)i <= at || progress->part_count == 1;
        }
        if (at == NO_STEP || part != sitting->steps[at].part || !is_question(sitting, i))
            continue;
        progress->question_count++;
        progress->question_number += (int)i <= at;
    }
    if (at != NO_STEP && !is_question(sitting, (size_t)at))
        progress->question_number = 0;
}

struct progress sitting_progress(const struct sitting *sitting, int step,
                                 const struct answer *now)
{
    struct progress progress = {0};
    const bool is_past =
        step >= (int)sitting->step_count || (step == NO_STEP && sitting->is_finished);
    const int at = is_past ? (int)sitting->step_count - 1 : step;
    count_places(sitting, at, &progress);
    progress.is_practice = at != NO_STEP && is_practice(sitting, (size_t)at);
    const struct sums sums = sums_of(sitting, at, now);
    progress.fraction_done = is_past ? 1 : sums.all > 0 ? 1 - sums.left / sums.all : 0;
    if (!is_past && sums.open_count)
        progress.minutes_left = whole_minutes(sums.left * pace_of(&sums));
    return progress;
}

struct part_size sitting_progress_part(const struct sitting *sitting, size_t part)
{
    struct part_size size = {0};
    const struct sums sums = sums_of(sitting, NO_STEP, NULL);
    for (size_t i = 0; i < sitting->step_count; i++) {
        if (sitting->steps[i].part != part || !sitting->shown[i])
            continue;
        if (is_question(sitting, i))
            size.question_count++;
        else
            size.page_count++;
    }
    size.minutes = whole_minutes(part_minutes(sitting, part) * pace_of(&sums));
    return size;
}
