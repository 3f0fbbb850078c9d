#include "app/desk/pages/interview/pages_talk.h"

#include "app/desk/office/interview/panel_lock.h"
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_words.h"
#include "base/words.h"

static enum status open_it(struct pages_turn *turn, struct pages_talk *talk)
{
    struct operation *operation = turn->operation;
    pages_turn_word(turn, turn->parts[0]);
    enum status status = interview_open(operation, &talk->panel, &talk->guide);
    if (status != OK)
        return status;
    talk->own = panel_own(&talk->panel, &operation->keys);
    if (talk->own)
        status = panel_lock_is_there(turn->arena, &operation->office, &talk->panel,
                                     talk->own->label, &talk->is_locked);
    if (status == OK)
        status = panel_lock_count(turn->arena, &operation->office, &talk->panel,
                                  &talk->locked);
    return status == OK ? panel_drop_find(turn->arena, &operation->office, &talk->panel,
                                          1, &talk->drop)
                        : status;
}

enum status pages_talk_run(struct pages_turn *turn,
                           enum status (*prepare)(struct operation *operation),
                           enum status (*run)(struct operation *operation))
{
    enum status status = prepare ? prepare(turn->operation) : OK;
    if (status == OK)
        status = pages_turn_change_begin(turn);
    if (status != OK)
        return status;
    status = run(turn->operation);
    pages_turn_change_end(turn);
    return status;
}

static void choice_add(struct pages_turn *turn, struct page_field *field, int rating,
                       const char *words, struct span hint, int chosen)
{
    const struct span value = rating == INTERVIEW_NO_EVIDENCE
                                  ? SPAN("none")
                                  : span_format(turn->arena, "%d", rating);
    struct page_choice *choice = page_form_choice(field, value, WS(words));
    const struct span typed = pages_turn_field(turn, "rating");
    choice->hint = hint;
    choice->is_chosen = typed.count ? is_span_equal(typed, value) : rating == chosen;
}

void pages_talk_rating(struct pages_turn *turn, struct page_form *form,
                       const struct interview_asked *asked,
                       const struct interview_rating *rating)
{
    const int chosen = rating ? rating->rating : -1;
    page_form_field(form, PAGE_FIELD_HIDDEN, "question", SPAN(""))->value = asked->id;
    struct page_field *field =
        page_form_field(form, PAGE_FIELD_ONE_OF, "rating", WS("What did you hear?"));
    choice_add(turn, field, 1, WN("1: the opposite was shown"), asked->anchors[0],
               chosen);
    choice_add(turn, field, 2, WN("2: between 1 and 3"), SPAN(""), chosen);
    choice_add(turn, field, 3, WN("3: some evidence"), asked->anchors[1], chosen);
    choice_add(turn, field, 4, WN("4: between 3 and 5"), SPAN(""), chosen);
    choice_add(turn, field, 5, WN("5: strong evidence"), asked->anchors[2], chosen);
    choice_add(turn, field, INTERVIEW_NO_EVIDENCE, WN("No evidence"),
               WS("It was not asked, or nothing was said that fits. This is not a 1: it "
                  "does not count."),
               chosen);
    struct page_field *evidence = page_form_field(form, PAGE_FIELD_LONG, "evidence",
                                                  WS("What did they say or do?"));
    evidence->hint = WS("Their words, not your view of them. Needed for each rating.");
    evidence->most = INTERVIEW_EVIDENCE_MAX;
    evidence->value = is_pages_turn_form(turn) ? pages_turn_field(turn, "evidence")
                      : rating                 ? rating->evidence
                                               : SPAN("");
}

enum status pages_talk_wrong(struct pages_turn *turn, enum status status,
                             struct page_form *form, const char *field)
{
    if (status == STATUS_NO_SPACE || status == STATUS_IO || status == STATUS_NO_ACCESS)
        return status;
    page_form_fault(form, field,
                    pages_words_sentence(turn->arena, span_of(status_last())));
    turn->answer->http_status = PAGES_TALK_WRONG_FORM;
    return OK;
}

enum status pages_talk_open(struct pages_turn *turn, const char *here,
                            struct pages_talk *out_talk)
{
    struct pages_talk talk = {0};
    enum status status = open_it(turn, &talk);
    if (status == OK)
        status = pages_turn_note_people(
            turn, "opened", panel_about(turn->arena, &talk.panel, SPAN("its page")),
            false);
    if (status != OK)
        return status;
    pages_turn_begin(turn, span_format(turn->arena, W("Interview with %.*s"),
                                       SPAN_ARGS(talk.panel.reference)));
    pages_turn_crumb(turn, WS("Interviews"), SPAN("/interviews"));
    pages_turn_crumb(turn, span_copy(turn->arena, talk.panel.reference),
                     here ? pages_link(turn->arena, "/interviews/*", turn->parts[0])
                          : SPAN(""));
    if (here)
        pages_turn_crumb(turn, WS(here), SPAN(""));
    *out_talk = talk;
    return OK;
}
