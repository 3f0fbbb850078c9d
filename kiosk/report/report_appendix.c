/* Everything a psychologist or an auditor needs to check or to repeat the figures. */
#include "report/report_source.h"

#include "base/words.h"
#include "profile/profile_card.h"
#include "profile/wording.h"

#include <math.h>

static struct span number(const struct report_source *source, double value)
{
    return page_number(source->arena, value, 3);
}

static struct span whole(const struct report_source *source, int64_t value)
{
    return span_format(source->arena, "%lld", (long long)value);
}

static void add_figure(struct page_block *facts, const struct report_source *source,
                       const char *name, const struct figure *figure)
{
    page_pair(facts, span_of(name),
              has_scorecard_figure(figure)
                  ? span_format(
                        source->arena,
                        W("R %.*s, range %.*s to %.*s, SE of Fisher z %.*s; raw r %.*s; "
                          "normativeness of the person %.*s, of the organization %.*s"),
                        SPAN_ARGS(number(source, figure->r)),
                        SPAN_ARGS(number(source, figure->low)),
                        SPAN_ARGS(number(source, figure->high)),
                        SPAN_ARGS(number(source, figure->se_z)),
                        SPAN_ARGS(number(source, figure->raw_r)),
                        SPAN_ARGS(number(source, figure->normativeness_person)),
                        SPAN_ARGS(number(source, figure->normativeness_organization)))
                  : span_of(wording_figure(figure)));
}

static void add_basis(struct page_block *facts, const struct report_source *source)
{
    const struct basis *basis = source->basis;
    if (!basis)
        return;
    page_pair(facts, WS("Colleagues counted, left out"),
              span_format(source->arena, "%zu, %zu", basis->rater_count,
                          basis->left_out_count));
    page_pair(facts, WS("Crystallization now, needed"),
              span_format(source->arena, "%.*s, %.*s",
                          SPAN_ARGS(number(source, basis->crystallization)),
                          SPAN_ARGS(number(source, basis->crystallization_needed))));
    page_pair(facts, WS("People in the norm"),
              basis->norm_count ? whole(source, (int64_t)basis->norm_count)
                                : WS("none: R is the weighted raw correlation"));
}

static void add_figures(struct page_section *section, const struct report_source *source)
{
    const struct scorecard *card = source->card;
    struct page_block *facts = page_add_facts(section);
    add_figure(facts, source, W("The organization now"), &card->now);
    add_figure(facts, source, W("What its strategy needs"), &card->needed);
    page_pair(facts, WS("With random answers"),
              WS("16 topics give R with mean 0 and SD .26; one in twenty is above .43"));
    page_pair(facts, WS("Scoring version, seed, draws"),
              span_format(source->arena, "%d, %016llx, %d", card->scoring_version,
                          (unsigned long long)card->seed, SCORE_DRAWS));
    add_basis(facts, source);
}

/* Why a weight is what it is, and who agreed on it. */
static struct span reason_words(const struct report_source *source,
                                const struct dimension_basis *at)
{
    if (!at->importance_reason.count)
        return SPAN("–");
    if (!at->importance_by[0].count)
        return at->importance_reason;
    return span_format(source->arena, W("%.*s (%.*s, %.*s)"),
                       SPAN_ARGS(at->importance_reason), SPAN_ARGS(at->importance_by[0]),
                       SPAN_ARGS(at->importance_by[1]));
}

