#include "app/desk/command/vacancy/vacancy_weight.h"

#include "app/desk/command/vacancy/vacancy_seen.h"
#include "app/desk/form/told.h"
#include "base/text/shown_text.h"
#include "measure/resonance.h"
#include "profile/profile_name.h"
#include "profile/wording.h"

#include <math.h>

enum { REASON_BYTES_MAX = 300 };

static const struct part *values_of(const struct assessment *assessment)
{
    return assessment_part(assessment, PART_RESONANCE, ROLE_CANDIDATE, SPAN(""));
}

/* What may be named. */
static void topics_say(struct operation *operation, const struct assessment *assessment)
{
    const struct part *part = values_of(assessment);
    const struct questionnaire *values = part ? part->questionnaire : NULL;
    operation_say(operation, values ? "The topics of this form:"
                                    : "This form has no topics: it has no best-worst "
                                      "part for candidates.");
    struct page_block *facts = page_add_facts(&operation->page.head);
    for (size_t i = 0; values && i < values->dimension_count; i++)
        page_pair(facts, values->dimensions[i].id,
                  profile_name(part, SPAN("en"), values->dimensions[i].id));
}

/* "order=2,the timetable is a promise" */
static enum status weight_read(struct operation *operation, const char *text,
                               const struct assessment *assessment,
                               struct importance *out)
{
    const struct span all = span_of(text);
    const size_t equals = span_find(all, '='), comma = span_find(all, ',');
    *out = (struct importance){
        .dimension = span_trim(span_cut(all, 0, equals)),
        .reason = span_trim(span_cut(all, comma + 1, all.count)),
    };
    if (equals >= comma || comma == all.count || !out->reason.count ||
        out->reason.count > REASON_BYTES_MAX ||
        !span_to_number(span_trim(span_cut(all, equals + 1, comma - equals - 1)),
                        &out->weight) ||
        !(out->weight >= 0 && out->weight <= BASIS_IMPORTANCE_MOST))
        return fail(STATUS_USAGE,
                    "a weight is TOPIC=NUMBER,REASON with a number from 0 to %g and a "
                    "reason of at most %d bytes, such as \"order=2,the timetable is a "
                    "promise\"",
                    BASIS_IMPORTANCE_MOST, REASON_BYTES_MAX);
    if (profile_name_find(values_of(assessment), out->dimension))
        return shown_text_check("reason of a weight", out->reason);
    topics_say(operation, assessment);
    return fail(STATUS_BAD_INPUT,
                "\"%.*s\" is not a topic of this form; its topics are listed above",
                SPAN_ARGS(span_cut(out->dimension, 0, 60)));
}

static struct importance *place_of(struct vacancy *vacancy, struct span dimension)
{
    for (size_t i = 0; i < vacancy->importance_count; i++)
        if (is_span_equal(vacancy->importances[i].dimension, dimension))
            return &vacancy->importances[i];
    return &vacancy->importances[vacancy->importance_count++];
}

static bool is_named_before(const struct importance *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_span_equal(rows[i].dimension, rows[count].dimension))
            return true;
    return false;
}

/* Room for what a vacancy says already and for one row of each dimension. */
static struct importance *rows_make(struct arena *arena, const struct vacancy *vacancy)
{
    struct importance *rows = arena_array(
        arena, struct importance, vacancy->importance_count + RESONANCE_DIMENSIONS_MAX);
    for (size_t i = 0; i < vacancy->importance_count; i++)
        rows[i] = vacancy->importances[i];
    return rows;
}

static enum status weights_put(struct operation *operation,
                               const struct assessment *assessment, const char **texts,
                               size_t count, struct vacancy *vacancy)
{
    struct importance *given =
        arena_array(operation->arena, struct importance, RESONANCE_DIMENSIONS_MAX);
    struct span names[BASIS_NAMES];
    if (count > RESONANCE_DIMENSIONS_MAX)
        return fail(STATUS_USAGE, "there are more weights than topics");
    for (size_t i = 0; i < count; i++) {
        const enum status status =
            weight_read(operation, texts[i], assessment, &given[i]);
        if (status != OK)
            return status;
        if (is_named_before(given, i))
            return fail(STATUS_USAGE, "\"%.*s\" is weighed twice",
                        SPAN_ARGS(given[i].dimension));
    }
    const enum status status = operation_names(operation, "a weight", names);
    if (status != OK)
        return status;
    vacancy->importances = rows_make(operation->arena, vacancy);
    for (size_t i = 0; i < count; i++) {
        given[i].by[0] = names[0];
        given[i].by[1] = names[1];
        *place_of(vacancy, given[i].dimension) = given[i];
    }
    return OK;
}

