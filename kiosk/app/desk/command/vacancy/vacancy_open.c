/* `resonance vacancy open`: what is frozen for good is said before. */
#include "app/desk/command/vacancy/vacancy_open.h"

#include "app/desk/command/vacancy/vacancy_pilot.h"
#include "app/desk/command/vacancy/vacancy_seen.h"
#include "app/desk/command/vacancy/vacancy_weight.h"

#include "app/desk/form/told.h"
#include "app/desk/office/norms/office_norm.h"
#include "app/desk/office/profiles/freezing.h"
#include "assessment/assessment_sample.h"
#include "base/clock.h"
#include "profile/wording.h"
#include "scoring/basis/norm.h"

/* What vacancy_open_prepare leaves to vacancy_open_run. */
struct opening {
    struct vacancy *vacancy;
    const struct assessment *assessment;
    struct basis *basis;
    struct span profile; /* empty: none */
    size_t days;         /* for which results are kept; 0: as the draft has it */
    struct span sample;  /* what of the form is of a made-up company; empty: nothing */
};

static enum status profile_missing(size_t count)
{
    return count ? fail(STATUS_USAGE,
                        "there are %zu profiles; say which with --profile, or "
                        "--without-profile",
                        count)
                 : fail(STATUS_REFUSED,
                        "there is no frozen profile of the organization, and a vacancy "
                        "opened without one can never have a figure; freeze one with "
                        "'resonance profile freeze', or repeat with --without-profile");
}

/* Which frozen profile: the one named, or the only one; none is an empty span. */
static enum status profile_choose(struct operation *operation, struct span *out_id)
{
    const char *given = options_text(&operation->values, "profile");
    const bool is_without = has_option(&operation->values, "without-profile");
    struct span *names;
    size_t count;
    enum status status = options_one_of(&operation->values, "profile without-profile");
    if (status == OK)
        status = office_names(&operation->office, "profiles", &names, &count);
    if (status != OK)
        return status;
    *out_id = given ? span_of(given) : SPAN("");
    for (size_t i = 0; given && i < count; i++)
        if (is_span(names[i], given))
            return OK;
    if (given)
        return freezing_missing(&operation->office, *out_id);
    if (is_without)
        return OK;
    if (!count)
        status = freezing_check(&operation->office);
    if (status != OK)
        return status;
    if (count != 1)
        return profile_missing(count);
    *out_id = names[0];
    return OK;
}

/* A person who applies must not read another company's story as the organization's own. */
static enum status sample_check(struct operation *operation, struct opening *opening)
{
    opening->sample = assessment_sample_words(operation->arena, opening->assessment);
    if (!opening->sample.count || has_option(&operation->values, "sample"))
        return OK;
    return fail(STATUS_REFUSED,
                "a sample of a made-up company is in the form (%.*s); %s; --sample opens "
                "the vacancy all the same, for a demonstration",
                SPAN_ARGS(opening->sample), assessment_sample_mend());
}

static enum status basis_of(struct operation *operation, struct opening *opening)
{
    struct agreement_view view;
    struct office *office = &operation->office;
    return opening->profile.count
               ? freezing_profile(office, opening->profile, &opening->basis)
               : basis_build(operation->arena, opening->assessment, NULL, 0,
                             &opening->basis, &view);
}

/* A form that asks candidates for no choices has no norm. */
static bool has_norm(const struct opening *opening)
{
    return has_basis_means(opening->basis) && norm_width(opening->assessment) > 0;
}

/* The norm is made from what people answered, so keys are wanted as soon as anybody has. */
enum status vacancy_open_prepare(struct operation *operation)
{
    struct opening *opening = arena_new(operation->arena, struct opening);
    enum status status = office_vacancy(&operation->office, operation_word(operation, 0),
                                        &opening->vacancy);
    operation->state = opening;
    if (status == OK && opening->vacancy->state != VACANCY_DRAFT)
        status = fail(STATUS_REFUSED,
                      "vacancy %.*s was opened before; its basis never changes again",
                      SPAN_ARGS(opening->vacancy->id));
    if (status == OK)
        status = options_count(&operation->values, "days", 1, VACANCY_KEEP_DAYS_MAX,
                               &opening->days);
    if (status == OK)
        status = profile_choose(operation, &opening->profile);
    if (status == OK)
        status = office_assessment(&operation->office, &opening->assessment);
    if (status == OK)
        status = sample_check(operation, opening);
    if (status == OK)
        status = basis_of(operation, opening);
    return status == OK && has_norm(opening)
               ? office_norm_wants_keys(&operation->office, &operation->wants.result_keys)
               : status;
}

