/* chronicle: what people of the desk write down about the person of a result, one paper after the
 * other: each is signed by the one whom it names, sealed to the recruiters of the vacancy, the HR
 * owners and the recovery sheet, and known to the log, so that none is altered, exchanged or
 * dropped without being noticed. None is ever changed: what changes is written down anew.
 * What stands in them is known to their kind only (decision.h, after/plan_kept.h). */
#ifndef APP_DESK_OFFICE_INTERVIEW_CHRONICLE_H
#define APP_DESK_OFFICE_INTERVIEW_CHRONICLE_H

#include "app/desk/office/keys.h"
#include "app/desk/office/log/access_log.h"
#include "seal/age/age_recipient.h"
#include "store/desk/papers.h"

#include <stdbool.h>

/* One kind of papers. */
struct chronicle_kind {
    const char *name;   /* "decision": under which they lie in the archive */
    const char *locked; /* "locked decision": sealed once more (chronicle_lock) */
    const char *label;  /* of what is signed: "hf-decision-v1" */
    const char *deed;   /* in the log: "decided" */
    const char *words;  /* in sentences: "decisions" */
    size_t most;        /* of one person */
    size_t bytes_max;   /* in one of them */
};

/* Whose papers they are. */
struct chronicle_about {
    unsigned char record_id[CHAIN_ID_BYTES];
    struct span reference, vacancy; /* vacancy: id */
};

/* What the log says of one kind, in its order. */
struct chronicle_log {
    struct chronicle_deed {
        struct span about;
        struct chronicle_deed *next;
    } * first, *last;
};

/* chronicle_log_read(arena, office, kind, out_log): reads the log once, for the papers of however
 * many people. STATUS_FORGED when it was changed. */
must_check enum status chronicle_log_read(struct arena *arena, struct office *office,
                                          const struct chronicle_kind *kind,
                                          struct chronicle_log *out_log);

/* chronicle_list(arena, office, kind, about, keys, log, take, context, out_count): opens all papers
 * of `kind` about that person with `keys` into `arena` (guarded), the first one first, and gives
 * each to `take` with `context`, which reads it and names the label of the one who wrote it.
 * STATUS_FORGED when one was altered, is missing, is not that one's, or is one that the log does
 * not know; fails as `take` does. */
typedef enum status chronicle_take(void *context, struct arena *arena, size_t index,
                                   struct span plain, struct span *out_who);
must_check enum status
chronicle_list(struct arena *arena, struct office *office,
               const struct chronicle_kind *kind, const struct chronicle_about *about,
               const struct keys *keys, const struct chronicle_log *log,
               chronicle_take *take, void *context, size_t *out_count);

/* chronicle_put(arena, office, kind, about, keys, plain, time_s, count, note): adds `plain` after
 * the `count` papers that there are, signed with `keys` at `time_s`, and notes it as `note` says,
 * in one step. STATUS_TOO_LARGE after kind->most; STATUS_REFUSED for keys that sign nothing. */
must_check enum status chronicle_put(struct arena *arena, struct office *office,
                                     const struct chronicle_kind *kind,
                                     const struct chronicle_about *about,
                                     const struct keys *keys, struct span plain,
                                     int64_t time_s, size_t count,
                                     struct access_note note);

/* chronicle_lock(arena, office, kind, record_id, recipients, count, papers, paper_count): adds to
 * `papers` the papers of `kind` about the result `record_id`, each sealed once more to
 * `recipients`: what lies beside it once it is locked away (ends_do.h). chronicle_list reads them
 * with a key of one of these. chronicle_lock_room(arena, office, kind, out_count): how many there
 * are of `kind` at most. */
must_check enum status chronicle_lock(struct arena *arena, struct office *office,
                                      const struct chronicle_kind *kind,
                                      const unsigned char record_id[CHAIN_ID_BYTES],
                                      const struct age_recipient *recipients,
                                      size_t count, struct paper *papers,
                                      size_t *paper_count);
must_check enum status chronicle_lock_room(struct arena *arena, struct office *office,
                                           const struct chronicle_kind *kind,
                                           size_t *out_count);

/* is_chronicle_deed(kind, deed, out_handle): whether this row of the log tells of chronicle_put,
 * and all symbols of the result that it is about (handle_text_long), lent from `deed`. */
bool is_chronicle_deed(const struct chronicle_kind *kind, const struct deed *deed,
                       struct span *out_handle);

#endif
