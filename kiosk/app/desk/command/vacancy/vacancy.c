/* `resonance vacancy new|edit|remove|close`: what people are invited for; weights stand in
 * vacancy_weight.c, the opening in vacancy_open.c, the rest in vacancy_show.c. */
#include "app/desk/command/vacancy/vacancy_pilot.h"
#include "app/desk/command/vacancy/vacancy_seen.h"
#include "app/desk/command/vacancy/vacancy_weight.h"

#include "app/desk/form/told.h"
#include "base/file.h"
#include "base/text/shown_text.h"
#include "base/utf8.h"

static enum status pilot_take(const struct options *values, struct vacancy *vacancy)
{
    const enum status status = options_one_of(values, "pilot no-pilot");
    vacancy->is_pilot = has_option(values, "pilot") ||
                        (vacancy->is_pilot && !has_option(values, "no-pilot"));
    return status;
}

/* One line of a report and a part of a sentence on the screen. */
enum { TITLE_CHARACTERS_MAX = 200 };

static enum status title_take(const struct options *values, struct vacancy *vacancy)
{
    const char *title = NULL;
    enum status status = options_need(values, "title", &title);
    if (status == OK)
        status = shown_text_check("title", span_of(title));
    if (status == OK && utf8_count(span_of(title)) > TITLE_CHARACTERS_MAX)
        status = fail(STATUS_BAD_INPUT, "a title has at most %d characters",
                      TITLE_CHARACTERS_MAX);
    if (status == OK)
        vacancy->title = span_of(title);
    return status;
}

static enum status id_check(struct operation *operation, struct span id)
{
    if (!is_vacancy_id(id))
        return fail(STATUS_BAD_INPUT,
                    "the id of a vacancy has 1 to %d small letters, digits and hyphens",
                    VACANCY_ID_BYTES_MAX);
    return is_file(office_path(&operation->office,
                               office_name(&operation->office, "vacancies", id)))
               ? fail(STATUS_EXISTS,
                      "there is a vacancy %.*s already; take another id, or change a "
                      "draft with 'resonance vacancy edit'",
                      SPAN_ARGS(id))
               : OK;
}

/* Topics may be named on the page, so the assessment is read first. */
static enum status weights_take(struct operation *operation, struct vacancy *vacancy)
{
    const struct assessment *assessment;
    const enum status status = office_assessment(&operation->office, &assessment);
    return status == OK ? vacancy_weight_take(operation, assessment, vacancy) : status;
}

enum status vacancy_new_run(struct operation *operation)
{
    const struct organization *organization = operation->office.organization;
    const struct span id = operation_word(operation, 0);
    struct vacancy vacancy = {
        .id = id,
        .organization = organization->name,
        .contact = organization->contact,
        .retention = organization->retention,
        .is_pilot = has_option(&operation->values, "pilot"),
    };
    enum status status = title_take(&operation->values, &vacancy);
    if (status == OK)
        status = id_check(operation, id);
    if (status == OK)
        status = weights_take(operation, &vacancy);
    if (status == OK)
        status = office_put_vacancy(&operation->office, &vacancy);
    if (status == OK)
        operation_say(operation,
                      "Made the draft %.*s. Next: 'resonance vacancy weight %.*s', then "
                      "'resonance vacancy open %.*s'.",
                      SPAN_ARGS(id), SPAN_ARGS(id), SPAN_ARGS(id));
    if (status == OK)
        vacancy_pilot_say(operation, &vacancy);
    if (status == OK)
        told_vacancy(operation->arena, &operation->page.head,
                     operation->office.organization->language, &vacancy);
    return status;
}

/* The draft that the first word names. */
static enum status draft_read(struct operation *operation, struct vacancy **out_vacancy)
{
    const enum status status =
        office_vacancy(&operation->office, operation_word(operation, 0), out_vacancy);
    if (status != OK)
        return status;
    return (*out_vacancy)->state != VACANCY_DRAFT
               ? fail(
                     STATUS_REFUSED,
                     "vacancy %.*s was opened before; only a draft is changed or removed",
                     SPAN_ARGS((*out_vacancy)->id))
               : vacancy_seen_check(operation, *out_vacancy);
}

static bool is_change(const struct options *values)
{
    return has_option(values, "title") || has_option(values, "weight") ||
           has_option(values, "pilot") || has_option(values, "no-pilot");
}

enum status vacancy_edit_run(struct operation *operation)
{
    const struct options *values = &operation->values;
    struct vacancy *vacancy;
    enum status status = draft_read(operation, &vacancy);
    if (status == OK && !is_change(values))
        status = fail(STATUS_USAGE, "say what to change: --title, --weight, --pilot or "
                                    "--no-pilot");
    if (status == OK && has_option(values, "title"))
        status = title_take(values, vacancy);
    if (status == OK)
        status = pilot_take(values, vacancy);
    if (status == OK)
        status = weights_take(operation, vacancy);
    if (status == OK)
        status = office_put_vacancy(&operation->office, vacancy);
    if (status == OK)
        operation_say(operation, "Changed the draft %.*s.", SPAN_ARGS(vacancy->id));
    if (status == OK)
        told_vacancy(operation->arena, &operation->page.head,
                     operation->office.organization->language, vacancy);
    return status;
}

enum status vacancy_remove_run(struct operation *operation)
{
    struct vacancy *vacancy;
    enum status status = draft_read(operation, &vacancy);
    if (status == OK)
        status = office_remove(&operation->office,
                               office_name(&operation->office, "vacancies", vacancy->id));
    if (status == OK)
        operation_say(operation, "Removed the draft %.*s.", SPAN_ARGS(vacancy->id));
    return status;
}

enum status vacancy_close_run(struct operation *operation)
{
    struct vacancy *vacancy;
    enum status status =
        office_vacancy(&operation->office, operation_word(operation, 0), &vacancy);
    if (status == OK && vacancy->state == VACANCY_CLOSED)
        status = fail(STATUS_REFUSED, "the vacancy %.*s is closed already",
                      SPAN_ARGS(vacancy->id));
    if (status == OK && vacancy->state != VACANCY_OPEN)
        status = fail(STATUS_REFUSED,
                      "the vacancy %.*s is a draft; only an open one is closed, and a "
                      "draft removed with 'resonance vacancy remove'",
                      SPAN_ARGS(vacancy->id));
    if (status == OK)
        status = vacancy_seen_check(operation, vacancy);
    if (status != OK)
        return status;
    vacancy->state = VACANCY_CLOSED;
    status = office_put_vacancy(&operation->office, vacancy);
    if (status == OK)
        operation_say(operation,
                      "%.*s is closed. Enrol the terminals again, so that they know.",
                      SPAN_ARGS(vacancy->id));
    return status;
}
