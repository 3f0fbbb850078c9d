/* decision: what people decided about the person of a result, kept beside it: signed by the one
 * who says so, sealed to the recruiters of the vacancy, the HR owners and the recovery sheet,
 * one version after the other; the log knows each. */
#ifndef APP_DESK_OFFICE_INTERVIEW_DECISION_H
#define APP_DESK_OFFICE_INTERVIEW_DECISION_H

#include "app/desk/office/keys.h"
#include "app/desk/office/log/access_log.h"
#include "interview/interview_decision.h"
#include "seal/age/age_recipient.h"
#include "store/desk/papers.h"

#include <stdbool.h>

enum { DECISION_MOST = 50 };
#define DECISION_KIND "decision"
#define DECISION_DEED "decided"

/* Whose decision it is about. */
struct decision_about {
    unsigned char record_id[CHAIN_ID_BYTES];
    struct span reference, vacancy; /* vacancy: id */
};

/* decision_list(arena, office, about, keys, out_list, out_count): all decisions, the first one
 * first, opened with `keys` into `arena` (guarded). STATUS_FORGED when one was altered, is
 * missing, or is one that the log does not know. decision_put(arena, office, about, keys,
 * decision, note): adds `decision`, and notes it as `note` says, in one step. Fails as
 * interview_reason_check does; STATUS_REFUSED for keys that sign nothing. */
must_check enum status decision_list(struct arena *arena, struct office *office,
                                     const struct decision_about *about,
                                     const struct keys *keys,
                                     struct interview_decision **out_list,
                                     size_t *out_count);
must_check enum status decision_put(struct arena *arena, struct office *office,
                                    const struct decision_about *about,
                                    const struct keys *keys,
                                    const struct interview_decision *decision,
                                    struct access_note note);

/* decision_lock(arena, office, record_id, recipients, count, out_papers, out_count): the decisions
 * about the result `record_id`, each sealed once more to `recipients`: what lies beside it once it
 * is locked away (ends_do.h). decision_list reads them with a key of one of these. */
must_check enum status decision_lock(struct arena *arena, struct office *office,
                                     const unsigned char record_id[CHAIN_ID_BYTES],
                                     const struct age_recipient *recipients, size_t count,
                                     struct paper **out_papers, size_t *out_count);

/* is_decision_deed(deed, out_handle): whether this row of the log tells of decision_put, and all
 * symbols of the result that it is about (handle_text_long), lent from `deed`. */
bool is_decision_deed(const struct deed *deed, struct span *out_handle);

#endif
