/* What waits for the person who is here, each with one way on; then how the house stands. */
#include "app/desk/command/terminal/terminal_find.h"
#include "app/desk/office/interview/ended/panel_drop.h"
#include "app/desk/office/interview/panel_lock.h"
#include "app/desk/office/interview/panel_reveal.h"
#include "app/desk/office/people/people_progress.h"
#include "app/desk/office/sheet/sheet_held.h"
#include "app/desk/office/staff/joining.h"
#include "app/desk/pages/pages_bring.h"
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_words.h"
#include "app/desk/pages/today/pages_news.h"
#include "app/desk/pages/today/pages_steps.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/words.h"
#include "web/certificate.h"

enum { NAMED_MOST = 3, DAY_S = 24 * 3600, KEY_SOON_S = 28 * DAY_S, NAMES_BYTES = 400 };

/* What waits: how many, what, and where it is done. */
static void wait_add(struct pages_turn *turn, struct page_block **table, size_t count,
                     struct span what, struct span more, const char *verb,
                     struct span address)
{
    static const struct page_column columns[4];
    if (!*table)
        *table = page_add_table(turn->page.first, "", columns, 3);
    struct page_row *row = page_row(*table, SPAN(""));
    row->cells[0] = span_format(turn->arena, "%zu", count);
    row->cells[1] = what;
    row->cells[2] = WS(verb);
    page_cell(*table, row, 2)->address = address;
    if (more.count)
        page_remark(*table, row, more);
}

/* Whoever tries out the form waits for nobody to read them. */
static bool is_pilot(struct pages_turn *turn, struct span id)
{
    struct vacancy *vacancy;
    return office_vacancy(&turn->operation->office, id, &vacancy) == OK &&
           vacancy->is_pilot;
}

static void new_people_add(struct pages_turn *turn, const struct people *people,
                           struct page_block **table)
{
    bool *const are_pilots = arena_array(turn->arena, bool, people->group_count + 1);
    bool *const are_looked_at = arena_array(turn->arena, bool, people->group_count + 1);
    struct buffer names = buffer_init(turn->arena, NAMES_BYTES);
    size_t count = 0;
    for (size_t i = 0; i < people->count; i++) {
        const size_t group = people->rows[i].group;
        if (people_progress_of(&people->rows[i]) != PEOPLE_NEW)
            continue;
        if (!are_looked_at[group])
            are_pilots[group] = is_pilot(turn, people->rows[i].vacancy);
        are_looked_at[group] = true;
        if (are_pilots[group])
            continue;
        if (count++ < NAMED_MOST)
            buffer_format(&names, "%s%.*s", names.count ? ", " : "",
                          SPAN_ARGS(people->rows[i].handle));
    }
    if (count > NAMED_MOST)
        buffer_format(&names, W(" and %zu more"), count - NAMED_MOST);
    if (count)
        wait_add(turn, table, count,
                 count == 1 ? WS("person whom you have not read yet")
                            : WS("people whom you have not read yet"),
                 buffer_span(&names), WN("Read them"),
                 pages_link_with(turn->arena, SPAN("/people"), "show", SPAN("new")));
}

/* What lies on a stick is brought in from here, with one press. */
static struct page_form *stick_add(struct pages_turn *turn)
{
    const struct pages_bring_listed listed = pages_bring_list(turn);
    if (!listed.new_count)
        return NULL;
    struct page_form *form = pages_bring_form(turn, &listed);
    page_add_form(page_section(&turn->page, PAGE_BOX, "sticks",
                               W("Results of terminals lie on a stick")),
                  form);
    return form;
}

static enum status drafts_add(struct pages_turn *turn, struct page_block **table)
{
    struct office *office = &turn->operation->office;
    struct span *names;
    size_t count, draft_count = 0;
    struct span title = SPAN(""), address = SPAN("/vacancies");
    enum status status = office_names(office, "vacancies", &names, &count);
    for (size_t i = 0; i < count && status == OK; i++) {
        struct vacancy *vacancy;
        status = office_vacancy(office, names[i], &vacancy);
        if (status != OK || vacancy->state != VACANCY_DRAFT)
            continue;
        title = draft_count ? SPAN("") : vacancy->title;
        address = draft_count++ ? SPAN("/vacancies")
                                : pages_link(turn->arena, "/vacancies/*", vacancy->id);
    }
    if (status == OK && draft_count)
        wait_add(turn, table, draft_count,
                 draft_count == 1 ? WS("vacancy is a draft") : WS("vacancies are drafts"),
                 title, WN("Look at it"), address);
    return status;
}

