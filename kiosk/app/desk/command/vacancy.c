/* `resonance vacancy new|show|open|close`: what people are invited for. */
#include "app/desk/command/operation.h"

#include "app/desk/office/assessment_files.h"
#include "base/clock.h"
#include "base/file.h"
#include "profile/wording.h"

/* "order=2,the timetable is a promise" */
static enum status weight_read(const char *text, const struct questionnaire *values,
                               struct importance *out)
{
    const struct span all = span_of(text);
    const size_t equals = span_find(all, '='), comma = span_find(all, ',');
    *out = (struct importance){
        .dimension = span_trim(span_cut(all, 0, equals)),
        .reason = span_trim(span_cut(all, comma + 1, all.count)),
    };
    if (equals >= comma || comma == all.count || !out->reason.count ||
        !span_to_number(span_trim(span_cut(all, equals + 1, comma - equals - 1)),
                        &out->weight) ||
        out->weight < 0)
        return fail(
            STATUS_USAGE,
            "a weight is DIMENSION=NUMBER,REASON with a number of 0 or more and a "
            "reason, such as \"order=2,the timetable is a promise\"");
    for (size_t i = 0; i < values->dimension_count; i++)
        if (is_span_equal(values->dimensions[i].id, out->dimension))
            return OK;
    return fail(STATUS_BAD_INPUT,
                "\"%.*s\" is no dimension of the assessment; they are named in "
                "assessment/",
                SPAN_ARGS(span_cut(out->dimension, 0, 60)));
}

static enum status weights_read(struct operation *operation,
                                const struct questionnaire *values,
                                struct vacancy *vacancy)
{
    vacancy->importances =
        arena_array(operation->arena, struct importance, RESONANCE_DIMENSIONS_MAX);
    for (size_t i = 0;; i++) {
        const char *text = options_text_again(&operation->values, "weight", i);
        if (!text)
            return OK;
        if (i == RESONANCE_DIMENSIONS_MAX)
            return fail(STATUS_USAGE, "there are more weights than dimensions");
        struct importance *row = &vacancy->importances[i];
        const enum status status = weight_read(text, values, row);
        if (status != OK)
            return status;
        for (size_t k = 0; k < i; k++)
            if (is_span_equal(vacancy->importances[k].dimension, row->dimension))
                return fail(STATUS_USAGE, "\"%.*s\" is weighed twice",
                            SPAN_ARGS(row->dimension));
        vacancy->importance_count++;
    }
}

static enum status assessment_of(struct operation *operation,
                                 struct assessment **out_assessment)
{
    struct file_set set = file_set_init(operation->arena);
    return assessment_files_read(&set, office_path(&operation->office, "assessment"),
                                 NULL, out_assessment);
}

enum status vacancy_new_run(struct operation *operation)
{
    const struct organization *organization = operation->office.organization;
    const struct span id = operation_word(operation, 0);
    const char *title = "";
    struct assessment *assessment;
    enum status status = options_need(&operation->values, "title", &title);
    struct vacancy vacancy = {
        .id = id,
        .title = span_of(title),
        .organization = organization->name,
        .contact = organization->contact,
        .retention = organization->retention,
    };
    if (status == OK && !is_vacancy_id(id))
        status = fail(STATUS_BAD_INPUT,
                      "the id of a vacancy has 1 to %d small letters, digits and hyphens",
                      VACANCY_ID_BYTES_MAX);
    if (status == OK &&
        is_file(office_path(
            &operation->office,
            span_format(operation->arena, "vacancies/%.*s.json", SPAN_ARGS(id)).data)))
        status = fail(STATUS_EXISTS,
                      "there is a vacancy %.*s already, and vacancies are not changed "
                      "afterwards; take another id",
                      SPAN_ARGS(id));
    if (status == OK)
        status = assessment_of(operation, &assessment);
    if (status == OK) {
        const struct part *values =
            assessment_part(assessment, PART_RESONANCE, ROLE_CANDIDATE, SPAN(""));
        status = weights_read(operation, values->questionnaire, &vacancy);
    }
    if (status == OK)
        status = office_put_vacancy(&operation->office, &vacancy);
    if (status == OK)
        operation_say(operation,
                      "Made the draft %.*s. Next: 'resonance vacancy open %.*s'.",
                      SPAN_ARGS(id), SPAN_ARGS(id));
    return status;
}

static const char *state_word(enum vacancy_state state)
{
    return state == VACANCY_DRAFT ? "draft" : state == VACANCY_OPEN ? "open" : "closed";
}

