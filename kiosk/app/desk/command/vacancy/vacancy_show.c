/* `resonance vacancy show`: one vacancy, or all there are. */
#include "app/desk/command/documents/documents.h"
#include "app/desk/command/vacancy/vacancy_weight.h"

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

static enum status list_add(struct operation *operation, struct span id,
                            struct canonical *object, struct page_row *row)
{
    struct vacancy *vacancy;
    const enum status status = office_vacancy(&operation->office, id, &vacancy);
    if (status != OK)
        return status;
    if (object) {
        canonical_text(object, "id", vacancy->id);
        canonical_text(object, "opened", vacancy->opened);
        canonical_flag(object, "pilot", vacancy->is_pilot);
        canonical_text(object, "state", span_of(state_word(vacancy->state)));
        canonical_text(object, "title", vacancy->title);
        return OK;
    }
    row->cells[0] = vacancy->id;
    row->cells[1] = span_format(operation->arena, "%s%s", state_word(vacancy->state),
                                vacancy->is_pilot ? ", pilot" : "");
    row->cells[2] = vacancy->opened;
    row->cells[3] = vacancy->title;
    return OK;
}

enum status vacancy_show_run(struct operation *operation)
{
    static const struct page_column columns[] = {
        {"Vacancy", 0}, {"State", 0}, {"Opened", 0}, {"Title", 0}};
    static const struct documents vacancies = {
        .folder = "vacancies",
        .none = "There is no vacancy yet; make one with 'resonance vacancy new'.",
        .columns = columns,
        .column_count = sizeof columns / sizeof *columns,
        .add = list_add};
    return operation->values.file_count ? show_one(operation)
                                        : documents_show(operation, &vacancies);
}
