#include "app/desk/office/profile_text.h"

#include "profile/profile_card.h"
#include "profile/profile_name.h"
#include "profile/wording.h"

#include <math.h>

/* A row that begins with `name` and three numbers, of which `count` are told, and ends with
 * `words`. */
static void row_add(struct page_block *table, struct span name, const double *numbers,
                    size_t count, const char *words)
{
    struct page_row *row = page_row(table, SPAN(""));
    row->cells[0] = name;
    for (size_t i = 0; i < count; i++)
        row->cells[1 + i] = page_number(table->arena, numbers[i], 2);
    row->cells[1 + count] = span_of(words);
}

static void dimensions_add(struct page_section *section,
                           const struct assessment *assessment, const struct basis *basis)
{
    static const struct page_column columns[] = {
        {"Values and purpose", 0}, {"now", 1}, {"needed", 1}, {"error", 1}, {"", 0}};
    const struct part *part =
        assessment_part(assessment, PART_RESONANCE, ROLE_RATER, SPAN(""));
    struct page_block *table = page_add_table(section, "", columns, 5);
    for (size_t i = 0; i < basis->dimension_count; i++) {
        const struct dimension_basis *row = &basis->dimensions[i];
        const double numbers[] = {row->now, row->needed, profile_card_se(basis, i)};
        row_add(table, profile_name(part, SPAN("en"), row->id), numbers, 3,
                wording_gate(row->gate));
    }
    page_add_text(section,
                  SPAN("From −1, always least, to 1, always most; error is the standard "
                       "error of what they say now."));
}

static void drivers_add(struct page_section *section, const struct assessment *assessment,
                        const struct basis *basis)
{
    static const struct page_column columns[] = {
        {"Drivers, 1 to 5", 0}, {"now", 1}, {"needed", 1}, {"", 0}};
    const struct part *part =
        assessment_part(assessment, PART_DRIVERS, ROLE_RATER, SPAN(""));
    struct page_block *table = page_add_table(section, "", columns, 4);
    for (size_t i = 0; i < basis->driver_count; i++) {
        const struct driver_basis *row = &basis->drivers[i];
        const double numbers[] = {row->now, row->needed};
        row_add(table, profile_name(part, SPAN("en"), row->id), numbers, 2,
                wording_gate(row->gate));
    }
}

static void situations_add(struct page_section *section, const struct basis *basis)
{
    static const struct page_column columns[] = {
        {"Situations", 0}, {"ICC(A,k)", 1}, {"", 0}};
    struct page_block *table = page_add_table(section, "", columns, 3);
    for (size_t i = 0; i < basis->situation_count; i++) {
        const struct situation_basis *row = &basis->situations[i];
        row_add(table, row->id, &row->icc_agreement_k, 1,
                row->is_usable                ? "shown"
                : isnan(row->icc_agreement_k) ? "not shown: too few or equal ratings"
                                              : "shown; colleagues disagree");
    }
}

static void agreement_add(struct page_section *section, const struct basis *basis)
{
    struct arena *arena = section->arena;
    page_add_text(
        section,
        span_format(arena,
                    "Agreement (crystallization): %.*s as it is, %.*s as the strategy "
                    "needs it; .70 and more is good",
                    SPAN_ARGS(page_number(arena, basis->crystallization, 2)),
                    SPAN_ARGS(page_number(arena, basis->crystallization_needed, 2))));
    page_add_text(section,
                  span_format(arena, "Profile: %s", wording_grade_effect(basis->grade)));
}

static void count_add(struct page_section *section, const struct basis *basis)
{
    struct arena *arena = section->arena;
    page_add_text(section, span_format(arena, "Colleagues in the figures: %zu",
                                       basis->rater_count));
    if (basis->left_out_count)
        page_add_text(section, span_format(arena,
                                           "Left out, because the answers are flat or "
                                           "hasty: %zu",
                                           basis->left_out_count));
}

void profile_text_add(struct page_section *section, const struct assessment *assessment,
                      const struct basis *basis)
{
    count_add(section, basis);
    if (basis->rater_count < basis_least(basis)) {
        page_add_text(section,
                      span_format(section->arena,
                                  "Below %zu nothing is shown: there is no agreement to "
                                  "see, and they could be recognized.",
                                  basis_least(basis)));
        return;
    }
    agreement_add(section, basis);
    dimensions_add(section, assessment, basis);
    drivers_add(section, assessment, basis);
    situations_add(section, basis);
    page_add_text(section, SPAN("Pilot form, not for decisions."));
}
