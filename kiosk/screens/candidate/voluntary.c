/* For the audit, after the receipt: who asks and who reads it is said before, one touch refuses,
 * and the first key that moves leads there. Then a page for each question, and what was chosen,
 * before it is sealed. Whoever goes away, or whom the idle time ends, has said nothing. */
#include "screens/candidate/voluntary.h"

#include "base/words.h"
#include "screens/screen.h"
#include "screens/screen_page.h"

bool is_voluntary_asked(const struct journey *journey)
{
    const struct visit *visit = journey->visit;
    return journey->site->groups && visit && visit->sitting && visit->vacancy &&
           visit->sitting->start.role == ROLE_CANDIDATE && !visit->vacancy->is_pilot;
}

static size_t question_count(const struct journey *journey)
{
    return journey->site->groups ? journey->site->groups->question_count : 0;
}

/* Of the pages the first says what this is; then comes one for each question, and the last shows
 * what was chosen. */
static const struct groups_question *question_of(const struct journey *journey)
{
    const size_t page = journey->visit->voluntary.page;
    return page && page <= question_count(journey)
               ? &journey->site->groups->questions[page - 1]
               : NULL;
}

static struct span text_of(const struct screen_page *page,
                           const struct groups_words *words)
{
    return groups_text(words, page->journey->visit->sitting->start.language);
}

static struct node *add_refusal(struct screen_page *page)
{
    return screen_page_way(page, "refuse", WS("Do not answer"), event_of(EVENT_DECLINE));
}

static void intro_view(struct screen_page *page)
{
    screen_page_heading(page, question_count(page->journey) > 1
                                  ? WS("Two more questions, only if you like")
                                  : WS("One more question, only if you like"));
    screen_page_text(page, "text",
                     WS("Your result is sealed already. You need not answer, and nothing "
                        "you say here changes anything for you."))
        ->is_spoken_first = true;
    screen_page_text(
        page, "why",
        screen_page_fill(page, WS("We ask so that somebody can check whether "
                                  "{organization} treats all groups of people alike.")));
    screen_page_text(page, "who",
                     WS("Only the people who do that check can read it. The people who "
                        "decide cannot."));
    screen_page_text(page, "apart",
                     WS("It is kept without your name, and not with your result. So "
                        "nobody can find it again later, to change or erase it."));
    screen_page_way(page, "answer", WS("Answer"), event_of(EVENT_NEXT));
    add_refusal(page)->is_first_focus = true;
}

/* One below the other: there may be fifteen, and their words are long. */
static void add_answer(struct screen_page *page, struct node *list, int answer,
                       struct span text, bool is_first)
{
    struct node *way =
        node_button(page->arena, list, span_format(page->arena, "said-%d", answer),
                    LOOK_PLAIN, text, event_with(EVENT_PICK, answer, 0));
    way->width = (struct size){.kind = SIZE_GROW, .value = 1};
    way->is_first_focus = is_first;
}

static void question_view(struct screen_page *page,
                          const struct groups_question *question)
{
    const struct voluntary *voluntary = &page->journey->visit->voluntary;
    const int said = voluntary->said[voluntary->page - 1];
    screen_page_heading(page, text_of(page, &question->words));
    struct node *list = node_column(page->arena, page->body, SPAN("answers"), 3);
    for (size_t i = 0; i < question->answer_count; i++)
        add_answer(page, list, (int)i + 1, text_of(page, &question->answers[i].words),
                   (said ? said : 1) == (int)i + 1);
    add_answer(page, list, 0, WS("I prefer not to say"), false);
    screen_page_back(page, WS("Back"), event_of(EVENT_BACK));
}

static void end_view(struct screen_page *page)
{
    const struct groups *groups = page->journey->site->groups;
    screen_page_heading(page, WS("Is this what you want to say?"));
    for (size_t i = 0; i < question_count(page->journey); i++) {
        const struct groups_question *question = &groups->questions[i];
        const int said = page->journey->visit->voluntary.said[i];
        screen_page_point(page, span_format(page->arena, "question-%zu", i + 1).data,
                          text_of(page, &question->words),
                          said ? text_of(page, &question->answers[said - 1].words)
                               : WS("I prefer not to say"));
    }
    struct node *give =
        screen_page_way(page, "give", WS("Yes, seal it"), event_of(EVENT_FINISH));
    give->is_first_focus = give->is_deliberate = true;
    add_refusal(page);
    screen_page_back(page, WS("Back"), event_of(EVENT_BACK));
}

void voluntary_view(struct screen_page *page)
{
    const struct groups_question *question = question_of(page->journey);
    screen_page_decide(page);
    screen_page_site_top(page);
    screen_page_body(page, is_screen_page_low(page) ? 4 : 6);
    if (question)
        question_view(page, question);
    else if (page->journey->visit->voluntary.page)
        end_view(page);
    else
        intro_view(page);
}

static void turn_to(struct journey *journey, size_t number, struct moment moment)
{
    journey->visit->voluntary.page = number;
    journey_show(journey, SCREEN_VOLUNTARY, moment);
}

static void pick(struct journey *journey, int answer, struct moment moment)
{
    struct voluntary *voluntary = &journey->visit->voluntary;
    const struct groups_question *question = question_of(journey);
    if (!question || answer < 0 || (size_t)answer > question->answer_count)
        return;
    voluntary->said[voluntary->page - 1] = answer;
    turn_to(journey, voluntary->page + 1, moment);
}

struct effect voluntary_step(struct journey *journey, const struct event *event,
                             struct moment moment)
{
    struct voluntary *voluntary = &journey->visit->voluntary;
    const bool is_end = voluntary->page > question_count(journey);
    if (event->kind == EVENT_NEXT && !voluntary->page)
        turn_to(journey, 1, moment);
    else if (event->kind == EVENT_PICK)
        pick(journey, event->a, moment);
    else if (event->kind == EVENT_BACK && voluntary->page)
        turn_to(journey, voluntary->page - 1, moment);
    else if (event->kind == EVENT_DECLINE || (event->kind == EVENT_FINISH && is_end)) {
        voluntary->is_given = event->kind == EVENT_FINISH;
        return journey_end(journey, EFFECT_WIPE);
    }
    return effect_none();
}
