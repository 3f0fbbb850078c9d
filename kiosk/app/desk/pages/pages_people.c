/* Who answered, in order of arrival and in no other: each with the range of the resonance and its
 * phrase, or the reason why there is none. Nothing here can be put in order by figure. */
#include "app/desk/office/people/people_match.h"
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_people_state.h"
#include "app/desk/pages/pages_turn.h"
#include "app/desk/pages/pages_words.h"
#include "base/buffer.h"
#include "base/words.h"
#include "profile/profile_chart.h"
#include "profile/profile_name.h"
#include "profile/wording.h"

enum { VACANCIES_SHOWN = 12, FIND_BYTES = 80, CELL_BYTES = 200 };

enum column {
    NUMBER,
    PERSON,
    FINISHED,
    RANGE,
    WORDS,
    APART, /* of one vacancy; of all: which vacancy */
    TOPICS,
    STATE,
    COLUMNS
};

/* What is looked at, and what of it is shown. */
struct choice {
    struct pages_turn *turn;
    struct people *people;
    const struct part *values; /* where the names of topics stand */
    struct vacancy *vacancy;   /* NULL: all, or its document is not here */
    const struct people_group *group;
    struct span *titles; /* of the vacancies, by group; without data: not read yet */
    struct span vacancy_id, find, show;
    size_t from;    /* of what is shown, from 1 */
    bool has_apart; /* whether the column APART says anything */
};

/* Where a column stands. */
static size_t at(const struct choice *choice, enum column column)
{
    return (size_t)column - (column > APART && !choice->has_apart);
}

static bool is_of_vacancy(const struct choice *choice, const struct people_row *row)
{
    return !choice->vacancy_id.count || is_span_equal(row->vacancy, choice->vacancy_id);
}

static struct span topic_name(const struct choice *choice, struct span id)
{
    return profile_name(choice->values, choice->turn->page.language, id);
}

static struct span title_of(const struct choice *choice, const struct people_row *row)
{
    struct span *title = &choice->titles[row->group];
    if (!title->data)
        *title = pages_turn_vacancy(choice->turn, row->vacancy);
    return *title;
}

/* Of all vacancies also by a word of theirs. */
static bool is_found(const struct choice *choice, const struct people_row *row)
{
    const struct people_match match = {.find = choice->find,
                                       .values = choice->values,
                                       .language = choice->turn->page.language,
                                       .is_by_vacancy = !choice->vacancy_id.count};
    return is_people_match(&match, row, title_of(choice, row));
}

static bool is_chosen(const struct choice *choice, const struct people_row *row)
{
    return is_of_vacancy(choice, row) && is_pages_people_state(choice->show, row) &&
           is_found(choice, row);
}

static struct span letters_text(struct arena *arena, uint32_t letters)
{
    struct buffer out = buffer_init(arena, CELL_BYTES);
    for (int i = 0; i < PEOPLE_LETTERS_MAX; i++)
        if (letters >> i & 1)
            buffer_format(&out, "%s%c", out.count ? " " : "", 'a' + i);
    return buffer_span(&out);
}

static struct span topics_text(const struct choice *choice, const struct people_row *row)
{
    struct span names[PEOPLE_TOPICS_MAX];
    for (size_t i = 0; i < row->topic_count; i++)
        names[i] = topic_name(choice, row->topics[i]);
    return span_join(choice->turn->arena, names, row->topic_count, ", ");
}

static struct span between(struct arena *arena, const struct figure *figure)
{
    return span_format(arena, W("between %.*s and %.*s"),
                       SPAN_ARGS(page_number(arena, figure->low, 2)),
                       SPAN_ARGS(page_number(arena, figure->high, 2)));
}

/* The range without its point, and the phrase; or the reason in their place. */
static void figure_put(const struct choice *choice, const struct people_row *row,
                       struct page_block *table, struct page_row *line)
{
    struct arena *arena = choice->turn->arena;
    const char *phrase = wording_phrase(row->figure.phrase);
    page_cell(table, line, RANGE)->range =
        profile_chart_range(arena, &row->figure, WORDING_INTERVIEWER);
    if (row->is_shown) {
        line->cells[RANGE] = between(arena, &row->figure);
        line->cells[WORDS] =
            *phrase ? wording_title(arena, phrase) : WS("Not in words yet");
        return;
    }
    line->cells[RANGE] = WS("no range");
    line->cells[WORDS] = span_of(wording_figure_short(row->figure.absence));
    page_cell(table, line, WORDS)->is_soft = true;
    if (choice->vacancy && choice->has_apart)
        page_cell(table, line, WORDS)->columns = 2;
}

