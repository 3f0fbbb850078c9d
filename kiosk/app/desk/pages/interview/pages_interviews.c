/* All interviews; one of them with its questions; and whom the interview with a person is given
 * to. */
#include "app/desk/pages/interview/pages_drop.h"

#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_words.h"
#include "base/clock.h"
#include "base/words.h"
#include "report/guide/guide_page.h"
#include "web/form.h"

enum { INTERVIEWS_BYTES = 256 * 1024 };

static struct span names_of(struct arena *arena, const struct panel *panel)
{
    struct span names = SPAN("");
    for (size_t i = 0; i < panel->member_count; i++)
        names = span_format(arena, "%.*s%s%.*s", SPAN_ARGS(names), i ? ", " : "",
                            SPAN_ARGS(panel->members[i].name));
    return names;
}

static enum status row_add(struct pages_turn *turn, struct page_block *table,
                           const struct panel *panel, const struct panel_drop *drop)
{
    struct operation *operation = turn->operation;
    const bool is_own = panel_own(panel, &operation->keys) != NULL;
    size_t locked = 0;
    const enum status status =
        panel_lock_count(turn->arena, &operation->office, panel, &locked);
    struct page_row *row = page_row(table, SPAN(""));
    row->cells[0] = panel->reference;
    if (is_panel_reader(panel, &operation->keys))
        page_cell(table, row, 0)->address =
            pages_link(turn->arena, "/interviews/*",
                       span_format(turn->arena, "%lld", (long long)panel->number));
    row->cells[1] =
        pages_words_day(turn->arena, clock_date(turn->arena, panel->founded_s * 1000));
    row->cells[2] = names_of(turn->arena, panel);
    row->cells[3] = span_format(turn->arena, W("%zu of %zu have handed in%s"), locked,
                                panel->member_count, is_own ? W("; you ask") : "");
    if (drop->time_s)
        row->cells[3] =
            span_format(turn->arena, W("ended on %.*s: it did not take place"),
                        SPAN_ARGS(pages_words_day(
                            turn->arena, clock_date(turn->arena, drop->time_s * 1000))));
    return status;
}

enum status pages_interviews(struct pages_turn *turn)
{
    const struct page_column columns[] = {
        {W("Person"), 0}, {W("Since"), 0}, {W("Interviewers"), 0}, {W("Progress"), 0}};
    struct office *office = &turn->operation->office;
    struct panel *panels;
    struct panel_drop *drops = NULL;
    size_t count = 0;
    enum status status = panel_list(turn->operation->arena, office, &panels, &count);
    if (status == OK) {
        drops = arena_array(turn->arena, struct panel_drop, count);
        status = panel_drop_find(turn->arena, office, panels, count, drops);
    }
    if (status != OK)
        return status;
    pages_turn_begin(turn, WS("Interviews"));
    struct page_section *section = page_section(&turn->page, PAGE_PLAIN, "interviews",
                                                W("By the day they were set up"));
    if (!count) {
        page_add_text(
            section,
            WS("There is no interview here yet. A recruiter sets one up on the page of "
               "a person."));
        return OK;
    }
    struct page_block *table = page_add_table(section, "", columns, 4);
    const size_t first = count > PAGES_ROWS ? count - PAGES_ROWS : 0;
    for (size_t i = count; i-- > first && status == OK;)
        status = row_add(turn, table, &panels[i], &drops[i]);
    return status;
}

/* The heading above a question, when it is another than above the one before. */
static struct span group_of(const struct interview_guide *guide, size_t at)
{
    const bool is_topic = guide->asked[at].topic.count > 0;
    if (at && is_topic == (guide->asked[at - 1].topic.count > 0))
        return SPAN("");
    return is_topic ? WS("Chosen for this conversation") : WS("Asked of everybody");
}