/* What terminals do not know yet: cards that open nothing there, words that nobody reads. */
static enum status news_add(struct pages_turn *turn, struct page_block **table)
{
    struct buffer words = buffer_init(turn->arena, NAMES_BYTES);
    struct span *lines;
    size_t count;
    const enum status status = pages_news(turn, &lines, &count);
    if (status != OK || !count)
        return status;
    for (size_t i = 0; i < count && i < NAMED_MOST; i++)
        buffer_format(&words, "%s%.*s", i ? "; " : "", SPAN_ARGS(lines[i]));
    if (count > NAMED_MOST)
        buffer_format(&words, W("; and %zu more"), count - NAMED_MOST);
    wait_add(turn, table, count,
             count == 1 ? WS("change that no terminal knows yet")
                        : WS("changes that no terminal knows yet"),
             buffer_span(&words), WN("Enrol the terminals"), SPAN("/terminals"));
    return OK;
}

/* Answers that nothing will ever erase, whatever the notice promises. */
static enum status endless_add(struct pages_turn *turn, struct page_block **table)
{
    struct office *office = &turn->operation->office;
    struct span *names, address = SPAN(""), title = SPAN("");
    size_t count, endless_count = 0;
    enum status status = office_names(office, "vacancies", &names, &count);
    for (size_t i = 0; i < count && status == OK; i++) {
        struct vacancy *vacancy;
        status = office_vacancy(office, names[i], &vacancy);
        if (status != OK || vacancy->state == VACANCY_DRAFT || vacancy->keep_days)
            continue;
        title = endless_count++ ? SPAN("") : vacancy->title;
        address = pages_link(turn->arena, "/vacancies/*/retention", vacancy->id);
    }
    if (status == OK && endless_count)
        wait_add(
            turn, table, endless_count,
            endless_count == 1 ? WS("vacancy keeps what people answered without an end")
                               : WS("vacancies keep what people answered without an end"),
            title, WN("Say how long"), endless_count == 1 ? address : SPAN("/retention"));
    return status;
}

/* The next four weeks as a line, where something ends in them. */
static void ends_add(struct pages_turn *turn, struct page_block **line,
                     const struct keyset_recipient *key, int64_t now_s)
{
    const int64_t left_s = key->not_after_unix_s - now_s;
    if (!*line) {
        *line = page_add_timeline(&turn->page.head, WS("The next four weeks"));
        *page_item(*line) =
            (struct page_item){.state = PAGE_STATE_NEW, .title = WS("Today")};
    }
    struct page_item *item = page_item(*line);
    item->state = PAGE_STATE_CARE;
    item->title = span_format(turn->arena, W("The key %.*s ends"), SPAN_ARGS(key->label));
    item->words = pages_words_day(turn->arena,
                                  clock_date(turn->arena, key->not_after_unix_s * 1000));
    item->day = left_s > 0 ? (int)(left_s / DAY_S) : 0;
}

static enum status keys_add(struct pages_turn *turn, struct page_block **table)
{
    struct page_block *line = NULL;
    struct keyset *keyset;
    const int64_t now_s = clock_now().unix_ms / 1000;
    const enum status status = office_keyset(&turn->operation->office, &keyset, NULL);
    for (size_t i = 0; status == OK && i < keyset->recipient_count; i++) {
        const struct keyset_recipient *key = &keyset->recipients[i];
        if (!key->not_after_unix_s || key->not_after_unix_s - now_s > KEY_SOON_S)
            continue;
        const struct span day = clock_date(turn->arena, key->not_after_unix_s * 1000);
        ends_add(turn, &line, key, now_s);
        wait_add(turn, table, 1,
                 span_format(turn->arena, W("key ends soon: %.*s, on %.*s"),
                             SPAN_ARGS(key->label),
                             SPAN_ARGS(pages_words_day(turn->arena, day))),
                 WS("From that day on no terminal begins a session with it."),
                 WN("What to do"), SPAN("/doctor"));
    }
    return status;
}

static void vacancy_add(struct pages_turn *turn, const struct people *people,
                        size_t group)
{
    size_t came = 0, unread = 0;
    const struct people_row *first = NULL;
    for (size_t i = 0; i < people->count; i++) {
        if (people->rows[i].group != group)
            continue;
        first = first ? first : &people->rows[i];
        came++;
        unread += people_progress_of(&people->rows[i]) == PEOPLE_NEW;
    }
    if (!first)
        return;
    struct page_section *section = page_section(
        &turn->page, PAGE_SIDE, span_format(turn->arena, "vacancy-%zu", group).data,
        span_text(turn->arena, pages_turn_vacancy(turn, first->vacancy)));
    struct page_block *facts = page_add_facts(section);
    page_pair(facts, WS("Have come"), span_format(turn->arena, "%zu", came));
    page_pair(facts, WS("New to you"), span_format(turn->arena, "%zu", unread));
    struct page_block *ways = page_add_ways(section);
    page_way_add(
        turn->arena, &ways->ways, PAGE_WAY_LINK, WS("See them"),
        pages_link_with(turn->arena, SPAN("/people"), "vacancy", first->vacancy));
}

