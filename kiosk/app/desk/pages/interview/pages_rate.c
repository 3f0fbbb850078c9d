/* One question as it is spoken, and what whoever asks heard; and the end of it: the lock. */
#include "app/desk/pages/interview/pages_talk.h"

#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_words.h"
#include "base/words.h"

/* The first question without a rating, or guide->count. */
static size_t open_question(const struct interview_guide *guide,
                            const struct interview_sheet *sheet)
{
    size_t at = 0;
    while (at < guide->count && interview_sheet_find(sheet, guide->asked[at].id))
        at++;
    return at;
}

static void question_add(struct pages_turn *turn, const struct interview_guide *guide,
                         size_t at, struct page_form *form)
{
    const struct interview_asked *asked = &guide->asked[at];
    struct page_section *section = page_section(&turn->page, PAGE_BOX, "question",
                                                span_text(turn->arena, asked->title));
    section->note = span_format(
        turn->arena,
        asked->topic.count ? W("Question %zu of %zu, chosen for this conversation")
                           : W("Question %zu of %zu, asked of everybody in the "
                               "same words"),
        at + 1, guide->count);
    page_add_lead(section, asked->question);
    struct page_block *probes = page_add_list(section);
    for (size_t i = 0; i < INTERVIEW_PROBES; i++)
        page_pair(probes, SPAN(""), asked->probes[i]);
    page_add_form(section, form);
}

static struct page_form *form_new(struct pages_turn *turn)
{
    struct page_form *form = page_form_new(
        turn->arena, pages_link(turn->arena, "/interviews/*/rate", turn->parts[0]),
        turn->question->token, WS("Save and go on"));
    page_way_add(turn->arena, &form->ways, PAGE_WAY_BUTTON, WS("Back"),
                 pages_link(turn->arena, "/interviews/*", turn->parts[0]));
    form->after = WS("Sealed to you alone until you hand in your ratings.");
    return form;
}

/* On to the next question that is open; when there is none, to all of them. */
static enum status go_on(struct pages_turn *turn)
{
    struct interview_sheet sheet;
    struct panel panel;
    struct interview_guide guide;
    pages_turn_word(turn, turn->parts[0]);
    enum status status = interview_open(turn->operation, &panel, &guide);
    if (status == OK)
        status = panel_draft_get(&turn->operation->shown, &turn->operation->office,
                                 &panel, &turn->operation->keys, &sheet);
    if (status != OK)
        return status;
    const size_t next = open_question(&guide, &sheet);
    pages_turn_done(turn,
                    next == guide.count
                        ? pages_link(turn->arena, "/interviews/*", turn->parts[0])
                        : pages_link_with(turn->arena,
                                          pages_link(turn->arena, "/interviews/*/rate",
                                                     turn->parts[0]),
                                          "question", guide.asked[next].id),
                    WN("Your rating is saved."));
    return OK;
}

static enum status keep(struct pages_turn *turn)
{
    pages_turn_word(turn, turn->parts[0]);
    pages_turn_value(turn, "question", pages_turn_field(turn, "question"));
    pages_turn_value(turn, "rating", pages_turn_field(turn, "rating"));
    pages_turn_value(turn, "evidence", pages_turn_field(turn, "evidence"));
    return pages_talk_run(turn, rate_prepare, rate_run);
}

static enum status rate_show(struct pages_turn *turn, enum status kept)
{
    struct pages_talk talk;
    struct interview_sheet sheet;
    struct span why = span_copy(turn->arena, span_of(kept == OK ? "" : status_last()));
    enum status status = pages_talk_open(turn, WN("Rate"), &talk);
    if (status == OK)
        status = panel_draft_get(&turn->operation->shown, &turn->operation->office,
                                 &talk.panel, &turn->operation->keys, &sheet);
    if (status != OK)
        return status;
    const struct span wanted = pages_turn_field(turn, "question");
    const size_t at = wanted.count ? interview_guide_find(&talk.guide, wanted)
                                   : open_question(&talk.guide, &sheet);
    if (at == talk.guide.count)
        return fail(STATUS_NOT_FOUND, "this interview does not ask that");
    struct page_form *form = form_new(turn);
    pages_talk_rating(turn, form, &talk.guide.asked[at],
                      interview_sheet_find(&sheet, talk.guide.asked[at].id));
    question_add(turn, &talk.guide, at, form);
    if (kept == OK)
        return OK;
    if (pages_turn_field(turn, "rating").count)
        return pages_talk_wrong(turn, fail(kept, "%.*s", SPAN_ARGS(why)), form,
                                "evidence");
    page_form_fault(form, "rating", WS("Choose what you heard."));
    turn->answer->http_status = PAGES_TALK_WRONG_FORM;
    return OK;
}

enum status pages_interview_rate(struct pages_turn *turn)
{
    const enum status kept = is_pages_turn_form(turn) ? keep(turn) : OK;
    if (is_pages_turn_form(turn) && kept == OK)
        return go_on(turn);
    return rate_show(turn, kept);
}

static enum status lock_show(struct pages_turn *turn, enum status locked)
{
    struct pages_talk talk;
    const struct span why =
        span_copy(turn->arena, span_of(locked == OK ? "" : status_last()));
    const enum status status = pages_talk_open(turn, WN("Hand in"), &talk);
    if (status != OK)
        return status;
    struct page_form *form = page_form_new(
        turn->arena, pages_link(turn->arena, "/interviews/*/lock", turn->parts[0]),
        turn->question->token, WS("Hand in my ratings"));
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "lock", W("Hand in your ratings?"));
    page_add_text(section,
                  WS("After that nobody can change them, you included. When all "
                     "have handed in theirs, those who ask and the recruiters of the "
                     "vacancy read them; a later change stands beside them, with "
                     "its reason."));
    page_add_form(section, form);
    if (locked == OK)
        return OK;
    page_add_notice(&turn->page.head, PAGE_WRONG, pages_words_sentence(turn->arena, why),
                    SPAN(""));
    turn->answer->http_status = PAGES_TALK_WRONG_FORM;
    return OK;
}

enum status pages_interview_lock(struct pages_turn *turn)
{
    enum status status = OK;
    if (is_pages_turn_form(turn)) {
        pages_turn_word(turn, turn->parts[0]);
        status = pages_talk_run(turn, NULL, lock_run);
    }
    if (!is_pages_turn_form(turn) || status != OK)
        return lock_show(turn, status);
    pages_turn_done(turn, pages_link(turn->arena, "/interviews/*", turn->parts[0]),
                    WN("Your ratings are handed in."));
    return OK;
}
