/* The plan of one person who was offered the work: what is planned, a further line or a change of
 * one, that both agree, how it came about; and the sheet for the talk. */
#include "app/desk/command/after/plan_made.h"
#include "app/desk/office/after/outcome_kept.h"
#include "app/desk/office/after/outcome_page.h"
#include "app/desk/office/after/plan_page.h"
#include "app/desk/pages/interview/pages_talk.h"
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_words.h"
#include "base/clock.h"
#include "base/words.h"

static struct span address_of(const struct pages_turn *turn)
{
    return pages_link(turn->arena, "/after/*/plan", turn->parts[0]);
}

static bool is_act(const struct pages_turn *turn, const char *act)
{
    return is_pages_turn_form(turn) && is_span(pages_turn_field(turn, "act"), act);
}

/* The line that is to be changed; NULL: a further one. */
static const struct plan_line *line_of(const struct pages_turn *turn,
                                       const struct plan *plan)
{
    int64_t number = 0;
    return span_to_integer(pages_turn_field(turn, "line"), &number)
               ? plan_line_find(plan, number)
               : NULL;
}

/* What was typed, or what stands there now. */
static struct span value_of(const struct pages_turn *turn, const char *name,
                            struct span now)
{
    return is_act(turn, "line") ? pages_turn_field(turn, name) : now;
}

static void text_add(struct page_form *form, enum page_field_kind kind, const char *name,
                     struct span label, struct span value, size_t most)
{
    struct page_field *field = page_form_field(form, kind, name, label);
    field->value = value;
    field->most = most;
}

static void ways_add(struct page_form *form, struct span chosen)
{
    struct page_field *field =
        page_form_field(form, PAGE_FIELD_ONE_OF, "way", WS("Way of learning"));
    for (int i = 0; i < PLAN_WAYS; i++) {
        const enum plan_way way = (enum plan_way)i;
        const struct span word = span_of(plan_row_way_word(way));
        page_form_choice(field, word, span_of(plan_row_way_title(way)))->is_chosen =
            is_span_equal(chosen, word);
    }
}

static void states_add(const struct pages_turn *turn, struct page_form *form,
                       const struct plan_line *line)
{
    const struct span chosen =
        value_of(turn, "state", span_of(plan_row_state_word(line->state)));
    struct page_field *field =
        page_form_field(form, PAGE_FIELD_ONE_OF, "state", WS("Progress"));
    for (int i = 0; i < PLAN_STATES; i++) {
        const enum plan_state state = (enum plan_state)i;
        const struct span word = span_of(plan_row_state_word(state));
        page_form_choice(field, word, span_of(plan_row_state_title(state)))->is_chosen =
            is_span_equal(chosen, word);
    }
    text_add(form, PAGE_FIELD_TEXT, "why", WS("Why, if it is dropped"),
             value_of(turn, "why", line->why), PLAN_TEXT_MAX);
    page_form_field(form, PAGE_FIELD_HIDDEN, "line", SPAN(""))->value =
        span_format(turn->arena, "%lld", (long long)line->number);
}

static struct page_form *line_form(const struct pages_turn *turn,
                                   const struct plan_line *line)
{
    const struct plan_line none = {0};
    const struct plan_line *now = line ? line : &none;
    struct page_form *form =
        page_form_new(turn->arena, address_of(turn), turn->question->token,
                      line ? WS("Change this line") : WS("Add this line"));
    page_form_field(form, PAGE_FIELD_HIDDEN, "act", SPAN(""))->value = SPAN("line");
    ways_add(form, value_of(turn, "way",
                            line ? span_of(plan_row_way_word(line->way)) : SPAN("")));
    text_add(form, PAGE_FIELD_TEXT, "what", WS("What is done"),
             value_of(turn, "what", now->what), PLAN_TEXT_MAX);
    text_add(form, PAGE_FIELD_TEXT, "owner", WS("Who sees to it"),
             value_of(turn, "owner", now->owner), PLAN_NAME_MAX);
    form->last->hint = WS("First and last name.");
    text_add(form, PAGE_FIELD_TEXT, "for", WS("What it is for"),
             value_of(turn, "for", now->matter), PLAN_MATTER_MAX);
    form->last->hint = WS("It may be left empty.");
    text_add(form, PAGE_FIELD_DAY, "day", WS("By which day"),
             value_of(turn, "day", now->day), 0);
    if (line)
        states_add(turn, form, line);
    return form;
}