static void question_add(struct pages_turn *turn, struct page_block *list,
                         const struct interview_guide *guide, size_t at,
                         const struct interview_sheet *sheet)
{
    const struct interview_asked *asked = &guide->asked[at];
    const struct interview_rating *rating = interview_sheet_find(sheet, asked->id);
    struct page_row *row = page_row(list, group_of(guide, at));
    row->cells[0] = asked->title;
    page_cell(list, row, 0)->address = pages_link_with(
        turn->arena, pages_link(turn->arena, "/interviews/*/rate", turn->parts[0]),
        "question", asked->id);
    row->cells[1] =
        rating ? span_format(
                     turn->arena, W("rated: %.*s"),
                     SPAN_ARGS(interview_sheet_rating_words(turn->arena, rating->rating)))
               : WS("open");
}

/* What whoever asks has rated so far, and what is left to do. */
static enum status own_add(struct pages_turn *turn, const struct pages_talk *talk)
{
    const struct page_column columns[] = {{W("Question"), 0}, {W("Your rating"), 0}};
    struct interview_sheet sheet;
    const enum status status =
        panel_draft_get(&turn->operation->shown, &turn->operation->office, &talk->panel,
                        &turn->operation->keys, &sheet);
    if (status != OK)
        return status;
    const size_t missing = interview_sheet_missing(&sheet, &talk->guide);
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "own", W("Your ratings"));
    section->medium = PAGE_ON_SCREEN;
    page_add_tally(section, talk->guide.count - missing, 0, talk->guide.count,
                   span_format(turn->arena, W("%zu of %zu rated."),
                               talk->guide.count - missing, talk->guide.count));
    struct page_block *table = page_add_table(section, "", columns, 2);
    for (size_t i = 0; i < talk->guide.count; i++)
        question_add(turn, table, &talk->guide, i, &sheet);
    struct page_block *ways = page_add_ways(section);
    struct page_way *way = page_way_add(
        turn->arena, &ways->ways, missing ? PAGE_WAY_CLOSED : PAGE_WAY_MAIN,
        WS("Hand in my ratings"),
        missing ? SPAN("")
                : pages_link(turn->arena, "/interviews/*/lock", turn->parts[0]));
    way->why = missing ? WS("You can hand in your ratings when every question is rated.")
                       : SPAN("");
    page_add_note(section,
                  WS("These pages do not show the figure, the profile, the "
                     "direction of any difference or the person’s own words; nor, "
                     "before all have handed in, what the others rated. Their own "
                     "words are in the interviewer’s report, which a recruiter "
                     "hands you."));
    return OK;
}

static void far_add(struct pages_turn *turn, const struct pages_talk *talk)
{
    const size_t all = talk->panel.member_count;
    struct page_block *notice = page_add_notice(
        &turn->page.head, PAGE_GOOD,
        talk->locked == all ? WS("All ratings are handed in.")
                            : span_format(turn->arena,
                                          W("Handed in so far: %zu of %zu. Nobody reads "
                                            "a rating before all are."),
                                          talk->locked, all),
        SPAN(""));
    if (talk->locked == all)
        page_way_add(turn->arena, &notice->ways, PAGE_WAY_BUTTON,
                     WS("See the ratings side by side"),
                     pages_link(turn->arena, "/interviews/*/panel", turn->parts[0]));
}

enum status pages_interview(struct pages_turn *turn)
{
    struct pages_talk talk;
    enum status status = pages_talk_open(turn, NULL, &talk);
    if (status != OK)
        return status;
    page_add_text(&turn->page.head,
                  span_format(turn->arena, W("%.*s%sasked by %.*s"),
                              SPAN_ARGS(talk.guide.vacancy),
                              talk.guide.vacancy.count ? " · " : "",
                              SPAN_ARGS(names_of(turn->arena, &talk.panel))));
    if (talk.drop.time_s)
        status = pages_drop_said(turn, &talk);
    else if (talk.own && !talk.is_locked)
        status = own_add(turn, &talk);
    else
        far_add(turn, &talk);
    if (!talk.drop.time_s && talk.locked < talk.panel.member_count &&
        has_pages_turn_role(turn, "r"))
        page_way_add(turn->arena, &turn->shell.actions, PAGE_WAY_BUTTON,
                     WS("End this interview"),
                     pages_link(turn->arena, "/interviews/*/drop", turn->parts[0]));
    guide_page_add(&turn->page, &talk.guide);
    return status;
}

