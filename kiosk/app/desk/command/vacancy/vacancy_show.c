/* `resonance vacancy show`: one vacancy, or all there are. */
#include "app/desk/command/vacancy/vacancy_weight.h"

#include "base/json/canonical.h"

enum { LIST_BYTES = 1 << 20 };

static const char *state_word(enum vacancy_state state)
{
    return state == VACANCY_DRAFT ? "draft" : state == VACANCY_OPEN ? "open" : "closed";
}

static enum status show_say(struct operation *operation, const struct vacancy *vacancy,
                            size_t code_count)
{
    struct arena *arena = operation->arena;
    const struct assessment *assessment;
    const enum status status = office_assessment(&operation->office, &assessment);
    if (status != OK)
        return status;
    operation_say(operation, "%.*s: %.*s", SPAN_ARGS(vacancy->id),
                  SPAN_ARGS(vacancy->title));
    struct page_block *facts = page_add_facts(&operation->page.head);
    page_pair(facts, SPAN("State:"),
              span_format(arena, "%s%s%.*s", state_word(vacancy->state),
                          vacancy->opened.count ? " since " : "",
                          SPAN_ARGS(vacancy->opened)));
    if (vacancy->is_pilot)
        page_pair(facts, SPAN("Pilot:"),
                  SPAN("the form is tried out; nothing is decided about anybody"));
    if (vacancy->basis)
        vacancy_weight_frozen(facts, vacancy);
    page_pair(facts, SPAN("Codes:"), span_format(arena, "%zu", code_count));
    page_pair(facts, SPAN("Retention:"), vacancy->retention);
    if (vacancy->keep_days)
        page_pair(facts, SPAN("Kept:"),
                  span_format(arena, "days from the decision or the answers: %lld",
                              (long long)vacancy->keep_days));
    if (assessment->is_pilot)
        page_pair(facts, SPAN("Form:"), SPAN("pilot form, not for decisions"));
    return vacancy_weight_say(operation, assessment, vacancy);
}

static enum status show_one(struct operation *operation)
{
    struct invitations *invitations;
    struct vacancy *vacancy;
    size_t code_count = 0;
    enum status status =
        office_vacancy(&operation->office, operation_word(operation, 0), &vacancy);
    if (status == OK)
        status = office_invitations(&operation->office, &invitations);
    if (status != OK)
        return status;
    for (size_t i = 0; i < invitations->invite_count; i++)
        code_count += invitations->invites[i].role == ROLE_CANDIDATE &&
                      is_span_equal(invitations->invites[i].vacancy, vacancy->id) &&
                      !invitations->invites[i].is_revoked;
    if (has_option(&operation->values, "json"))
        return operation_json(operation, vacancy_write(operation->arena, vacancy));
    return show_say(operation, vacancy, code_count);
}

/* All there are, by id. */
static enum status list_json(struct operation *operation, struct span *names,
                             size_t count)
{
    struct canonical c = canonical_begin(operation->arena);
    enum status status = OK;
    canonical_object(&c, NULL);
    canonical_list(&c, "vacancies");
    for (size_t i = 0; i < count && status == OK; i++) {
        struct vacancy *vacancy;
        status = office_vacancy(&operation->office, names[i], &vacancy);
        if (status != OK)
            return status;
        canonical_object(&c, NULL);
        canonical_text(&c, "id", vacancy->id);
        canonical_text(&c, "opened", vacancy->opened);
        canonical_flag(&c, "pilot", vacancy->is_pilot);
        canonical_text(&c, "state", span_of(state_word(vacancy->state)));
        canonical_text(&c, "title", vacancy->title);
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_end(&c);
    return operation_json(operation, canonical_bytes(&c));
}

static enum status list_say(struct operation *operation, struct span *names, size_t count)
{
    static const struct page_column columns[] = {
        {"Vacancy", 0}, {"State", 0}, {"Opened", 0}, {"Title", 0}};
    enum status status = operation_page_open(operation, LIST_BYTES);
    if (status == OK && !count)
        operation_say(operation,
                      "There is no vacancy yet; make one with 'resonance vacancy new'.");
    if (status != OK || !count)
        return status;
    struct page_block *table = page_add_table(&operation->page.head, "", columns, 4);
    for (size_t i = 0; i < count && status == OK; i++) {
        struct vacancy *vacancy;
        status = office_vacancy(&operation->office, names[i], &vacancy);
        if (status != OK)
            return status;
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] = vacancy->id;
        row->cells[1] = span_format(operation->arena, "%s%s", state_word(vacancy->state),
                                    vacancy->is_pilot ? ", pilot" : "");
        row->cells[2] = vacancy->opened;
        row->cells[3] = vacancy->title;
    }
    return status;
}

static enum status list(struct operation *operation)
{
    struct span *names;
    size_t count;
    const enum status status =
        office_names(&operation->office, "vacancies", &names, &count);
    if (status != OK)
        return status;
    return has_option(&operation->values, "json") ? list_json(operation, names, count)
                                                  : list_say(operation, names, count);
}

enum status vacancy_show_run(struct operation *operation)
{
    if (!operation->values.file_count)
        return list(operation);
    return show_one(operation);
}
