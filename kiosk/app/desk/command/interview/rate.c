/* `resonance rate`: one rating with its evidence, kept sealed to the interviewer; without one,
 * what is rated so far. */
#include "app/desk/command/interview/interview_open.h"
#include "app/desk/office/interview/panel_draft.h"

#include "base/clock.h"

enum status rate_prepare(struct operation *operation)
{
    struct interview_rating *rating =
        arena_new(operation->arena, struct interview_rating);
    const struct options *values = &operation->values;
    const bool is_rating = has_option(values, "question") ||
                           has_option(values, "rating") || has_option(values, "evidence");
    const enum status status = is_rating ? interview_open_rating(operation, rating) : OK;
    operation->state = is_rating ? rating : NULL;
    return status == OK ? operation_wants_result_keys(operation) : status;
}

static void sheet_say(struct operation *operation, const struct interview_guide *guide,
                      const struct interview_sheet *sheet)
{
    struct arena *arena = &operation->shown;
    struct page_block *list = page_add_facts(&operation->page.head);
    for (size_t i = 0; i < guide->count; i++) {
        const struct interview_rating *rating =
            interview_sheet_find(sheet, guide->asked[i].id);
        page_pair(list,
                  span_format(arena, "%.*s (%.*s)", SPAN_ARGS(guide->asked[i].title),
                              SPAN_ARGS(guide->asked[i].id)),
                  !rating ? SPAN("not rated yet")
                          : span_format(arena, "%.*s%s%.*s",
                                        SPAN_ARGS(interview_sheet_rating_words(
                                            arena, rating->rating)),
                                        rating->evidence.count ? ": " : "",
                                        SPAN_ARGS(rating->evidence)));
    }
}

enum status rate_run(struct operation *operation)
{
    const struct interview_rating *rating = operation->state;
    struct panel panel;
    struct interview_guide guide;
    struct interview_sheet sheet;
    const struct panel_member *member;
    enum status status = interview_open(operation, &panel, &guide);
    if (status == OK)
        status = panel_draft_need(&panel, &operation->keys, &member);
    if (status == OK)
        status = panel_draft_get(&operation->shown, &operation->office, &panel,
                                 &operation->keys, &sheet);
    if (status == OK && rating)
        status = interview_sheet_put(&sheet, &guide, rating, clock_now().unix_ms / 1000);
    if (status == OK && rating)
        status =
            panel_draft_put(&operation->shown, &operation->office, &panel,
                            &operation->keys, &sheet, interview_open_note(operation));
    if (status != OK)
        return status;
    sheet_say(operation, &guide, &sheet);
    const size_t missing = interview_sheet_missing(&sheet, &guide);
    if (missing)
        operation_say(operation,
                      "Not rated yet: %zu of %zu. Sealed to you alone until you "
                      "hand in your ratings.",
                      missing, guide.count);
    else
        operation_say(operation, "All is rated. Sealed to you alone until you hand in "
                                 "your ratings.");
    return OK;
}