static struct page_form *agree_form(const struct pages_turn *turn)
{
    static const struct {
        const char *name, *day, *name_label, *day_label;
    } both[PLAN_AGREE] = {
        {"by1", "day1", WN("The person whose plan it is"), WN("They agreed on")},
        {"by2", "day2", WN("Who speaks for the organization"), WN("They said yes on")}};
    const struct span today = clock_date(turn->arena, clock_now().unix_ms);
    struct page_form *form =
        page_form_new(turn->arena, address_of(turn), turn->question->token,
                      WS("Write down that both agree"));
    form->is_second = true;
    page_form_field(form, PAGE_FIELD_HIDDEN, "act", SPAN(""))->value = SPAN("agree");
    for (size_t i = 0; i < PLAN_AGREE; i++) {
        text_add(form, PAGE_FIELD_TEXT, both[i].name, WS(both[i].name_label),
                 is_act(turn, "agree") ? pages_turn_field(turn, both[i].name) : SPAN(""),
                 PLAN_NAME_MAX);
        form->last->hint = WS("First and last name.");
        text_add(form, PAGE_FIELD_DAY, both[i].day, WS(both[i].day_label),
                 is_act(turn, "agree") ? pages_turn_field(turn, both[i].day) : today, 0);
    }
    return form;
}

/* What of the form that was sent is missing: said beside the fields of `form`, unless that is NULL;
 * returns how much it is. */
static size_t missing_find(const struct pages_turn *turn, struct page_form *form)
{
    static const struct {
        const char *act, *name, *words;
        bool is_day;
    } needed[] = {{"line", "way", WN("Choose a way of learning."), false},
                  {"line", "what", WN("Write what is done."), false},
                  {"line", "owner", WN("Write who sees to it."), false},
                  {"line", "day", WN("Choose the day by which it is done."), true},
                  {"agree", "by1", WN("Write the name of the person."), false},
                  {"agree", "day1", WN("Choose the day on which they agreed."), true},
                  {"agree", "by2", WN("Write who speaks for the organization."), false},
                  {"agree", "day2", WN("Choose the day on which they said yes."), true}};
    size_t missing = 0;
    int64_t unix_ms;
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        const struct span value = span_trim(pages_turn_field(turn, needed[i].name));
        if (!is_act(turn, needed[i].act) ||
            (needed[i].is_day ? is_clock_date(value, &unix_ms) : value.count > 0))
            continue;
        missing++;
        if (form)
            page_form_fault(form, needed[i].name, WS(needed[i].words));
    }
    if (!is_act(turn, "line") || !is_span(pages_turn_field(turn, "state"), "dropped") ||
        span_trim(pages_turn_field(turn, "why")).count)
        return missing;
    if (form)
        page_form_fault(form, "why", WS("Write why it is dropped."));
    return missing + 1;
}

static enum status change(struct pages_turn *turn)
{
    static const char *const names[] = {"way", "what", "owner", "for",
                                        "day", "line", "state", "why"};
    if (missing_find(turn, NULL) || !(is_act(turn, "agree") || is_act(turn, "line")))
        return fail(STATUS_BAD_INPUT, "something is missing in the form");
    pages_turn_word(turn, turn->parts[0]);
    if (is_act(turn, "agree")) {
        pages_turn_value(turn, "agreed", SPAN("yes"));
        pages_turn_value(turn, "by", pages_turn_field(turn, "by1"));
        pages_turn_value(turn, "by", pages_turn_field(turn, "by2"));
        pages_turn_value(turn, "day", pages_turn_field(turn, "day1"));
        pages_turn_value(turn, "day", pages_turn_field(turn, "day2"));
    } else {
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            pages_turn_value(turn, names[i], pages_turn_field(turn, names[i]));
    }
    return pages_talk_run(turn, plan_prepare, plan_run);
}

static void forms_add(struct pages_turn *turn, const struct plan *plan,
                      struct page_form **out_line, struct page_form **out_agree)
{
    const struct plan_line *line = line_of(turn, plan);
    *out_line = line_form(turn, line);
    struct page_section *section = page_section(
        &turn->page, PAGE_BOX, "line",
        line ? span_format(turn->arena, W("Change line %lld"), (long long)line->number)
                   .data
             : W("A further line"));
    section->medium = PAGE_ON_SCREEN;
    page_add_form(section, *out_line);
    *out_agree = NULL;
    if (!plan->line_count)
        return;
    *out_agree = agree_form(turn);
    section = page_section(&turn->page, PAGE_SIDE_BOX, "agree", W("Agreed by both"));
    section->medium = PAGE_ON_SCREEN;
    page_add_text(section, WS("Both have seen the plan as it stands here and said yes. A "
                              "line that is changed later is to be agreed again."));
    page_add_form(section, *out_agree);
}