static void row_put(const struct choice *choice, const struct people_row *row,
                    struct page_block *table)
{
    struct arena *arena = choice->turn->arena;
    struct page_row *line = page_row(table, SPAN(""));
    line->cells[NUMBER] = span_format(arena, "%lld", (long long)row->place);
    line->cells[PERSON] = row->handle;
    page_cell(table, line, PERSON)->address = pages_link(arena, "/people/*", row->handle);
    line->cells[FINISHED] = pages_words_day(arena, row->date);
    figure_put(choice, row, table, line);
    if (!choice->vacancy)
        line->cells[APART] = title_of(choice, row);
    else if (row->is_shown && choice->has_apart)
        line->cells[APART] = letters_text(arena, row->letters);
    line->cells[at(choice, TOPICS)] = topics_text(choice, row);
    pages_people_state_put(row, table, line, at(choice, STATE));
    if (row->sat_before)
        page_remark(table, line,
                    span_format(arena,
                                W("This card was used before, as %.*s. The first one "
                                  "counts."),
                                SPAN_ARGS(row->sat_before->handle)));
}

static struct page_block *table_add(const struct choice *choice)
{
    struct page_column_look *looks =
        arena_array(choice->turn->arena, struct page_column_look, COLUMNS);
    looks[RANGE] = (struct page_column_look){
        .low = W("apart"), .middle = W("as usual"), .high = W("alike")};
    looks[at(choice, TOPICS)].is_spare = true;
    struct page_column columns[COLUMNS] = {
        [NUMBER] = {W("No."), 0},
        [PERSON] = {W("Person"), 0},
        [FINISHED] = {W("Finished"), 0},
        [RANGE] = {W("Resonance, as a range"), 0},
        [WORDS] = {W("In words"), 0},
        [APART] = {choice->vacancy ? W("Not told apart") : W("Vacancy"), 0}};
    columns[at(choice, TOPICS)] = (struct page_column){W("What stands out"), 0};
    columns[at(choice, STATE)] = (struct page_column){W("Where it stands"), 0};
    struct page_section *section =
        page_section(&choice->turn->page, PAGE_PLAIN, "list", "");
    struct page_block *table = page_add_table(section, W("People, in order of arrival"),
                                              columns, at(choice, COLUMNS));
    table->column_looks = looks;
    return table;
}

static struct span address_of_vacancy(const struct choice *choice, struct span vacancy,
                                      struct span show)
{
    struct arena *arena = choice->turn->arena;
    struct span address = pages_link_with(arena, SPAN("/people"), "vacancy", vacancy);
    address = pages_link_with(arena, address, "find", choice->find);
    return pages_link_with(arena, address, "show", show);
}

static struct span address_of(const struct choice *choice, struct span show, size_t from)
{
    struct arena *arena = choice->turn->arena;
    const struct span address = address_of_vacancy(choice, choice->vacancy_id, show);
    return from > 1
               ? pages_link_with(arena, address, "from", span_format(arena, "%zu", from))
               : address;
}

static void pager_add(const struct choice *choice, size_t shown, size_t all)
{
    struct arena *arena = choice->turn->arena;
    const size_t from = choice->from;
    if (all <= PAGES_ROWS)
        return;
    struct page_block *pager = page_add_pager(choice->turn->page.last, from,
                                              from + shown - (shown ? 1 : 0), all);
    if (from > 1)
        page_way_add(
            arena, &pager->ways, PAGE_WAY_LINK, WS("Those before"),
            address_of(choice, choice->show, from > PAGES_ROWS ? from - PAGES_ROWS : 1));
    if (from + shown <= all)
        page_way_add(arena, &pager->ways, PAGE_WAY_LINK, WS("Those after"),
                     address_of(choice, choice->show, from + PAGES_ROWS));
}

/* One page of them; returns how many there are. */
static size_t list_add(const struct choice *choice)
{
    struct page_block *table = table_add(choice);
    size_t all = 0, shown = 0;
    for (size_t i = 0; i < choice->people->count; i++) {
        const struct people_row *row = &choice->people->rows[i];
        if (!is_chosen(choice, row))
            continue;
        all++;
        if (all >= choice->from && shown < PAGES_ROWS) {
            row_put(choice, row, table);
            shown++;
        }
    }
    pager_add(choice, shown, all);
    return all;
}