enum status vacancy_weight_take(struct operation *operation,
                                const struct assessment *assessment,
                                struct vacancy *vacancy)
{
    const char *texts[OPTIONS_MOST];
    size_t count = 0;
    while (count < OPTIONS_MOST &&
           (texts[count] = options_text_again(&operation->values, "weight", count)))
        count++;
    if (count)
        return weights_put(operation, assessment, texts, count, vacancy);
    return has_option(&operation->values, "by")
               ? fail(STATUS_USAGE,
                      "--by names who agreed on a weight, and there is none")
               : OK;
}

/* What is frozen, or what a draft would come to. */
static enum status basis_of(struct operation *operation,
                            const struct assessment *assessment,
                            const struct vacancy *vacancy, struct basis **out_basis)
{
    struct agreement_view view;
    if (vacancy->basis) {
        *out_basis = vacancy->basis;
        return OK;
    }
    const enum status status =
        basis_build(operation->arena, assessment, NULL, 0, out_basis, &view);
    for (size_t i = 0; status == OK && i < vacancy->importance_count; i++) {
        const struct importance *row = &vacancy->importances[i];
        struct dimension_basis *dimension = basis_dimension(*out_basis, row->dimension);
        if (dimension)
            dimension->importance = row->weight;
    }
    return status;
}

/* With a tenth where it has one: whole numbers of fifteen equal topics would come to 105. */
static struct span share_words(struct arena *arena, double share)
{
    const double tenths = round(10 * share) / 10;
    return span_format(arena, tenths == round(tenths) ? "%.0f" : "%.1f", tenths);
}

/* "order counts 18 of 100: the timetable is a promise (Anna Berg and Jan Vos)" */
static struct span remark_of(struct arena *arena, const struct importance *row,
                             double share)
{
    const struct span names =
        row->by[1].count ? span_format(arena, " (%.*s and %.*s)", SPAN_ARGS(row->by[0]),
                                       SPAN_ARGS(row->by[1]))
                         : SPAN("");
    return span_format(arena, "%.*s counts %.*s of 100: %.*s%.*s",
                       SPAN_ARGS(row->dimension), SPAN_ARGS(share_words(arena, share)),
                       SPAN_ARGS(row->reason), SPAN_ARGS(names));
}

static void row_add(struct page_block *table, const struct part *part,
                    const struct vacancy *vacancy,
                    const struct dimension_basis *dimension, double share)
{
    struct arena *arena = table->arena;
    struct page_row *row = page_row(table, SPAN(""));
    row->cells[0] = profile_name(part, SPAN("en"), dimension->id);
    row->cells[1] = dimension->id;
    row->cells[2] = span_format(arena, "%g", dimension->importance);
    row->cells[3] = share_words(arena, share);
    for (size_t i = 0; i < vacancy->importance_count; i++)
        if (is_span_equal(vacancy->importances[i].dimension, dimension->id))
            page_remark(table, row, remark_of(arena, &vacancy->importances[i], share));
}

enum status vacancy_weight_say(struct operation *operation,
                               const struct assessment *assessment,
                               const struct vacancy *vacancy)
{
    static const struct page_column columns[] = {
        {"Topic", 0}, {"Id", 0}, {"Weight", 1}, {"Of 100", 1}};
    /* An id is typed, so it stands where there is room. */
    static const struct page_column_look looks[] = {{0}, {.is_spare = true}, {0}, {0}};
    struct basis *basis = NULL;
    double whole = 0;
    const enum status status = basis_of(operation, assessment, vacancy, &basis);
    if (status != OK)
        return status;
    for (size_t i = 0; i < basis->dimension_count; i++)
        whole += basis_weight(basis, i);
    struct page_block *table = page_add_table(&operation->page.head, "", columns, 4);
    table->column_looks = looks;
    for (size_t i = 0; i < basis->dimension_count; i++)
        row_add(table, values_of(assessment), vacancy, &basis->dimensions[i],
                whole > 0 ? 100 * basis_weight(basis, i) / whole : 0);
    if (!vacancy->basis)
        operation_say(operation, "A topic on which colleagues do not agree will count "
                                 "half, or not at all, and the others more.");
    return OK;
}

