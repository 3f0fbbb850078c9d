/* The ratings of all side by side, and a change of one's own after the talk. */
#include "app/desk/pages/interview/pages_talk.h"

#include "app/desk/pages/pages_link.h"
#include "base/words.h"

/* The first recruiter who does not ask passes the last piece of the key on: that changes
 * something, so it is a button. */
static void waiting_add(struct pages_turn *turn)
{
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "open", W("All have handed in"));
    page_add_text(section, WS("A recruiter of the vacancy who does not ask in this "
                              "interview opens the ratings; then those who asked can "
                              "read them, too."));
    page_add_form(section, page_form_new(turn->arena,
                                         pages_link(turn->arena, "/interviews/*/panel",
                                                    turn->parts[0]),
                                         turn->question->token, WS("Open the ratings")));
}

static enum status ratings_add(struct pages_turn *turn, const struct pages_talk *talk)
{
    struct operation *operation = turn->operation;
    struct panel_revealed *revealed = arena_new(turn->arena, struct panel_revealed);
    enum status status =
        panel_reveal_do(&operation->shown, &operation->office, &talk->panel,
                        &operation->keys, interview_open_note(operation), revealed);
    if (status == OK)
        status = pages_turn_note_people(
            turn, "revealed", panel_about(turn->arena, &talk->panel, SPAN("all ratings")),
            false);
    if (status != OK)
        return status;
    const struct panel_page_view view =
        interview_open_view(turn->arena, &talk->panel, revealed);
    panel_page_add(&turn->page, &view);
    panel_page_notes(&turn->page, &view);
    if (has_pages_turn_role(turn, "r"))
        page_way_add(
            turn->arena, &turn->shell.actions, PAGE_WAY_BUTTON, WS("Decision"),
            pages_link(turn->arena, "/people/*/decision", talk->panel.reference));
    if (talk->own)
        page_way_add(turn->arena, &turn->shell.actions, PAGE_WAY_BUTTON,
                     WS("Change a rating of yours"),
                     pages_link(turn->arena, "/interviews/*/change", turn->parts[0]));
    return OK;
}

enum status pages_interview_panel(struct pages_turn *turn)
{
    struct pages_talk talk;
    enum status status = OK;
    if (is_pages_turn_form(turn)) {
        pages_turn_word(turn, turn->parts[0]);
        status = pages_talk_run(turn, NULL, reveal_run);
        if (status == OK)
            pages_turn_done(
                turn, pages_link(turn->arena, "/interviews/*/panel", turn->parts[0]),
                WN("The ratings are open."));
        return status;
    }
    status = pages_talk_open(turn, WN("Panel"), &talk);
    if (status != OK)
        return status;
    if (talk.locked == talk.panel.member_count && !talk.own &&
        is_panel_reveal_waiting(turn->arena, &turn->operation->office, &talk.panel)) {
        waiting_add(turn);
        return OK;
    }
    return ratings_add(turn, &talk);
}

static struct page_form *change_form(struct pages_turn *turn,
                                     const struct interview_guide *guide)
{
    struct page_form *form = page_form_new(
        turn->arena, pages_link(turn->arena, "/interviews/*/change", turn->parts[0]),
        turn->question->token, WS("Add to the log"));
    struct page_field *question =
        page_form_field(form, PAGE_FIELD_ONE_OF, "question", WS("Question"));
    for (size_t i = 0; i < guide->count; i++)
        page_form_choice(question, guide->asked[i].id, guide->asked[i].title)->is_chosen =
            is_span_equal(guide->asked[i].id, pages_turn_field(turn, "question"));
    struct page_field *rating =
        page_form_field(form, PAGE_FIELD_ONE_OF, "rating", WS("What is it now?"));
    static const char *const values[] = {"1", "2", "3", "4", "5", "none"};
    rating->is_scale = true;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        page_form_choice(rating, span_of(values[i]),
                         i < INTERVIEW_RATING_MAX ? span_of(values[i])
                                                  : WS("No evidence"))
            ->is_chosen = is_span(pages_turn_field(turn, "rating"), values[i]);
    struct page_field *evidence = page_form_field(form, PAGE_FIELD_LONG, "evidence",
                                                  WS("What did they say or do?"));
    evidence->value = pages_turn_field(turn, "evidence");
    evidence->most = INTERVIEW_EVIDENCE_MAX;
    struct page_field *reason =
        page_form_field(form, PAGE_FIELD_LONG, "reason", WS("Why do you change it?"));
    reason->value = pages_turn_field(turn, "reason");
    reason->most = PANEL_REASON_MAX;
    form->after = WS("It stands beside what you handed in. The overall figure stays.");
    return form;
}

static enum status change(struct pages_turn *turn)
{
    static const char *const names[] = {"question", "rating", "evidence", "reason"};
    pages_turn_word(turn, turn->parts[0]);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        pages_turn_value(turn, names[i], pages_turn_field(turn, names[i]));
    return pages_talk_run(turn, interview_change_prepare, interview_change_run);
}

/* What was left open, each at its field and in words of this page, not of the command. */
static void open_add(const struct pages_turn *turn, struct page_form *form)
{
    if (!pages_turn_field(turn, "question").count)
        page_form_fault(form, "question", WS("Choose a question."));
    if (!pages_turn_field(turn, "rating").count)
        page_form_fault(form, "rating", WS("Choose what it is now."));
    if (!pages_turn_field(turn, "reason").count)
        page_form_fault(form, "reason", WS("Write why you change it."));
}

static enum status change_wrong(struct pages_turn *turn, enum status status,
                                struct page_form *form)
{
    open_add(turn, form);
    turn->answer->http_status = PAGES_TALK_WRONG_FORM;
    return page_form_fault_count(form) ? OK
                                       : pages_talk_wrong(turn, status, form, "evidence");
}

enum status pages_interview_change(struct pages_turn *turn)
{
    struct pages_talk talk;
    const enum status changed = is_pages_turn_form(turn) ? change(turn) : OK;
    const struct span why =
        span_copy(turn->arena, span_of(changed == OK ? "" : status_last()));
    if (is_pages_turn_form(turn) && changed == OK) {
        pages_turn_done(turn,
                        pages_link(turn->arena, "/interviews/*/panel", turn->parts[0]),
                        WN("Your change is saved."));
        return OK;
    }
    enum status status = pages_talk_open(turn, WN("Change"), &talk);
    if (status != OK)
        return status;
    struct page_form *form = change_form(turn, &talk.guide);
    if (changed != OK)
        status = change_wrong(turn, fail(changed, "%.*s", SPAN_ARGS(why)), form);
    page_add_form(
        page_section(&turn->page, PAGE_BOX, "change", W("Change a rating of yours")),
        form);
    return status;
}
