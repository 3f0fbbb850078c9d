/* assessment: a folder that makes a whole sitting: assessment.json, questionnaires, pictures.
 *
 *   assessment.json
 *     parts[]   in order; each names a questionnaire, a frame, the role it is for
 *
 * The dimensions of the profile (16) and of the drivers (7) come from the questionnaires. A
 * role says who sits: a candidate; a rater, a colleague who describes the organization; or a
 * newcomer, somebody who was hired and answers again at a check-in. */
#ifndef ASSESSMENT_ASSESSMENT_H
#define ASSESSMENT_ASSESSMENT_H

#include "assessment/assessment_simulated.h"
#include "questionnaire/questionnaire.h"

#include <stdbool.h>

enum role {
    ROLE_CANDIDATE,
    ROLE_RATER,
    ROLE_NEWCOMER,
};

/* What a part is for in scoring; the word in the document is the lower-case name. */
enum part_use {
    PART_RESONANCE,  /* best-worst blocks: the profile */
    PART_DRIVERS,    /* ratings: needs against supplies; holds the instructed items */
    PART_SITUATIONS, /* most and least likely (candidate) or effectiveness 1..7 (rater) */
    PART_STORY,      /* strategy story and own words */
    PART_INTERVIEW,  /* open questions */
    PART_PRACTICE,   /* try the controls; never scored, never stored */
    PART_CLOSING,    /* anything to add; fairness review */
};

enum {
    ROLES = ROLE_NEWCOMER + 1,
    SCORING_VERSION = 3, /* the newest way of scoring that is known */
    PARTS_MAX = 24,
    PICTURES_MAX = 32,
    RESONANCE_DIMENSIONS_MAX = 32,
    DRIVERS_MAX = 16
};

/* assessment_role_words: as they are written in documents, configurations and records. */
extern const char *const assessment_role_words[ROLES];

struct part {
    struct span id; /* "values", "values-now" */
    enum part_use use;
    enum role role;
    struct span frame;     /* "candidate", "now", "needed": see questionnaire_text */
    struct span title_key; /* looked up in the part's questionnaire */
    int minutes_tenths; /* as the document says, tenths of a minute; 0: counted from its words */
    const struct questionnaire *questionnaire;
};

struct picture_source {
    struct span name;  /* "story-1" */
    struct span bytes; /* vector text, read by view/picture */
};

struct assessment {
    struct span id, version, title_key;
    struct questionnaire *words; /* texts of its own (notice, consent ...) */
    int scoring_version;
    size_t sealed_bytes; /* constant size of every sealed record of this assessment */
    size_t sealed_bytes_line, sealed_bytes_column; /* in assessment.json; 0: not there */
    bool is_pilot;
    struct assessment_simulated simulated;
    struct part *parts;
    size_t part_count;
    struct picture_source *pictures;
    size_t picture_count;
    struct span *languages; /* in which every part has its texts */
    size_t language_count;
    unsigned char hash[32]; /* of the manifest; filled by the program */
};

/* A file of the folder, as the program read and verified it. */
struct assessment_file {
    struct span name; /* relative: "drivers.osd", "pictures/story-1.picture" */
    struct span bytes;
};

/* assessment_read(arena, files, count, faults, out_assessment):
 * Builds the assessment from the bytes of all its `count` files, one of which is
 * "assessment.json". Everything is checked: every part's document, roles and frames, texts in
 * every language, pictures. Whether a record fits into sealed_bytes: record_size_check. Texts keep
 * pointing into the arena, pictures into `files`. STATUS_BAD_INPUT when a fault is an error. */
must_check enum status assessment_read(struct arena *arena,
                                       const struct assessment_file *files, size_t count,
                                       struct fault_list *faults,
                                       struct assessment **out_assessment);

/* is_assessment_first_use(assessment, index): whether no part before part `index` has the same
 * document. */
bool is_assessment_first_use(const struct assessment *assessment, size_t index);

/* assessment_part(assessment, use, role, frame): the part, or NULL; `frame` empty: any. */
const struct part *assessment_part(const struct assessment *assessment, enum part_use use,
                                   enum role role, struct span frame);

#endif