static enum status freeze(struct operation *operation, const struct opening *opening)
{
    struct norm *norm = NULL;
    enum status status = OK;
    if (has_norm(opening)) {
        status = operation_reader_open(operation, 0);
        if (status == OK)
            status = office_norm_now(&operation->reader, &norm);
        if (status == OK && !norm->count)
            norm = NULL;
    }
    return status == OK
               ? vacancy_freeze(operation->arena, opening->vacancy, opening->basis, norm,
                                clock_date(operation->arena, clock_now().unix_ms))
               : status;
}

static enum status frozen_say(struct operation *operation, const struct opening *opening)
{
    struct vacancy *vacancy = opening->vacancy;
    operation_say(operation,
                  "What would be frozen into %.*s for good:", SPAN_ARGS(vacancy->id));
    struct page_block *facts = page_add_facts(&operation->page.head);
    vacancy_weight_frozen(facts, vacancy);
    vacancy_pilot_say(operation, vacancy);
    const enum status status =
        vacancy_weight_say(operation, opening->assessment, vacancy);
    if (status == OK)
        told_vacancy(operation->arena, &operation->page.head,
                     operation->office.organization->language, vacancy);
    return status;
}

enum status vacancy_open_say(struct operation *operation, struct span *out_digest)
{
    const struct opening *opening = operation->state;
    enum status status = freeze(operation, opening);
    if (status == OK)
        status = frozen_say(operation, opening);
    if (status == OK)
        *out_digest = vacancy_seen_digest(operation->arena, opening->vacancy);
    return status;
}

/* Before the deed, for it cannot be undone. */
static enum status ask(struct operation *operation, const struct opening *opening)
{
    const enum status status = frozen_say(operation, opening);
    return status == OK
               ? fail(STATUS_REFUSED,
                      "this never changes again; open %.*s by repeating it with --yes",
                      SPAN_ARGS(opening->vacancy->id))
               : status;
}

/* What was promised to those who answer has an end only when somebody sets one. */
static void say_days(struct operation *operation, const struct vacancy *vacancy)
{
    if (vacancy->keep_days)
        operation_say(operation,
                      "Results are kept %lld day%s from the decision, or from the day "
                      "they were answered where nothing was decided.",
                      (long long)vacancy->keep_days, vacancy->keep_days == 1 ? "" : "s");
    else
        operation_say(
            operation,
            "What people answer for it has no end yet: 'resonance retention set "
            "%.*s --days N'.",
            SPAN_ARGS(vacancy->id));
}

static void say_open(struct operation *operation, const struct opening *opening)
{
    const struct vacancy *vacancy = opening->vacancy;
    operation_say(operation, "%.*s is open.", SPAN_ARGS(vacancy->id));
    if (opening->profile.count)
        operation_say(operation, "Profile %.*s: %s.", SPAN_ARGS(opening->profile),
                      wording_grade_effect(opening->basis->grade));
    vacancy_weight_missing(page_add_facts(&operation->page.head), vacancy);
    vacancy_pilot_say(operation, vacancy);
}

enum status vacancy_open_run(struct operation *operation)
{
    const struct opening *opening = operation->state;
    struct vacancy *vacancy = opening->vacancy;
    enum status status = freeze(operation, opening);
    if (status == OK && !has_option(&operation->values, "yes"))
        return ask(operation, opening);
    if (status == OK)
        status = vacancy_seen_check(operation, vacancy);
    if (opening->days)
        vacancy->keep_days = (int64_t)opening->days;
    if (status == OK)
        status = office_put_vacancy(&operation->office, vacancy);
    if (status != OK)
        return status;
    say_open(operation, opening);
    if (opening->sample.count)
        operation_say(operation,
                      "It is a demonstration: a sample of a made-up company is in the "
                      "form (%.*s).",
                      SPAN_ARGS(opening->sample));
    say_days(operation, vacancy);
    operation_say(operation,
                  "Next: 'resonance invite %.*s --count N', then enrol the terminals.",
                  SPAN_ARGS(vacancy->id));
    return OK;
}
