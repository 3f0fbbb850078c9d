/* What somebody who was hired, or whoever leads their work, says of it after 6 or 12 months: the
 * questions with the words at their numbers, each of which may be left out. */
#include "app/desk/command/after/plan_made.h"
#include "app/desk/office/after/outcome_kept.h"
#include "app/desk/pages/interview/pages_talk.h"
#include "app/desk/pages/pages_link.h"
#include "base/words.h"

/* Who is asked, and after how many months. */
struct asked {
    enum outcome_side side;
    int month;
};

static const struct asked each[] = {{OUTCOME_PERSON, OUTCOME_HALF_YEAR},
                                    {OUTCOME_MANAGER, OUTCOME_HALF_YEAR},
                                    {OUTCOME_PERSON, OUTCOME_YEAR},
                                    {OUTCOME_MANAGER, OUTCOME_YEAR}};
static const char *const titles[] = {
    WN("The person, after 6 months"), WN("Who leads their work, after 6 months"),
    WN("The person, after 12 months"), WN("Who leads their work, after 12 months")};
enum { EACH = sizeof each / sizeof *each };

static struct span address_of(const struct pages_turn *turn)
{
    return pages_link(turn->arena, "/after/*/outcome", turn->parts[0]);
}

static struct span month_of(const struct pages_turn *turn, const struct asked *asked)
{
    return span_format(turn->arena, "%d", asked->month);
}

/* The first, where the address says nothing. */
static size_t which_of(const struct pages_turn *turn)
{
    for (size_t i = 0; i < EACH; i++)
        if (is_span(pages_turn_field(turn, "from"), outcome_side_word(each[i].side)) &&
            is_span_equal(pages_turn_field(turn, "month"), month_of(turn, &each[i])))
            return i;
    return 0;
}

static struct span rating_words(struct arena *arena, enum outcome_question question,
                                int rating)
{
    const char *anchor = outcome_anchor(question, rating);
    return *anchor ? span_format(arena, "%d: %s", rating, anchor)
                   : span_format(arena, "%d", rating);
}

static void question_add(struct pages_turn *turn, struct page_form *form,
                         enum outcome_question question)
{
    struct page_field *field =
        page_form_field(form, PAGE_FIELD_ONE_OF, outcome_id(question),
                        span_of(outcome_statement(question)));
    const struct span typed = pages_turn_field(turn, outcome_id(question));
    field->is_scale = true;
    page_form_choice(field, SPAN("none"), WS("Left out"))->is_chosen =
        !typed.count || is_span(typed, "none");
    for (int rating = 1; rating <= OUTCOME_RATING_MAX; rating++) {
        const struct span value = span_format(turn->arena, "%d", rating);
        page_form_choice(field, value, rating_words(turn->arena, question, rating))
            ->is_chosen = is_span_equal(typed, value);
    }
}

static struct page_form *form_new(struct pages_turn *turn, const struct asked *asked)
{
    struct page_form *form =
        page_form_new(turn->arena, address_of(turn), turn->question->token,
                      WS("Write down what was said"));
    page_form_field(form, PAGE_FIELD_HIDDEN, "from", SPAN(""))->value =
        span_of(outcome_side_word(asked->side));
    page_form_field(form, PAGE_FIELD_HIDDEN, "month", SPAN(""))->value =
        month_of(turn, asked);
    for (int i = 0; i < OUTCOME_QUESTIONS; i++)
        if (outcome_side_of((enum outcome_question)i) == asked->side)
            question_add(turn, form, (enum outcome_question)i);
    return form;
}

static enum status keep(struct pages_turn *turn)
{
    pages_turn_word(turn, turn->parts[0]);
    pages_turn_value(turn, "from", pages_turn_field(turn, "from"));
    pages_turn_value(turn, "month", pages_turn_field(turn, "month"));
    for (int i = 0; i < OUTCOME_QUESTIONS; i++) {
        const char *id = outcome_id((enum outcome_question)i);
        const struct span typed = pages_turn_field(turn, id);
        if (typed.count && !is_span(typed, "none"))
            pages_turn_value(turn, "answer",
                             span_format(turn->arena, "%s=%.*s", id, SPAN_ARGS(typed)));
    }
    return pages_talk_run(turn, outcome_prepare, outcome_run);
}

static void ways_add(struct pages_turn *turn, size_t here)
{
    struct page_block *ways = page_add_ways(&turn->page.head);
    ways->title = WS("Who says so:");
    for (size_t i = 0; i < EACH; i++)
        page_way_add(
            turn->arena, &ways->ways, PAGE_WAY_LINK, WS(titles[i]),
            pages_link_with(turn->arena,
                            pages_link_with(turn->arena, address_of(turn), "from",
                                            span_of(outcome_side_word(each[i].side))),
                            "month", month_of(turn, &each[i])))
            ->is_here = i == here;
}

static void begin(struct pages_turn *turn, const struct plan_made *made, size_t which)
{
    struct arena *arena = turn->arena;
    pages_turn_begin(turn, span_format(arena, W("What is said of the work of %.*s"),
                                       SPAN_ARGS(made->facts.handle)));
    pages_turn_crumb(turn, WS("After hiring"), SPAN("/after"));
    pages_turn_crumb(turn, made->facts.handle,
                     pages_link(arena, "/after/*/plan", made->facts.handle));
    pages_turn_crumb(turn, WS("What is said since"), SPAN(""));
    page_add_text(&turn->page.head,
                  WS("Nobody must answer, and each question may be left out. What is "
                     "said anew of a month counts in place of what was said before."));
    ways_add(turn, which);
}

enum status pages_outcome(struct pages_turn *turn)
{
    const enum status kept = is_pages_turn_form(turn) ? keep(turn) : OK;
    const struct span why =
        span_copy(turn->arena, span_of(kept == OK ? "" : status_last()));
    const size_t which = which_of(turn);
    struct plan_made made;
    if (is_pages_turn_form(turn) && kept == OK) {
        pages_turn_done(turn, pages_link(turn->arena, "/after/*/plan", turn->parts[0]),
                        WN("The answers are saved."));
        return OK;
    }
    pages_turn_word(turn, turn->parts[0]);
    enum status status = plan_made_open(turn->operation, &made);
    if (status == OK)
        status = pages_turn_note_people(turn, "opened", made.facts.handle, false);
    if (status != OK)
        return status;
    begin(turn, &made, which);
    struct page_form *form = form_new(turn, &each[which]);
    page_add_form(page_section(&turn->page, PAGE_BOX, "say", W(titles[which])), form);
    if (kept == OK)
        return OK;
    return pages_talk_wrong(turn, fail(kept, "%.*s", SPAN_ARGS(why)), form,
                            each[which].side == OUTCOME_PERSON
                                ? outcome_id(OUTCOME_FITS)
                                : outcome_id(OUTCOME_WORK));
}