static void add_dimensions(struct page_section *section,
                           const struct report_source *source)
{
    const struct basis *basis = source->basis;
    const struct page_column columns[] = {{W("Topic"), 0},
                                          {W("Importance"), 1},
                                          {W("Gate"), 1},
                                          {W("Weight"), 1},
                                          {W("SE"), 1},
                                          {W("Norm"), 1},
                                          {W("Reason for the importance"), 0}};
    if (!basis || !basis->dimension_count)
        return;
    struct page_block *table =
        page_add_table(section, W("Weights, and how far the colleagues agree"), columns,
                       sizeof columns / sizeof *columns);
    for (size_t i = 0; i < basis->dimension_count; i++) {
        const struct dimension_basis *at = &basis->dimensions[i];
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] = report_source_name(source, source->values, at->id);
        row->cells[1] = page_number(source->arena, at->importance, 1);
        row->cells[2] = page_number(source->arena, at->gate, 1);
        row->cells[3] = i < source->card->dimension_count
                            ? number(source, source->card->dimensions[i].weight)
                            : SPAN("–");
        row->cells[4] = page_number(source->arena, profile_card_se(basis, i), 2);
        row->cells[5] = page_number(source->arena, at->norm, 2);
        row->cells[6] = reason_words(source, at);
    }
    page_add_text(
        section,
        WS("Weight = importance × gate, made to sum to 1. The gate is 1 where the "
           "colleagues agree (mean deviation up to .33), .5 up to .50, else 0. SE is "
           "the standard error of what they say. Importance was set before the first "
           "person answered."));
}

static void add_drivers(struct page_section *section, const struct report_source *source)
{
    const struct page_column columns[] = {{W("Driver"), 0},
                                          {W("Colleagues"), 1},
                                          {W("Gate"), 1},
                                          {W("Usual score"), 1},
                                          {W("Person, SEM"), 1}};
    if (!source->basis || !source->card->driver_count)
        return;
    struct page_block *table =
        page_add_table(section, W("Drivers"), columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < source->card->driver_count; i++) {
        const struct driver_score *score = &source->card->drivers[i];
        const struct driver_basis *at = basis_driver(source->basis, score->id);
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] = report_source_name(source, source->drivers, score->id);
        row->cells[1] = at ? whole(source, (int64_t)at->rater_count) : SPAN("–");
        row->cells[2] = page_number(source->arena, at ? at->gate : NAN, 0);
        row->cells[3] = page_number(source->arena, at ? at->norm : NAN, 2);
        row->cells[4] = page_number(source->arena, score->sem, 2);
    }
}

static struct span or_dash(struct span text)
{
    return text.count ? text : SPAN("–");
}

static void add_provenance(struct page_section *section,
                           const struct report_source *source)
{
    const struct report_facts *known = source->facts;
    const struct provenance *provenance = &source->record->provenance;
    const struct assessment *assessment = source->sitting->assessment;
    page_add_text(section, WS("Where the result comes from:"));
    struct page_block *facts = page_add_facts(section);
    page_pair(facts, WS("Receipt"), or_dash(known->receipt));
    page_pair(facts, WS("Signature, chain and content"),
              known->is_verified ? WS("verified when it was imported")
                                 : WS("not verified: do not use this result"));
    page_pair(facts, WS("Scored again from the answers"),
              known->is_same_again ? WS("the same, byte for byte")
                                   : WS("not the same: do not use the figures"));
    page_pair(facts, WS("Assessment"),
              span_format(source->arena, "%.*s %.*s", SPAN_ARGS(assessment->id),
                          SPAN_ARGS(assessment->version)));
    page_pair(facts, WS("Language of the answers"), source->sitting->start.language);
    page_pair(facts, WS("Program of the terminal"), or_dash(provenance->software));
    page_pair(facts, WS("Hash of the assessment"),
              span_hex(source->arena, provenance->assessment_hash,
                       sizeof provenance->assessment_hash));
    page_pair(facts, WS("Hash of the form"), or_dash(known->assessment_hash));
    page_pair(facts, WS("Hash of the set of keys"), or_dash(known->keyset_hash));
    page_pair(facts, WS("Hash of the program"), or_dash(known->software_hash));
}

void report_appendix(struct page *page, const struct report_source *source)
{
    struct page_section *section =
        page_section(page, PAGE_SHEET, "appendix", W("Technical appendix"));
    add_figures(section, source);
    add_dimensions(section, source);
    add_drivers(section, source);
    add_provenance(section, source);
}
