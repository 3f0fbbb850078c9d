/* `resonance reveal`: all ratings side by side, once all have locked. */
#include "app/desk/command/interview/interview_open.h"

#include "base/json/canonical.h"

#include <string.h>

static void question_json(struct canonical *c, const struct panel_page_view *view,
                          size_t index)
{
    const struct interview_spread spread =
        interview_panel_spread(view->guide, index, view->sheets, view->count);
    canonical_object(c, NULL);
    canonical_text(c, "id", view->guide->asked[index].id);
    canonical_rounded(c, "mean", spread.mean);
    canonical_list(c, "ratings");
    for (size_t i = 0; i < view->count; i++)
        canonical_whole(
            c, NULL,
            interview_sheet_find(&view->sheets[i], view->guide->asked[index].id)->rating);
    canonical_end(c);
    canonical_text(c, "title", view->guide->asked[index].title);
    canonical_whole(c, "weight", spread.weight);
    canonical_end(c);
}

static struct span view_json(struct arena *arena, const struct panel_page_view *view)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_texts(&c, "members", view->labels, view->count);
    canonical_rounded(
        &c, "overall",
        interview_panel_overall(view->guide, view->sheets, view->count).mean);
    canonical_list(&c, "questions");
    for (size_t i = 0; i < view->guide->count; i++)
        question_json(&c, view, i);
    canonical_end(&c);
    canonical_text(&c, "reference", view->guide->reference);
    canonical_end(&c);
    return canonical_bytes(&c);
}

enum status reveal_run(struct operation *operation)
{
    struct panel panel;
    struct interview_guide guide;
    struct panel_revealed revealed;
    struct arena *arena = &operation->shown;
    enum status status = interview_open(operation, &panel, &guide);
    if (status == OK)
        status = panel_reveal_do(arena, &operation->office, &panel, &operation->keys,
                                 interview_open_note(operation), &revealed);
    if (status == OK)
        status = operation_note_people(
            operation, "revealed",
            panel_about(operation->arena, &panel, SPAN("all ratings")),
            is_operation_given(operation));
    if (status != OK)
        return status;
    const struct panel_page_view view = interview_open_view(arena, &panel, &revealed);
    if (has_option(&operation->values, "json"))
        return operation_json(operation, view_json(arena, &view));
    panel_page_add(&operation->page, &view);
    panel_page_notes(&operation->page, &view);
    return OK;
}