static void terminals_add(struct pages_turn *turn)
{
    const struct roll *roll;
    size_t count = 0;
    if (roll_read(&turn->operation->office, &roll) != OK)
        return;
    struct page_section *section =
        page_section(&turn->page, PAGE_SIDE, "terminals", W("Terminals"));
    struct page_block *facts = page_add_facts(section);
    for (size_t i = 0; i < roll->terminal_count; i++) {
        const struct enrolled_terminal *row = &roll->terminals[i];
        if (!is_terminal_find_last(roll, i))
            continue;
        page_pair(facts, row->label,
                  row->retired_unix_s ? WS("retired") : WS("signed for"));
        count++;
    }
    if (!count)
        page_add_text(section, WS("No terminal is signed for yet."));
}

/* What waits for whoever opens results. */
static enum status results_add(struct pages_turn *turn, struct page_block **table)
{
    struct people *people;
    enum status status = pages_turn_people(turn, &people);
    if (status != OK)
        return status;
    new_people_add(turn, people, table);
    status = drafts_add(turn, table);
    for (size_t group = 0; status == OK && group < people->group_count; group++)
        vacancy_add(turn, people, group);
    page_way_add(turn->arena, &turn->shell.actions, PAGE_WAY_BUTTON,
                 WS("Bring in results"), SPAN("/import"));
    return status;
}

/* Whether whoever is here asks in this interview, and has not locked what they heard. */
static enum status rating_wait(struct pages_turn *turn, const struct panel *panel,
                               bool *out_is_waiting)
{
    struct operation *operation = turn->operation;
    const struct panel_member *own = panel_own(panel, &operation->keys);
    bool is_locked = true, is_ended = false;
    enum status status = own ? panel_lock_is_there(turn->arena, &operation->office, panel,
                                                   own->label, &is_locked)
                             : OK;
    if (status == OK && !is_locked)
        status = panel_drop_is_there(turn->arena, &operation->office, panel, &is_ended);
    *out_is_waiting = !is_locked && !is_ended;
    return status;
}

/* Whether all have locked, and nobody has opened what they rated. Whoever asked themselves cannot
 * open them first (panel.h): they are not told to. */
static enum status reveal_wait(struct pages_turn *turn, const struct panel *panel,
                               bool *out_is_waiting)
{
    struct operation *operation = turn->operation;
    struct office *office = &operation->office;
    bool is_ended = true;
    size_t locked_count = 0;
    enum status status = OK;
    if (!panel_own(panel, &operation->keys) && is_panel_reader(panel, &operation->keys))
        status = panel_lock_count(turn->arena, office, panel, &locked_count);
    if (status == OK && locked_count && locked_count == panel->member_count)
        status = panel_drop_is_there(turn->arena, office, panel, &is_ended);
    *out_is_waiting = !is_ended && is_panel_reveal_waiting(turn->arena, office, panel);
    return status;
}

/* A line for the interviews of which that is so. */
static enum status panels_add(struct pages_turn *turn, struct page_block **table,
                              enum status (*wait)(struct pages_turn *turn,
                                                  const struct panel *panel,
                                                  bool *out_is_waiting),
                              struct span one, struct span many, const char *way)
{
    struct operation *operation = turn->operation;
    struct panel *panels;
    size_t count = 0, waiting_count = 0;
    enum status status =
        panel_list(operation->arena, &operation->office, &panels, &count);
    for (size_t i = 0; status == OK && i < count; i++) {
        bool is_waiting;
        status = wait(turn, &panels[i], &is_waiting);
        waiting_count += is_waiting;
    }
    if (status == OK && waiting_count)
        wait_add(turn, table, waiting_count, waiting_count == 1 ? one : many, SPAN(""),
                 way, SPAN("/interviews"));
    return status;
}

static enum status reveals_add(struct pages_turn *turn, struct page_block **table)
{
    return panels_add(turn, table, reveal_wait,
                      WS("interview is rated and handed in by all who asked"),
                      WS("interviews are rated and handed in by all who asked"),
                      WN("Open the ratings"));
}

static enum status ratings_add(struct pages_turn *turn, struct page_block **table)
{
    return panels_add(turn, table, rating_wait, WS("interview waits for your ratings"),
                      WS("interviews wait for your ratings"), WN("Rate and hand in"));
}

