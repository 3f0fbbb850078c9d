#include "report/report_trials.h"

#include "base/buffer.h"
#include "base/words.h"
#include "profile/wording.h"

#include <math.h>

/* How often a second session says something else, where the form tells what trials with made-up
 * people have shown: for two kinds of people, since one figure would be untrue of the other. */
struct span report_trials_words(const struct report_source *source)
{
    const struct assessment_simulated *trials = &source->sitting->assessment->simulated;
    struct buffer words = buffer_init(source->arena, PAGE_BYTES_MAX);
    if (isnan(trials->second_session_inside_unrelated) ||
        isnan(trials->second_session_inside_much))
        return SPAN("");
    buffer_format(&words,
                  W("In trials with made-up people, the point of a second session lay in "
                    "the range of the first for %.0f of 100 who had nothing special in "
                    "common with the place, and for %.0f of 100 who looked for just the "
                    "same."),
                  100 * trials->second_session_inside_unrelated,
                  100 * trials->second_session_inside_much);
    if (wording_phrase(source->card->now.phrase)[0] &&
        !isnan(trials->other_phrase_unrelated) && !isnan(trials->other_phrase_much))
        buffer_format(&words, W(" The phrase was another one for %.0f and %.0f of them."),
                      100 * trials->other_phrase_unrelated,
                      100 * trials->other_phrase_much);
    return buffer_span(&words);
}
