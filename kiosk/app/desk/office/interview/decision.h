/* decision: what people decided about the person of a result, kept beside it: signed by the one
 * who says so, sealed to the recruiters of the vacancy, the HR owners and the recovery sheet,
 * one version after the other; the log knows each. */
#ifndef APP_DESK_OFFICE_INTERVIEW_DECISION_H
#define APP_DESK_OFFICE_INTERVIEW_DECISION_H

#include "app/desk/office/interview/chronicle.h"
#include "interview/interview_decision.h"

enum { DECISION_MOST = 50 };
extern const struct chronicle_kind decision_kind;

/* decision_list(arena, office, about, keys, out_list, out_count): all decisions, the first one
 * first, opened with `keys` into `arena` (guarded). Fails as chronicle_log_read and chronicle_list.
 * decision_list_known(arena, office, about, keys, log, out_list, out_count): the same with a log
 * that was read before, for many people. decision_put(arena, office, about, keys, decision, note):
 * adds `decision`, and notes it as `note` says, in one step. Fails as interview_reason_check and
 * chronicle_put do. */
must_check enum status decision_list(struct arena *arena, struct office *office,
                                     const struct chronicle_about *about,
                                     const struct keys *keys,
                                     struct interview_decision **out_list,
                                     size_t *out_count);
must_check enum status decision_list_known(struct arena *arena, struct office *office,
                                           const struct chronicle_about *about,
                                           const struct keys *keys,
                                           const struct chronicle_log *log,
                                           struct interview_decision **out_list,
                                           size_t *out_count);
must_check enum status decision_put(struct arena *arena, struct office *office,
                                    const struct chronicle_about *about,
                                    const struct keys *keys,
                                    const struct interview_decision *decision,
                                    struct access_note note);

#endif