static void begin(struct pages_turn *turn, const struct plan_made *made,
                  struct span vacancy)
{
    struct arena *arena = turn->arena;
    pages_turn_begin(
        turn, span_format(arena, W("Plan for %.*s"), SPAN_ARGS(made->facts.handle)));
    pages_turn_crumb(turn, WS("After hiring"), SPAN("/after"));
    pages_turn_crumb(turn, made->facts.handle,
                     pages_link(arena, "/people/*", made->facts.handle));
    pages_turn_crumb(turn, WS("Plan"), SPAN(""));
    page_add_text(&turn->page.head,
                  span_format(arena, W("%.*s · offered on %.*s by %.*s"),
                              SPAN_ARGS(vacancy),
                              SPAN_ARGS(pages_words_day(
                                  arena, clock_date(arena, made->offer.time_s * 1000))),
                              SPAN_ARGS(made->offer.by)));
    page_way_add(arena, &turn->shell.actions, PAGE_WAY_BUTTON, WS("Check-ins"),
                 pages_link(arena, "/after/*/checkin", turn->parts[0]));
    page_way_add(arena, &turn->shell.actions, PAGE_WAY_BUTTON, WS("What is said since"),
                 pages_link(arena, "/after/*/outcome", turn->parts[0]));
    page_way_add(arena, &turn->shell.actions, PAGE_WAY_BUTTON,
                 WS("The sheet for the talk"),
                 pages_link(arena, "/after/*/plan.html", turn->parts[0]));
}

static enum status outcomes_add(struct pages_turn *turn, const struct plan_made *made)
{
    struct operation *operation = turn->operation;
    struct chronicle_log log;
    struct outcome *list;
    size_t count = 0;
    enum status status = chronicle_log_read(&operation->shown, &operation->office,
                                            &outcome_kept_kind, &log);
    if (status == OK)
        status = outcome_kept_list(&operation->shown, &operation->office, &made->about,
                                   &operation->keys, &log, &list, &count);
    if (status == OK)
        outcome_page_add(&turn->page, list, count);
    return status;
}

/* The page; `change_status` and `why`: what came of the form that was sent. */
static enum status page_make(struct pages_turn *turn, enum status change_status,
                             struct span why)
{
    struct plan_made made;
    struct page_form *line, *agree;
    const struct people_row *row;
    /* before the result is opened: reading who there is opens others in its place */
    enum status status = pages_turn_person(turn, turn->parts[0], &row);
    if (status != OK)
        return status;
    pages_turn_word(turn, turn->parts[0]);
    status = plan_made_open(turn->operation, &made);
    if (status == OK)
        status = pages_turn_note_people(turn, "plan read", made.facts.handle, false);
    if (status != OK)
        return status;
    begin(turn, &made, pages_turn_vacancy(turn, row->vacancy));
    plan_page_lines(&turn->page, made.plan, pages_words_day, address_of(turn));
    forms_add(turn, made.plan, &line, &agree);
    status = outcomes_add(turn, &made);
    if (status != OK)
        return status;
    plan_page_wish(&turn->page, &made.wish, PAGE_SIDE);
    if (made.plan->row_count)
        plan_page_history(&turn->page, made.plan, pages_words_day);
    page_add_note(page_section(&turn->page, PAGE_SIDE, "seen", ""),
                  WS("Recruiters of the vacancy can read this page. It is for the talk "
                     "with the person, never for pay, and ends with the result."));
    if (change_status == OK)
        return OK;
    struct page_form *sent = is_act(turn, "agree") && agree ? agree : line;
    turn->answer->http_status = PAGES_TALK_WRONG_FORM;
    return missing_find(turn, sent)
               ? OK
               : pages_talk_wrong(turn, fail(change_status, "%.*s", SPAN_ARGS(why)), sent,
                                  sent == agree ? "by1" : "what");
}

enum status pages_plan(struct pages_turn *turn)
{
    const enum status status = is_pages_turn_form(turn) ? change(turn) : OK;
    const struct span why =
        span_copy(turn->arena, span_of(status == OK ? "" : status_last()));
    if (is_pages_turn_form(turn) && status == OK) {
        pages_turn_done(turn, address_of(turn),
                        is_act(turn, "agree") ? WN("The plan is agreed.")
                                              : WN("The line is saved."));
        return OK;
    }
    return page_make(turn, status, why);
}

enum status pages_plan_sheet(struct pages_turn *turn)
{
    pages_turn_word(turn, turn->parts[0]);
    pages_turn_value(turn, "format", SPAN("html"));
    enum status status = plan_prepare(turn->operation);
    if (status == OK)
        status = plan_run(turn->operation);
    if (status != OK)
        return status;
    *turn->answer =
        (struct pages_answer){.http_status = 200,
                              .type = SPAN("text/html; charset=utf-8"),
                              .body = buffer_span(&turn->put),
                              .download = span_format(turn->arena, "%.*s-plan.html",
                                                      SPAN_ARGS(turn->parts[0]))};
    return OK;
}