static void filter_add(const struct choice *choice)
{
    struct pages_turn *turn = choice->turn;
    struct page_form *form =
        page_form_new(turn->arena, SPAN("/people"), SPAN(""), WS("Find"));
    struct page_field *find = page_form_field(
        form, PAGE_FIELD_TEXT, "find",
        choice->vacancy_id.count ? WS("Reference, card or topic")
                                 : WS("Reference, card, topic or vacancy"));
    find->value = choice->find;
    find->most = FIND_BYTES;
    if (choice->vacancy_id.count)
        page_form_field(form, PAGE_FIELD_HIDDEN, "vacancy", SPAN(""))->value =
            choice->vacancy_id;
    if (choice->show.count)
        page_form_field(form, PAGE_FIELD_HIDDEN, "show", SPAN(""))->value = choice->show;
    struct page_block *filter = page_add_filter(
        &turn->page.head, form, WS("In order of arrival. There is no other order."));
    for (size_t i = 0; i < PAGES_PEOPLE_STATES; i++) {
        const struct pages_people_state *state = &pages_people_states[i];
        size_t count = 0;
        for (size_t k = 0; k < choice->people->count; k++)
            count += is_of_vacancy(choice, &choice->people->rows[k]) &&
                     is_pages_people_state(span_of(state->id), &choice->people->rows[k]);
        struct page_way *way =
            page_way_add(turn->arena, &filter->ways, PAGE_WAY_LINK, WS(state->words),
                         address_of(choice, span_of(state->id), 1));
        way->note = span_format(turn->arena, "%zu", count);
        way->is_here = is_span(choice->show, state->id);
    }
}

/* What those of one vacancy are compared with. */
static void basis_add(struct page_section *section, const struct basis *basis)
{
    page_add_text(
        section,
        basis->grade == PROFILE_NONE
            ? WS("There is no organization profile to compare with, so there is no "
                 "figure, now or later.")
            : span_format(
                  section->arena,
                  W("Profile of %zu colleagues, who make %s. Earlier people it is "
                    "compared with: %zu. The figures open an interview; they do not "
                    "close one."),
                  basis->rater_count, wording_grade(basis->grade), basis->norm_count));
}

/* Said once: who cannot be told apart, and what the figures are. */
static void groups_add(const struct choice *choice)
{
    struct pages_turn *turn = choice->turn;
    const struct people_group *group = choice->group;
    struct page_section *section = page_section(&turn->page, PAGE_PLAIN, "apart", "");
    if (group && group->figure_count > 1 && group->has_letters)
        page_add_strong(section,
                        WS("People who share a letter cannot be told apart by these "
                           "sessions."),
                        WS("Letters are given in order of arrival."));
    else if (group && group->figure_count > 1)
        page_add_strong(
            section, WS("Whether two people can be told apart is seen pair by pair."),
            span_format(
                turn->arena,
                W("Of %zu pairs, their sessions tell %zu apart. Compare two people "
                  "to see whether they are one of these."),
                group->pair_count, group->apart_count));
    if (choice->vacancy && choice->vacancy->basis)
        basis_add(section, choice->vacancy->basis);
    if (choice->people->gone_count)
        page_add_text(section, span_format(turn->arena,
                                           W("%zu more without content: erased, or "
                                             "never brought here."),
                                           choice->people->gone_count));
    if (choice->people->locked_count)
        page_add_text(section, span_format(turn->arena,
                                           W("%zu more locked away until a hold is "
                                             "released."),
                                           choice->people->locked_count));
}

static void nobody_add(const struct choice *choice)
{
    struct pages_turn *turn = choice->turn;
    const bool is_narrowed = choice->find.count || choice->show.count;
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "nobody",
                     is_narrowed ? W("Nobody was found") : W("Nobody has come yet"));
    if (!is_narrowed)
        page_add_text(section, WS("Finished sessions wait on the terminal, sealed, until "
                                  "you bring them in."));
    struct page_block *ways = page_add_ways(section);
    if (is_narrowed)
        page_way_add(
            turn->arena, &ways->ways, PAGE_WAY_BUTTON, WS("Show all"),
            pages_link_with(turn->arena, SPAN("/people"), "vacancy", choice->vacancy_id));
    else
        page_way_add(turn->arena, &ways->ways, PAGE_WAY_MAIN, WS("Bring in results"),
                     SPAN("/import"));
}

/* How many of those that are looked for came for each vacancy, and one of them. */
struct of_vacancy {
    const struct people_row *row;
    size_t count;
};

static struct of_vacancy *vacancies_count(const struct choice *choice)
{
    struct of_vacancy *list = arena_array(choice->turn->arena, struct of_vacancy,
                                          choice->people->group_count + 1);
    struct choice all = *choice;
    all.vacancy_id = SPAN("");
    for (size_t i = 0; i < choice->people->count; i++) {
        const struct people_row *row = &choice->people->rows[i];
        list[row->group].row = row;
        list[row->group].count += is_chosen(&all, row);
    }
    return list;
}

