#include "app/desk/office/profile_text.h"

#include "base/utf8.h"
#include "profile/profile_name.h"
#include "profile/wording.h"

#include <math.h>

enum { NAME_COLUMNS = 34 };

/* " 0.41", or "    -" for what is not known. */
static void number_add(struct buffer *out, double value, int width)
{
    if (isnan(value))
        buffer_format(out, "%*s", width, "-");
    else
        buffer_format(out, "%*.2f", width, value);
}

static void name_add(struct buffer *out, struct span name)
{
    const size_t count = utf8_count(name);
    const int gap = count < NAME_COLUMNS ? NAME_COLUMNS - (int)count : 1;
    buffer_format(out, "  %.*s%*s", SPAN_ARGS(name), gap, "");
}

static void dimensions_add(struct buffer *out, const struct assessment *assessment,
                           const struct basis *basis)
{
    buffer_format(out, "\n  %-*s%8s%8s%8s\n", NAME_COLUMNS, "Values and purpose", "now",
                  "needed", "spread");
    const struct part *part =
        assessment_part(assessment, PART_RESONANCE, ROLE_RATER, SPAN(""));
    for (size_t i = 0; i < basis->dimension_count; i++) {
        const struct dimension_basis *row = &basis->dimensions[i];
        name_add(out, profile_name(part, SPAN("en"), row->id));
        number_add(out, row->now, 8);
        number_add(out, row->needed, 8);
        number_add(out, row->ad_now, 8);
        buffer_format(out, "  %s\n", wording_gate(row->gate));
    }
    buffer_text(out, "  From -1, always least, to 1, always most; spread is the mean "
                     "distance of one colleague.\n");
}

static void drivers_add(struct buffer *out, const struct assessment *assessment,
                        const struct basis *basis)
{
    buffer_format(out, "\n  %-*s%8s%8s%8s\n", NAME_COLUMNS, "Drivers, 1 to 5", "now",
                  "needed", "rWG(J)");
    const struct part *part =
        assessment_part(assessment, PART_DRIVERS, ROLE_RATER, SPAN(""));
    for (size_t i = 0; i < basis->driver_count; i++) {
        const struct driver_basis *row = &basis->drivers[i];
        name_add(out, profile_name(part, SPAN("en"), row->id));
        number_add(out, row->now, 8);
        number_add(out, row->needed, 8);
        number_add(out, row->rwgj_slight, 8);
        buffer_format(out, "  %s\n", wording_gate(row->gate));
    }
}

static void situations_add(struct buffer *out, const struct basis *basis)
{
    buffer_format(out, "\n  %-*s%8s\n", NAME_COLUMNS, "Situations", "ICC(A,k)");
    for (size_t i = 0; i < basis->situation_count; i++) {
        const struct situation_basis *row = &basis->situations[i];
        name_add(out, row->id);
        number_add(out, row->icc_agreement_k, 8);
        buffer_format(out, "  %s\n",
                      row->is_usable                ? "its key is used"
                      : isnan(row->icc_agreement_k) ? "no key: too few or equal ratings"
                                                    : "no key: colleagues disagree");
    }
}

static void rest_add(struct buffer *out, const struct agreement_view *view)
{
    size_t below_count = 0;
    buffer_text(out, "\n  Each colleague with the rest:");
    for (size_t i = 0; i < view->rater_count; i++) {
        buffer_text(out, i ? ", " : " ");
        number_add(out, view->rater_with_rest[i], 1);
        below_count += view->rater_with_rest[i] < 0;
    }
    buffer_text(out, "\n");
    if (below_count)
        buffer_format(
            out,
            "  %zu go against the rest: ask whether there are two cultures, and "
            "describe each team alone.\n",
            below_count);
}

void profile_text(struct buffer *out, const struct assessment *assessment,
                  const struct basis *basis, const struct agreement_view *view)
{
    buffer_format(out, "Colleagues who described the organization: %zu",
                  basis->rater_count);
    if (basis->left_out_count)
        buffer_format(out, "; %zu more are left out (flat or hasty answers)",
                      basis->left_out_count);
    buffer_text(out, "\n");
    if (basis->rater_count < 3) {
        buffer_text(out,
                    "Below three nothing is shown: there is no agreement to see, and "
                    "they could be recognized.\n");
        return;
    }
    buffer_text(out, "Agreement (crystallization): ");
    number_add(out, basis->crystallization, 1);
    buffer_text(out, " as it is, ");
    number_add(out, basis->crystallization_needed, 1);
    buffer_format(out, " as the strategy needs it; .70 and more is good\nProfile: %s\n",
                  wording_grade_effect(basis->grade));
    dimensions_add(out, assessment, basis);
    drivers_add(out, assessment, basis);
    situations_add(out, basis);
    if (view)
        rest_add(out, view);
    buffer_text(out, "\nPilot form, not for decisions.\n");
}
