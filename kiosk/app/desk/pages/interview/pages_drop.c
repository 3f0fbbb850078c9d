/* The form that ends an interview, with what that does, and what is said of one that was ended. */
#include "app/desk/pages/interview/pages_drop.h"

#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_words.h"
#include "base/clock.h"
#include "base/words.h"

static struct span way_back(const struct pages_turn *turn)
{
    return pages_link(turn->arena, "/interviews/*", turn->parts[0]);
}

enum status pages_drop_said(struct pages_turn *turn, const struct pages_talk *talk)
{
    struct operation *operation = turn->operation;
    struct span reason;
    const enum status status = panel_drop_reason(&operation->shown, &operation->office,
                                                 &talk->panel, &operation->keys, &reason);
    if (status != OK)
        return status;
    page_add_notice(&turn->page.head, PAGE_CARE,
                    WS("This interview was ended: it did not take place."),
                    WS("Nothing is rated, handed in or read in it any more. What was "
                       "handed in stays sealed."));
    struct page_block *facts =
        page_add_facts(page_section(&turn->page, PAGE_BOX, "ended", W("How it ended")));
    page_pair(
        facts, WS("On"),
        pages_words_day(turn->arena, clock_date(turn->arena, talk->drop.time_s * 1000)));
    page_pair(facts, WS("By"), talk->drop.who);
    page_pair(facts, WS("Why"), reason);
    return OK;
}

static struct page_form *form_new(struct pages_turn *turn)
{
    struct page_form *form = page_form_new(
        turn->arena, pages_link(turn->arena, "/interviews/*/drop", turn->parts[0]),
        turn->question->token, WS("End this interview"));
    struct page_field *reason = page_form_field(form, PAGE_FIELD_LONG, "reason",
                                                WS("Why it does not take place"));
    reason->value = pages_turn_field(turn, "reason");
    reason->hint = WS("Such as: an interviewer left. Those who ask and the recruiters of "
                      "the vacancy can read it.");
    reason->most = PANEL_DROP_REASON_MAX;
    form->after =
        WS("It cannot be undone. Another interview can be set up with the same person.");
    return form;
}

static enum status end_it(struct pages_turn *turn)
{
    pages_turn_word(turn, turn->parts[0]);
    pages_turn_value(turn, "reason", span_trim(pages_turn_field(turn, "reason")));
    pages_turn_value(turn, "yes", SPAN("yes")); /* the page has said what it does */
    return pages_talk_run(turn, interview_drop_prepare, interview_drop_run);
}

enum status pages_interview_drop(struct pages_turn *turn)
{
    struct pages_talk talk;
    enum status status = OK, ended = OK;
    if (is_pages_turn_form(turn)) {
        ended = span_trim(pages_turn_field(turn, "reason")).count
                    ? end_it(turn)
                    : fail(STATUS_USAGE, "write why it does not take place");
        if (ended == OK) {
            pages_turn_done(turn, way_back(turn), WN("The interview is ended."));
            return OK;
        }
    }
    const struct span why =
        span_copy(turn->arena, span_of(ended == OK ? "" : status_last()));
    status = pages_talk_open(turn, WN("End"), &talk);
    if (status != OK)
        return status;
    page_add_text(
        &turn->page.head,
        WS("An interview that is ended stays ended: nobody rates, hands in or reads "
           "anything in it any more, and what somebody handed in stays sealed."));
    struct page_form *form = form_new(turn);
    page_add_form(page_section(&turn->page, PAGE_BOX, "drop", W("End this interview")),
                  form);
    if (ended != OK)
        return pages_talk_wrong(turn, fail(ended, "%.*s", SPAN_ARGS(why)), form,
                                "reason");
    if (talk.drop.time_s)
        form->closed = WS("It was ended before.");
    else if (talk.locked == talk.panel.member_count)
        form->closed =
            WS("All have handed in their ratings, so it took place: they can be read.");
    return OK;
}
