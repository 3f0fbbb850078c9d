/* checkin_change: what has moved between the session before somebody was hired and a check-in, and
 * what they wrote each time. */
#ifndef APP_DESK_OFFICE_AFTER_CHECKIN_CHANGE_H
#define APP_DESK_OFFICE_AFTER_CHECKIN_CHANGE_H

#include "measure/moved/change.h"
#include "scoring/record.h"

/* What somebody wrote of how they contribute, and how sure they are. */
struct checkin_voice {
    struct span words; /* empty: nothing */
    struct span sure;  /* the words of what they chose; empty: nothing */
};

struct checkin_topic {
    struct span id, name;
    double before, after;
    struct change change;
};

struct checkin_change {
    int month;
    struct span date; /* of the check-in */
    struct figure figure;
    struct change figure_change; /* since the session before */
    struct checkin_topic *topics;
    size_t topic_count; /* 0: one of the two sessions shows no figures of its choices */
    size_t clear_count; /* topics that have moved for sure */
    struct checkin_voice voice;
};

/* checkin_change_voice(arena, record): what the person of `record` wrote of how they contribute:
 * the answers to the questions "contribute" and "sure_contribute" of the story. */
struct checkin_voice checkin_change_voice(struct arena *arena,
                                          const struct record *record);

/* checkin_change_sure(record, id): what the person of `record` chose at the question `id` of the
 * story, "sure_understood" or "sure_contribute": 1, not sure at all, to
 * 4, very sure; 0: nothing. */
int checkin_change_sure(const struct record *record, const char *id);

/* checkin_change_find(arena, before, after, language, out_change): what has moved from the record
 * `before` to `after`, with names in `language`; the month and the date are left to the caller.
 * STATUS_UNSUPPORTED when both were not asked the same topics. */
must_check enum status checkin_change_find(struct arena *arena,
                                           const struct record *before,
                                           const struct record *after,
                                           struct span language,
                                           struct checkin_change *out_change);

/* checkin_change_words(word): what it is called: "moved towards us". */
const char *checkin_change_words(enum change_word word);

#endif