/* Two ask at least: where they are not here, the page says so, and where they are invited. */
static void more_add(struct pages_turn *turn, struct page_form *form, size_t count)
{
    const bool is_owner = has_pages_turn_role(turn, "o");
    if (is_owner)
        page_way_add(turn->arena, &form->ways,
                     count < INTERVIEW_MEMBERS_LEAST ? PAGE_WAY_MAIN : PAGE_WAY_BUTTON,
                     WS("Invite an interviewer"), SPAN("/keys/people"));
    if (count < INTERVIEW_MEMBERS_LEAST)
        form->closed =
            is_owner ? WS("An interview needs two interviewers, and there are not two "
                          "here. Invite them first.")
                     : WS("An interview needs two interviewers, and there are not two "
                          "here. Ask an HR owner to invite them.");
}

static enum status members_form(struct pages_turn *turn, struct page_form **out_form)
{
    size_t count = 0;
    const struct staff *staff;
    const enum status status = staff_read(&turn->operation->office, &staff);
    if (status != OK)
        return status;
    /* Whoever reads results knows the figure. Where no list of people is, nobody has a role. */
    const staff_role_set asking =
        STAFF_ROLE_BIT(staff->is_missing ? STAFF_RECRUITER : STAFF_INTERVIEWER);
    struct page_form *form = page_form_new(
        turn->arena, pages_link(turn->arena, "/people/*/interview", turn->parts[0]),
        turn->question->token, WS("Set up the interview"));
    struct page_field *field =
        page_form_field(form, PAGE_FIELD_SOME_OF, "member", WS("Interviewers"));
    field->hint = WS("Interviewers of this desk, two at least. Each rates alone, "
                     "with their own key.");
    for (size_t i = 0; i < staff->count; i++) {
        const struct staff_person *person = &staff->list[i];
        if (!is_staff_present(person, clock_now().unix_ms / 1000) ||
            !(person->roles & asking))
            continue;
        page_form_choice(field, person->label, person->name)->is_chosen =
            is_pages_turn_sent(turn, "member", person->label);
        count++;
    }
    more_add(turn, form, count);
    form->after = WS("The questions for everybody count alike, or as the first interview "
                     "of this vacancy set them.");
    *out_form = form;
    return OK;
}

static enum status give(struct pages_turn *turn, struct span handle)
{
    const struct pages_question *question = turn->question;
    pages_turn_word(turn, handle);
    for (size_t i = 0; i < question->field_count; i++)
        if (is_span(question->fields[i].name, "member"))
            pages_turn_value(turn, "member", question->fields[i].value);
    return pages_talk_run(turn, NULL, interview_new_run);
}

enum status pages_interview_new(struct pages_turn *turn)
{
    struct page_form *form;
    const struct people_row *row;
    enum status status = pages_turn_person(turn, turn->parts[0], &row), given = OK;
    if (status != OK)
        return status;
    const struct span handle = span_copy(turn->arena, row->handle);
    if (is_pages_turn_form(turn)) {
        given = give(turn, handle);
        if (given == OK) {
            pages_turn_done(turn, SPAN("/interviews"), WN("The interview is set up."));
            return OK;
        }
    }
    const struct span why = span_copy(turn->arena, span_of(status_last()));
    status = members_form(turn, &form);
    if (status != OK)
        return status;
    pages_turn_begin(turn, WS("Set up the interview"));
    pages_turn_crumb(turn, WS("People"), SPAN("/people"));
    pages_turn_crumb(turn, handle, pages_link(turn->arena, "/people/*", handle));
    pages_turn_crumb(turn, WS("Interview"), SPAN(""));
    page_add_form(page_section(&turn->page, PAGE_BOX, "members", W("Who asks")), form);
    return given == OK ? OK
                       : pages_talk_wrong(turn, fail(given, "%.*s", SPAN_ARGS(why)), form,
                                          "member");
}
