/* interview_guide: what is asked of one person, in which words, and what an answer is worth: the
 * questions for everybody, and one for each topic. Whoever holds it, holds no figure of the
 * person, no phrase and no direction: this room knows no scorecard.
 *
 *   bank + topics --interview_guide_make--> struct interview_guide
 *                 --interview_guide_write--> bytes --interview_guide_read--> the same
 *
 * The same topics of the same vacancy give the same guide, byte for byte, and in one vacancy a
 * topic is asked in the same words of everybody. Its texts are in it: what the bank says later
 * changes no guide that was given out. */
#ifndef INTERVIEW_INTERVIEW_GUIDE_H
#define INTERVIEW_INTERVIEW_GUIDE_H

#include "interview/interview_bank.h"

enum {
    INTERVIEW_TOPICS_MAX = 8,
    INTERVIEW_GUIDE_MAX = 24, /* questions */
    INTERVIEW_WEIGHT_MAX = 5,
    INTERVIEW_GUIDE_BYTES_MAX = 64 * 1024,
};

/* A topic that was chosen for a person. */
struct interview_topic {
    struct span id, name;
    struct span cause; /* in terms of the work */
};

struct interview_asked {
    struct span id, title, question;
    struct span probes[INTERVIEW_PROBES];
    struct span anchors[INTERVIEW_ANCHORS];
    struct span topic, cause; /* empty: asked of everybody */
    enum interview_kind kind;
    int weight; /* of its rating in the overall figure, 0 to INTERVIEW_WEIGHT_MAX */
};

struct interview_guide {
    struct span reference, organization, vacancy; /* vacancy: its title */
    struct span language, bank; /* of its texts; id and version of the bank */
    bool is_pilot;
    struct interview_asked
        *asked; /* for everybody first, then in the order of the topics */
    size_t count;
    struct span *without; /* names of topics for which the bank has no question */
    size_t without_count;
};

/* Whose guide it is. */
struct interview_about {
    struct span reference, organization, vacancy; /* its title */
    struct span
        vacancy_id; /* decides which of a topic's questions is asked in this vacancy */
    struct span language;
    bool is_pilot;
};

/* interview_guide_make(arena, bank, about, topics, count): the guide, each rating of which
 * weighs 1; at most INTERVIEW_TOPICS_MAX of the `count` `topics` are asked about. */
struct interview_guide interview_guide_make(struct arena *arena,
                                            const struct interview_bank *bank,
                                            const struct interview_about *about,
                                            const struct interview_topic *topics,
                                            size_t count);

/* interview_guide_write(arena, guide): its bytes, canonical JSON. interview_guide_read(arena,
 * bytes, out_guide): and back; STATUS_DAMAGED for any other bytes. */
struct span interview_guide_write(struct arena *arena,
                                  const struct interview_guide *guide);
must_check enum status interview_guide_read(struct arena *arena, struct span bytes,
                                            struct interview_guide *out_guide);

/* interview_guide_find(guide, id): the index of the question `id`, or guide->count. */
size_t interview_guide_find(const struct interview_guide *guide, struct span id);

#endif