static struct span norm_text(struct arena *arena, const struct norm *norm)
{
    const struct span text =
        span_format(arena, "%zu %s, %.*s, from %.*s", norm->count,
                    norm->count == 1 ? "person" : "people", SPAN_ARGS(norm->made),
                    SPAN_ARGS(span_join(arena, norm->sources, norm->source_count, ", ")));
    return norm->count >= RESONANCE_NORM_LEAST
               ? text
               : span_format(arena,
                             "%.*s: fewer than %d, so figures get no phrase, now or "
                             "later",
                             SPAN_ARGS(text), RESONANCE_NORM_LEAST);
}

static void profile_pair(struct page_block *facts, const struct basis *basis)
{
    page_pair(facts, SPAN("Profile:"),
              basis->grade == PROFILE_NONE
                  ? SPAN("none: no resonance is computed, now or later")
                  : span_format(facts->arena, "%s (%zu colleagues)",
                                wording_grade_effect(basis->grade), basis->rater_count));
}

static void norm_pair(struct page_block *facts, const struct vacancy *vacancy)
{
    const struct basis *basis = vacancy->basis;
    if (vacancy->norm)
        page_pair(facts, SPAN("Norm:"), norm_text(facts->arena, vacancy->norm));
    else if (has_basis_means(basis) && basis->grade != PROFILE_NONE)
        page_pair(facts, SPAN("Norm:"),
                  SPAN("nobody yet, so figures get no phrase, now or later"));
}

void vacancy_weight_frozen(struct page_block *facts, const struct vacancy *vacancy)
{
    profile_pair(facts, vacancy->basis);
    norm_pair(facts, vacancy);
}

void vacancy_weight_missing(struct page_block *facts, const struct vacancy *vacancy)
{
    if (vacancy->basis->grade == PROFILE_NONE)
        profile_pair(facts, vacancy->basis);
    else if (!vacancy->norm || vacancy->norm->count < RESONANCE_NORM_LEAST)
        norm_pair(facts, vacancy);
}

/* The words after the id are weights, too. */
/* Puts what is given into the draft; nothing is given to look at it. */
static enum status weights_change(struct operation *operation,
                                  const struct assessment *assessment,
                                  struct vacancy *vacancy)
{
    struct options *values = &operation->values;
    if (values->file_count == 1)
        return has_option(values, "by")
                   ? fail(STATUS_USAGE, "--by names who agreed on a weight, and there is "
                                        "none")
                   : OK;
    if (vacancy->state != VACANCY_DRAFT)
        return fail(STATUS_REFUSED,
                    "vacancy %.*s was opened before; its weights never change again",
                    SPAN_ARGS(vacancy->id));
    enum status status = vacancy_seen_check(operation, vacancy);
    if (status == OK)
        status = weights_put(operation, assessment, values->files + 1,
                             values->file_count - 1, vacancy);
    return status == OK ? office_put_vacancy(&operation->office, vacancy) : status;
}

enum status vacancy_weight_run(struct operation *operation)
{
    const struct assessment *assessment;
    struct vacancy *vacancy;
    enum status status =
        office_vacancy(&operation->office, operation_word(operation, 0), &vacancy);
    if (status == OK)
        status = office_assessment(&operation->office, &assessment);
    if (status == OK)
        status = weights_change(operation, assessment, vacancy);
    if (status == OK)
        status = vacancy_weight_say(operation, assessment, vacancy);
    if (status == OK && vacancy->state == VACANCY_DRAFT)
        told_vacancy(operation->arena, &operation->page.head,
                     operation->office.organization->language, vacancy);
    return status;
}