static void show_say(struct operation *operation, const struct vacancy *vacancy,
                     size_t code_count)
{
    struct arena *arena = operation->arena;
    operation_say(operation, "%.*s: %.*s", SPAN_ARGS(vacancy->id),
                  SPAN_ARGS(vacancy->title));
    struct page_block *facts = page_add_facts(&operation->page.head);
    page_pair(facts, SPAN("State:"),
              span_format(arena, "%s%s%.*s", state_word(vacancy->state),
                          vacancy->opened.count ? " since " : "",
                          SPAN_ARGS(vacancy->opened)));
    if (vacancy->basis)
        page_pair(facts, SPAN("Profile:"),
                  span_format(arena, "%s (%zu colleagues)",
                              wording_grade_effect(vacancy->basis->grade),
                              vacancy->basis->rater_count));
    page_pair(facts, SPAN("Codes:"), span_format(arena, "%zu", code_count));
    page_pair(facts, SPAN("Retention:"), vacancy->retention);
    for (size_t i = 0; i < vacancy->importance_count; i++) {
        const struct importance *row = &vacancy->importances[i];
        page_pair(facts, SPAN("Weight:"),
                  span_format(arena, "%.*s %g: %.*s", SPAN_ARGS(row->dimension),
                              row->weight, SPAN_ARGS(row->reason)));
    }
    operation_say(operation,
                  "All other dimensions weigh 1. Pilot form, not for decisions.");
}

enum status vacancy_show_run(struct operation *operation)
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
        code_count += is_span_equal(invitations->invites[i].vacancy, vacancy->id) ? 1 : 0;
    if (has_option(&operation->values, "json"))
        return operation_json(operation, vacancy_write(operation->arena, vacancy));
    show_say(operation, vacancy, code_count);
    return OK;
}

/* Which frozen profile: the one named, or the only one; none is an empty span. */
static enum status profile_choose(struct operation *operation, struct span *out_id)
{
    const char *given = options_text(&operation->values, "profile");
    struct span *names;
    size_t count;
    const enum status status =
        office_names(&operation->office, "profiles", &names, &count);
    if (status != OK)
        return status;
    *out_id = given ? span_of(given) : count ? names[0] : SPAN("");
    for (size_t i = 0; given && i < count; i++)
        if (is_span(names[i], given))
            return OK;
    if (given)
        return fail(STATUS_NOT_FOUND,
                    "there is no profile \"%.60s\"; freeze one with 'resonance profile "
                    "freeze'",
                    given);
    if (count > 1)
        return fail(STATUS_USAGE, "there are %zu profiles; say which with --profile",
                    count);
    return OK;
}

static enum status basis_of(struct operation *operation, struct span profile,
                            struct basis **out_basis)
{
    struct agreement_view view;
    struct assessment *assessment;
    struct span bytes;
    if (profile.count) {
        const char *name =
            span_format(operation->arena, "profiles/%.*s.json", SPAN_ARGS(profile)).data;
        const enum status status =
            office_read(&operation->office, name, VACANCY_BYTES_MAX, &bytes);
        return status == OK ? basis_read(operation->arena, bytes, out_basis) : status;
    }
    const enum status status = assessment_of(operation, &assessment);
    return status == OK
               ? basis_build(operation->arena, assessment, NULL, 0, out_basis, &view)
               : status;
}

enum status vacancy_open_run(struct operation *operation)
{
    struct vacancy *vacancy;
    struct basis *basis;
    struct span profile;
    enum status status =
        office_vacancy(&operation->office, operation_word(operation, 0), &vacancy);
    if (status == OK)
        status = profile_choose(operation, &profile);
    if (status == OK)
        status = basis_of(operation, profile, &basis);
    if (status == OK)
        status = vacancy_freeze(operation->arena, vacancy, basis, NULL,
                                clock_date(operation->arena, clock_now().unix_ms));
    if (status == OK)
        status = office_put_vacancy(&operation->office, vacancy);
    if (status != OK)
        return status;
    operation_say(operation, "%.*s is open.", SPAN_ARGS(vacancy->id));
    if (profile.count)
        operation_say(operation, "Profile %.*s: %s.", SPAN_ARGS(profile),
                      wording_grade_effect(basis->grade));
    else
        operation_say(operation,
                      "There is no frozen profile of the organization, so no resonance "
                      "will be computed for this vacancy, now or later.");
    operation_say(operation,
                  "Next: 'resonance invite %.*s --count N', then enrol the terminals.",
                  SPAN_ARGS(vacancy->id));
    return OK;
}

enum status vacancy_close_run(struct operation *operation)
{
    struct vacancy *vacancy;
    enum status status =
        office_vacancy(&operation->office, operation_word(operation, 0), &vacancy);
    if (status == OK && vacancy->state != VACANCY_OPEN)
        status = fail(STATUS_REFUSED, "the vacancy is %s; only an open one is closed",
                      state_word(vacancy->state));
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