/* Who has made a key that nobody has signed for yet. */
static enum status joined_add(struct pages_turn *turn, struct page_block **table)
{
    struct joining *list;
    size_t count, joined_count = 0;
    struct span name = SPAN(""), label = SPAN("");
    const enum status status = joining_list(&turn->operation->office, &list, &count);
    for (size_t i = 0; status == OK && i < count; i++)
        if (list[i].is_joined) {
            joined_count++;
            name = list[i].person.name;
            label = list[i].person.label;
        }
    if (status == OK && joined_count)
        wait_add(turn, table, joined_count,
                 joined_count == 1 ? WS("person has joined and waits for you to sign")
                                   : WS("people have joined and wait for you to sign"),
                 joined_count == 1 ? name : SPAN(""),
                 joined_count == 1 ? WN("Compare the words") : WN("See who"),
                 joined_count == 1 ? pages_link(turn->arena, "/keys/people/*", label)
                                   : SPAN("/keys/people"));
    return status;
}

/* Without a certificate no browser comes to the desk any more. */
static void certificate_add(struct pages_turn *turn, struct page_block **table)
{
    const int64_t until_s = turn->question->certificate_until_s;
    const int64_t left_s = until_s - clock_now().unix_ms / 1000;
    if (!until_s || left_s > (int64_t)CERTIFICATE_SOON_DAYS * DAY_S)
        return;
    const struct span day = clock_date(turn->arena, until_s * 1000);
    wait_add(turn, table, 1,
             span_format(turn->arena, W("certificate of this desk ends on %.*s"),
                         SPAN_ARGS(pages_words_day(turn->arena, day))),
             WS("From that day on no browser comes to the desk. Ask for a new one."),
             WN("Help"), SPAN("/help"));
}

/* Who founded in the browser may have lost the page before it was printed. */
static void sheet_add(struct pages_turn *turn, struct page_block **table)
{
    if (is_sheet_held_open(&turn->operation->office))
        wait_add(turn, table, 1, WS("recovery sheet that nobody has said to hold"),
                 WS("It was shown once. Without it results stay closed when passphrases "
                    "are lost."),
                 WN("Say that you hold it"), SPAN("/keys/sheet"));
}

static enum status owner_add(struct pages_turn *turn, struct page_block **table)
{
    sheet_add(turn, table);
    enum status status = joined_add(turn, table);
    if (status == OK)
        status = news_add(turn, table);
    if (status == OK)
        status = endless_add(turn, table);
    if (status == OK)
        certificate_add(turn, table);
    return status;
}

/* Who founds is often recruiter, too; only those who are owners can take the first steps. */
static enum status founding_add(struct pages_turn *turn, bool *out_is_founding)
{
    struct people *people;
    *out_is_founding = false;
    if (!has_pages_turn_role(turn, "o") || !has_pages_turn_role(turn, "r"))
        return OK;
    const enum status status = pages_turn_people(turn, &people);
    return status == OK ? pages_steps_add(turn, people, out_is_founding) : status;
}

/* What waits for those who read results and decide. */
static enum status results_and_ratings_add(struct pages_turn *turn,
                                           struct page_block **table)
{
    enum status status = results_add(turn, table);
    if (status == OK)
        status = ratings_add(turn, table);
    return status == OK ? reveals_add(turn, table) : status;
}

static enum status waits_add(struct pages_turn *turn, struct page_block **table)
{
    enum status status = OK;
    if (has_pages_turn_role(turn, "r"))
        status = results_and_ratings_add(turn, table);
    else if (has_pages_turn_role(turn, "i"))
        status = ratings_add(turn, table);
    if (status == OK && has_pages_turn_role(turn, "o"))
        status = owner_add(turn, table);
    return status == OK && has_pages_turn_role(turn, "o r") ? keys_add(turn, table)
                                                            : status;
}

enum status pages_today(struct pages_turn *turn)
{
    struct page_block *table = NULL;
    bool is_founding = false;
    pages_turn_begin(turn, WS("Today"));
    pages_turn_crumb(
        turn, pages_words_day(turn->arena, clock_date(turn->arena, clock_now().unix_ms)),
        SPAN(""));
    struct page_section *const waits =
        page_section(&turn->page, PAGE_PLAIN, "for-you", W("For you"));
    struct page_form *const stick =
        has_pages_turn_role(turn, "o r") ? stick_add(turn) : NULL;
    enum status status = waits_add(turn, &table);
    if (status == OK)
        status = founding_add(turn, &is_founding);
    if (status != OK)
        return status;
    if (stick)
        stick->is_second = table != NULL; /* one button of a page is the main one */
    page_add_text(waits, is_founding ? WS("The first steps are below.")
                         : stick
                             ? WS("There are results on a stick: bring them in below.")
                         : table ? WS("Nothing else needs you.")
                                 : WS("Nothing needs you now."));
    if (has_pages_turn_role(turn, "o r"))
        terminals_add(turn);
    return OK;
}