/* The vacancies that people came for; what is looked for stays the same in each. */
static void vacancies_add(const struct choice *choice)
{
    struct pages_turn *turn = choice->turn;
    const struct of_vacancy *list = vacancies_count(choice);
    const bool is_narrowed = choice->find.count || choice->show.count;
    struct page_block *ways = NULL;
    size_t shown = 0, left = 0;
    for (size_t group = 0; group < choice->people->group_count; group++) {
        const struct people_row *row = list[group].row;
        const bool is_here = is_span_equal(row->vacancy, choice->vacancy_id);
        if (!is_here && is_narrowed && !list[group].count)
            continue;
        if (!is_here && shown == VACANCIES_SHOWN) {
            left++;
            continue;
        }
        if (!ways) {
            ways = page_add_ways(&turn->page.head);
            ways->title = WS("Vacancy:");
            page_way_add(turn->arena, &ways->ways, PAGE_WAY_LINK, WS("All"),
                         address_of_vacancy(choice, SPAN(""), choice->show))
                ->is_here = !choice->vacancy_id.count;
        }
        shown++;
        struct page_way *way =
            page_way_add(turn->arena, &ways->ways, PAGE_WAY_LINK, title_of(choice, row),
                         address_of_vacancy(choice, row->vacancy, choice->show));
        way->is_here = is_here;
        if (is_narrowed)
            way->note = span_format(turn->arena, "%zu", list[group].count);
    }
    if (left)
        page_add_note(
            &turn->page.head,
            span_format(turn->arena,
                        W("More vacancies: %zu. Find them by a word of their title."),
                        left));
}

/* Whoever came stays in the list, though the document of the vacancy is gone. */
static enum status document_read(struct choice *choice)
{
    const enum status status = office_vacancy(&choice->turn->operation->office,
                                              choice->vacancy_id, &choice->vacancy);
    if (choice->vacancy)
        choice->has_apart = choice->group && choice->group->has_letters;
    return status == STATUS_NOT_FOUND && choice->group ? OK : status;
}

static enum status choice_read(struct pages_turn *turn, struct choice *choice)
{
    const struct assessment *assessment;
    int64_t from = 1;
    struct people *people;
    enum status status = pages_turn_people(turn, &people);
    if (status == OK)
        status = office_assessment(&turn->operation->office, &assessment);
    if (status != OK)
        return status;
    *choice = (struct choice){
        .turn = turn,
        .people = people,
        .titles = arena_array(turn->arena, struct span, people->group_count),
        .values = assessment_part(assessment, PART_RESONANCE, ROLE_CANDIDATE, SPAN("")),
        .vacancy_id = pages_turn_field(turn, "vacancy"),
        .find = span_cut(span_trim(pages_turn_field(turn, "find")), 0, FIND_BYTES),
        .show = pages_turn_field(turn, "show"),
        .has_apart = true,
    };
    if (!choice->vacancy_id.count && people->group_count == 1)
        choice->vacancy_id = people->rows[0].vacancy;
    span_to_integer(pages_turn_field(turn, "from"), &from);
    choice->from = from > 1 ? (size_t)from : 1;
    for (size_t i = 0; choice->vacancy_id.count && i < people->count; i++)
        if (is_of_vacancy(choice, &people->rows[i]))
            choice->group = &people->groups[people->rows[i].group];
    return choice->vacancy_id.count ? document_read(choice) : OK;
}

enum status pages_people(struct pages_turn *turn)
{
    struct choice choice;
    pages_turn_begin(turn, WS("People"));
    page_way_add(turn->arena, &turn->shell.actions, PAGE_WAY_BUTTON, WS("Tables to take"),
                 SPAN("/export"));
    if (has_pages_turn_role(turn, "r"))
        page_way_add(turn->arena, &turn->shell.actions, PAGE_WAY_BUTTON,
                     WS("After hiring"), SPAN("/after"));
    enum status status = choice_read(turn, &choice);
    if (status == OK)
        status = pages_turn_note_people(turn, "listed", choice.vacancy_id, false);
    if (status != OK)
        return status;
    if (choice.vacancy) {
        turn->page.title = choice.vacancy->title;
        pages_turn_crumb(turn, WS("People"), SPAN("/people"));
        pages_turn_crumb(turn, choice.vacancy->title, SPAN(""));
    }
    vacancies_add(&choice);
    pages_people_state_cards(turn, choice.people, choice.vacancy, WN("See the vacancy"),
                             "/vacancies/*");
    filter_add(&choice);
    if (!list_add(&choice))
        nobody_add(&choice);
    groups_add(&choice);
    page_way_add(turn->arena, &turn->shell.actions, PAGE_WAY_BUTTON,
                 WS("Bring in results"), SPAN("/import"));
    return OK;
}
